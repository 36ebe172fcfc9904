#include "mesh/manage_devices.h"

#include "mesh/ceremonies.h"
#include "mesh/device_entry.h"
#include "mesh/exchange.h"
#include "mesh/master_key.h"
#include "mesh/mesh_change.h"
#include "mesh/message_flows.h"
#include "schema/key_check.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

using schema::CatalogedDevice;

Status putDevice(Membership& member, const CatalogedDevice& entry)
{
    return member.containers->devices().put(entry.deviceUdf, encoding::toTaggedJson(entry));
}

bool hasAdministration(const schema::VerifiedDevice& device)
{
    return schema::isPermitted(device.connection->permissions, "Administration");
}

} // namespace

Result<CatalogedDevice> readDevice(Membership& member, const std::string& deviceUdf)
{
    MMM_TRY(const Secret payload, member.containers->devices().read(deviceUdf));
    return encoding::fromTaggedJson<CatalogedDevice>(payload);
}

TimePoint laterThan(const std::optional<TimePoint>& before, TimePoint now)
{
    return before ? std::max(now, *before + std::chrono::seconds(1)) : now;
}

Result<std::vector<DeviceInfo>> listDevices(MeshState& state)
{
    const auto member = state.member();
    std::string own;
    {
        const std::scoped_lock lock(state.mutex);
        own = state.device->udf;
    }
    const std::scoped_lock lock(member->mutex);
    std::vector<DeviceInfo> devices;
    for (const std::string& id : member->containers->devices().ids()) {
        const auto entry = readDevice(*member, id);
        if (!entry)
            continue;
        const auto verified = schema::verifyCatalogedDevice(*entry, member->mesh);
        if (!verified)
            continue;
        DeviceInfo info;
        info.udf = entry->deviceUdf;
        info.name = entry->name.empty() ? verified->profile->description : entry->name;
        info.isThisDevice = info.udf == own;
        info.isAdministrator = hasAdministration(*verified);
        info.mayConfirm = std::ranges::any_of(verified->accounts, [&](const auto& account) {
            return account.profile.udf() == member->accountUdf &&
                   schema::isPermitted(account.connection->permissions, "Confirmation");
        });
        info.connected = verified->connection->updated;
        if (const auto seen = member->lastSeen.find(info.udf); seen != member->lastSeen.end())
            info.lastSeen = seen->second;
        devices.push_back(std::move(info));
    }
    return devices;
}

Status renameDevice(MeshState& state, const std::string& deviceUdf, const std::string& name)
{
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        if (!member->keys->administration)
            return fail(Fault::NotAuthorised, "only an administration device names devices");
        MMM_TRY(CatalogedDevice entry, readDevice(*member, deviceUdf));
        entry.name = name;
        MMM_CHECK(putDevice(*member, entry));
    }
    state.observers.tell([](Observer& o) { o.devicesChanged(); });
    return {};
}

Status grantAdministration(MeshState& state, const std::string& deviceUdf, std::stop_token stop)
{
    MMM_CHECK(finishChange(state, stop));
    const auto member = state.member();
    MMM_TRY(const auto master, masterSignature(state, stop));
    const crypto::OverlayKey overlay = crypto::generateOverlay(crypto::Curve::Ed448);
    {
        const std::scoped_lock lock(member->mutex);
        if (!member->keys->administration)
            return fail(Fault::NotAuthorised, "only an administration device grants rights");
        MMM_TRY(const CatalogedDevice entry, readDevice(*member, deviceUdf));
        MMM_TRY(const auto verified, schema::verifyCatalogedDevice(entry, member->mesh));
        if (hasAdministration(verified))
            return {};
        MMM_TRY(const crypto::PublicKey base, schema::keyOf(verified.profile->keyOfflineSignature));
        MMM_TRY(const crypto::PublicKey administration, crypto::cogenerate(base, overlay));
        schema::ProfileMesh mesh = *member->mesh;
        mesh.updated = laterThan(mesh.updated, state.now());
        mesh.keysOnlineSignature.push_back(schema::describe(administration));
        MeshChange change;
        MMM_TRY(change.profileMesh, schema::sealRecord(mesh, {master.get()}));
        MMM_TRY(
            CatalogedDevice promoted,
            promoteDeviceEntry(verified, member->mesh, *member->keys->administration, overlay, state.now()));
        change.entries.push_back(std::move(promoted));
        {
            const std::scoped_lock record(state.mutex);
            change.profileAccount = state.record.profileAccount;
        }
        MMM_CHECK(planChange(state, std::move(change)));
    }
    return finishChange(state, stop);
}

Status allowConfirmation(MeshState& state, const std::string& deviceUdf, bool isAllowed, std::stop_token stop)
{
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        if (!member->keys->administration)
            return fail(Fault::NotAuthorised, "only an administration device grants rights");
        MMM_TRY(const CatalogedDevice entry, readDevice(*member, deviceUdf));
        MMM_TRY(const auto verified, schema::verifyCatalogedDevice(entry, member->mesh));
        MMM_TRY(const CatalogedDevice changed, permitDeviceEntry(verified, *member->keys->administration,
                                                                 "Confirmation", isAllowed, state.now()));
        MMM_CHECK(putDevice(*member, changed));
    }
    MMM_CHECK(upload(state, std::string(schema::store_name::device), stop));
    return takeUpDevices(state, nullptr, stop);
}

} // namespace mmm::mesh
