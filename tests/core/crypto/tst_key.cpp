#include "crypto/cogeneration.h"
#include "crypto/hash.h"
#include "crypto/key.h"

#include <QTest>
#include <botan/ed25519.h>
#include <botan/ed448.h>
#include <botan/hex.h>
#include <botan/pubkey.h>
#include <botan/x25519.h>
#include <botan/x448.h>

using namespace mmm;
using namespace mmm::crypto;

Q_DECLARE_METATYPE(mmm::crypto::Curve)

namespace {

Bytes fromHex(std::string_view text)
{
    return Botan::hex_decode(std::string(text));
}

Secret secretFromHex(std::string_view text)
{
    return Secret(fromHex(text));
}

QByteArray hex(BytesView octets)
{
    return QByteArray(textOf(octets).data(), qsizetype(octets.size())).toHex();
}

/// The independent verifier: Botan's own keys and signature operations.
bool stockVerify(const PublicKey& key, BytesView message, BytesView signature)
{
    if (key.curve() == Curve::Ed448) {
        const Botan::Ed448_PublicKey stock{BytesView(key.raw())};
        return Botan::PK_Verifier(stock, "").verify_message(message, signature);
    }
    const Botan::Ed25519_PublicKey stock{BytesView(key.raw())};
    return Botan::PK_Verifier(stock, "Pure").verify_message(message, signature);
}

Bytes stockAgree(Curve curve, BytesView privateOctets, BytesView u)
{
    Random& random = systemRandom();
    if (curve == Curve::X448) {
        const Botan::X448_PrivateKey stock{privateOctets};
        return Botan::unlock(Botan::PK_Key_Agreement(stock, random, "Raw").derive_key(0, u).bits_of());
    }
    const Botan::X25519_PrivateKey stock{
        Botan::secure_vector<uint8_t>(privateOctets.begin(), privateOctets.end())};
    return Botan::unlock(Botan::PK_Key_Agreement(stock, random, "Raw").derive_key(0, u).bits_of());
}

void curveRows(bool signing, bool agreeing)
{
    QTest::addColumn<Curve>("curve");
    if (signing) {
        QTest::newRow("Ed25519") << Curve::Ed25519;
        QTest::newRow("Ed448") << Curve::Ed448;
    }
    if (agreeing) {
        QTest::newRow("X25519") << Curve::X25519;
        QTest::newRow("X448") << Curve::X448;
    }
}

} // namespace

class TestKey : public QObject
{
    Q_OBJECT

private slots:
    void curveNamesAreReadInAnyCase()
    {
        for (Curve curve : {Curve::Ed25519, Curve::Ed448, Curve::X25519, Curve::X448})
            QCOMPARE(curveByName(curveName(curve)).value(), curve);
        QCOMPARE(curveByName("eD448").value(), Curve::Ed448);
        QVERIFY(!curveByName("Ed44"));
        QVERIFY(!curveByName("Ed4488"));
        QVERIFY(!curveByName(""));
    }

    // RFC 8032 §7.4 (1 octet) and §7.1 (test 2)
    void knownAnswersOfRfc8032()
    {
        const auto ed448 = PrivateKey::fromSeed(
            Curve::Ed448,
            secretFromHex(
                "c4eab05d357007c632f3dbb48489924d552b08fe0c353a0d4a1f00acda2c463afbea67c5e8d2877c5e3bc397"
                "a659949ef8021e954e0a12274e"));
        QVERIFY(ed448);
        QCOMPARE(hex(ed448->publicKey().raw()), "43ba28f430cdff456ae531545f7ecd0ac834a55d9358c0372bfa0c6c6798"
                                                "c0866aea01eb00742802b8438ea4cb82169c23"
                                                "5160627b4c3a9480");
        const Bytes message = fromHex("03");
        const Bytes signature = ed448->sign(message);
        QCOMPARE(hex(signature), "26b8f91727bd62897af15e41eb43c377efb9c610d48f2335cb0bd0087810f4352541b143c4b"
                                 "981b7e18f62de8ccdf633fc1b"
                                 "f037ab7cd779805e0dbcc0aae1cbcee1afb2e027df36bc04dcecbf154336c19f0af7e0a6472"
                                 "905e799f1953d2a0ff3348ab2"
                                 "1aa4adafd1d234441cf807c03a00");
        QVERIFY(ed448->publicKey().verify(message, signature));

        const auto ed25519 = PrivateKey::fromSeed(
            Curve::Ed25519,
            secretFromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        QVERIFY(ed25519);
        QCOMPARE(hex(ed25519->publicKey().raw()),
                 "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        QCOMPARE(hex(ed25519->sign(fromHex("72"), SignatureForm::Plain)),
                 "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f"
                 "11d8c387b"
                 "2eaeb4302aeeb00d291612bb0c00");
    }

    // RFC 7748 §6
    void knownAnswersOfRfc7748()
    {
        const auto alice = PrivateKey::fromSeed(
            Curve::X25519, secretFromHex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
        QVERIFY(alice);
        QCOMPARE(hex(alice->publicKey().raw()),
                 "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
        const auto peer = PublicKey::decode(
            Curve::X25519, fromHex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"));
        QVERIFY(peer);
        QCOMPARE(hex(alice->agree(*peer).value()),
                 "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
        const auto real =
            PrivateKey::fromSeed(Curve::X448, secretFromHex("9a8f4925d1519f5775cf46b04b5800d4ee9ee8bae8bc5565"
                                                            "d498c28dd9c9baf574a9419744897391006382a6f127a"
                                                            "b1d9ac2d8c0a598726b"));
        QVERIFY(real);
        QCOMPARE(hex(real->publicKey().raw()), "9b08f7cc31b7e3e67d22d5aea121074a273bd2b83de09c63faa73d2c22c5d"
                                               "9bbc836647241d953d40c5b12da88120d53177f80"
                                               "e532c41fa0");
        const auto bob =
            PublicKey::decode(Curve::X448, fromHex("3eb7a829b0cd20f5bcfc0b599b6feccf6da4627107bdb0d4f345b4302"
                                                   "7d8b972fc3e34fb4232a13ca706dcb57aec3dae07bd"
                                                   "c1c67bf33609"));
        QVERIFY(bob);
        QCOMPARE(hex(real->agree(*bob).value()), "07fff4181ac6cc95ec1c16a94a0f74d12da232ce40a77552281d282bb60"
                                                 "c0b56fd2464c335543936521c24403085d59a449a"
                                                 "5037514a879d");
    }

    void signaturesVerifyWithAStockVerifier_data() { curveRows(true, false); }
    void signaturesVerifyWithAStockVerifier()
    {
        QFETCH(Curve, curve);
        for (int i = 0; i < 20; ++i) {
            const PrivateKey key = PrivateKey::generate(curve);
            const Bytes message = randomBytes(std::size_t(i) * 7);
            const Bytes signature = key.sign(message, SignatureForm::Plain);
            QVERIFY(stockVerify(key.publicKey(), message, signature));
            QVERIFY(key.publicKey().verify(message, signature));
            QCOMPARE(key.sign(message, SignatureForm::Plain), signature);
            QVERIFY(key.publicKey().verify(message, key.sign(message)));
            QVERIFY(!PrivateKey::generate(curve).publicKey().verify(message, signature));
        }
    }

    void compositeKeysBehaveLikeOrdinaryOnes_data() { curveRows(true, false); }
    void compositeKeysBehaveLikeOrdinaryOnes()
    {
        QFETCH(Curve, curve);
        for (int i = 0; i < 20; ++i) {
            const DeviceKey device{PrivateKey::generate(curve)};
            const OverlayKey overlay = generateOverlay(curve);
            const auto composite = cogenerate(device, overlay);
            QVERIFY(composite);
            QVERIFY(!composite->key.hasSeed());
            QCOMPARE(composite->key.publicKey().raw(),
                     cogenerate(device.key.publicKey(), overlay).value().raw());
            const Bytes message = randomBytes(64);
            QVERIFY(stockVerify(composite->key.publicKey(), message,
                                composite->key.sign(message, SignatureForm::Plain)));
            QVERIFY(composite->key.publicKey().verify(message, composite->key.sign(message)));
            const PrivateKey other = PrivateKey::generate(curve);
            QVERIFY(composite->key.agree(other.publicKey()).value() ==
                    other.agree(composite->key.publicKey()).value());
        }
    }

    void agreementMatchesTheStockLadder_data() { curveRows(false, true); }
    void agreementMatchesTheStockLadder()
    {
        QFETCH(Curve, curve);
        for (int i = 0; i < 20; ++i) {
            const PrivateKey a = PrivateKey::generate(curve);
            const PrivateKey b = PrivateKey::generate(curve);
            const Bytes expected = stockAgree(curve, a.seed(), b.publicKey().raw());
            QCOMPARE(copyOf(a.agree(b.publicKey()).value()), expected);
            QCOMPARE(copyOf(b.agree(a.publicKey()).value()), expected);
            // the same scalar without its seed
            const auto bare = PrivateKey::fromScalar(curve, a.scalar());
            QVERIFY(bare);
            QCOMPARE(bare->publicKey().raw(), a.publicKey().raw());
            QCOMPARE(copyOf(bare->agree(b.publicKey()).value()), expected);
            // co-generation
            const auto sum = combine(a, b);
            QVERIFY(sum);
            QCOMPARE(sum->publicKey().raw(), combine(a.publicKey(), b.publicKey()).value().raw());
            const PrivateKey c = PrivateKey::generate(curve);
            QCOMPARE(copyOf(sum->agree(c.publicKey()).value()),
                     stockAgree(curve, c.seed(), sum->publicKey().raw()));
        }
    }

    void extendedFormKeepsTheSign_data() { curveRows(false, true); }
    void extendedFormKeepsTheSign()
    {
        QFETCH(Curve, curve);
        int odd = 0;
        for (int i = 0; i < 20; ++i) {
            const PrivateKey a = PrivateKey::generate(curve);
            const PrivateKey b = PrivateKey::generate(curve);
            Bytes extended = a.publicKey().extended().value();
            odd += extended.back() == 0x80;
            const auto read = PublicKey::decode(curve, extended);
            QVERIFY(read);
            QCOMPARE(read->raw(), a.publicKey().raw());
            QCOMPARE(combine(*read, b.publicKey()).value().raw(), combine(a, b).value().publicKey().raw());
            extended.back() ^= 0x80;
            const auto negated = PublicKey::decode(curve, extended);
            QVERIFY(negated);
            QVERIFY(combine(*negated, b.publicKey()).value().raw() !=
                    combine(a, b).value().publicKey().raw());
            extended.back() ^= 0x01;
            QVERIFY(!PublicKey::decode(curve, extended));
            const auto bare = PublicKey::decode(curve, a.publicKey().raw());
            QVERIFY(bare);
            QCOMPARE(bare->extended().error().fault, Fault::Missing);
            QVERIFY(!combine(*bare, b.publicKey()));
        }
        QVERIFY(odd > 0 && odd < 20);
    }

    void alteredSignaturesAreRefused_data() { curveRows(true, false); }
    void alteredSignaturesAreRefused()
    {
        QFETCH(Curve, curve);
        const PrivateKey key = PrivateKey::generate(curve);
        const Bytes message = randomBytes(64);
        const Bytes signature = key.sign(message);
        for (std::size_t i = 0; i < signature.size(); ++i) {
            Bytes altered = signature;
            altered[i] ^= std::uint8_t(1u << (i % 8));
            QVERIFY(!key.publicKey().verify(message, altered));
        }
        QVERIFY(!key.publicKey().verify(message, BytesView(signature).first(signature.size() - 1)));
        QVERIFY(!key.publicKey().verify(message, {}));
        Bytes longer = signature;
        longer.push_back(0);
        QVERIFY(!key.publicKey().verify(message, longer));
        QVERIFY(!key.publicKey().verify(randomBytes(64), signature));
    }

    // S and S + L give the same point; only the first may be accepted (RFC 8032 §5.1.7).
    void signaturesAreNotMalleable_data() { curveRows(true, false); }
    void signaturesAreNotMalleable()
    {
        QFETCH(Curve, curve);
        const Bytes order = curve == Curve::Ed25519
                                ? fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
                                : fromHex("f34458ab92c27823558fc58d72c26c219036d6ae49db4ec4e923ca7cffffffffff"
                                          "ffffffffffffffffffffffffffffff"
                                          "ffffffffffffff3f00");
        const PrivateKey key = PrivateKey::generate(curve);
        const Bytes message = randomBytes(64);
        Bytes signature = key.sign(message);
        unsigned carry = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            std::uint8_t& octet = signature[order.size() + i];
            carry += unsigned(octet) + order[i];
            octet = std::uint8_t(carry);
            carry >>= 8;
        }
        QVERIFY(!key.publicKey().verify(message, signature));
    }

    void unsafePublicKeysAreRefused_data()
    {
        QTest::addColumn<Curve>("curve");
        QTest::addColumn<QByteArray>("encoding");
        const auto row = [](const char* name, Curve curve, const char* hexText) {
            QTest::newRow(name) << curve << QByteArray::fromHex(hexText);
        };
        row("Ed25519 neutral", Curve::Ed25519,
            "0100000000000000000000000000000000000000000000000000000000000000");
        row("Ed25519 neutral, other form", Curve::Ed25519,
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
        row("Ed25519 order 2", Curve::Ed25519,
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
        row("Ed25519 order 4", Curve::Ed25519,
            "0000000000000000000000000000000000000000000000000000000000000000");
        row("Ed25519 order 8", Curve::Ed25519,
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
        row("Ed25519 not on the curve", Curve::Ed25519,
            "0200000000000000000000000000000000000000000000000000000000000000");
        row("Ed25519 all ones", Curve::Ed25519,
            "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff");
        row("Ed25519 short", Curve::Ed25519, "01");
        row("Ed25519 empty", Curve::Ed25519, "");
        const QByteArray zeros55(110, '0');
        const QByteArray zeros56(112, '0');
        row("Ed448 neutral", Curve::Ed448, QByteArray("01" + zeros56).constData());
        row("Ed448 order 4", Curve::Ed448, QByteArray("00" + zeros56).constData());
        row("Ed448 order 2", Curve::Ed448,
            "fefffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffffffffffffffffffffffff"
            "ffffffffffffff"
            "ff00");
        row("Ed448 all ones", Curve::Ed448, QByteArray(114, 'f').constData());
        row("X25519 zero", Curve::X25519, "0000000000000000000000000000000000000000000000000000000000000000");
        row("X25519 one", Curve::X25519, "0100000000000000000000000000000000000000000000000000000000000000");
        row("X25519 order 8", Curve::X25519,
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800");
        row("X25519 order 8 b", Curve::X25519,
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157");
        row("X25519 minus one", Curve::X25519,
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
        row("X25519 not canonical", Curve::X25519,
            "f6ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
        row("X25519 top bit", Curve::X25519,
            "0900000000000000000000000000000000000000000000000000000000000080");
        row("X448 zero", Curve::X448, zeros56.constData());
        row("X448 one", Curve::X448, QByteArray("01" + zeros55).constData());
        row("X448 all ones", Curve::X448, QByteArray(112, 'f').constData());
    }
    void unsafePublicKeysAreRefused()
    {
        QFETCH(Curve, curve);
        QFETCH(QByteArray, encoding);
        const auto key =
            PublicKey::decode(curve, bytesOf({encoding.constData(), std::size_t(encoding.size())}));
        QVERIFY(!key);
        QCOMPARE(key.error().fault, Fault::BadKey);
    }

    // A good point plus one of small order is on the curve but must not be used (WIRE D.7).
    void pointsWithASmallOrderPartAreRefused()
    {
        // edwards448 has the point (0, -1) of order 2: adding it negates both coordinates.
        const PrivateKey key = PrivateKey::generate(Curve::Ed448);
        Bytes encoding = key.publicKey().raw();
        const Bytes prime = fromHex("ffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                                    "feffffffffffffffffffffffffffffffffffffffffffffffffffffff00");
        int borrow = 0;
        const std::uint8_t sign = encoding[56];
        encoding[56] = 0;
        for (std::size_t i = 0; i < 57; ++i) {
            const int difference = int(prime[i]) - encoding[i] - borrow;
            encoding[i] = std::uint8_t(difference & 0xFF);
            borrow = difference < 0;
        }
        encoding[56] = sign ^ 0x80;
        QVERIFY(!PublicKey::decode(Curve::Ed448, encoding));
    }

    void privateKeysOfWrongLengthAreRefused()
    {
        for (Curve curve : {Curve::Ed25519, Curve::Ed448, Curve::X25519, Curve::X448}) {
            for (std::size_t size : {0u, 1u, 31u, 33u, 55u, 58u, 64u}) {
                QVERIFY(!PrivateKey::fromSeed(curve, Secret(size)));
                QVERIFY(!PrivateKey::fromScalar(curve, Secret(size)));
            }
            QVERIFY(!PrivateKey::fromScalar(curve, Secret(scalarSize(curve)))); // zero
        }
    }

    void bothEd448SeedLengthsAreExpandedAsTheyAre()
    {
        const Secret seed = randomSecret(57);
        const auto standard = PrivateKey::fromSeed(Curve::Ed448, seed.clone());
        QVERIFY(standard);
        const Botan::Ed448_PrivateKey stock{seed.view()};
        QCOMPARE(standard->publicKey().raw(), stock.public_key_bits());
        const auto shorter = PrivateKey::fromSeed(Curve::Ed448, Secret(seed.view().first(56)));
        QVERIFY(shorter);
        QVERIFY(!(shorter->publicKey() == standard->publicKey()));
    }

    void keysOfTwoCurvesDoNotMix()
    {
        const PrivateKey a = PrivateKey::generate(Curve::Ed25519);
        const PrivateKey b = PrivateKey::generate(Curve::Ed448);
        QVERIFY(!a.agree(b.publicKey()));
        QVERIFY(!combine(a, b));
        QVERIFY(!combine(a.publicKey(), b.publicKey()));
    }

    void keysThatCannotSignGiveNothing()
    {
        const PrivateKey key = PrivateKey::generate(Curve::X448);
        QVERIFY(key.sign(randomBytes(64)).empty());
        QVERIFY(!key.publicKey().verify({}, {}));
    }

    void oppositeKeysDoNotCombine()
    {
        const PrivateKey key = PrivateKey::generate(Curve::Ed25519);
        Bytes negated = key.publicKey().raw();
        negated.back() ^= 0x80;
        const auto opposite = PublicKey::decode(Curve::Ed25519, negated);
        QVERIFY(opposite);
        QCOMPARE(combine(key.publicKey(), *opposite).error().fault, Fault::BadKey);
    }
};

QTEST_GUILESS_MAIN(TestKey)
#include "tst_key.moc"
