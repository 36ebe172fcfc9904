#include "mesh/inbox.h"
#include "system/correspondents.h"

#include <QJsonDocument>
#include <QTest>

using namespace mmm;
using namespace mmm::system_test;
using mesh::MessageState;

namespace {

const QString aliceAddress = QStringLiteral("alice@example.com");
const QString bobAddress = QStringLiteral("bob@example.com");

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(u' ');
}

/// Whether the device shows the fault, or none, after it was asked to look.
bool shows(DeviceProcess& device, std::optional<Fault> fault)
{
    device.ask({QStringLiteral("sync")});
    return eventually([&] { return device.state().fault == fault; }, 120000);
}

std::optional<MessageState> stateOf(DeviceProcess& device, const QString& box, const QString& id)
{
    const auto message = messageIn(device, box, id);
    return message ? std::optional(MessageState(message->value(QStringLiteral("state")).toInt()))
                   : std::nullopt;
}

} // namespace

/// The commands of an operator, given while the service runs and while it does not.
class TestOperator : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServiceProcess> m_service;
    std::unique_ptr<DeviceProcess> m_alice;
    std::unique_ptr<DeviceProcess> m_bob;

    QString askForContact(DeviceProcess& device, const QString& address)
    {
        return device.ask({QStringLiteral("ask-for-contact"), address}).value.toString();
    }

private slots:
    void init()
    {
        m_service = std::make_unique<ServiceProcess>();
        QVERIFY(m_service->start());
        m_alice = std::make_unique<DeviceProcess>(*m_service);
        m_bob = std::make_unique<DeviceProcess>(*m_service);
        VERIFY_OK(m_alice->open());
        VERIFY_OK(m_alice->create(QStringLiteral("alice")));
        VERIFY_OK(m_bob->open());
        VERIFY_OK(m_bob->create(QStringLiteral("bob")));
        QVERIFY(m_alice->settles());
        QVERIFY(m_bob->settles());
    }

    void cleanup()
    {
        m_alice.reset();
        m_bob.reset();
        m_service.reset();
    }

    /// Nothing is lost of what a full account has no room for: it waits, and the person is told.
    void aFullAccountWaitsForMoreRoom()
    {
        QVERIFY(m_service->stop());
        m_service->setOptions(words("--quota 1"));
        QVERIFY(m_service->start());
        const QString large(50000, u'x');
        constexpr int entries = 25;
        for (int i = 0; i < entries; ++i)
            VERIFY_OK(m_alice->add(QStringLiteral("entry%1").arg(i), large));
        QVERIFY(shows(*m_alice, Fault::AccountFull));
        QVERIFY(m_alice->state().pending > 0);
        QVERIFY(m_service->command(words("incidents")).out.contains("for alice@example.com"));
        // the other account has its own room, and what waits outlives the device's program
        VERIFY_OK(m_bob->add(QStringLiteral("entry"), QStringLiteral("value")));
        QVERIFY(m_bob->settles());
        QVERIFY(m_alice->close());
        VERIFY_OK(m_alice->open());
        VERIFY_KEPT(*m_alice, m_alice->ledger);
        QVERIFY(shows(*m_alice, Fault::AccountFull));

        QVERIFY(m_service->stop());
        m_service->setOptions(words("--quota 100"));
        QVERIFY(m_service->start());
        QVERIFY(m_alice->settles());
        VERIFY_KEPT(*m_alice, m_alice->ledger);
        DeviceProcess second(*m_service);
        VERIFY_OK(second.open());
        VERIFY_OK(second.join(m_alice->pin(), QStringLiteral("Second")));
        QVERIFY(eventually([&] { return second.entries()->size() == std::size_t(entries); }));
    }

    void aSuspendedAccountReadsAndSendsNothing()
    {
        DeviceProcess second(*m_service);
        VERIFY_OK(second.open());
        VERIFY_OK(second.join(m_alice->pin(), QStringLiteral("Second")));
        QVERIFY(second.settles());
        QVERIFY(second.close());
        VERIFY_OK(m_alice->add(QStringLiteral("entry"), QStringLiteral("value")));
        QVERIFY(m_alice->settles());

        auto done = m_service->command(words("suspend alice@example.com"));
        QCOMPARE(done.code, 0);
        QCOMPARE(done.out, QByteArray("alice@example.com is suspended now\n"));
        done = m_service->command(words("suspend alice@example.com"));
        QCOMPARE(done.code, 0);
        QCOMPARE(done.out, QByteArray("alice@example.com was suspended already\n"));

        const QString asked = askForContact(*m_alice, bobAddress);
        QVERIFY(shows(*m_alice, Fault::Suspended));
        QCOMPARE(stateOf(*m_alice, QStringLiteral("outbox"), asked), MessageState::Waiting);
        // what the account has is read all the same, and the person is told
        VERIFY_OK(second.open());
        QVERIFY(eventually([&] { return second.entries()->contains(QStringLiteral("entry")); }));
        QVERIFY(shows(second, Fault::Suspended));
        VERIFY_OK(second.add(QStringLiteral("later"), QStringLiteral("value")));
        QVERIFY(shows(second, Fault::Suspended));

        // it stays so, until the operator lets it go on, here while the service is away
        QVERIFY(m_service->stop());
        QVERIFY(m_service->start());
        QVERIFY(shows(*m_alice, Fault::Suspended));
        QVERIFY(!stateOf(*m_bob, QStringLiteral("inbox"), asked));
        QVERIFY(m_service->stop());
        done = m_service->command(words("resume Alice@Example.COM"));
        QCOMPARE(done.code, 0);
        QVERIFY(m_service->start());
        QVERIFY(shows(*m_alice, std::nullopt));
        QVERIFY(eventually([&] { return stateOf(*m_bob, QStringLiteral("inbox"), asked).has_value(); }));
        QVERIFY(second.settles());
        QVERIFY(eventually([&] { return m_alice->entries()->contains(QStringLiteral("later")); }));
    }

    void incidentsAreShown()
    {
        auto none = m_service->command(words("incidents"));
        QCOMPARE(none.code, 0);
        QVERIFY(none.out.isEmpty());
        askForContact(*m_alice, bobAddress);
        const QString request = awaitMessage(*m_bob, QStringLiteral("RequestContact"));
        VERIFY_OK(m_bob->ask({QStringLiteral("accept-contact"), request}));
        QVERIFY(!awaitMessage(*m_alice, QStringLiteral("ReplyContact")).isEmpty());
        QVERIFY(m_alice->settles());
        QVERIFY(m_bob->settles());
        VERIFY_OK(m_bob->ask({QStringLiteral("block"), aliceAddress}));
        QVERIFY(m_bob->settles());
        const QString asked =
            m_alice->ask({QStringLiteral("ask"), bobAddress, QStringLiteral("Still there?"), 600})
                .value.toString();
        QVERIFY(eventually(
            [&] { return stateOf(*m_alice, QStringLiteral("outbox"), asked) == MessageState::Failed; }));

        const auto shown = m_service->command(words("incidents"));
        QCOMPARE(shown.code, 0);
        QVERIFY2(shown.out.contains(" incident: accepted for bob@example.com, of this service, signed by M"),
                 shown.out);
        const QByteArray refused("incident: refused for bob@example.com, of this service, signed by M");
        QVERIFY2(shown.out.contains(refused), shown.out);
        // the log of the service tells of what was refused
        QVERIFY(eventually([&] { return m_service->said().contains("mesh-service: " + refused); }));
        QVERIFY(!m_service->said().contains("incident: accepted"));

        const auto json = m_service->command(words("incidents --json"));
        QCOMPARE(json.code, 0);
        const QList<QByteArray> lines = json.out.trimmed().split('\n');
        QCOMPARE(lines.size(), shown.out.trimmed().split('\n').size());
        const QJsonObject last = QJsonDocument::fromJson(lines.last()).object();
        QCOMPARE(last[QStringLiteral("Result")].toString(), QStringLiteral("Reject"));
        QCOMPARE(last[QStringLiteral("Recipient")].toString(), bobAddress);

        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("Incident.dcat"));
        const auto exported =
            m_service->command({QStringLiteral("incidents"), QStringLiteral("--export"), file});
        QCOMPARE(exported.code, 0);
        QCOMPARE(exported.out, "written: " + file.toUtf8() + '\n');
        QProcess dare;
        dare.start(qEnvironmentVariable("DARE_TOOL"), {QStringLiteral("verify"), file});
        QVERIFY(dare.waitForFinished());
        QCOMPARE(dare.exitCode(), 0);
    }

    void whatCannotBeDoneIsSaid_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("nobody") << words("suspend nobody@example.com")
                                << QByteArray("there is no account nobody@example.com");
        QTest::newRow("no address") << words("suspend alice") << QByteArray("an address has the form");
        QTest::newRow("nobody named") << words("resume") << QByteArray("say the address of one account");
        QTest::newRow("no command") << words("supend alice@example.com")
                                    << QByteArray("there is no command supend");
        QTest::newRow("no place") << words("incidents --export /nowhere/at/all") << QByteArray();
    }
    void whatCannotBeDoneIsSaid()
    {
        QFETCH(const QStringList, command);
        QFETCH(const QByteArray, says);
        const auto done = m_service->command(command);
        if (says.isEmpty()) {
            QCOMPARE(done.code, 0); // nothing has happened, so there is nothing to write
            return;
        }
        QCOMPARE(done.code, 1);
        QVERIFY2(done.error.contains(says), done.error);
        QVERIFY(done.out.isEmpty());
    }

    void thereHasToBeAService()
    {
        const QTemporaryDir empty;
        ServiceProcess none(empty.filePath(QStringLiteral("data")));
        const auto done = none.command(words("suspend alice@example.com"));
        QCOMPARE(done.code, 1);
        QVERIFY2(done.error.contains("there is no service's data"), done.error);
        QVERIFY(!QFile::exists(none.folder()));
    }
};

QTEST_GUILESS_MAIN(TestOperator)
#include "tst_operator.moc"
