#include "service/identity_keeper.h"

#include "schema/key_check.h"
#include "schema/make.h"
#include "schema/verify.h"

#include <algorithm>

namespace mmm::service {

namespace {

constexpr auto serviceKeyId = "service:signature";
constexpr auto hostSignatureId = "service:host-signature";
constexpr auto hostAuthenticationId = "service:host-authentication";
constexpr auto tlsKeyId = "service:tls";
constexpr auto profileServiceSetting = "profile-service";
constexpr auto profileHostSetting = "profile-host";
constexpr auto connectionHostSetting = "connection-host";
constexpr auto tlsChainSetting = "tls-chain";
constexpr std::chrono::hours renewBefore{24 * 90};

Result<crypto::PrivateKey> newKey(keystore::KeyStore& keys, const std::string& id)
{
    crypto::PrivateKey key = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    MMM_CHECK(keys.put(id, key.seed(), keystore::Exportable::Yes));
    return key;
}

Result<crypto::PrivateKey> storedKey(keystore::KeyStore& keys, const std::string& id)
{
    MMM_TRY(Secret seed, keys.get(id));
    return crypto::PrivateKey::fromSeed(crypto::Curve::Ed448, std::move(seed));
}

Result<dare::Envelope> storedEnvelope(Storage& storage, const char* name)
{
    MMM_TRY(const auto text, storage.setting(name));
    if (!text)
        return fail(Fault::Missing, "the service's profile is missing");
    return dare::Envelope::parse(*text);
}

/// The host's profile states the digest of its TLS key, so that the certificate is vouched for by the
/// service.
Status signHost(ServiceIdentity& identity, const crypto::PrivateKey& serviceKey, BytesView tlsKeyDigest,
                TimePoint now)
{
    schema::ProfileHost host = schema::makeProfileHost(identity.hostSignature->publicKey(),
                                                       identity.hostAuthentication->publicKey(), now);
    host.tlsKeyDigest = copyOf(tlsKeyDigest);
    MMM_TRY(identity.profileHost, schema::sealRecord(host, {identity.hostSignature.get()}));
    const schema::ConnectionHost connection = schema::makeConnectionHost(
        schema::udfOf(identity.hostSignature->publicKey()), schema::udfOf(serviceKey.publicKey()), now);
    MMM_TRY(identity.connectionHost, schema::sealRecord(connection, {&serviceKey}));
    return {};
}

/// The service's profile names the host's signature key as an online key, so that what the host states from
/// day to day counts as the service's word while the service's own key is left alone.
Status signService(ServiceIdentity& identity, const crypto::PrivateKey& serviceKey, TimePoint now)
{
    schema::ProfileService service =
        schema::makeProfileService(serviceKey.publicKey(), identity.hostAuthentication->publicKey(), now);
    service.keysOnlineSignature = {schema::describe(identity.hostSignature->publicKey())};
    MMM_TRY(identity.profileService, schema::sealRecord(service, {&serviceKey}));
    return {};
}

bool isOnlineKey(const schema::ProfileService& service, const crypto::PublicKey& key)
{
    return std::ranges::any_of(service.keysOnlineSignature, [&key](const schema::PublicKey& online) {
        return schema::isUdfOf(online.udf, key);
    });
}

Status save(Storage& storage, const ServiceIdentity& identity)
{
    return storage.transaction([&]() -> Status {
        MMM_CHECK(storage.setSetting(profileServiceSetting, identity.profileService.toJson()));
        MMM_CHECK(storage.setSetting(profileHostSetting, identity.profileHost.toJson()));
        return storage.setSetting(connectionHostSetting, identity.connectionHost.toJson());
    });
}

template<typename Key>
std::shared_ptr<const crypto::PrivateKey> share(Key key)
{
    return std::make_shared<const crypto::PrivateKey>(std::move(key));
}

Result<ServiceIdentity> makeIdentity(Storage& storage, keystore::KeyStore& keys, BytesView tlsKeyDigest,
                                     TimePoint now)
{
    ServiceIdentity identity;
    MMM_TRY(const crypto::PrivateKey serviceKey, newKey(keys, serviceKeyId));
    MMM_TRY(crypto::PrivateKey hostSignature, newKey(keys, hostSignatureId));
    MMM_TRY(crypto::PrivateKey hostAuthentication, newKey(keys, hostAuthenticationId));
    identity.hostSignature = share(std::move(hostSignature));
    identity.hostAuthentication = share(std::move(hostAuthentication));
    MMM_CHECK(signService(identity, serviceKey, now));
    MMM_CHECK(signHost(identity, serviceKey, tlsKeyDigest, now));
    MMM_CHECK(save(storage, identity));
    return identity;
}

Result<ServiceIdentity> loadIdentity(Storage& storage, keystore::KeyStore& keys)
{
    ServiceIdentity identity;
    MMM_TRY(identity.profileService, storedEnvelope(storage, profileServiceSetting));
    MMM_TRY(identity.profileHost, storedEnvelope(storage, profileHostSetting));
    MMM_TRY(identity.connectionHost, storedEnvelope(storage, connectionHostSetting));
    MMM_TRY(crypto::PrivateKey hostSignature, storedKey(keys, hostSignatureId));
    MMM_TRY(crypto::PrivateKey hostAuthentication, storedKey(keys, hostAuthenticationId));
    identity.hostSignature = share(std::move(hostSignature));
    identity.hostAuthentication = share(std::move(hostAuthentication));
    return identity;
}

} // namespace

Result<ServiceIdentity> openServiceIdentity(Storage& storage, keystore::KeyStore& keys,
                                            BytesView tlsKeyDigest, TimePoint now)
{
    MMM_TRY(const auto existing, storage.setting(profileServiceSetting));
    auto opened = existing ? loadIdentity(storage, keys) : makeIdentity(storage, keys, tlsKeyDigest, now);
    if (!opened)
        return opened;
    ServiceIdentity identity = std::move(*opened);
    MMM_TRY(const auto service, schema::verifyProfileService(identity.profileService));
    MMM_TRY(auto host, schema::verifyProfileHost(identity.profileHost));
    const bool isNamed = isOnlineKey(*service, identity.hostSignature->publicKey());
    if (!isNamed || !std::ranges::equal(host->tlsKeyDigest, tlsKeyDigest)) {
        MMM_TRY(const crypto::PrivateKey serviceKey, storedKey(keys, serviceKeyId));
        if (!isNamed)
            MMM_CHECK(signService(identity, serviceKey, now));
        MMM_CHECK(signHost(identity, serviceKey, tlsKeyDigest, now));
        MMM_CHECK(save(storage, identity));
    }
    identity.serviceUdf = service.udf();
    identity.hostUdf = host.udf();
    return identity;
}

Result<TlsIdentity> openTlsIdentity(Storage& storage, keystore::KeyStore& keys,
                                    const TlsIdentity::Names& names, TimePoint now)
{
    MMM_TRY(const auto chain, storage.setting(tlsChainSetting));
    if (chain) {
        MMM_TRY(const Secret key, keys.get(tlsKeyId));
        MMM_TRY(TlsIdentity identity, TlsIdentity::load(textOf(*chain), key));
        if (identity.expires() > now + renewBefore)
            return identity;
    }
    MMM_TRY(TlsIdentity identity, TlsIdentity::create(names, now));
    MMM_CHECK(keys.put(tlsKeyId, identity.privateKey(), keystore::Exportable::Yes));
    MMM_CHECK(storage.setSetting(tlsChainSetting, bytesOf(identity.chainPem())));
    return identity;
}

} // namespace mmm::service
