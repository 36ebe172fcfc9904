#pragma once

#include "mesh/mesh_state.h"
#include "schema/group_part.h"

/// The account's groups in its application catalog, which all of its devices have: profile, share, and what
/// administration takes. With membership.mutex held.
namespace mmm::mesh {

struct GroupKeys
{
    schema::Verified<schema::ProfileGroup> profile;
    std::string address;
    std::string serviceUdf;
    schema::GroupPart part;
    // an administrator's
    std::shared_ptr<const crypto::PrivateKey> administration; ///< in ProfileGroup.KeysOnlineSignature
    std::shared_ptr<const crypto::PrivateKey> offline;        ///< of the profile itself

    [[nodiscard]] const std::string& udf() const { return profile.udf(); }
    [[nodiscard]] bool isAdministrator() const { return administration && offline && part.isWhole(); }
};

/// Reads and checks what was decrypted already. Contradiction if the keys are not the profile's.
[[nodiscard]] Result<GroupKeys> groupKeysOf(const schema::ActivationGroup& activation,
                                            const schema::Verified<schema::ProfileGroup>& profile);
[[nodiscard]] schema::ActivationGroup describe(const GroupKeys& keys);

/// NotFound if the account does not belong to it.
[[nodiscard]] Result<GroupKeys> openGroup(Membership& member, const std::string& udf);
/// Those that can be read.
[[nodiscard]] std::vector<GroupKeys> openGroups(Membership& member);
/// Keeps the group's card in the contacts in step (group_card.h).
[[nodiscard]] Status putGroup(Membership& member, const GroupKeys& keys);
/// The card stays: whoever has left can still encrypt to the group.
[[nodiscard]] Status removeGroup(Membership& member, const std::string& udf);

} // namespace mmm::mesh
