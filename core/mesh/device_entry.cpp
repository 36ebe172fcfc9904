#include "mesh/device_entry.h"

#include "schema/key_check.h"
#include "udf/udf.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

/// What a device may that has no permissions listed (WIRE E.5).
std::vector<schema::Permission> ordinaryPermissions()
{
    return {schema::makePermission("Catalog:*", "Read"), schema::makePermission("Catalog:*", "Write"),
            schema::makePermission("Message:*", "Accept")};
}

std::vector<schema::Permission> permissionsOf(bool isAdministrator)
{
    if (!isAdministrator)
        return {};
    std::vector<schema::Permission> permissions = ordinaryPermissions();
    permissions.push_back(schema::makePermission("Administration"));
    permissions.push_back(schema::makePermission("Confirmation"));
    return permissions;
}

void permit(std::vector<schema::Permission>& permissions, const std::string& name, bool isAllowed)
{
    if (permissions.empty())
        permissions = ordinaryPermissions();
    std::erase_if(permissions, [&](const schema::Permission& permission) { return permission.name == name; });
    if (isAllowed)
        permissions.push_back(schema::makePermission(name));
}

std::vector<schema::KeyComposite> former(const std::vector<std::shared_ptr<const crypto::PrivateKey>>& keys)
{
    std::vector<schema::KeyComposite> list;
    for (const auto& key : keys) {
        schema::KeyComposite composite;
        composite.publicKey = dare::fromPublicKey(key->publicKey());
        composite.part = dare::fromPrivateKey(*key);
        list.push_back(std::move(composite));
    }
    return list;
}

Result<schema::ActivationAdministration> administrationFor(const crypto::PublicKey& deviceSignature,
                                                           const AdministrationKeys& administrator,
                                                           const crypto::OverlayKey& overlay)
{
    schema::ActivationAdministration activation;
    MMM_TRY(activation.keySignature, schema::describe(deviceSignature, overlay));
    activation.meshEncryption = dare::fromPrivateKey(*administrator.meshEncryption);
    activation.accountSignature = dare::fromPrivateKey(*administrator.accountSignature);
    activation.accountOnlineSignature = dare::fromPrivateKey(*administrator.accountOnlineSignature);
    return activation;
}

/// To the device, and to the mesh's own key for the administrators of later.
std::vector<dare::RecipientKey> recipients(const crypto::PublicKey& device, const crypto::PublicKey& mesh)
{
    return {device, mesh};
}

/// To the device and to nobody else: what opens all other activations in a recovery does not open this one.
Result<schema::MortalKey> mortalFor(const crypto::PublicKey& device, const std::string& accountUdf,
                                    const crypto::PrivateKey& key, const crypto::PrivateKey& signer,
                                    TimePoint now)
{
    schema::ActivationMortal activation;
    activation.updated = now;
    activation.accountUdf = accountUdf;
    activation.keyEncryption = dare::fromPrivateKey(key);
    schema::MortalKey mortal;
    mortal.udf = schema::udfOf(key.publicKey());
    MMM_TRY(mortal.envelopedActivationMortal, schema::sealRecord(activation, {&signer}, {device}));
    return mortal;
}

/// Whether the entry is of the account whose keys the administrator has; a mesh may have several.
bool isOf(const AdministrationKeys& administrator, const schema::VerifiedAccountEntry& account)
{
    const std::string udf = schema::udfOf(administrator.accountSignature->publicKey());
    return udf::sameText(udf, account.profile.udf());
}

} // namespace

Result<schema::CatalogedDevice> makeDeviceEntry(const DeviceEntryPlan& plan)
{
    MMM_TRY(const schema::PublicKeySet base, schema::publicKeysOf(*plan.device));
    const bool isAdministrator = plan.administrationOverlay != nullptr;
    const auto to = recipients(base.encryption, plan.meshEncryption);

    const schema::OverlaySet overlays = schema::OverlaySet::generate(base);
    MMM_TRY(const schema::PublicKeySet keys, schema::compose(base, overlays));
    const schema::ConnectionDevice connection =
        schema::makeConnectionDevice(keys, plan.meshUdf, permissionsOf(isAdministrator), plan.now);
    MMM_TRY(const dare::Envelope connectionEnvelope,
            schema::sealRecord(connection, {plan.administrator.signature.get()}));
    MMM_TRY(schema::ActivationDevice activation,
            schema::makeActivationDevice(base, overlays, connectionEnvelope, plan.now));
    activation.notaryToken = plan.serviceToken;
    if (isAdministrator) {
        MMM_TRY(schema::ActivationAdministration administration,
                administrationFor(base.signature, plan.administrator, *plan.administrationOverlay));
        activation.activations.emplace_back(std::move(administration));
    }
    MMM_TRY(const dare::Envelope activationEnvelope,
            schema::sealRecord(activation, {plan.administrator.signature.get()}, to));

    const schema::OverlaySet accountOverlays = schema::OverlaySet::generate(base);
    MMM_TRY(const schema::PublicKeySet accountKeys, schema::compose(base, accountOverlays));
    const schema::ConnectionAccount member = schema::makeConnectionAccount(
        accountKeys, plan.accountUdf, plan.serviceIds, permissionsOf(isAdministrator), plan.now);
    MMM_TRY(const dare::Envelope memberEnvelope,
            schema::sealRecord(member, {plan.administrator.accountOnlineSignature.get()}));
    MMM_TRY(schema::ActivationAccount memberActivation,
            schema::makeActivationAccount(base, accountOverlays, plan.accountUdf,
                                          crypto::AccountKey{plan.accountEncryption->clone()}, plan.now));
    memberActivation.keysGroupFormer = former(plan.formerEncryption);
    memberActivation.notaryToken = plan.devicesToken;
    MMM_TRY(const dare::Envelope memberActivationEnvelope,
            schema::sealRecord(memberActivation, {plan.administrator.accountOnlineSignature.get()}, to));
    MMM_TRY(schema::AccountEntry account,
            schema::makeAccountEntry(plan.profileAccount, memberEnvelope, memberActivationEnvelope));
    for (const auto& key : plan.mortal) {
        MMM_TRY(schema::MortalKey mortal, mortalFor(base.encryption, plan.accountUdf, *key,
                                                    *plan.administrator.accountOnlineSignature, plan.now));
        account.mortalKeys.push_back(std::move(mortal));
    }

    MMM_TRY(schema::CatalogedDevice entry,
            schema::makeCatalogedDevice(plan.device.envelope(), connectionEnvelope, activationEnvelope,
                                        {std::move(account)}));
    entry.name = plan.name;
    return entry;
}

Result<schema::CatalogedDevice>
renewDeviceEntry(const schema::VerifiedDevice& device, const schema::Verified<schema::ProfileMesh>& mesh,
                 const std::shared_ptr<const crypto::PrivateKey>& meshEncryption, const RenewedKeys& keys,
                 TimePoint now)
{
    const AdministrationKeys& administrator = keys.administrator;
    MMM_TRY(const schema::PublicKeySet base, schema::publicKeysOf(*device.profile));
    const auto to = recipients(base.encryption, administrator.meshEncryption->publicKey());
    dare::KeyRing ring;
    ring.add(meshEncryption);
    schema::CatalogedDevice entry = device.entry;

    // signed anew, since whoever signed it may be the one who leaves
    schema::ConnectionDevice connection = *device.connection;
    connection.updated = now;
    MMM_TRY(entry.envelopedConnectionDevice, schema::sealRecord(connection, {administrator.signature.get()}));
    MMM_TRY(schema::ActivationDevice activation, schema::openActivation(device, mesh, ring));
    activation.envelopedConnectionDevice = entry.envelopedConnectionDevice;
    activation.updated = now;
    for (auto& any : activation.activations) {
        if (auto* administration = std::get_if<schema::ActivationAdministration>(&any)) {
            administration->meshEncryption = dare::fromPrivateKey(*administrator.meshEncryption);
            administration->accountOnlineSignature =
                dare::fromPrivateKey(*administrator.accountOnlineSignature);
        }
    }
    MMM_TRY(entry.envelopedActivationDevice,
            schema::sealRecord(activation, {administrator.signature.get()}, to));

    for (std::size_t i = 0; i < entry.accounts.size(); ++i) {
        if (!udf::sameText(device.accounts[i].profile.udf(), keys.accountUdf))
            continue;
        schema::AccountEntry& account = entry.accounts[i];
        schema::ConnectionAccount member = *device.accounts[i].connection;
        member.updated = now;
        MMM_TRY(account.envelopedConnectionAccount,
                schema::sealRecord(member, {administrator.accountOnlineSignature.get()}));
        MMM_TRY(schema::ActivationAccount memberActivation,
                schema::openActivation(device, device.accounts[i], ring));
        schema::KeyComposite present;
        present.publicKey = dare::fromPublicKey(keys.accountEncryption->publicKey());
        present.part = dare::fromPrivateKey(*keys.accountEncryption);
        memberActivation.keyGroup = std::move(present);
        memberActivation.keysGroupFormer = former(keys.formerEncryption);
        memberActivation.updated = now;
        account.envelopedProfileAccount = keys.profileAccount;
        MMM_TRY(account.envelopedActivationAccount,
                schema::sealRecord(memberActivation, {administrator.accountOnlineSignature.get()}, to));
        if (keys.mortal) {
            MMM_TRY(schema::MortalKey mortal, mortalFor(base.encryption, keys.accountUdf, *keys.mortal,
                                                        *administrator.accountOnlineSignature, now));
            account.mortalKeys.push_back(std::move(mortal));
        }
    }
    return entry;
}

Result<schema::CatalogedDevice> promoteDeviceEntry(const schema::VerifiedDevice& device,
                                                   const schema::Verified<schema::ProfileMesh>& mesh,
                                                   const AdministrationKeys& administrator,
                                                   const crypto::OverlayKey& overlay, TimePoint now)
{
    MMM_TRY(const crypto::PublicKey meshEncryption, schema::keyOf(mesh->keyEncryption));
    MMM_TRY(const schema::PublicKeySet base, schema::publicKeysOf(*device.profile));
    dare::KeyRing ring;
    ring.add(administrator.meshEncryption);
    const auto to = recipients(base.encryption, meshEncryption);
    schema::CatalogedDevice entry = device.entry;

    schema::ConnectionDevice connection = *device.connection;
    connection.permissions = permissionsOf(true);
    connection.updated = now;
    MMM_TRY(entry.envelopedConnectionDevice, schema::sealRecord(connection, {administrator.signature.get()}));
    MMM_TRY(schema::ActivationDevice activation, schema::openActivation(device, mesh, ring));
    activation.envelopedConnectionDevice = entry.envelopedConnectionDevice;
    activation.updated = now;
    std::erase_if(activation.activations, [](const auto& any) {
        return std::holds_alternative<schema::ActivationAdministration>(any);
    });
    MMM_TRY(schema::ActivationAdministration administration,
            administrationFor(base.signature, administrator, overlay));
    activation.activations.emplace_back(std::move(administration));
    MMM_TRY(entry.envelopedActivationDevice,
            schema::sealRecord(activation, {administrator.signature.get()}, to));
    for (std::size_t i = 0; i < entry.accounts.size(); ++i) {
        if (!isOf(administrator, device.accounts[i]))
            continue;
        schema::ConnectionAccount member = *device.accounts[i].connection;
        member.permissions = permissionsOf(true);
        member.updated = now;
        MMM_TRY(entry.accounts[i].envelopedConnectionAccount,
                schema::sealRecord(member, {administrator.accountOnlineSignature.get()}));
    }
    return entry;
}

Result<schema::CatalogedDevice> activateDeviceEntry(const schema::VerifiedDevice& device,
                                                    const schema::Verified<schema::ProfileMesh>& mesh,
                                                    const AdministrationKeys& administrator,
                                                    schema::ActivationDevice activation, TimePoint now)
{
    MMM_TRY(const crypto::PublicKey meshEncryption, schema::keyOf(mesh->keyEncryption));
    MMM_TRY(const schema::PublicKeySet base, schema::publicKeysOf(*device.profile));
    schema::CatalogedDevice entry = device.entry;
    activation.updated = now;
    MMM_TRY(entry.envelopedActivationDevice, schema::sealRecord(activation, {administrator.signature.get()},
                                                                recipients(base.encryption, meshEncryption)));
    return entry;
}

Result<schema::CatalogedDevice> giveMortalKey(const schema::VerifiedDevice& device,
                                              const AdministrationKeys& administrator,
                                              const std::string& accountUdf, const crypto::PrivateKey& key,
                                              TimePoint now)
{
    MMM_TRY(const schema::PublicKeySet base, schema::publicKeysOf(*device.profile));
    schema::CatalogedDevice entry = device.entry;
    for (std::size_t i = 0; i < entry.accounts.size(); ++i) {
        if (!udf::sameText(device.accounts[i].profile.udf(), accountUdf))
            continue;
        MMM_TRY(schema::MortalKey mortal,
                mortalFor(base.encryption, accountUdf, key, *administrator.accountOnlineSignature, now));
        entry.accounts[i].mortalKeys.push_back(std::move(mortal));
    }
    return entry;
}

Result<schema::CatalogedDevice> permitDeviceEntry(const schema::VerifiedDevice& device,
                                                  const AdministrationKeys& administrator,
                                                  const std::string& permission, bool isAllowed,
                                                  TimePoint now)
{
    schema::CatalogedDevice entry = device.entry;
    schema::ConnectionDevice connection = *device.connection;
    permit(connection.permissions, permission, isAllowed);
    connection.updated = now;
    MMM_TRY(entry.envelopedConnectionDevice, schema::sealRecord(connection, {administrator.signature.get()}));
    for (std::size_t i = 0; i < entry.accounts.size(); ++i) {
        if (!isOf(administrator, device.accounts[i]))
            continue;
        schema::ConnectionAccount member = *device.accounts[i].connection;
        permit(member.permissions, permission, isAllowed);
        member.updated = now;
        MMM_TRY(entry.accounts[i].envelopedConnectionAccount,
                schema::sealRecord(member, {administrator.accountOnlineSignature.get()}));
    }
    return entry;
}

} // namespace mmm::mesh
