#include "mail/client_config.h"
#include "mail/smime.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace mmm;
using namespace mmm::mail;

namespace {

SharedSecret secret(std::string_view text)
{
    return SharedSecret(Secret(bytesOf(text)));
}

schema::CatalogedApplicationMail account()
{
    schema::CatalogedApplicationMail one;
    one.accountAddress = {"alice@example.com"};
    one.displayName = "Alice <&> Example";
    one.inbound.resize(1);
    one.inbound.front().prefix = prefix::imap;
    one.inbound.front().serviceName = "imap.example.com";
    one.inbound.front().password.secret = secret("a password");
    one.outbound.resize(1);
    one.outbound.front().prefix = prefix::submission;
    one.outbound.front().serviceName = "smtp.example.com";
    one.outbound.front().security = {std::string(security::upgrade)};
    one.outbound.front().userName = "alice";
    return one;
}

void write(const QString& path, BytesView octets)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(reinterpret_cast<const char*>(octets.data()), qint64(octets.size()));
}

Bytes readAll(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray octets = file.readAll();
    return {octets.begin(), octets.end()};
}

/// What the program `openssl` prints; nothing if it fails.
std::optional<QByteArray> openssl(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    process.waitForFinished();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qWarning().noquote() << process.readAllStandardError();
        return std::nullopt;
    }
    return process.readAllStandardOutput();
}

/// The texts of the elements of this name, in order.
QStringList elements(const std::string& xml, const QString& name)
{
    QXmlStreamReader reader(QByteArray::fromStdString(xml));
    QStringList texts;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == name)
            texts.append(reader.readElementText());
    }
    return reader.hasError() ? QStringList() : texts;
}

} // namespace

/// Certificates and configurations as mail programs read them.
class TestMail : public QObject
{
    Q_OBJECT
private slots:
    void aCertificateIsMadeAndGoesThroughAFile()
    {
        const TimePoint now = std::chrono::floor<std::chrono::seconds>(SystemClock().now());
        const auto made = makeSmime("Alice Example", "alice@example.com", now);
        QVERIFY(made.has_value());
        const auto info = describeCertificate(made->certificate);
        QVERIFY(info.has_value());
        QCOMPARE(info->subject, std::string("Alice Example"));
        QCOMPARE(info->issuer, std::string("Alice Example"));
        QCOMPARE(info->addresses, std::vector<std::string>{"alice@example.com"});
        QVERIFY(info->isSelfIssued && info->validFrom == now);
        QVERIFY(info->validUntil - now == std::chrono::hours(24 * 365 * 3));
        QCOMPARE(info->fingerprint.size(), std::size_t(95));

        const auto file = writePkcs12(*made, "alice@example.com", secret("correct horse"));
        QVERIFY(file.has_value());
        const auto read = readPkcs12(*file, secret("correct horse"));
        QVERIFY(read.has_value());
        QVERIFY(read->certificate == made->certificate && read->key == made->key && read->chain.empty());
        QCOMPARE(readPkcs12(*file, secret("wrong")).error().fault, Fault::WrongPassphrase);
        QCOMPARE(readPkcs12(*file, {}).error().fault, Fault::WrongPassphrase);
        for (std::size_t size = 0; size < file->size(); size += 37)
            QVERIFY(!readPkcs12(file->view().first(size), secret("correct horse")));
        const auto other = makeSmime({}, "bob@example.com", now);
        QCOMPARE(describeCertificate(other->certificate)->subject, std::string("bob@example.com"));
        SmimeIdentity mixed = *made;
        mixed.key = other->key;
        QCOMPARE(writePkcs12(mixed, "x", secret("x")).error().fault, Fault::Contradiction);

        // stock OpenSSL signs and encrypts with it
        QTemporaryDir folder;
        const auto path = [&](const char* name) { return folder.filePath(QString::fromLatin1(name)); };
        write(path("file.p12"), *file);
        QVERIFY(openssl({"pkcs12", "-in", path("file.p12"), "-passin", "pass:correct horse", "-nodes", "-out",
                         path("all.pem"), "-info"})
                    .has_value());
        write(path("certificate.pem"), bytesOf(certificatePem(made->certificate)));
        QVERIFY(openssl({"x509", "-in", path("certificate.pem"), "-noout", "-text"})
                    .value_or(QByteArray())
                    .contains("email:alice@example.com"));
        write(path("message"), bytesOf("Content-Type: text/plain\r\n\r\nhello\r\n"));
        QVERIFY(openssl({"cms", "-encrypt", "-aes256", "-in", path("message"), "-out", path("sealed"),
                         path("certificate.pem")})
                    .has_value());
        QVERIFY(openssl({"cms", "-decrypt", "-in", path("sealed"), "-inkey", path("all.pem"), "-recip",
                         path("certificate.pem")})
                    .value_or(QByteArray())
                    .contains("hello"));
        QVERIFY(openssl({"cms", "-sign", "-in", path("message"), "-signer", path("all.pem"), "-out",
                         path("signed")})
                    .has_value());
        QVERIFY(openssl({"cms", "-verify", "-in", path("signed"), "-CAfile", path("certificate.pem"),
                         "-purpose", "smimesign"})
                    .value_or(QByteArray())
                    .contains("hello"));
    }

    void filesOfOthersAreRead()
    {
        QTemporaryDir folder;
        const auto path = [&](const char* name) { return folder.filePath(QString::fromLatin1(name)); };
        const QStringList request{"req",
                                  "-x509",
                                  "-newkey",
                                  "ec",
                                  "-pkeyopt",
                                  "ec_paramgen_curve:P-256",
                                  "-nodes",
                                  "-subj",
                                  "/O=Example/OU=Mail",
                                  "-addext",
                                  "subjectAltName=email:carol@example.org",
                                  "-days",
                                  "30",
                                  "-keyout",
                                  path("key.pem"),
                                  "-out",
                                  path("certificate.pem")};
        QVERIFY(openssl(request).has_value());
        const QStringList bundle{"pkcs12",   "-export",       "-in",  path("certificate.pem"),
                                 "-inkey",   path("key.pem"), "-out", path("file.p12"),
                                 "-passout", "pass:old"};
        QVERIFY(openssl(bundle).has_value());
        const auto read = readPkcs12(readAll(path("file.p12")), secret("old"));
        QVERIFY(read.has_value());
        const auto info = describeCertificate(read->certificate);
        QCOMPARE(info->subject, std::string("OU=Mail,O=Example"));
        QCOMPARE(info->addresses, std::vector<std::string>{"carol@example.org"});
        // without a key there is nothing to keep
        QVERIFY(openssl({"pkcs12", "-export", "-nokeys", "-in", path("certificate.pem"), "-out",
                         path("nokey.p12"), "-passout", "pass:old"})
                    .has_value());
        QCOMPARE(readPkcs12(readAll(path("nokey.p12")), secret("old")).error().fault, Fault::Missing);
        QCOMPARE(readPkcs12(bytesOf("nothing of that kind"), secret("old")).error().fault, Fault::Malformed);
        QCOMPARE(readPkcs12(Bytes(largestFile + 1), secret("old")).error().fault, Fault::TooLarge);
        QVERIFY(!describeCertificate(bytesOf("nothing")));
        Bytes longer = read->certificate;
        longer.push_back(0);
        QVERIFY(!describeCertificate(longer));
    }

    void serversBecomeConfigurations()
    {
        const auto xml = autoconfig(account());
        QVERIFY(xml.has_value());
        QCOMPARE(elements(*xml, QStringLiteral("hostname")),
                 QStringList({"imap.example.com", "smtp.example.com"}));
        QCOMPARE(elements(*xml, QStringLiteral("port")), QStringList({"993", "587"}));
        QCOMPARE(elements(*xml, QStringLiteral("socketType")), QStringList({"SSL", "STARTTLS"}));
        QCOMPARE(elements(*xml, QStringLiteral("username")), QStringList({"alice@example.com", "alice"}));
        QVERIFY(xml->find("a password") == std::string::npos);
        const auto profile = appleProfile(account());
        QVERIFY(profile.has_value());
        const QStringList values = elements(*profile, QStringLiteral("string"));
        QVERIFY(values.contains("EmailTypeIMAP") && values.contains("Alice <&> Example"));
        QCOMPARE(elements(*profile, QStringLiteral("integer")), QStringList({"1", "1", "993", "587"}));
        QCOMPARE(*profile, *appleProfile(account()));
        QVERIFY(profile->find("a password") == std::string::npos);

        schema::CatalogedApplicationMail none = account();
        none.outbound.clear();
        QCOMPARE(autoconfig(none).error().fault, Fault::Missing);
        QCOMPARE(appleProfile({}).error().fault, Fault::Missing);
        for (const char* wrong : {"", "alice", "@example.com", "alice@", "a b@example.com", "a@b@c", "<a@b>"})
            QVERIFY2(!isMailAddress(wrong), wrong);
        QCOMPARE(usualPort(prefix::pop, true), 995);
        QCOMPARE(usualPort(prefix::pop, false), 110);
    }
};

QTEST_APPLESS_MAIN(TestMail)
#include "tst_mail.moc"
