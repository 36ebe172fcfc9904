#include "clipboard.h"
#include "core/mesh/scenario.h"
#include "preferences.h"
#include "ssh/agent.h"
#include "ssh/marked_block.h"
#include "ssh/public_key.h"
#include "ssh_agent.h"
#include "ssh_files.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace mmm;
using namespace scenario;

namespace {

/// Speaks the agent's protocol for one desktop, at a socket.
class Agent
{
public:
    Agent(Desktop& desktop, const QString& path) : m_desktop(desktop), m_path(path)
    {
        m_server.setSocketOptions(QLocalServer::UserAccessOption);
        if (!m_server.listen(path))
            qFatal("no agent socket");
        QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this] { serve(); });
    }
    [[nodiscard]] QString path() const { return m_path; }
    int signatures = 0;
    bool isBound = true; ///< each login came with the server that proved itself

private:
    void serve()
    {
        QLocalSocket* socket = m_server.nextPendingConnection();
        auto cutter = std::make_shared<ssh::MessageCutter>();
        auto client = std::make_shared<ssh::AgentClient>();
        QObject::connect(socket, &QLocalSocket::readyRead, socket, [this, socket, cutter, client] {
            const QByteArray octets = socket->readAll();
            if (!cutter->add(bytesOf(std::string_view(octets.data(), std::size_t(octets.size()))))) {
                socket->abort();
                return;
            }
            while (const auto message = cutter->next()) {
                const Bytes reply = answer(*client, *message);
                socket->write(reinterpret_cast<const char*>(reply.data()), qint64(reply.size()));
            }
        });
    }

    Bytes answer(ssh::AgentClient& client, const Bytes& message)
    {
        const auto request = ssh::readRequest(message);
        const auto keys = m_desktop->applications().sshKeys();
        if (!request || !keys)
            return ssh::failureAnswer();
        if (const auto* bind = std::get_if<ssh::SessionBind>(&*request))
            return client.bind(*bind) ? ssh::successAnswer() : ssh::failureAnswer();
        if (std::holds_alternative<ssh::ListKeys>(*request)) {
            std::vector<ssh::ListedKey> listed;
            for (const mesh::SshOwnKey& key : *keys)
                listed.push_back({key.blob, key.profileTitle});
            return ssh::keysAnswer(listed);
        }
        if (const auto* wanted = std::get_if<ssh::SignRequest>(&*request)) {
            const auto checked = client.check(*wanted);
            for (const mesh::SshOwnKey& key : *keys) {
                if (!checked || key.blob != wanted->blob)
                    continue;
                isBound = isBound && checked->server && checked->server->isVerified;
                const auto signature = m_desktop->applications().signForSsh(key.profileId, checked->data);
                ++signatures;
                return signature ? ssh::signatureAnswer(*signature) : ssh::failureAnswer();
            }
        }
        return ssh::failureAnswer();
    }

    Desktop& m_desktop;
    QString m_path;
    QLocalServer m_server;
};

/// A stock sshd as a plain process, with a configuration of its own.
class Sshd
{
public:
    explicit Sshd(const QString& folder) : m_folder(folder)
    {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        m_port = probe.serverPort();
        probe.close();
        QProcess::execute("ssh-keygen", {"-q", "-t", "ed25519", "-N", "", "-f", folder + "/host"});
        QDir().mkpath("/run/sshd"); // where it separates its privileges; without the right to, it needs none
        write("sshd_config",
              QStringLiteral("Port %1\nListenAddress 127.0.0.1\nHostKey %2/host\nPidFile none\n"
                             "AuthorizedKeysFile %2/authorized_keys\nStrictModes no\nUsePAM no\n"
                             "PasswordAuthentication no\nKbdInteractiveAuthentication no\n"
                             "PermitRootLogin prohibit-password\n")
                  .arg(m_port)
                  .arg(folder)
                  .toUtf8());
        write("authorized_keys", {});
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start("/usr/sbin/sshd", {"-D", "-e", "-f", folder + "/sshd_config"});
    }
    ~Sshd()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(5000);
    }

    [[nodiscard]] bool isUp() const
    {
        return eventually([this] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, m_port);
            return socket.waitForConnected(500);
        });
    }

    void write(const QString& name, const QByteArray& content) const
    {
        QFile file(m_folder + '/' + name);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("cannot write");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(content);
    }

    /// The lines of a profile become our block of a file that has a line of somebody else's.
    [[nodiscard]] bool publish(Desktop& desktop, const std::string& profile) const
    {
        QFile file(m_folder + "/authorized_keys");
        if (!file.open(QIODevice::ReadOnly))
            return false;
        std::string lines;
        const auto devices = desktop->applications().sshDevices(profile).value();
        for (const mesh::SshDeviceKey& device : devices)
            lines += device.line.empty() ? std::string() : device.line + "\n";
        const auto text = ssh::replaceBlock(file.readAll().toStdString(), profile, lines);
        if (!text)
            return false;
        write("authorized_keys", QByteArray::fromStdString(*text));
        return true;
    }

    /// Logs in with stock ssh and runs a command; what it printed, or nothing if it was not let in.
    [[nodiscard]] QByteArray logIn(const QString& agentSocket) const
    {
        return run(agentSocket, {"-F", "none", "-p", QString::number(m_port), "-o",
                                 "UserKnownHostsFile=" + m_folder + "/known", "-o",
                                 "StrictHostKeyChecking=no", "-l", userName(), "127.0.0.1"});
    }
    /// The same by what a configuration and a known_hosts file say, and nothing else.
    [[nodiscard]] QByteArray logInByFiles(const QString& config, const QString& knownHosts,
                                          const QString& alias) const
    {
        return run({}, {"-F", config, "-o", "UserKnownHostsFile=" + knownHosts, "-o",
                        "StrictHostKeyChecking=yes", alias});
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    /// Type and octets of its key, as in its file.
    [[nodiscard]] std::string hostKey() const
    {
        QFile file(m_folder + "/host.pub");
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no host key");
        return file.readAll().simplified().split(' ').mid(0, 2).join(' ').toStdString();
    }
    [[nodiscard]] static QString userName()
    {
        QProcess id;
        id.start("id", {"-un"});
        id.waitForFinished();
        return id.readAllStandardOutput().trimmed();
    }

private:
    [[nodiscard]] QByteArray run(const QString& agentSocket, const QStringList& arguments) const
    {
        QProcess ssh;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("SSH_AUTH_SOCK", agentSocket);
        ssh.setProcessEnvironment(environment);
        QEventLoop loop;
        QObject::connect(&ssh, qOverload<int, QProcess::ExitStatus>(&QProcess::finished), &loop,
                         &QEventLoop::quit);
        ssh.start("ssh", QStringList{"-o", "BatchMode=yes", "-o", "IdentityFile=none", "-o",
                                     "GlobalKnownHostsFile=none"} +
                             arguments + QStringList{"echo", "logged", "in"});
        loop.exec();
        const QByteArray said = ssh.readAllStandardError();
        if (ssh.exitCode() != 0 && !said.contains("Permission denied"))
            qWarning().noquote() << said << m_process.readAll();
        return ssh.exitCode() == 0 ? ssh.readAllStandardOutput().trimmed() : QByteArray();
    }

    QString m_folder;
    quint16 m_port = 0;
    mutable QProcess m_process;
};

} // namespace

/// A stock sshd and a stock ssh with the keys that a personal mesh gives its devices, and with the agent and
/// the files of the desktop.
class TestSshLogin : public QObject
{
    Q_OBJECT

private slots:
    void devicesLogInUntilTheyAreDisconnected()
    {
        QTemporaryDir folder;
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        schema::CatalogedApplicationSSH entry;
        entry.title = "Servers";
        const auto profile = first.account().sshProfiles().add(entry);
        VERIFY_OK(profile);
        VERIFY_OK(
            second.join(mesh::ConnectionOffer::parse(first->issuePin()->text.text()).value(), "Second"));
        QVERIFY(eventually([&] { return second->applications().sshKeys().value().size() == 1; }));

        Sshd sshd(folder.path());
        QVERIFY(sshd.isUp());
        Agent firstAgent(first, folder.filePath("first"));
        Agent secondAgent(second, folder.filePath("second"));
        sshd.write("authorized_keys", "# somebody else's line\n");
        QCOMPARE(sshd.logIn(secondAgent.path()), QByteArray());
        QVERIFY(sshd.publish(first, *profile));
        QCOMPARE(sshd.logIn(firstAgent.path()), QByteArray("logged in"));
        QCOMPARE(sshd.logIn(secondAgent.path()), QByteArray("logged in"));
        QVERIFY(secondAgent.signatures > 0 && secondAgent.isBound && firstAgent.isBound);

        const auto devices = first->devices().value();
        for (const auto& device : devices) {
            if (!device.isThisDevice)
                VERIFY_OK(first->disconnectDevice(device.udf));
        }
        QVERIFY(sshd.publish(first, *profile));
        QCOMPARE(sshd.logIn(secondAgent.path()), QByteArray());
        QCOMPARE(sshd.logIn(firstAgent.path()), QByteArray("logged in"));
    }

    void theDesktopsAgentAndItsFilesAreAllThatSshNeeds()
    {
        QTemporaryDir folder;
        Sshd sshd(folder.path());
        QVERIFY(sshd.isUp());
        World world;
        Desktop device(world);
        VERIFY_OK(device.open());
        VERIFY_OK(device.createMesh("alice"));
        schema::CatalogedApplicationSSH entry;
        entry.title = "Servers";
        entry.userName = Sshd::userName().toStdString();
        entry.knownHosts = {"[127.0.0.1]:" + std::to_string(sshd.port()) + " " + sshd.hostKey()};
        entry.hosts.resize(1);
        entry.hosts.front().alias = "web";
        entry.hosts.front().hostName = "127.0.0.1";
        entry.hosts.front().port = sshd.port();
        const auto profile = device.account().sshProfiles().add(entry);
        VERIFY_OK(profile);
        QVERIFY(eventually([&] { return device->applications().sshKeys().value().size() == 1; }));

        desktop::MeshLink link({mesh::PersonalMesh::open, mesh::ConnectionOffer::parse, mesh::Personas::of});
        desktop::Clipboard clipboard;
        desktop::Preferences preferences(link, clipboard, folder.path());
        desktop::Accounts accounts(link, preferences);
        desktop::SshAgent agent(accounts, preferences, folder.path(), folder.filePath("run"));
        desktop::SshFiles files(link);
        agent.setEnabled(true);
        link.setMesh(std::move(device.mesh));
        QVERIFY(agent.isRunning());
        QSignalSpy written(&files, &desktop::SshFiles::written);
        const QString id = QString::fromStdString(*profile);
        files.writeAuthorizedKeys(id, QUrl::fromLocalFile(folder.filePath("authorized_keys")));
        QTRY_COMPARE(written.count(), 1);
        files.writeConfig(id, QUrl::fromLocalFile(folder.filePath("config")));
        QTRY_COMPARE(written.count(), 2);
        files.writeKnownHosts(id, QUrl::fromLocalFile(folder.filePath("known_hosts")));
        QTRY_COMPARE(written.count(), 3);

        // the person is asked, is told whom it is about, and refuses
        bool isAllowed = false;
        QStringList questions;
        connect(&agent, &desktop::SshAgent::asked, &agent, [&](int number, const QString& question) {
            questions.append(question);
            QVERIFY(agent.warning().isEmpty());
            agent.answer(number, isAllowed);
        });
        QCOMPARE(sshd.logIn(agent.socketPath()), QByteArray());
        QCOMPARE(questions.size(), 1);
        QVERIFY(questions.first().contains("ssh") && questions.first().contains("127.0.0.1"));
        isAllowed = true;
        QCOMPARE(sshd.logIn(agent.socketPath()), QByteArray("logged in"));
        QCOMPARE(sshd.logInByFiles(folder.filePath("config"), folder.filePath("known_hosts"), "web"),
                 QByteArray("logged in"));
        QCOMPARE(questions.size(), 3);
        agent.setAsksEachTime(false);
        QCOMPARE(sshd.logIn(agent.socketPath()), QByteArray("logged in"));
        QCOMPARE(questions.size(), 3);

        bool isDone = false;
        const auto wait = [&](const Status& status) { isDone = status.has_value(); };
        link.lock([] {}, wait);
        QCOMPARE(sshd.logIn(agent.socketPath()), QByteArray());
        QTRY_VERIFY(isDone);
        isDone = false;
        link.unlock([] { return Status(); }, wait);
        QTRY_VERIFY(isDone);
        QCOMPARE(sshd.logIn(agent.socketPath()), QByteArray("logged in"));
        link.close();
        QVERIFY(!agent.isRunning());
    }
};

QTEST_MAIN(TestSshLogin)
#include "tst_ssh_login.moc"
