#include "crypto/derive.h"

#include <QTest>
#include <botan/bigint.h>
#include <botan/numthry.h>

using namespace mmm;
using namespace mmm::crypto;

class TestDerive : public QObject
{
    Q_OBJECT

private slots:
    void aSeedAlwaysMakesTheSameKeys()
    {
        const DerivationSeed seed = DerivationSeed::generate(DerivedAlgorithm::Any);
        const auto again = DerivationSeed::fromOctets(seed.octets().clone());
        QVERIFY(again);
        std::vector<Bytes> publicKeys;
        for (Curve curve : {Curve::Ed25519, Curve::Ed448, Curve::X25519, Curve::X448}) {
            const auto key = seed.deriveKey(curve);
            QVERIFY(key);
            QVERIFY(again->deriveKey(curve)->publicKey() == key->publicKey());
            QVERIFY(!(seed.deriveKey(curve, DerivedUse::Signature)->publicKey() == key->publicKey()));
        }
        const DerivationSeed other = DerivationSeed::generate(DerivedAlgorithm::Any);
        QVERIFY(!(other.deriveKey(Curve::Ed448)->publicKey() == seed.deriveKey(Curve::Ed448)->publicKey()));
    }

    void aSeedForOneThingMakesNothingElse()
    {
        const DerivationSeed seed = DerivationSeed::generate(DerivedAlgorithm::Ed448, DerivedUse::Signature);
        QVERIFY(seed.algorithm() == DerivedAlgorithm::Ed448);
        QVERIFY(seed.use() == DerivedUse::Signature);
        QVERIFY(seed.deriveKey(Curve::Ed448, DerivedUse::Signature));
        QCOMPARE(seed.deriveKey(Curve::Ed448, DerivedUse::Encryption).error().fault, Fault::NotAuthorised);
        QCOMPARE(seed.deriveKey(Curve::Ed448).error().fault, Fault::NotAuthorised);
        QCOMPARE(seed.deriveKey(Curve::Ed25519, DerivedUse::Signature).error().fault, Fault::NotAuthorised);
        QCOMPARE(deriveMasterKeys(seed).error().fault, Fault::NotAuthorised);
    }

    void profileKeysDiffer()
    {
        const DerivationSeed seed = DerivationSeed::generate(DerivedAlgorithm::MeshProfileMaster);
        const auto keys = deriveMasterKeys(seed);
        QVERIFY(keys);
        QVERIFY(!(keys->offlineSignature.publicKey() == keys->encryption.publicKey()));
        QVERIFY(!(keys->encryption.publicKey() == keys->escrow.publicKey()));
    }

    void wrongSeedsAreRefused()
    {
        for (std::size_t size : {0u, 1u, 2u, 131u})
            QCOMPARE(DerivationSeed::fromOctets(Secret(size)).error().fault, Fault::Malformed);
        Secret unknown(18);
        unknown.writable()[1] = 11;
        QCOMPARE(DerivationSeed::fromOctets(std::move(unknown)).error().fault, Fault::Unsupported);
    }

    void numbersOfPCurvesAreInRange()
    {
        const DerivationSeed seed = DerivationSeed::generate(DerivedAlgorithm::Any);
        for (const auto& [algorithm, size] : {std::pair(DerivedAlgorithm::P256, 32u),
                                              {DerivedAlgorithm::P384, 48u},
                                              {DerivedAlgorithm::P521, 66u}}) {
            const auto scalar = seed.deriveEcScalar(algorithm);
            QVERIFY(scalar);
            QCOMPARE(scalar->size(), std::size_t(size));
            QVERIFY(Botan::BigInt::from_bytes(*scalar) > 0);
        }
        QCOMPARE(seed.deriveEcScalar(DerivedAlgorithm::Ed448).error().fault, Fault::Unsupported);
        QCOMPARE(deriveRsaPrimes(seed, DerivedAlgorithm::P256).error().fault, Fault::Unsupported);
    }

    void theNextPrimeIsOne()
    {
        for (int i = 0; i < 10; ++i) {
            const Bytes start = randomBytes(32);
            const Botan::BigInt from = Botan::BigInt::from_bytes(start);
            const Botan::BigInt prime = Botan::BigInt::from_bytes(nextRsaPrime(start));
            QVERIFY(prime >= from);
            QVERIFY(prime - from < 20000);
            QVERIFY(Botan::is_prime(prime, systemRandom(), 64));
            QVERIFY((prime - 1) % 65537 != 0);
        }
        QCOMPARE(Botan::BigInt::from_bytes(nextRsaPrime(Bytes{14})), Botan::BigInt(17));
    }
};

QTEST_GUILESS_MAIN(TestDerive)
#include "tst_derive.moc"
