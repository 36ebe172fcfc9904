#include "system/processes.h"
#include "system/small_disk.h"

#include <QCoreApplication>
#include <QTest>

using namespace mmm;
using namespace mmm::system_test;

namespace {
QString whyNoMounts;
}

/// A real file system without room. The person is told, nothing that was acknowledged is lost, and when there
/// is room again all goes on by itself.
class TestFullDisk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!whyNoMounts.isEmpty())
            QSKIP(qPrintable(QStringLiteral("a small disk cannot be mounted here: ") + whyNoMounts));
    }

    void ofADevice()
    {
        SmallDisk disk(16 * 1024);
        QVERIFY(disk.isMounted());
        ServiceProcess service;
        QVERIFY(service.start());
        DeviceProcess first(service, disk.path(QStringLiteral("device")));
        DeviceProcess second(service);
        VERIFY_OK(first.open());
        VERIFY_OK(first.create(QStringLiteral("alice")));
        VERIFY_OK(second.open());
        VERIFY_OK(second.join(first.pin(), QStringLiteral("Second")));
        VERIFY_OK(first.ask({QStringLiteral("stream"), QStringLiteral("before"), 20, 0}));
        QVERIFY(first.settles());

        QVERIFY(disk.fill(64));
        const Answer full = first.ask({QStringLiteral("stream"), QStringLiteral("full"), 100000, 0});
        QVERIFY(!full.isOk());
        QCOMPARE(*full.fault, Fault::DiskFull);
        VERIFY_KEPT(first, first.ledger);
        // what others write cannot be stored here, and that is said
        VERIFY_OK(second.ask({QStringLiteral("stream"), QStringLiteral("second"), 200, 0}));
        QVERIFY(second.settles());
        QVERIFY(eventually([&] { return first.state().fault == Fault::DiskFull; }));
        // a start with a full disk shows what is there
        QVERIFY(first.close());
        VERIFY_OK(first.open());
        VERIFY_KEPT(first, first.ledger);
        // and so does one after the process was killed in the middle of its trouble
        first.begin({QStringLiteral("stream"), QStringLiteral("killed"), 100000, 0});
        QTest::qWait(200);
        first.kill();
        VERIFY_OK(first.open());
        VERIFY_KEPT(first, first.ledger);
        first.ledger.settle(first.entries().value());

        disk.makeRoom();
        Ledger all = first.ledger;
        all.add(second.ledger);
        QVERIFY(eventually(
            [&] { return all.compare(first.entries().value_or(std::map<QString, QString>())).isEmpty(); }));
        VERIFY_OK(first.add(QStringLiteral("after1"), QStringLiteral("value")));
        all.add(first.ledger);
        QVERIFY(eventually(
            [&] { return all.compare(second.entries().value_or(std::map<QString, QString>())).isEmpty(); }));
        VERIFY_KEPT(first, all);
        QVERIFY(first.state().problems.isEmpty());
    }

    void ofTheService()
    {
        SmallDisk disk(16 * 1024);
        QVERIFY(disk.isMounted());
        ServiceProcess service(disk.path(QStringLiteral("service")));
        QVERIFY(service.start());
        DeviceProcess first(service);
        DeviceProcess second(service);
        VERIFY_OK(first.open());
        VERIFY_OK(first.create(QStringLiteral("alice")));
        VERIFY_OK(second.open());
        VERIFY_OK(second.join(first.pin(), QStringLiteral("Second")));
        QVERIFY(first.settles());

        QVERIFY(disk.fill(0));
        // the devices' disks have room, so that the person can go on
        VERIFY_OK(first.ask({QStringLiteral("stream"), QStringLiteral("first"), 300, 0}));
        VERIFY_OK(second.ask({QStringLiteral("stream"), QStringLiteral("second"), 300, 0}));
        QVERIFY(eventually([&] {
            first.ask({QStringLiteral("sync")});
            QTest::qWait(500);
            return first.state().fault == Fault::ServiceFailed;
        }));
        QVERIFY(first.state().pending > 0);
        VERIFY_KEPT(first, first.ledger);
        // it starts again there, and what it has can be read
        QVERIFY(service.stop());
        QVERIFY(service.start());

        disk.makeRoom();
        Ledger all = first.ledger;
        all.add(second.ledger);
        for (DeviceProcess* device : {&first, &second}) {
            // without being asked
            QVERIFY(eventually(
                [&] {
                    return all.compare(device->entries().value_or(std::map<QString, QString>())).isEmpty();
                },
                150000));
            QVERIFY(device->settles());
            QVERIFY(device->state().problems.isEmpty());
        }
    }
};

int main(int argc, char** argv)
{
    whyNoMounts = enterOwnMounts(); // while there is only one thread
    QCoreApplication application(argc, argv);
    TestFullDisk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_full_disk.moc"
