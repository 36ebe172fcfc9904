#include "keystore/backend_record.h"
#include "keystore/memory_store.h"
#include "keystore/seal_key.h"
#include "keystore/sealed_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace mmm::keystore;

namespace {

void setContent(const QString& path, const QByteArray& octets)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(octets), octets.size());
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSealKey : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<MemoryStore>();
    }

    void aChoiceIsRecordedAndKept()
    {
        QVERIFY(!readBackendRecord(folder())->has_value());
        const auto chosen = chooseBackend(folder(), Backend::PassphraseFile);
        QVERIFY(chosen);
        QVERIFY(*readBackendRecord(folder()) == *chosen);
        QVERIFY(*chooseBackend(folder(), Backend::PassphraseFile) == *chosen);
        QCOMPARE(chooseBackend(folder(), Backend::Keychain).error().fault, Fault::Contradiction);
        QTemporaryDir other;
        QVERIFY(chooseBackend(other.path().toStdString(), Backend::PassphraseFile)->folder != chosen->folder);
    }

    void aDamagedRecordIsNoMissingRecord_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<int>("fault");
        QTest::newRow("empty") << QByteArray() << int(Fault::Damaged);
        QTest::newRow("cut") << QByteArray("{\"Version\":1,\"Backend\":\"keych") << int(Fault::Damaged);
        QTest::newRow("folder") << QByteArray(
                                       "{\"Version\":1,\"Backend\":\"keychain\",\"Folder\":\"../x/y/z\"}")
                                << int(Fault::Damaged);
        QTest::newRow("later") << QByteArray(
                                      "{\"Version\":2,\"Backend\":\"token\",\"Folder\":\"AAAAAAAAAA\"}")
                               << int(Fault::Unsupported);
        QTest::newRow("large") << QByteArray(5000, ' ') << int(Fault::Damaged);
    }
    void aDamagedRecordIsNoMissingRecord()
    {
        QFETCH(QByteArray, octets);
        QFETCH(int, fault);
        setContent(m_folder->filePath(QStringLiteral("keystore.json")), octets);
        QCOMPARE(int(readBackendRecord(folder()).error().fault), fault);
        QCOMPARE(int(chooseBackend(folder(), Backend::Keychain).error().fault), fault);
        QCOMPARE(int(SealKey::load(*m_store, folder()).error().fault), fault);
        QCOMPARE(m_store->size(), std::size_t(0));
        QCOMPARE(contentOf(m_folder->filePath(QStringLiteral("keystore.json"))), octets);
    }

    void isMadeOnceAndNeverAgain()
    {
        QCOMPARE(SealKey::load(*m_store, folder()).error().fault, Fault::Missing);
        const auto record = chooseBackend(folder(), Backend::Memory);
        const auto key = SealKey::load(*m_store, folder());
        QVERIFY(key);
        QVERIFY(readBackendRecord(folder())->value().established);
        const auto sealed = key->seal("head", bytesOf("payload"));
        QCOMPARE(SealKey::load(*m_store, folder())->open("head", *sealed)->text(),
                 std::string_view("payload"));

        // locked, slow, or gone: each time a fault, and nothing new is made
        m_store->setLocked(true);
        QCOMPARE(SealKey::load(*m_store, folder()).error().fault, Fault::KeychainLocked);
        m_store->setLocked(false);
        m_store->failNext({Fault::KeychainTimeout});
        QCOMPARE(SealKey::load(*m_store, folder()).error().fault, Fault::KeychainTimeout);
        m_store->forget("seal:" + record->folder);
        QCOMPARE(SealKey::load(*m_store, folder()).error().fault, Fault::KeyNotFound);
        QCOMPARE(m_store->size(), std::size_t(0));
    }

    void isNotMadeWhenItsFirstKeepingFails()
    {
        QVERIFY(chooseBackend(folder(), Backend::Memory));
        m_store->failNext({Fault::KeyNotFound, Fault::KeychainTimeout});
        QCOMPARE(SealKey::load(*m_store, folder()).error().fault, Fault::KeychainTimeout);
        QVERIFY(!readBackendRecord(folder())->value().established);
        QVERIFY(SealKey::load(*m_store, folder()));
    }

    void isLookedForWhereItWasPutOnly()
    {
        QVERIFY(chooseBackend(folder(), Backend::Keychain));
        QCOMPARE(SealKey::load(*m_store, folder()).error().fault, Fault::Contradiction);
    }

    void bindsToContextAndKey()
    {
        QVERIFY(chooseBackend(folder(), Backend::Memory));
        const auto key = SealKey::load(*m_store, folder());
        const auto sealed = key->seal("head:contacts", bytesOf("payload"));
        QCOMPARE(key->open("head:contacts", *sealed)->text(), std::string_view("payload"));
        QCOMPARE(key->open("head:tasks", *sealed).error().fault, Fault::CannotDecrypt);
        QVERIFY(*key->seal("head:contacts", bytesOf("payload")) != *sealed);
        for (std::size_t i = 0; i < sealed->size(); ++i) {
            Bytes altered = *sealed;
            altered[i] ^= 1;
            QCOMPARE(key->open("head:contacts", altered).error().fault, Fault::CannotDecrypt);
            QCOMPARE(key->open("head:contacts", BytesView(*sealed).first(i)).error().fault,
                     Fault::CannotDecrypt);
        }
        QTemporaryDir other;
        QVERIFY(chooseBackend(other.path().toStdString(), Backend::Memory));
        const auto otherKey = SealKey::load(*m_store, other.path().toStdString());
        QCOMPARE(otherKey->open("head:contacts", *sealed).error().fault, Fault::CannotDecrypt);
        QCOMPARE(key->open("", *key->seal("", {}))->size(), std::size_t(0));
    }

    void aSealedFileKeepsItsContent()
    {
        QVERIFY(chooseBackend(folder(), Backend::Memory));
        const auto key = SealKey::load(*m_store, folder());
        const QString path = m_folder->filePath(QStringLiteral("state"));
        {
            SealedFile file(path.toStdString(), "sync state", *key);
            QVERIFY(!file.read()->has_value());
            QVERIFY(file.write(bytesOf("one")));
            QVERIFY(file.write(bytesOf("two")));
            QCOMPARE(file.read()->value().text(), std::string_view("two"));
        }
        SealedFile file(path.toStdString(), "sync state", *key);
        QVERIFY(file.write(bytesOf("three")));
        QCOMPARE(file.count(), std::uint64_t(3));
        QVERIFY(!contentOf(path).contains("three"));
        SealedFile elsewhere(path.toStdString(), "another state", *key);
        QCOMPARE(elsewhere.read().error().fault, Fault::CannotDecrypt);
    }

    void aSealedFileThatWasExchangedIsNoticed()
    {
        QVERIFY(chooseBackend(folder(), Backend::Memory));
        const auto key = SealKey::load(*m_store, folder());
        const QString path = m_folder->filePath(QStringLiteral("state"));
        SealedFile file(path.toStdString(), "sync state", *key);
        QVERIFY(file.write(bytesOf("one")));
        const QByteArray old = contentOf(path);
        QVERIFY(file.write(bytesOf("two")));
        const QByteArray now = contentOf(path);

        setContent(path, old);
        QCOMPARE(file.read().error().fault, Fault::RolledBack);
        QVERIFY(QFile::remove(path));
        QCOMPARE(file.read().error().fault, Fault::Missing);
        setContent(path, now.left(now.size() - 1));
        QCOMPARE(file.read().error().fault, Fault::CannotDecrypt);
        setContent(path, now);
        QCOMPARE(file.read()->value().text(), std::string_view("two"));
    }

private:
    std::filesystem::path folder() const { return m_folder->path().toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryStore> m_store;
};

QTEST_GUILESS_MAIN(TestSealKey)
#include "tst_seal_key.moc"
