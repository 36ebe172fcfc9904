#include "mesh/account_place.h"
#include "mesh/align_applications.h"
#include "mesh/device_entry.h"
#include "mesh/exchange.h"
#include "mesh/manage_devices.h"
#include "mesh/mesh_change.h"
#include "mesh/persona_parts.h"
#include "mesh/shared_key.h"
#include "schema/key_check.h"

#include <algorithm>

/// A further account follows the home account's devices (personas.h).
namespace mmm::mesh {

namespace {

using schema::CatalogedDevice;

/// More devices do not leave at once.
constexpr int mostPersonaRounds = 32;

bool isAdministrator(const schema::VerifiedDevice& device)
{
    return schema::isPermitted(device.connection->permissions, "Administration");
}

/// The device that the home account has no more; empty if there is none.
std::string leavingOf(Membership& persona, const MeshLead& lead)
{
    for (const std::string& id : persona.containers->devices().ids()) {
        if (std::ranges::find(lead.devices, id, &CatalogedDevice::deviceUdf) == lead.devices.end())
            return id;
    }
    return {};
}

/// The fingerprint of an administration key that the newer profile has among the former ones.
std::string retiredBetween(const schema::ProfileMesh& before, const schema::ProfileMesh& after)
{
    for (const schema::PublicKey& key : after.keysFormerSignature) {
        if (std::ranges::find(before.keysFormerSignature, key.udf, &schema::PublicKey::udf) ==
            before.keysFormerSignature.end())
            return key.udf;
    }
    return {};
}

/// What has to change at once: the mesh's profile, and with a device that left the account's keys. None if
/// nothing has. With the persona's mutex held.
Result<std::optional<MeshChange>> plan(MeshState& state, Membership& persona, const MeshLead& lead)
{
    const AdministrationKeys& present = *persona.keys->administration;
    // this account may have heard of a newer profile by another way
    const bool isMeshNew = lead.mesh->updated > persona.mesh->updated;
    MeshChange change;
    change.leaving = leavingOf(persona, lead);
    if (!isMeshNew && change.leaving.empty())
        return std::optional<MeshChange>();
    change.profileMesh = isMeshNew ? lead.mesh.envelope() : persona.mesh.envelope();
    if (isMeshNew) {
        MMM_CHECK(schema::checkSuccession(*persona.mesh, *lead.mesh));
        change.retired = retiredBetween(*persona.mesh, *lead.mesh);
    }
    {
        const std::scoped_lock lock(state.mutex);
        change.profileAccount = state.record.profileAccount;
    }
    if (change.leaving.empty() && change.retired.empty())
        return std::optional(std::move(change));

    RenewedKeys renewed{present, freshKey(), persona.keys->formerEncryption, {}, persona.accountUdf};
    renewed.formerEncryption.push_back(persona.keys->accountEncryption);
    if (isMeshNew)
        renewed.administrator.meshEncryption = lead.administration.meshEncryption;
    if (!change.retired.empty()) {
        renewed.administrator.accountOnlineSignature = freshKey();
        MMM_TRY(change.place, resealedPlace(persona, *renewed.administrator.accountOnlineSignature));
    }
    if (persona.keys->mortalEncryption)
        renewed.mortal = freshKey();
    MMM_TRY(renewed.profileAccount, renewedAccount(state, change.profileAccount, renewed));
    change.profileAccount = renewed.profileAccount;
    for (const std::string& id : persona.containers->devices().ids()) {
        MMM_TRY(CatalogedDevice entry, readDevice(persona, id));
        if (id == change.leaving) {
            entry.closed = closingMarks(*persona.containers);
            change.entries.push_back(std::move(entry));
            continue;
        }
        MMM_TRY(const auto staying, schema::verifyCatalogedDevice(entry, persona.mesh));
        MMM_TRY(CatalogedDevice rewritten,
                renewDeviceEntry(staying, persona.mesh, present.meshEncryption, renewed, state.now()));
        change.entries.push_back(std::move(rewritten));
    }
    return std::optional(std::move(change));
}

Status fetch(MeshState& state, std::stop_token stop)
{
    MMM_TRY(const auto status, askStatus(state, {}, stop));
    MMM_CHECK(downloadAll(state, status, stop));
    return status.envelopedProfileMaster.isEmpty() ? Status() : takeUpDevices(state, &status, stop);
}

/// The entry of a device that is there, with the name and the rights that the home account gives it.
Result<CatalogedDevice> brought(const CatalogedDevice& entry, const CatalogedDevice& wanted,
                                const MeshLead& lead, const AdministrationKeys& administrator, TimePoint now)
{
    MMM_TRY(const auto present, schema::verifyCatalogedDevice(entry, lead.mesh));
    MMM_TRY(const auto home, schema::verifyCatalogedDevice(wanted, lead.mesh));
    CatalogedDevice changed = entry;
    if (isAdministrator(home) && !isAdministrator(present)) {
        MMM_TRY(const auto overlay, administrationOverlay(home, lead));
        if (overlay) {
            MMM_TRY(changed, promoteDeviceEntry(present, lead.mesh, administrator, *overlay, now));
        }
    }
    changed.name = wanted.name;
    return changed;
}

/// Adds and changes entries. With the persona's mutex held.
Status bringEntries(Membership& persona, const MeshLead& lead, TimePoint now)
{
    const MemberKeys& keys = *persona.keys;
    const PersonaKeys given{*keys.administration, keys.accountEncryption, keys.formerEncryption, keys.mortal,
                            keys.profile,         persona.accountUdf,     persona.address()};
    store::Catalog& devices = persona.containers->devices();
    std::vector<store::Catalog::Item> items;
    for (const CatalogedDevice& wanted : lead.devices) {
        std::optional<CatalogedDevice> before;
        CatalogedDevice entry;
        if (devices.contains(wanted.deviceUdf)) {
            MMM_TRY(before, readDevice(persona, wanted.deviceUdf));
            MMM_TRY(entry, brought(*before, wanted, lead, *keys.administration, now));
        } else {
            MMM_TRY(entry, makePersonaEntry(wanted, lead, given, now));
        }
        if (!before || !(*before == entry))
            items.push_back({wanted.deviceUdf, encoding::toTaggedJson(entry)});
    }
    return items.empty() ? Status() : devices.putMany(std::move(items));
}

} // namespace

Result<std::vector<CatalogedDevice>> followDevices(MeshState& state, const MeshLead& lead,
                                                   std::stop_token stop)
{
    const auto persona = state.member();
    for (int round = 0; round < mostPersonaRounds; ++round) {
        MMM_CHECK(finishChange(state, stop));
        // the marks of a device that leaves must count everything that the service has
        MMM_CHECK(fetch(state, stop));
        const std::scoped_lock lock(persona->mutex);
        if (!persona->keys->administration)
            return fail(Fault::NotAuthorised, "not an administration device of this account");
        MMM_TRY(auto change, plan(state, *persona, lead));
        if (!change)
            break;
        MMM_CHECK(planChange(state, std::move(*change)));
    }
    MMM_CHECK(finishChange(state, stop));
    {
        const std::scoped_lock lock(persona->mutex);
        if (!persona->keys->administration)
            return fail(Fault::NotAuthorised, "not an administration device of this account");
        MMM_CHECK(bringEntries(*persona, lead, state.now()));
    }
    MMM_CHECK(upload(state, std::string(schema::store_name::device), stop));
    MMM_CHECK(takeUpDevices(state, nullptr, stop));
    MMM_CHECK(alignApplications(state, stop));
    const std::scoped_lock lock(persona->mutex);
    std::vector<CatalogedDevice> entries;
    for (const std::string& id : persona->containers->devices().ids()) {
        MMM_TRY(CatalogedDevice entry, readDevice(*persona, id));
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace mmm::mesh
