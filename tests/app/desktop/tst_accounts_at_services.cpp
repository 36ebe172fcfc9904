// The accounts in the window over real meshes and two real services, on two devices.

#include "bookmark_editor.h"
#include "core/mesh/scenario.h"
#include "desktop.h"
#include "keystore/memory_store.h"
#include "text.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using desktop::Accounts;
using scenario::World;

namespace {

constexpr int patience = 30000; // milliseconds for what goes over both services

/// A computer with the program.
struct Computer
{
    explicit Computer(World& world)
    {
        mesh::Options options;
        options.folder = std::filesystem::path(folder.path().toStdString());
        options.knownServices = world.others();
        options.knownServices[world.name()] = world.endpoint();
        desktop = std::make_unique<mmm::desktop::Desktop>(
            mmm::desktop::Engine{mesh::PersonalMesh::open, mesh::ConnectionOffer::parse, mesh::Personas::of},
            options, folder.path());
        desktop->session.openWith(keys);
    }
    bool comesTo(mmm::desktop::Session::Stage stage)
    {
        return QTest::qWaitFor(
            [&] { return desktop->session.stage() == stage && !desktop->session.isBusy(); }, patience);
    }
    /// The account with this address is in that state.
    bool has(const QString& address, Accounts::Standing standing)
    {
        return QTest::qWaitFor(
            [&] {
                const int row = rowOf(address);
                return row >= 0 && value(row, Accounts::StandingRole).toInt() == standing;
            },
            patience);
    }
    int rowOf(const QString& address)
    {
        for (int row = 0; row < accounts().count(); ++row) {
            if (value(row, Accounts::AddressRole).toString() == address)
                return row;
        }
        return -1;
    }
    QVariant value(int row, Accounts::Role role) { return accounts().data(accounts().index(row), role); }
    QString idOf(const QString& address) { return value(rowOf(address), Accounts::AccountIdRole).toString(); }
    bool show(const QString& address)
    {
        accounts().switchTo(idOf(address));
        return shows(address);
    }
    bool shows(const QString& address)
    {
        return QTest::qWaitFor(
            [&] {
                return accounts().currentAddress() == address && !accounts().isSwitching() &&
                       !desktop->bookmarks.isLoading();
            },
            patience);
    }
    QStringList bookmarks()
    {
        QStringList titles;
        for (int row = 0; row < desktop->bookmarks.count(); ++row)
            titles.append(
                desktop->bookmarks.data(desktop->bookmarks.index(row), mmm::desktop::CatalogModel::TitleRole)
                    .toString());
        return titles;
    }
    void keepBookmark(const QString& title)
    {
        mmm::desktop::BookmarkEditor editor(desktop->link);
        editor.startNew();
        editor.setTitle(title);
        editor.setUri(QStringLiteral("https://example.com/"));
        editor.save();
        QTRY_COMPARE(bookmarks(), QStringList{title});
    }
    Accounts& accounts() { return desktop->accounts; }

    QTemporaryDir folder;
    std::shared_ptr<keystore::MemoryStore> keys = std::make_shared<keystore::MemoryStore>();
    std::unique_ptr<mmm::desktop::Desktop> desktop;
};

const QString home = QStringLiteral("alice@example.com");
const QString work = QStringLiteral("alicework@example.net");

} // namespace

class AccountsAtServices : public QObject
{
    Q_OBJECT

private slots:
    void fromTheFirstToTheLast()
    {
        using mmm::desktop::Session;
        World atHome;
        World atWork("example.net");
        atHome.meet(atWork);
        Computer first(atHome);
        QVERIFY(first.comesTo(Session::New));
        first.desktop->session.createMesh(QStringLiteral("Alice"), QStringLiteral("alice"),
                                          QStringLiteral("First"), false, QStringLiteral("example.com"), {});
        QVERIFY(first.comesTo(Session::Ready));
        QTRY_VERIFY(first.accounts().mayManage());

        first.accounts().add(QStringLiteral("alicework"), QStringLiteral("Alice at work"),
                             QStringLiteral("example.net"), {});
        QVERIFY(first.shows(work));
        QCOMPARE(first.accounts().errorText(), QString());
        first.keepBookmark(QStringLiteral("Office"));
        QVERIFY(first.show(home));
        QCOMPARE(first.bookmarks(), QStringList());

        // a device that comes is given both
        first.desktop->pairing.start();
        QTRY_VERIFY_WITH_TIMEOUT(first.desktop->pairing.isActive(), patience);
        Computer second(atHome);
        QVERIFY(second.comesTo(Session::New));
        second.desktop->session.connectWithText(first.desktop->pairing.offerText(), QStringLiteral("Second"));
        QVERIFY(second.comesTo(Session::Ready));
        QVERIFY(second.has(work, Accounts::Open));
        QVERIFY(!second.accounts().mayManage());
        QVERIFY(second.show(work));
        QTRY_COMPARE_WITH_TIMEOUT(second.bookmarks(), QStringList{QStringLiteral("Office")}, patience);

        // the lock closes all, and the one that was shown comes back
        second.desktop->session.lock();
        QVERIFY(second.comesTo(Session::Locked));
        QCOMPARE(second.accounts().count(), 0);
        second.desktop->session.unlockMesh();
        QVERIFY(second.comesTo(Session::Ready));
        QVERIFY(second.shows(work));
        QTRY_COMPARE(second.bookmarks(), QStringList{QStringLiteral("Office")});

        // an account that is deleted is left on the other device, too
        first.accounts().deleteAccount(first.idOf(work));
        QTRY_COMPARE_WITH_TIMEOUT(first.accounts().count(), 1, patience);
        QCOMPARE(first.accounts().errorText(), QString());
        QVERIFY(second.shows(home));
        QVERIFY(second.has(work, Accounts::Deleted));
        QCOMPARE(second.desktop->session.stage(), Session::Ready);
        second.accounts().forget(second.idOf(work));
        QTRY_COMPARE_WITH_TIMEOUT(second.accounts().count(), 1, patience);

        // and once it is the last one, the home account can end
        first.desktop->session.deleteAccount();
        QVERIFY(first.comesTo(Session::New));
    }

    void theOneThatIsShownMovesAndIsArchived()
    {
        using mmm::desktop::AccountArchive;
        using mmm::desktop::ServiceMove;
        using mmm::desktop::Session;
        World atHome;
        World atWork("example.net");
        atHome.meet(atWork);
        Computer first(atHome);
        QVERIFY(first.comesTo(Session::New));
        first.desktop->session.createMesh(QStringLiteral("Alice"), QStringLiteral("alice"),
                                          QStringLiteral("First"), false, QStringLiteral("example.com"), {});
        QVERIFY(first.comesTo(Session::Ready));
        QTRY_VERIFY(first.accounts().mayManage());
        first.accounts().add(QStringLiteral("alicework"), QStringLiteral("Alice at work"),
                             QStringLiteral("example.net"), {});
        QVERIFY(first.shows(work));
        first.keepBookmark(QStringLiteral("Office"));

        const QUrl file = QUrl::fromLocalFile(first.folder.filePath(QStringLiteral("work.dare")));
        const SharedSecret phrase = mmm::desktop::secretFromText(QStringLiteral("four words are enough"));
        AccountArchive& archive = first.desktop->accountArchive;
        archive.save(file, phrase);
        QTRY_COMPARE_WITH_TIMEOUT(archive.phase(), AccountArchive::Saved, patience);

        const QString after = QStringLiteral("alicework@example.com");
        ServiceMove& move = first.desktop->serviceMove;
        move.begin(QStringLiteral("example.com"), {});
        QTRY_COMPARE_WITH_TIMEOUT(move.stage(), ServiceMove::Leaving, patience);
        QCOMPARE(move.errorText(), QString());
        QVERIFY(first.has(after, Accounts::Open));
        QVERIFY(first.shows(after));
        QCOMPARE(first.bookmarks(), QStringList{QStringLiteral("Office")});
        // the archive is still one of this account
        first.desktop->bookmarks.removeEntries(
            {first.desktop->bookmarks
                 .data(first.desktop->bookmarks.index(0), mmm::desktop::CatalogModel::EntryIdRole)
                 .toString()});
        QTRY_COMPARE(first.bookmarks(), QStringList());
        archive.open(file, phrase);
        QTRY_COMPARE_WITH_TIMEOUT(archive.phase(), AccountArchive::Opened, patience);
        QCOMPARE(archive.address(), work);
        archive.restore();
        QTRY_COMPARE_WITH_TIMEOUT(archive.phase(), AccountArchive::Restored, patience);
        QTRY_COMPARE(first.bookmarks(), QStringList{QStringLiteral("Office")});

        // the home account has nothing of all that
        QVERIFY(first.show(home));
        QCOMPARE(first.bookmarks(), QStringList());
        QTRY_COMPARE(move.stage(), ServiceMove::None);
        QCOMPARE(archive.phase(), AccountArchive::Idle);
        // a device that comes now finds both
        first.desktop->pairing.start();
        QTRY_VERIFY_WITH_TIMEOUT(first.desktop->pairing.isActive(), patience);
        Computer second(atHome);
        QVERIFY(second.comesTo(Session::New));
        second.desktop->session.connectWithText(first.desktop->pairing.offerText(), QStringLiteral("Second"));
        QVERIFY(second.comesTo(Session::Ready));
        QVERIFY(second.has(after, Accounts::Open));
        QVERIFY(second.show(after));
        QTRY_COMPARE_WITH_TIMEOUT(second.bookmarks(), QStringList{QStringLiteral("Office")}, patience);
    }
};

QTEST_MAIN(AccountsAtServices)
#include "tst_accounts_at_services.moc"
