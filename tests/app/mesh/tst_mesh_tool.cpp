#include "core/mesh/people_scenario.h"
#include "mesh/messaging.h"
#include "mesh/trust_chain.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace mmm;
using namespace scenario;

/// The program `mesh`, run as a script runs it, with a person at the other end.
class TestMeshTool : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    World m_world;
    Desktop m_alice{m_world};

    QStringList usual() const
    {
        const protocol::Endpoint endpoint = m_world.endpoint();
        return {QStringLiteral("--data-folder"),
                m_folder.filePath(QStringLiteral("data")),
                QStringLiteral("--passphrase-file"),
                m_folder.filePath(QStringLiteral("passphrase")),
                QStringLiteral("--service-map"),
                QStringLiteral("example.com=127.0.0.1:%1").arg(endpoint.port)};
    }

    void start(QProcess& process, const QStringList& words) const
    {
        process.start(qEnvironmentVariable("MESH_TOOL"), words + usual());
    }
    static int codeOf(QProcess& process)
    {
        const bool hasEnded =
            QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 150000);
        return hasEnded ? process.exitCode() : -1;
    }
    int run(const QStringList& words) const
    {
        QProcess process;
        start(process, words);
        return codeOf(process);
    }

    /// Asks, and answers as Alice; gives what the program ended with.
    int ask(bool accepted)
    {
        QProcess process;
        start(process, {QStringLiteral("confirm"), QStringLiteral("alice@example.com"),
                        QStringLiteral("Deploy release 7?")});
        const auto question = awaitOpen(mesh::MessageKind::ConfirmationRequest);
        if (!question || question->text != "Deploy release 7?" ||
            question->speaker.standing != mesh::Standing::Contact)
            return -1;
        if (!m_alice->messaging().answerConfirmation(question->id, accepted))
            return -1;
        return codeOf(process);
    }

    std::optional<mesh::MessageInfo> awaitOpen(mesh::MessageKind kind)
    {
        std::optional<mesh::MessageInfo> found;
        (void)eventually([&] {
            const auto list = m_alice->inbox();
            for (const mesh::MessageInfo& message : list ? *list : std::vector<mesh::MessageInfo>()) {
                if (message.kind == kind && message.needsAnswer)
                    found = message;
            }
            return found.has_value();
        });
        return found;
    }

private slots:
    void initTestCase()
    {
        QFile passphrase(m_folder.filePath(QStringLiteral("passphrase")));
        QVERIFY(passphrase.open(QIODevice::WriteOnly));
        passphrase.write("correct horse battery staple\n");
        passphrase.close();
        VERIFY_OK(m_alice.open());
        VERIFY_OK(m_alice.createMesh("alice", "Alice Example"));
    }

    void wrongUse()
    {
        QCOMPARE(run({QStringLiteral("dance")}), 2);
        QCOMPARE(run({QStringLiteral("confirm"), QStringLiteral("alice@example.com")}), 2);
        QCOMPARE(run({QStringLiteral("confirm"), QStringLiteral("alice@example.com"), QStringLiteral("?"),
                      QStringLiteral("--wait"), QStringLiteral("soon")}),
                 2);
        // no account yet
        QCOMPARE(run({QStringLiteral("confirm"), QStringLiteral("alice@example.com"), QStringLiteral("?")}),
                 4);
    }

    void asksAndWaitsForTheVerifiedAnswer()
    {
        QCOMPARE(run({QStringLiteral("create"), QStringLiteral("deploy@example.com"),
                      QStringLiteral("--full-name"), QStringLiteral("Deployment")}),
                 0);
        // only contacts can be asked
        QCOMPARE(run({QStringLiteral("confirm"), QStringLiteral("alice@example.com"), QStringLiteral("?")}),
                 4);
        QProcess process;
        start(process, {QStringLiteral("contact"), QStringLiteral("alice@example.com")});
        const auto request = awaitOpen(mesh::MessageKind::ContactRequest);
        QVERIFY(request);
        VERIFY_OK(m_alice->messaging().acceptContact(request->id, mesh::CardVersion::Restricted));
        QCOMPARE(codeOf(process), 0);
        QCOMPARE(ask(true), 0);
        QCOMPARE(ask(false), 1);
        QCOMPARE(run({QStringLiteral("confirm"), QStringLiteral("alice@example.com"), QStringLiteral("Now?"),
                      QStringLiteral("--wait"), QStringLiteral("2")}),
                 3);
    }

    void anAccountStatesThatItRunsAService()
    {
        QTemporaryDir home;
        const QString statement = home.filePath(QStringLiteral("accreditation.json"));
        const auto say = [&](const QByteArray& text) {
            QFile file(statement);
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        // serves until it has said who it is, or ends; what it said
        const auto serve = [&](const QStringList& words) {
            QProcess process;
            process.start(qEnvironmentVariable("MESH_SERVICE"),
                          words + QStringList{QStringLiteral("--data"),
                                              home.filePath(QStringLiteral("service")),
                                              QStringLiteral("--domain"), QStringLiteral("example.org"),
                                              QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                              QStringLiteral("--passphrase-file"),
                                              m_folder.filePath(QStringLiteral("passphrase"))});
            QByteArray said;
            (void)QTest::qWaitFor(
                [&] {
                    said += process.readAllStandardError();
                    return process.state() == QProcess::NotRunning || said.contains("fingerprint of the");
                },
                150000);
            if (process.state() == QProcess::Running)
                process.terminate();
            const int code = codeOf(process);
            said += process.readAllStandardError();
            return std::pair(code, said);
        };
        const auto first = serve({});
        QCOMPARE(first.first, 0);
        const QString fingerprint = QString::fromUtf8(first.second)
                                        .section(QStringLiteral("fingerprint of the service: "), 1)
                                        .section(QLatin1Char('\n'), 0, 0);
        QVERIFY2(!fingerprint.isEmpty(), first.second.constData());

        QCOMPARE(run({QStringLiteral("accredit")}), 2);
        QCOMPARE(run({QStringLiteral("accredit"), QStringLiteral("example.org")}), 4);
        const auto stated = [&](const QString& service) {
            QProcess process;
            start(process, {QStringLiteral("accredit"), service});
            return codeOf(process) == 0 ? process.readAllStandardOutput() : QByteArray();
        };
        const QByteArray good = stated(fingerprint);
        QVERIFY(good.startsWith("{\"ServiceAccreditation\":"));
        const QStringList accredited{QStringLiteral("--accreditation"), statement};

        // a file that is not there, cut, not about it, or no such thing: it does not start, and says why
        const auto refusal = [&] {
            const auto [code, text] = serve(accredited);
            return code == 1 && text.contains("accreditation: ") && text.contains("accreditation.json") ? text
                                                                                                        : "";
        };
        QVERIFY(refusal().contains("cannot read"));
        for (const QByteArray& wrong :
             {QByteArray(), good.left(good.size() / 2), QByteArray("{}"), good + QByteArray(40000, ' ')}) {
            QVERIFY(say(wrong));
            QVERIFY(refusal().contains("not a statement"));
        }
        QVERIFY(say(stated(QString::fromStdString(m_alice->service().serviceUdf))));
        QVERIFY(refusal().contains("for another service"));
        QVERIFY(say(good));
        QCOMPARE(serve(accredited).first, 0);

        // alice reads at her service, which the same account states that it runs, who that is
        QVERIFY(say(stated(QString::fromStdString(m_alice->service().serviceUdf))));
        m_world.setAccreditation(statement.toStdString());
        m_world.stopService();
        m_world.startService();
        const auto links = m_alice->trust().serviceLinks({});
        VERIFY_OK(links);
        const auto link = std::ranges::find(*links, mesh::TrustKind::Accreditation, &mesh::TrustLink::kind);
        QVERIFY(link != links->end() && link->runBy);
        QCOMPARE(link->runBy->name, std::string("Deployment"));
    }

    void makesADeviceReadyThatIsClaimed()
    {
        const QString passphrase = m_folder.filePath(QStringLiteral("passphrase"));
        const QString bell = m_folder.filePath(QStringLiteral("bell"));
        const QStringList device{QStringLiteral("--device-folder"), bell,
                                 QStringLiteral("--device-passphrase-file"), passphrase};
        QCOMPARE(run({QStringLiteral("preconfigure"), QStringLiteral("Door bell")}), 2);
        QProcess maker;
        start(maker, QStringList{QStringLiteral("preconfigure"), QStringLiteral("Door bell")} + device);
        QCOMPARE(codeOf(maker), 0);
        const QByteArray code = maker.readAllStandardOutput().trimmed();
        QVERIFY(code.startsWith("udf://example.com/"));
        // its folder is taken
        QCOMPARE(run(QStringList{QStringLiteral("preconfigure"), QStringLiteral("Other")} + device), 4);

        const auto hail = [&](QProcess& process, const QString& seconds) {
            QStringList words = usual();
            words[1] = bell;
            process.start(qEnvironmentVariable("MESH_TOOL"),
                          QStringList{QStringLiteral("hail"), QStringLiteral("--wait"), seconds} + words);
        };
        QProcess shelf;
        hail(shelf, QStringLiteral("2"));
        QCOMPARE(codeOf(shelf), 3);
        QProcess home;
        hail(home, QStringLiteral("60"));
        VERIFY_OK(m_alice->preconfigured().claim(code.toStdString()));
        QCOMPARE(codeOf(home), 0);
        QCOMPARE(m_alice->devices().value().size(), 2U);
        QProcess again;
        hail(again, QStringLiteral("2"));
        QCOMPARE(codeOf(again), 0); // there is nothing more to wait for
    }
};

QTEST_GUILESS_MAIN(TestMeshTool)
#include "tst_mesh_tool.moc"
