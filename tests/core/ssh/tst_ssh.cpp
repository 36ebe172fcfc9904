#include "ssh/agent.h"
#include "ssh/config.h"
#include "ssh/known_host.h"
#include "ssh/marked_block.h"
#include "ssh/read_file.h"
#include "ssh/wire.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace mmm::ssh;

namespace {

constexpr std::string_view words =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILxYw58USd6o9FdHDL4BSnL2Rnl/a4OxtRyo4EHfc4ro";
constexpr std::string_view fingerprintOfWords = "SHA256:cQvkzoMYZZvuiFeWCq7LBKU3PU57S3NFfIWhVJ1bno8";

std::string text(std::string_view view)
{
    return std::string(view);
}

Bytes login(BytesView key, BytesView session, const std::string& method = "publickey", BytesView host = {})
{
    Writer writer;
    writer.string(session).octet(50).text("root").text("ssh-connection").text(method).octet(1);
    writer.text(ed25519Type).string(key);
    if (!host.empty())
        writer.string(host);
    return writer.take();
}

} // namespace

class TestSsh : public QObject
{
    Q_OBJECT

private slots:
    void linesOfKeys()
    {
        const std::string line = "from=\"a b,*.example.com\",no-pty " + text(words) + " alice at home";
        const auto parsed = AuthorizedKey::parse(line);
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->options, std::string("from=\"a b,*.example.com\",no-pty"));
        QCOMPARE(parsed->key.words(), text(words));
        QCOMPARE(parsed->comment, std::string("alice at home"));
        QCOMPARE(parsed->line(), line);
        QCOMPARE(AuthorizedKey::parse("\t " + text(words) + "  ")->line(), text(words));

        const auto key = parsed->key.ed25519();
        QVERIFY(key.has_value());
        QCOMPARE(PublicKey::of(*key).value(), parsed->key);
        QCOMPARE(PublicKey::of(crypto::PrivateKey::generate(crypto::Curve::Ed448).publicKey()).error().fault,
                 Fault::Unsupported);
    }

    void brokenKeysAreRefused()
    {
        const auto fault = [](const std::string& line) {
            const auto parsed = AuthorizedKey::parse(line);
            return parsed ? Fault::Internal : parsed.error().fault;
        };
        const std::string good = text(words);
        QCOMPARE(fault(""), Fault::Unsupported);
        QCOMPARE(fault("ssh-ed25519"), Fault::Malformed);
        QCOMPARE(fault(good.substr(0, good.size() - 1)), Fault::Malformed);
        QCOMPARE(fault(good.substr(0, good.size() - 4)), Fault::Malformed);
        QCOMPARE(fault("ssh-rsa " + good.substr(good.find(' ') + 1)), Fault::Contradiction);
        QCOMPARE(fault("ssh-new " + good.substr(good.find(' ') + 1)), Fault::Unsupported);
        QCOMPARE(fault(good + " two\nlines"), Fault::Malformed);
        QCOMPARE(fault("command=\"x " + good), Fault::Unsupported);
        QCOMPARE(fault(good + std::string(longestLine, 'x')), Fault::TooLarge);
        // a point that must not be used: the neutral one
        Bytes neutral(32, 0);
        neutral[0] = 1;
        QCOMPARE(PublicKey::fromBlob(Writer().text(ed25519Type).string(neutral).take()).error().fault,
                 Fault::BadKey);
        QCOMPARE(PublicKey::fromBlob(Writer().text(ed25519Type).take()).error().fault, Fault::Malformed);
        QCOMPARE(oneLine(" a\nb\x7f "), std::string("a b"));
    }

    void keysAreWhatOpenSshShows()
    {
        QTemporaryDir folder;
        for (const QString type : {"ed25519", "rsa", "ecdsa"}) {
            const QString path = folder.filePath(type);
            QProcess keygen;
            keygen.start("ssh-keygen", {"-q", "-t", type, "-N", "", "-C", "a b", "-f", path});
            QVERIFY(keygen.waitForFinished() && keygen.exitCode() == 0);
            keygen.start("ssh-keygen", {"-l", "-f", path + ".pub"});
            QVERIFY(keygen.waitForFinished() && keygen.exitCode() == 0);
            QFile file(path + ".pub");
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto key = AuthorizedKey::parse(file.readAll().trimmed().toStdString());
            QVERIFY(key.has_value());
            QCOMPARE(key->comment, std::string("a b"));
            QVERIFY(keygen.readAllStandardOutput().contains(key->key.fingerprint().c_str()));
        }
    }

    void linesOfKnownHosts()
    {
        for (const std::string start :
             {"example.com,192.0.2.1 ", "[example.com]:2222 ",
              "|1|c2FsdA==|aGFzaA== ", "@revoked *.example.com ", "@cert-authority *,!bad.example "}) {
            const auto parsed = KnownHost::parse(start + text(words) + " note");
            QVERIFY2(parsed.has_value(), start.c_str());
            QCOMPARE(parsed->line(), start + text(words) + " note");
        }
        QCOMPARE(KnownHost::parse("a.example,b " + text(words))->shownName(), std::string("a.example"));
        QCOMPARE(KnownHost::parse("|1|c2FsdA==|aGFzaA== " + text(words))->shownName(), std::string());
        QVERIFY(!KnownHost::parse("@other a " + text(words)));
        QVERIFY(!KnownHost::parse("from=\"a\" " + text(words)));
        QVERIFY(!KnownHost::parse("host"));
        QVERIFY(!KnownHost::parse(text(words)));
    }

    void aConfigurationThatIsWrittenIsReadAgain()
    {
        ConfigPlan plan;
        plan.userName = "alice";
        plan.agentSocket = "/run/user/1000/a 100%/agent";
        plan.hosts.resize(2);
        plan.hosts[0].alias = "web";
        plan.hosts[0].hostName = "web.example.com";
        plan.hosts[1].alias = "db";
        plan.hosts[1].port = 2222;
        plan.hosts[1].userName = "root";
        plan.hosts[1].jump = "bob@web:22";
        const auto written = configText(plan);
        QVERIFY(written.has_value());
        QVERIFY(written->find("IdentityAgent \"/run/user/1000/a 100%%/agent\"") != std::string::npos);
        QVERIFY(written->ends_with("Host *\n"));
        const auto read = readFile(bytesOf(*written));
        QVERIFY(read.has_value());
        QCOMPARE(read->kind, FileKind::Config);
        QCOMPARE(read->hosts.size(), 2U);
        QCOMPARE(read->hosts[0].userName, std::string("alice"));
        QVERIFY(read->hosts[1] == plan.hosts[1]);

        // the stock program understands it
        QTemporaryDir folder;
        QFile file(folder.filePath("config"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(written->c_str());
        file.close();
        QProcess ssh;
        ssh.start("ssh", {"-F", file.fileName(), "-G", "db"});
        QVERIFY(ssh.waitForFinished() && ssh.exitCode() == 0);
        const QByteArray understood = ssh.readAllStandardOutput();
        for (const char* line : {"\nport 2222\n", "user root\n", "proxyjump bob@web:22\n",
                                 "identityagent \"/run/user/1000/a 100%/agent\"\n"})
            QVERIFY2(understood.contains(line) || understood.contains(QByteArray(line).replace('"', "")),
                     (line + understood).constData());

        plan.agentSocket = "/run/\nProxyCommand x";
        QCOMPARE(configText(plan).error().fault, Fault::Malformed);
        plan.agentSocket.clear();
        for (const char* bad : {"", "-oProxyCommand=x", "a b", "a\nb", "*", "a\"b"}) {
            plan.hosts[0].alias = bad;
            QCOMPARE(configText(plan).error().fault, Fault::Malformed);
        }
    }

    void foreignConfigurationsBringHostsOnly()
    {
        const std::string config =
            "# mine\r\nForwardAgent yes\nHost a b *.wild !c\n  HostName = \"a.example\"\n"
            "  HostName second.example\n ProxyCommand sh -c evil\n Port 0\n port 22\n"
            " User $(id)\nMatch exec \"evil\"\n User mallory\nHost -oX\nHost d\n";
        const auto read = readFile(bytesOf(config));
        QVERIFY(read.has_value());
        QCOMPARE(read->hosts.size(), 3U);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(read->hosts[std::size_t(i)].hostName, std::string("a.example"));
            QCOMPARE(read->hosts[std::size_t(i)].port, std::optional<std::int64_t>(22));
            QCOMPARE(read->hosts[std::size_t(i)].userName, std::string());
        }
        QCOMPARE(read->hosts[2].alias, std::string("d"));
        QCOMPARE(read->leftOut, 9U);
    }

    void filesAreRecognised()
    {
        const auto kind = [](const std::string& content) { return readFile(bytesOf(content)).value().kind; };
        QCOMPARE(kind(text(words)), FileKind::AuthorizedKeys);
        QCOMPARE(kind("# x\n\nno-pty,from=\"a\" " + text(words)), FileKind::AuthorizedKeys);
        QCOMPARE(kind("example.com " + text(words)), FileKind::KnownHosts);
        QCOMPARE(kind("Host x\n"), FileKind::Config);
        const auto twice = readFile(bytesOf(text(words) + "\n" + text(words) + "\r\nrubbish\n"));
        QCOMPARE(twice->lines, std::vector<std::string>{text(words)});
        QCOMPARE(twice->leftOut, 1U);
        for (const char* none :
             {"", "\n# only words\n", "hello world", "-----BEGIN OPENSSH PRIVATE KEY-----"})
            QCOMPARE(readFile(bytesOf(none)).error().fault, Fault::Unsupported);
        QCOMPARE(readFile(Bytes(largestFile + 1, '\n')).error().fault, Fault::TooLarge);
    }

    void onlyOurBlockIsReplaced()
    {
        const std::string theirs = "first\r\n# >>> Mesh Desktop B: other\nlast without end";
        const auto with = replaceBlock(theirs, "A", "one\ntwo\n");
        QVERIFY(with.has_value());
        QVERIFY(with->starts_with(theirs + "\n"));
        const auto both = replaceBlock(*with, "B", "three");
        const auto changed = replaceBlock(*both, "A", "four");
        QVERIFY(changed->find("two") == std::string::npos && changed->find("three") != std::string::npos);
        QCOMPARE(*replaceBlock(*changed, "A", "one\ntwo"), *both);
        QCOMPARE(*replaceBlock(*replaceBlock(*both, "B", ""), "A", ""), theirs + "\n");
        QCOMPARE(*replaceBlock("", "A", ""), std::string());
        QCOMPARE(*replaceBlock("x", "A", ""), std::string("x"));

        const std::size_t end = with->find("# <<<");
        QCOMPARE(replaceBlock(with->substr(0, end), "A", "x").error().fault, Fault::Malformed);
        QCOMPARE(replaceBlock(with->substr(end), "A", "x").error().fault, Fault::Malformed);
        QCOMPARE(replaceBlock(*with + *with, "A", "x").error().fault, Fault::Malformed);
        // an editor of Windows cut off in the middle of its last line's end
        const std::string cut = with->substr(0, with->size() - 1) + "\r";
        QCOMPARE(*replaceBlock(cut, "A", "one\ntwo"), *with);
        QCOMPARE(
            replaceBlock(with->substr(0, with->find('\n', theirs.size() + 1)) + "\r", "A", "x").error().fault,
            Fault::Malformed);
        QCOMPARE(replaceBlock(with->substr(end) + *with, "A", "x").error().fault, Fault::Malformed);
    }

    void messagesAreCutAndBounded()
    {
        const Bytes list = Writer().string(Bytes{11}).take();
        MessageCutter cutter;
        for (const std::uint8_t octet : concat(list, list)) {
            QVERIFY(cutter.add(Bytes{octet}).has_value());
        }
        for (int i = 0; i < 2; ++i) {
            const auto message = cutter.next();
            QVERIFY(message && std::holds_alternative<ListKeys>(*readRequest(*message)));
        }
        QVERIFY(!cutter.next());
        QCOMPARE(MessageCutter().add(Bytes(4, 0)).error().fault, Fault::Malformed);
        QCOMPARE(MessageCutter().add(Bytes(4, 0xff)).error().fault, Fault::TooLarge);
        MessageCutter flooded;
        Status status;
        for (int i = 0; status && i < 100; ++i)
            status = flooded.add(concat(Writer().number(largestMessage).take(), Bytes(60000)));
        QCOMPARE(status.error().fault, Fault::TooLarge);
    }

    void brokenRequestsAreRefused()
    {
        QVERIFY(!readRequest({}));
        QVERIFY(!readRequest(Bytes{11, 0}));
        const Bytes sign = Writer().octet(13).text("key").text("data").number(0).take();
        QVERIFY(std::holds_alternative<SignRequest>(*readRequest(sign)));
        for (std::size_t size = 1; size < sign.size(); ++size)
            QVERIFY(!readRequest(BytesView(sign).first(size)));
        QVERIFY(!readRequest(concat(sign, Bytes{0})));
        const Bytes bind =
            Writer().octet(27).text("session-bind@openssh.com").text("k").text("s").text("g").octet(1).take();
        QVERIFY(std::get<SessionBind>(*readRequest(bind)).isForwarding);
        for (std::size_t size = 1; size < bind.size(); ++size)
            QVERIFY(!readRequest(BytesView(bind).first(size)));
        QVERIFY(std::get<OtherRequest>(*readRequest(Writer().octet(27).text("query").take())).isExtension);
        // adding keys, removing them, locking
        for (const std::uint8_t number : {17, 18, 19, 20, 22, 23, 25, 26, 200})
            QVERIFY(!std::get<OtherRequest>(*readRequest(Bytes{number, 1, 2, 3})).isExtension);
    }

    void onlyLoginsAndSignaturesAreSigned()
    {
        const Bytes key = PublicKey::fromWords("ssh-ed25519", words.substr(12))->blob;
        const Bytes session(32, 7);
        const auto purpose = purposeOf(login(key, session), key);
        QVERIFY(purpose.has_value());
        QCOMPARE(purpose->userName, std::string("root"));
        QCOMPARE(purpose->session, session);
        QVERIFY(!purposeOf(login(Bytes{1}, session), key));
        QVERIFY(!purposeOf(login(key, session, "password"), key));
        QVERIFY(!purposeOf(login(key, session, "publickey", key), key)); // something behind the end
        QVERIFY(!purposeOf(bytesOf("anything"), key));
        QVERIFY(!purposeOf({}, key));
        const Bytes file =
            concat(bytesOf("SSHSIG"), Writer().text("git").text("").text("sha512").string(Bytes(64)).take());
        QCOMPARE(purposeOf(file, key)->nameSpace, std::string("git"));
        QVERIFY(!purposeOf(BytesView(file).first(file.size() - 1), key));
    }

    void serversAreBoundByWhatTheyProve()
    {
        const auto server = crypto::PrivateKey::generate(crypto::Curve::Ed25519);
        const Bytes host = PublicKey::of(server.publicKey())->blob;
        const Bytes key = PublicKey::fromWords("ssh-ed25519", words.substr(12))->blob;
        const auto bindTo = [&](BytesView session, bool isForwarding) {
            const Bytes signature = server.sign(session, crypto::SignatureForm::Plain);
            return SessionBind{host, copyOf(session), Writer().text(ed25519Type).string(signature).take(),
                               isForwarding};
        };
        const Bytes first(32, 1);
        const Bytes second(32, 2);

        AgentClient client;
        QVERIFY(!client.check({key, login(key, first)})->server);
        SessionBind forged = bindTo(first, false);
        forged.session = second;
        QCOMPARE(client.bind(forged).error().fault, Fault::BadSignature);
        QVERIFY(client.bind(bindTo(first, false)).has_value());
        const auto wanted =
            client.check({key, login(key, first, "publickey-hostbound-v00@openssh.com", host)});
        QVERIFY(wanted.has_value());
        QVERIFY(wanted->server && wanted->server->isVerified && !wanted->isForwarded);
        QCOMPARE(client.check({key, login(key, second)}).error().fault, Fault::Contradiction);
        QCOMPARE(
            client.check({key, login(key, first, "publickey-hostbound-v00@openssh.com", key)}).error().fault,
            Fault::Contradiction);
        QCOMPARE(client.bind(bindTo(second, false)).error().fault, Fault::Contradiction);

        AgentClient forwarded;
        QVERIFY(forwarded.bind(bindTo(first, true)).has_value());
        QCOMPARE(forwarded.check({key, login(key, first)}).error().fault, Fault::Contradiction);
        QCOMPARE(forwarded.bind(bindTo(first, false)).error().fault, Fault::Contradiction);
        QVERIFY(forwarded.bind(bindTo(second, false)).has_value());
        QVERIFY(forwarded.check({key, login(key, second)})->isForwarded);

        AgentClient other;
        SessionBind rsa = bindTo(first, false);
        rsa.hostKey = Writer().text("ssh-rsa").text("e").text("n").take();
        QVERIFY(other.bind(rsa).has_value());
        QVERIFY(!other.check({key, login(key, first)})->server->isVerified);
        QCOMPARE(other.bind({}).error().fault, Fault::Malformed);
    }

    void fingerprintsAreThoseOfTheKey()
    {
        QCOMPARE(PublicKey::fromWords("ssh-ed25519", words.substr(12))->fingerprint(),
                 text(fingerprintOfWords));
    }
};

QTEST_GUILESS_MAIN(TestSsh)
#include "tst_ssh.moc"
