#include "keystore/key_vault.h"

#include "keystore/memory_store.h"
#include "udf/fingerprint.h"

#include <QTest>

using namespace mmm;
using namespace mmm::keystore;
using crypto::Curve;
using crypto::PrivateKey;

Q_DECLARE_METATYPE(mmm::crypto::Curve)

class TestKeyVault : public QObject
{
    Q_OBJECT

private slots:
    void keepsKeysOfEveryCurve_data()
    {
        QTest::addColumn<Curve>("curve");
        QTest::newRow("Ed25519") << Curve::Ed25519;
        QTest::newRow("Ed448") << Curve::Ed448;
        QTest::newRow("X25519") << Curve::X25519;
        QTest::newRow("X448") << Curve::X448;
    }
    void keepsKeysOfEveryCurve()
    {
        QFETCH(Curve, curve);
        const auto store = std::make_shared<MemoryStore>();
        KeyVault vault(store);
        const PrivateKey key = PrivateKey::generate(curve);
        const PrivateKey other = PrivateKey::generate(curve);
        const auto added = vault.add(key, Exportable::No);
        QVERIFY(added);
        QCOMPARE(added->id(), udf::fingerprint(key.publicKey()).text());

        const auto opened = KeyVault(store).open(added->id());
        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
        QVERIFY(opened->publicKey() == key.publicKey());
        QVERIFY(!opened->isExportable());
        QVERIFY(*opened->agree(other.publicKey()) == *other.agree(key.publicKey()));
        if (crypto::canSign(curve)) {
            const Bytes message = copyOf(bytesOf("message"));
            QVERIFY(key.publicKey().verify(message, opened->sign(message)));
        }
        QCOMPARE(vault.exportKey(added->id()).error().fault, Fault::NotExportable);
        QCOMPARE(store->get(added->id()).error().fault, Fault::NotExportable);
    }

    void exportsOnlyWhatMayLeave()
    {
        KeyVault vault(std::make_shared<MemoryStore>());
        const PrivateKey key = PrivateKey::generate(Curve::Ed448);
        const KeyId id = vault.add(key, Exportable::Yes)->id();
        const auto exported = vault.exportKey(id);
        QVERIFY(exported);
        QVERIFY(exported->seed() == key.seed());
        // neither made stricter nor laxer afterwards
        QCOMPARE(vault.add(key, Exportable::No).error().fault, Fault::Exists);
        QVERIFY(vault.add(key, Exportable::Yes));
        QVERIFY(vault.exportKey(id));
    }

    void keepsComposites()
    {
        const auto store = std::make_shared<MemoryStore>();
        KeyVault vault(store);
        const PrivateKey base = PrivateKey::generate(Curve::Ed448);
        const PrivateKey overlay = PrivateKey::generate(Curve::Ed448);
        const auto composite = crypto::combine(base.publicKey(), overlay.publicKey());
        const KeyId baseId = vault.add(base, Exportable::No)->id();
        const KeyId expected = KeyVault::idOf(*composite);

        const PrivateKey wrong = PrivateKey::generate(Curve::Ed448);
        QCOMPARE(vault.addComposite(baseId, wrong, expected).error().fault, Fault::BadKey);
        QCOMPARE(store->size(), std::size_t(1));
        QCOMPARE(vault.addComposite("MAAA-BBBB", overlay, expected).error().fault, Fault::KeyNotFound);

        QVERIFY(vault.addComposite(baseId, overlay, expected));
        const auto opened = vault.open(expected);
        QVERIFY(opened);
        const Bytes message = copyOf(bytesOf("signed by a scalar"));
        QVERIFY(composite->verify(message, opened->sign(message)));
        QVERIFY(!opened->isExportable());
    }

    void refusesWhatIsNotTheKeyOfItsName()
    {
        const auto store = std::make_shared<MemoryStore>();
        KeyVault vault(store);
        const KeyId one = vault.add(PrivateKey::generate(Curve::Ed448), Exportable::Yes)->id();
        const KeyId two = vault.add(PrivateKey::generate(Curve::Ed448), Exportable::Yes)->id();
        const auto stolen = store->get(one);
        QVERIFY(store->put(two, *stolen, Exportable::Yes)); // an item under another's name
        QCOMPARE(vault.open(two).error().fault, Fault::BadKey);

        QVERIFY(store->put(two, Secret(bytesOf("xx")), Exportable::Yes));
        QCOMPARE(vault.open(two).error().fault, Fault::Damaged);
        QVERIFY(store->put(two, Secret(bytesOf("\x09 a key of no known curve")), Exportable::Yes));
        QCOMPARE(vault.open(two).error().fault, Fault::Damaged);
        QVERIFY(store->put(two, Secret(bytesOf("\x02\x01 too short for a scalar")), Exportable::Yes));
        QCOMPARE(vault.open(two).error().fault, Fault::Damaged);
        store->corrupt(two);
        QCOMPARE(vault.open(two).error().fault, Fault::Damaged);
        store->forget(two);
        QCOMPARE(vault.open(two).error().fault, Fault::KeyNotFound);
    }

    void passesOnWhatTheStoreSays()
    {
        const auto store = std::make_shared<MemoryStore>();
        KeyVault vault(store);
        const PrivateKey key = PrivateKey::generate(Curve::Ed25519);
        store->setLocked(true);
        QCOMPARE(vault.add(key, Exportable::No).error().fault, Fault::KeychainLocked);
        QCOMPARE(vault.open(KeyVault::idOf(key.publicKey())).error().fault, Fault::KeychainLocked);
        store->setLocked(false);
        store->failNext({Fault::KeychainTimeout});
        QCOMPARE(vault.add(key, Exportable::No).error().fault, Fault::KeychainTimeout);
        QCOMPARE(store->size(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestKeyVault)
#include "tst_key_vault.moc"
