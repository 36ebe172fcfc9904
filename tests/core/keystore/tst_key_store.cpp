#include "keystore/memory_store.h"

#include <QTest>

using namespace mmm;
using namespace mmm::keystore;

namespace {

const Secret& sample()
{
    static const Secret secret(bytesOf("a secret of some length"));
    return secret;
}

} // namespace

class TestKeyStore : public QObject
{
    Q_OBJECT

private slots:
    void keepsAndReturns()
    {
        MemoryStore store;
        QVERIFY(store.put("seal:one", sample(), Exportable::Yes));
        QVERIFY(*store.get("seal:one") == sample());
        QVERIFY(*store.contains("seal:one"));
        QVERIFY(store.put("seal:one", Secret(bytesOf("another")), Exportable::Yes));
        QCOMPARE(store.get("seal:one")->text(), std::string_view("another"));
        QVERIFY(store.remove("seal:one"));
        QVERIFY(store.remove("seal:one"));
        QCOMPARE(store.get("seal:one").error().fault, Fault::KeyNotFound);
        QVERIFY(!*store.contains("seal:one"));
    }

    void doesNotHandOutWhatMustStay()
    {
        MemoryStore store;
        QVERIFY(store.put("MDEV-ICEK", sample(), Exportable::No));
        QCOMPARE(store.get("MDEV-ICEK").error().fault, Fault::NotExportable);
        QVERIFY(*store.contains("MDEV-ICEK"));
    }

    void refusesBadNamesAndEmptySecrets_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << "";
        QTest::newRow("blank") << "a b";
        QTest::newRow("line") << "a\nb";
        QTest::newRow("not ASCII") << QString::fromUtf8("schl\xc3\xbcssel");
        QTest::newRow("long") << QString(201, QLatin1Char('a'));
    }
    void refusesBadNamesAndEmptySecrets()
    {
        QFETCH(QString, name);
        MemoryStore store;
        QCOMPARE(store.put(name.toStdString(), sample(), Exportable::Yes).error().fault, Fault::Malformed);
        QCOMPARE(store.get(name.toStdString()).error().fault, Fault::Malformed);
        QCOMPARE(store.put("good", Secret(), Exportable::Yes).error().fault, Fault::Missing);
        QCOMPARE(store.size(), std::size_t(0));
    }

    void aLockedStoreDoesNotSayNotFound()
    {
        MemoryStore store;
        QVERIFY(store.put("one", sample(), Exportable::Yes));
        store.setLocked(true, true);
        QCOMPARE(*store.availability(), Availability::Locked);
        QCOMPARE(store.get("one").error().fault, Fault::KeychainLocked);
        QCOMPARE(store.get("absent").error().fault, Fault::KeychainLocked);
        QCOMPARE(store.contains("absent").error().fault, Fault::KeychainLocked);
        QCOMPARE(store.unlock().error().fault, Fault::KeychainRefused);
        store.setLocked(true, false);
        QVERIFY(store.unlock());
        QVERIFY(*store.get("one") == sample());
    }

    void putReadsBack()
    {
        MemoryStore store;
        store.failNext({Fault::KeychainTimeout});
        QCOMPARE(store.put("one", sample(), Exportable::Yes).error().fault, Fault::KeychainTimeout);
        QVERIFY(!*store.contains("one"));
        // written, but not to be read again: that is no success
        store.failNext({});
        QVERIFY(store.put("two", sample(), Exportable::Yes));
        store.corrupt("two");
        QCOMPARE(store.get("two").error().fault, Fault::Damaged);
    }

    void stopsWhenAsked()
    {
        MemoryStore store;
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(store.put("one", sample(), Exportable::Yes, stop.get_token()).error().fault,
                 Fault::Cancelled);
        QCOMPARE(store.size(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_key_store.moc"
