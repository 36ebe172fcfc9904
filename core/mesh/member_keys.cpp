#include "mesh/member_keys.h"

#include "schema/key_check.h"
#include "schema/make.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

std::shared_ptr<const crypto::PrivateKey> share(crypto::PrivateKey key)
{
    return std::make_shared<const crypto::PrivateKey>(std::move(key));
}

Result<std::shared_ptr<const crypto::PrivateKey>> privateKeyOf(const dare::Key& key)
{
    MMM_TRY(crypto::PrivateKey decoded, dare::toPrivateKey(key));
    return share(std::move(decoded));
}

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

} // namespace

Result<DeviceKeys> makeDevice(keystore::KeyVault& vault, const std::string& description, TimePoint now,
                              std::stop_token stop, const std::function<void(double)>& progress)
{
    const auto report = [&progress](double share) {
        if (progress)
            progress(share);
    };
    const schema::DeviceKeySet keys = schema::DeviceKeySet::generate();
    MMM_TRY(auto signature, vault.add(keys.signature.key, keystore::Exportable::No, stop));
    report(1.0 / 3);
    MMM_TRY(auto encryption, vault.add(keys.encryption.key, keystore::Exportable::No, stop));
    report(2.0 / 3);
    MMM_TRY(auto authentication, vault.add(keys.authentication.key, keystore::Exportable::No, stop));
    const schema::ProfileDevice profile = schema::makeProfileDevice(keys.publicKeys(), description, now);
    MMM_TRY(dare::Envelope envelope, schema::sealRecord(profile, {&keys.signature.key}));
    std::string udf = schema::udfOf(keys.signature.key.publicKey());
    return DeviceKeys{std::move(envelope), std::move(udf), std::move(signature), std::move(encryption),
                      std::move(authentication)};
}

Result<DeviceKeys> openDevice(const keystore::KeyVault& vault, const dare::Envelope& envelope,
                              std::stop_token stop)
{
    MMM_TRY(const auto profile, schema::verifyProfileDevice(envelope));
    MMM_TRY(const schema::PublicKeySet keys, schema::publicKeysOf(*profile));
    MMM_TRY(auto signature, vault.open(keystore::KeyVault::idOf(keys.signature), stop));
    MMM_TRY(auto encryption, vault.open(keystore::KeyVault::idOf(keys.encryption), stop));
    MMM_TRY(auto authentication, vault.open(keystore::KeyVault::idOf(keys.authentication), stop));
    return DeviceKeys{envelope, profile.udf(), std::move(signature), std::move(encryption),
                      std::move(authentication)};
}

void forgetDevice(keystore::KeyVault& vault, const DeviceKeys& device)
{
    // nothing depends on these keys any more, so a keychain that fails now does no harm
    (void)vault.remove(device.signature.id());
    (void)vault.remove(device.encryption.id());
    (void)vault.remove(device.authentication.id());
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
    keys.keyRing = std::make_shared<const dare::KeyRing>(std::move(all));
    MMM_TRY(keys.administration, openAdministration(device, activation, *mesh));
    return keys;
}

} // namespace mmm::mesh
