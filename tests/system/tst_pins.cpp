#include "system/processes.h"

#include <QTest>

using namespace mmm;
using namespace mmm::system_test;

/// A PIN connects one device, once, in its time. Whoever comes with another one waits for a person's
/// decision, who sees why.
class TestPins : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServiceProcess> m_service;
    std::unique_ptr<DeviceProcess> m_first;

    /// How the PIN of a device's request looks on the administration device.
    bool isSeenAs(const QString& deviceName, const QString& proof)
    {
        return eventually([&] { return m_first->proofOf(deviceName) == proof; });
    }

private slots:
    void init()
    {
        m_service = std::make_unique<ServiceProcess>();
        QVERIFY(m_service->start());
        m_first = std::make_unique<DeviceProcess>(*m_service);
        VERIFY_OK(m_first->open());
        VERIFY_OK(m_first->create(QStringLiteral("alice")));
    }

    void cleanup()
    {
        m_first.reset();
        m_service.reset();
    }

    void wrong()
    {
        QVERIFY(!m_first->pin().isEmpty());
        DeviceProcess other(*m_service);
        VERIFY_OK(other.open());
        VERIFY_OK(other.request(QStringLiteral("mcu://alice@example.com/NCAX-BVXY-5O3Y-CPZS-OU"),
                                QStringLiteral("Stranger")));
        QVERIFY(isSeenAs(QStringLiteral("Stranger"), QStringLiteral("Wrong")));
        VERIFY_OK(m_first->decide(QStringLiteral("Stranger"), false));
        QCOMPARE(*other.ask({QStringLiteral("await")}).fault, Fault::Refused);
        // who accepts it all the same does not know the PIN either
        DeviceProcess another(*m_service);
        VERIFY_OK(another.open());
        VERIFY_OK(another.request(QStringLiteral("mcu://alice@example.com/NCAX-BVXY-5O3Y-CPZS-OU"),
                                  QStringLiteral("Another")));
        QVERIFY(isSeenAs(QStringLiteral("Another"), QStringLiteral("Wrong")));
        VERIFY_OK(m_first->decide(QStringLiteral("Another"), true));
        QCOMPARE(*another.ask({QStringLiteral("await")}).fault, Fault::WrongPin);
    }

    void expired()
    {
        const QString offer = m_first->pin(0);
        QTest::qWait(1500);
        DeviceProcess other(*m_service);
        VERIFY_OK(other.open());
        VERIFY_OK(other.request(offer, QStringLiteral("Late")));
        QVERIFY(isSeenAs(QStringLiteral("Late"), QStringLiteral("Expired")));
        VERIFY_OK(m_first->decide(QStringLiteral("Late"), false));
        QCOMPARE(*other.ask({QStringLiteral("await")}).fault, Fault::Refused);
    }

    void usedAgain()
    {
        const QString offer = m_first->pin();
        DeviceProcess second(*m_service);
        DeviceProcess third(*m_service);
        VERIFY_OK(second.open());
        VERIFY_OK(third.open());
        VERIFY_OK(second.join(offer, QStringLiteral("Second")));
        VERIFY_OK(third.request(offer, QStringLiteral("Third")));
        QVERIFY(isSeenAs(QStringLiteral("Third"), QStringLiteral("Used")));
        // also for an administration device that starts anew
        QVERIFY(m_first->close());
        VERIFY_OK(m_first->open());
        QVERIFY(isSeenAs(QStringLiteral("Third"), QStringLiteral("Used")));
        QCOMPARE(m_first->ask({QStringLiteral("devices")}).value.toArray().size(), 2);
        VERIFY_OK(m_first->decide(QStringLiteral("Third"), false));
        QCOMPARE(*third.ask({QStringLiteral("await")}).fault, Fault::Refused);
    }

    void lockedAfterFiveFailures()
    {
        const QString offer = m_first->pin();
        DeviceProcess other(*m_service);
        VERIFY_OK(other.open());
        for (int attempt = 0; attempt < 4; ++attempt)
            VERIFY_OK(other.ask({QStringLiteral("guess"), offer}));
        QVERIFY(isSeenAs(QStringLiteral("Guesser"), QStringLiteral("Wrong")));
        VERIFY_OK(other.ask({QStringLiteral("guess"), offer}));
        QVERIFY(isSeenAs(QStringLiteral("Guesser"), QStringLiteral("Locked")));
        // failures are remembered
        m_first->kill();
        VERIFY_OK(m_first->open());
        VERIFY_OK(other.request(offer, QStringLiteral("Rightful")));
        QVERIFY(isSeenAs(QStringLiteral("Rightful"), QStringLiteral("Locked")));
        QCOMPARE(m_first->ask({QStringLiteral("devices")}).value.toArray().size(), 1);
        // another PIN works
        VERIFY_OK(m_first->decide(QStringLiteral("Rightful"), false));
        QCOMPARE(*other.ask({QStringLiteral("await")}).fault, Fault::Refused);
        DeviceProcess second(*m_service);
        VERIFY_OK(second.open());
        VERIFY_OK(second.join(m_first->pin(), QStringLiteral("Second")));
    }
};

QTEST_GUILESS_MAIN(TestPins)
#include "tst_pins.moc"
