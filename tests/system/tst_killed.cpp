#include "system/processes.h"

#include <QTest>

using namespace mmm;
using namespace mmm::system_test;

namespace {

/// What the person was told and what is there; the two agree or the test fails.
bool agree(DeviceProcess& first, DeviceProcess& second)
{
    return eventually([&] {
        const auto left = first.entries();
        const auto right = second.entries();
        return left && right && *left == *right;
    });
}

} // namespace

/// Processes are killed at any moment; nothing that was acknowledged is lost or unreadable.
class TestKilled : public QObject
{
    Q_OBJECT

private slots:
    void aDeviceWhileItWritesAndUploads()
    {
        ServiceProcess service;
        QVERIFY(service.start());
        DeviceProcess first(service);
        DeviceProcess second(service);
        VERIFY_OK(first.open());
        VERIFY_OK(first.create(QStringLiteral("alice")));
        VERIFY_OK(second.open());
        VERIFY_OK(second.join(first.pin(), QStringLiteral("Second")));
        for (int round = 0; round < 25; ++round) {
            first.begin({QStringLiteral("stream"), QStringLiteral("round%1-").arg(round), 100000, round % 4});
            QTest::qWait(someMilliseconds(1, 500));
            first.kill();
            VERIFY_OK(first.open());
            VERIFY_KEPT(first, first.ledger);
            first.ledger.settle(first.entries().value());
        }
        qInfo("%zu writes were acknowledged", first.ledger.acknowledged());
        QVERIFY(first.settles());
        QVERIFY(second.settles());
        VERIFY_KEPT(first, first.ledger);
        QVERIFY(agree(first, second));
        QVERIFY(first.state().problems.isEmpty());
        QVERIFY(second.state().problems.isEmpty());
        QVERIFY(first.close());
    }

    void aDeviceWhileItDownloads()
    {
        ServiceProcess service;
        QVERIFY(service.start());
        DeviceProcess first(service);
        DeviceProcess second(service);
        VERIFY_OK(first.open());
        VERIFY_OK(first.create(QStringLiteral("alice")));
        VERIFY_OK(second.open());
        VERIFY_OK(second.join(first.pin(), QStringLiteral("Second")));
        for (int round = 0; round < 10; ++round) {
            first.begin({QStringLiteral("stream"), QStringLiteral("round%1-").arg(round), 60, 1});
            QTest::qWait(someMilliseconds(1, 300));
            second.kill();
            VERIFY_OK(second.open());
            VERIFY_OK(first.answer());
        }
        QVERIFY(first.settles());
        QVERIFY(second.settles());
        VERIFY_KEPT(first, first.ledger);
        QVERIFY(agree(first, second));
        QVERIFY(second.state().problems.isEmpty());
    }

    void theServiceWhileTwoDevicesUpload()
    {
        ServiceProcess service;
        QVERIFY(service.start());
        DeviceProcess first(service);
        DeviceProcess second(service);
        VERIFY_OK(first.open());
        VERIFY_OK(first.create(QStringLiteral("alice")));
        VERIFY_OK(second.open());
        VERIFY_OK(second.join(first.pin(), QStringLiteral("Second")));
        for (int round = 0; round < 12; ++round) {
            first.begin({QStringLiteral("stream"), QStringLiteral("first%1-").arg(round), 60, 3});
            second.begin({QStringLiteral("stream"), QStringLiteral("second%1-").arg(round), 60, 3});
            QTest::qWait(someMilliseconds(1, 400));
            service.kill();
            // without a service both go on
            VERIFY_OK(first.answer());
            VERIFY_OK(second.answer());
            QVERIFY(service.start());
            first.ask({QStringLiteral("sync")});
            second.ask({QStringLiteral("sync")});
            if (round % 3 == 2) {
                QVERIFY(first.settles());
                QVERIFY(second.settles());
            }
        }
        QVERIFY(first.settles());
        QVERIFY(second.settles());
        QVERIFY(first.settles());
        QVERIFY(agree(first, second));
        Ledger all = first.ledger;
        all.add(second.ledger);
        VERIFY_KEPT(first, all);
        VERIFY_KEPT(second, all);
        qInfo("%zu writes were acknowledged", all.acknowledged());
        for (DeviceProcess* device : {&first, &second}) {
            QVERIFY(device->state().problems.isEmpty());
            QCOMPARE(device->state().conflicts, 0);
            QVERIFY(device->close());
            VERIFY_OK(device->open());
            VERIFY_KEPT(*device, all);
        }
    }

    void aDeviceWhileItCreates()
    {
        ServiceProcess service;
        QVERIFY(service.start());
        std::map<QString, int> stages;
        for (int round = 0; round < 24; ++round) {
            DeviceProcess device(service);
            const QString name = QStringLiteral("alice%1").arg(round);
            VERIFY_OK(device.open());
            device.begin({QStringLiteral("create"), name, domain});
            QTest::qWait(someMilliseconds(1, 1500));
            device.kill();
            const Answer opened = device.open();
            VERIFY_OK(opened);
            const QString stage = opened.value.toString();
            ++stages[stage];
            // the name is never lost: it is this device's, or it can still be had
            if (stage == QLatin1String("Creating") && round % 2 == 0)
                VERIFY_OK(device.ask({QStringLiteral("resume")}));
            else if (stage == QLatin1String("Creating"))
                VERIFY_OK(device.ask({QStringLiteral("abandon")}));
            if (device.ask({QStringLiteral("stage")}).value.toString() == QLatin1String("New"))
                VERIFY_OK(device.create(name));
            VERIFY_OK(device.add(QStringLiteral("entry1"), QStringLiteral("value")));
            QVERIFY(device.settles());
            QVERIFY(device.state().problems.isEmpty());
        }
        for (const auto& [stage, count] : stages)
            qInfo("found %s %d times", qPrintable(stage), count);
    }

    void aDeviceWhileItJoins()
    {
        ServiceProcess service;
        QVERIFY(service.start());
        DeviceProcess first(service);
        VERIFY_OK(first.open());
        VERIFY_OK(first.create(QStringLiteral("alice")));
        VERIFY_OK(first.add(QStringLiteral("entry1"), QStringLiteral("value")));
        for (int round = 0; round < 8; ++round) {
            DeviceProcess other(service);
            VERIFY_OK(other.open());
            const QString offer = first.pin();
            const QString name = QStringLiteral("Device %1").arg(round);
            VERIFY_OK(other.request(offer, name));
            other.begin({QStringLiteral("await")});
            QTest::qWait(someMilliseconds(1, 400));
            other.kill();
            const Answer opened = other.open();
            VERIFY_OK(opened);
            if (opened.value.toString() == QLatin1String("Connecting"))
                VERIFY_OK(other.ask({QStringLiteral("await")}));
            QVERIFY(other.settles());
            QVERIFY(agree(first, other));
        }
    }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
