#include "system/processes.h"

#include <QElapsedTimer>
#include <QTest>

#include <array>

using namespace mmm;
using namespace mmm::system_test;

namespace {

QJsonValue placeOf(DeviceProcess& device, const char* what)
{
    return device.ask({QStringLiteral("place")}).value[QLatin1String(what)];
}

QString addressOf(DeviceProcess& device)
{
    return placeOf(device, "address").toString();
}

/// Copying, Closing, Telling or Leaving; empty if no move is under way.
QString stepOf(DeviceProcess& device)
{
    return placeOf(device, "step").toString();
}

bool agree(DeviceProcess& first, DeviceProcess& second)
{
    return eventually([&] {
        const auto left = first.entries();
        const auto right = second.entries();
        return left && right && *left == *right;
    });
}

/// Longer than a move takes on a slow machine, so that kills hit all of its steps and what comes after.
constexpr int longestMove = 2500;

} // namespace

/// An account goes to another service and back, and somebody pulls the plug: of the device that moves it, of
/// either service, of the other device. What was acknowledged is at the new service in the end.
class TestMoves : public QObject
{
    Q_OBJECT

private:
    struct Move
    {
        QString address;
        ServiceProcess* from;
        ServiceProcess* to;
    };

    std::unique_ptr<ServiceProcess> m_one;
    std::unique_ptr<ServiceProcess> m_two;
    std::unique_ptr<DeviceProcess> m_first;
    std::unique_ptr<DeviceProcess> m_second;

    Move moveOf(int round) const
    {
        return round % 2 == 0 ? Move{QStringLiteral("alice@example.net"), m_one.get(), m_two.get()}
                              : Move{QStringLiteral("alice@example.com"), m_two.get(), m_one.get()};
    }

    /// Goes on as a person would after a fault or a start, until the account is there and the others are
    /// told.
    bool arrives(const QString& address)
    {
        return eventually([&] {
            const QString step = stepOf(*m_first);
            const bool isThere = addressOf(*m_first) == address;
            if (isThere && (step.isEmpty() || step == QLatin1String("Leaving")))
                return true;
            m_first->ask(step.isEmpty() ? QJsonArray{QStringLiteral("move"), address}
                                        : QJsonArray{QStringLiteral("resume-move")});
            return false;
        });
    }

    /// What the first device has acknowledged and does not have, whatever it has of the other one.
    QString lostOfFirst()
    {
        auto entries = m_first->entries();
        if (!entries)
            return QStringLiteral("an entry cannot be read");
        std::erase_if(*entries, [](const auto& entry) { return entry.first.startsWith(u"meanwhile"); });
        return m_first->ledger.compare(*entries);
    }

    /// Both devices are there with all that was acknowledged, and the former service is left.
    void isComplete(const QString& address)
    {
        QVERIFY(arrives(address));
        const bool hasFollowed = eventually([&] {
            m_second->ask({QStringLiteral("sync")});
            return addressOf(*m_second) == address;
        });
        const SyncReport following = m_second->state();
        QVERIFY2(hasFollowed, qPrintable(QStringLiteral("%1 pending, fault %2: %3; the first is %4")
                                             .arg(following.pending)
                                             .arg(following.fault ? int(*following.fault) : -1)
                                             .arg(following.detail, stepOf(*m_first))));
        QVERIFY(m_second->settles() && m_first->settles());
        QVERIFY(agree(*m_first, *m_second));
        Ledger all = m_first->ledger;
        all.add(m_second->ledger);
        VERIFY_KEPT(*m_first, all);
        VERIFY_KEPT(*m_second, all);
        m_first->ledger.settle(*m_first->entries());
        m_second->ledger.settle(*m_first->entries());
        // a device that has just started looks at once whether all have followed
        QVERIFY(eventually([&] {
            if (stepOf(*m_first).isEmpty())
                return true;
            return m_first->close() && m_first->open().isOk() && m_first->settles() &&
                   eventually([&] { return stepOf(*m_first).isEmpty(); }, 1000);
        }));
        for (DeviceProcess* device : {m_first.get(), m_second.get()}) {
            const SyncReport report = device->state();
            QVERIFY2(report.problems.isEmpty(),
                     qPrintable(report.problems.at(0).toObject().value(QStringLiteral("detail")).toString()));
            QCOMPARE(report.conflicts, 0);
        }
    }

private slots:
    void init()
    {
        m_one = std::make_unique<ServiceProcess>();
        m_two = std::make_unique<ServiceProcess>(QString(), QStringLiteral("example.net"));
        QVERIFY(m_one->start());
        m_two->meet(*m_one);
        QVERIFY(m_two->start());
        QVERIFY(m_one->stop());
        m_one->meet(*m_two);
        QVERIFY(m_one->start());
        m_first = std::make_unique<DeviceProcess>(*m_one);
        m_second = std::make_unique<DeviceProcess>(*m_one);
        for (DeviceProcess* device : {m_first.get(), m_second.get()}) {
            device->meet(*m_two);
            VERIFY_OK(device->open());
        }
        VERIFY_OK(m_first->create(QStringLiteral("alice")));
        VERIFY_OK(m_second->join(m_first->pin(), QStringLiteral("Second")));
        VERIFY_OK(m_first->ask({QStringLiteral("stream"), QStringLiteral("before"), 40, 0}));
        QVERIFY(m_first->settles());
        QVERIFY(agree(*m_first, *m_second));
    }

    void cleanup()
    {
        m_first.reset();
        m_second.reset();
        m_one.reset();
        m_two.reset();
    }

    void theDeviceIsKilledWhileItMoves()
    {
        std::map<QString, int> steps;
        for (int round = 0; round < 6; ++round) {
            const Move move = moveOf(round);
            // the other one writes all the time
            m_second->begin({QStringLiteral("stream"), QStringLiteral("meanwhile%1-").arg(round), 60, 20});
            m_first->begin({QStringLiteral("move"), move.address});
            QTest::qWait(someMilliseconds(1, longestMove));
            m_first->kill();
            VERIFY_OK(m_first->open());
            QCOMPARE(lostOfFirst(), QString());
            const QString step = stepOf(*m_first);
            ++steps[step.isEmpty() ? addressOf(*m_first) == move.address ? QStringLiteral("over")
                                                                         : QStringLiteral("not begun")
                                   : step];
            VERIFY_OK(m_first->add(QStringLiteral("after%1").arg(round), QStringLiteral("value")));
            VERIFY_OK(m_second->answer());
            isComplete(move.address);
            if (QTest::currentTestFailed())
                return;
        }
        for (const auto& [step, count] : steps)
            qInfo("found %s %d times", qPrintable(step), count);
    }

    void servicesAreKilledMeanwhile()
    {
        for (int round = 0; round < 6; ++round) {
            const Move move = moveOf(round);
            m_second->begin({QStringLiteral("stream"), QStringLiteral("meanwhile%1-").arg(round), 60, 20});
            QElapsedTimer timer;
            timer.start();
            m_first->begin({QStringLiteral("move"), move.address});
            QTest::qWait(someMilliseconds(1, longestMove));
            const bool isFormer = round % 3 != 1;
            const bool isNew = round % 3 != 0;
            if (isFormer)
                move.from->kill();
            if (isNew)
                move.to->kill();
            const Answer moved = m_first->answer();
            qInfo("%s after %lld ms", moved.isOk() ? "moved" : qPrintable(moved.detail), timer.elapsed());
            QCOMPARE(lostOfFirst(), QString());
            // what is written without a service waits
            VERIFY_OK(m_first->add(QStringLiteral("without%1").arg(round), QStringLiteral("value")));
            QVERIFY(!isFormer || move.from->start());
            QVERIFY(!isNew || move.to->start());
            VERIFY_OK(m_second->answer());
            isComplete(move.address);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void allAreKilledAtOnce()
    {
        for (int round = 0; round < 3; ++round) {
            const Move move = moveOf(round);
            m_second->begin({QStringLiteral("stream"), QStringLiteral("meanwhile%1-").arg(round), 100000, 5});
            m_first->begin({QStringLiteral("move"), move.address});
            QTest::qWait(someMilliseconds(1, longestMove));
            m_first->kill();
            m_second->kill();
            move.from->kill();
            move.to->kill();
            QVERIFY(move.to->start());
            VERIFY_OK(m_first->open());
            VERIFY_OK(m_second->open());
            QCOMPARE(lostOfFirst(), QString());
            QVERIFY(move.from->start());
            isComplete(move.address);
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_GUILESS_MAIN(TestMoves)
#include "tst_moves.moc"
