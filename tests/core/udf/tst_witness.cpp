#include "udf/witness.h"

#include "crypto/key.h"

#include <QTest>

using namespace mmm;
using namespace mmm::udf;
using crypto::Curve;
using crypto::PrivateKey;
using crypto::randomBytes;

class TestWitness : public QObject
{
    Q_OBJECT

private slots:
    void theWitnessDependsOnEverything()
    {
        const auto mesh = PrivateKey::generate(Curve::Ed448).publicKey();
        const auto device = PrivateKey::generate(Curve::Ed448).publicKey();
        const Bytes serverNonce = randomBytes(16);
        const Bytes clientNonce = randomBytes(16);
        const std::string witness = connectionWitness(mesh, serverNonce, device, clientNonce);
        QCOMPARE(witness.size(), std::size_t(34));
        QCOMPARE(connectionWitness(mesh, serverNonce, device, clientNonce), witness);
        QVERIFY(connectionWitness(device, serverNonce, mesh, clientNonce) != witness);
        QVERIFY(connectionWitness(mesh, clientNonce, device, serverNonce) != witness);
        QVERIFY(connectionWitness(mesh, serverNonce, device, randomBytes(16)) != witness);
        QVERIFY(connectionWitness(mesh, randomBytes(16), device, clientNonce) != witness);
    }

    void aPinProvesItselfToBothSides()
    {
        const SecretUdf pin = SecretUdf::pin();
        const PinProof device(pin.data(), pinActionDevice);
        const PinProof administrator(SecretUdf::parse(pin.text().text())->data(), pinActionDevice);
        QVERIFY(device.pinUdf("Alice@Example.com") == administrator.pinUdf("alice@example.com"));
        QVERIFY(!(device.pinUdf("alice@example.com") == device.pinUdf("bob@example.com")));

        const Bytes clientNonce = randomBytes(16);
        const Bytes serverNonce = randomBytes(16);
        const Bytes digest = randomBytes(64);
        const Bytes witness = device.witness("alice@example.com", clientNonce, digest).value();
        QCOMPARE(witness.size(), std::size_t(64));
        QVERIFY(administrator.verifyWitness(witness, "alice@example.com", clientNonce, digest));
        QVERIFY(!administrator.verifyWitness(witness, "bob@example.com", clientNonce, digest));
        QVERIFY(!administrator.verifyWitness(witness, "alice@example.com", serverNonce, digest));
        QVERIFY(!administrator.verifyWitness(witness, "alice@example.com", clientNonce, randomBytes(64)));
        QVERIFY(!administrator.verifyWitness({}, "alice@example.com", clientNonce, digest));

        const auto mesh = PrivateKey::generate(Curve::Ed448).publicKey();
        const Bytes answer = administrator.adminWitness(mesh, clientNonce, serverNonce).value();
        QVERIFY(device.verifyAdminWitness(answer, mesh, clientNonce, serverNonce));
        const auto impostor = PrivateKey::generate(Curve::Ed448).publicKey();
        QVERIFY(!device.verifyAdminWitness(answer, impostor, clientNonce, serverNonce));
        QVERIFY(!device.verifyAdminWitness(witness, mesh, clientNonce, serverNonce));
    }

    void anotherPinOrActionProvesNothing()
    {
        const SecretUdf pin = SecretUdf::pin();
        const Bytes nonce = randomBytes(16);
        const Bytes digest = randomBytes(64);
        const Bytes witness =
            PinProof(pin.data(), pinActionDevice).witness("a@example.com", nonce, digest).value();
        QVERIFY(
            !PinProof(pin.data(), pinActionContact).verifyWitness(witness, "a@example.com", nonce, digest));
        QVERIFY(!PinProof(SecretUdf::pin().data(), pinActionDevice)
                     .verifyWitness(witness, "a@example.com", nonce, digest));
    }

    void theSaltedPinIsEnough()
    {
        const SecretUdf pin = SecretUdf::pin();
        const PinProof proof(pin.data(), pinActionDevice);
        const auto kept = PinProof::fromSaltedPin(proof.saltedPin().text());
        QVERIFY(kept);
        QVERIFY(kept->pinUdf("a@example.com") == proof.pinUdf("a@example.com"));
        QVERIFY(!PinProof::fromSaltedPin(pin.text().text()));
        QVERIFY(!PinProof::fromSaltedPin("AANT-HAQW-KDUY-GUMW-YFY2")); // too short
        QVERIFY(!PinProof::fromSaltedPin(""));
    }

    // With a nonce of another length octets could move from one part of the input to the next.
    void noncesHaveOneLength()
    {
        const PinProof proof(SecretUdf::pin().data(), pinActionDevice);
        const auto mesh = PrivateKey::generate(Curve::Ed448).publicKey();
        for (std::size_t size : {0u, 15u, 17u}) {
            QCOMPARE(proof.witness("a@example.com", Bytes(size), Bytes(64)).error().fault, Fault::Malformed);
            QCOMPARE(proof.adminWitness(mesh, Bytes(size), Bytes(16)).error().fault, Fault::Malformed);
            QCOMPARE(proof.adminWitness(mesh, Bytes(16), Bytes(size)).error().fault, Fault::Malformed);
        }
    }
};

QTEST_GUILESS_MAIN(TestWitness)
#include "tst_witness.moc"
