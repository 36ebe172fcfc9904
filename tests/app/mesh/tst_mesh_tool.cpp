#include "core/mesh/people_scenario.h"
#include "mesh/messaging.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

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
        const bool hasEnded = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60000);
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
};

QTEST_GUILESS_MAIN(TestMeshTool)
#include "tst_mesh_tool.moc"
