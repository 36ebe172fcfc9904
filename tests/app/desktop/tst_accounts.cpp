#include "bookmark_editor.h"
#include "fault_text.h"
#include "support/model_rules.h"
#include "support/scripted_desktop.h"
#include "support/scripted_personas.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace mmm::desktop;

namespace {

const std::string workUdf = "MWOR-KKKK-CCCC";
const QString work = QStringLiteral("MWOR-KKKK-CCCC");
const QString home = QStringLiteral("MAAA-BBBB-CCCC");

schema::CatalogedBookmark bookmark(const std::string& title)
{
    schema::CatalogedBookmark one;
    one.title = title;
    one.uri = "https://example.com/" + title;
    one.path = title;
    return one;
}

mesh::MessageDetail question(const std::string& id)
{
    mesh::MessageDetail detail;
    detail.info.id = id;
    detail.info.kind = mesh::MessageKind::ConfirmationRequest;
    detail.info.speaker.standing = mesh::Standing::Contact;
    detail.info.speaker.name = "Grace Hopper";
    detail.info.speaker.address = "grace@example.com";
    detail.info.from = detail.info.speaker.address;
    detail.info.text = "Pay the printers?";
    detail.info.when = SystemClock().now();
    detail.info.needsAnswer = true;
    detail.canConfirm = true;
    return detail;
}

/// The object graph over a scripted home account with one bookmark, and further accounts.
struct Fixture : test::ScriptedDesktop
{
    Fixture()
    {
        engine.personas = test::PersonaScript::door(script);
        prepare = [](test::ScriptedMesh& made) { made.scripted().bookmarks().fill({bookmark("home")}); };
    }
    /// An account at work that has two bookmarks.
    void putWork()
    {
        script->put({workUdf, "alice.work@example.net", false, true}, mesh::Stage::Ready,
                    [](test::ScriptedMesh& made) {
                        made.scripted().bookmarks().fill({bookmark("office"), bookmark("wiki")});
                    });
    }
    bool open()
    {
        start();
        return QTest::qWaitFor([this] {
            return desktop->session.stage() == Session::Ready && desktop->accounts.count() > 0 &&
                   desktop->accounts.mayManage() && !desktop->accounts.isSwitching();
        });
    }
    bool openWithWork()
    {
        putWork();
        return open() && comesTo(work, Accounts::Open);
    }
    /// An account at work whose making was interrupted, and has just failed again.
    bool openWithHalfMade(Fault fault)
    {
        script->put({workUdf, "alice.work@example.net", false, true}, mesh::Stage::Creating,
                    [fault](test::ScriptedMesh& made) { made.failNext(fault); });
        if (!open() || !comesTo(work, Accounts::Making))
            return false;
        auto* later = accounts().findChild<QTimer*>(QStringLiteral("goingOn"));
        return QTest::qWaitFor(
            [&] { return later->isActive() || !role(work, Accounts::ProblemTextRole).toString().isEmpty(); });
    }
    bool show(const QString& id)
    {
        accounts().switchTo(id);
        return QTest::qWaitFor([&] {
            return accounts().currentId() == id && !accounts().isSwitching() &&
                   !desktop->bookmarks.isLoading();
        });
    }
    QVariant role(const QString& id, Accounts::Role role)
    {
        for (int row = 0; row < accounts().count(); ++row) {
            if (accounts().data(accounts().index(row), Accounts::AccountIdRole).toString() == id)
                return accounts().data(accounts().index(row), role);
        }
        return {};
    }
    bool comesTo(const QString& id, Accounts::Standing standing)
    {
        return QTest::qWaitFor([&] {
            const QVariant is = role(id, Accounts::StandingRole);
            return is.isValid() && is.toInt() == standing;
        });
    }
    Accounts& accounts() { return desktop->accounts; }
    QStringList bookmarks()
    {
        QStringList all;
        for (int row = 0; row < desktop->bookmarks.count(); ++row)
            all.append(
                desktop->bookmarks.data(desktop->bookmarks.index(row), CatalogModel::TitleRole).toString());
        all.sort();
        return all;
    }
    test::ScriptedMesh& workMesh() { return *script->meshOf(workUdf); }

    std::shared_ptr<test::PersonaScript> script = std::make_shared<test::PersonaScript>();
};

const QStringList atHome{QStringLiteral("home")};
const QStringList atWork{QStringLiteral("office"), QStringLiteral("wiki")};

} // namespace

/// The accounts of one mesh in the window.
class AccountsTest : public QObject
{
    Q_OBJECT

private slots:
    void theHomeAccountIsAlone()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        QCOMPARE(fixture.accounts().count(), 1);
        QVERIFY(fixture.accounts().showsHome());
        QCOMPARE(fixture.accounts().currentAddress(), QStringLiteral("alice@example.com"));
        QVERIFY(fixture.role(home, Accounts::IsHomeRole).toBool());
        QCOMPARE(fixture.role(home, Accounts::StandingRole).toInt(), int(Accounts::Open));
        fixture.accounts().deleteAccount(home); // in the settings, and last
        QVERIFY(!fixture.accounts().isBusy());
    }

    void allShowTheAccountThatWasChosen()
    {
        Fixture fixture;
        QVERIFY(fixture.openWithWork());
        test::keepsRules<Accounts>(&fixture.accounts());
        QTRY_COMPARE(fixture.bookmarks(), atHome);
        QVERIFY(fixture.workMesh().isSyncing());
        const QSignalSpy switching(&fixture.accounts(), &Accounts::switchingChanged);
        QVERIFY(fixture.show(work));
        QCOMPARE(switching.size(), 2);
        QTRY_COMPARE(fixture.bookmarks(), atWork);
        QVERIFY(!fixture.accounts().showsHome());
        QCOMPARE(fixture.desktop->session.accountAddress(), QStringLiteral("alice.work@example.net"));
        QTRY_COMPARE(fixture.desktop->preferences.serviceText(),
                     QStringLiteral("Your data is kept, sealed, at example.net."));
        QVERIFY(fixture.mesh->isSyncing()); // that goes on
        // what comes to the other one does not show here
        fixture.mesh->scripted().bookmarks().arrive(bookmark("later"));
        QTest::qWait(50);
        QCOMPARE(fixture.bookmarks(), atWork);
        QVERIFY(fixture.show(home));
        QTRY_COMPARE(fixture.bookmarks(), QStringList({QStringLiteral("home"), QStringLiteral("later")}));
    }

    void nothingOfOneShowsInAnother()
    {
        Fixture fixture;
        QVERIFY(fixture.openWithWork());
        QTRY_COMPARE(fixture.bookmarks(), atHome);
        Desktop& desktop = *fixture.desktop;
        desktop.bookmarks.setQuery(QStringLiteral("nothing that is there"));
        QTRY_VERIFY(fixture.bookmarks().isEmpty());
        desktop.bookmarks.setFolder(QStringLiteral("home"));
        fixture.mesh->addLetter(question("letter-1"));
        QTRY_COMPARE(desktop.inbox.unreadCount(), 1);
        BookmarkEditor editor(desktop.link);
        editor.load(QStringLiteral("id-1"));
        QTRY_COMPARE(editor.title(), QStringLiteral("home"));
        editor.setTitle(QStringLiteral("not saved yet"));
        QVERIFY(desktop.session.hasUnsaved());

        QVERIFY(fixture.show(work));
        QVERIFY(!editor.isLoaded());
        QVERIFY(!editor.resumeDraft());
        QVERIFY(desktop.session.hasUnsaved()); // it would be lost with the window
        QVERIFY(desktop.bookmarks.query().isEmpty() && desktop.bookmarks.folder().isEmpty());
        QTRY_COMPARE(fixture.bookmarks(), atWork);
        QTRY_VERIFY(!desktop.inbox.isLoading());
        QCOMPARE(desktop.inbox.count(), 0);
        QTRY_COMPARE(fixture.accounts().unreadElsewhere(), 1);

        // and each finds again what was begun in it
        QVERIFY(fixture.show(home));
        QVERIFY(editor.resumeDraft());
        QTRY_COMPARE(editor.title(), QStringLiteral("not saved yet"));
        QCOMPARE(fixture.accounts().unreadElsewhere(), 0);
    }

    void theOneThatWasShownIsRemembered()
    {
        Fixture fixture;
        QVERIFY(fixture.openWithWork());
        QVERIFY(fixture.show(work));
        fixture.desktop.reset();
        QVERIFY(fixture.script->meshOf(workUdf) == nullptr);
        QVERIFY(fixture.open());
        QCOMPARE(fixture.accounts().currentId(), work);
        QTRY_COMPARE(fixture.bookmarks(), atWork);
        // unless it cannot be opened
        fixture.desktop.reset();
        fixture.script->failToOpen(workUdf, Fault::Damaged);
        QVERIFY(fixture.open());
        QVERIFY(fixture.accounts().showsHome());
        QVERIFY(fixture.comesTo(work, Accounts::Failed));
        QCOMPARE(fixture.role(work, Accounts::ProblemTextRole).toString(), faultText(Fault::Damaged));
        fixture.script->failToOpen(workUdf, std::nullopt);
        fixture.accounts().tryAgain(work);
        QVERIFY(fixture.comesTo(work, Accounts::Open));
        QVERIFY(fixture.role(work, Accounts::ProblemTextRole).toString().isEmpty());
    }

    void theLockClosesAll()
    {
        Fixture fixture;
        QVERIFY(fixture.openWithWork());
        QVERIFY(fixture.show(work));
        Desktop& desktop = *fixture.desktop;
        BookmarkEditor editor(desktop.link);
        editor.startNew();
        editor.setTitle(QStringLiteral("of the office"));
        desktop.session.lock();
        QCOMPARE(fixture.accounts().count(), 0);
        QTRY_VERIFY(!desktop.session.isBusy());
        QCOMPARE(desktop.session.stage(), Session::Locked);
        QVERIFY(fixture.script->meshOf(workUdf) == nullptr);
        QCOMPARE(fixture.bookmarks(), QStringList());
        desktop.session.unlockMesh();
        QTRY_COMPARE(fixture.accounts().currentId(), work);
        QTRY_COMPARE(fixture.bookmarks(), atWork);
        QVERIFY(editor.resumeDraft());
        QCOMPARE(editor.title(), QStringLiteral("of the office"));
    }

    void lockedWhileItSwitches()
    {
        Fixture fixture;
        QVERIFY(fixture.openWithWork());
        fixture.accounts().switchTo(work);
        QVERIFY(fixture.accounts().isSwitching());
        fixture.desktop->session.lock();
        QVERIFY(!fixture.accounts().isSwitching());
        QTRY_VERIFY(!fixture.desktop->session.isBusy());
        QTest::qWait(50);
        QCOMPARE(fixture.desktop->session.stage(), Session::Locked);
        QVERIFY(fixture.desktop->link.account() == nullptr);
        fixture.desktop->session.unlockMesh();
        QTRY_COMPARE(fixture.bookmarks(), atHome);
    }

    void accountsAreMade()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        Accounts& accounts = fixture.accounts();
        QVERIFY(!accounts.domainError(QStringLiteral("nothing of a name")).isEmpty());
        QVERIFY(accounts.domainError(QStringLiteral("example.net")).isEmpty());
        fixture.script->failNext(Fault::NameTaken);
        accounts.add(QStringLiteral("club"), {}, {}, {});
        QVERIFY(accounts.isBusy());
        QTRY_COMPARE(accounts.errorText(), faultText(Fault::NameTaken));
        QVERIFY(!accounts.isBusy());
        QCOMPARE(accounts.count(), 1);

        fixture.script->setSlow(true);
        accounts.add(QStringLiteral("club"), {}, {}, {});
        QVERIFY(accounts.errorText().isEmpty());
        QTRY_VERIFY(accounts.progress() > 0);
        QVERIFY(!accounts.busyText().isEmpty());
        accounts.cancel();
        QTRY_VERIFY(!accounts.isBusy());
        QVERIFY(accounts.errorText().isEmpty());
        fixture.script->setSlow(false);

        const QSignalSpy added(&accounts, &Accounts::added);
        accounts.add(QStringLiteral("club"), QStringLiteral("Alice"), QStringLiteral("example.net"), {});
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(added.first().first().toString(), QStringLiteral("club@example.net"));
        QTRY_COMPARE(accounts.currentAddress(), QStringLiteral("club@example.net"));
        QCOMPARE(fixture.script->askedDomain(), std::string("example.net"));
        QCOMPARE(accounts.count(), 2);
        QTRY_VERIFY(!fixture.desktop->bookmarks.isLoading());
        QCOMPARE(fixture.bookmarks(), QStringList());
    }

    void accountsAreDeleted()
    {
        Fixture fixture;
        QVERIFY(fixture.openWithWork());
        QVERIFY(fixture.show(work));
        Accounts& accounts = fixture.accounts();
        fixture.workMesh().failNext(Fault::Offline);
        accounts.deleteAccount(work);
        QTRY_COMPARE(accounts.errorText(), faultText(Fault::Offline));
        QVERIFY(accounts.showsHome());
        QVERIFY(fixture.comesTo(work, Accounts::Open));
        const QSignalSpy ended(&accounts, &Accounts::ended);
        accounts.deleteAccount(work);
        QTRY_COMPARE(ended.size(), 1);
        QTRY_COMPARE(accounts.count(), 1);
        QVERIFY(accounts.errorText().isEmpty());
        QTRY_COMPARE(fixture.bookmarks(), atHome);
        // the session's own way out is for the home account
        QVERIFY(fixture.desktop->link.showsHome());
    }

    void anAccountThatEndsElsewhereIsLeft()
    {
        Fixture fixture;
        QVERIFY(fixture.openWithWork());
        QVERIFY(fixture.show(work));
        fixture.desktop->session.deleteAccount(); // not of this one
        QVERIFY(!fixture.desktop->session.isBusy());
        fixture.workMesh().enter(mesh::Stage::Removed);
        QVERIFY(fixture.comesTo(work, Accounts::Deleted));
        QTRY_VERIFY(fixture.accounts().showsHome() && !fixture.accounts().isSwitching());
        QCOMPARE(fixture.desktop->session.stage(), Session::Ready);
        QTRY_COMPARE(fixture.bookmarks(), atHome);
        QTRY_VERIFY(fixture.script->meshOf(workUdf) == nullptr);
        fixture.accounts().switchTo(work);
        QVERIFY(fixture.accounts().showsHome() && !fixture.accounts().isSwitching());
        fixture.accounts().forget(work);
        QTRY_COMPARE(fixture.accounts().count(), 1);
    }

    void aMeshThatEndsElsewhereIsToldOf()
    {
        Fixture fixture;
        QVERIFY(fixture.openWithWork());
        QVERIFY(fixture.show(work));
        fixture.mesh->enter(mesh::Stage::Removed);
        QTRY_COMPARE(fixture.desktop->session.stage(), Session::Removed);
    }

    void whatWasBegunIsFinishedOrGivenUp()
    {
        Fixture fixture;
        QVERIFY(fixture.openWithHalfMade(Fault::Offline));
        QVERIFY(!fixture.workMesh().isSyncing());
        fixture.workMesh().failNext(Fault::Offline);
        fixture.accounts().tryAgain(work);
        QTRY_COMPARE(fixture.accounts().errorText(), faultText(Fault::Offline));
        QVERIFY(fixture.comesTo(work, Accounts::Making));
        fixture.accounts().tryAgain(work);
        QVERIFY(fixture.comesTo(work, Accounts::Open));
        QVERIFY(fixture.workMesh().isSyncing());

        Fixture other;
        QVERIFY(other.openWithHalfMade(Fault::Offline));
        other.accounts().forget(work);
        QTRY_COMPARE(other.accounts().count(), 1);
        QVERIFY(other.accounts().errorText().isEmpty());
    }

    void whatWasBegunGoesOnByItself()
    {
        // at the next start
        Fixture fixture;
        fixture.script->put({workUdf, "alice.work@example.net", false, true}, mesh::Stage::Creating);
        QVERIFY(fixture.open());
        QVERIFY(fixture.comesTo(work, Accounts::Open));
        QVERIFY(fixture.workMesh().isSyncing());
        QVERIFY(!fixture.accounts().isBusy());

        // when a service is there again
        Fixture other;
        QVERIFY(other.openWithHalfMade(Fault::Offline));
        QVERIFY(other.accounts().errorText().isEmpty()); // nobody has asked
        mesh::SyncState state;
        state.phase = mesh::SyncPhase::Idle;
        other.mesh->setSyncState(state); // it had not been away
        QTest::qWait(20);
        QVERIFY(other.comesTo(work, Accounts::Making));
        state.phase = mesh::SyncPhase::Offline;
        other.mesh->setSyncState(state);
        state.phase = mesh::SyncPhase::Idle;
        other.mesh->setSyncState(state);
        QVERIFY(other.comesTo(work, Accounts::Open));

        // and after a while, which becomes longer
        Fixture third;
        QVERIFY(third.openWithHalfMade(Fault::Offline));
        auto* later = third.accounts().findChild<QTimer*>(QStringLiteral("goingOn"));
        QVERIFY(later != nullptr && later->isActive());
        const int first = later->interval();
        third.workMesh().failNext(Fault::Overloaded);
        later->start(0);
        QTRY_COMPARE(later->interval(), 2 * first);
        for (int i = 0; i < 10; ++i) {
            third.workMesh().failNext(Fault::Timeout);
            later->start(0);
            QTRY_VERIFY(later->interval() != 0);
        }
        QCOMPARE(later->intervalAsDuration(), std::chrono::milliseconds(std::chrono::hours(1)));
        QVERIFY(third.comesTo(work, Accounts::Making));
        later->start(0);
        QVERIFY(third.comesTo(work, Accounts::Open));
    }

    void aServiceThatSaysNoIsNotAskedAgain()
    {
        Fixture fixture;
        QVERIFY(fixture.openWithHalfMade(Fault::Suspended));
        auto* later = fixture.accounts().findChild<QTimer*>(QStringLiteral("goingOn"));
        QVERIFY(!later->isActive());
        QCOMPARE(fixture.role(work, Accounts::ProblemTextRole).toString(), faultText(Fault::Suspended));
        fixture.accounts().tryAgain(work);
        QVERIFY(fixture.comesTo(work, Accounts::Open));
        QVERIFY(fixture.role(work, Accounts::ProblemTextRole).toString().isEmpty());

        Fixture other;
        QVERIFY(other.openWithHalfMade(Fault::Offline));
        const QSignalSpy problems(&other.accounts(), &Accounts::problemFound);
        other.workMesh().failNext(Fault::NameTaken);
        other.accounts().findChild<QTimer*>(QStringLiteral("goingOn"))->start(0);
        QTRY_COMPARE(other.accounts().count(), 1);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(other.accounts().errorText(), faultText(Fault::NameTaken));
    }

    void anAccountIsBroughtHere()
    {
        Fixture fixture;
        fixture.script->put({workUdf, "alice.work@example.net", false, false});
        fixture.script->failToOpen(workUdf, Fault::Offline);
        QVERIFY(fixture.open());
        QVERIFY(fixture.comesTo(work, Accounts::Elsewhere));
        QVERIFY(fixture.role(work, Accounts::ProblemTextRole).toString().isEmpty());
        fixture.accounts().switchTo(work);
        QVERIFY(!fixture.accounts().isSwitching());
        fixture.script->failToOpen(workUdf, std::nullopt);
        fixture.accounts().tryAgain(work);
        QVERIFY(fixture.comesTo(work, Accounts::Open));
    }

    void devicesAreFollowed()
    {
        Fixture fixture;
        QVERIFY(fixture.openWithWork());
        QTRY_COMPARE(fixture.script->alignments(), 1); // at the start
        const QSignalSpy problems(&fixture.accounts(), &Accounts::problemFound);
        const auto change = [&] { fixture.mesh->addDevice({"MNEW", "Tablet", false, false, false, {}, {}}); };
        fixture.script->failNext(Fault::ServiceFailed);
        change();
        QTRY_COMPARE(fixture.script->alignments(), 2);
        QTest::qWait(20);
        QCOMPARE(problems.size(), 0);
        fixture.script->failNext(Fault::ServiceFailed);
        change();
        QTRY_COMPARE(problems.size(), 1); // it lasts
        QCOMPARE(problems.first().first().toString(), QStringLiteral("alice.work@example.net"));
        QVERIFY(!fixture.role(work, Accounts::ProblemTextRole).toString().isEmpty());
        change();
        QTRY_VERIFY(fixture.role(work, Accounts::ProblemTextRole).toString().isEmpty());
    }

    void messagesOfOtherAccountsAreTold()
    {
        Fixture fixture;
        QVERIFY(fixture.openWithWork());
        const QSignalSpy wanted(&fixture.accounts(), &Accounts::answerWanted);
        const QSignalSpy chosen(&fixture.desktop->notifications, &Notifications::messageChosen);
        QTest::qWait(20);
        fixture.workMesh().addLetter(question("letter-1"));
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().at(0).toString(), work);
        QCOMPARE(wanted.first().at(2).toString(), QStringLiteral("Grace Hopper asks you to confirm"));
        QTRY_COMPARE(fixture.accounts().unreadElsewhere(), 1);
        QCOMPARE(fixture.desktop->inbox.count(), 0);

        // chosen, it is shown where it belongs
        fixture.desktop->notifications.show(work, QStringLiteral("letter-1"));
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(fixture.accounts().currentId(), work);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("letter-1"));
        QTRY_COMPARE(fixture.desktop->inbox.count(), 1);

        // and it can be answered from another one
        QVERIFY(fixture.show(home));
        bool failed = false;
        fixture.accounts().answerConfirmation(work, QStringLiteral("letter-1"), true, [&] { failed = true; });
        QTRY_COMPARE(fixture.workMesh().inbox()->front().state, mesh::MessageState::Accepted);
        QVERIFY(!failed);
    }

    void whatWasAskedForIsDoneBeforeItSwitches()
    {
        Fixture fixture;
        QVERIFY(fixture.openWithWork());
        QTRY_COMPARE(fixture.bookmarks(), atHome);
        BookmarkEditor editor(fixture.desktop->link);
        editor.startNew();
        editor.setTitle(QStringLiteral("saved"));
        editor.setUri(QStringLiteral("https://example.com/saved"));
        editor.save();
        fixture.desktop->bookmarks.removeEntries({QStringLiteral("id-1")});
        QVERIFY(fixture.show(work));
        QTRY_COMPARE(fixture.bookmarks(), atWork);
        QVERIFY(fixture.show(home));
        QTRY_COMPARE(fixture.bookmarks(), QStringList({QStringLiteral("saved")}));
    }
};

QTEST_MAIN(AccountsTest)
#include "tst_accounts.moc"
