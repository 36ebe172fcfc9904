#include "checks.h"
#include "key_helpers.h"

#include "crypto/cipher.h"
#include "crypto/hash.h"
#include "crypto/threshold.h"
#include "udf/fingerprint.h"

namespace mmm::vectors {

namespace {

using namespace crypto;

/// The curve of a printed scalar of `size` octets; X curves have coordinates U and V.
Curve curveOf(const QJsonObject& coordinates, std::size_t size)
{
    const bool ladder = coordinates.contains("U");
    if (size > 32)
        return ladder ? Curve::X448 : Curve::Ed448;
    return ladder ? Curve::X25519 : Curve::Ed25519;
}

bool isOdd(const QString& number)
{
    return QString("13579").contains(number.back());
}

/// Two scalars, their sum and its point (threshold 00 §5.1).
void checkAggregate(const Vector& vector)
{
    const QJsonObject coordinates = vector.expected["coordinates"].toObject();
    const Curve curve = curveOf(coordinates, hex(vector.expected, "private").size());
    const PrivateKey first = keyOfScalar(curve, member(vector.inputs, "scalar_1"));
    const PrivateKey second = keyOfScalar(curve, member(vector.inputs, "scalar_2"));
    const auto sum = combine(first, second);
    QVERIFY(sum);
    QCOMPARE(decimal(sum->scalar()), member(vector.expected, "scalar"));
    QCOMPARE(toHex(sum->scalar()).left(member(vector.expected, "private").size()),
             member(vector.expected, "private"));
    QVERIFY(combine(first.publicKey(), second.publicKey()).value() == sum->publicKey());
    const QString encoded = toHex(sum->publicKey().raw());
    const QString printed = member(vector.expected, "public");
    if (curve == Curve::X448) // the draft prints 32 of the 56 octets
        QVERIFY(encoded.startsWith(printed));
    else
        QCOMPARE(encoded, printed);
    if (coordinates.contains("U")) {
        QCOMPARE(decimal(sum->publicKey().raw()), member(coordinates, "U"));
        QCOMPARE(sum->publicKey().extended().value().back() != 0, isOdd(member(coordinates, "V")));
    }
}

/// A private key in two shares and an agreement in two parts (threshold 00 §5.2).
void checkAgreementInParts(const Vector& vector)
{
    const Bytes encoded = hex(vector.expected, "agreement_encoded");
    const Curve curve = encoded.size() == 56 ? Curve::X448 : Curve::X25519;
    const PrivateKey base = keyOfScalar(curve, member(vector.inputs, "base_scalar"));
    QVERIFY(toHex(base.publicKey().raw()).startsWith(member(vector.inputs, "base_public")));
    const PrivateKey first = keyOfScalar(curve, member(vector.inputs, "share_1"));
    const auto second = complement(base, first);
    QVERIFY(second);
    QCOMPARE(decimal(second->scalar()), corrected(vector, "share_2", "corrected_share_2"));
    const PrivateKey ephemeral = keyOfScalar(curve, member(vector.inputs, "ephemeral_scalar"));
    QVERIFY(toHex(ephemeral.publicKey().raw()).startsWith(member(vector.inputs, "ephemeral_public")));

    QCOMPARE(toHex(base.agree(ephemeral.publicKey()).value()), toHex(encoded));
    QCOMPARE(decimal(encoded), member(vector.expected, "agreement_u"));
    const PublicKey uAlone = publicKeyOf(curve, ephemeral.publicKey().raw());
    for (const PublicKey& other : {ephemeral.publicKey(), uAlone}) {
        std::vector<Secret> parts;
        parts.push_back(partialAgreement(first, other).value());
        parts.push_back(partialAgreement(*second, other).value());
        QCOMPARE(decimal(parts[0].view().first(encoded.size())), member(vector.expected, "partial_1_u"));
        if (other.element()) // the draft takes the ephemeral point itself, with its own sign
            QCOMPARE(parts[0].view().back() != 0,
                     isOdd(vector.expected["printed"].toArray()[0].toArray()[1].toString()));
        QCOMPARE(toHex(joinAgreements(curve, parts).value()), toHex(encoded));
        // the wrong sign of one part is noticed in the result
        parts[0].writable().back() ^= 0x80;
        QVERIFY(toHex(joinAgreements(curve, parts).value()) != toHex(encoded));
    }
    // The printed second share is a sum where it should be a difference; what it gives is the printed part.
    const PrivateKey printed = keyOfScalar(curve, member(vector.expected, "share_2"));
    const Secret printedPart = partialAgreement(printed, ephemeral.publicKey()).value();
    QCOMPARE(decimal(printedPart.view().first(encoded.size())), member(vector.expected, "partial_2_u"));
}

/// A group key split between member and service, on a whole envelope (cryptography 05 §6.3).
void checkGroupDecryption(const Vector& vector)
{
    constexpr Curve curve = Curve::Ed25519;
    const PrivateKey group = keyOfSeed(curve, hex(vector.inputs, "group_private"));
    const PrivateKey memberKey = keyOfSeed(curve, hex(vector.inputs, "member_private"));
    QCOMPARE(decimal(group.scalar()), reduced(curve, member(vector.inputs, "group_scalar")));
    QCOMPARE(decimal(memberKey.scalar()), reduced(curve, member(vector.inputs, "member_scalar")));
    const auto service = complement(group, memberKey);
    QVERIFY(service);
    QCOMPARE(decimal(service->scalar()), member(vector.expected, "service_scalar"));

    const QJsonArray envelope = vector.inputs["envelope"].toArray();
    const QJsonObject header = envelope[0].toObject();
    const QJsonObject recipient = header["recipients"].toArray()[0].toObject();
    QVERIFY(udf::isFingerprintOf(udf::Udf::parse(text(recipient, "kid")).value(), group.publicKey()));
    const QJsonObject epk = recipient["epk"].toObject()["PublicKeyECDH"].toObject();
    const PublicKey ephemeral = publicKeyOf(curve, base64url(epk, "Public"));
    std::vector<Secret> parts;
    parts.push_back(partialAgreement(memberKey, ephemeral).value());
    parts.push_back(partialAgreement(*service, ephemeral).value());
    QCOMPARE(toHex(parts[0]), member(vector.expected, "member_agreement"));
    QCOMPARE(toHex(parts[1]), member(vector.expected, "service_agreement"));
    const auto z = joinAgreements(curve, parts);
    QVERIFY(z);
    QCOMPARE(toHex(*z), member(vector.expected, "key_agreement_ikm"));
    QVERIFY(*z == group.agree(ephemeral).value());

    const auto masterKey = unwrapKey(hkdfSha512(*z, {}, "master", 32), base64url(recipient, "wmk"));
    QVERIFY(masterKey);
    QCOMPARE(toHex(*masterKey), member(vector.expected, "master_key"));
    const HkdfSha256 keys(*masterKey, base64url(header, "Salt"));
    const auto plaintext = decryptCbc(keys.expand("encrypt", 32), keys.expand("iv", 16),
                                      base64url(QJsonObject{{"body", envelope[1]}}, "body"));
    QVERIFY(plaintext);
    QCOMPARE(toQt(plaintext->text()), member(vector.expected, "plaintext"));
}

void checkGroupShares(const Vector& vector)
{
    const Bytes epk = hex(vector.inputs, "epk");
    const Curve curve = signingCurve(epk);
    const PrivateKey group = keyOfSeed(curve, hex(vector.inputs, "group_seed"));
    const PrivateKey memberKey = keyOfSeed(curve, hex(vector.inputs, "member_seed"));
    const auto service = complement(group, memberKey);
    QVERIFY(service);
    QCOMPARE(toHex(service->scalar()), member(vector.expected, "service_scalar_le"));
    const PublicKey ephemeral = publicKeyOf(curve, epk);
    std::vector<Secret> parts;
    parts.push_back(partialAgreement(*service, ephemeral).value());
    parts.push_back(partialAgreement(memberKey, ephemeral).value());
    QCOMPARE(toHex(parts[0]), member(vector.expected, "service_partial"));
    QCOMPARE(toHex(parts[1]), member(vector.expected, "member_partial"));
    QCOMPARE(toHex(joinAgreements(curve, parts).value()), member(vector.expected, "z"));
    QCOMPARE(toHex(group.agree(ephemeral).value()), member(vector.expected, "z"));
}

struct JointSignature
{
    std::vector<Bytes> points;
    std::vector<Bytes> responses;
};

/// Two signers with given nonces go through all the steps.
JointSignature signTogether(const PublicKey& whole, BytesView message, const std::vector<PrivateKey>& shares,
                            const std::vector<Secret>& nonces)
{
    std::vector<ThresholdSigner> signers;
    std::vector<Bytes> commitments;
    JointSignature result;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        signers.push_back(ThresholdSigner::startWithNonce(shares[i], whole, message, nonces[i]).value());
        commitments.push_back(signers.back().commitment());
    }
    for (ThresholdSigner& signer : signers)
        result.points.push_back(signer.reveal(commitments).value());
    for (ThresholdSigner& signer : signers) {
        result.responses.push_back(signer.respond(result.points).value());
        if (signer.respond(result.points))
            QTest::qFail("a signer answered twice", __FILE__, __LINE__);
    }
    return result;
}

/// The printed values hold if `verified`; otherwise the printed responses must not come out, and the
/// signature that does come out must verify.
void compareJointSignature(const Vector& vector, const PublicKey& whole, const JointSignature& joint,
                           std::initializer_list<const char*> responseNames)
{
    const Bytes message = copyOf(bytesOf(text(vector.inputs, "message")));
    const auto signature = joinSignature(whole, message, joint.points, joint.responses);
    QVERIFY(signature);
    QVERIFY(whole.verify(message, *signature));
    const std::size_t half = signature->size() / 2;
    QCOMPARE(toHex(BytesView(*signature).first(half)), member(vector.expected, "R"));
    QCOMPARE(decimal(signatureChallenge(whole, BytesView(*signature).first(half), message).value()),
             member(vector.expected, "k"));
    const bool printed = vector.all["verified"].toBool();
    std::size_t index = 0;
    for (const char* name : responseNames)
        QCOMPARE(decimal(joint.responses[index++]) == member(vector.expected, name), printed);
    QCOMPARE(decimal(BytesView(*signature).last(half)) == member(vector.expected, "S"), printed);
}

void checkUnanimousSignature(const Vector& vector)
{
    std::vector<PrivateKey> shares;
    Curve curve = Curve::Ed25519;
    for (const char* name : {"alice", "bob"}) {
        const QJsonObject party = vector.inputs[QLatin1String(name)].toObject();
        curve = signingCurve(hex(party, "public"));
        shares.push_back(keyOfScalar(curve, member(party, "scalar")));
        QCOMPARE(toHex(shares.back().publicKey().raw()), member(party, "public"));
    }
    const auto whole = combine(shares[0].publicKey(), shares[1].publicKey());
    QVERIFY(whole);
    QCOMPARE(toHex(whole->raw()), member(vector.expected, "aggregate_public"));
    QCOMPARE(decimal(combine(shares[0], shares[1])->scalar()), member(vector.expected, "aggregate_scalar"));
    std::vector<Secret> nonces;
    for (const char* name : {"r_a", "r_b"})
        nonces.push_back(littleEndian(member(vector.inputs, name), scalarSize(curve)));
    const Bytes message = copyOf(bytesOf(text(vector.inputs, "message")));
    compareJointSignature(vector, *whole, signTogether(*whole, message, shares, nonces), {"S_a", "S_b"});
}

void checkQuorumSignature(const Vector& vector)
{
    const Curve curve = signingCurve(hex(vector.inputs, "public"));
    const PrivateKey key = keyOfScalar(curve, member(vector.inputs, "aggregate_scalar"));
    QCOMPARE(toHex(key.publicKey().raw()), member(vector.inputs, "public"));
    std::vector<Secret> coefficients;
    coefficients.push_back(littleEndian(member(vector.inputs, "a1"), scalarSize(curve)));
    const auto shares = splitQuorumWithCoefficients(key, coefficients, 3);
    QVERIFY(shares);
    const bool printed = vector.all["verified"].toBool();
    const QJsonObject expectedShares = vector.expected["shares"].toObject();
    const std::array<const char*, 3> names{"a", "b", "c"};
    for (std::size_t i = 0; i < names.size(); ++i)
        QCOMPARE(decimal((*shares)[i].share.scalar()) == member(expectedShares, names[i]), printed);

    const std::vector<unsigned> places{1, 3};
    QCOMPARE(decimal(lagrangeFactor(curve, 1, places).value()),
             corrected(vector, "lagrange_a", "corrected_lagrange_a"));
    QCOMPARE(decimal(lagrangeFactor(curve, 3, places).value()),
             corrected(vector, "lagrange_c", "corrected_lagrange_c"));
    std::vector<PrivateKey> weightedShares;
    weightedShares.push_back(weighted((*shares)[0], places).value());
    weightedShares.push_back(weighted((*shares)[2], places).value());
    QCOMPARE(decimal(weightedShares[0].scalar()) == member(vector.expected, "s_a"), printed);
    QCOMPARE(decimal(weightedShares[1].scalar()) == member(vector.expected, "s_c"), printed);
    QVERIFY(combine(weightedShares[0], weightedShares[1])->publicKey() == key.publicKey());
    std::vector<Secret> nonces;
    for (const char* name : {"r_a", "r_c"})
        nonces.push_back(littleEndian(member(vector.inputs, name), scalarSize(curve)));
    const Bytes message = copyOf(bytesOf(text(vector.inputs, "message")));
    compareJointSignature(vector, key.publicKey(),
                          signTogether(key.publicKey(), message, weightedShares, nonces), {"S_a", "S_c"});
}

} // namespace

void registerThresholdChecks(VectorRegistry& registry)
{
    registry.add(
        "sum of two keys",
        [](const Vector& v) {
            return has(v.inputs, {"scalar_1", "scalar_2"});
        },
        checkAggregate);
    registry.add(
        "agreement in parts",
        [](const Vector& v) {
            return has(v.inputs, {"base_scalar", "share_1", "ephemeral_scalar"});
        },
        checkAgreementInParts);
    registry.add(
        "decryption by a group",
        [](const Vector& v) {
            return has(v.inputs, {"group_private", "member_private", "envelope"});
        },
        checkGroupDecryption);
    registry.add(
        "shares of a group key",
        [](const Vector& v) {
            return has(v.inputs, {"group_seed", "member_seed", "epk"});
        },
        checkGroupShares);
    registry.add(
        "unanimous signature",
        [](const Vector& v) {
            return has(v.inputs, {"alice", "bob", "r_a", "r_b"});
        },
        checkUnanimousSignature);
    registry.add(
        "signature of a quorum",
        [](const Vector& v) {
            return has(v.inputs, {"aggregate_scalar", "a1", "threshold", "r_a", "r_c"});
        },
        checkQuorumSignature);
}

} // namespace mmm::vectors
