#include "mesh/mesh_change.h"

#include "mesh/account_move.h"
#include "mesh/account_place.h"
#include "mesh/exchange.h"
#include "mesh/manage_devices.h"

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
    request.serviceId = member.address();
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
        if (!change.place.isEmpty())
            MMM_CHECK(putPlace(member, change.place));
    }
    return state.changeRecord([](LocalRecord& record) { record.change->isWritten = true; });
}

/// What the leaving device has sent since the change was planned belongs to what it wrote while it was
/// connected: the marks of its last entry follow.
Status moveMarks(MeshState& state, Membership& member, const std::string& leaving, std::stop_token stop)
{
    MMM_TRY(const auto status, askStatus(state, {}, stop));
    MMM_CHECK(downloadAll(state, status, stop));
    const std::scoped_lock lock(member.mutex);
    store::Catalog& devices = member.containers->devices();
    if (!devices.contains(leaving))
        return {};
    MMM_TRY(schema::CatalogedDevice entry, readDevice(member, leaving));
    std::vector<schema::ContainerMark> marks = closingMarks(*member.containers);
    if (entry.closed == marks)
        return {};
    entry.closed = std::move(marks);
    return devices.put(leaving, encoding::toTaggedJson(entry));
}

/// Sends the entries. The service takes the last one of a leaving device only with marks that cover all that
/// it has of that device, and nothing of it afterwards.
Status sendEntries(MeshState& state, Membership& member, const std::string& leaving, std::stop_token stop)
{
    const std::string deviceCatalog(schema::store_name::device);
    constexpr int mostChangeRounds = 5;
    Status sent = upload(state, deviceCatalog, stop);
    for (int round = 1; round < mostChangeRounds && !leaving.empty(); ++round) {
        if (sent || sent.error().fault != Fault::Conflict)
            return sent;
        MMM_CHECK(moveMarks(state, member, leaving, stop));
        sent = upload(state, deviceCatalog, stop);
    }
    return sent;
}

} // namespace

std::vector<schema::ContainerMark> closingMarks(Containers& containers)
{
    std::vector<schema::ContainerMark> list;
    for (const std::string& name : containers.names()) {
        schema::ContainerMark mark;
        mark.container = name;
        mark.count = containers.find(name)->head().count;
        list.push_back(std::move(mark));
    }
    return list;
}

Status planChange(MeshState& state, MeshChange change)
{
    {
        const std::scoped_lock lock(state.mutex);
        if (state.record.change || isOnItsWay(state.record))
            return fail(Fault::Conflict, "another change of the mesh is under way");
    }
    MMM_CHECK(state.changeRecord([&](LocalRecord& record) { record.change = std::move(change); }));
    // all is signed now: what shares brought back for this one use is given up
    const std::scoped_lock lock(state.mutex);
    state.lentMaster.reset();
    state.lentSeed = {};
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
    MMM_CHECK(sendEntries(state, *member, change->leaving, stop));
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
