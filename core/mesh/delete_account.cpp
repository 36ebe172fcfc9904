#include "mesh/account_move.h"
#include "mesh/account_place.h"
#include "mesh/ceremonies.h"
#include "mesh/group_flows.h"
#include "mesh/hosted_service.h"
#include "mesh/persona_parts.h"

#include <filesystem>

/// An account ends: first at its service, where its other devices learn of it, then here (WIRE G.8, security
/// 03 §3.8). What is here is erased with the next start, before any of it is opened, so that an interruption
/// changes nothing.
namespace mmm::mesh {

namespace {

constexpr auto deletedStage = "Deleted";

/// The copies go first: while one of them cannot be deleted, the account stays.
Status deleteFurther(MeshState& state, std::stop_token stop)
{
    const auto member = state.member();
    const auto told = toldPlace(*member);
    for (const FurtherPlace& place : told ? told->further : std::vector<FurtherPlace>())
        MMM_CHECK(deleteAt(furtherEnd(state, place), stop));
    return {};
}

} // namespace

Status deleteAccount(MeshState& state, std::stop_token stop)
{
    MMM_CHECK(endMove(state, stop));
    const std::scoped_lock oneAtATime(state.changing);
    const auto member = state.member();
    if (!personaFolders(state.options).empty())
        return fail(Fault::NotYet, "the further accounts of the mesh end first");
    protocol::Identity identity;
    {
        const std::scoped_lock lock(member->mutex);
        if (!member->keys->administration)
            return fail(Fault::NotAuthorised, "an account is deleted by an administration device");
        identity = member->keys->identity;
    }
    MMM_CHECK(leaveAllGroups(state, stop));
    MMM_CHECK(deleteFurther(state, stop));
    protocol::DeleteRequest request;
    request.account = member->address();
    const auto deleted =
        state.serviceLink()->transact<protocol::DeleteResponse>(identity, std::move(request), stop);
    // an answer may have been lost: it is gone all the same
    if (!deleted && deleted.error().fault != Fault::AccountClosed && deleted.error().fault != Fault::NotFound)
        return tl::unexpected<Error>(deleted.error());
    return state.changeRecord([](LocalRecord& record) { record.stage = deletedStage; });
}

bool isToBeErased(const LocalRecord& record)
{
    return record.stage == deletedStage;
}

Status eraseDeleted(MeshState& state)
{
    if (state.record.embedded) {
        std::error_code failed;
        std::filesystem::remove_all(HostedService::folderOf(state.options), failed);
        if (failed)
            return fail(Fault::Io, failed.message());
    }
    return forgetDraft(state);
}

} // namespace mmm::mesh
