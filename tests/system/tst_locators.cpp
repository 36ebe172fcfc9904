#include "system/processes.h"

#include <QFile>
#include <QTest>

using namespace mmm;
using namespace mmm::system_test;

/// Files that go by their locator, between devices and the program `dare`.
class TestLocators : public QObject
{
    Q_OBJECT

private:
    struct Outcome
    {
        int code = -1;
        QByteArray output;
        QByteArray complaint;
    };

    ServiceProcess m_service;
    QTemporaryDir m_folder;

    static Outcome dare(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        process.start(qEnvironmentVariable("DARE_TOOL"), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, {}, process.errorString().toUtf8()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    QString place() const { return QStringLiteral("127.0.0.1:%1").arg(m_service.port()); }

private slots:
    void initTestCase() { QVERIFY(m_service.start()); }

    void aPublishedFileIsFetched()
    {
        DeviceProcess alice(m_service);
        DeviceProcess bob(m_service);
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.create(QStringLiteral("alice")));
        VERIFY_OK(bob.open());
        VERIFY_OK(bob.create(QStringLiteral("bob")));
        const QString content = QStringLiteral("the house goes to the cat");
        const Answer published = alice.ask({QStringLiteral("publish"), QStringLiteral("will.txt"), content});
        VERIFY_OK(published);
        const QString locator = published.value.toString();
        const Answer fetched = bob.ask({QStringLiteral("fetch"), locator});
        VERIFY_OK(fetched);
        QCOMPARE(fetched.value.toString(), content);
        // whoever publishes need not be there
        QVERIFY(alice.close());
        QVERIFY(m_service.stop());
        QVERIFY(m_service.start());
        const Outcome tool =
            dare({QStringLiteral("fetch"), QStringLiteral("-"), QStringLiteral("--at"), place()},
                 locator.toUtf8() + '\n');
        QCOMPARE(tool.complaint, QByteArray());
        QCOMPARE(tool.code, 0);
        QCOMPARE(tool.output, content.toUtf8());
        // another key leads nowhere, and the tool does not repeat it
        QString other = locator;
        const qsizetype key = other.lastIndexOf(QLatin1Char('/'), other.indexOf(QLatin1Char('?'))) + 8;
        other[key] = other[key] == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
        QCOMPARE(*bob.ask({QStringLiteral("fetch"), other}).fault, Fault::NotFound);
        const Outcome nothing = dare({QStringLiteral("fetch"), other, QStringLiteral("--at"), place()});
        QCOMPARE(nothing.code, 3);
        QVERIFY(!nothing.complaint.contains(other.mid(key - 4, 12).toUtf8()));
    }

    void theToolSealsForAnyHost()
    {
        const QString file = m_folder.filePath(QStringLiteral("note.txt"));
        const QString envelope = m_folder.filePath(QStringLiteral("envelope"));
        QFile note(file);
        QVERIFY(note.open(QIODevice::WriteOnly));
        note.write("under the third stone");
        note.close();
        const Outcome sealed = dare({QStringLiteral("seal"), file, QStringLiteral("--domain"),
                                     QStringLiteral("example.com"), QStringLiteral("--output"), envelope});
        QCOMPARE(sealed.code, 0);
        const QString locator = QString::fromUtf8(sealed.output).trimmed();
        QVERIFY2(locator.startsWith(QStringLiteral("udf://example.com/E")), qPrintable(locator));
        QFile written(envelope);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray octets = written.readAll();
        QVERIFY(!octets.contains("stone"));
        QVERIFY(!octets.contains("note.txt"));
        // the key of the locator opens it
        const Outcome opened =
            dare({QStringLiteral("decrypt"), envelope, QStringLiteral("--key"), QStringLiteral("-")},
                 locator.section(QLatin1Char('/'), 3).toUtf8());
        QCOMPARE(opened.code, 0);
        QCOMPARE(opened.output, QByteArray("under the third stone"));
        // nothing is overwritten
        QVERIFY(dare({QStringLiteral("seal"), file, QStringLiteral("--domain"), QStringLiteral("example.com"),
                      QStringLiteral("--output"), envelope})
                    .code != 0);
        QCOMPARE(dare({QStringLiteral("seal"), file}).code, 2);
        QCOMPARE(dare({QStringLiteral("fetch"), QStringLiteral("https://example.com/")}).code, 3);
    }
};

QTEST_GUILESS_MAIN(TestLocators)
#include "tst_locators.moc"
