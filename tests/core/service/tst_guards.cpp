#include "service/rate_guard.h"
#include "service/replay_guard.h"
#include "service/watchers.h"

#include <QElapsedTimer>
#include <QTest>

using namespace mmm;
using namespace mmm::service;

/// What the service remembers of its clients stays bounded whoever they are, and nobody's share is taken by
/// another.
class TestGuards : public QObject
{
    Q_OBJECT

    const TimePoint now{std::chrono::seconds(1'700'000'000)};

    static Fault faultOf(const Status& status) { return status ? Fault::Internal : status.error().fault; }

private slots:
    void admitsARequestOnce()
    {
        ReplayGuard guard;
        QVERIFY(guard.admit("alice", "1", now, now, true).has_value());
        QCOMPARE(faultOf(guard.admit("alice", "1", now, now, true)), Fault::Replayed);
        QVERIFY(guard.admit("bob", "1", now, now, true).has_value());
        const TimePoint last = now + ReplayGuard::memory;
        QCOMPARE(faultOf(guard.admit("alice", "1", last, last, true)), Fault::Replayed);
        const TimePoint later = last + std::chrono::seconds(1);
        QVERIFY(guard.admit("alice", "1", later, later, true).has_value());
    }

    void remembersNoLongIds()
    {
        ReplayGuard guard;
        QVERIFY(guard.admit("alice", std::string(ReplayGuard::longestId, 'x'), now, now, true).has_value());
        QCOMPARE(faultOf(guard.admit("alice", std::string(ReplayGuard::longestId + 1, 'x'), now, now, true)),
                 Fault::Malformed);
    }

    void oneClientShutsNobodyOut()
    {
        ReplayGuard guard;
        for (std::size_t i = 0; i < ReplayGuard::mostOfClient; ++i)
            QVERIFY(guard.admit("mallory", std::to_string(i), now, now, true).has_value());
        QCOMPARE(faultOf(guard.admit("mallory", "more", now, now, true)), Fault::Overloaded);
        QVERIFY(guard.admit("alice", "1", now, now, true).has_value());
        // what is over counts no more
        const TimePoint later = now + ReplayGuard::memory + std::chrono::seconds(1);
        QVERIFY(guard.admit("mallory", "more", later, later, true).has_value());
    }

    void strangersLeaveRoomForMembers()
    {
        ReplayGuard guard;
        for (std::size_t i = 0; i < ReplayGuard::mostWithStrangers; ++i) {
            const std::string client = "stranger " + std::to_string(i / ReplayGuard::mostOfClient);
            if (!guard.admit(client, std::to_string(i), now, now, false))
                QFAIL("refused too early");
        }
        QCOMPARE(faultOf(guard.admit("one more", "1", now, now, false)), Fault::Overloaded);
        QVERIFY(guard.admit("alice", "1", now, now, true).has_value());
    }

    void refusesWhatIsOfBeforeTheStart()
    {
        using std::chrono::seconds;
        ReplayGuard guard;
        guard.goOn(now, now, {ReplayGuard::markOf("alice", "ahead")});
        QCOMPARE(faultOf(guard.admit("alice", "1", now - seconds(1), now, true)), Fault::ClockWrong);
        QCOMPARE(faultOf(guard.admit("alice", "2", now, now, true)), Fault::ClockWrong);
        // what an honest client is told is good at once
        QVERIFY(guard.timeToTell(now) > now);
        QVERIFY(guard.admit("alice", "2", guard.timeToTell(now), now, true).has_value());
        QCOMPARE(guard.timeToTell(now + seconds(1)), now + seconds(1));
        QVERIFY(guard.admit("alice", "3", now + seconds(1), now + seconds(1), true).has_value());
        // one that was seen before the start, from a clock that was ahead
        const TimePoint ahead = now + seconds(200);
        QCOMPARE(faultOf(guard.admit("alice", "ahead", ahead, now, true)), Fault::Replayed);
        QVERIFY(guard.admit("bob", "ahead", ahead, now, true).has_value());
    }

    /// What was seen before the clock was set back does not look new afterwards.
    void refusesWhatIsOfBeforeTheClockWasSetBack()
    {
        using std::chrono::seconds;
        ReplayGuard guard;
        guard.goOn(now, now + seconds(100), {});
        QCOMPARE(faultOf(guard.admit("alice", "1", now + seconds(1), now + seconds(1), true)),
                 Fault::ClockWrong);
        QCOMPARE(faultOf(guard.admit("alice", "1", now + seconds(100), now + seconds(1), true)),
                 Fault::ClockWrong);
        // nobody is kept waiting for that
        const TimePoint told = guard.timeToTell(now + seconds(1));
        QCOMPARE(told, now + seconds(101));
        QVERIFY(guard.admit("alice", "1", told, now + seconds(1), true).has_value());
        QCOMPARE(guard.timeToTell(now + seconds(200)), now + seconds(200));
        // one that was set back by far is not followed further than clients can
        ReplayGuard other;
        other.goOn(now, now + std::chrono::hours(5), {});
        QCOMPARE(faultOf(other.admit("alice", "1", now + ReplayGuard::mostAhead, now, true)),
                 Fault::ClockWrong);
        QVERIFY(other.admit("alice", "1", other.timeToTell(now), now, true).has_value());
    }

    /// A computer's clock may be wrong when it starts, and be set back soon after.
    void goesOnAfterItsClockWasSetBack()
    {
        using std::chrono::seconds;
        ReplayGuard guard;
        guard.goOn(now, now - seconds(60), {});
        const TimePoint right = now - std::chrono::hours(5);
        QCOMPARE(faultOf(guard.admit("alice", "1", right, right, true)), Fault::ClockWrong);
        QVERIFY(guard.admit("alice", "1", guard.timeToTell(right), right, true).has_value());
        QVERIFY(guard.admit("alice", "2", right + seconds(2), right + seconds(2), true).has_value());
    }

    void countsPerNameAndHour()
    {
        RateGuard guard;
        QVERIFY(guard.admit("alice", 3, 4, now));
        QVERIFY(!guard.admit("alice", 2, 4, now));
        QVERIFY(guard.admit("alice", 1, 4, now));
        QVERIFY(guard.admit("bob", 4, 4, now));
        QVERIFY(guard.admit("alice", 4, 4, now + RateGuard::window));
    }

    void remembersNoMoreNamesThanItsMost()
    {
        RateGuard guard;
        for (std::size_t i = 0; i < RateGuard::mostNames; ++i) {
            if (!guard.admit(std::to_string(i), 1, 2, now))
                QFAIL("refused too early");
        }
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 10000; ++i)
            QVERIFY(!guard.admit("more " + std::to_string(i), 1, 2, now));
        QVERIFY2(timer.elapsed() < 2000, "all names are looked at each time");
        QVERIFY(guard.admit("7", 1, 2, now));
        const TimePoint later = now + RateGuard::window + std::chrono::seconds(1);
        QVERIFY(guard.admit("more", 1, 2, later));
    }

    void addressesLeaveRoomForMembers()
    {
        RateGuard guard;
        for (std::size_t i = 0; i < RateGuard::mostWithStrangers; ++i) {
            if (!guard.admit(std::to_string(i), 1, 2, now, false))
                QFAIL("refused too early");
        }
        QVERIFY(!guard.admit("one more", 1, 2, now, false));
        QVERIFY(guard.admit("7", 1, 2, now, false));
        QVERIFY(guard.admit("alice", 1, 2, now));
    }

    void strangersTakeNoPlacesOfMembers()
    {
        Watchers watchers;
        const auto watch = [&](std::int64_t account, bool isMember) {
            return watchers.watch(account, isMember, std::chrono::minutes(1), [] {}) != 0;
        };
        for (std::size_t i = 0; i < Watchers::mostStrangers; ++i)
            QVERIFY(watch(1, false));
        QVERIFY(!watch(1, false));
        QVERIFY(watch(2, false));
        for (std::size_t i = 0; i < Watchers::mostMembers; ++i)
            QVERIFY(watch(1, true));
        QVERIFY(!watch(1, true));
    }
};

QTEST_GUILESS_MAIN(TestGuards)
#include "tst_guards.moc"
