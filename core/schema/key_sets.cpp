#include "schema/key_sets.h"

#include "schema/key_check.h"

namespace mmm::schema {

namespace {

template<typename T>
Result<PublicKeySet> threeKeys(const T& record, const std::optional<PublicKey>& signature)
{
    MMM_TRY(crypto::PublicKey first, keyOf(signature));
    MMM_TRY(crypto::PublicKey second, keyOf(record.keyEncryption));
    MMM_TRY(crypto::PublicKey third, keyOf(record.keyAuthentication));
    return PublicKeySet{std::move(first), std::move(second), std::move(third)};
}

Result<crypto::OverlayKey> read(const crypto::PublicKey& base, const std::optional<KeyOverlay>& overlay)
{
    if (!overlay)
        return fail(Fault::Missing, "overlay missing");
    if (!overlay->baseUdf.empty() && !isUdfOf(overlay->baseUdf, base))
        return fail(Fault::Contradiction, "overlay for another key");
    MMM_TRY(crypto::PrivateKey key, dare::toPrivateKey(overlay->overlay));
    return crypto::OverlayKey{std::move(key)};
}

Status checkResult(const KeyOverlay& overlay, const crypto::PublicKey& result)
{
    if (!overlay.udf.empty() && !isUdfOf(overlay.udf, result))
        return fail(Fault::Contradiction, "overlay makes another key");
    return {};
}

template<typename T>
Result<CompositeKeySet> activateAll(const DeviceKeySet& device, const T& activation)
{
    MMM_TRY(crypto::CompositeKey signature, applyOverlay(device.signature, activation.keySignature));
    MMM_TRY(crypto::CompositeKey encryption, applyOverlay(device.encryption, activation.keyEncryption));
    MMM_TRY(crypto::CompositeKey authentication,
            applyOverlay(device.authentication, activation.keyAuthentication));
    return CompositeKeySet{std::move(signature), std::move(encryption), std::move(authentication)};
}

} // namespace

DeviceKeySet DeviceKeySet::generate(crypto::Random& random)
{
    const auto one = [&] {
        return crypto::DeviceKey{crypto::PrivateKey::generate(crypto::Curve::Ed448, random)};
    };
    // braces fix the order in which octets are drawn
    return DeviceKeySet{one(), one(), one()};
}

PublicKeySet DeviceKeySet::publicKeys() const
{
    return {signature.key.publicKey(), encryption.key.publicKey(), authentication.key.publicKey()};
}

OverlaySet OverlaySet::generate(const PublicKeySet& base, crypto::Random& random)
{
    return OverlaySet{crypto::generateOverlay(base.signature.curve(), random),
                      crypto::generateOverlay(base.encryption.curve(), random),
                      crypto::generateOverlay(base.authentication.curve(), random)};
}

PublicKeySet CompositeKeySet::publicKeys() const
{
    return {signature.key.publicKey(), encryption.key.publicKey(), authentication.key.publicKey()};
}

Result<PublicKeySet> publicKeysOf(const ProfileDevice& profile)
{
    return threeKeys(profile, profile.keyOfflineSignature);
}

Result<PublicKeySet> publicKeysOf(const ConnectionDevice& connection)
{
    return threeKeys(connection, connection.keySignature);
}

Result<PublicKeySet> publicKeysOf(const ConnectionAccount& connection)
{
    return threeKeys(connection, connection.keySignature);
}

Result<PublicKeySet> compose(const PublicKeySet& base, const OverlaySet& overlays)
{
    MMM_TRY(crypto::PublicKey signature, crypto::cogenerate(base.signature, overlays.signature));
    MMM_TRY(crypto::PublicKey encryption, crypto::cogenerate(base.encryption, overlays.encryption));
    MMM_TRY(crypto::PublicKey authentication,
            crypto::cogenerate(base.authentication, overlays.authentication));
    return PublicKeySet{std::move(signature), std::move(encryption), std::move(authentication)};
}

Result<KeyOverlay> describe(const crypto::PublicKey& base, const crypto::OverlayKey& overlay)
{
    MMM_TRY(const crypto::PublicKey result, crypto::cogenerate(base, overlay));
    KeyOverlay made;
    made.udf = udfOf(result);
    made.baseUdf = udfOf(base);
    made.overlay = dare::fromPrivateKey(overlay.key);
    return made;
}

Result<crypto::PublicKey> applyOverlay(const crypto::PublicKey& base,
                                       const std::optional<KeyOverlay>& overlay)
{
    MMM_TRY(const crypto::OverlayKey key, read(base, overlay));
    MMM_TRY(crypto::PublicKey result, crypto::cogenerate(base, key));
    MMM_CHECK(checkResult(*overlay, result));
    return result;
}

Result<crypto::CompositeKey> applyOverlay(const crypto::DeviceKey& base,
                                          const std::optional<KeyOverlay>& overlay)
{
    MMM_TRY(const crypto::OverlayKey key, read(base.key.publicKey(), overlay));
    MMM_TRY(crypto::CompositeKey result, crypto::cogenerate(base, key));
    MMM_CHECK(checkResult(*overlay, result.key.publicKey()));
    return result;
}

Result<CompositeKeySet> activate(const DeviceKeySet& device, const ActivationDevice& activation)
{
    return activateAll(device, activation);
}

Result<CompositeKeySet> activate(const DeviceKeySet& device, const ActivationAccount& activation)
{
    return activateAll(device, activation);
}

} // namespace mmm::schema
