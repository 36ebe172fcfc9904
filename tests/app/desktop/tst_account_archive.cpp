#include "support/scripted_desktop.h"
#include "text.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace mmm::desktop;

namespace {

/// The object graph over a scripted mesh.
struct Fixture : test::ScriptedDesktop
{
    explicit Fixture(mesh::Stage stage = mesh::Stage::Ready) : ScriptedDesktop(stage) { start(); }
    [[nodiscard]] QUrl file(const QString& name) const { return QUrl::fromLocalFile(folder.filePath(name)); }
    bool comesTo(AccountArchive::Phase phase)
    {
        return QTest::qWaitFor([&] { return archive().phase() == phase; });
    }
    bool fails()
    {
        return QTest::qWaitFor([&] { return !archive().errorText().isEmpty(); });
    }
    AccountArchive& archive() { return desktop->accountArchive; }
    /// An archive is there and open.
    bool opens()
    {
        archive().save(file(QStringLiteral("a.dare")), phrase);
        if (!comesTo(AccountArchive::Saved))
            return false;
        archive().open(file(QStringLiteral("a.dare")), phrase);
        return comesTo(AccountArchive::Opened);
    }

    const SharedSecret phrase = secretFromText(QStringLiteral("four words are enough"));
};

} // namespace

class TestAccountArchive : public QObject
{
    Q_OBJECT

private slots:
    void savesUnderAPassphrase()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        AccountArchive& archive = fixture.archive();
        QVERIFY(!archive.passphraseError(secretFromText("short"), secretFromText("short")).isEmpty());
        QVERIFY(!archive.passphraseError(fixture.phrase, secretFromText("another passphrase")).isEmpty());
        QVERIFY(archive.passphraseError(fixture.phrase, fixture.phrase).isEmpty());
        archive.save(fixture.file("my account.dare"), fixture.phrase);
        QVERIFY(archive.isBusy());
        QVERIFY(fixture.comesTo(AccountArchive::Saved));
        QVERIFY(archive.resultText().contains("my account.dare"));
        QVERIFY(QFile::exists(fixture.folder.filePath("my account.dare")));
        archive.save(fixture.file("no folder/a.dare"), fixture.phrase);
        QVERIFY(fixture.fails());
        QCOMPARE(archive.phase(), AccountArchive::Idle);
    }

    void showsBeforeItRestores()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        AccountArchive& archive = fixture.archive();
        QVERIFY(fixture.opens());
        QCOMPARE(archive.address(), QStringLiteral("alice@example.com"));
        QCOMPARE(archive.ownerName(), QStringLiteral("Alice Example"));
        QVERIFY(archive.originText().contains("Old laptop"));
        // neither devices nor what there is none of
        QCOMPARE(archive.contents().size(), 3);
        QVERIFY(archive.contents().constFirst().startsWith("12"));
        const QString ofOwn = archive.meaningText();
        QCOMPARE(fixture.mesh->archives().restored.load(), 0);
        archive.restore();
        QVERIFY(fixture.comesTo(AccountArchive::Restored));
        QCOMPARE(fixture.mesh->archives().restored.load(), 1);
        QCOMPARE(archive.resultText().count('\n'), 3);
        QVERIFY(archive.address().isEmpty());
        // another account's is said to be one
        fixture.mesh->archives().isOwn = false;
        QVERIFY(fixture.opens());
        QVERIFY(archive.meaningText() != ofOwn);
    }

    void saysWhatIsWrong()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        AccountArchive& archive = fixture.archive();
        archive.save(fixture.file("a.dare"), fixture.phrase);
        QVERIFY(fixture.comesTo(AccountArchive::Saved));
        archive.open(fixture.file("a.dare"), secretFromText("not the passphrase"));
        QVERIFY(fixture.fails());
        const QString wrongPassphrase = archive.errorText();
        archive.open(fixture.file("none.dare"), fixture.phrase);
        QVERIFY(fixture.fails());
        QVERIFY(archive.errorText() != wrongPassphrase);
        QCOMPARE(archive.phase(), AccountArchive::Idle);
        archive.clear();
        QVERIFY(archive.errorText().isEmpty());
    }

    void stops()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        AccountArchive& archive = fixture.archive();
        QVERIFY(fixture.opens());
        fixture.mesh->archives().neverEnds = true;
        archive.restore();
        QVERIFY(QTest::qWaitFor([&] { return archive.progress() > 0; }));
        archive.stop();
        // what is open stays, to go on with
        QVERIFY(fixture.comesTo(AccountArchive::Opened));
        QVERIFY(!archive.errorText().isEmpty());
        archive.save(fixture.file("b.dare"), fixture.phrase);
        archive.stop();
        QVERIFY(fixture.comesTo(AccountArchive::Idle));
        QVERIFY(archive.errorText().isEmpty());
        QVERIFY(!QFile::exists(fixture.folder.filePath("b.dare")));
    }

    void waitsForTheMesh()
    {
        Fixture fixture(mesh::Stage::New);
        QVERIFY(fixture.isOpen());
        fixture.mesh->archives().isOwn = false;
        AccountArchive& archive = fixture.archive();
        QVERIFY(fixture.opens());
        archive.restoreOnceReady();
        fixture.desktop->session.createMesh("Alice", "alice", "Laptop", true, {}, {});
        QVERIFY(fixture.comesTo(AccountArchive::Restored));
        QCOMPARE(fixture.mesh->archives().restored.load(), 1);
    }

    void nothingIsRestoredUnasked()
    {
        Fixture fixture(mesh::Stage::New);
        QVERIFY(fixture.isOpen());
        AccountArchive& archive = fixture.archive();
        QVERIFY(fixture.opens());
        archive.restoreOnceReady();
        archive.clear();
        QVERIFY(fixture.opens());
        fixture.desktop->session.createMesh("Alice", "alice", "Laptop", true, {}, {});
        QVERIFY(QTest::qWaitFor([&] { return fixture.desktop->session.stage() == Session::Ready; }));
        QTest::qWait(50);
        QCOMPARE(fixture.mesh->archives().restored.load(), 0);
        QCOMPARE(archive.phase(), AccountArchive::Opened);
        // and what is open is not kept open behind the lock
        fixture.desktop->session.lock();
        QVERIFY(fixture.comesTo(AccountArchive::Idle));
        QVERIFY(archive.address().isEmpty());
    }
};

QTEST_MAIN(TestAccountArchive)
#include "tst_account_archive.moc"
