#pragma once

#include "mesh/group_service.h"
#include "mesh/groups.h"
#include "mesh/message_check.h"
#include "mesh/messaging.h"

/// What the account's groups door leads to, one file each. The calls of group_members.cpp and
/// group_create.cpp are made one at a time.
namespace mmm::mesh {

// group_create.cpp

[[nodiscard]] Result<std::string> createGroup(MeshState& state, const std::string& name,
                                              std::stop_token stop);
[[nodiscard]] Status dissolveGroup(MeshState& state, const std::string& udf, std::stop_token stop);
/// Has the service take a new profile of the group, and keeps it. Gives the group with it.
[[nodiscard]] Result<GroupKeys> publishGroup(MeshState& state, GroupKeys group,
                                             const schema::ProfileGroup& profile, std::stop_token stop);
/// The group with the profile that its service has now.
[[nodiscard]] Result<GroupKeys> presentGroup(MeshState& state, const std::string& udf, std::stop_token stop);

// group_members.cpp

[[nodiscard]] Result<std::vector<GroupMember>> groupMembers(MeshState& state, const std::string& udf,
                                                            bool refresh, std::stop_token stop);
[[nodiscard]] Status inviteMember(MeshState& state, const std::string& udf, const std::string& address,
                                  const std::string& text, std::stop_token stop);
[[nodiscard]] Status removeMember(MeshState& state, const std::string& udf, const std::string& memberUdf,
                                  std::stop_token stop);
[[nodiscard]] Status appointMember(MeshState& state, const std::string& udf, const std::string& memberUdf,
                                   std::stop_token stop);

// group_leave.cpp

/// Whether the account may leave the group: Unsupported for its only administrator, NotYet while none of
/// those who were appointed has accepted; and faults of the group's service.
[[nodiscard]] Status checkLeave(MeshState& state, const std::string& udf, std::stop_token stop);
[[nodiscard]] Status leaveGroup(MeshState& state, const std::string& udf, std::stop_token stop);
/// All groups of the account; none is left unless all may be. Unsupported if one would be without an
/// administrator.
[[nodiscard]] Status leaveAllGroups(MeshState& state, std::stop_token stop);

// group_invitation.cpp

[[nodiscard]] Result<std::string> acceptInvitation(MeshState& state, const std::string& messageId,
                                                   std::stop_token stop);
/// None if it cannot be read. With membership.mutex held.
[[nodiscard]] std::optional<InvitedTo> describeInvitation(Membership& member,
                                                          const schema::GroupInvitation& invitation);
[[nodiscard]] Status declineInvitation(MeshState& state, const std::string& messageId);

// group_content.cpp

[[nodiscard]] Status checkMembership(MeshState& state, const std::string& udf, std::stop_token stop);
[[nodiscard]] Status encryptFile(MeshState& state, const std::string& udf,
                                 const std::filesystem::path& source, const Destination& destination,
                                 const FileProgress& progress, std::stop_token stop);
[[nodiscard]] Result<Decrypted> decryptFile(MeshState& state, const std::filesystem::path& source,
                                            const Destination& destination, const FileProgress& progress,
                                            std::stop_token stop);
[[nodiscard]] Result<std::string> encryptText(MeshState& state, const std::string& udf, const Secret& text);
[[nodiscard]] Result<Groups::Text> decryptText(MeshState& state, std::string_view envelope,
                                               std::stop_token stop);

// groups_view.cpp

[[nodiscard]] std::unique_ptr<Groups> makeGroups(MeshState& state, std::function<void()> written);

} // namespace mmm::mesh
