#include "mesh/ceremonies.h"
#include "mesh/device_entry.h"
#include "mesh/exchange.h"
#include "schema/key_check.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

using schema::CatalogedDevice;

/// With membership.mutex held.
Result<CatalogedDevice> readDevice(Membership& member, const std::string& deviceUdf)
{
    MMM_TRY(const Secret payload, member.containers->devices().read(deviceUdf));
    return encoding::fromTaggedJson<CatalogedDevice>(payload);
}

Status putDevice(Membership& member, const CatalogedDevice& entry)
{
    return member.containers->devices().put(entry.deviceUdf, encoding::toTaggedJson(entry));
}

bool hasAdministration(const schema::VerifiedDevice& device)
{
    return schema::isPermitted(device.connection->permissions, "Administration");
}

/// The device's administration key, if it has one.
std::optional<std::string> administrationUdf(const schema::VerifiedDevice& device,
                                             const schema::Verified<schema::ProfileMesh>& mesh,
                                             const AdministrationKeys& administrator)
{
    dare::KeyRing ring;
    ring.add(administrator.meshEncryption);
    const auto activation = schema::openActivation(device, mesh, ring);
    if (!activation)
        return std::nullopt;
    for (const auto& any : activation->activations) {
        const auto* administration = std::get_if<schema::ActivationAdministration>(&any);
        if (administration && administration->keySignature)
            return administration->keySignature->udf;
    }
    return std::nullopt;
}

Result<keystore::KeyHandle> masterKey(MeshState& state, std::stop_token stop)
{
    std::string udf;
    {
        const std::scoped_lock lock(state.mutex);
        udf = state.record.masterKeyUdf;
    }
    if (udf.empty())
        return fail(Fault::NotAuthorised, "the mesh's master key is on the device that made the mesh");
    return state.vault.open(udf, stop);
}

/// The service takes the new profiles in place of the old ones; so does this device.
Status publish(MeshState& state, const Membership& member, const protocol::Identity& identity,
               const dare::Envelope& profileMesh, const dare::Envelope& profileAccount, std::stop_token stop)
{
    protocol::CreateRequest request;
    request.serviceId = member.address;
    request.signedProfileMesh = profileMesh;
    request.signedAssertionAccount = profileAccount;
    MMM_CHECK(state.serviceLink()->transact<protocol::CreateResponse>(identity, std::move(request), stop));
    return state.changeRecord([&](LocalRecord& record) {
        record.profileMesh = profileMesh;
        record.profileAccount = profileAccount;
    });
}

/// One second at least: Updated must not stand still (WIRE E.14).
TimePoint after(const std::optional<TimePoint>& before, TimePoint now)
{
    return before ? std::max(now, *before + std::chrono::seconds(1)) : now;
}

struct NewProfiles
{
    dare::Envelope mesh;
    dare::Envelope account;
};

/// Profiles without a device: its administration key retired, the account's encryption key replaced.
Result<NewProfiles> profilesWithout(MeshState& state, Membership& member,
                                    const schema::VerifiedDevice& device,
                                    const crypto::PublicKey& newEncryption, std::stop_token stop)
{
    const AdministrationKeys& keys = *member.keys->administration;
    NewProfiles profiles{member.mesh.envelope(), {}};
    const auto retired = administrationUdf(device, member.mesh, keys);
    if (retired && hasAdministration(device)) {
        MMM_TRY(const keystore::KeyHandle master, masterKey(state, stop));
        schema::ProfileMesh mesh = *member.mesh;
        mesh.updated = after(mesh.updated, state.now());
        const auto isRetired = [&](const schema::PublicKey& key) { return key.udf == *retired; };
        std::ranges::copy_if(member.mesh->keysOnlineSignature, std::back_inserter(mesh.keysFormerSignature),
                             isRetired);
        std::erase_if(mesh.keysOnlineSignature, isRetired);
        MMM_TRY(profiles.mesh, schema::sealRecord(mesh, {master.keyInUse().get()}));
    }
    dare::Envelope present;
    {
        const std::scoped_lock lock(state.mutex);
        present = state.record.profileAccount;
    }
    MMM_TRY(const auto verified, schema::verifyProfileAccount(present));
    schema::ProfileAccount account = *verified;
    account.updated = after(account.updated, state.now());
    account.keyEncryption = schema::describe(newEncryption);
    MMM_TRY(profiles.account,
            schema::sealRecord(account, {keys.accountSignature.get(), keys.signature.get()}));
    return profiles;
}

/// The marks beyond which nothing of the device counts.
std::vector<schema::ContainerMark> marks(Containers& containers)
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

} // namespace

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

Status disconnectDevice(MeshState& state, const std::string& deviceUdf, std::stop_token stop)
{
    const auto member = state.member();
    const std::string deviceCatalog(schema::store_name::device);
    // the marks must count everything that the service has
    MMM_TRY(const auto status, askStatus(state, {}, stop));
    MMM_CHECK(downloadAll(state, status, stop));
    {
        const std::scoped_lock lock(state.mutex);
        if (state.device->udf == deviceUdf)
            return fail(Fault::Unsupported, "a device is disconnected by another one");
    }
    const auto newEncryption =
        std::make_shared<const crypto::PrivateKey>(crypto::PrivateKey::generate(crypto::Curve::Ed448));
    protocol::Identity identity;
    NewProfiles profiles;
    {
        const std::scoped_lock lock(member->mutex);
        if (!member->keys->administration)
            return fail(Fault::NotAuthorised, "only an administration device disconnects devices");
        MMM_TRY(const CatalogedDevice entry, readDevice(*member, deviceUdf));
        MMM_TRY(const auto verified, schema::verifyCatalogedDevice(entry, member->mesh));
        MMM_TRY(profiles, profilesWithout(state, *member, verified, newEncryption->publicKey(), stop));
        identity = member->keys->identity;
    }
    MMM_CHECK(publish(state, *member, identity, profiles.mesh, profiles.account, stop));
    {
        const std::scoped_lock lock(member->mutex);
        const MemberKeys& keys = *member->keys;
        std::vector<std::shared_ptr<const crypto::PrivateKey>> former = keys.formerEncryption;
        former.push_back(keys.accountEncryption);
        MMM_TRY(CatalogedDevice gone, readDevice(*member, deviceUdf));
        gone.closed = marks(*member->containers);
        MMM_CHECK(putDevice(*member, gone));
        for (const std::string& id : member->containers->devices().ids()) {
            if (id == deviceUdf)
                continue;
            MMM_TRY(const CatalogedDevice entry, readDevice(*member, id));
            MMM_TRY(const auto verified, schema::verifyCatalogedDevice(entry, member->mesh));
            MMM_TRY(const CatalogedDevice rekeyed,
                    rekeyDeviceEntry(verified, member->mesh, *keys.administration, profiles.account,
                                     member->accountUdf, newEncryption, former, state.now()));
            MMM_CHECK(putDevice(*member, rekeyed));
        }
    }
    // the last entry of the device, with its marks, must be there before it is removed
    MMM_CHECK(upload(state, deviceCatalog, stop));
    {
        const std::scoped_lock lock(member->mutex);
        MMM_CHECK(member->containers->devices().remove(deviceUdf));
    }
    MMM_CHECK(upload(state, deviceCatalog, stop));
    return takeUpDevices(state, nullptr, stop);
}

Status grantAdministration(MeshState& state, const std::string& deviceUdf, std::stop_token stop)
{
    const auto member = state.member();
    MMM_TRY(const keystore::KeyHandle master, masterKey(state, stop));
    const crypto::OverlayKey overlay = crypto::generateOverlay(crypto::Curve::Ed448);
    protocol::Identity identity;
    dare::Envelope profileMesh;
    dare::Envelope profileAccount;
    CatalogedDevice promoted;
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
        mesh.updated = after(mesh.updated, state.now());
        mesh.keysOnlineSignature.push_back(schema::describe(administration));
        MMM_TRY(profileMesh, schema::sealRecord(mesh, {master.keyInUse().get()}));
        MMM_TRY(promoted, promoteDeviceEntry(verified, member->mesh, *member->keys->administration, overlay,
                                             state.now()));
        identity = member->keys->identity;
        const std::scoped_lock record(state.mutex);
        profileAccount = state.record.profileAccount;
    }
    MMM_CHECK(publish(state, *member, identity, profileMesh, profileAccount, stop));
    {
        const std::scoped_lock lock(member->mutex);
        MMM_CHECK(putDevice(*member, promoted));
    }
    MMM_CHECK(upload(state, std::string(schema::store_name::device), stop));
    return takeUpDevices(state, nullptr, stop);
}

} // namespace mmm::mesh
