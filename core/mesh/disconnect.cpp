#include "mesh/account_place.h"
#include "mesh/align_applications.h"
#include "mesh/ceremonies.h"
#include "mesh/device_entry.h"
#include "mesh/exchange.h"
#include "mesh/log_witness.h"
#include "mesh/manage_devices.h"
#include "mesh/master_key.h"
#include "mesh/mesh_change.h"
#include "mesh/shared_key.h"
#include "schema/key_check.h"

#include <algorithm>

/// A device leaves: whatever it knew is replaced (WIRE F.4). Of any device that is the account's encryption
/// key; an administration device also knew the mesh's encryption key and the account's online signature key.
namespace mmm::mesh {

namespace {

using schema::CatalogedDevice;

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

/// The mesh without the leaving device's administration key, and with a new encryption key.
Result<dare::Envelope> meshWithout(const MeshState& state, const Membership& member,
                                   const std::string& retired, const crypto::PublicKey& meshEncryption,
                                   const crypto::PrivateKey& master)
{
    schema::ProfileMesh mesh = *member.mesh;
    mesh.updated = laterThan(mesh.updated, state.now());
    const auto isRetired = [&](const schema::PublicKey& key) { return key.udf == retired; };
    std::ranges::copy_if(member.mesh->keysOnlineSignature, std::back_inserter(mesh.keysFormerSignature),
                         isRetired);
    std::erase_if(mesh.keysOnlineSignature, isRetired);
    mesh.keyEncryption = schema::describe(meshEncryption);
    return schema::sealRecord(mesh, {&master});
}

/// With membership.mutex held.
Result<MeshChange> planDeparture(MeshState& state, Membership& member, const std::string& deviceUdf,
                                 std::stop_token stop)
{
    if (!member.keys->administration)
        return fail(Fault::NotAuthorised, "only an administration device disconnects devices");
    const AdministrationKeys& present = *member.keys->administration;
    MMM_TRY(CatalogedDevice leaving, readDevice(member, deviceUdf));
    MMM_TRY(const auto verified, schema::verifyCatalogedDevice(leaving, member.mesh));

    MeshChange change;
    change.leaving = deviceUdf;
    change.profileMesh = member.mesh.envelope();
    RenewedKeys renewed{present, freshKey(), member.keys->formerEncryption, {}, member.accountUdf};
    renewed.formerEncryption.push_back(member.keys->accountEncryption);
    if (member.keys->mortalEncryption)
        renewed.mortal = freshKey();
    if (const auto retired = administrationUdf(verified, member.mesh, present)) {
        change.retired = *retired;
        MMM_TRY(const auto master, masterSignature(state, stop));
        // not a random one: shares that were made before must bring the mesh back still
        MMM_TRY(renewed.administrator.meshEncryption,
                meshEncryptionOf(*master, member.mesh->keysFormerSignature.size() + 1));
        renewed.administrator.accountOnlineSignature = freshKey();
        MMM_TRY(change.place, resealedPlace(member, *renewed.administrator.accountOnlineSignature));
        MMM_TRY(change.profileMesh, meshWithout(state, member, *retired,
                                                renewed.administrator.meshEncryption->publicKey(), *master));
    }
    dare::Envelope account;
    {
        const std::scoped_lock lock(state.mutex);
        account = state.record.profileAccount;
    }
    MMM_TRY(renewed.profileAccount, renewedAccount(state, account, renewed));
    change.profileAccount = renewed.profileAccount;

    for (const std::string& id : member.containers->devices().ids()) {
        if (id == deviceUdf)
            continue;
        MMM_TRY(const CatalogedDevice entry, readDevice(member, id));
        MMM_TRY(const auto staying, schema::verifyCatalogedDevice(entry, member.mesh));
        MMM_TRY(CatalogedDevice rewritten,
                renewDeviceEntry(staying, member.mesh, present.meshEncryption, renewed, state.now()));
        change.entries.push_back(std::move(rewritten));
    }
    leaving.closed = closingMarks(*member.containers);
    change.entries.push_back(std::move(leaving));
    return change;
}

} // namespace

Result<dare::Envelope> renewedAccount(const MeshState& state, const dare::Envelope& present,
                                      const RenewedKeys& keys)
{
    MMM_TRY(const auto verified, schema::verifyProfileAccount(present));
    schema::ProfileAccount account = *verified;
    account.updated = laterThan(account.updated, state.now());
    account.notaryToken = notaryTokenFor(state, std::move(account.notaryToken));
    account.keyEncryption = schema::describe(keys.accountEncryption->publicKey());
    account.keysOnlineSignature = {schema::describe(keys.administrator.accountOnlineSignature->publicKey())};
    return schema::sealRecord(
        account, {keys.administrator.accountSignature.get(), keys.administrator.signature.get()});
}

Status disconnectDevice(MeshState& state, const std::string& deviceUdf, std::stop_token stop)
{
    const auto member = state.member();
    {
        const std::scoped_lock lock(state.mutex);
        if (state.device->udf == deviceUdf)
            return fail(Fault::Unsupported, "a device is disconnected by another one");
    }
    MMM_CHECK(finishChange(state, stop));
    // the marks must count everything that the service has
    MMM_TRY(const auto status, askStatus(state, {}, stop));
    MMM_CHECK(downloadAll(state, status, stop));
    {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(MeshChange change, planDeparture(state, *member, deviceUdf, stop));
        MMM_CHECK(planChange(state, std::move(change)));
    }
    MMM_CHECK(finishChange(state, stop));
    // its keys for applications go out of what is published
    return alignApplications(state, stop);
}

} // namespace mmm::mesh
