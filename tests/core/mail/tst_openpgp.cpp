#include "mail/openpgp.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace mmm::mail;

namespace {

SharedSecret secret(std::string_view text)
{
    return SharedSecret(Secret(bytesOf(text)));
}

/// Stock GnuPG with a folder of its own.
class Gnupg
{
public:
    ~Gnupg()
    {
        QProcess::execute(QStringLiteral("gpgconf"), {QStringLiteral("--homedir"), m_home.path(),
                                                      QStringLiteral("--kill"), QStringLiteral("gpg-agent")});
    }
    /// What it prints; nothing if it fails.
    std::optional<QByteArray> operator()(const QStringList& arguments) const
    {
        QProcess process;
        process.start(QStringLiteral("gpg"),
                      QStringList{"--homedir", m_home.path(), "--batch", "--no-tty", "--pinentry-mode",
                                  "loopback", "--trust-model", "always"} +
                          arguments);
        process.waitForFinished(60000);
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
            qInfo().noquote() << process.readAllStandardError();
            return std::nullopt;
        }
        return process.readAllStandardOutput();
    }
    [[nodiscard]] QString path(const char* name) const { return m_files.filePath(QString::fromLatin1(name)); }

private:
    QTemporaryDir m_home;
    QTemporaryDir m_files;
};

void write(const QString& path, BytesView octets)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(reinterpret_cast<const char*>(octets.data()), qint64(octets.size()));
}

Bytes octetsOf(const QByteArray& array)
{
    return {array.begin(), array.end()};
}

} // namespace

/// Keys for OpenPGP as stock GnuPG reads and writes them, without touching the person's own.
class TestOpenPgp : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(hasOpenPgp());
        // the person's own GnuPG: nothing may appear there
        QVERIFY(m_own.isValid());
        qputenv("GNUPGHOME", QFile::encodeName(m_own.path()));
        // where the calls put their folders, and nobody else
        QVERIFY(m_runtime.isValid());
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path()));
    }
    void cleanupTestCase()
    {
        for (const QTemporaryDir* folder : {&m_own, &m_runtime})
            QCOMPARE(QDir(folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                     QStringList());
    }

    void aKeyIsMadeAndGoesThroughAFile()
    {
        const auto made = makeOpenPgp("Alice Example", "alice@example.com");
        QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
        const auto info = describeOpenPgp(made->certificate);
        QVERIFY(info.has_value());
        QCOMPARE(info->userIds, std::vector<std::string>{"Alice Example <alice@example.com>"});
        QCOMPARE(info->addresses, std::vector<std::string>{"alice@example.com"});
        QCOMPARE(info->fingerprint.size(), std::size_t(40));
        QVERIFY(info->canSign && info->canEncrypt && !info->isRevoked);
        QVERIFY(info->expires && *info->expires - info->created == std::chrono::hours(24 * 365 * 3));

        const auto certificate = armouredCertificate(made->certificate);
        QVERIFY(certificate.has_value());
        QVERIFY(certificate->starts_with("-----BEGIN PGP PUBLIC KEY BLOCK-----"));
        const auto file = armouredKey(*made, secret("correct horse"));
        QVERIFY2(file.has_value(), file ? "" : file.error().detail.c_str());
        QVERIFY(file->text().starts_with("-----BEGIN PGP PRIVATE KEY BLOCK-----"));
        QCOMPARE(armouredKey(*made, {}).error().fault, Fault::Missing);
        QCOMPARE(armouredKey(*made, secret(std::string(101, 'x'))).error().fault, Fault::TooLarge);

        QCOMPARE(readOpenPgp(file->view(), secret("wrong")).error().fault, Fault::WrongPassphrase);
        QCOMPARE(readOpenPgp(file->view(), {}).error().fault, Fault::WrongPassphrase);
        const auto read = readOpenPgp(file->view(), secret("correct horse"));
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QVERIFY(read->certificate == made->certificate);
        QVERIFY(readOpenPgp(made->key.view(), {}).has_value()); // without a passphrase
        QCOMPARE(readOpenPgp(bytesOf(*certificate), {}).error().fault, Fault::Missing);

        // stock GnuPG takes both files: others write to the one, its owner reads with the other
        const Gnupg others;
        const Gnupg own;
        write(others.path("alice.asc"), bytesOf(*certificate));
        QVERIFY(others({"--import", others.path("alice.asc")}).has_value());
        write(others.path("message"), bytesOf(std::string_view("hello")));
        QVERIFY(others({"--encrypt", "--recipient", "alice@example.com", "--output", others.path("sealed"),
                        others.path("message")})
                    .has_value());
        write(own.path("key.asc"), file->view());
        QVERIFY(own({"--import", own.path("key.asc")}).has_value());
        QVERIFY(!own({"--passphrase", "wrong", "--decrypt", others.path("sealed")}));
        QCOMPARE(
            own({"--passphrase", "correct horse", "--decrypt", others.path("sealed")}).value_or(QByteArray()),
            QByteArray("hello"));
    }

    void keysOfOthersAreRead_data()
    {
        QTest::addColumn<QString>("algorithm");
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<bool>("hasArmour");
        QTest::newRow("rsa") << "rsa2048"
                             << "secret words" << true;
        QTest::newRow("without a passphrase") << "ed25519"
                                              << "" << false;
        QTest::newRow("not ascii") << "future-default" << QStringLiteral("geh-heim ä") << true;
    }
    void keysOfOthersAreRead()
    {
        QFETCH(const QString, algorithm);
        QFETCH(const QString, passphrase);
        QFETCH(const bool, hasArmour);
        const Gnupg gnupg;
        QVERIFY(gnupg({"--passphrase", passphrase, "--quick-gen-key", "Bob <bob@example.org>", algorithm})
                    .has_value());
        QStringList options{"--passphrase", passphrase, "--export-secret-keys"};
        if (hasArmour)
            options.prepend("--armor");
        const Bytes file = octetsOf(gnupg(options).value_or(QByteArray()));
        const std::string typed = passphrase.toStdString();
        const auto read = readOpenPgp(file, typed.empty() ? SharedSecret() : secret(typed));
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        const auto info = describeOpenPgp(read->certificate);
        QCOMPARE(info->addresses, std::vector<std::string>{"bob@example.org"});
        QVERIFY(armouredKey(*read, secret("another one")).has_value());
    }

    void whatIsNoKeyIsRefused()
    {
        QCOMPARE(readOpenPgp({}, {}).error().fault, Fault::Malformed);
        QCOMPARE(readOpenPgp(bytesOf(std::string_view("no key at all")), {}).error().fault, Fault::Malformed);
        QCOMPARE(readOpenPgp(Bytes(largestOpenPgpFile + 1), {}).error().fault, Fault::TooLarge);
        QCOMPARE(describeOpenPgp(Bytes(1000, 0x99)).error().fault, Fault::Malformed);
        QCOMPARE(makeOpenPgp("Alice <x>", "alice@example.com").error().fault, Fault::NameInvalid);
        QCOMPARE(makeOpenPgp("Alice\nx", "alice@example.com").error().fault, Fault::NameInvalid);
        QCOMPARE(makeOpenPgp("Alice", "").error().fault, Fault::NameInvalid);
        // two keys in one file, and one that ends early
        const Gnupg gnupg;
        for (const char* name : {"Bob <bob@example.org>", "Carol <carol@example.org>"})
            QVERIFY(gnupg({"--passphrase", "", "--quick-gen-key", name, "ed25519"}).has_value());
        const Bytes both = octetsOf(gnupg({"--export-secret-keys"}).value_or(QByteArray()));
        QCOMPARE(readOpenPgp(both, {}).error().fault, Fault::TooLarge);
        const Bytes one = octetsOf(gnupg({"--export-secret-keys", "bob@example.org"}).value_or(QByteArray()));
        for (std::size_t size = 1; size < one.size(); size += one.size() / 5)
            QVERIFY(!readOpenPgp(BytesView(one).first(size), {}));
    }

    void itCanBeStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(makeOpenPgp("Alice", "alice@example.com", stop.get_token()).error().fault, Fault::Cancelled);
    }

private:
    QTemporaryDir m_own;
    QTemporaryDir m_runtime;
};

QTEST_GUILESS_MAIN(TestOpenPgp)
#include "tst_openpgp.moc"
