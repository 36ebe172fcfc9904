#include "interchange/import_file.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace mmm;
using namespace mmm::interchange;

namespace {

struct Entry
{
    const char* title;
    const char* username;
    const char* password;
    const char* url;
    const char* notes;
    const char* oneTimeCode;
};

constexpr std::array entries{
    Entry{"Bank, \"the\" one", "bärbel \"b\", o'neil", "a,\"b\";\nzweite Zeile ü€😀\\ ",
          "https://Bank.example:8443/login?a=1,2", "line 1\nline \"2\", end",
          "otpauth://totp/x:y?secret=JBSWY3DPEHPK3PXP&issuer=x"},
    Entry{"Nur ein Name", "\"", "\"\"", "", "", ""},
    Entry{"=1+1", "-@=", " leading and trailing ", "ftp://files.example/\u00fc", "", ""},
    Entry{"Only an address", "", "", "https://nothing.example/", "", ""},
    Entry{"Zeilen\nim Titel", "alice", "\t\n\n", "", "", ""},
};

QString element(const char* key, const char* value)
{
    QString text = QString::fromUtf8(value).toHtmlEscaped();
    text.replace(u'\n', QStringLiteral("&#10;")).replace(u'\t', QStringLiteral("&#9;"));
    return QStringLiteral("<String><Key>%1</Key><Value>%2</Value></String>").arg(QLatin1String(key), text);
}

/// What KeePassXC takes to make a database of.
QByteArray xmlOf()
{
    QString xml = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?><KeePassFile><Meta/><Root><Group>"
                                 "<UUID>AAECAwQFBgcICQoLDA0ODw==</UUID><Name>Root</Name>");
    char number = 1;
    for (const Entry& entry : entries) {
        xml +=
            QStringLiteral("<Entry><UUID>%1</UUID>").arg(QLatin1String(QByteArray(16, number++).toBase64())) +
            element("Title", entry.title) + element("UserName", entry.username) +
            element("Password", entry.password) + element("URL", entry.url) + element("Notes", entry.notes);
        if (*entry.oneTimeCode != 0)
            xml += element("otp", entry.oneTimeCode);
        xml += QStringLiteral("</Entry>");
    }
    return (xml + QStringLiteral("</Group></Root></KeePassFile>")).toUtf8();
}

/// What the program wrote; nothing, and a message, if it fails.
std::optional<QByteArray> keepassxc(const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(qEnvironmentVariable("KEEPASSXC_CLI"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit &&
        process.exitCode() == 0)
        return process.readAllStandardOutput();
    qWarning("%s", process.readAllStandardError().constData());
    return std::nullopt;
}

} // namespace

/// A file that KeePassXC itself has written, with everything that CSV makes difficult.
class TestKeePassXCExport : public QObject
{
    Q_OBJECT

private slots:
    void everythingComesOutAsItWentIn()
    {
        QTemporaryDir folder;
        const QString xml = folder.filePath(QStringLiteral("entries.xml"));
        const QString database = folder.filePath(QStringLiteral("entries.kdbx"));
        QFile file(xml);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(xmlOf());
        file.close();
        QVERIFY(keepassxc({QStringLiteral("import"), QStringLiteral("--set-password"), xml, database},
                          "passphrase\npassphrase\n"));
        const auto csv =
            keepassxc({QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("csv"), database},
                      "passphrase\n");
        QVERIFY(csv);

        const auto read = readImport(bytesOf(std::string_view(csv->constData(), std::size_t(csv->size()))));
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        const auto* found = std::get_if<CredentialFile>(&*read);
        QVERIFY(found);
        QCOMPARE(found->source, CsvSource::KeePassXC);
        QCOMPARE(found->skipped, std::size_t(1)); // nothing to log in with
        QCOMPARE(found->dropped, std::size_t(1)); // notes and a one-time code
        QCOMPARE(found->credentials.size(), entries.size() - 1);
        std::size_t next = 0;
        for (const Entry& entry : entries) {
            if (*entry.username == 0)
                continue;
            const schema::CatalogedCredential& credential = found->credentials[next++];
            QCOMPARE(credential.username, std::string(entry.username));
            QCOMPARE(std::string(credential.password.secret.text()), std::string(entry.password));
            if (*entry.url == 0)
                QCOMPARE(credential.service, std::string(entry.title));
        }
        QCOMPARE(found->credentials[0].protocol, std::string("https"));
        QCOMPARE(found->credentials[0].service, std::string("bank.example:8443"));
    }
};

QTEST_GUILESS_MAIN(TestKeePassXCExport)
#include "tst_keepassxc_export.moc"
