#include "system/man_in_the_middle.h"
#include "system/processes.h"

#include <QDir>
#include <QTest>

#include <filesystem>

using namespace mmm;
using namespace mmm::system_test;

namespace {

void copyFolder(const QString& from, const QString& to)
{
    std::filesystem::remove_all(to.toStdString());
    std::filesystem::copy(from.toStdString(), to.toStdString(), std::filesystem::copy_options::recursive);
}

} // namespace

/// The service stops, is replaced by another one, is put back to an earlier state; and two programs want one
/// folder.
class TestServiceChanges : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServiceProcess> m_service;
    std::unique_ptr<DeviceProcess> m_first;
    std::unique_ptr<DeviceProcess> m_second;

    /// Whether the device shows the fault, after it was asked to look.
    static bool shows(DeviceProcess& device, Fault fault)
    {
        device.ask({QStringLiteral("sync")});
        return eventually([&] { return device.state().fault == fault; });
    }

    /// Whether one change waits for the service; the fault may have been told before the change was made.
    static bool waits(DeviceProcess& device)
    {
        return eventually([&] { return device.state().pending == 1; });
    }

private slots:
    void init()
    {
        m_service = std::make_unique<ServiceProcess>();
        QVERIFY(m_service->start());
        m_first = std::make_unique<DeviceProcess>(*m_service);
        m_second = std::make_unique<DeviceProcess>(*m_service);
        VERIFY_OK(m_first->open());
        VERIFY_OK(m_first->create(QStringLiteral("alice")));
        VERIFY_OK(m_second->open());
        VERIFY_OK(m_second->join(m_first->pin(), QStringLiteral("Second")));
        VERIFY_OK(m_first->add(QStringLiteral("entry0"), QStringLiteral("value")));
        VERIFY_OK(m_first->add(QStringLiteral("entry1"), QStringLiteral("secret")));
        QVERIFY(m_first->settles());
        QVERIFY(eventually([&] { return m_second->entries()->size() == 2; }));
        QVERIFY(m_second->settles());
    }

    void cleanup()
    {
        m_first.reset();
        m_second.reset();
        m_service.reset();
    }

    void restartedWhileRequestsAreHeld()
    {
        for (int round = 0; round < 3; ++round) {
            QVERIFY(m_first->settles());
            QVERIFY(m_second->settles());
            QTest::qWait(500); // both wait for news now
            QVERIFY(m_service->stop());
            QVERIFY(eventually([&] { return m_first->state().isOffline && m_second->state().isOffline; }));
            QVERIFY(m_service->start());
            const QString name = QStringLiteral("round%1").arg(round);
            VERIFY_OK(m_first->add(name, QStringLiteral("value")));
            QVERIFY(eventually([&] { return m_second->entries()->contains(name); }));
            VERIFY_KEPT(*m_second, m_first->ledger);
        }
    }

    void anotherCertificateInTheMiddle()
    {
        QVERIFY(m_service->stop());
        const quint16 usual = m_service->port();
        m_service->setPort(0);
        QVERIFY(m_service->start());
        {
            ManInTheMiddle middle(usual, m_service->port());
            QVERIFY(middle.isListening());
            VERIFY_OK(m_first->add(QStringLiteral("meanwhile"), QStringLiteral("value")));
            QVERIFY(shows(*m_first, Fault::WrongService));
            QVERIFY(middle.requests() > 0);
            // nothing but the question who is there was asked through him
            QCOMPARE(middle.otherThanHello(), 0);
            QVERIFY(waits(*m_first));
            VERIFY_KEPT(*m_first, m_first->ledger);
            // nor does a start of the program change that
            QVERIFY(m_first->close());
            VERIFY_OK(m_first->open());
            VERIFY_KEPT(*m_first, m_first->ledger);
            QVERIFY(shows(*m_first, Fault::WrongService));
            // a new device that was told who to expect does not fall for him
            DeviceProcess third(*m_service);
            VERIFY_OK(third.open());
            const QString offer = m_first->pin();
            const Answer asked = third.request(offer, QStringLiteral("Third"));
            QCOMPARE(*asked.fault, Fault::WrongService);
            QCOMPARE(third.ask({QStringLiteral("stage")}).value.toString(), QStringLiteral("New"));
            QCOMPARE(middle.otherThanHello(), 0);
        }
        QVERIFY(m_service->stop());
        m_service->setPort(usual);
        QVERIFY(m_service->start());
        QVERIFY(
            eventually([&] { return m_second->entries()->contains(QStringLiteral("meanwhile")); }, 90000));
        QVERIFY(m_first->settles());
    }

    void anotherServiceInItsPlace()
    {
        QVERIFY(m_service->stop());
        ServiceProcess impostor;
        impostor.setPort(m_service->port());
        QVERIFY(impostor.start());
        VERIFY_OK(m_first->add(QStringLiteral("meanwhile"), QStringLiteral("value")));
        QVERIFY(shows(*m_first, Fault::WrongService));
        QVERIFY(waits(*m_first));
        VERIFY_KEPT(*m_first, m_first->ledger);
        QVERIFY(impostor.stop());
        QVERIFY(m_service->start());
        QVERIFY(
            eventually([&] { return m_second->entries()->contains(QStringLiteral("meanwhile")); }, 90000));
    }

    void putBackToAnEarlierState()
    {
        QTemporaryDir copies;
        const QString before = copies.filePath(QStringLiteral("before"));
        const QString after = copies.filePath(QStringLiteral("after"));
        QVERIFY(m_service->stop());
        copyFolder(m_service->folder(), before);
        QVERIFY(m_service->start());
        VERIFY_OK(m_first->ask({QStringLiteral("stream"), QStringLiteral("lost"), 20, 0}));
        QVERIFY(m_first->settles());
        QVERIFY(m_second->settles());
        QVERIFY(eventually([&] { return *m_second->entries() == *m_first->entries(); }));
        QVERIFY(m_service->stop());
        copyFolder(m_service->folder(), after);
        const Ledger synchronised = m_first->ledger;

        copyFolder(before, m_service->folder());
        QVERIFY(m_service->start());
        // one has something to send, the other has not; both name it
        VERIFY_OK(m_first->add(QStringLiteral("meanwhile"), QStringLiteral("value")));
        for (DeviceProcess* device : {m_first.get(), m_second.get()}) {
            QVERIFY(shows(*device, Fault::RolledBack));
            QVERIFY(device->state().hasProblem(Fault::RolledBack, QStringLiteral("mmm_CatalogBookmark")));
            VERIFY_KEPT(*device, device == m_first.get() ? m_first->ledger : synchronised);
            QVERIFY(device->close());
            VERIFY_OK(device->open());
            QVERIFY(shows(*device, Fault::RolledBack));
        }
        VERIFY_OK(m_first->edit(QStringLiteral("entry0"), QStringLiteral("edited meanwhile")));
        VERIFY_KEPT(*m_first, m_first->ledger);
        QVERIFY(m_first->state().pending > 0);

        QVERIFY(m_service->stop());
        copyFolder(after, m_service->folder());
        QVERIFY(m_service->start());
        QVERIFY(m_first->settles());
        QVERIFY(eventually([&] { return m_first->ledger.compare(*m_second->entries()).isEmpty(); }, 90000));
        QVERIFY(m_second->settles());
        QCOMPARE(m_first->state().conflicts, 0);
    }

    void twoProcessesOnOneFolder()
    {
        DeviceProcess other(*m_service, m_first->folder());
        QCOMPARE(*other.open().fault, Fault::InUse);
        VERIFY_OK(m_first->add(QStringLiteral("after"), QStringLiteral("value")));
        QVERIFY(m_first->settles());
        // the place is free as soon as the first is gone, however it went
        m_first->kill();
        VERIFY_OK(other.open());
        VERIFY_KEPT(other, m_first->ledger);
        QCOMPARE(*m_first->open().fault, Fault::InUse);
        // the service, too, has its data for itself
        ServiceProcess second(m_service->folder());
        QVERIFY(!second.start());
        VERIFY_OK(other.add(QStringLiteral("last"), QStringLiteral("value")));
        QVERIFY(other.settles());
    }
};

QTEST_GUILESS_MAIN(TestServiceChanges)
#include "tst_service_changes.moc"
