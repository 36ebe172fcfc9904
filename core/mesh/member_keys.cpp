#include "mesh/member_keys.h"
#include "mesh/shared_key.h"

#include "schema/key_check.h"
#include "schema/make.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

crypto::DeviceKey deviceKey(const keystore::KeyHandle& handle)
{
    return {handle.keyInUse()->clone()};
}

Result<std::shared_ptr<const crypto::PrivateKey>> composite(const keystore::KeyHandle& base,
                                                            const std::optional<schema::KeyOverlay>& overlay)
{
    MMM_TRY(crypto::CompositeKey key, schema::applyOverlay(deviceKey(base), overlay));
    return share(std::move(key.key));
}

Result<std::optional<AdministrationKeys>> openAdministration(const DeviceKeys& device,
                                                             const schema::ActivationDevice& activation,
                                                             const schema::ProfileMesh& mesh)
{
    for (const auto& any : activation.activations) {
        const auto* administration = std::get_if<schema::ActivationAdministration>(&any);
        if (!administration)
            continue;
        AdministrationKeys keys;
        MMM_TRY(keys.signature, composite(device.signature, administration->keySignature));
        MMM_TRY(keys.meshEncryption, privateKeyOf(administration->meshEncryption));
        MMM_TRY(keys.accountSignature, privateKeyOf(administration->accountSignature));
        MMM_TRY(keys.accountOnlineSignature, privateKeyOf(administration->accountOnlineSignature));
        const std::string udf = schema::udfOf(keys.signature->publicKey());
        const auto isOurs = [&udf](const schema::PublicKey& key) { return key.udf == udf; };
        // the mesh may have taken the right away since
        if (std::ranges::any_of(mesh.keysOnlineSignature, isOurs))
            return std::optional(std::move(keys));
    }
    return std::optional<AdministrationKeys>();
}

/// What cannot be opened is passed over: it must not keep the device from the rest of its account.
void openMortal(const schema::VerifiedAccountEntry& account, const dare::KeyRing& ring, MemberKeys& keys)
{
    const auto& given = account.entry.mortalKeys;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const bool isPresent = i + 1 == given.size();
        auto key = schema::openMortalKey(given[i], account, ring, isPresent);
        if (!key)
            continue;
        keys.mortal.push_back(share(std::move(*key)));
        if (isPresent)
            keys.mortalEncryption = keys.mortal.back();
    }
}

/// What does not fit the device is passed over: it must not keep the device from its account.
std::map<std::string, std::shared_ptr<const crypto::PrivateKey>>
openSsh(const DeviceKeys& device, const schema::ActivationDevice& activation)
{
    std::map<std::string, std::shared_ptr<const crypto::PrivateKey>> keys;
    if (!device.application)
        return keys;
    for (const auto& any : activation.activations) {
        const auto* ssh = std::get_if<schema::ActivationApplicationSSH>(&any);
        if (!ssh)
            continue;
        if (auto key = composite(*device.application, ssh->keySignature))
            keys[ssh->key] = std::move(*key);
    }
    return keys;
}

} // namespace

Result<NewDevice> prepareDevice(const std::string& description, TimePoint now)
{
    NewDevice device{
        schema::DeviceKeySet::generate(), crypto::PrivateKey::generate(crypto::Curve::Ed25519), {}};
    const schema::ProfileDevice profile =
        schema::makeProfileDevice(device.keys.publicKeys(), description, now, device.application.publicKey());
    MMM_TRY(device.profile, schema::sealRecord(profile, {&device.keys.signature.key}));
    return device;
}

Result<DeviceKeys> keepDevice(keystore::KeyVault& vault, const NewDevice& device, std::stop_token stop,
                              const std::function<void(double)>& progress)
{
    const auto report = [&progress](double share) {
        if (progress)
            progress(share);
    };
    const schema::DeviceKeySet& keys = device.keys;
    MMM_TRY(auto signature, vault.add(keys.signature.key, keystore::Exportable::No, stop));
    report(1.0 / 4);
    MMM_TRY(auto encryption, vault.add(keys.encryption.key, keystore::Exportable::No, stop));
    report(2.0 / 4);
    MMM_TRY(auto authentication, vault.add(keys.authentication.key, keystore::Exportable::No, stop));
    report(3.0 / 4);
    MMM_TRY(auto application, vault.add(device.application, keystore::Exportable::No, stop));
    std::string udf = schema::udfOf(keys.signature.key.publicKey());
    return DeviceKeys{device.profile,
                      std::move(udf),
                      std::move(signature),
                      std::move(encryption),
                      std::move(authentication),
                      std::move(application)};
}

Result<DeviceKeys> makeDevice(keystore::KeyVault& vault, const std::string& description, TimePoint now,
                              std::stop_token stop, const std::function<void(double)>& progress)
{
    MMM_TRY(const NewDevice device, prepareDevice(description, now));
    return keepDevice(vault, device, stop, progress);
}

Result<DeviceKeys> openDevice(const keystore::KeyVault& vault, const dare::Envelope& envelope,
                              std::stop_token stop)
{
    MMM_TRY(const auto profile, schema::verifyProfileDevice(envelope));
    MMM_TRY(const schema::PublicKeySet keys, schema::publicKeysOf(*profile));
    MMM_TRY(auto signature, vault.open(keystore::KeyVault::idOf(keys.signature), stop));
    MMM_TRY(auto encryption, vault.open(keystore::KeyVault::idOf(keys.encryption), stop));
    MMM_TRY(auto authentication, vault.open(keystore::KeyVault::idOf(keys.authentication), stop));
    std::optional<keystore::KeyHandle> application;
    if (profile->keyApplication) {
        MMM_TRY(const crypto::PublicKey key, schema::keyOf(profile->keyApplication));
        MMM_TRY(application, vault.open(keystore::KeyVault::idOf(key), stop));
    }
    return DeviceKeys{envelope,
                      profile.udf(),
                      std::move(signature),
                      std::move(encryption),
                      std::move(authentication),
                      std::move(application)};
}

void forgetDevice(keystore::KeyVault& vault, const DeviceKeys& device)
{
    // nothing depends on these keys any more, so a keychain that fails now does no harm
    (void)vault.remove(device.signature.id());
    (void)vault.remove(device.encryption.id());
    (void)vault.remove(device.authentication.id());
    if (device.application)
        (void)vault.remove(device.application->id());
}

void forgetDevice(keystore::KeyVault& vault, const dare::Envelope& envelope)
{
    const auto profile = schema::verifyProfileDevice(envelope);
    if (!profile)
        return;
    const schema::ProfileDevice& device = **profile;
    for (const auto* key : {&device.keyOfflineSignature, &device.keyEncryption, &device.keyAuthentication,
                            &device.keyApplication}) {
        if (const auto decoded = schema::keyOf(*key))
            (void)vault.remove(keystore::KeyVault::idOf(*decoded));
    }
}

Result<MemberKeys> openMember(const DeviceKeys& device, const schema::CatalogedDevice& entry,
                              const schema::Verified<schema::ProfileMesh>& mesh,
                              const std::string& accountUdf)
{
    MMM_TRY(const schema::VerifiedDevice verified, schema::verifyCatalogedDevice(entry, mesh));
    if (verified.profile.udf() != device.udf)
        return fail(Fault::Contradiction, "the entry is another device's");
    const auto account = std::ranges::find_if(verified.accounts, [&](const schema::VerifiedAccountEntry& a) {
        return a.profile.udf() == accountUdf;
    });
    if (account == verified.accounts.end())
        return fail(Fault::NotAuthorised, "the device has no part in this account");

    dare::KeyRing ring;
    ring.add(device.encryption.keyInUse());
    MMM_TRY(const schema::ActivationDevice activation, schema::openActivation(verified, mesh, ring));
    MMM_TRY(const schema::ActivationAccount member, schema::openActivation(verified, *account, ring));

    MemberKeys keys;
    MMM_TRY(keys.signature, composite(device.signature, member.keySignature));
    keys.signatureUdf = schema::udfOf(keys.signature->publicKey());
    keys.connection = account->connection.envelope();
    keys.profile = account->profile.envelope();
    keys.permissions = account->connection->permissions;
    MMM_TRY(keys.identity.key, composite(device.authentication, member.keyAuthentication));
    keys.identity.credentials.push_back({"Connection", account->connection.envelope()});
    if (!member.keyGroup)
        return fail(Fault::Missing, "activation without the account's encryption key");
    MMM_TRY(keys.accountEncryption, privateKeyOf(member.keyGroup->part));
    dare::KeyRing all;
    all.add(keys.accountEncryption);
    for (const schema::KeyComposite& former : member.keysGroupFormer) {
        MMM_TRY(auto key, privateKeyOf(former.part));
        keys.formerEncryption.push_back(key);
        all.add(std::move(key));
    }
    openMortal(*account, ring, keys);
    for (const auto& mortal : keys.mortal)
        all.add(mortal);
    keys.keyRing = std::make_shared<const dare::KeyRing>(std::move(all));
    MMM_TRY(keys.administration, openAdministration(device, activation, *mesh));
    keys.ssh = openSsh(device, activation);
    return keys;
}

} // namespace mmm::mesh
