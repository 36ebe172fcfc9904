#include "crypto/threshold.h"

#include <QTest>
#include <botan/ed448.h>
#include <botan/pubkey.h>

using namespace mmm;
using namespace mmm::crypto;

Q_DECLARE_METATYPE(mmm::crypto::Curve)

namespace {

/// All signers take all steps; the joined signature.
Result<Bytes> signTogether(const PublicKey& whole, BytesView message, const std::vector<PrivateKey>& shares)
{
    std::vector<ThresholdSigner> signers;
    std::vector<Bytes> commitments;
    std::vector<Bytes> points;
    std::vector<Bytes> responses;
    for (const PrivateKey& share : shares) {
        MMM_TRY(ThresholdSigner signer, ThresholdSigner::start(share, whole, message));
        commitments.push_back(signer.commitment());
        signers.push_back(std::move(signer));
    }
    for (ThresholdSigner& signer : signers) {
        MMM_TRY(Bytes point, signer.reveal(commitments));
        points.push_back(std::move(point));
    }
    for (ThresholdSigner& signer : signers) {
        MMM_TRY(Bytes response, signer.respond(points));
        responses.push_back(std::move(response));
    }
    return joinSignature(whole, message, points, responses);
}

void curveRows()
{
    QTest::addColumn<Curve>("curve");
    for (Curve curve : {Curve::Ed25519, Curve::Ed448, Curve::X25519, Curve::X448})
        QTest::newRow(curveName(curve).data()) << curve;
}

} // namespace

class TestThreshold : public QObject
{
    Q_OBJECT

private slots:
    void partsOfAnAgreementMakeTheWhole_data() { curveRows(); }
    void partsOfAnAgreementMakeTheWhole()
    {
        QFETCH(Curve, curve);
        for (int i = 0; i < 5; ++i) {
            const PrivateKey group = PrivateKey::generate(curve);
            const PrivateKey member = PrivateKey::generate(curve);
            const PrivateKey service = complement(group, member).value();
            const PublicKey ephemeral =
                PublicKey::decode(curve, PrivateKey::generate(curve).publicKey().raw()).value();
            const Secret whole = group.agree(ephemeral).value();
            std::vector<Secret> parts;
            parts.push_back(partialAgreement(service, ephemeral).value());
            parts.push_back(partialAgreement(member, ephemeral).value());
            QVERIFY(joinAgreements(curve, parts).value() == whole);
            parts.pop_back();
            QVERIFY(!(joinAgreements(curve, parts).value() == whole));
            parts.push_back(Secret(publicSize(curve)));
            QCOMPARE(joinAgreements(curve, parts).error().fault, Fault::BadKey);
            QCOMPARE(joinAgreements(curve, {}).error().fault, Fault::BadKey);
        }
    }

    void nothingIsLeftOfTheWholeItself()
    {
        const PrivateKey key = PrivateKey::generate(Curve::Ed448);
        QCOMPARE(complement(key, key).error().fault, Fault::BadKey);
    }

    void unanimousSignatures_data()
    {
        QTest::addColumn<Curve>("curve");
        QTest::newRow("Ed25519") << Curve::Ed25519;
        QTest::newRow("Ed448") << Curve::Ed448;
    }
    void unanimousSignatures()
    {
        QFETCH(Curve, curve);
        const PrivateKey key = PrivateKey::generate(curve);
        const Bytes message = randomBytes(64);
        for (unsigned count : {2u, 3u, 5u}) {
            const auto shares = splitUnanimous(key, count);
            QVERIFY(shares);
            QCOMPARE(shares->size(), std::size_t(count));
            const auto signature = signTogether(key.publicKey(), message, *shares);
            QVERIFY(signature);
            QVERIFY(key.publicKey().verify(message, *signature));
            if (curve == Curve::Ed448) {
                const Botan::Ed448_PublicKey stock{BytesView(key.publicKey().raw())};
                QVERIFY(Botan::PK_Verifier(stock, "").verify_message(message, *signature));
            }
        }
        QVERIFY(!splitUnanimous(key, 1));
    }

    void anyQuorumSigns()
    {
        const PrivateKey key = PrivateKey::generate(Curve::Ed448);
        const Bytes message = randomBytes(64);
        const auto shares = splitQuorum(key, 3, 5);
        QVERIFY(shares);
        for (const std::vector<unsigned>& places :
             {std::vector<unsigned>{1, 2, 3}, {5, 1, 4}, {1, 2, 3, 4, 5}, {2, 3}}) {
            std::vector<PrivateKey> parts;
            for (unsigned place : places)
                parts.push_back(weighted((*shares)[place - 1], places).value());
            const auto signature = signTogether(key.publicKey(), message, parts);
            QCOMPARE(bool(signature), places.size() >= 3);
            if (!signature)
                QCOMPARE(signature.error().fault, Fault::BadSignature);
        }
        for (const std::vector<unsigned>& places : {std::vector<unsigned>{}, {1, 1, 2}, {0, 1, 2}, {2, 3}})
            QCOMPARE(weighted((*shares)[0], places).error().fault, Fault::BadShare);
        QVERIFY(!splitQuorum(key, 1, 3));
        QVERIFY(!splitQuorum(key, 4, 3));
    }

    // Two answers for one nonce would tell the share.
    void aSignerAnswersOnce()
    {
        const PrivateKey key = PrivateKey::generate(Curve::Ed25519);
        const auto shares = splitUnanimous(key, 2).value();
        const Bytes message = randomBytes(64);
        auto first = ThresholdSigner::start(shares[0], key.publicKey(), message).value();
        auto second = ThresholdSigner::start(shares[1], key.publicKey(), message).value();
        const std::vector<Bytes> commitments{first.commitment(), second.commitment()};
        QCOMPARE(first.respond({}).error().fault, Fault::ProtocolViolation);
        QCOMPARE(first.reveal({second.commitment()}).error().fault, Fault::ProtocolViolation);
        const std::vector<Bytes> points{first.reveal(commitments).value(),
                                        second.reveal(commitments).value()};
        QCOMPARE(first.reveal(commitments).error().fault, Fault::ProtocolViolation);

        // a point other than the one committed to
        const Bytes stranger = PrivateKey::generate(Curve::Ed25519).publicKey().raw();
        QCOMPARE(first.respond({points[0], stranger}).error().fault, Fault::ProtocolViolation);
        QCOMPARE(first.respond({points[0]}).error().fault, Fault::ProtocolViolation);

        QVERIFY(first.respond(points));
        QCOMPARE(first.respond(points).error().fault, Fault::ProtocolViolation);
    }

    void oneWrongResponseIsNoticed()
    {
        const PrivateKey key = PrivateKey::generate(Curve::Ed25519);
        auto shares = splitUnanimous(key, 2).value();
        shares[1] = PrivateKey::generate(Curve::Ed25519);
        QCOMPARE(signTogether(key.publicKey(), bytesOf("message"), shares).error().fault,
                 Fault::BadSignature);
    }

    void keysThatCannotSignAreRefused()
    {
        const PrivateKey key = PrivateKey::generate(Curve::X448);
        QCOMPARE(ThresholdSigner::start(key, key.publicKey(), {}).error().fault, Fault::Unsupported);
    }
};

QTEST_GUILESS_MAIN(TestThreshold)
#include "tst_threshold.moc"
