#include "exporter.h"

#include "fault_text.h"
#include "interchange/import_file.h"
#include "support/scripted_desktop.h"

#include <QSignalSpy>
#include <QTest>

using namespace mmm;
using namespace mmm::desktop;

namespace {

using ExportFixture = test::ScriptedDesktop;

QUrl urlIn(const QTemporaryDir& folder, const QString& name)
{
    return QUrl::fromLocalFile(folder.filePath(name));
}

template<typename File>
Result<File> fileAt(const QUrl& url)
{
    MMM_TRY(interchange::ImportFile file,
            interchange::readImportFile(std::filesystem::path(url.toLocalFile().toStdU16String())));
    return std::get<File>(std::move(file));
}

} // namespace

/// What is written for other programs is what they, and this one, read.
class ExporterTest : public QObject
{
    Q_OBJECT

private slots:
    void everyListComesBack()
    {
        ExportFixture fixture;
        QVERIFY(fixture.open());
        schema::CatalogedBookmark bookmark;
        bookmark.uri = "https://a.example/";
        bookmark.title = "A & b";
        bookmark.path = "Work/Reading";
        QVERIFY(fixture.account().bookmarks().add(bookmark));
        schema::CatalogedCredential credential;
        credential.protocol = "https";
        credential.service = "a.example";
        credential.username = "alice";
        credential.password.secret = SharedSecret(Secret(bytesOf("se,\"cret")));
        QVERIFY(fixture.account().credentials().add(credential));
        schema::Task task;
        task.title = "Water the plants";
        task.finish = TimePoint(std::chrono::hours(24 * 20000));
        QVERIFY(fixture.account().tasks().add(task));

        Exporter exporter(fixture.desktop->link);
        QSignalSpy written(&exporter, &Exporter::written);
        const QUrl html = urlIn(fixture.folder, QStringLiteral("b.html"));
        const QUrl csv = urlIn(fixture.folder, QStringLiteral("p.csv"));
        const QUrl ics = urlIn(fixture.folder, QStringLiteral("t.ics"));
        int count = 0;
        for (const auto& [kind, url] :
             {std::pair(Exporter::BookmarkList, html), std::pair(Exporter::PasswordList, csv),
              std::pair(Exporter::TaskList, ics)}) {
            exporter.write(kind, url);
            QVERIFY(exporter.isBusy());
            ++count;
            QTRY_COMPARE(written.count(), count);
            QVERIFY(!exporter.isBusy());
            QVERIFY(written.last().first().toString().contains(url.fileName()));
            QCOMPARE(QFile::permissions(url.toLocalFile()) & (QFile::ReadGroup | QFile::ReadOther),
                     QFile::Permissions());
        }
        const auto bookmarks = fileAt<interchange::BookmarkFile>(html);
        QVERIFY(bookmarks && bookmarks->bookmarks.size() == 1);
        QCOMPARE(bookmarks->bookmarks[0].title, bookmark.title);
        QCOMPARE(bookmarks->bookmarks[0].path, bookmark.path);
        const auto passwords = fileAt<interchange::CredentialFile>(csv);
        QVERIFY(passwords && passwords->credentials.size() == 1);
        QVERIFY(passwords->credentials[0].password == credential.password);
        const auto tasks = fileAt<interchange::CalendarFile>(ics);
        QVERIFY(tasks && tasks->tasks.size() == 1);
        QCOMPARE(tasks->tasks[0].finish, task.finish);
    }

    void whatCannotBeWrittenIsSaid()
    {
        ExportFixture fixture;
        QVERIFY(fixture.open());
        QFile blocked(fixture.folder.filePath(QStringLiteral("file")));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        Exporter exporter(fixture.desktop->link);
        QSignalSpy failed(&exporter, &Exporter::failed);
        exporter.write(Exporter::BookmarkList, urlIn(fixture.folder, QStringLiteral("file/b.html")));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!failed.first().first().toString().isEmpty());
        QVERIFY(!exporter.isBusy());
    }
};

QTEST_MAIN(ExporterTest)
#include "tst_exporter.moc"
