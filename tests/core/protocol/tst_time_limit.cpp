#include "protocol/time_limit.h"

#include <QElapsedTimer>
#include <QTest>

using namespace mmm::protocol;
using namespace std::chrono_literals;

/// Work of many steps ends in time.
class TestTimeLimit : public QObject
{
    Q_OBJECT

private slots:
    void stopsWhenTheTimeIsOver()
    {
        const TimeLimit limit(100ms, {});
        QVERIFY(!limit.token().stop_requested());
        QTRY_VERIFY(limit.token().stop_requested());
    }

    void stopsWhenSomebodyElseDoes()
    {
        std::stop_source outer;
        const TimeLimit limit(60s, outer.get_token());
        QVERIFY(!limit.token().stop_requested());
        outer.request_stop();
        QVERIFY(limit.token().stop_requested());
        const TimeLimit late(60s, outer.get_token());
        QVERIFY(late.token().stop_requested());
    }

    void endsAtOnceWhenTheWorkIsDone()
    {
        QElapsedTimer timer;
        timer.start();
        std::stop_token token;
        {
            const TimeLimit limit(60s, {});
            token = limit.token();
        }
        QVERIFY(timer.elapsed() < 10000);
        QVERIFY(!token.stop_requested());
    }
};

QTEST_GUILESS_MAIN(TestTimeLimit)
#include "tst_time_limit.moc"
