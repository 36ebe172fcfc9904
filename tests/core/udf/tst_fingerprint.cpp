#include "udf/fingerprint.h"

#include <QTest>
#include <botan/bigint.h>
#include <botan/rsa.h>

using namespace mmm;
using namespace mmm::udf;
using crypto::Curve;
using crypto::PrivateKey;

class TestFingerprint : public QObject
{
    Q_OBJECT

private slots:
    void keysAreRecognisedByAllRules()
    {
        for (Curve curve : {Curve::Ed25519, Curve::Ed448, Curve::X25519, Curve::X448}) {
            const auto key = PrivateKey::generate(curve).publicKey();
            const auto other = PrivateKey::generate(curve).publicKey();
            for (const Udf& name : {fingerprint(key), fingerprintLegacy(key), fingerprint(key, 440)}) {
                QVERIFY(isFingerprintOf(name, key));
                QVERIFY(!isFingerprintOf(name, other));
            }
            QVERIFY(!(fingerprint(key) == fingerprintLegacy(key)));
            // too short to trust
            QVERIFY(!isFingerprintOf(fingerprint(key, 120), key));
            QVERIFY(!isFingerprintOf(oidSequence(key), key));
            const Bytes whole = fingerprintBytes64(key);
            QCOMPARE(whole.size(), std::size_t(64));
            QVERIFY(matches(Udf::whole(Type(whole[0]), BytesView(whole).subspan(1)), fingerprint(key)));
        }
    }

    // The reference program of January 2020 takes the number of Ed448 for X448.
    void x448UnderTheNumberOfEd448IsRecognised()
    {
        const auto key = PrivateKey::generate(Curve::X448).publicKey();
        Bytes info = keyInfo(key);
        info[8] = 113;
        QVERIFY(isFingerprintOf(fingerprintOfSubjectPublicKeyInfo(info), key));
        info[8] = 112;
        QVERIFY(!isFingerprintOf(fingerprintOfSubjectPublicKeyInfo(info), key));
    }

    void keysTravelAsText()
    {
        for (Curve curve : {Curve::Ed25519, Curve::Ed448, Curve::X25519, Curve::X448}) {
            const auto key = PrivateKey::generate(curve).publicKey();
            const auto parsed = Udf::parse(oidSequence(key).text());
            QVERIFY(parsed);
            QVERIFY(publicKeyOf(*parsed).value() == key);
        }
        QCOMPARE(publicKeyOf(Udf::nonce()).error().fault, Fault::WrongType);
        QCOMPARE(publicKeyOf(Udf::whole(Type::Oid, crypto::randomBytes(48))).error().fault,
                 Fault::Unsupported);
        // the structure of a key with a point that must not be used
        Bytes info = keyInfo(PrivateKey::generate(Curve::Ed25519).publicKey());
        std::fill(info.end() - 32, info.end(), std::uint8_t(0));
        QCOMPARE(publicKeyOf(Udf::whole(Type::Oid, info)).error().fault, Fault::BadKey);
    }

    void rsaKeysUseTheStandardStructure()
    {
        const Botan::RSA_PrivateKey key(crypto::systemRandom(), 1024);
        const Bytes n = key.get_n().serialize<Bytes>();
        const Bytes e = key.get_e().serialize<Bytes>();
        const auto name = fingerprintOfRsa(n, e);
        QVERIFY(name);
        QCOMPARE(name->text(), fingerprintOfSubjectPublicKeyInfo(key.subject_public_key()).text());
        QCOMPARE(fingerprintOfRsa({}, {}).error().fault, Fault::BadKey);
        QCOMPARE(fingerprintOfRsa(Bytes(5000, 1), e).error().fault, Fault::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
