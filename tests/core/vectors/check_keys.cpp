#include "checks.h"
#include "key_helpers.h"

#include "crypto/cipher.h"
#include "crypto/cogeneration.h"
#include "crypto/derive.h"
#include "crypto/hash.h"
#include "udf/fingerprint.h"

#include <botan/ed25519.h>
#include <botan/ed448.h>
#include <botan/pubkey.h>

namespace mmm::vectors {

namespace {

using namespace crypto;

QString fingerprintText(const PublicKey& key)
{
    return toQt(udf::fingerprint(key).text());
}

/// The seed in a Z UDF; the octets must be the key material that the vector prints.
DerivationSeed seedOf(const Vector& vector)
{
    const std::string udfText = text(vector.inputs, vector.inputs.contains("udf") ? "udf" : "udf_seed");
    const auto parsed = udf::SecretUdf::parse(udfText);
    if (!parsed || parsed->type() != udf::Type::DerivationSeed)
        QTest::qFail("not a derivation seed", __FILE__, __LINE__);
    else if (auto seed = DerivationSeed::fromOctets(Secret(parsed->data())))
        return std::move(*seed);
    return DerivationSeed::generate(DerivedAlgorithm::Any);
}

void checkDerivedKey(const Vector& vector)
{
    checkUdfTexts(vector);
    const DerivationSeed seed = seedOf(vector);
    QCOMPARE(toHex(seed.octets()), member(vector.inputs, "ikm"));
    const auto algorithm = seed.algorithm();
    const Curve curve = algorithm == DerivedAlgorithm::X25519    ? Curve::X25519
                        : algorithm == DerivedAlgorithm::X448    ? Curve::X448
                        : algorithm == DerivedAlgorithm::Ed25519 ? Curve::Ed25519
                                                                 : Curve::Ed448;
    if (vector.inputs.contains("alg"))
        QVERIFY(curveByName(text(vector.inputs, "alg")).value() == curve);
    if (vector.inputs.contains("salt"))
        QCOMPARE(QString("%1").arg(int(algorithm), 4, 16, QLatin1Char('0')), member(vector.inputs, "salt"));
    const auto key = seed.deriveKey(curve);
    QVERIFY(key);
    if (vector.expected.contains("okm"))
        QCOMPARE(toHex(key->seed()), member(vector.expected, "okm"));
    if (vector.expected.contains("private")) {
        // X keys are printed clamped; clamping is done at use, so both give one key.
        const auto printed = PrivateKey::fromSeed(curve, secretHex(vector.expected, "private"));
        QVERIFY(printed);
        QVERIFY(printed->publicKey() == key->publicKey());
        if (canSign(curve))
            QCOMPARE(toHex(key->seed()), member(vector.expected, "private"));
    }
    if (vector.expected.contains("scalar"))
        QCOMPARE(decimal(key->scalar()), reduced(curve, member(vector.expected, "scalar")));
    if (vector.expected.contains("public"))
        QCOMPARE(toHex(key->publicKey().extended().value()), member(vector.expected, "public"));
    if (vector.expected.contains("udf"))
        QCOMPARE(fingerprintText(key->publicKey()), member(vector.expected, "udf"));
    // a seed for one kind of key makes no other
    for (Curve other : {Curve::Ed25519, Curve::Ed448, Curve::X25519, Curve::X448})
        QCOMPARE(bool(seed.deriveKey(other)), other == curve);
}

void checkDerivedEcKey(const Vector& vector)
{
    checkUdfTexts(vector);
    const DerivationSeed seed = seedOf(vector);
    QCOMPARE(toHex(seed.octets()), member(vector.inputs, "ikm"));
    const std::size_t size = std::size_t(vector.inputs["bits"].toInt()) / 8;
    QCOMPARE(toHex(seed.derive(seed.algorithm(), DerivedUse::Any, "", size).value()),
             member(vector.expected, "okm_hkdf"));
    Bytes scalar = copyOf(seed.deriveEcScalar(seed.algorithm()).value());
    std::ranges::reverse(scalar);
    QCOMPARE(decimal(scalar), member(vector.expected, "d_draft"));
    if (vector.expected.contains("d_fips_variant"))
        QVERIFY(decimal(scalar) != member(vector.expected, "d_fips_variant"));
}

void checkDerivedRsaKey(const Vector& vector)
{
    checkUdfTexts(vector);
    const DerivationSeed seed = seedOf(vector);
    QCOMPARE(toHex(seed.octets()), member(vector.inputs, "ikm"));
    const auto target = DerivedAlgorithm(hex(vector.inputs, "salt")[1]);
    const auto primes = deriveRsaPrimes(seed, target);
    QVERIFY(primes);
    const QJsonArray printed = vector.expected["next_prime_of_256bit"].toArray();
    int index = 0;
    for (const char* info : {"p", "q"}) {
        // The drafts print primes of 256 bits by mistake; the rule that makes them is the right one.
        const Secret published = seed.derive(target, DerivedUse::Any, info, 32).value();
        QCOMPARE(toHex(published), member(vector.expected, *info == 'p' ? "okm_p_256bit" : "okm_q_256bit"));
        Bytes prime = copyOf(nextRsaPrime(published));
        std::ranges::reverse(prime);
        QCOMPARE(decimal(prime), printed[index].toString());
        const Secret full = seed.derive(target, DerivedUse::Any, info, 128).value();
        QCOMPARE(toHex(full), member(vector.expected, *info == 'p' ? "okm_p_1024bit" : "okm_q_1024bit"));
        QVERIFY((index == 0 ? primes->p : primes->q) == nextRsaPrime(full));
        ++index;
    }
}

/// Device and overlay by their scalars (cryptography 05 §5.1), whose printed sum is wrong.
void checkCompositeOfScalars(const Vector& vector)
{
    const Curve curve = signingCurve(hex(vector.inputs, "device_public"));
    const DeviceKey device{keyOfScalar(curve, member(vector.inputs, "device_scalar"))};
    const OverlayKey overlay{keyOfScalar(curve, member(vector.inputs, "overlay_scalar"))};
    QCOMPARE(toHex(device.key.publicKey().raw()), member(vector.inputs, "device_public"));
    QCOMPARE(toHex(overlay.key.publicKey().raw()), member(vector.inputs, "overlay_public"));
    const auto composite = cogenerate(device, overlay);
    QVERIFY(composite);
    QCOMPARE(toHex(composite->key.publicKey().raw()),
             corrected(vector, "composite_public", "corrected_public"));
    QCOMPARE(decimal(composite->key.scalar()), corrected(vector, "composite_scalar", "corrected_scalar"));
    QCOMPARE(fingerprintText(composite->key.publicKey()), corrected(vector, "udf", "corrected_udf"));
    QVERIFY(cogenerate(device.key.publicKey(), overlay).value() == composite->key.publicKey());
    if (vector.all["printed_is_twice_device"].toBool()) {
        const auto twice = combine(device.key, device.key);
        QCOMPARE(toHex(twice->publicKey().raw()), member(vector.expected, "composite_public"));
        QVERIFY(!(twice->publicKey() == composite->key.publicKey()));
    }
}

/// The administrator's side: overlay seed and device public key (the objects of the drafts).
void checkCogeneration(const Vector& vector)
{
    checkUdfTexts(vector);
    const Bytes basePublic = hex(vector.inputs, "base_public");
    const Curve curve = signingCurve(basePublic);
    const PublicKey base = publicKeyOf(curve, basePublic);
    const OverlayKey overlay{keyOfSeed(curve, hex(vector.inputs, "overlay_private"))};
    if (vector.expected.contains("overlay_scalar"))
        QCOMPARE(decimal(overlay.key.scalar()), reduced(curve, member(vector.expected, "overlay_scalar")));
    const auto composite = cogenerate(base, overlay);
    QVERIFY(composite);
    QCOMPARE(toHex(composite->raw()), member(vector.expected, "composite_public"));
    const auto expected = udf::Udf::parse(text(vector.expected, "udf"));
    QVERIFY(expected);
    QVERIFY(udf::isFingerprintOf(*expected, *composite));
    QVERIFY(!udf::isFingerprintOf(*expected, base));
    const QString baseUdf = vector.inputs.contains("base_udf") ? member(vector.inputs, "base_udf")
                                                               : member(vector.expected, "base_udf");
    QVERIFY(udf::isFingerprintOf(udf::Udf::parse(baseUdf.toStdString()).value(), base));
}

bool stockVerify(const PublicKey& key, BytesView message, BytesView signature)
{
    if (key.curve() == Curve::Ed448)
        return Botan::PK_Verifier(Botan::Ed448_PublicKey(BytesView(key.raw())), "")
            .verify_message(message, signature);
    return Botan::PK_Verifier(Botan::Ed25519_PublicKey(BytesView(key.raw())), "Pure")
        .verify_message(message, signature);
}

/// Base and overlay by their seeds, and a signature with the composite.
void checkCompositeSignature(const Vector& vector)
{
    const Bytes compositePublic = hex(vector.expected, "composite_public");
    const Curve curve = signingCurve(compositePublic);
    const DeviceKey device{keyOfSeed(curve, hex(vector.inputs, "base_seed"))};
    const OverlayKey overlay{keyOfSeed(curve, hex(vector.inputs, "overlay_seed"))};
    const auto composite = cogenerate(device, overlay);
    QVERIFY(composite);
    const PublicKey& key = composite->key.publicKey();
    if (vector.expected.contains("base_scalar_le")) {
        const auto scalar = [&](const char* name) { return decimal(hex(vector.expected, name)); };
        QCOMPARE(decimal(device.key.scalar()), reduced(curve, scalar("base_scalar_le")));
        QCOMPARE(decimal(overlay.key.scalar()), reduced(curve, scalar("overlay_scalar_le")));
    }
    QCOMPARE(toHex(composite->key.scalar()), member(vector.expected, "composite_scalar_le"));
    QCOMPARE(toHex(key.raw()), toHex(compositePublic));
    QCOMPARE(fingerprintText(key), member(vector.expected, "composite_udf"));
    const Bytes message = hex(vector.inputs, "message");
    const Bytes signature = composite->key.sign(message);
    const bool ed448 = curve == Curve::Ed448;
    QCOMPARE(toHex(signature), member(vector.expected, ed448 ? "signature" : "signature_ctx_empty"));
    QVERIFY(key.verify(message, signature));
    const Bytes plain = composite->key.sign(message, SignatureForm::Plain);
    if (!ed448)
        QCOMPARE(toHex(plain), member(vector.expected, "signature_plain"));
    QVERIFY(key.verify(message, plain));
    QVERIFY(stockVerify(key, message, plain));
}

void checkSignature(const Vector& vector)
{
    const Bytes encoded = hex(vector.inputs, "public");
    const PublicKey key = publicKeyOf(signingCurve(encoded), encoded);
    Bytes message;
    if (vector.inputs.contains("payload_b64u")) {
        message = sha512(base64url(vector.inputs, "payload_b64u"));
        QCOMPARE(toHex(message), member(vector.expected, "payload_digest"));
    } else {
        message = hex(vector.inputs, "message");
    }
    if (vector.inputs.contains("kid"))
        QVERIFY(udf::isFingerprintOf(udf::Udf::parse(text(vector.inputs, "kid")).value(), key));
    Bytes signature = hex(vector.expected, "signature");
    QVERIFY(key.verify(message, signature));
    message[0] ^= 1;
    QVERIFY(!key.verify(message, signature));
    message[0] ^= 1;
    signature[0] ^= 1;
    QVERIFY(!key.verify(message, signature));
}

void checkPayloadDigest(const Vector& vector)
{
    QCOMPARE(toHex(sha512(hex(vector.inputs, "payload"))), member(vector.expected, "payload_digest"));
}

/// Keys by name, each with its fingerprints of all kinds.
void checkNamedKeys(const Vector& vector)
{
    for (const QJsonValue& value : vector.expected) {
        const QJsonObject entry = value.toObject();
        const Bytes encoded = hex(entry, "public");
        const PrivateKey key = keyOfSeed(signingCurve(encoded), hex(entry, "seed"));
        QCOMPARE(toHex(key.publicKey().raw()), toHex(encoded));
        QCOMPARE(fingerprintText(key.publicKey()), member(entry, "udf"));
        QCOMPARE(toQt(udf::fingerprintLegacy(key.publicKey()).text()), member(entry, "udf_july2019"));
        QCOMPARE(toHex(udf::fingerprintBytes64(key.publicKey())), member(entry, "udfbytes64"));
    }
}

/// One master key for recipients on all curves: agreement and wrapping with the printed ephemeral keys.
void checkRecipients(const Vector& vector)
{
    const Bytes masterKey = hex(vector.inputs, "master_key");
    const QJsonObject recipients = vector.inputs["recipients"].toObject();
    for (auto entry = recipients.begin(); entry != recipients.end(); ++entry) {
        const QJsonObject recipient = entry.value().toObject();
        const Curve curve = curveByName(entry.key().toStdString()).value();
        const bool signing = canSign(curve);
        const PrivateKey key =
            keyOfSeed(curve, hex(recipient, signing ? "recipient_seed" : "recipient_private"));
        const PrivateKey ephemeral =
            keyOfSeed(curve, hex(recipient, signing ? "ephemeral_seed" : "ephemeral_private"));
        if (recipient.contains("recipient_public"))
            QCOMPARE(toHex(key.publicKey().raw()), member(recipient, "recipient_public"));
        const auto z = ephemeral.agree(publicKeyOf(curve, key.publicKey().raw()));
        QVERIFY(z);
        QCOMPARE(toHex(*z), member(recipient, "z"));
        QVERIFY(key.agree(publicKeyOf(curve, ephemeral.publicKey().raw())).value() == *z);
        const Secret wrappingKey = hkdfSha512(*z, {}, "master", 32);
        QCOMPARE(toHex(wrappingKey), member(recipient, "wrap_key"));
        QCOMPARE(toHex(wrapKey(wrappingKey, masterKey).value()), member(recipient, "wmk"));
        QCOMPARE(toHex(unwrapKey(wrappingKey, hex(recipient, "wmk")).value()), toHex(masterKey));
    }
}

/// Key sets of a profile from a seed: entries with private octets and fingerprint.
void checkProfileKeys(const Vector& vector)
{
    checkUdfTexts(vector);
    const DerivationSeed seed = seedOf(vector);
    QCOMPARE(toHex(seed.octets().view().subspan(2)), member(vector.inputs, "seed"));
    const auto compare = [&](const char* name, const PrivateKey& key) {
        const QJsonObject entry = vector.expected[QLatin1String(name)].toObject();
        QCOMPARE(toHex(key.seed()), member(entry, "private"));
        QCOMPARE(fingerprintText(key.publicKey()), member(entry, "udf"));
    };
    if (seed.algorithm() == DerivedAlgorithm::MeshProfileMaster) {
        const auto keys = deriveMasterKeys(seed);
        QVERIFY(keys);
        compare("KeyOfflineSignature", keys->offlineSignature);
        compare("KeyEncryption", keys->encryption);
        compare("KeysMasterEscrow0", keys->escrow);
        QVERIFY(!deriveDeviceProfileKeys(seed));
    } else {
        const auto keys = deriveDeviceProfileKeys(seed);
        QVERIFY(keys);
        compare("KeyOfflineSignature", keys->offlineSignature);
        compare("KeyEncryption", keys->encryption);
        compare("KeyAuthentication", keys->authentication);
        QVERIFY(!deriveMasterKeys(seed));
    }
}

bool isSeeded(const Vector& v)
{
    return (has(v.inputs, {"udf"}) || has(v.inputs, {"udf_seed"})) && has(v.inputs, {"ikm"});
}

} // namespace

void registerKeyChecks(VectorRegistry& registry)
{
    registry.add(
        "derived key",
        [](const Vector& v) {
            return isSeeded(v) && (has(v.expected, {"okm"}) || has(v.expected, {"private"}));
        },
        checkDerivedKey);
    registry.add(
        "derived key of a P curve",
        [](const Vector& v) {
            return isSeeded(v) && has(v.expected, {"okm_hkdf", "d_draft"});
        },
        checkDerivedEcKey);
    registry.add(
        "derived RSA key",
        [](const Vector& v) {
            return isSeeded(v) && has(v.inputs, {"info_p", "info_q"});
        },
        checkDerivedRsaKey);
    registry.add(
        "composite of scalars",
        [](const Vector& v) {
            return has(v.inputs, {"device_scalar", "overlay_scalar"});
        },
        checkCompositeOfScalars);
    registry.add(
        "co-generation",
        [](const Vector& v) {
            return has(v.inputs, {"overlay_private", "base_public"});
        },
        checkCogeneration);
    registry.add(
        "signature with a composite",
        [](const Vector& v) {
            return has(v.inputs, {"base_seed", "overlay_seed", "message"});
        },
        checkCompositeSignature);
    registry.add(
        "signature",
        [](const Vector& v) {
            const bool content = has(v.inputs, {"payload_b64u"}) || has(v.inputs, {"message"});
            return has(v.inputs, {"public"}) && content && has(v.expected, {"signature"});
        },
        checkSignature);
    registry.add(
        "digest of a payload",
        [](const Vector& v) { return has(v.inputs, {"payload"}) && has(v.expected, {"payload_digest"}); },
        checkPayloadDigest);
    registry.add(
        "named keys",
        [](const Vector& v) {
            const QJsonObject first = v.expected.isEmpty() ? QJsonObject() : v.expected.begin()->toObject();
            return has(first, {"seed", "public", "udf", "udfbytes64"});
        },
        checkNamedKeys);
    registry.add(
        "agreement with recipients",
        [](const Vector& v) {
            return has(v.inputs, {"master_key", "recipients"}) && v.inputs["recipients"].isObject();
        },
        checkRecipients);
    registry.add(
        "keys of a profile from a seed",
        [](const Vector& v) {
            return has(v.inputs, {"seed", "udf"}) && has(v.expected, {"KeyOfflineSignature"});
        },
        checkProfileKeys);
}

} // namespace mmm::vectors
