#pragma once

#include "protocol/authentication.h"
#include "protocol/discovery.h"
#include "protocol/http_client.h"
#include "protocol/known_service.h"
#include "protocol/transactions.h"

#include <mutex>
#include <stop_token>

namespace mmm::protocol {

/// A service as its clients know it, be they devices or other services: finds it, makes sure that it is the
/// same one as ever, and carries authenticated transactions to it. May be used from several threads at once.
///
/// The service is pinned by the fingerprint of its ProfileService. Its host's key and TLS key may change, if
/// the service vouches for the new ones.
class ServiceLink
{
public:
    ServiceLink(KnownService record, DiscoveryOptions discovery, std::shared_ptr<const Clock> clock);

    static constexpr std::chrono::seconds patience{30};

    /// What is to be remembered of the service.
    [[nodiscard]] KnownService record() const;

    /// Asks who the service is, and checks it against what is known (WIRE E.15, G.2). Afterwards transactions
    /// can be authenticated. WrongService if it is another one. `timeout`: for each of its addresses.
    [[nodiscard]] Result<HelloResponse> hello(std::stop_token stop = {},
                                              std::chrono::milliseconds timeout = patience);

    /// How far the service's clock is ahead of this computer's, if that matters and is known; else 0.
    [[nodiscard]] std::chrono::seconds clockOffset() const;
    /// Whether the service has answered since this link was made; before, clockOffset() knows nothing.
    [[nodiscard]] bool hasAnswered() const;

    /// Sends a request and gives the response of a successful transaction; every other status is a fault.
    template<encoding::Record Response, encoding::Record Request>
    [[nodiscard]] Result<Response> transact(const Identity& identity, Request request,
                                            std::stop_token stop = {},
                                            std::chrono::milliseconds timeout = patience)
    {
        request.service = record().domain;
        request.id = crypto::randomBytes(16);
        MMM_TRY(const Secret payload,
                transactPayload(identity, encoding::toTaggedJson(request), stop, timeout));
        MMM_TRY(const auto document, encoding::JsonDocument::parse(payload));
        MMM_TRY(const encoding::JsonValue object, successOf(document.root()));
        if (!encoding::isCalled<Response>(object.name()))
            return fail(Fault::ProtocolViolation, "unexpected response");
        MMM_TRY(Response response, encoding::readRecord<Response>(object));
        if (response.id != request.id)
            return fail(Fault::ProtocolViolation, "response to another request");
        return response;
    }

private:
    [[nodiscard]] Result<std::vector<Endpoint>> endpoints(std::stop_token stop);
    [[nodiscard]] Result<HttpReply> post(const TlsTrust& trust, BytesView body,
                                         std::chrono::milliseconds timeout, std::stop_token stop);
    /// The same for every address: a service's hosts show a key that was pinned, or an authority's
    /// certificate.
    [[nodiscard]] TlsTrust trust() const;
    [[nodiscard]] Status accept(const HelloResponse& response, BytesView tlsKey);
    [[nodiscard]] Result<Secret> transactPayload(const Identity& identity, const Secret& request,
                                                 std::stop_token stop, std::chrono::milliseconds timeout);
    [[nodiscard]] Result<Secret> tryOnce(const Identity& identity, const Secret& request,
                                         std::stop_token stop, std::chrono::milliseconds timeout,
                                         bool& tryAgain);
    /// The response object, or the fault that its status stands for.
    [[nodiscard]] static Result<encoding::JsonValue> successOf(const encoding::JsonValue& root);

    const DiscoveryOptions m_discovery;
    const std::shared_ptr<const Clock> m_clock;
    mutable std::mutex m_mutex;
    KnownService m_record;
    std::optional<Ticket> m_ticket;
    std::string m_ticketOwner;             ///< fingerprint of the key that it was issued to
    std::chrono::seconds m_clockOffset{0}; ///< the service's time less ours
    bool m_hasAnswered = false;
    std::optional<Endpoint> m_working; ///< the one that answered last
};

} // namespace mmm::protocol
