#include "bookmark_editor.h"
#include "credential_editor.h"
#include "fault_text.h"
#include "keystore/passphrase_file_store.h"
#include "support/example_data.h"
#include "support/scripted_desktop.h"
#include "text.h"

#include <QSignalSpy>
#include <QTest>

using namespace mmm;
using namespace mmm::desktop;

namespace {

schema::CatalogedBookmark bookmark(const std::string& title)
{
    schema::CatalogedBookmark one;
    one.title = title;
    one.uri = "https://example.com/" + title;
    return one;
}

using Fixture = test::ScriptedDesktop;

} // namespace

/// The session from the first start to the end of the account: making, joining, locking, letting others join.
class SessionTest : public QObject
{
    Q_OBJECT

private slots:
    void sessionCreatesAMesh()
    {
        Fixture fixture(mesh::Stage::New);
        QVERIFY(fixture.open());
        Session& session = fixture.desktop->session;
        QCOMPARE(session.stage(), Session::New);
        session.createMesh(QString(), QString(), QStringLiteral("Desk"), true, QString(), QString());
        QTRY_COMPARE(session.errorText(), faultText(Fault::NameInvalid));
        QCOMPARE(session.stage(), Session::New);
        session.createMesh(QString(), QStringLiteral("alice"), QStringLiteral("Desk"), true, QString(),
                           QString());
        QVERIFY(session.errorText().isEmpty());
        QTRY_COMPARE(session.stage(), Session::Ready);
        QCOMPARE(session.accountAddress(), QStringLiteral("alice@example.com"));
        QTRY_VERIFY(fixture.mesh->isSyncing());
        QTRY_COMPARE(session.deviceName(), QStringLiteral("This computer"));
    }

    void sessionGoesOnWithAMeshThatWasBegun()
    {
        Fixture fixture(mesh::Stage::Creating);
        fixture.prepare = [](test::ScriptedMesh& mesh) { mesh.failNext(Fault::Offline); };
        QVERIFY(fixture.open());
        Session& session = fixture.desktop->session;
        QTRY_COMPARE(session.errorText(), faultText(Fault::Offline));
        QCOMPARE(session.stage(), Session::Creating);
        QCOMPARE(session.accountAddress(), QStringLiteral("alice@example.com"));
        session.resumeCreation();
        QTRY_COMPARE(session.stage(), Session::Ready);
        QVERIFY(session.errorText().isEmpty());
    }

    void sessionGivesUpAMeshThatWasBegun()
    {
        Fixture fixture(mesh::Stage::Creating);
        fixture.prepare = [](test::ScriptedMesh& mesh) { mesh.failNext(Fault::Offline); };
        QVERIFY(fixture.open());
        Session& session = fixture.desktop->session;
        QTRY_COMPARE(session.errorText(), faultText(Fault::Offline));
        QVERIFY(!session.isNameHeld());
        fixture.mesh->failNext(Fault::Timeout);
        session.giveUpCreation();
        QTRY_COMPARE(session.errorText(), faultText(Fault::Timeout));
        QTRY_VERIFY(session.isNameHeld());
        QCOMPARE(session.stage(), Session::Creating);
        fixture.mesh->failNext(Fault::Offline);
        session.giveUpCreation();
        QTRY_COMPARE(session.stage(), Session::New);
        QVERIFY(!session.isNameHeld());
        QVERIFY(session.accountAddress().isEmpty());
    }

    void lockingHidesEverythingAndKeepsDrafts()
    {
        Fixture fixture;
        fixture.prepare = [](test::ScriptedMesh& mesh) {
            mesh.scripted().bookmarks().fill({bookmark("one")});
        };
        QVERIFY(fixture.open());
        Session& session = fixture.desktop->session;
        QTRY_COMPARE(fixture.desktop->bookmarks.total(), 1);
        fixture.desktop->clipboard.copySecretText(QStringLiteral("hunter2"));
        auto changed = std::make_unique<BookmarkEditor>(fixture.desktop->link);
        changed->load(fixture.desktop->bookmarks.entryAt(0));
        QTRY_COMPARE(changed->title(), QStringLiteral("one"));
        changed->setTitle(QStringLiteral("another title"));
        auto fresh = std::make_unique<CredentialEditor>(fixture.desktop->link);
        fresh->startNew();
        fresh->setService(QStringLiteral("example.com"));
        fresh->setPassword(QStringLiteral("correct horse"));

        QVERIFY(session.hasUnsaved());
        session.lock();
        QCOMPARE(session.stage(), Session::Locked);
        QVERIFY(!fixture.desktop->clipboard.holdsSecret());
        QVERIFY(!changed->isLoaded() && !fresh->isLoaded() && fresh->password().empty());
        QCOMPARE(fixture.desktop->bookmarks.total(), 0);
        QTRY_VERIFY(!session.isBusy());
        QCOMPARE(fixture.mesh->stage(), mesh::Stage::Locked);
        QVERIFY(fixture.desktop->link.account() == nullptr);
        changed = std::make_unique<BookmarkEditor>(fixture.desktop->link);
        QVERIFY(!changed->resumeDraft());

        fixture.mesh->failNext(Fault::KeychainRefused);
        session.unlockMesh();
        QTRY_COMPARE(session.errorText(), faultText(Fault::KeychainRefused));
        QCOMPARE(session.stage(), Session::Locked);
        session.unlockMesh();
        QTRY_COMPARE(session.stage(), Session::Ready);
        QVERIFY(session.errorText().isEmpty());
        QTRY_COMPARE(fixture.desktop->bookmarks.total(), 1);
        QVERIFY(changed->resumeDraft());
        QTRY_COMPARE(changed->title(), QStringLiteral("another title"));
        QVERIFY(changed->isDirty());
        QVERIFY(!changed->resumeDraft());
        fresh = std::make_unique<CredentialEditor>(fixture.desktop->link);
        QVERIFY(fresh->resumeDraft());
        QVERIFY(fresh->isNew() && fresh->isDirty());
        QCOMPARE(std::string(fresh->password().text()), std::string("correct horse"));
        QTRY_VERIFY(fixture.mesh->isSyncing());
    }

    void aKeyFileIsLockedToo()
    {
        Fixture fixture;
        const auto store = std::make_shared<keystore::PassphraseFileStore>(
            std::filesystem::path(fixture.folder.filePath(QStringLiteral("keys")).toStdU16String()));
        const auto passphrase = [](std::string_view text) { return SharedSecret(Secret(bytesOf(text))); };
        QVERIFY(store->create(Secret(bytesOf("four words of mine")), keystore::leastCost));
        fixture.build();
        Session& session = fixture.desktop->session;
        session.openWith(store);
        QTRY_COMPARE(session.stage(), Session::Ready);
        QVERIFY(session.locksWithPassphrase());
        session.lock();
        QTRY_VERIFY(!session.isBusy());
        QCOMPARE(store->availability().value(), keystore::Availability::Locked);
        session.unlockMesh(); // not without the passphrase
        QVERIFY(!session.isBusy());
        session.unlock(passphrase("three words only"));
        QTRY_COMPARE(session.errorText(), faultText(Fault::WrongPassphrase));
        QCOMPARE(session.stage(), Session::Locked);
        session.unlock(passphrase("four words of mine"));
        QTRY_COMPARE(session.stage(), Session::Ready);
    }

    void aMeshThatCannotBeLockedStaysOpen()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        Session& session = fixture.desktop->session;
        BookmarkEditor editor(fixture.desktop->link);
        editor.startNew();
        editor.setUri(QStringLiteral("https://example.com"));
        fixture.mesh->failNext(Fault::Io);
        session.lock();
        QTRY_COMPARE(session.stage(), Session::Ready);
        QCOMPARE(session.errorText(), faultText(Fault::Io));
        QVERIFY(editor.resumeDraft());
        QCOMPARE(editor.uri(), QStringLiteral("https://example.com"));
    }

    void settingsOfferAFewAndTakeOne()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        Preferences& preferences = fixture.desktop->preferences;
        for (const SettingChoice* choice :
             {preferences.languages(), preferences.colorSchemes(), preferences.textSizes(),
              preferences.lockTimes(), preferences.clipboardTimes()}) {
            QVERIFY(choice->texts().size() > 2);
            QVERIFY(choice->index() >= 0 && choice->index() < choice->texts().size());
        }
        QSignalSpy moved(preferences.lockTimes(), &SettingChoice::indexChanged);
        preferences.lockTimes()->choose(3);
        QCOMPARE(preferences.lockMinutes(), 0);
        QCOMPARE(preferences.lockTimes()->index(), 3);
        QVERIFY(moved.count() > 0);
        preferences.lockTimes()->choose(4); // there is no such thing
        preferences.lockTimes()->choose(-1);
        QCOMPARE(preferences.lockMinutes(), 0);
        // written by hand: the nearest is shown, and nothing is near to never
        preferences.setLockMinutes(600);
        QCOMPARE(preferences.lockTimes()->index(), 2);
        preferences.setClipboardSeconds(12);
        QCOMPARE(preferences.clipboardTimes()->index(), 0);
        preferences.setTextScale(1.6);
        QCOMPARE(preferences.textSizes()->index(), 2);

        const QStringList before = preferences.lockTimes()->texts();
        QSignalSpy renamed(preferences.lockTimes(), &SettingChoice::textsChanged);
        preferences.languages()->choose(int(Language::codes().indexOf(QStringLiteral("de"))) + 1);
        QCOMPARE(preferences.language(), QStringLiteral("de"));
        QVERIFY(renamed.count() > 0);
        QVERIFY(preferences.lockTimes()->texts() != before);
        preferences.languages()->choose(0);
        QCOMPARE(preferences.language(), QString());
    }

    void locksByItself()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        Session& session = fixture.desktop->session;
        Preferences& preferences = fixture.desktop->preferences;
        preferences.setLockMinutes(0);
        fixture.desktop->autoLock.setMinute(std::chrono::milliseconds(20));
        QTest::qWait(60);
        QCOMPARE(session.stage(), Session::Ready);
        preferences.setLockMinutes(1);
        QTRY_COMPARE(session.stage(), Session::Locked);
        QTRY_VERIFY(!session.isBusy());
        fixture.desktop->autoLock.setMinute(std::chrono::minutes(1));
        session.unlockMesh();
        QTRY_COMPARE(session.stage(), Session::Ready);

        preferences.setLockWithScreen(false);
        QMetaObject::invokeMethod(&fixture.desktop->autoLock, "screenLocked", Q_ARG(bool, true));
        QCOMPARE(session.stage(), Session::Ready);
        preferences.setLockWithScreen(true);
        QMetaObject::invokeMethod(&fixture.desktop->autoLock, "screenLocked", Q_ARG(bool, true));
        QCOMPARE(session.stage(), Session::Locked);
    }

    void draftsAreReadAsTheyWereWritten()
    {
        const auto secret = [](std::string_view text) { return SharedSecret(Secret(bytesOf(text))); };
        const Secret packed = packDrafts({{CatalogKind::Tasks, "id-7", secret("{}"), "MAAA-BBBB"},
                                          {CatalogKind::Credentials, "", secret("second"), "MCCC-DDDD"}});
        const std::vector<Draft> drafts = unpackDrafts(packed);
        QCOMPARE(drafts.size(), std::size_t(2));
        QCOMPARE(drafts[0].kind, CatalogKind::Tasks);
        QCOMPARE(drafts[0].id, std::string("id-7"));
        QCOMPARE(std::string(drafts[1].entry.text()), std::string("second"));
        QCOMPARE(drafts[1].account, std::string("MCCC-DDDD"));
        QVERIFY(packDrafts({}).empty());
        for (std::size_t size = 1; size < packed.size(); ++size)
            QVERIFY(unpackDrafts(packed.view().first(size)).size() < 2);
    }

    void sessionConnectsAndGivesUp()
    {
        Fixture fixture(mesh::Stage::New);
        QVERIFY(fixture.open());
        Session& session = fixture.desktop->session;
        session.connectWithText(QStringLiteral("nonsense"), QString());
        QVERIFY(!session.errorText().isEmpty());
        session.connectWithPin(QStringLiteral("alice@example.com"), QString(), QStringLiteral("bad address"),
                               QString());
        QVERIFY(!session.errorText().isEmpty());
        session.connectWithText(QStringLiteral("mcu://alice@example.com/ABCD-EFGH"), QStringLiteral("Desk"));
        QTRY_COMPARE(session.stage(), Session::Connecting);
        QTRY_COMPARE(session.witness(), QStringLiteral("ABCD-EFGH-IJKL"));
        QVERIFY(session.isConnectingWithPin());
        session.abandonConnection();
        QTRY_COMPARE(session.stage(), Session::New);
        QTRY_VERIFY(!session.isBusy());

        session.connectWithPin(QStringLiteral("alice@example.com"), QString(), QString(), QString());
        QTRY_COMPARE(session.stage(), Session::Connecting);
        fixture.mesh->decide(false);
        QTRY_COMPARE(session.errorText(), faultText(Fault::Refused));
        QTRY_COMPARE(session.stage(), Session::New);
        // another account than the one that a strong name means: said at the form, which is still there
        fixture.mesh->failNext(Fault::Contradiction);
        session.connectWithPin(QStringLiteral("alice@mm--mbql.example.com"), QString(), QString(), QString());
        QTRY_VERIFY(session.errorText().contains(QStringLiteral("fingerprint")));
        QCOMPARE(session.stage(), Session::New);
        session.connectWithPin(QStringLiteral("alice@example.com"), QString(), QString(), QString());
        QTRY_COMPARE(session.stage(), Session::Connecting);
        fixture.mesh->decide(true);
        QTRY_COMPARE(session.stage(), Session::Ready);
    }

    void theAccountIsDeletedOnceTheServiceSaysSo()
    {
        Fixture fixture;
        mesh::Stage next = mesh::Stage::Ready;
        fixture.engine.open = [&](const mesh::Options&, const std::stop_token&) {
            auto made = std::make_unique<test::ScriptedMesh>(next);
            fixture.mesh = made.get();
            next = mesh::Stage::New; // with the account, what was here of it is gone
            return Result<std::unique_ptr<mesh::PersonalMesh>>(std::move(made));
        };
        QVERIFY(fixture.open());
        Session& session = fixture.desktop->session;
        QVERIFY(!session.accountAddress().isEmpty());
        fixture.mesh->failNext(Fault::Offline);
        session.deleteAccount();
        QVERIFY(session.isBusy());
        QTRY_COMPARE(session.errorText(), faultText(Fault::Offline));
        QCOMPARE(session.stage(), Session::Ready);
        // a group that it alone administers would be lost
        fixture.mesh->failNext(Fault::Unsupported);
        session.deleteAccount();
        QTRY_VERIFY(session.errorText().contains(QLatin1String("only administrator of a group")));
        QCOMPARE(session.stage(), Session::Ready);
        session.deleteAccount();
        QTRY_COMPARE(session.stage(), Session::New);
        QTRY_VERIFY(!session.isBusy());
        QVERIFY(session.errorText().isEmpty());
        QVERIFY(session.accountAddress().isEmpty());
    }

    void pairingShowsAndWithdrawsAPin()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        Pairing& pairing = fixture.desktop->pairing;
        fixture.mesh->failNext(Fault::Offline);
        pairing.start();
        QTRY_COMPARE(pairing.errorText(), faultText(Fault::Offline));
        pairing.start();
        QTRY_VERIFY(pairing.isActive());
        QCOMPARE(pairing.pin(), QStringLiteral("ABCD-EFGH-IJKL-MNOP"));
        QVERIFY(!pairing.qr().isNull());
        QCOMPARE(pairing.serviceAddress(), QStringLiteral("127.0.0.1:4483"));
        pairing.stop();
        QVERIFY(!pairing.isActive() && pairing.pin().isEmpty());
        QTRY_COMPARE(fixture.mesh->cancelledPins(), 1);
    }

    void requestsAreDecided()
    {
        Fixture fixture(mesh::Stage::Ready, test::fillWithExamples);
        QVERIFY(fixture.open());
        PendingRequests& requests = fixture.desktop->pendingRequests;
        QTRY_COMPARE(requests.count(), 1);
        const QString id = requests.data(requests.index(0), PendingRequests::RequestIdRole).toString();
        QSignalSpy accepted(&requests, &PendingRequests::accepted);
        requests.accept(id, false, false);
        QTRY_COMPARE(accepted.count(), 1);
        QTRY_COMPARE(requests.count(), 0);
        QVERIFY(fixture.mesh->letters().sent().empty());
        Inbox& inbox = fixture.desktop->inbox;
        QTRY_VERIFY(!inbox.data(inbox.index(0), MessageModel::NeedsDecisionRole).toBool());
    }

    void whoIsConnectedGetsRightsAtOnce()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        PendingRequests& requests = fixture.desktop->pendingRequests;
        const QSignalSpy accepted(&requests, &PendingRequests::accepted);
        const auto ask = [&](const std::string& device) {
            mesh::PendingRequest request;
            request.messageId = "request-of-" + device;
            request.deviceUdf = device;
            request.deviceName = "Tablet";
            fixture.mesh->addRequest(request);
            return QTest::qWaitFor([&] { return requests.count() == 1; });
        };
        QVERIFY(ask("MONE"));
        requests.accept(QStringLiteral("request-of-MONE"), true, false);
        QTRY_COMPARE(accepted.count(), 1);
        QCOMPARE(fixture.mesh->letters().sent(), std::vector<std::string>{"may confirm: MONE"});
        QTRY_COMPARE(requests.count(), 0);

        QVERIFY(ask("MTWO"));
        requests.accept(QStringLiteral("request-of-MTWO"), true, true); // who manages confirms too
        QTRY_COMPARE(accepted.count(), 2);
        const auto devices = fixture.mesh->devices().value();
        const auto second = std::ranges::find(devices, "MTWO", &mesh::DeviceInfo::udf);
        QVERIFY(second != devices.end() && second->isAdministrator);
        QCOMPARE(fixture.mesh->letters().sent().size(), std::size_t(1));
        QTRY_COMPARE(requests.count(), 0);

        // connected, but no more
        QVERIFY(ask("MTRE"));
        fixture.mesh->letters().failNext(Fault::Offline);
        requests.accept(QStringLiteral("request-of-MTRE"), true, false);
        QTRY_COMPARE(accepted.count(), 3);
        QVERIFY(requests.errorText().contains(faultText(Fault::Offline)));
        QTRY_COMPARE(requests.count(), 0);
    }
};

QTEST_MAIN(SessionTest)
#include "tst_session.moc"
