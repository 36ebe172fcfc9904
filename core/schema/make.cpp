#include "schema/make.h"

#include "schema/key_check.h"

namespace mmm::schema {

namespace {

std::vector<PublicKey> describeAll(const std::vector<crypto::PublicKey>& keys)
{
    std::vector<PublicKey> described;
    for (const crypto::PublicKey& key : keys)
        described.push_back(describe(key));
    return described;
}

template<typename T>
void setKeys(T& connection, const PublicKeySet& keys)
{
    connection.subjectUdf = udfOf(keys.signature);
    connection.keySignature = describe(keys.signature);
    connection.keyEncryption = describe(keys.encryption);
    connection.keyAuthentication = describe(keys.authentication);
}

template<typename T>
Status setOverlays(T& activation, const PublicKeySet& base, const OverlaySet& overlays)
{
    MMM_TRY(activation.keySignature, describe(base.signature, overlays.signature));
    MMM_TRY(activation.keyEncryption, describe(base.encryption, overlays.encryption));
    MMM_TRY(activation.keyAuthentication, describe(base.authentication, overlays.authentication));
    return {};
}

} // namespace

ProfileDevice makeProfileDevice(const PublicKeySet& keys, std::string description, TimePoint now,
                                const std::optional<crypto::PublicKey>& application)
{
    ProfileDevice profile;
    profile.updated = now;
    profile.keyOfflineSignature = describe(keys.signature);
    profile.description = std::move(description);
    profile.keyEncryption = describe(keys.encryption);
    profile.keyAuthentication = describe(keys.authentication);
    if (application)
        profile.keyApplication = describe(*application);
    return profile;
}

ProfileMesh makeProfileMesh(const crypto::PublicKey& offlineSignature,
                            const std::vector<crypto::PublicKey>& administration,
                            const crypto::PublicKey& encryption, TimePoint now,
                            const std::vector<crypto::PublicKey>& escrow)
{
    ProfileMesh profile;
    profile.updated = now;
    profile.keyOfflineSignature = describe(offlineSignature);
    profile.keysOnlineSignature = describeAll(administration);
    profile.keysMasterEscrow = describeAll(escrow);
    profile.keyEncryption = describe(encryption);
    return profile;
}

ProfileAccount makeProfileAccount(const crypto::PublicKey& offlineSignature,
                                  const std::vector<crypto::PublicKey>& onlineSignature,
                                  const crypto::PublicKey& encryption, std::string meshUdf,
                                  std::vector<std::string> serviceIds, TimePoint now)
{
    ProfileAccount profile;
    profile.updated = now;
    profile.keyOfflineSignature = describe(offlineSignature);
    profile.keysOnlineSignature = describeAll(onlineSignature);
    profile.serviceIds = std::move(serviceIds);
    profile.meshProfileUdf = std::move(meshUdf);
    profile.keyEncryption = describe(encryption);
    return profile;
}

ProfileGroup makeProfileGroup(const crypto::PublicKey& offlineSignature,
                              const std::vector<crypto::PublicKey>& onlineSignature,
                              const crypto::PublicKey& encryption, std::string address, TimePoint now)
{
    ProfileGroup profile;
    profile.updated = now;
    profile.keyOfflineSignature = describe(offlineSignature);
    profile.keysOnlineSignature = describeAll(onlineSignature);
    profile.serviceIds.push_back(std::move(address));
    profile.keyEncryption = describe(encryption);
    return profile;
}

ProfileService makeProfileService(const crypto::PublicKey& offlineSignature,
                                  const std::optional<crypto::PublicKey>& authentication, TimePoint now)
{
    ProfileService profile;
    profile.updated = now;
    profile.keyOfflineSignature = describe(offlineSignature);
    if (authentication)
        profile.keyAuthentication = describe(*authentication);
    return profile;
}

ProfileHost makeProfileHost(const crypto::PublicKey& offlineSignature,
                            const crypto::PublicKey& authentication, TimePoint now)
{
    ProfileHost profile;
    profile.updated = now;
    profile.keyOfflineSignature = describe(offlineSignature);
    profile.keyAuthentication = describe(authentication);
    return profile;
}

Permission makePermission(std::string name, std::string role)
{
    Permission permission;
    permission.name = std::move(name);
    permission.role = std::move(role);
    return permission;
}

ConnectionDevice makeConnectionDevice(const PublicKeySet& composite, std::string meshUdf,
                                      std::vector<Permission> permissions, TimePoint now)
{
    ConnectionDevice connection;
    connection.updated = now;
    connection.authorityUdf = std::move(meshUdf);
    connection.permissions = std::move(permissions);
    setKeys(connection, composite);
    return connection;
}

ConnectionAccount makeConnectionAccount(const PublicKeySet& composite, std::string accountUdf,
                                        std::vector<std::string> serviceIds,
                                        std::vector<Permission> permissions, TimePoint now)
{
    ConnectionAccount connection;
    connection.updated = now;
    connection.authorityUdf = std::move(accountUdf);
    connection.serviceId = std::move(serviceIds);
    connection.permissions = std::move(permissions);
    setKeys(connection, composite);
    return connection;
}

ConnectionGroup makeConnectionGroup(std::string accountUdf, std::string groupUdf,
                                    const crypto::PublicKey& encryption, std::string address, TimePoint now)
{
    ConnectionGroup connection;
    connection.updated = now;
    connection.subjectUdf = std::move(accountUdf);
    connection.authorityUdf = std::move(groupUdf);
    KeyComposite& key = connection.keyEncryption.emplace();
    key.publicKey = dare::fromPublicKey(encryption);
    key.service = std::move(address);
    return connection;
}

ConnectionApplication makeConnectionApplication(std::string applicationKey, std::string deviceUdf,
                                                const crypto::PublicKey& key, std::string accountUdf,
                                                std::optional<TimePoint> now)
{
    ConnectionApplication connection;
    connection.updated = now;
    connection.subjectUdf = udfOf(key);
    connection.authorityUdf = std::move(accountUdf);
    connection.key = std::move(applicationKey);
    connection.deviceUdf = std::move(deviceUdf);
    connection.keySignature = describe(key);
    return connection;
}

ConnectionService makeConnectionService(std::string serviceUdf, std::string authorityUdf, TimePoint now)
{
    ConnectionService connection;
    connection.updated = now;
    connection.subjectUdf = std::move(serviceUdf);
    connection.authorityUdf = std::move(authorityUdf);
    return connection;
}

ConnectionHost makeConnectionHost(std::string hostUdf, std::string serviceUdf, TimePoint now)
{
    ConnectionHost connection;
    connection.updated = now;
    connection.subjectUdf = std::move(hostUdf);
    connection.authorityUdf = std::move(serviceUdf);
    return connection;
}

Result<ActivationDevice> makeActivationDevice(const PublicKeySet& base, const OverlaySet& overlays,
                                              const Envelope& connection, std::optional<TimePoint> now)
{
    ActivationDevice activation;
    activation.updated = now;
    activation.envelopedConnectionDevice = connection;
    MMM_CHECK(setOverlays(activation, base, overlays));
    return activation;
}

Result<ActivationAccount> makeActivationAccount(const PublicKeySet& base, const OverlaySet& overlays,
                                                std::string accountUdf, const crypto::AccountKey& encryption,
                                                std::optional<TimePoint> now)
{
    ActivationAccount activation;
    activation.updated = now;
    activation.accountUdf = std::move(accountUdf);
    activation.keyGroup.emplace();
    activation.keyGroup->publicKey = dare::fromPublicKey(encryption.key.publicKey());
    activation.keyGroup->part = dare::fromPrivateKey(encryption.key);
    MMM_CHECK(setOverlays(activation, base, overlays));
    return activation;
}

Result<CatalogedDevice> makeCatalogedDevice(const Envelope& profile, const Envelope& connection,
                                            const Envelope& activation, std::vector<AccountEntry> accounts)
{
    MMM_TRY(const ProfileDevice device, payloadOf<ProfileDevice>(profile));
    MMM_TRY(const ConnectionDevice member, payloadOf<ConnectionDevice>(connection));
    MMM_TRY(const crypto::PublicKey deviceKey, keyOf(device.keyOfflineSignature));
    MMM_TRY(const crypto::PublicKey memberKey, keyOf(member.keySignature));
    CatalogedDevice entry;
    entry.udf = udfOf(memberKey);
    entry.deviceUdf = udfOf(deviceKey);
    entry.envelopedProfileDevice = profile;
    entry.envelopedConnectionDevice = connection;
    entry.envelopedActivationDevice = activation;
    entry.accounts = std::move(accounts);
    return entry;
}

Result<AccountEntry> makeAccountEntry(const Envelope& profile, const Envelope& connection,
                                      const Envelope& activation)
{
    MMM_TRY(const ProfileAccount account, payloadOf<ProfileAccount>(profile));
    MMM_TRY(const crypto::PublicKey key, keyOf(account.keyOfflineSignature));
    AccountEntry entry;
    entry.accountUdf = udfOf(key);
    entry.envelopedProfileAccount = profile;
    entry.envelopedConnectionAccount = connection;
    entry.envelopedActivationAccount = activation;
    return entry;
}

} // namespace mmm::schema
