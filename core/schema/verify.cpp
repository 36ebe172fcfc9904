#include "schema/verify.h"

#include "schema/key_check.h"
#include "schema/service_accreditation.h"
#include "udf/udf.h"

#include <algorithm>

namespace mmm::schema {

/// The only maker of Verified.
struct Verifier
{
    template<encoding::Record T>
    static Verified<T> believe(T value, const Envelope& envelope, std::string udf)
    {
        return Verified<T>(std::move(value), envelope, std::move(udf));
    }
};

namespace {

Result<crypto::PublicKey> offlineKey(const Profile& profile)
{
    auto key = keyOf(profile.keyOfflineSignature);
    if (key && !crypto::canSign(key->curve()))
        return fail(Fault::BadKey, "the offline key cannot sign");
    return key;
}

/// The identifier as the profile itself states it, so that a profile of July 2019 keeps its own.
std::string identifierOf(const PublicKey& stated, const crypto::PublicKey& key)
{
    return stated.udf.empty() ? udfOf(key) : stated.udf;
}

Status expect(std::string_view expectedUdf, const crypto::PublicKey& key)
{
    if (!expectedUdf.empty() && !isUdfOf(expectedUdf, key))
        return fail(Fault::NotAuthorised, "another profile than expected");
    return {};
}

template<encoding::Record T>
Result<Verified<T>> verifySelfSigned(const Envelope& envelope, std::string_view expectedUdf = {})
{
    MMM_TRY(T profile, payloadOf<T>(envelope));
    MMM_CHECK(checkKeys(profile));
    MMM_TRY(const crypto::PublicKey key, offlineKey(profile));
    MMM_CHECK(expect(expectedUdf, key));
    MMM_CHECK(envelope.verify(key));
    std::string udf = identifierOf(*profile.keyOfflineSignature, key);
    return Verifier::believe(std::move(profile), envelope, std::move(udf));
}

/// The parts of a connection that are the same for all: keys, subject and authority.
Status checkParties(const Connection& connection, const std::optional<PublicKey>& subject,
                    const Profile& authority)
{
    MMM_TRY(const crypto::PublicKey subjectKey, keyOf(subject));
    if (!connection.subjectUdf.empty() && !isUdfOf(connection.subjectUdf, subjectKey))
        return fail(Fault::Contradiction, "the subject is another key");
    MMM_TRY(const crypto::PublicKey authorityKey, offlineKey(authority));
    if (!connection.authorityUdf.empty() && !isUdfOf(connection.authorityUdf, authorityKey))
        return fail(Fault::Contradiction, "the connection is to another authority");
    return {};
}

Status sameKey(const std::optional<PublicKey>& published, const Result<crypto::PublicKey>& made)
{
    if (!made)
        return tl::unexpected<Error>(made.error());
    MMM_TRY(const crypto::PublicKey key, keyOf(published));
    if (!(key == *made))
        return fail(Fault::Contradiction, "an overlay makes another key than the connection publishes");
    return {};
}

template<typename Activation, typename ConnectionOf>
Status checkOverlays(const Activation& activation, const ProfileDevice& profile,
                     const ConnectionOf& connection)
{
    MMM_TRY(const PublicKeySet base, publicKeysOf(profile));
    MMM_CHECK(sameKey(connection.keySignature, applyOverlay(base.signature, activation.keySignature)));
    MMM_CHECK(sameKey(connection.keyAuthentication,
                      applyOverlay(base.authentication, activation.keyAuthentication)));
    // the reference program leaves the encryption key out of connections to accounts (WIRE E.5)
    if (connection.keyEncryption)
        MMM_CHECK(sameKey(connection.keyEncryption, applyOverlay(base.encryption, activation.keyEncryption)));
    return {};
}

template<encoding::Record T>
Result<T> openSecret(const Envelope& envelope, const std::vector<PublicKey>& signers,
                     const dare::KeyRing& keys)
{
    if (envelope.isEmpty())
        return fail(Fault::Missing, std::string(T::className) + " is missing");
    if (!envelope.signatures().empty())
        MMM_CHECK(verifyByAny(envelope, signers));
    MMM_TRY(const Secret payload, envelope.open(keys));
    return encoding::fromTaggedJson<T>(payload);
}

} // namespace

Status verifyByAny(const Envelope& envelope, const std::vector<PublicKey>& signers)
{
    MMM_CHECK(envelope.verifyDigest());
    for (const PublicKey& signer : signers) {
        const auto key = keyOf(signer);
        if (key && envelope.verify(*key))
            return {};
    }
    return fail(Fault::NotAuthorised, "not signed by a key that may");
}

Result<Verified<ProfileMesh>> verifyProfileMesh(const Envelope& envelope, std::string_view expectedUdf)
{
    auto mesh = verifySelfSigned<ProfileMesh>(envelope, expectedUdf);
    if (mesh && mesh->value().keysOnlineSignature.empty())
        return fail(Fault::Missing, "a personal mesh without an administration key");
    return mesh;
}

Result<Verified<ProfileDevice>> verifyProfileDevice(const Envelope& envelope)
{
    MMM_TRY(Verified<ProfileDevice> device, verifySelfSigned<ProfileDevice>(envelope));
    MMM_CHECK(publicKeysOf(*device));
    return device;
}

Result<Verified<ProfileService>> verifyProfileService(const Envelope& envelope, std::string_view expectedUdf)
{
    return verifySelfSigned<ProfileService>(envelope, expectedUdf);
}

Result<Verified<ProfileHost>> verifyProfileHost(const Envelope& envelope)
{
    return verifySelfSigned<ProfileHost>(envelope);
}

Result<Verified<ProfileGroup>> verifyProfileGroup(const Envelope& envelope)
{
    return verifySelfSigned<ProfileGroup>(envelope);
}

Result<Verified<ProfileAccount>> verifyProfileAccount(const Envelope& envelope,
                                                      const Verified<ProfileMesh>* mesh)
{
    MMM_TRY(ProfileAccount account, payloadOf<ProfileAccount>(envelope));
    MMM_CHECK(checkKeys(account));
    MMM_TRY(const crypto::PublicKey own, offlineKey(account));
    MMM_CHECK(envelope.verifyDigest());
    if (mesh) {
        MMM_TRY(const crypto::PublicKey meshKey, offlineKey(**mesh));
        if (!isUdfOf(account.meshProfileUdf, meshKey))
            return fail(Fault::NotAuthorised, "an account of another personal mesh");
    }
    if (auto status = envelope.verify(own); !status) {
        if (!mesh)
            return tl::unexpected<Error>(std::move(status).error());
        MMM_CHECK(verifyByAny(envelope, (*mesh)->keysOnlineSignature));
    }
    std::string udf = identifierOf(*account.keyOfflineSignature, own);
    return Verifier::believe(std::move(account), envelope, std::move(udf));
}

namespace {

Result<Verified<ConnectionDevice>> verifyConnectionBy(const std::vector<PublicKey>& administrators,
                                                      const Envelope& envelope,
                                                      const Verified<ProfileMesh>& mesh)
{
    MMM_TRY(ConnectionDevice connection, payloadOf<ConnectionDevice>(envelope));
    MMM_CHECK(checkKeys(connection));
    MMM_CHECK(verifyByAny(envelope, administrators));
    MMM_CHECK(checkParties(connection, connection.keySignature, *mesh));
    MMM_TRY(const crypto::PublicKey subject, keyOf(connection.keySignature));
    std::string udf = identifierOf(*connection.keySignature, subject);
    return Verifier::believe(std::move(connection), envelope, std::move(udf));
}

} // namespace

Result<Verified<ConnectionDevice>> verifyConnectionDevice(const Envelope& envelope,
                                                          const Verified<ProfileMesh>& mesh)
{
    return verifyConnectionBy(mesh->keysOnlineSignature, envelope, mesh);
}

Result<Verified<ConnectionAccount>> verifyConnectionAccount(const Envelope& envelope,
                                                            const Verified<ProfileAccount>& account)
{
    MMM_TRY(ConnectionAccount connection, payloadOf<ConnectionAccount>(envelope));
    MMM_CHECK(checkKeys(connection));
    MMM_CHECK(verifyByAny(envelope, account->keysOnlineSignature));
    MMM_CHECK(checkParties(connection, connection.keySignature, *account));
    MMM_TRY(const crypto::PublicKey subject, keyOf(connection.keySignature));
    std::string udf = identifierOf(*connection.keySignature, subject);
    return Verifier::believe(std::move(connection), envelope, std::move(udf));
}

Result<Verified<ConnectionGroup>> verifyConnectionGroup(const Envelope& envelope,
                                                        const Verified<ProfileGroup>& group)
{
    MMM_TRY(ConnectionGroup connection, payloadOf<ConnectionGroup>(envelope));
    MMM_CHECK(verifyByAny(envelope, group->keysOnlineSignature));
    if (connection.subjectUdf.empty() || connection.authorityUdf.empty())
        return fail(Fault::Missing, "the connection names no parties");
    MMM_TRY(const crypto::PublicKey authority, offlineKey(*group));
    if (!isUdfOf(connection.authorityUdf, authority))
        return fail(Fault::Contradiction, "the connection is to another authority");
    if (connection.keyEncryption) {
        MMM_TRY(const crypto::PublicKey stated, dare::toPublicKey(connection.keyEncryption->publicKey));
        MMM_TRY(const crypto::PublicKey published, keyOf(group->keyEncryption));
        if (!(stated == published))
            return fail(Fault::Contradiction, "the connection is to another key");
        if (!std::holds_alternative<std::monostate>(connection.keyEncryption->part))
            return fail(Fault::BadKey, "a connection that publishes a private part");
    }
    std::string udf = connection.subjectUdf;
    return Verifier::believe(std::move(connection), envelope, std::move(udf));
}

Result<Verified<ConnectionApplication>> verifyConnectionApplication(const Envelope& envelope,
                                                                    const Verified<ProfileAccount>& account)
{
    MMM_TRY(ConnectionApplication connection, payloadOf<ConnectionApplication>(envelope));
    MMM_CHECK(checkKeys(connection));
    MMM_CHECK(verifyByAny(envelope, account->keysOnlineSignature));
    // without these it would fit any application and any device
    if (connection.key.empty() || connection.deviceUdf.empty() || connection.subjectUdf.empty() ||
        connection.authorityUdf.empty())
        return fail(Fault::Missing, "the connection names no parties");
    MMM_CHECK(checkParties(connection, connection.keySignature, *account));
    std::string udf = connection.subjectUdf;
    return Verifier::believe(std::move(connection), envelope, std::move(udf));
}

Result<Verified<ConnectionHost>> verifyConnectionHost(const Envelope& envelope,
                                                      const Verified<ProfileService>& service,
                                                      const Verified<ProfileHost>& host)
{
    MMM_TRY(ConnectionHost connection, payloadOf<ConnectionHost>(envelope));
    std::vector<PublicKey> signers = service->keysOnlineSignature;
    signers.push_back(*service->keyOfflineSignature);
    MMM_CHECK(verifyByAny(envelope, signers));
    // without these two the connection would fit any host
    if (connection.subjectUdf.empty() || connection.authorityUdf.empty())
        return fail(Fault::Missing, "the connection names no parties");
    MMM_CHECK(checkParties(connection, host->keyOfflineSignature, *service));
    std::string udf = connection.subjectUdf;
    return Verifier::believe(std::move(connection), envelope, std::move(udf));
}

Result<Verified<ConnectionService>> verifyConnectionService(const Envelope& envelope,
                                                            const Verified<ProfileService>& service,
                                                            const ServiceAuthority& authority)
{
    MMM_TRY(ConnectionService connection, payloadOf<ConnectionService>(envelope));
    const Profile& by = std::visit([](const auto& is) -> const Profile& { return *is; }, authority);
    MMM_CHECK(verifyByAny(envelope, by.keysOnlineSignature));
    // without these two it would fit any service
    if (connection.subjectUdf.empty() || connection.authorityUdf.empty())
        return fail(Fault::Missing, "the connection names no parties");
    MMM_CHECK(checkParties(connection, service->keyOfflineSignature, by));
    std::string udf = connection.subjectUdf;
    return Verifier::believe(std::move(connection), envelope, std::move(udf));
}

Status checkSuccession(const Profile& known, const Profile& offered)
{
    MMM_TRY(const crypto::PublicKey knownKey, offlineKey(known));
    MMM_TRY(const crypto::PublicKey offeredKey, offlineKey(offered));
    if (!(knownKey == offeredKey))
        return fail(Fault::NotAuthorised, "another profile than the known one");
    if (known.updated && (!offered.updated || *offered.updated < *known.updated))
        return fail(Fault::RolledBack, "the profile is older than the known one");
    return {};
}

Result<VerifiedDevice> verifyCatalogedDevice(const CatalogedDevice& device, const Verified<ProfileMesh>& mesh,
                                             Administrators administrators)
{
    std::vector<PublicKey> signers = mesh->keysOnlineSignature;
    if (administrators == Administrators::PresentAndFormer)
        signers.insert(signers.end(), mesh->keysFormerSignature.begin(), mesh->keysFormerSignature.end());
    MMM_TRY(Verified<ProfileDevice> profile, verifyProfileDevice(device.envelopedProfileDevice));
    MMM_TRY(Verified<ConnectionDevice> connection,
            verifyConnectionBy(signers, device.envelopedConnectionDevice, mesh));
    MMM_TRY(const crypto::PublicKey profileKey, keyOf(profile->keyOfflineSignature));
    MMM_TRY(const crypto::PublicKey connectionKey, keyOf(connection->keySignature));
    if (!device.deviceUdf.empty() && !isUdfOf(device.deviceUdf, profileKey))
        return fail(Fault::Contradiction, "the entry names another device");
    if (!device.udf.empty() && !isUdfOf(device.udf, connectionKey))
        return fail(Fault::Contradiction, "the entry names another key");

    std::vector<VerifiedAccountEntry> accounts;
    for (const AccountEntry& entry : device.accounts) {
        MMM_TRY(Verified<ProfileAccount> account, verifyProfileAccount(entry.envelopedProfileAccount, &mesh));
        if (!entry.accountUdf.empty() && !udf::sameText(entry.accountUdf, account.udf()))
            return fail(Fault::Contradiction, "the entry names another account");
        MMM_TRY(Verified<ConnectionAccount> membership,
                verifyConnectionAccount(entry.envelopedConnectionAccount, account));
        accounts.push_back({std::move(account), std::move(membership), entry});
    }
    return VerifiedDevice{device, std::move(profile), std::move(connection), std::move(accounts)};
}

Status checkActivation(const ActivationDevice& activation, const ProfileDevice& profile,
                       const ConnectionDevice& connection)
{
    return checkOverlays(activation, profile, connection);
}

Status checkActivation(const ActivationAccount& activation, const ProfileDevice& profile,
                       const ConnectionAccount& connection, const ProfileAccount& account)
{
    MMM_CHECK(checkOverlays(activation, profile, connection));
    MMM_TRY(const crypto::PublicKey accountKey, offlineKey(account));
    if (!isUdfOf(activation.accountUdf, accountKey))
        return fail(Fault::Contradiction, "the activation is for another account");
    if (!activation.keyGroup)
        return {};
    MMM_TRY(const crypto::PublicKey groupKey, dare::toPublicKey(activation.keyGroup->publicKey));
    MMM_TRY(const crypto::PublicKey published, keyOf(account.keyEncryption));
    if (!(groupKey == published))
        return fail(Fault::Contradiction, "the group key is not the account's");
    if (activation.keyGroup->service.empty()) {
        MMM_TRY(const crypto::PrivateKey part, dare::toPrivateKey(activation.keyGroup->part));
        if (!(part.publicKey() == published))
            return fail(Fault::Contradiction, "the private group key is not the account's");
    }
    return {};
}

Result<ActivationDevice> openActivation(const VerifiedDevice& device, const Verified<ProfileMesh>& mesh,
                                        const dare::KeyRing& keys)
{
    MMM_TRY(ActivationDevice activation, openSecret<ActivationDevice>(device.entry.envelopedActivationDevice,
                                                                      mesh->keysOnlineSignature, keys));
    MMM_CHECK(checkActivation(activation, *device.profile, *device.connection));
    return activation;
}

Result<ActivationAccount> openActivation(const VerifiedDevice& device, const VerifiedAccountEntry& account,
                                         const dare::KeyRing& keys)
{
    MMM_TRY(ActivationAccount activation,
            openSecret<ActivationAccount>(account.entry.envelopedActivationAccount,
                                          account.profile->keysOnlineSignature, keys));
    MMM_CHECK(checkActivation(activation, *device.profile, *account.connection, *account.profile));
    return activation;
}

Result<crypto::PrivateKey> openMortalKey(const MortalKey& key, const VerifiedAccountEntry& account,
                                         const dare::KeyRing& keys, bool isPresent)
{
    if (key.envelopedActivationMortal.isEmpty())
        return fail(Fault::Missing, "a key of an account without its activation");
    if (isPresent)
        MMM_CHECK(verifyByAny(key.envelopedActivationMortal, account.profile->keysOnlineSignature));
    MMM_TRY(const Secret payload, key.envelopedActivationMortal.open(keys));
    MMM_TRY(const auto activation, encoding::fromTaggedJson<ActivationMortal>(payload));
    MMM_TRY(crypto::PrivateKey opened, dare::toPrivateKey(activation.keyEncryption));
    if (!udf::sameText(activation.accountUdf, account.profile.udf()))
        return fail(Fault::Contradiction, "the activation is for another account");
    if (!isUdfOf(key.udf, opened.publicKey()))
        return fail(Fault::Contradiction, "the activation holds another key than it says");
    return opened;
}

bool isPermitted(const std::vector<Permission>& permissions, std::string_view name, std::string_view role)
{
    const auto isKind = [&](std::string_view kind) { return name.starts_with(kind); };
    if (permissions.empty())
        return isKind("Catalog:") || (isKind("Message:") && (role.empty() || role == "Accept"));
    return std::any_of(permissions.begin(), permissions.end(), [&](const Permission& permission) {
        const bool named = permission.name == name ||
                           (permission.name.ends_with(":*") &&
                            isKind(std::string_view(permission.name).substr(0, permission.name.size() - 1)));
        return named && (role.empty() || permission.role == role);
    });
}

} // namespace mmm::schema
