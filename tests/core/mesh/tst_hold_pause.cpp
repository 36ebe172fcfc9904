#include "mesh/hold_pause.h"

#include <QTest>
#include <thread>

using namespace mmm::mesh;
using namespace std::chrono_literals;

/// A service that holds nothing does not keep a device busy.
class TestHoldPause : public QObject
{
    Q_OBJECT

private slots:
    void restsLongerEachTime()
    {
        HoldPause pause;
        for (int i = 0; i < HoldPause::mostWithout; ++i)
            QCOMPARE(pause.after(10ms, false), 0ms);
        for (const auto expected : {5000ms, 10000ms, 20000ms, 40000ms, 60000ms, 60000ms})
            QCOMPARE(pause.after(10ms, false), expected);
    }

    void restsNotAfterNewsOrAWholeHold()
    {
        for (const bool isNews : {true, false}) {
            HoldPause pause;
            for (int i = 0; i < 5; ++i)
                (void)pause.after(10ms, false);
            QCOMPARE(pause.after(isNews ? 10ms : 90000ms, isNews), 0ms);
            QCOMPARE(pause.after(10ms, false), 0ms);
        }
    }

    void isStopped()
    {
        QVERIFY(pauseFor(1ms, {}));
        std::stop_source stop;
        std::jthread stopping([&] { stop.request_stop(); });
        QVERIFY(!pauseFor(60000ms, stop.get_token()));
    }
};

QTEST_GUILESS_MAIN(TestHoldPause)
#include "tst_hold_pause.moc"
