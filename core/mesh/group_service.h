#pragma once

#include "mesh/group_keys.h"
#include "mesh/people.h"

/// A group's account at its service.
namespace mmm::mesh {

/// The service, asked by a member of the group: a device of this account.
[[nodiscard]] Result<ServiceQuestion> askAsMember(MeshState& state, const GroupKeys& group);
/// The service, asked by an administrator, by the key that the group's profile has for it.
[[nodiscard]] Result<ServiceQuestion> askAsAdministrator(MeshState& state, const GroupKeys& group);

/// The profile that the service of an address has for a group. NotFound if there is no such group.
[[nodiscard]] Result<schema::Verified<schema::ProfileGroup>>
lookUpGroup(MeshState& state, const std::string& address, std::stop_token stop);

/// The service's part in a key agreement with the ephemeral key of a recipient, and the member's share as the
/// catalog has it. ProtocolViolation if the part is none.
struct ServicePart
{
    Secret partial;
    dare::Envelope memberKey;
};
[[nodiscard]] Result<ServicePart> askPart(MeshState& state, const GroupKeys& group,
                                          const std::string& accountUdf, const dare::Recipient& recipient,
                                          std::stop_token stop);

/// The list of members as the group's administrators keep it, encrypted to the group's own key, and the
/// changes to it. One at a time per group.
class GroupCatalog
{
public:
    [[nodiscard]] static Result<GroupCatalog> open(MeshState& state, const GroupKeys& group,
                                                   std::stop_token stop);

    [[nodiscard]] std::vector<schema::CatalogedMember> members() const;
    [[nodiscard]] Result<schema::CatalogedMember> member(const std::string& udf) const;
    /// The fingerprint of an administrator's key that this one has just taken away: what was written with it
    /// until then counts, because this one signs what follows.
    void setRetiring(std::string kid) { m_retiring = std::move(kid); }
    /// Sends what waits, and fetches what is new. Whatever is wrong with the service's list is the finding's
    /// fault.
    [[nodiscard]] Status refresh(std::stop_token stop);
    /// Changes entries and has the service take that.
    [[nodiscard]] Status put(const std::vector<schema::CatalogedMember>& entries, std::stop_token stop);
    [[nodiscard]] Status remove(const std::string& udf, std::stop_token stop);
    /// Gives the service its share of a member's key: it stands in no catalog.
    [[nodiscard]] Status sendShare(const schema::CatalogedMember& entry, const crypto::PrivateKey& share,
                                   std::stop_token stop);

private:
    GroupCatalog(const GroupKeys& group, ServiceQuestion service);
    [[nodiscard]] Status download(std::stop_token stop);
    [[nodiscard]] Status upload(std::stop_token stop);

    std::string m_address;
    std::string m_udf;
    schema::Verified<schema::ProfileGroup> m_profile;
    std::shared_ptr<const crypto::PrivateKey> m_administration;
    std::string m_retiring;
    ServiceQuestion m_service;
    std::shared_ptr<store::Catalog> m_catalog;
};

} // namespace mmm::mesh
