#include "configuration.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;

namespace {

const QStringList needed{QStringLiteral("--data=/srv/mesh"), QStringLiteral("--domain=example.com"),
                         QStringLiteral("--passphrase-file=/etc/pass")};

/// As from a shell, without what every service needs.
Result<Configuration> readBare(const QStringList& options)
{
    return readConfiguration(QStringList{QStringLiteral("mesh-service")} + options);
}

Result<Configuration> with(const QStringList& options)
{
    return readBare(needed + options);
}

Result<Configuration> with(const char* option)
{
    return with(QStringList{QString::fromLatin1(option)});
}

using Names = std::set<std::string>;

} // namespace

/// What an operator can set, on the command line and in the file; and what is said of what is wrong.
class TestConfiguration : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// A configuration file with that content.
    QString file(const QByteArray& content)
    {
        const QString path = m_folder.filePath(QStringLiteral("mesh-service.conf"));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("no file");
        return QStringLiteral("--config=") + path;
    }

private slots:
    void init()
    {
        for (const char* name : {"STATE_DIRECTORY", "CREDENTIALS_DIRECTORY"})
            qunsetenv(name);
    }

    void hasDefaults()
    {
        const auto read = with(QStringList());
        QVERIFY(read.has_value());
        const service::ServerOptions& server = read->server;
        QCOMPARE(read->command, Command::Serve);
        QCOMPARE(server.folder, std::filesystem::path("/srv/mesh"));
        QCOMPARE(read->passphrase, std::filesystem::path("/etc/pass"));
        QCOMPARE(server.policy.domains, std::vector<std::string>{"example.com"});
        QCOMPARE(server.http.addresses.size(), 1U);
        QCOMPARE(server.http.addresses[0].address, "127.0.0.1");
        QCOMPARE(server.http.addresses[0].port, 4483);
        QCOMPARE(server.threads, 2U);
        QVERIFY(server.policy.openRegistration);
        QCOMPARE(server.policy.quotaOctets, std::uint64_t(1) << 30U);
        QCOMPARE(server.policy.accountsPerHour, 30U);
        QVERIFY(server.policy.blockedServices.empty());
        QVERIFY(server.policy.deniedLabels.empty());
        QVERIFY(server.policy.peers.empty());
        QVERIFY(server.peers.empty());
        QVERIFY(server.certificateChain.empty());
    }

    void readsTheFile()
    {
        const auto read = readBare({file("data=/srv/mesh\n"
                                         "domain=example.com, example.net\n"
                                         "listen=0.0.0.0:443,[::1]:4483\n"
                                         "passphrase-file=/etc/pass\n"
                                         "registration=closed\n"
                                         "blocked-services=MAAA-AAAA, MBBB-BBBB\n"
                                         "denied-labels=Internal, Secret\n"
                                         "checkpoint-peers=MCCC-CCCC\n"
                                         "certificate=/etc/chain.pem\n"
                                         "certificate-key=/etc/key.pem\n"
                                         "accreditation=/etc/operator.dare\n"
                                         "quota=100\n"
                                         "validations-per-hour=1\n"
                                         "gets-per-hour=2\n"
                                         "accounts-per-hour=3\n"
                                         "connections-per-hour=0\n"
                                         "publications-per-hour=5\n"
                                         "threads=4\n")});
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        const service::ServerOptions& server = read->server;
        QCOMPARE(server.policy.domains, (std::vector<std::string>{"example.com", "example.net"}));
        QCOMPARE(server.http.addresses.size(), 2U);
        QCOMPARE(server.http.addresses[0].port, 443);
        QCOMPARE(server.http.addresses[1].address, "::1");
        QVERIFY(!server.policy.openRegistration);
        QCOMPARE(server.policy.blockedServices, (Names{"MAAA-AAAA", "MBBB-BBBB"}));
        QCOMPARE(server.policy.deniedLabels, (Names{"Internal", "Secret"}));
        QCOMPARE(server.policy.peers, Names{"MCCC-CCCC"});
        QCOMPARE(server.certificateChain, std::filesystem::path("/etc/chain.pem"));
        QCOMPARE(server.certificateKey, std::filesystem::path("/etc/key.pem"));
        QCOMPARE(server.accreditation, std::filesystem::path("/etc/operator.dare"));
        QCOMPARE(server.policy.quotaOctets, std::uint64_t(100) << 20U);
        QCOMPARE(server.policy.validationsPerHour, 1U);
        QCOMPARE(server.policy.getsPerHour, 2U);
        QCOMPARE(server.policy.accountsPerHour, 3U);
        QCOMPARE(server.policy.connectionsPerHour, 0U);
        QCOMPARE(server.policy.publicationsPerHour, 5U);
        QCOMPARE(server.threads, 4U);
    }

    void theCommandLineWins()
    {
        const auto read = with({file("registration=closed\nthreads=4\n"), QStringLiteral("--threads=8")});
        QVERIFY(read.has_value());
        QCOMPARE(read->server.threads, 8U);
        QVERIFY(!read->server.policy.openRegistration);
    }

    void takesWhatSystemdGives()
    {
        qputenv("STATE_DIRECTORY", "/var/lib/mesh-service:/elsewhere");
        qputenv("CREDENTIALS_DIRECTORY", "/run/credentials");
        const auto read = readBare({QStringLiteral("--domain=example.com")});
        QVERIFY(read.has_value());
        QCOMPARE(read->server.folder, std::filesystem::path("/var/lib/mesh-service"));
        QCOMPARE(read->passphrase, std::filesystem::path("/run/credentials/passphrase"));
    }

    void findsOtherServices()
    {
        const auto read = with("--peer=Example.org=127.0.0.1:1234,example.net=[::1]:443");
        QVERIFY(read.has_value());
        QCOMPARE(read->server.peers.size(), 2U);
        const protocol::KnownService& first = read->server.peers.at("example.org");
        QCOMPARE(first.endpoints.front().host, "127.0.0.1");
        QCOMPARE(first.endpoints.front().port, 1234);
        QVERIFY(first.serviceUdf.empty());
        QCOMPARE(read->server.peers.at("example.net").endpoints.front().host, "::1");
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const char* option, const char* says) {
            QTest::newRow(name) << QString::fromLatin1(option) << QByteArray(says);
        };
        row("unknown option", "--registraton=closed", "registraton");
        row("registration", "--registration=perhaps", "registration: open or closed");
        row("quota", "--quota=1GB", "quota: a number");
        row("quota that is too large", "--quota=2000000000", "quota: a number");
        row("less than nothing", "--accounts-per-hour=-1", "accounts-per-hour: a number");
        row("domain", "--domain=exa mple.com", "domain: 'exa mple.com'");
        row("no domain", "--domain=", "domain: say");
        row("listen, no port", "--listen=127.0.0.1", "listen: '127.0.0.1'");
        row("listen, large port", "--listen=127.0.0.1:65536", "listen:");
        row("listen, name", "--listen=localhost:443", "listen:");
        row("threads, none", "--threads=0", "threads: a number");
        row("threads, many", "--threads=65", "threads: a number");
        row("threads, text", "--threads=two", "threads: a number");
        row("certificate alone", "--certificate=/etc/chain.pem", "belong together");
        row("key alone", "--certificate-key=/etc/key.pem", "belong together");
        row("peer", "--peer=example.org", "peer: 'example.org'");
        row("peer, port", "--peer=example.org=127.0.0.1:0", "peer:");
        row("peer, fingerprint", "--peer=example.org=127.0.0.1:1=MAAA", "peer: 'MAAA' is not a fingerprint");
        row("config", "--config=/nowhere/mesh.conf", "no readable configuration file /nowhere/mesh.conf");
        row("json alone", "--json", "belong to the command incidents");
    }
    void saysWhatIsWrong()
    {
        QFETCH(const QString, option);
        QFETCH(const QByteArray, says);
        const auto read = with(QStringList{option});
        QVERIFY(!read.has_value());
        QVERIFY2(QByteArray::fromStdString(read.error().detail).contains(says), read.error().detail.c_str());
    }

    void knowsEveryKeyOfTheFile()
    {
        const auto read = with(QStringList{file("registraton=closed\n")});
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().detail, "the configuration file has an unknown key: registraton");
        QVERIFY(!with(QStringList{file("threads=many\n")}).has_value());
        QVERIFY(!with(QStringList{file("[section]\nthreads=4\n")}).has_value());
    }

    void needsSomeThings()
    {
        for (qsizetype i = 0; i < needed.size(); ++i) {
            QStringList others = needed;
            others.removeAt(i);
            const auto read = readBare(others);
            QVERIFY(!read.has_value());
            QCOMPARE(read.error().fault, Fault::Missing);
        }
    }

    void readsCommands()
    {
        const auto words = [](const char* text) {
            return readBare(QStringList{QStringLiteral("--data=/srv/mesh")} +
                            QString::fromLatin1(text).split(u' '));
        };
        const auto suspend = words("suspend alice@example.com");
        QVERIFY(suspend.has_value());
        QCOMPARE(suspend->command, Command::Suspend);
        QCOMPARE(suspend->account, "alice@example.com");
        QCOMPARE(suspend->server.folder, std::filesystem::path("/srv/mesh"));
        QCOMPARE(words("resume alice@example.com")->command, Command::Resume);
        const auto incidents = words("incidents --export log.dcat");
        QCOMPARE(incidents->command, Command::Incidents);
        QCOMPARE(incidents->exportFile, std::filesystem::path("log.dcat"));
        QVERIFY(words("incidents --json")->isJson);
        for (const char* wrong : {"suspend", "resume", "suspend a@b.c d@e.f", "incidents today", "stop",
                                  "incidents --json --export log.dcat", "suspend a@b.c --json"})
            QVERIFY2(!words(wrong).has_value(), wrong);
        // the folder may stand in the file of the service
        const auto fromFile =
            readBare({file("data=/srv/other\ndomain=example.com\n"), QStringLiteral("incidents")});
        QCOMPARE(fromFile->server.folder, std::filesystem::path("/srv/other"));
    }
};

QTEST_GUILESS_MAIN(TestConfiguration)
#include "tst_configuration.moc"
