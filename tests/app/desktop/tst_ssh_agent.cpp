#include "ssh/public_key.h"
#include "ssh/wire.h"
#include "ssh_editor.h"
#include "support/example_data.h"
#include "support/model_rules.h"
#include "support/scripted_desktop.h"
#include "support/scripted_personas.h"
#include "text.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace mmm::desktop;

namespace {

constexpr std::uint8_t failure = 5;
constexpr std::uint8_t identities = 12;
constexpr std::uint8_t signature = 14;
constexpr std::uint8_t extensionFailure = 28;

const std::string workUdf = "MWOR-KKKK-CCCC";

/// The desktop over a scripted mesh with the example profile, and its agent switched on.
struct Fixture : test::ScriptedDesktop
{
    Fixture() : ScriptedDesktop(mesh::Stage::Ready, test::fillWithExamples)
    {
        engine.personas = test::PersonaScript::door(script);
        runtimeFolder = folder.filePath(QStringLiteral("run"));
        build();
    }
    bool open()
    {
        ScriptedDesktop::start();
        return QTest::qWaitFor([this] { return desktop->session.stage() == Session::Ready; });
    }
    bool start()
    {
        agent().setEnabled(true);
        return open() && agent().isRunning();
    }
    /// The mesh has an account at work, too, with a profile of its own.
    bool startWithWork()
    {
        script->put({workUdf, "alice.work@example.net", false, true}, mesh::Stage::Ready,
                    test::fillWithExamples);
        return start() && QTest::qWaitFor([this] { return desktop->accounts.openOnes().size() == 2; });
    }
    [[nodiscard]] SshAgent& agent() const { return desktop->sshAgent; }
    /// The public key of the only profile.
    [[nodiscard]] Bytes key() const { return keyOf(*mesh); }
    [[nodiscard]] Bytes workKey() const { return keyOf(*script->meshOf(workUdf)); }
    static Bytes keyOf(test::ScriptedMesh& mesh)
    {
        return mesh.applications().sshKeys().value().front().blob;
    }

    std::shared_ptr<test::PersonaScript> script = std::make_shared<test::PersonaScript>();
};

/// A client of the agent.
struct Client
{
    explicit Client(const Fixture& fixture)
    {
        socket.connectToServer(fixture.agent().socketPath());
        (void)socket.waitForConnected();
    }
    void sendOctets(const Bytes& octets)
    {
        socket.write(reinterpret_cast<const char*>(octets.data()), qint64(octets.size()));
        socket.flush();
    }
    void send(const Bytes& message) { sendOctets(ssh::Writer().string(message).take()); }
    /// The next answer, without its length; empty if none comes.
    Bytes receive()
    {
        const auto whole = [this]() -> std::optional<Bytes> {
            ssh::Reader reader(BytesView(reinterpret_cast<const std::uint8_t*>(received.data()),
                                         std::size_t(received.size())));
            const auto message = reader.string();
            return message ? std::optional(copyOf(*message)) : std::nullopt;
        };
        const auto isThere = [&] {
            received += socket.readAll();
            return whole().has_value();
        };
        if (!QTest::qWaitFor(isThere))
            return {};
        const Bytes message = *whole();
        received.remove(0, qsizetype(message.size()) + 4);
        return message;
    }
    Bytes ask(const Bytes& message)
    {
        send(message);
        return receive();
    }
    [[nodiscard]] bool isClosed()
    {
        return QTest::qWaitFor([this] { return socket.state() == QLocalSocket::UnconnectedState; });
    }

    QLocalSocket socket;
    QByteArray received;
};

Bytes listRequest()
{
    return {11};
}

/// Keys with their comments.
using Listed = std::vector<std::pair<Bytes, std::string>>;

Listed keysIn(const Bytes& answer)
{
    Listed keys;
    ssh::Reader reader(answer);
    const auto number = reader.octet();
    const auto count = reader.number();
    if (!number || *number != identities || !count)
        return keys;
    for (std::uint32_t i = 0; i < *count; ++i) {
        const Bytes key = copyOf(*reader.string());
        keys.emplace_back(key, *reader.text());
    }
    return keys;
}

Bytes loginData(const Bytes& key, const Bytes& session = Bytes(32, 7))
{
    ssh::Writer writer;
    writer.string(session).octet(50).text("root").text("ssh-connection").text("publickey").octet(1);
    return writer.text("ssh-ed25519").string(key).take();
}

Bytes signRequest(const Bytes& key, const Bytes& data)
{
    return ssh::Writer().octet(13).string(key).string(data).number(0).take();
}

Bytes bindRequest(const crypto::PrivateKey& server, const Bytes& session, bool isForwarding)
{
    const Bytes proof = server.sign(session, crypto::SignatureForm::Plain);
    ssh::Writer writer;
    writer.octet(27).text("session-bind@openssh.com");
    writer.string(ssh::PublicKey::of(server.publicKey())->blob).string(session);
    writer.string(ssh::Writer().text("ssh-ed25519").string(proof).take());
    return writer.octet(isForwarding ? 1 : 0).take();
}

/// Whether the answer is a signature by the key over the data.
bool isSignature(const Bytes& answer, const Bytes& key, const Bytes& data)
{
    ssh::Reader reader(answer);
    const auto number = reader.octet();
    const auto content = reader.string();
    if (!number || *number != signature || !content)
        return false;
    ssh::Reader inner(*content);
    const auto type = inner.text();
    const auto octets = inner.string();
    return type && *type == "ssh-ed25519" && octets &&
           ssh::PublicKey::fromBlob(key)->ed25519()->verify(data, *octets);
}

} // namespace

/// The SSH agent at its socket, with clients that are honest, rude and strange.
class SshAgentTest : public QObject
{
    Q_OBJECT
private slots:
    void isThereOnlyWhenSwitchedOnAndOpen()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(!fixture.agent().isEnabled() && !fixture.agent().isRunning());
        QVERIFY(!QFileInfo::exists(fixture.agent().socketPath()));
        fixture.agent().setEnabled(true);
        QVERIFY(fixture.agent().isRunning());
#ifndef Q_OS_WIN
        const QFileInfo socket(fixture.agent().socketPath());
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                          QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(socket.permissions() & others, QFile::Permissions());
        QCOMPARE(QFileInfo(socket.path()).permissions() & others, QFile::Permissions());
        QVERIFY(fixture.agent().shellLine().contains(fixture.agent().socketPath()));
#endif
        Client client(fixture);
        QCOMPARE(client.ask(listRequest()).at(0), identities);

        fixture.desktop->session.lock();
        QVERIFY(client.isClosed());
        QVERIFY(!fixture.agent().isRunning());
        QTRY_COMPARE(fixture.desktop->session.stage(), Session::Locked);
        Client late(fixture);
        QVERIFY(late.socket.state() == QLocalSocket::UnconnectedState);
        QTRY_VERIFY(!fixture.desktop->session.isBusy());
        fixture.desktop->session.unlockMesh();
        QTRY_COMPARE(fixture.desktop->session.stage(), Session::Ready);
        QVERIFY(fixture.agent().isRunning());
        Client again(fixture);
        QCOMPARE(again.ask(listRequest()).at(0), identities);
        fixture.agent().setEnabled(false);
        QVERIFY(again.isClosed());
        QVERIFY(!QFileInfo::exists(fixture.agent().socketPath()));
    }

    void listsItsKeysAndSignsLogins()
    {
        Fixture fixture;
        fixture.agent().setAsksEachTime(false);
        QVERIFY(fixture.start());
        Client client(fixture);
        const Bytes listed = client.ask(listRequest());
        ssh::Reader reader(listed);
        QCOMPARE(*reader.octet(), identities);
        QCOMPARE(*reader.number(), 1U);
        QCOMPARE(copyOf(*reader.string()), fixture.key());
        QCOMPARE(std::string(*reader.text()), std::string("Servers at work"));
        QVERIFY(reader.end().has_value());

        const Bytes data = loginData(fixture.key());
        QVERIFY(isSignature(client.ask(signRequest(fixture.key(), data)), fixture.key(), data));
        const Bytes file = concat(bytesOf("SSHSIG"),
                                  ssh::Writer().text("git").text("").text("sha512").string(Bytes(64)).take());
        QVERIFY(isSignature(client.ask(signRequest(fixture.key(), file)), fixture.key(), file));

        // one after the other, however they are cut
        const Bytes octets = ssh::Writer().string(listRequest()).string(listRequest()).take();
        for (const std::uint8_t octet : octets)
            client.sendOctets({octet});
        QCOMPARE(client.receive().at(0), identities);
        QCOMPARE(client.receive().at(0), identities);
    }

    void refusesAllElse()
    {
        Fixture fixture;
        fixture.agent().setAsksEachTime(false);
        QVERIFY(fixture.start());
        Client client(fixture);
        const Bytes key = fixture.key();
        const auto other =
            ssh::PublicKey::of(crypto::PrivateKey::generate(crypto::Curve::Ed25519).publicKey());
        QCOMPARE(client.ask(signRequest(other->blob, loginData(other->blob))), Bytes{failure});
        QCOMPARE(client.ask(signRequest(key, Bytes(32, 1))), Bytes{failure});
        QCOMPARE(client.ask(signRequest(key, {})), Bytes{failure});
        QCOMPARE(client.ask({13}), Bytes{failure});
        for (const std::uint8_t number : {1, 9, 17, 18, 19, 22, 23, 25, 26, 255})
            QCOMPARE(client.ask({number, 1, 2}), Bytes{failure});
        QCOMPARE(client.ask(ssh::Writer().octet(27).text("query").take()), Bytes{extensionFailure});
        // a login at another server than the one it has named
        const auto server = crypto::PrivateKey::generate(crypto::Curve::Ed25519);
        QCOMPARE(client.ask(bindRequest(server, Bytes(32, 1), false)), Bytes{6});
        QCOMPARE(client.ask(signRequest(key, loginData(key, Bytes(32, 2)))), Bytes{failure});
        QVERIFY(isSignature(client.ask(signRequest(key, loginData(key, Bytes(32, 1)))), key,
                            loginData(key, Bytes(32, 1))));

        Client tooLarge(fixture);
        tooLarge.sendOctets({0x10, 0, 0, 0});
        QVERIFY(tooLarge.isClosed());
        Client empty(fixture);
        empty.sendOctets({0, 0, 0, 0});
        QVERIFY(empty.isClosed());

        std::vector<std::unique_ptr<Client>> many;
        for (int i = 0; i < SshAgent::mostClients + 1; ++i) {
            many.push_back(std::make_unique<Client>(fixture));
            QCOMPARE(many.back()->ask(listRequest()).at(0), identities);
        }
        QVERIFY(many.front()->isClosed());
    }

    void asksBeforeItSigns()
    {
        Fixture fixture;
        QVERIFY(fixture.start());
        SshAgent& agent = fixture.agent();
        QVERIFY(agent.asksEachTime());
        const Bytes key = fixture.key();
        const Bytes data = loginData(key);
        QSignalSpy asked(&agent, &SshAgent::asked);
        Client client(fixture);
        client.send(signRequest(key, data));
        QTRY_COMPARE(asked.count(), 1);
        QVERIFY(agent.question().contains(QStringLiteral("root")));
        QVERIFY(agent.question().contains(QStringLiteral("Servers at work")));
        QVERIFY(agent.warning().isEmpty());
        agent.answer(agent.questionNumber(), false);
        QCOMPARE(client.receive(), Bytes{failure});
        client.send(signRequest(key, data));
        QTRY_COMPARE(asked.count(), 2);
        const int number = agent.questionNumber();
        agent.answer(number, true);
        QVERIFY(isSignature(client.receive(), key, data));
        QVERIFY(!agent.isWaiting(number) && agent.questionNumber() == 0);
        agent.answer(number, true); // over

        // one that is waited for no longer makes way for the next
        Client second(fixture);
        client.send(signRequest(key, data));
        QTRY_COMPARE(asked.count(), 3);
        second.send(signRequest(key, data));
        QTRY_COMPARE(asked.count(), 4);
        const int first = agent.questionNumber();
        client.socket.abort();
        QTRY_VERIFY(agent.questionNumber() != first);
        agent.answer(first, true);
        QVERIFY(agent.questionNumber() != 0);
        agent.answer(agent.questionNumber(), true);
        QVERIFY(isSignature(second.receive(), key, data));

        // with the lock all questions end
        second.send(signRequest(key, data));
        QTRY_COMPARE(asked.count(), 5);
        fixture.desktop->session.lock();
        QVERIFY(second.isClosed());
        QCOMPARE(agent.questionNumber(), 0);
    }

    void whoeverComesThroughAServerIsAlwaysAsked()
    {
        Fixture fixture;
        fixture.agent().setAsksEachTime(false);
        QVERIFY(fixture.start());
        SshAgent& agent = fixture.agent();
        const Bytes key = fixture.key();
        const auto server = crypto::PrivateKey::generate(crypto::Curve::Ed25519);
        Client client(fixture);
        QCOMPARE(client.ask(bindRequest(server, Bytes(32, 1), true)), Bytes{6});
        QCOMPARE(client.ask(bindRequest(server, Bytes(32, 2), false)), Bytes{6});
        const Bytes data = loginData(key, Bytes(32, 2));
        client.send(signRequest(key, data));
        QTRY_VERIFY(agent.questionNumber() != 0);
        QVERIFY(!agent.warning().isEmpty());
        QVERIFY(agent.question().contains(toText(ssh::PublicKey::of(server.publicKey())->fingerprint())));
        agent.answer(agent.questionNumber(), true);
        QVERIFY(isSignature(client.receive(), key, data));
    }

    void hasTheKeysOfAllAccountsWhicheverIsShown()
    {
        Fixture fixture;
        fixture.agent().setAsksEachTime(false);
        QVERIFY(fixture.startWithWork());
        Accounts& accounts = fixture.desktop->accounts;
        const Bytes key = fixture.key();
        const Bytes workKey = fixture.workKey();
        Client client(fixture);
        const std::pair<Bytes, std::string> own{key, "Servers at work (alice@example.com)"};
        const std::pair<Bytes, std::string> ofWork{workKey, "Servers at work (alice.work@example.net)"};
        QCOMPARE(keysIn(client.ask(listRequest())), (Listed{own, ofWork}));
        const Bytes data = loginData(workKey);
        QVERIFY(isSignature(client.ask(signRequest(workKey, data)), workKey, data));

        // neither while it changes nor afterwards
        accounts.switchTo(toText(workUdf));
        QVERIFY(accounts.isSwitching());
        QVERIFY(isSignature(client.ask(signRequest(key, loginData(key))), key, loginData(key)));
        QTRY_VERIFY(!accounts.isSwitching() && !accounts.showsHome());
        QVERIFY(fixture.agent().isRunning());
        QCOMPARE(keysIn(client.ask(listRequest())), (Listed{ofWork, own}));
        QVERIFY(isSignature(client.ask(signRequest(key, loginData(key))), key, loginData(key)));

        // as ssh's own program sees it
        QProcess program;
        program.setProcessEnvironment([&] {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("SSH_AUTH_SOCK"), fixture.agent().socketPath());
            return environment;
        }());
        if (const QString ssh = QStandardPaths::findExecutable(QStringLiteral("ssh-add")); !ssh.isEmpty()) {
            program.start(ssh, {QStringLiteral("-l")});
            QTRY_COMPARE(program.state(), QProcess::NotRunning);
            const QByteArray shown = program.readAllStandardOutput();
            QVERIFY2(shown.contains("(alice@example.com)") && shown.contains("(alice.work@example.net)"),
                     shown.constData());
        }

        // an account that ends takes its own with it
        accounts.deleteAccount(toText(workUdf));
        QTRY_COMPARE(accounts.count(), 1);
        QCOMPARE(keysIn(client.ask(listRequest())), (Listed{{key, "Servers at work"}}));
        QCOMPARE(client.ask(signRequest(workKey, data)), Bytes{failure});
    }

    void asksForEachAccountAndSaysWhose()
    {
        Fixture fixture;
        QVERIFY(fixture.startWithWork());
        SshAgent& agent = fixture.agent();
        const Bytes workKey = fixture.workKey();
        const Bytes data = loginData(workKey);
        Client client(fixture);
        client.send(signRequest(workKey, data));
        QTRY_VERIFY(agent.questionNumber() != 0);
        QVERIFY(agent.question().contains(QStringLiteral("Servers at work (alice.work@example.net)")));
        // the question outlives a change of the account that is shown
        fixture.desktop->accounts.switchTo(toText(workUdf));
        QTRY_VERIFY(!fixture.desktop->accounts.isSwitching());
        agent.answer(agent.questionNumber(), true);
        QVERIFY(isSignature(client.receive(), workKey, data));

        // its account ends before the answer
        client.send(signRequest(workKey, data));
        QTRY_VERIFY(agent.questionNumber() != 0);
        fixture.script->meshOf(workUdf)->enter(mesh::Stage::Removed);
        QTRY_COMPARE(fixture.desktop->accounts.openOnes().size(), 1U);
        agent.answer(agent.questionNumber(), true);
        QCOMPARE(client.receive(), Bytes{failure});

        fixture.desktop->session.lock();
        QVERIFY(client.isClosed());
        QVERIFY(!agent.isRunning());
    }

    void aProfileIsEditedImportedAndWritten()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        QTRY_COMPARE(fixture.desktop->sshProfiles.count(), 1);
        SshEditor editor(fixture.desktop->link);
        test::keepsRules<SshHostModel>(editor.hosts());
        test::keepsRules<SshLineModel>(editor.knownHosts());
        test::keepsRules<SshLineModel>(editor.otherKeys());
        test::keepsRules<SshDeviceModel>(editor.devices());
        editor.startNew();
        QVERIFY(!editor.isValid());
        editor.setTitle(QStringLiteral("At home"));
        QVERIFY(editor.isValid());
        editor.setUserName(QStringLiteral("two words"));
        QVERIFY(!editor.isValid() && !editor.userNameError().isEmpty());
        editor.setUserName(QStringLiteral("alice"));
        editor.hosts()->add();
        QVERIFY(!editor.isValid());
        editor.hosts()->setAlias(0, QStringLiteral("*"));
        QVERIFY(!editor.isValid());
        editor.hosts()->setAlias(0, QStringLiteral("nas"));
        editor.hosts()->setHostName(0, QStringLiteral("192.0.2.1"));
        editor.hosts()->setPort(0, QStringLiteral("0"));
        QVERIFY(!editor.isValid());
        editor.hosts()->setPort(0, QStringLiteral("2222"));
        editor.hosts()->setJump(0, QStringLiteral("-oProxyCommand=evil"));
        QVERIFY(!editor.isValid());
        editor.hosts()->setJump(0, {});
        QVERIFY(editor.isValid());
        editor.hosts()->add();
        editor.hosts()->removeHost(1);

        // files of OpenSSH
        QSignalSpy imported(&editor, &SshEditor::imported);
        QSignalSpy refused(&editor, &SshEditor::importFailed);
        const auto import = [&](const QByteArray& content) {
            QFile file(fixture.folder.filePath(QStringLiteral("file")));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(content);
            file.close();
            const auto before = imported.count() + refused.count();
            editor.importFile(QUrl::fromLocalFile(file.fileName()));
            QTRY_COMPARE(imported.count() + refused.count(), before + 1);
        };
        QByteArray known;
        for (int i = 0; i < 50; ++i) {
            const auto key = crypto::PrivateKey::generate(crypto::Curve::Ed25519).publicKey();
            known += "host" + QByteArray::number(i) + ".example " +
                     QByteArray::fromStdString(ssh::PublicKey::of(key)->words()) + "\n";
        }
        import(known + "nonsense\n");
        QCOMPARE(imported.count(), 1);
        QCOMPARE(editor.knownHosts()->total(), 50);
        QCOMPARE(editor.knownHosts()->rowCount(), SshLineModel::pageSize);
        import(known);
        QCOMPARE(editor.knownHosts()->total(), 50);
        editor.knownHosts()->removeLine(3);
        QCOMPARE(editor.knownHosts()->rowCount(), SshLineModel::pageSize);
        editor.knownHosts()->showMore();
        QCOMPARE(editor.knownHosts()->hiddenCount(), 0);
        import(
            "Host nas\n  HostName other\nHost web *.example\n  HostName web.example\n  ProxyCommand evil\n");
        QCOMPARE(editor.hosts()->count(), 2);
        import("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n");
        QCOMPARE(refused.count(), 1);
        const std::string line =
            ssh::PublicKey::of(crypto::PrivateKey::generate(crypto::Curve::Ed25519).publicKey())->words() +
            " carol";
        QVERIFY(!editor.otherKeys()->addText(QStringLiteral("ssh-ed25519 nonsense")).isEmpty());
        QVERIFY(editor.otherKeys()->addText(toText(line)).isEmpty());
        QCOMPARE(editor.otherKeys()->data(editor.otherKeys()->index(0), SshLineModel::TitleRole).toString(),
                 QStringLiteral("carol"));
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        QTRY_VERIFY(!editor.devices()->lines().isEmpty());
        QTRY_COMPARE(fixture.desktop->sshProfiles.count(), 2);
        // what is imported while a profile is open goes into that one
        const QString id = editor.entryId();
        const int keys = editor.otherKeys()->total();
        import(QByteArray::fromStdString(
            ssh::PublicKey::of(crypto::PrivateKey::generate(crypto::Curve::Ed25519).publicKey())->words() +
            " dave\n"));
        QCOMPARE(editor.otherKeys()->total(), keys + 1);
        QCOMPARE(editor.entryId(), id);
        QCOMPARE(editor.title(), QStringLiteral("At home"));
        QVERIFY(editor.isDirty());
        editor.revert();
        QCOMPARE(editor.otherKeys()->total(), keys);

        // and back into files, of which the rest stays
        SshFiles files(fixture.desktop->link);
        QSignalSpy written(&files, &SshFiles::written);
        QSignalSpy failed(&files, &SshFiles::failed);
        const QString path = fixture.folder.filePath(QStringLiteral("ssh/authorized_keys"));
        const auto content = [](const QString& name) {
            QFile file(name);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        files.writeAuthorizedKeys(editor.entryId(), QUrl::fromLocalFile(path));
        QTRY_COMPARE(written.count(), 1);
        QVERIFY(content(path).contains(line.c_str()));
        QVERIFY(content(path).contains(editor.devices()->lines().toUtf8()));
        QVERIFY(QFile::copy(path, path + QStringLiteral(".again")));
        QFile other(path);
        QVERIFY(other.open(QIODevice::Append));
        other.write("# somebody else's\n");
        other.close();
        const QByteArray before = content(path);
        files.writeAuthorizedKeys(editor.entryId(), QUrl::fromLocalFile(path));
        QTRY_COMPARE(written.count(), 2);
        QCOMPARE(content(path), before);
        const QString config = fixture.folder.filePath(QStringLiteral("ssh/config"));
        fixture.agent().setEnabled(true);
        files.writeConfig(editor.entryId(), QUrl::fromLocalFile(config));
        QTRY_COMPARE(written.count(), 3);
        QVERIFY(
            content(config).contains("Host nas\n    HostName 192.0.2.1\n    Port 2222\n    User alice\n"));
        QVERIFY(content(config).contains(fixture.agent().socketPath().toUtf8()));
        const QString knownHosts = fixture.folder.filePath(QStringLiteral("ssh/known_hosts"));
        files.writeKnownHosts(editor.entryId(), QUrl::fromLocalFile(knownHosts));
        QTRY_COMPARE(written.count(), 4);
        QCOMPARE(content(knownHosts).count('\n'), 49 + 2);
        // a block that somebody has cut is not guessed at
        QVERIFY(other.open(QIODevice::WriteOnly | QIODevice::Truncate));
        other.write(before.left(before.lastIndexOf("# <<<")));
        other.close();
        files.writeAuthorizedKeys(editor.entryId(), QUrl::fromLocalFile(path));
        QTRY_COMPARE(failed.count(), 1);

        fixture.desktop->sshProfiles.removeEntries({editor.entryId()});
        QTRY_COMPARE(fixture.desktop->sshProfiles.count(), 1);
        QTRY_COMPARE(editor.devices()->rowCount(), 0);
    }
};

QTEST_MAIN(SshAgentTest)
#include "tst_ssh_agent.moc"
