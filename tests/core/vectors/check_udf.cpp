#include "checks.h"

#include "crypto/derive.h"
#include "crypto/hash.h"
#include "udf/authenticator.h"
#include "udf/digest.h"
#include "udf/fingerprint.h"
#include "udf/locator.h"
#include "udf/share.h"

#include <botan/bigint.h>

namespace mmm::vectors {

namespace {

using crypto::HashAlgorithm;

QString toQt(std::string_view octets)
{
    return QString::fromUtf8(octets.data(), qsizetype(octets.size()));
}

QString toQt(const Secret& secret)
{
    return toQt(secret.text());
}

QString member(const QJsonObject& object, const char* name)
{
    return object[QLatin1String(name)].toString();
}

Bytes publicOctets(const QJsonObject& inputs)
{
    return inputs.contains("public_b64u") ? base64url(inputs, "public_b64u") : hex(inputs, "public");
}

Secret numberToSecret(const QString& number, std::size_t size)
{
    const Botan::BigInt value(number.toStdString());
    return Secret(value.serialize<Botan::secure_vector<std::uint8_t>>(size));
}

QString numberOf(BytesView bigEndian)
{
    return toQt(Botan::BigInt::from_bytes(bigEndian).to_dec_string());
}

void checkDigest(const Vector& vector)
{
    const auto algorithm =
        member(vector.inputs, "digest") == "sha3_512" ? HashAlgorithm::Sha3_512 : HashAlgorithm::Sha512;
    const Bytes data = hex(vector.inputs, "data");
    const std::string contentType = text(vector.inputs, "content_type");
    const udf::ContentDigest digest(data, contentType, algorithm);
    if (vector.expected.contains("cdv"))
        QCOMPARE(toHex(crypto::hash(algorithm, data)), member(vector.expected, "cdv"));
    if (vector.expected.contains("tcdv"))
        QCOMPARE(toHex(digest.value()), member(vector.expected, "tcdv"));
    if (vector.expected.contains("type_code"))
        QCOMPARE(int(digest.typeOctet()), vector.expected["type_code"].toInt());
    const QString expected = member(vector.expected, "udf");
    QCOMPARE(toQt(digest.present(unsigned(vector.inputs["bits"].toInt(140))).text()), expected);
    const auto parsed = udf::Udf::parse(expected.toStdString());
    QVERIFY(parsed);
    QVERIFY(digest.verifies(*parsed));
    QVERIFY(!udf::ContentDigest(data, contentType + "x", algorithm).verifies(*parsed));
}

void checkContentFile(const Vector& vector)
{
    const Bytes data = hex(vector.inputs, "data");
    const std::string contentType = text(vector.inputs, "content_type");
    QCOMPARE(toQt(udf::contentDigest(data, contentType).text()), member(vector.expected, "sha2"));
    QCOMPARE(toQt(udf::contentDigest(data, contentType, HashAlgorithm::Sha3_512).text()),
             member(vector.expected, "sha3"));
}

void checkAuthenticator(const Vector& vector)
{
    const auto key = udf::SecretUdf::parse(text(vector.inputs, "key_text"));
    QVERIFY(key);
    const Bytes data = hex(vector.inputs, "data");
    const std::string contentType = text(vector.inputs, "content_type");
    const udf::Udf made =
        udf::authenticator(*key, data, contentType, unsigned(vector.inputs["bits"].toInt(140)));
    QCOMPARE(toQt(made.text()), member(vector.expected, "udf"));
    if (made.bits() >= udf::trustBits)
        QVERIFY(udf::authenticates(made, *key, data, contentType));
    if (vector.expected.contains("prk")) {
        QCOMPARE(toHex(crypto::hmacSha512(bytesOf("KeyedUDFMaster"), key->text())),
                 member(vector.expected, "prk"));
        QCOMPARE(toHex(crypto::hkdfSha512(key->text(), bytesOf("KeyedUDFMaster"), "KeyedUDFExpand", 64)),
                 member(vector.expected, "okm"));
    }
}

void checkSymmetricKey(const Vector& vector)
{
    const Bytes key = hex(vector.inputs, "key");
    QCOMPARE(toQt(udf::SecretUdf::whole(udf::Type::Key, key).text()), member(vector.expected, "udf"));
    const auto parsed = udf::SecretUdf::parse(text(vector.expected, "udf"));
    QVERIFY(parsed);
    QCOMPARE(toHex(parsed->data()), toHex(key));
}

/// A public key with its structure, its text or its fingerprints.
void checkPublicKey(const Vector& vector)
{
    const auto curve =
        crypto::curveByName(text(vector.inputs, vector.inputs.contains("alg") ? "alg" : "crv"));
    QVERIFY(curve);
    const auto key = crypto::PublicKey::decode(*curve, publicOctets(vector.inputs));
    QVERIFY(key);
    const QString info = toHex(udf::keyInfo(*key));
    if (vector.expected.contains("der"))
        QCOMPARE(info, member(vector.expected, "der"));
    if (vector.inputs.contains("spki"))
        QCOMPARE(info, member(vector.inputs, "spki"));
    if (vector.expected.contains("oid_udf")) {
        const QString expected = member(vector.expected, "oid_udf");
        QCOMPARE(toQt(udf::oidSequence(*key).text()), expected);
        const auto parsed = udf::Udf::parse(expected.toStdString());
        QVERIFY(parsed);
        const auto decoded = udf::publicKeyOf(*parsed);
        QVERIFY(decoded);
        QVERIFY(*decoded == *key);
    }
    // Vectors of July 2019 print that rule's fingerprint and the present one beside it.
    const bool july2019 = vector.expected.contains("udf_jan2020");
    const QString present = member(vector.expected, july2019                              ? "udf_jan2020"
                                                    : vector.expected.contains("key_udf") ? "key_udf"
                                                                                          : "udf");
    QCOMPARE(toQt(udf::fingerprint(*key).text()), present);
    QVERIFY(udf::isFingerprintOf(udf::Udf::parse(present.toStdString()).value(), *key));
    if (july2019) {
        const QString legacy = member(vector.expected, "udf");
        QCOMPARE(toQt(udf::fingerprintLegacy(*key).text()), legacy);
        QVERIFY(udf::isFingerprintOf(udf::Udf::parse(legacy.toStdString()).value(), *key));
        QVERIFY(legacy != present);
    }
}

void checkSplitting(const Vector& vector)
{
    const auto key = udf::SecretUdf::parse(text(vector.inputs, "secret_udf"));
    QVERIFY(key);
    QCOMPARE(toHex(key->data()), member(vector.inputs, "secret"));
    const bool decimal = vector.inputs.contains("prime");
    std::vector<Secret> coefficients;
    for (const QJsonValue& coefficient : vector.inputs["coefficients"].toArray()) {
        const QString number = coefficient.toString();
        coefficients.push_back(decimal ? numberToSecret(number, (key->data().size() + 3) / 4 * 4 + 1)
                                       : Secret(BytesView(hex(QJsonObject{{"c", number}}, "c"))));
    }
    QCOMPARE(int(coefficients.size()), vector.inputs["threshold"].toInt());
    coefficients[0] = Secret(key->data());

    const QJsonArray expected =
        vector.expected[vector.expected.contains("shares") ? "shares" : "share_udfs"].toArray();
    const auto shares = crypto::splitWithCoefficients(coefficients, unsigned(expected.size()));
    QVERIFY(shares);
    std::vector<udf::SecretUdf> texts;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const crypto::ShamirShare& share = (*shares)[std::size_t(i)];
        if (vector.expected.contains("f"))
            QCOMPARE(numberOf(share.value), vector.expected["f"].toArray()[i].toString());
        texts.push_back(udf::shareText(share));
        QCOMPARE(toQt(texts.back().text()), expected[i].toString());
    }
    const auto recovered = udf::recoverSecret(texts);
    QVERIFY(recovered);
    QCOMPARE(toQt(recovered->text()), member(vector.inputs, "secret_udf"));
}

std::vector<udf::SecretUdf> sharesOf(const Vector& vector)
{
    std::vector<udf::SecretUdf> shares;
    for (const QJsonValue& share : vector.inputs["shares"].toArray()) {
        auto parsed = udf::SecretUdf::parse(share.toString().toStdString());
        if (!parsed)
            QTest::qFail("not a share", __FILE__, __LINE__);
        else
            shares.push_back(std::move(*parsed));
    }
    return shares;
}

void checkRecovery(const Vector& vector)
{
    std::vector<udf::SecretUdf> shares = sharesOf(vector);
    const auto recovered = udf::recoverSecret(shares);
    QVERIFY(recovered);
    QCOMPARE(toQt(recovered->text()), member(vector.expected, "secret_udf"));
    QCOMPARE(toHex(recovered->data()), member(vector.expected, "secret"));
    // any two of the shares do as well
    const unsigned threshold = udf::shareOf(shares[0]).value().threshold;
    while (shares.size() > threshold) {
        shares.erase(shares.begin());
        QCOMPARE(toQt(udf::recoverSecret(shares).value().text()), member(vector.expected, "secret_udf"));
    }
    shares.pop_back();
    QCOMPARE(udf::recoverSecret(shares).error().fault, Fault::BadShare);
}

void checkEscrow(const Vector& vector)
{
    const std::vector<udf::SecretUdf> texts = sharesOf(vector);
    std::vector<crypto::ShamirShare> shares;
    for (const udf::SecretUdf& share : texts)
        shares.push_back(udf::shareOf(share).value());
    QCOMPARE(int(shares[0].threshold), vector.inputs["threshold"].toInt());
    QCOMPARE(toHex(crypto::recoverSecret(shares).value()), member(vector.expected, "recovered"));
    const auto recovered = udf::recoverSecret(texts);
    QVERIFY(recovered);
    QCOMPARE(toHex(recovered->octets()), member(vector.expected, "stripped"));
    QCOMPARE(int(recovered->type()), vector.expected["type_code"].toInt());
    QCOMPARE(toHex(recovered->data()), member(vector.expected, "ikm"));
    const auto seed = crypto::DerivationSeed::fromOctets(Secret(recovered->data()));
    QVERIFY(seed);
    QVERIFY(seed->algorithm() == crypto::DerivedAlgorithm::MeshProfileMaster);
    const auto keys = crypto::deriveMasterKeys(*seed);
    QVERIFY(keys);
    QCOMPARE(toHex(keys->offlineSignature.seed()), member(vector.expected, "ed448_private_56"));
    QCOMPARE(toHex(keys->offlineSignature.publicKey().raw()), member(vector.expected, "public"));
    // The fingerprint of the profile is by the later rule of the repository's March 2020 examples or by the
    // present one.
    QCOMPARE(toQt(udf::fingerprint(keys->offlineSignature.publicKey()).text()),
             member(vector.expected, "profile_udf"));
}

/// The primes of secret sharing show in the way that the largest value of each size is shared and comes back.
void checkPrimes(const Vector& vector)
{
    const QJsonObject offsets = vector.expected["offsets"].toObject();
    for (auto offset = offsets.begin(); offset != offsets.end(); ++offset) {
        const std::size_t size = std::size_t(offset.key().toInt()) / 8;
        // f(x) = s + a·x with s + a = P − 1 + 1 + 7 wraps to 7 for the right prime only.
        const Botan::BigInt prime =
            Botan::BigInt::power_of_2(8 * size) + std::uint64_t(offset.value().toInt());
        const Botan::BigInt secret = Botan::BigInt::power_of_2(8 * size) - 5;
        std::vector<Secret> coefficients;
        coefficients.emplace_back(secret.serialize<Botan::secure_vector<std::uint8_t>>(size));
        coefficients.emplace_back((prime + 7 - secret).serialize<Botan::secure_vector<std::uint8_t>>(size));
        const auto shares = crypto::splitWithCoefficients(coefficients, 2);
        QVERIFY(shares);
        QCOMPARE(numberOf((*shares)[0].value), QString("7"));
        QCOMPARE(toHex(crypto::recoverSecret(*shares).value()), toHex(coefficients[0]));
    }
}

void checkLocator(const Vector& vector)
{
    const auto locator = udf::Locator::parse(text(vector.inputs, "earl"));
    QVERIFY(locator);
    QCOMPARE(toQt(locator->print()), member(vector.inputs, "earl"));
    const auto identifier = udf::contentIdentifier(*locator);
    QVERIFY(identifier);
    QCOMPARE(toQt(identifier->text()), member(vector.expected, "content_id"));
    QCOMPARE(toQt("https://" + locator->authority + udf::contentPath(*identifier)),
             member(vector.expected, "target"));
}

/// Every text of a UDF must come back as it was, in any spelling.
void checkTextRoundTrip(const QString& text)
{
    const auto udf = udf::Udf::parse(text.toStdString());
    if (udf) {
        QCOMPARE(toQt(udf->text()), text);
        QVERIFY(udf::sameText(text.toStdString(), text.toLower().remove('-').toStdString()));
        return;
    }
    const auto secret = udf::SecretUdf::parse(text.toStdString());
    QVERIFY2(secret, qPrintable(text));
    QCOMPARE(toQt(secret->text()), text);
}

} // namespace

void checkUdfTexts(const Vector& vector)
{
    for (const QJsonObject& object : {vector.inputs, vector.expected}) {
        for (const char* name :
             {"udf", "key_udf", "oid_udf", "secret_udf", "base_udf", "udf_seed", "sha2", "sha3"}) {
            if (object[QLatin1String(name)].isString())
                checkTextRoundTrip(member(object, name));
        }
    }
}

void registerUdfChecks(VectorRegistry& registry)
{
    const auto add = [&](const char* kind, VectorRegistry::Predicate predicate, const Check& check) {
        registry.add(kind, std::move(predicate), [check](const Vector& vector) {
            checkUdfTexts(vector);
            check(vector);
        });
    };
    add(
        "content digest",
        [](const Vector& v) {
            return has(v.inputs, {"data", "content_type"}) && has(v.expected, {"udf"}) &&
                   !has(v.inputs, {"key_text"});
        },
        checkDigest);
    add(
        "content digests of a file",
        [](const Vector& v) {
            return has(v.inputs, {"data", "content_type"}) && has(v.expected, {"sha2", "sha3"});
        },
        checkContentFile);
    add(
        "authenticator",
        [](const Vector& v) {
            return has(v.inputs, {"data", "content_type", "key_text"});
        },
        checkAuthenticator);
    add(
        "symmetric key",
        [](const Vector& v) {
            return has(v.inputs, {"key"}) && has(v.expected, {"udf"}) && v.inputs.size() == 1;
        },
        checkSymmetricKey);
    add(
        "fingerprint of a public key",
        [](const Vector& v) {
            const bool keyed = has(v.inputs, {"public"}) || has(v.inputs, {"public_b64u"});
            const bool named = has(v.inputs, {"alg"}) || has(v.inputs, {"crv"});
            return keyed && named && (has(v.expected, {"udf"}) || has(v.expected, {"key_udf"}));
        },
        checkPublicKey);
    add(
        "splitting a secret",
        [](const Vector& v) {
            return has(v.inputs, {"secret_udf", "coefficients", "threshold"});
        },
        checkSplitting);
    add(
        "recovering a secret",
        [](const Vector& v) { return has(v.inputs, {"shares"}) && has(v.expected, {"secret_udf"}); },
        checkRecovery);
    add(
        "escrowed master key",
        [](const Vector& v) { return has(v.inputs, {"shares"}) && has(v.expected, {"recovered"}); },
        checkEscrow);
    add(
        "primes of secret sharing", [](const Vector& v) { return has(v.expected, {"offsets"}); },
        checkPrimes);
    add(
        "locator", [](const Vector& v) { return has(v.inputs, {"earl"}); }, checkLocator);
}

} // namespace mmm::vectors
