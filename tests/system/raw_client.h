#pragma once

#include "core/service/service_fixture.h"
#include "protocol/http_client.h"
#include "protocol/service_link.h"
#include "system/processes.h"

namespace mmm::system_test {

/// Octets to a service as a request's body, and what came back.
[[nodiscard]] Result<protocol::HttpReply> postOctets(const ServiceProcess& service, BytesView body);

/// What a request or a response says, for whoever reads it on the way: nothing of it is checked.
[[nodiscard]] std::string overheard(BytesView body);

/// Somebody with an account at a service process, and with a program of his own: none of the checks of ours
/// keeps him from sending what he likes, as large and as often as he likes.
class RawClient
{
public:
    RawClient(const ServiceProcess& service, const std::string& name);

    /// Makes the account. Whether the service has taken it.
    [[nodiscard]] bool settles();

    /// A message of a class that strangers may send, signed as it must be, with that many octets inside.
    [[nodiscard]] dare::Envelope message(std::size_t octets) const;
    /// A request to send it, good for one time; post() may be called more often.
    [[nodiscard]] protocol::RequestSeal sealed(const dare::Envelope& message,
                                               const std::string& recipient) const;
    [[nodiscard]] serving::Answer post(const protocol::RequestSeal& request) const;
    [[nodiscard]] serving::Answer send(const dare::Envelope& message, const std::string& recipient) const
    {
        return post(sealed(message, recipient));
    }
    /// How often the message is in a spool of the account; -1 if the service does not say.
    [[nodiscard]] int count(const std::string& spool, const dare::Envelope& message) const;
    [[nodiscard]] std::string address() const { return m_person.address; }

private:
    template<encoding::Record Request>
    [[nodiscard]] protocol::RequestSeal sealed(const protocol::Identity& identity, Request request) const;

    const ServiceProcess& m_service;
    serving::Person m_person;
    crypto::PublicKey m_hostKey;
};

} // namespace mmm::system_test
