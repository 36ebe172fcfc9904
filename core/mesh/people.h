#pragma once

#include "mesh/mesh_state.h"
#include "mesh/message_check.h"
#include "udf/udf.h"

namespace mmm::mesh {

/// Where to reach a service that the DNS does not know.
struct ServicePlace
{
    std::string domain;
    std::vector<protocol::Endpoint> endpoints;
    std::string serviceUdf; ///< empty: whichever answers under the name
};

/// Asks any service something, in this device's own name where it has no account.
class ServiceQuestion
{
public:
    /// The own service for its domain.
    [[nodiscard]] static Result<ServiceQuestion> to(MeshState& state, const ServicePlace& place);
    /// In another name than the device's own.
    [[nodiscard]] static Result<ServiceQuestion> as(MeshState& state, const ServicePlace& place,
                                                    protocol::Identity identity);

    /// Who answers: fingerprint of the service, and its host's key, once it has told them.
    [[nodiscard]] Result<std::string> serviceUdf(std::stop_token stop) const;
    [[nodiscard]] Result<crypto::PublicKey> hostKey(std::stop_token stop) const;

    template<encoding::Record Response, encoding::Record Request>
    [[nodiscard]] Result<Response> ask(Request request, std::stop_token stop) const
    {
        return m_link->transact<Response>(m_identity, std::move(request), stop);
    }

private:
    ServiceQuestion(std::shared_ptr<ServiceLink> link, protocol::Identity identity)
        : m_link(std::move(link)),
          m_identity(std::move(identity))
    {}
    std::shared_ptr<ServiceLink> m_link;
    protocol::Identity m_identity;
};

/// An address as a person enters it: lower case, and the fingerprint that a strong internet name demands.
struct PersonAddress
{
    std::string address;
    std::optional<udf::Udf> subject;
    /// NameInvalid for anything but name@domain.
    [[nodiscard]] static Result<PersonAddress> parse(std::string_view text);
};

/// Whether a strong name's fingerprint is that of the account, or of the mesh to which it belongs.
[[nodiscard]] bool isSubject(const udf::Udf& subject,
                             const schema::Verified<schema::ProfileAccount>& account);

struct KnownAccount
{
    std::string address;
    schema::Verified<schema::ProfileAccount> account;
};

/// Asks the service of an address for the account's profile. NotFound if it has no such account;
/// NotAuthorised if a strong name demands another one (WIRE A.12).
[[nodiscard]] Result<KnownAccount> lookUp(MeshState& state, const PersonAddress& wanted,
                                          std::stop_token stop);

/// Whether such a failure leaves open what a service would have said.
[[nodiscard]] bool isUnanswered(Fault fault);

} // namespace mmm::mesh
