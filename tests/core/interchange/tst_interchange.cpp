#include "interchange/csv.h"
#include "interchange/duplicates.h"
#include "interchange/html_reader.h"
#include "interchange/import_file.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace mmm;
using namespace mmm::interchange;

namespace {

/// As Firefox and Chrome write it: lists without closing tags, attributes in capitals, an icon.
const std::string bookmarksFile = R"html(<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file.
     It will be read and overwritten. DO NOT EDIT! -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>

<DL><p>
    <DT><A HREF="https://www.debian.org/" ADD_DATE="1700000000" ICON="data:image/png;base64,AAAA">Debian &amp; friends</A>
    <DT><H3 ADD_DATE="1700000000" LAST_MODIFIED="1700000001" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks Toolbar</H3>
    <DL><p>
        <DT><A HREF="https://example.com/a?x=1&amp;y=2" ADD_DATE="1">&#8364; caf&#xe9;</A>
        <DT><A HREF="place:sort=8" ADD_DATE="1">Most Visited</A>
        <DT><A HREF="javascript:alert(1)">Bookmarklet</A>
        <DT><H3>News/Daily</H3>
        <DL><p>
            <DT><A HREF="https://news.example/">News</A>
            <DD>What happened
        </DL><p>
        <DT><A HREF="https://after.example/">After the folder</A>
    </DL><p>
    <HR>
    <DT><A HREF="https://last.example/">Last</A>
</DL>
)html";

const std::string chromeFile =
    "name,url,username,password,note\r\n"
    "example.com,https://www.example.com/login?next=/,alice,\"se,cret\"\"1\"\"\",\r\n"
    "app,android://hash@com.example.app/,bob,pässword,a note\r\n";
const std::string firefoxFile =
    "\"url\",\"username\",\"password\",\"httpRealm\",\"formActionOrigin\",\"guid\",\"timeCreated\","
    "\"timeLastUsed\",\"timePasswordChanged\"\r\n"
    "\"https://Accounts.Example.org:8443\",\"alice\",\"two\nlines\",,\"https://accounts.example.org\","
    "\"{5d0f1a4e-0000-4000-8000-000000000001}\",\"1700000000000\",\"1700000000000\",\"1700000000000\"\r\n";
const std::string keepassFile =
    "\"Group\",\"Title\",\"Username\",\"Password\",\"URL\",\"Notes\",\"TOTP\",\"Icon\",\"Last "
    "Modified\",\"Created\"\n"
    "\"Root/Web\",\"Bank\",\"alice\",\"s3cret\",\"\",\"call first\",\"\",\"0\",\"2024-01-01T00:00:00Z\","
    "\"2024-01-01T00:00:00Z\"\n"
    "\"Root\",\"Empty\",\"\",\"\",\"https://empty.example\",\"\",\"\",\"0\",\"\",\"\"\n";

std::string passwordOf(const schema::CatalogedCredential& credential)
{
    return std::string(credential.password.secret.text());
}

} // namespace

class InterchangeTest : public QObject
{
    Q_OBJECT

private slots:
    void bookmarksKeepFoldersAndNames()
    {
        const auto file = readBookmarkHtml(bytesOf(bookmarksFile));
        QVERIFY(file);
        QCOMPARE(file->bookmarks.size(), std::size_t(5));
        QCOMPARE(file->skipped, std::size_t(2));
        QCOMPARE(file->bookmarks[0].uri, std::string("https://www.debian.org/"));
        QCOMPARE(file->bookmarks[0].title, std::string("Debian & friends"));
        QCOMPARE(file->bookmarks[0].path, std::string());
        QCOMPARE(file->bookmarks[1].uri, std::string("https://example.com/a?x=1&y=2"));
        QCOMPARE(file->bookmarks[1].title, std::string("€ café"));
        QCOMPARE(file->bookmarks[1].path, std::string("Bookmarks Toolbar"));
        QCOMPARE(file->bookmarks[2].path, std::string("Bookmarks Toolbar/News|Daily"));
        QCOMPARE(file->bookmarks[3].path, std::string("Bookmarks Toolbar"));
        QCOMPARE(file->bookmarks[4].path, std::string());
    }

    void bookmarksAreWrittenAndReadAgain()
    {
        const auto bookmark = [](const char* uri, const char* title, const char* path) {
            schema::CatalogedBookmark made;
            made.uri = uri;
            made.title = title;
            made.path = path;
            return made;
        };
        // folders are written once, those within after what they hold themselves
        const std::vector<schema::CatalogedBookmark> sorted{
            bookmark("https://a.example/?x=1&y=\"2\"", "A <b> & \"c\"", ""),
            bookmark("https://b.example/", "", ""),
            bookmark("https://c.example/", "C", "Caf\xC3\xA9 & <more>"),
            bookmark("https://d.example/", "D", "Caf\xC3\xA9 & <more>/Deep/Deeper"),
            bookmark("https://e.example/", "E", "Deep"),
        };
        std::vector<schema::CatalogedBookmark> mixed(sorted.rbegin(), sorted.rend());
        std::swap(mixed[3], mixed[4]);
        for (const auto& list : {sorted, mixed}) {
            const auto file = readBookmarkHtml(bytesOf(writeBookmarkHtml(list)));
            QVERIFY(file);
            QCOMPARE(file->folders, std::size_t(4));
            QVERIFY(file->bookmarks == sorted);
        }
        const auto none = readBookmarkHtml(bytesOf(writeBookmarkHtml({})));
        QVERIFY(none && none->bookmarks.empty());
    }

    void everyCutOfABookmarksFileIsTaken()
    {
        for (std::size_t size = 0; size <= bookmarksFile.size(); ++size) {
            const auto file = readBookmarkHtml(bytesOf(std::string_view(bookmarksFile).substr(0, size)));
            if (file)
                QVERIFY(file->bookmarks.size() <= 6);
        }
    }

    void foldersDeeperThanTheLimitAreRefused()
    {
        std::string deep = "<!DOCTYPE NETSCAPE-Bookmark-file-1>";
        for (int i = 0; i < 100; ++i)
            deep += "<DT><H3>f</H3><DL>";
        const auto file = readBookmarkHtml(bytesOf(deep));
        QVERIFY(!file);
        QCOMPARE(file.error().fault, Fault::TooDeep);
    }

    void referencesThatMeanNothingStay()
    {
        QCOMPARE(resolveReferences("a &b; &#0; &#xD800; &#x110000; &amp"),
                 std::string("a &b; &#0; &#xD800; &#x110000; &amp"));
        QCOMPARE(resolveReferences("&lt;&quot;&#39;&nbsp;"), std::string("<\"'\xC2\xA0"));
    }

    void chromePasswords()
    {
        const auto file = readCredentialCsv(bytesOf(chromeFile));
        QVERIFY(file);
        QCOMPARE(file->source, CsvSource::Chrome);
        QCOMPARE(file->credentials.size(), std::size_t(2));
        QCOMPARE(file->credentials[0].protocol, std::string("https"));
        QCOMPARE(file->credentials[0].service, std::string("www.example.com"));
        QCOMPARE(file->credentials[0].username, std::string("alice"));
        QCOMPARE(passwordOf(file->credentials[0]), std::string("se,cret\"1\""));
        QCOMPARE(file->credentials[1].service, std::string("hash@com.example.app/"));
        QCOMPARE(passwordOf(file->credentials[1]), std::string("pässword"));
        QCOMPARE(file->dropped, std::size_t(1));
    }

    void passwordsAreWrittenAndReadAgain()
    {
        const auto credential = [](const char* protocol, const char* service, const char* user,
                                   std::string_view password) {
            schema::CatalogedCredential made;
            made.protocol = protocol;
            made.service = service;
            made.username = user;
            made.password.secret = SharedSecret(Secret(bytesOf(password)));
            return made;
        };
        const std::vector<schema::CatalogedCredential> all{
            credential("https", "www.example.com:8443", "alice", "se,cret\"1\"\r\n=2"),
            credential("", "Router, at home", "", " p\xC3\xA4ss "),
            credential("android", "hash@com.example.app/", "bob", ""),
        };
        const Secret text = writeCredentialCsv(all);
        const auto file = readCredentialCsv(text);
        QVERIFY(file);
        QCOMPARE(file->source, CsvSource::Chrome);
        QCOMPARE(file->skipped, std::size_t(0));
        QVERIFY(file->credentials == all);
    }

    void firefoxPasswords()
    {
        const auto file = readCredentialCsv(bytesOf(firefoxFile));
        QVERIFY(file);
        QCOMPARE(file->source, CsvSource::Firefox);
        QCOMPARE(file->credentials.size(), std::size_t(1));
        QCOMPARE(file->credentials[0].service, std::string("accounts.example.org:8443"));
        QCOMPARE(passwordOf(file->credentials[0]), std::string("two\nlines"));
    }

    void keepassPasswords()
    {
        const auto file = readCredentialCsv(bytesOf(keepassFile));
        QVERIFY(file);
        QCOMPARE(file->source, CsvSource::KeePassXC);
        QCOMPARE(file->credentials.size(), std::size_t(1));
        QCOMPARE(file->credentials[0].service, std::string("Bank"));
        QCOMPARE(file->skipped, std::size_t(1));
        QCOMPARE(file->dropped, std::size_t(1));
    }

    /// Whatever octets there are, what comes out is text.
    void otherOctetsAreTakenAsLatin1()
    {
        const auto file = readCredentialCsv(
            bytesOf("name,url,username,password\n\xA7,ht\xA7p://b\xE4r.example/,\xE4,secret\n"));
        QVERIFY(file);
        QCOMPARE(file->credentials.size(), std::size_t(1));
        QCOMPARE(file->credentials[0].protocol, std::string("ht§p"));
        QCOMPARE(file->credentials[0].username, std::string("ä"));
    }

    void brokenCsvIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("fault");
        const QByteArray header = "name,url,username,password\n";
        QTest::newRow("open quote") << header + "a,b,c,\"d" << int(Fault::Malformed);
        QTest::newRow("text after quote") << header + "a,b,c,\"d\"e\n" << int(Fault::Malformed);
        QTest::newRow("other columns") << QByteArray("a,b,c\n1,2,3\n") << int(Fault::Unsupported);
        QTest::newRow("empty") << QByteArray() << int(Fault::Unsupported);
        QTest::newRow("too long") << header + "a,b,c," + QByteArray(2 << 20, 'x') << int(Fault::TooLarge);
        QTest::newRow("too many fields") << header + QByteArray(300, ',') << int(Fault::TooLarge);
    }
    void brokenCsvIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, fault);
        const auto file =
            readCredentialCsv(bytesOf(std::string_view(text.constData(), std::size_t(text.size()))));
        QVERIFY(!file);
        QCOMPARE(int(file.error().fault), fault);
    }

    void csvRowsAreCountedByLines()
    {
        CsvReader reader(bytesOf("\xEF\xBB\xBFone,\"a\nb\"\n\n\ntwo,"));
        auto row = reader.next();
        QVERIFY(row);
        QCOMPARE(row->size(), std::size_t(2));
        QCOMPARE(std::string((*row)[0].text()), std::string("one"));
        row = reader.next();
        QVERIFY(row);
        QCOMPARE(reader.line(), std::size_t(5));
        QCOMPARE(row->size(), std::size_t(2));
        QVERIFY((*row)[1].empty());
        row = reader.next();
        QVERIFY(row && row->empty());
    }

    void theSameTwiceIsADuplicate()
    {
        auto file = readCredentialCsv(bytesOf(chromeFile));
        QVERIFY(file);
        KnownEntries known;
        schema::CatalogedCredential credential = file->credentials[0];
        QVERIFY(known.note(credential));
        QVERIFY(!known.note(credential));
        credential.password.secret = SharedSecret(Secret(bytesOf("another")));
        QVERIFY(known.note(credential));
        schema::CatalogedBookmark bookmark;
        bookmark.uri = "https://example.com";
        QVERIFY(known.note(bookmark));
        bookmark.uri = "https://example.com/";
        bookmark.title = "Other name";
        QVERIFY(!known.note(bookmark));
        bookmark.path = "Folder";
        QVERIFY(known.note(bookmark));
    }

    void filesAreKnownByTheirContent()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("file.txt").toStdString();
        const auto write = [&](std::string_view text) { std::ofstream(path, std::ios::binary) << text; };
        write(bookmarksFile);
        auto file = readImportFile(path);
        QVERIFY(file && std::holds_alternative<BookmarkFile>(*file));
        write(keepassFile);
        file = readImportFile(path);
        QVERIFY(file && std::holds_alternative<CredentialFile>(*file));
        write("PK\x03\x04 not one of them");
        file = readImportFile(path);
        QVERIFY(!file);
        QCOMPARE(file.error().fault, Fault::Unsupported);
        file = readImportFile(path / "missing");
        QVERIFY(!file);
        QCOMPARE(file.error().fault, Fault::NotFound);
    }
};

QTEST_GUILESS_MAIN(InterchangeTest)
#include "tst_interchange.moc"
