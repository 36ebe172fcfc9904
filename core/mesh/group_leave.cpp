#include "mesh/group_flows.h"
#include "schema/key_check.h"

#include <algorithm>

/// Leaving groups. A group without an administrator would be lost to all: nobody could let anybody in or out,
/// or end it. So the last one hands over first, or ends the group.
namespace mmm::mesh {

namespace {

/// The group's account is not there any more, so there is nothing to hand over.
bool isOver(Fault fault)
{
    return fault == Fault::NotFound || fault == Fault::AccountClosed;
}

/// The group as its service has it now, if this account administers it still.
Result<std::optional<GroupKeys>> administered(MeshState& state, const std::string& udf, std::stop_token stop)
{
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        const auto known = openGroup(*member, udf);
        if (!known || !known->isAdministrator())
            return std::optional<GroupKeys>();
    }
    auto group = presentGroup(state, udf, stop);
    if (!group && isOver(group.error().fault))
        return std::optional<GroupKeys>();
    if (!group)
        return tl::unexpected<Error>(std::move(group).error());
    return group->isAdministrator() ? std::optional(std::move(*group)) : std::nullopt;
}

/// Another one must have taken the group over: who was only asked may decline.
Status checkSuccessor(MeshState& state, const std::string& udf, std::stop_token stop)
{
    MMM_TRY(const auto members, groupMembers(state, udf, true, stop));
    const auto isOther = [](const GroupMember& one) { return one.isAdministrator && !one.isOwn; };
    const auto hasTaken = [&](const GroupMember& one) {
        return isOther(one) && one.standing == MemberStanding::Accepted;
    };
    if (std::ranges::any_of(members, hasTaken))
        return {};
    return std::ranges::any_of(members, isOther)
               ? fail(Fault::NotYet, "no other administrator has accepted yet")
               : fail(Fault::Unsupported, "the only administrator of the group");
}

/// The profile without this account's key. It is signed with that key once more: so the others can tell that
/// who left did so freely, and vouch for what was written until then (GroupCatalog).
Status handOver(MeshState& state, GroupKeys group, std::stop_token stop)
{
    schema::ProfileGroup profile = *group.profile;
    const std::string own = schema::udfOf(group.administration->publicKey());
    const auto isOwn = [&](const schema::PublicKey& key) { return key.udf == own; };
    std::ranges::copy_if(profile.keysOnlineSignature, std::back_inserter(profile.keysFormerSignature), isOwn);
    std::erase_if(profile.keysOnlineSignature, isOwn);
    MMM_TRY(const GroupKeys left, publishGroup(state, std::move(group), profile, stop));
    return {};
}

} // namespace

Status checkLeave(MeshState& state, const std::string& udf, std::stop_token stop)
{
    MMM_TRY(const auto group, administered(state, udf, stop));
    return group ? checkSuccessor(state, udf, stop) : Status();
}

Status leaveGroup(MeshState& state, const std::string& udf, std::stop_token stop)
{
    MMM_TRY(auto group, administered(state, udf, stop));
    if (group) {
        MMM_CHECK(checkSuccessor(state, udf, stop));
        MMM_CHECK(handOver(state, std::move(*group), stop));
    }
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    return removeGroup(*member, udf);
}

Status leaveAllGroups(MeshState& state, std::stop_token stop)
{
    const auto member = state.member();
    std::vector<std::string> all;
    {
        const std::scoped_lock lock(member->mutex);
        for (const GroupKeys& group : openGroups(*member))
            all.push_back(group.udf());
    }
    // all or none, as far as that can be known
    for (const std::string& udf : all) {
        const Status allowed = checkLeave(state, udf, stop);
        if (!allowed && allowed.error().fault == Fault::NotYet)
            return fail(Fault::Unsupported, allowed.error().detail);
        MMM_CHECK(allowed);
    }
    for (const std::string& udf : all)
        MMM_CHECK(leaveGroup(state, udf, stop));
    return {};
}

} // namespace mmm::mesh
