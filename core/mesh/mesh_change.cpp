#include "mesh/mesh_change.h"

#include "mesh/exchange.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

std::optional<MeshChange> planned(const MeshState& state)
{
    const std::scoped_lock lock(state.mutex);
    return state.record.change;
}

/// The service takes the new profiles in place of the old ones; then so does this device, together with its
/// own entry, so that both always fit.
Status publish(MeshState& state, const Membership& member, const protocol::Identity& identity,
               const MeshChange& change, std::stop_token stop)
{
    protocol::CreateRequest request;
    request.serviceId = member.address;
    request.signedProfileMesh = change.profileMesh;
    request.signedAssertionAccount = change.profileAccount;
    const auto published =
        state.serviceLink()->transact<protocol::CreateResponse>(identity, std::move(request), stop);
    if (!published && published.error().fault == Fault::Conflict) {
        MMM_CHECK(state.changeRecord([](LocalRecord& record) { record.change.reset(); }));
        return fail(Fault::Conflict, "another device has changed the mesh meanwhile");
    }
    if (!published)
        return tl::unexpected<Error>(published.error());
    MMM_CHECK(state.changeRecord([&](LocalRecord& record) {
        record.profileMesh = change.profileMesh;
        record.profileAccount = change.profileAccount;
        const auto isOwn = [&record](const schema::CatalogedDevice& entry) {
            return record.device && entry.deviceUdf == record.device->deviceUdf;
        };
        const auto own = std::ranges::find_if(change.entries, isOwn);
        if (own != change.entries.end())
            record.device = *own;
        record.change->isPublished = true;
    }));
    return state.reopenKeys(stop);
}

Status write(MeshState& state, Membership& member, const MeshChange& change)
{
    std::vector<store::Catalog::Item> items;
    for (const schema::CatalogedDevice& entry : change.entries)
        items.push_back({entry.deviceUdf, encoding::toTaggedJson(entry)});
    {
        const std::scoped_lock lock(member.mutex);
        MMM_CHECK(member.containers->devices().putMany(std::move(items)));
    }
    return state.changeRecord([](LocalRecord& record) { record.change->isWritten = true; });
}

} // namespace

Status planChange(MeshState& state, MeshChange change)
{
    if (planned(state))
        return fail(Fault::Conflict, "another change of the mesh is under way");
    MMM_CHECK(state.changeRecord([&](LocalRecord& record) { record.change = std::move(change); }));
    // all is signed now: what shares brought back for this one use is given up
    const std::scoped_lock lock(state.mutex);
    state.lentMaster.reset();
    return {};
}

Status finishChange(MeshState& state, std::stop_token stop)
{
    const std::scoped_lock oneAtATime(state.changing);
    const auto change = planned(state);
    if (!change)
        return {};
    const auto member = state.member();
    const std::string deviceCatalog(schema::store_name::device);
    protocol::Identity identity;
    {
        const std::scoped_lock lock(member->mutex);
        identity = member->keys->identity;
    }
    if (!change->isPublished)
        MMM_CHECK(publish(state, *member, identity, *change, stop));
    if (!change->isWritten)
        MMM_CHECK(write(state, *member, *change));
    MMM_CHECK(upload(state, deviceCatalog, stop));
    if (!change->leaving.empty()) {
        // its last entry, with its marks, must be at the service before it is removed
        {
            const std::scoped_lock lock(member->mutex);
            if (member->containers->devices().contains(change->leaving))
                MMM_CHECK(member->containers->devices().remove(change->leaving));
        }
        MMM_CHECK(upload(state, deviceCatalog, stop));
    }
    MMM_CHECK(state.changeRecord([](LocalRecord& record) { record.change.reset(); }));
    return takeUpDevices(state, nullptr, stop);
}

} // namespace mmm::mesh
