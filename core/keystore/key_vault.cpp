#include "keystore/key_vault.h"

#include "udf/fingerprint.h"

namespace mmm::keystore {

namespace {

// A key as an item's secret: the curve, the form (0 seed, 1 scalar), then the octets of that form.
constexpr std::uint8_t seedForm = 0;
constexpr std::uint8_t scalarForm = 1;

/// The numbers are part of the format, so they do not follow the enumeration.
constexpr std::pair<crypto::Curve, std::uint8_t> curveNumbers[] = {
    {crypto::Curve::Ed25519, 1},
    {crypto::Curve::Ed448, 2},
    {crypto::Curve::X25519, 3},
    {crypto::Curve::X448, 4},
};

Secret encode(const crypto::PrivateKey& key)
{
    Botan::secure_vector<std::uint8_t> octets;
    for (const auto& [curve, number] : curveNumbers) {
        if (curve == key.curve())
            octets.push_back(number);
    }
    octets.push_back(key.hasSeed() ? seedForm : scalarForm);
    const Secret number = key.hasSeed() ? key.seed().clone() : key.scalar();
    octets.insert(octets.end(), number.view().begin(), number.view().end());
    return Secret(std::move(octets));
}

Result<crypto::PrivateKey> decode(const Secret& item)
{
    const BytesView octets = item.view();
    if (octets.size() < 3)
        return fail(Fault::Damaged, "an item that is no key");
    for (const auto& [curve, number] : curveNumbers) {
        if (number != octets[0])
            continue;
        Secret value(octets.subspan(2));
        auto key = octets[1] == seedForm     ? crypto::PrivateKey::fromSeed(curve, std::move(value))
                   : octets[1] == scalarForm ? crypto::PrivateKey::fromScalar(curve, value)
                                             : fail(Fault::Damaged, "a key of unknown form");
        if (!key)
            return fail(Fault::Damaged, "an item that is no valid key");
        return key;
    }
    return fail(Fault::Damaged, "a key of an unknown curve");
}

Status checkFingerprint(const KeyId& id, const crypto::PublicKey& key)
{
    const auto fingerprint = udf::Udf::parse(id);
    if (!fingerprint || !udf::isFingerprintOf(*fingerprint, key))
        return fail(Fault::BadKey, "the key is not the one of its name");
    return {};
}

} // namespace

KeyId KeyVault::idOf(const crypto::PublicKey& key)
{
    return udf::fingerprint(key).text();
}

Result<KeyHandle> KeyVault::add(const crypto::PrivateKey& key, Exportable exportable, std::stop_token stop)
{
    const KeyId id = idOf(key.publicKey());
    const auto existing = m_store->read(id, stop);
    if (existing && existing->exportable != exportable)
        return fail(Fault::Exists, "the key is kept with another permission to be exported");
    if (!existing && existing.error().fault != Fault::KeyNotFound)
        return tl::unexpected(existing.error());
    if (!existing)
        MMM_CHECK(m_store->put(id, encode(key), exportable, stop));
    return KeyHandle(id, std::make_shared<const crypto::PrivateKey>(key.clone()), exportable);
}

Result<KeyHandle> KeyVault::open(const KeyId& id, std::stop_token stop) const
{
    MMM_TRY(const KeyStore::Content content, m_store->read(id, stop));
    MMM_TRY(crypto::PrivateKey key, decode(content.secret));
    MMM_CHECK(checkFingerprint(id, key.publicKey()));
    return KeyHandle(id, std::make_shared<const crypto::PrivateKey>(std::move(key)), content.exportable);
}

Result<KeyHandle> KeyVault::addComposite(const KeyId& base, const crypto::PrivateKey& overlay,
                                         const KeyId& expected, std::stop_token stop)
{
    MMM_TRY(const KeyHandle device, open(base, stop));
    MMM_TRY(const crypto::PrivateKey composite, crypto::combine(*device.m_key, overlay));
    MMM_CHECK(checkFingerprint(expected, composite.publicKey()));
    return add(composite, Exportable::No, stop);
}

Result<crypto::PrivateKey> KeyVault::exportKey(const KeyId& id, std::stop_token stop) const
{
    MMM_TRY(const KeyHandle handle, open(id, stop));
    if (!handle.isExportable())
        return fail(Fault::NotExportable, "the key was made to stay on this device");
    return handle.m_key->clone();
}

Status KeyVault::remove(const KeyId& id, std::stop_token stop)
{
    return m_store->remove(id, stop);
}

} // namespace mmm::keystore
