#include "system/processes.h"

#include <QTest>

using namespace mmm;
using namespace mmm::system_test;

/// Clocks that are a day off do no harm: devices join, exchange, and merge.
class TestClocks : public QObject
{
    Q_OBJECT

private slots:
    void aDayOff_data()
    {
        QTest::addColumn<qint64>("firstShift");
        QTest::addColumn<qint64>("secondShift");
        constexpr qint64 day = 24 * 3600;
        QTest::newRow("the first is ahead") << day << qint64(0);
        QTest::newRow("the first is behind") << -day << qint64(0);
        QTest::newRow("the second is ahead") << qint64(0) << day;
        QTest::newRow("the second is behind") << qint64(0) << -day;
        QTest::newRow("both are, to different sides") << day << -day;
    }

    void aDayOff()
    {
        QFETCH(const qint64, firstShift);
        QFETCH(const qint64, secondShift);
        ServiceProcess service;
        QVERIFY(service.start());
        DeviceProcess first(service);
        DeviceProcess second(service);
        first.setClock(firstShift);
        second.setClock(secondShift);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.create(QStringLiteral("alice")));
        VERIFY_OK(second.join(first.pin(), QStringLiteral("Second")));
        VERIFY_OK(first.add(QStringLiteral("entry0"), QStringLiteral("by the first")));
        VERIFY_OK(second.add(QStringLiteral("entry1"), QStringLiteral("by the second")));
        QVERIFY(first.settles());
        QVERIFY(second.settles());
        QVERIFY(eventually([&] { return second.entries()->size() == 2 && first.entries()->size() == 2; }));
        // the later edit wins, whatever the clocks say
        VERIFY_OK(second.edit(QStringLiteral("entry0"), QStringLiteral("edited by the second")));
        QVERIFY(eventually([&] {
            return first.entries()->at(QStringLiteral("entry0")) == QLatin1String("edited by the second");
        }));
        VERIFY_OK(first.edit(QStringLiteral("entry0"), QStringLiteral("edited by the first")));
        QVERIFY(eventually([&] {
            return second.entries()->at(QStringLiteral("entry0")) == QLatin1String("edited by the first");
        }));
        // a PIN for half an hour is good now, and the computer that is off is started again
        QVERIFY(first.close());
        VERIFY_OK(first.open());
        DeviceProcess third(service);
        VERIFY_OK(third.open());
        VERIFY_OK(third.join(first.pin(30), QStringLiteral("Third")));
        QVERIFY(eventually([&] { return third.entries()->size() == 2; }));
        for (DeviceProcess* device : {&first, &second, &third}) {
            QVERIFY(device->settles());
            QVERIFY(device->state().problems.isEmpty());
            QCOMPARE(device->state().conflicts, 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestClocks)
#include "tst_clocks.moc"
