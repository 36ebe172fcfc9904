#include "bookmark_editor.h"
#include "contact_account.h"
#include "contact_editor.h"
#include "credential_editor.h"
#include "desktop.h"
#include "fault_text.h"
#include "importer.h"
#include "interchange/wifi_network.h"
#include "keystore/memory_store.h"
#include "keystore/passphrase_file_store.h"
#include "message_reader.h"
#include "network_editor.h"
#include "network_exporter.h"
#include "qr_code.h"
#include "strangers.h"
#include "support/model_rules.h"
#include "support/scripted_mesh.h"
#include "support/scripted_personas.h"
#include "task_editor.h"
#include "text.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <botan/auto_rng.h>
#include <botan/ec_group.h>
#include <botan/ecdsa.h>
#include <botan/pkcs8.h>
#include <botan/x509self.h>

using namespace mmm;
using namespace mmm::desktop;

namespace {

schema::CatalogedBookmark bookmark(const std::string& title, const std::string& path = {})
{
    schema::CatalogedBookmark one;
    one.title = title;
    one.uri = "https://example.com/" + title;
    one.path = path;
    return one;
}

schema::Contact contact(const std::string& name)
{
    schema::Contact one;
    one.fullName = name;
    return one;
}

QStringList titles(const CatalogModel& model)
{
    QStringList all;
    for (int row = 0; row < model.count(); ++row)
        all.append(model.data(model.index(row), CatalogModel::TitleRole).toString());
    return all;
}

/// The object graph over a scripted mesh.
struct Fixture
{
    explicit Fixture(mesh::Stage stage = mesh::Stage::Ready)
    {
        engine = test::scriptedEngine();
        engine.open = [this, stage](const mesh::Options&, const std::stop_token&) {
            auto made = std::make_unique<test::ScriptedMesh>(stage);
            mesh = made.get();
            if (prepare)
                prepare(*mesh);
            return Result<std::unique_ptr<mesh::PersonalMesh>>(std::move(made));
        };
    }
    /// Opens and waits until the lists are there.
    bool open()
    {
        desktop = std::make_unique<Desktop>(engine, mesh::Options(), folder.path());
        desktop->session.openWith(std::make_shared<keystore::MemoryStore>());
        return QTest::qWaitFor([this] {
            return desktop->session.stage() != Session::Opening &&
                   (desktop->session.stage() != Session::Ready || !desktop->credentials.isLoading());
        });
    }
    test::ScriptedAccount& account() { return mesh->scripted(); }

    QTemporaryDir folder;
    Engine engine;
    std::function<void(test::ScriptedMesh&)> prepare;
    test::ScriptedMesh* mesh = nullptr;
    std::unique_ptr<Desktop> desktop;
};

} // namespace

class ModelsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyModelKeepsTheRules()
    {
        Fixture fixture;
        const auto personas = std::make_shared<test::PersonaScript>();
        personas->put({"MWOR-KKKK-CCCC", "alice.work@example.net", false, true});
        fixture.engine.personas = test::PersonaScript::door(personas);
        fixture.desktop = std::make_unique<Desktop>(fixture.engine, mesh::Options(), fixture.folder.path());
        Desktop& desktop = *fixture.desktop;
        const std::vector<QAbstractItemModel*> models = {&desktop.contacts,
                                                         &desktop.bookmarks,
                                                         desktop.bookmarks.folders(),
                                                         &desktop.tasks,
                                                         &desktop.credentials,
                                                         &desktop.networks,
                                                         &desktop.sshProfiles,
                                                         &desktop.mailAccounts,
                                                         &desktop.devices,
                                                         &desktop.pendingRequests,
                                                         &desktop.inbox,
                                                         &desktop.outbox,
                                                         &desktop.confirmations,
                                                         &desktop.groups,
                                                         &desktop.accounts,
                                                         desktop.syncStatus.problems()};
        for (QAbstractItemModel* model : models)
            QCOMPARE(model->rowCount(), 0);
        test::keepsRules<Contacts>(&desktop.contacts);
        test::keepsRules<Bookmarks>(&desktop.bookmarks);
        test::keepsRules<FolderModel>(desktop.bookmarks.folders());
        test::keepsRules<Tasks>(&desktop.tasks);
        test::keepsRules<Credentials>(&desktop.credentials);
        test::keepsRules<Networks>(&desktop.networks);
        test::keepsRules<SshProfiles>(&desktop.sshProfiles);
        test::keepsRules<MailAccounts>(&desktop.mailAccounts);
        test::keepsRules<Devices>(&desktop.devices);
        test::keepsRules<PendingRequests>(&desktop.pendingRequests);
        test::keepsRules<Inbox>(&desktop.inbox);
        test::keepsRules<Outbox>(&desktop.outbox);
        test::keepsRules<Confirmations>(&desktop.confirmations);
        test::keepsRules<Groups>(&desktop.groups);
        test::keepsRules<Accounts>(&desktop.accounts);
        test::keepsRules<ProblemModel>(desktop.syncStatus.problems());
        test::keepsRules<LibraryModel>(desktop.preferences.libraries());
        QVERIFY(desktop.preferences.libraries()->count() > 0);
        fixture.prepare = [](test::ScriptedMesh& mesh) { test::fillWithExamples(mesh); };
        desktop.session.openWith(std::make_shared<keystore::MemoryStore>());
        QTRY_COMPARE(desktop.contacts.count(), 8);
        QTRY_COMPARE(desktop.bookmarks.count(), 12);
        QCOMPARE(desktop.bookmarks.folders()->count(), 3);
        QTRY_COMPARE(desktop.tasks.count(), 4);
        QTRY_COMPARE(desktop.credentials.count(), 3);
        QTRY_COMPARE(desktop.networks.count(), 4);
        QTRY_COMPARE(desktop.sshProfiles.count(), 1);
        QTRY_COMPARE(desktop.mailAccounts.count(), 1);
        QTRY_COMPARE(desktop.devices.count(), 2);
        QTRY_COMPARE(desktop.pendingRequests.count(), 1);
        QTRY_COMPARE(desktop.inbox.count(), 6);
        QCOMPARE(desktop.inbox.unreadCount(), 5);
        QTRY_COMPARE(desktop.outbox.count(), 4);
        QTRY_COMPARE(desktop.groups.count(), 3);
        QTRY_COMPARE(desktop.accounts.count(), 2);
        fixture.mesh->report({{Fault::RolledBack, "scripted"}, "mmm_CatalogContact", 3});
        QTRY_COMPARE(desktop.syncStatus.problems()->rowCount(), 1);
        desktop.link.close();
        for (QAbstractItemModel* model : models)
            QCOMPARE(model->rowCount(), 0);
    }

    void oneChangeIsOneRowChange()
    {
        Fixture fixture;
        fixture.prepare = [](test::ScriptedMesh& mesh) {
            mesh.scripted().bookmarks().fill({bookmark("b"), bookmark("d"), bookmark("f")});
        };
        QVERIFY(fixture.open());
        Bookmarks& model = fixture.desktop->bookmarks;
        QTRY_COMPARE(titles(model), QStringList({"b", "d", "f"}));
        test::keepsRules<Bookmarks>(&model);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

        const std::string id = fixture.account().bookmarks().arrive(bookmark("É"));
        QTRY_COMPARE(titles(model), QStringList({"b", "d", "É", "f"}));
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(model.indexOfEntry(QString::fromStdString(id)), 2);
        fixture.account().bookmarks().arrive(bookmark("z"), id);
        QTRY_COMPARE(titles(model), QStringList({"b", "d", "f", "z"}));
        QCOMPARE(moved.count(), 1);
        fixture.account().bookmarks().arrive(bookmark("a"), id);
        QTRY_COMPARE(titles(model), QStringList({"a", "b", "d", "f"}));
        QCOMPARE(moved.count(), 2);
        schema::CatalogedBookmark other = bookmark("a");
        other.uri = "https://example.org/";
        changed.clear();
        fixture.account().bookmarks().arrive(other, id);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(moved.count(), 2);
        fixture.account().bookmarks().disappear(id);
        QTRY_COMPARE(titles(model), QStringList({"b", "d", "f"}));
        QCOMPARE(removed.count(), 1);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(reset.count(), 0);
    }

    void searchAndFolderNarrowTheList()
    {
        Fixture fixture;
        fixture.prepare = [](test::ScriptedMesh& mesh) {
            mesh.scripted().bookmarks().fill({bookmark("one", "Work"), bookmark("two", "Work/Docs"),
                                              bookmark("three", "Workshop"), bookmark("four")});
        };
        QVERIFY(fixture.open());
        Bookmarks& model = fixture.desktop->bookmarks;
        QTRY_COMPARE(model.count(), 4);
        test::keepsRules<Bookmarks>(&model);
        model.setFolder(QStringLiteral("Work"));
        QCOMPARE(titles(model), QStringList({"one", "two"}));
        model.setQuery(QStringLiteral("TWO"));
        QTRY_COMPARE(titles(model), QStringList({"two"}));
        QCOMPARE(model.total(), 4);
        model.setFolder(QString());
        model.setQuery(QStringLiteral("o"));
        QTRY_COMPARE(model.count(), 4);
        model.setQuery(QStringLiteral("nothing like it"));
        QTRY_COMPARE(model.count(), 0);
        model.setQuery(QString());
        QTRY_COMPARE(model.count(), 4);
    }

    void removedEntriesComeBack()
    {
        Fixture fixture;
        fixture.prepare = [](test::ScriptedMesh& mesh) {
            mesh.scripted().contacts().fill({contact("Ada"), contact("Grace")});
        };
        QVERIFY(fixture.open());
        Contacts& model = fixture.desktop->contacts;
        QTRY_COMPARE(model.count(), 2);
        QSignalSpy removed(&model, &CatalogModel::removed);
        QSignalSpy failed(&model, &CatalogModel::failed);
        fixture.account().contacts().failNext(Fault::DiskFull);
        model.removeEntries({model.entryAt(0)});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(model.errorText(), faultText(Fault::DiskFull));
        QCOMPARE(model.count(), 2);
        model.removeEntries({model.entryAt(0), model.entryAt(1)});
        QTRY_COMPARE(removed.count(), 1);
        QCOMPARE(removed[0][0].toInt(), 2);
        QTRY_COMPARE(model.count(), 0);
        QVERIFY(model.canUndoRemove());
        model.undoRemove();
        QTRY_COMPARE(titles(model), QStringList({"Ada", "Grace"}));
        QVERIFY(!model.canUndoRemove());
    }

    void showsAHundredThousandEntries()
    {
        Fixture fixture;
        fixture.prepare = [](test::ScriptedMesh& mesh) {
            std::vector<schema::CatalogedBookmark> many;
            for (int i = 0; i < 100000; ++i)
                many.push_back(bookmark("page " + std::to_string(i * 7919 % 100000), i % 2 ? "Odd" : "Even"));
            mesh.scripted().bookmarks().fill(many);
        };
        fixture.desktop = std::make_unique<Desktop>(fixture.engine, mesh::Options(), fixture.folder.path());
        Bookmarks& model = fixture.desktop->bookmarks;
        fixture.desktop->session.openWith(std::make_shared<keystore::MemoryStore>());
        QTRY_COMPARE_WITH_TIMEOUT(model.count(), 100000, 60000);
        model.setFolder(QStringLiteral("Odd"));
        QCOMPARE(model.count(), 50000);
    }

    void bookmarkFormChecksAndSaves()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        BookmarkEditor editor(fixture.desktop->link);
        test::keepsRules<VersionModel>(editor.versions());
        editor.startNew();
        QVERIFY(editor.isNew() && !editor.isDirty() && !editor.isValid());
        QVERIFY(editor.uriError().isEmpty()); // nobody has been there yet
        editor.setUri(QStringLiteral("no address"));
        QVERIFY(!editor.uriError().isEmpty());
        QVERIFY(editor.isDirty());
        editor.setUri(QString());
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QVERIFY(!editor.uriError().isEmpty());
        editor.setUri(QStringLiteral("example.com/x"));
        editor.setPath(QStringLiteral("/Work/"));
        QVERIFY(editor.uriError().isEmpty());
        fixture.account().bookmarks().failNext(Fault::DiskFull);
        editor.save();
        QTRY_COMPARE(editor.errorText(), faultText(Fault::DiskFull));
        QVERIFY(editor.isDirty());
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(!editor.isNew() && !editor.isDirty() && editor.errorText().isEmpty());
        const auto row = fixture.account().bookmarks().read(editor.entryId().toStdString());
        QVERIFY(row);
        QCOMPARE(row->entry.uri, std::string("https://example.com/x"));
        QCOMPARE(row->entry.path, std::string("Work"));

        editor.setTitle(QStringLiteral("Renamed"));
        editor.revert();
        QVERIFY(!editor.isDirty());
        editor.setTitle(QStringLiteral("Second"));
        editor.save();
        QTRY_COMPARE(saved.count(), 2);
        QTRY_COMPARE(editor.versions()->count(), 2);
        editor.restoreVersion(1);
        QTRY_COMPARE(editor.title(), QString());
        QTRY_COMPARE(editor.versions()->count(), 3);
    }

    void formsFollowChangesFromElsewhere()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        const std::string id = fixture.account().bookmarks().arrive(bookmark("first"));
        BookmarkEditor editor(fixture.desktop->link);
        editor.load(QString::fromStdString(id));
        QTRY_COMPARE(editor.title(), QStringLiteral("first"));
        fixture.account().bookmarks().arrive(bookmark("second"), id);
        QTRY_COMPARE(editor.title(), QStringLiteral("second"));
        editor.setTitle(QStringLiteral("mine"));
        fixture.account().bookmarks().arrive(bookmark("third"), id);
        QTRY_VERIFY(!editor.errorText().isEmpty());
        QCOMPARE(editor.title(), QStringLiteral("mine"));
        QSignalSpy gone(&editor, &EntryEditor::entryRemoved);
        fixture.account().bookmarks().disappear(id);
        QTRY_COMPARE(gone.count(), 1);
    }

    void conflictsAreShownAndSettled()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        const std::string id = fixture.account().contacts().arrive(contact("Ada"));
        fixture.account().contacts().conflict(id, contact("Ada Lovelace"), contact("Ada King"));
        QTRY_COMPARE(fixture.desktop->contacts.conflictCount(), 1);
        ContactEditor editor(fixture.desktop->link);
        test::keepsRules<ConflictModel>(editor.conflict());
        editor.load(QString::fromStdString(id));
        QTRY_VERIFY(editor.hasConflict());
        QVERIFY(editor.canKeepBoth());
        const ConflictModel* fields = editor.conflict();
        QCOMPARE(fields->data(fields->index(0), ConflictModel::MineRole).toString(),
                 QStringLiteral("Ada Lovelace"));
        QCOMPARE(fields->data(fields->index(0), ConflictModel::TheirsRole).toString(),
                 QStringLiteral("Ada King"));
        editor.keepBoth();
        QTRY_VERIFY(!editor.hasConflict());
        QTRY_COMPARE(editor.fullName(), QStringLiteral("Ada King"));
        QTRY_COMPARE(titles(fixture.desktop->contacts), QStringList({"Ada King", "Ada Lovelace"}));
        QCOMPARE(fixture.desktop->contacts.conflictCount(), 0);
    }

    void passwordsInConflictAreToldApart()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        schema::CatalogedCredential mine;
        mine.service = "example.com";
        mine.username = "alice";
        mine.password.secret = SharedSecret(Secret(bytesOf("mine")));
        schema::CatalogedCredential theirs = mine;
        theirs.password.secret = SharedSecret(Secret(bytesOf("theirs")));
        const std::string id = fixture.account().credentials().arrive(mine);
        fixture.account().credentials().conflict(id, mine, theirs);
        CredentialEditor editor(fixture.desktop->link);
        editor.load(QString::fromStdString(id));
        QTRY_VERIFY(editor.hasConflict());
        const ConflictModel* fields = editor.conflict();
        const auto value = [&](int row, ConflictModel::Role role) {
            return fields->data(fields->index(row), role);
        };
        QCOMPARE(fields->count(), 3);
        QVERIFY(value(0, ConflictModel::DifferentRole).toBool()); // what differs comes first
        QVERIFY(value(0, ConflictModel::HiddenRole).toBool());
        QCOMPARE(value(0, ConflictModel::MineRole).toString(), QString()); // no text holds it
        QVERIFY(value(0, ConflictModel::MineSecretRole).value<SharedSecret>() == mine.password.secret);
        QVERIFY(value(0, ConflictModel::TheirsSecretRole).value<SharedSecret>() == theirs.password.secret);
        QVERIFY(!value(1, ConflictModel::DifferentRole).toBool());
        QVERIFY(editor.mineOrigin().startsWith(QStringLiteral("This device")));
        QCOMPARE(editor.theirsOrigin(), QStringLiteral("This computer, Just now"));
    }

    void whenADeviceWasSeenIsReadWithTheExchange()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        mesh::DeviceInfo device;
        device.udf = "MOTH-ERDE-VICE";
        device.name = "Laptop";
        fixture.mesh->addDevice(device);
        Devices& devices = fixture.desktop->devices;
        QTRY_COMPARE(devices.count(), 2);
        const auto seen = [&] { return devices.data(devices.index(1), Devices::LastSeenRole).toString(); };
        QCOMPARE(seen(), QStringLiteral("Not seen yet"));
        fixture.mesh->seeDevice(device.udf, SystemClock().now());
        fixture.mesh->setSyncState({});
        QTRY_COMPARE(seen(), QStringLiteral("Last seen: Just now"));
    }

    void contactFormKeepsWhatItDoesNotShow()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        schema::Contact original = contact("Ada");
        original.identifier = "kept";
        schema::Address mail;
        mail.uri = "mailto:ada@example.com";
        mail.labels = {"home", "second label"};
        original.addresses = {mail};
        const std::string id = fixture.account().contacts().arrive(original);
        ContactEditor editor(fixture.desktop->link);
        test::keepsRules<AddressModel>(editor.addresses());
        editor.load(QString::fromStdString(id));
        QTRY_COMPARE(editor.addresses()->count(), 1);
        QVERIFY(!editor.isDirty());
        editor.addresses()->setLabel(0, QStringLiteral("work"));
        editor.addresses()->add(AddressModel::Phone);
        editor.addresses()->setValue(1, QStringLiteral("no digits"));
        QVERIFY(!editor.isValid());
        editor.addresses()->setValue(1, QStringLiteral("+44 20 7946 0000"));
        editor.setCompany(QStringLiteral("Analytical Engines"));
        editor.setLocality(QStringLiteral("London"));
        QVERIFY(editor.isValid());
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        const auto row = fixture.account().contacts().read(id);
        QVERIFY(row);
        QCOMPARE(row->entry.identifier, std::string("kept"));
        QCOMPARE(row->entry.addresses.size(), std::size_t(2));
        QCOMPARE(row->entry.addresses[0].labels, (std::vector<std::string>{"work", "second label"}));
        QCOMPARE(row->entry.addresses[1].uri, std::string("tel:+44 20 7946 0000"));
        QCOMPARE(row->entry.roles[0].companyName, std::string("Analytical Engines"));
        QCOMPARE(row->entry.locations[0].locality, std::string("London"));
    }

    void taskFormChecksDates()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        TaskEditor editor(fixture.desktop->link);
        editor.startNew();
        editor.setTitle(QStringLiteral("Report"));
        QVERIFY(editor.isValid());
        const QDateTime start = QDateTime::fromString(QStringLiteral("2030-05-01T10:00:00Z"), Qt::ISODate);
        editor.setStart(start);
        editor.setFinish(start.addSecs(-60));
        QVERIFY(!editor.finishError().isEmpty());
        editor.setFinish(start.addSecs(3600));
        editor.setRepetition(TaskEditor::Weekly);
        QVERIFY(editor.isValid());
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        const auto row = fixture.account().tasks().read(editor.entryId().toStdString());
        QVERIFY(row);
        QCOMPARE(row->entry.repeat, std::string("FREQ=WEEKLY"));
        QCOMPARE(*row->entry.finish - *row->entry.start, std::chrono::seconds(3600));
        // that the catalog completed the entry is no change by someone else
        editor.setTitle(QStringLiteral("Report, typed on"));
        QTRY_COMPARE(editor.versions()->count(), 1);
        QVERIFY(editor.errorText().isEmpty());
    }

    void passwordsAreHandedOutOnRequestOnly()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        CredentialEditor editor(fixture.desktop->link);
        editor.startNew();
        editor.setService(QStringLiteral("example.com"));
        editor.setPassword(QStringLiteral("hunter2"));
        QSignalSpy revealed(&editor, &CredentialEditor::revealed);
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        const QString id = editor.entryId();
        editor.load(id);
        QTRY_VERIFY(editor.hasPassword());
        QCOMPARE(revealed.count(), 0);
        editor.reveal();
        QCOMPARE(revealed[0][0].toString(), QStringLiteral("hunter2"));
        editor.copyPassword();
        QVERIFY(fixture.desktop->clipboard.holdsSecret());
        editor.generatePassword(24, true);
        QCOMPARE(editor.password().size(), std::size_t(24));
        QVERIFY(editor.isDirty());
    }

    void wifiIsKeptShownAndWritten()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        NetworkEditor editor(fixture.desktop->link);
        QVERIFY(!editor.startFromCode(QStringLiteral("https://example.com")));
        QVERIFY(editor.startFromCode(QStringLiteral("WIFI:T:WPA;S:Home;P:12345678;H:true;;")));
        QVERIFY(editor.isNew() && editor.isDirty() && editor.isValid() && editor.isHiddenNetwork());
        editor.setPassword(secretFromText(QStringLiteral("short")));
        QVERIFY(!editor.isValid() && !editor.passwordError().isEmpty());
        editor.setPassword(secretFromText(QStringLiteral("correct horse")));
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(editor.hasCode() && !editor.isCodeShown());
        editor.showCode();
        QCOMPARE(readQr(editor.code().scaled(editor.code().size() * 8)),
                 std::optional(QStringLiteral("WIFI:T:WPA;S:Home;P:correct horse;H:true;;")));
        editor.copyPassword();
        QVERIFY(fixture.desktop->clipboard.holdsSecret());

        NetworkExporter exporter(fixture.desktop->link);
        QSignalSpy written(&exporter, &NetworkExporter::written);
        QSignalSpy failed(&exporter, &NetworkExporter::failed);
        const QString path = fixture.folder.filePath(QStringLiteral("home.nmconnection"));
        exporter.write(editor.entryId(), QUrl::fromLocalFile(path));
        QTRY_COMPARE(written.count(), 1);
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        exporter.write(editor.entryId(), QUrl::fromLocalFile(path + QStringLiteral(".conf")));
        QTRY_COMPARE(failed.count(), 1);

        Importer importer(fixture.desktop->link);
        importer.open(QUrl::fromLocalFile(path));
        QTRY_COMPARE(importer.preview()->duplicateCount(), 1);
        QCOMPARE(importer.kind(), Importer::NetworkList);
        importer.preview()->selectAll();
        QSignalSpy committed(&importer, &Importer::committed);
        importer.commit();
        QTRY_COMPARE(committed.count(), 1);
        QCOMPARE(fixture.account().networks().size(), std::size_t(2));
        fixture.desktop->link.close();
        QVERIFY(!editor.isCodeShown() && editor.password().empty());
    }

    void enterpriseAndTunnelsAreEdited()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        NetworkEditor editor(fixture.desktop->link);
        test::keepsRules<PeerModel>(editor.peers());
        editor.startNew();
        editor.setName(QStringLiteral("eduroam"));
        editor.setSecurity(NetworkEditor::Enterprise);
        editor.setMethod(1);
        editor.setInnerMethod(1);
        editor.setOuterName(QStringLiteral("DOMAIN\\anon"));
        QCOMPARE(editor.method(), 1);
        QCOMPARE(editor.outerName(), QStringLiteral("DOMAIN\\anon"));
        QCOMPARE(editor.furtherCount(), 0);
        QVERIFY(editor.isValid());
        editor.setName(QString(33, QLatin1Char('a')));
        QVERIFY(!editor.isValid());

        editor.startNew();
        editor.setKind(NetworkEditor::WireGuard);
        editor.setName(QStringLiteral("Office"));
        QVERIFY(!editor.isValid() && editor.publicKey().isEmpty());
        editor.makeKey();
        QVERIFY(editor.isValid());
        QCOMPARE(editor.publicKey().size(), 44);
        editor.setTunnelAddresses(QStringLiteral("10.0.0.2/32, nonsense"));
        QVERIFY(!editor.tunnelAddressesError().isEmpty());
        editor.setTunnelAddresses(QStringLiteral("10.0.0.2/32, fd00::2/128"));
        editor.setMtu(QStringLiteral("70000"));
        QVERIFY(!editor.mtuError().isEmpty());
        editor.setMtu(QStringLiteral("1420"));
        editor.peers()->add();
        QVERIFY(!editor.isValid());
        editor.peers()->setPublicKey(0, QStringLiteral("Z7kf8+gZ8fFhTCZfZ1P9VVyIVz2nnw0vOTcC6JGAlSU="));
        editor.peers()->setEndpoint(0, QStringLiteral("vpn.example.org:51820"));
        editor.peers()->setAllowed(0, QStringLiteral("0.0.0.0/0"));
        editor.peers()->setShared(0, editor.password());
        editor.peers()->setKeepAlive(0, QStringLiteral("25"));
        QVERIFY(editor.isValid());
        editor.peers()->add();
        editor.peers()->removePeer(1);
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        const auto row = fixture.account().networks().read(fromText(editor.entryId()));
        QCOMPARE(row->entry.tunnel->addresses.size(), std::size_t(2));
        QCOMPARE(*row->entry.tunnel->peers.at(0).keepAlive, 25);

        NetworkExporter exporter(fixture.desktop->link);
        QSignalSpy written(&exporter, &NetworkExporter::written);
        const QString path = fixture.folder.filePath(QStringLiteral("office.conf"));
        exporter.write(editor.entryId(), QUrl::fromLocalFile(path));
        QTRY_COMPARE(written.count(), 1);
        fixture.account().networks().conflict(fromText(editor.entryId()), row->entry, std::nullopt);
        QTRY_VERIFY(editor.hasConflict() && editor.isRemovedElsewhere());
        QTRY_COMPARE(fixture.desktop->networks.conflictCount(), 1);
    }

    void certificatesOfNetworksAreShownReplacedAndWritten()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        Botan::AutoSeeded_RNG random;
        const Botan::ECDSA_PrivateKey key(random, Botan::EC_Group::from_name("secp256r1"));
        const auto certificate = Botan::X509::create_self_signed_cert(
            Botan::X509_Cert_Options("Authority of the office/AT"), key, "SHA-256", random);
        const auto put = [&](const char* name, const std::string& content) {
            QFile file(fixture.folder.filePath(QString::fromLatin1(name)));
            if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), qint64(content.size())) < 0)
                qFatal("no file");
            return QUrl::fromLocalFile(file.fileName());
        };
        const QUrl authority = put("authority.pem", certificate.PEM_encode());
        const QUrl privateKey = put("alice.key", Botan::PKCS8::PEM_encode(key));

        NetworkEditor editor(fixture.desktop->link);
        test::keepsRules<VpnTextModel>(editor.texts());
        test::keepsRules<NetworkFileModel>(editor.files());
        NetworkFileModel& files = *editor.files();
        const auto shown = [&](int row, int role) { return files.data(files.index(row), role).toString(); };
        editor.startNew();
        QCOMPARE(files.count(), 0);
        editor.setKind(NetworkEditor::Tls);
        editor.setName(QStringLiteral("Office"));
        editor.setAddress(QStringLiteral("vpn.example.org"));
        QCOMPARE(editor.programs().size(), 2);
        QCOMPARE(editor.program(), 0);
        QCOMPARE(files.count(), 1); // who signs in with a password knows the authority
        QVERIFY(editor.hasPassword() && editor.hasUsername() && !editor.hasSharedKey());
        editor.setProof(1);
        QCOMPARE(files.count(), 3);
        QVERIFY(!editor.hasPassword() && editor.hasPassphrase() && files.hasMore());
        editor.setPassphrase(secretFromText(QStringLiteral("opens the key")));
        QVERIFY(editor.isValid());

        QSignalSpy failed(&editor, &NetworkEditor::fileFailed);
        editor.replaceFile(0, authority);
        QTRY_COMPARE(shown(0, NetworkFileModel::OwnerRole), QStringLiteral("Authority of the office"));
        QCOMPARE(shown(0, NetworkFileModel::FingerprintRole).size(), 95);
        QVERIFY(shown(0, NetworkFileModel::WarningRole).isEmpty());
        editor.replaceFile(2, authority);
        QTRY_COMPARE(failed.count(), 1); // there is no key in it
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("authority.pem")));
        editor.replaceFile(2, privateKey);
        QTRY_VERIFY(files.data(files.index(2), NetworkFileModel::PresentRole).toBool());
        files.showAll();
        QVERIFY(!files.hasMore() && files.count() > 3);
        editor.texts()->setValue(2, QStringLiteral("AES-256-GCM"));
        // what is there stays, whatever else is chosen
        editor.setProof(2);
        QCOMPARE(shown(0, NetworkFileModel::OwnerRole), QStringLiteral("Authority of the office"));
        QCOMPARE(editor.texts()->data(editor.texts()->index(2), VpnTextModel::ValueRole).toString(),
                 QStringLiteral("AES-256-GCM"));
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        const auto row = fixture.account().networks().read(fromText(editor.entryId()));
        QCOMPARE(row->entry.attachments.size(), std::size_t(2));
        QCOMPARE(editor.furtherCount(), 0);

        NetworkExporter exporter(fixture.desktop->link);
        QSignalSpy written(&exporter, &NetworkExporter::written);
        QSignalSpy refused(&exporter, &NetworkExporter::failed);
        const QString path = fixture.folder.filePath(QStringLiteral("office.nmconnection"));
        for (int i = 1; i <= 2; ++i) { // the same again is no harm
            exporter.write(editor.entryId(), QUrl::fromLocalFile(path));
            QTRY_COMPARE(written.count(), i);
        }
        const QString keyPath = fixture.folder.filePath(QStringLiteral("office-key.pem"));
        QCOMPARE(QFile::permissions(keyPath) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        (void)put("office-key.pem", "somebody else's");
        exporter.write(editor.entryId(), QUrl::fromLocalFile(path));
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(refused.front().front().toString().contains(QStringLiteral("office-key.pem")));

        // and back, with others at once: what is not there is said
        const QUrl wifi = put("home.nmconnection", "[connection]\nid=Home\ntype=wifi\n[wifi]\nssid=Home\n");
        const QUrl text = put("poem.conf", "no network");
        Importer importer(fixture.desktop->link);
        QSignalSpy opened(&importer, &Importer::opened);
        importer.openAll({text, QUrl::fromLocalFile(path), wifi});
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(importer.preview()->count(), 2);
        QVERIFY(importer.noteText().contains(QStringLiteral("poem.conf")));
        QVERIFY(importer.noteText().contains(QStringLiteral("office-ca.pem")));
        QVERIFY(importer.noteText().contains(QStringLiteral("“office-key.pem” is neither")));
        importer.openAll({text, QUrl::fromLocalFile(fixture.folder.path())});
        QTRY_VERIFY(!importer.errorText().isEmpty());

        files.remove(0);
        QVERIFY(editor.isDirty());
        QVERIFY(!files.data(files.index(0), NetworkFileModel::PresentRole).toBool());
    }

    void sharedKeysOfNetworksAreEdited()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        NetworkEditor editor(fixture.desktop->link);
        editor.startNew();
        editor.setKind(NetworkEditor::Ipsec);
        editor.setName(QStringLiteral("Branch"));
        editor.setAddress(QStringLiteral("gw.example.org"));
        QCOMPARE(editor.proofs().size(), 4); // strongSwan
        editor.setProgram(2);
        QVERIFY(editor.hasSharedKey() && !editor.hasPassphrase());
        editor.setSharedKey(secretFromText(QStringLiteral("  of all; ")));
        QCOMPARE(editor.sharedKey().text(), std::string_view("  of all; "));
        editor.texts()->setValue(0, QStringLiteral("staff"));
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        const auto row = fixture.account().networks().read(fromText(editor.entryId()));
        QCOMPARE(interchange::settingText(row->entry, "vpn", "IPSec ID"), std::string("staff"));
        QCOMPARE(interchange::settingText(row->entry, "vpn-secrets", "IPSec secret"),
                 std::string("  of all; "));
        // people who sign in to a Wi-Fi network with a certificate
        editor.startNew();
        editor.setSecurity(NetworkEditor::Enterprise);
        QVERIFY(!editor.hasPassphrase());
        editor.setMethod(4);
        QCOMPARE(editor.files()->count(), 3);
        QVERIFY(editor.hasPassphrase());
    }

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
        fixture.desktop = std::make_unique<Desktop>(fixture.engine, mesh::Options(), fixture.folder.path());
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
        Fixture fixture;
        fixture.prepare = [](test::ScriptedMesh& mesh) { test::fillWithExamples(mesh); };
        QVERIFY(fixture.open());
        PendingRequests& requests = fixture.desktop->pendingRequests;
        QTRY_COMPARE(requests.count(), 1);
        const QString id = requests.data(requests.index(0), PendingRequests::RequestIdRole).toString();
        QSignalSpy accepted(&requests, &PendingRequests::accepted);
        requests.accept(id);
        QTRY_COMPARE(accepted.count(), 1);
        QTRY_COMPARE(requests.count(), 0);
        Inbox& inbox = fixture.desktop->inbox;
        QTRY_VERIFY(!inbox.data(inbox.index(0), MessageModel::NeedsDecisionRole).toBool());
    }

    void messagesOfPeopleAreReadAndAnswered()
    {
        Fixture fixture;
        fixture.prepare = [](test::ScriptedMesh& mesh) { test::fillWithExamples(mesh); };
        QVERIFY(fixture.open());
        Desktop& desktop = *fixture.desktop;
        QTRY_COMPARE(desktop.inbox.count(), 6);
        MessageReader reader(desktop.link);
        QVERIFY(!reader.isLoaded());
        reader.setMessageId(QStringLiteral("letter-1"));
        QTRY_VERIFY(reader.isLoaded());
        QCOMPARE(reader.kind(), MessageReader::ContactRequest);
        QCOMPARE(reader.standing(), MessageReader::Stranger);
        // a stranger is called by the address, whatever the message says
        QCOMPARE(reader.speakerName(), QStringLiteral("bob@example.org"));
        QVERIFY(!reader.speakerProof().contains(QStringLiteral("Verified")));
        QCOMPARE(reader.cardName(), QStringLiteral("Bob Sample"));
        QVERIFY(reader.needsAnswer());
        const QSignalSpy added(&reader, &MessageReader::contactAdded);
        reader.acceptContact(MessageReader::PublicCard);
        QTRY_COMPARE(added.count(), 1);
        QTRY_VERIFY(!reader.needsAnswer());

        reader.setMessageId(QStringLiteral("letter-2"));
        QTRY_VERIFY(reader.isLoaded());
        QCOMPARE(reader.speakerName(), QStringLiteral("Grace Hopper"));
        QCOMPARE(reader.organisation(), QStringLiteral("Example Ltd"));
        QVERIFY(reader.canConfirm());
        QVERIFY(!reader.expiresText().isEmpty());
        fixture.mesh->letters().failNext(Fault::Expired);
        reader.confirm(true);
        QTRY_VERIFY(!reader.errorText().isEmpty());
        reader.confirm(true);
        QTRY_VERIFY(!reader.needsAnswer());

        reader.setMessageId(QStringLiteral("letter-3"));
        QTRY_COMPARE(reader.taskTitle(), QStringLiteral("Review the compiler"));
        reader.reject();
        QTRY_VERIFY(!reader.needsAnswer());

        reader.setMessageId(QStringLiteral("letter-4"));
        QTRY_COMPARE(reader.standing(), MessageReader::Refused);
        QVERIFY(reader.text().isEmpty());
        const int row = desktop.inbox.indexOfMessage(QStringLiteral("letter-4"));
        QVERIFY(desktop.inbox.data(desktop.inbox.index(row), MessageModel::RefusedRole).toBool());

        reader.setMessageId(QStringLiteral("letter-6"));
        QTRY_VERIFY(reader.canSendAgain());
        QVERIFY(!reader.hasSpeaker());
    }

    void lettersAreSent()
    {
        Fixture fixture;
        fixture.prepare = [](test::ScriptedMesh& mesh) { test::fillWithExamples(mesh); };
        QVERIFY(fixture.open());
        Correspondence& letters = fixture.desktop->correspondence;
        QCOMPARE(letters.addressError(QStringLiteral("bob@example.org")), QString());
        QVERIFY(!letters.addressError(QStringLiteral("bob")).isEmpty());
        letters.find(QStringLiteral("nobody@example.org"));
        QTRY_VERIFY(!letters.errorText().isEmpty());
        letters.find(QStringLiteral("bob@example.org"));
        QTRY_COMPARE(letters.foundAddress(), QStringLiteral("bob@example.org"));
        const QSignalSpy sent(&letters, &Correspondence::sent);
        letters.askForContact(QStringLiteral("bob@example.org"), {}, false, {});
        QTRY_COMPARE(sent.count(), 1);
        letters.askConfirmation(QStringLiteral("grace@example.com"), QStringLiteral("Now?"), {});
        QTRY_COMPARE(sent.count(), 2);
        letters.proposeTask(QStringLiteral("grace@example.com"), QStringLiteral("Review"), {}, {}, {}, {},
                            {});
        QTRY_COMPARE(sent.count(), 3);
        const std::vector<std::string> expected{"RequestContact bob@example.org",
                                                "RequestConfirmation grace@example.com",
                                                "RequestTask grace@example.com"};
        QCOMPARE(fixture.mesh->letters().sent(), expected);

        CardCode& codes = fixture.desktop->cardCode;
        codes.show(false, true);
        QTRY_VERIFY(codes.isActive());
        QVERIFY(!codes.qr().isNull());
        QVERIFY(!codes.expiresText().isEmpty());
        codes.hide();
        QVERIFY(codes.qr().isNull());
        codes.read(QStringLiteral("hello"));
        QTRY_VERIFY(!codes.errorText().isEmpty());
        codes.read(QStringLiteral("udf://example.com/EBQC-SCRI-PTED"));
        QTRY_COMPARE(codes.foundName(), QStringLiteral("Bob Sample"));
        QVERIFY(codes.foundLogText().isEmpty() && !codes.isFoundLogWrong());
        mesh::LogComparison log;
        fixture.mesh->trust().setComparison(log);
        codes.read(QStringLiteral("udf://example.com/EBQC-SCRI-PTED"));
        QTRY_VERIFY(codes.foundLogText().contains(QLatin1String("fits together")));
        log.contradiction = Error{Fault::Forked, "scripted"};
        fixture.mesh->trust().setComparison(log);
        codes.read(QStringLiteral("udf://example.com/EBQC-SCRI-PTED"));
        QTRY_VERIFY(codes.isFoundLogWrong());
        QVERIFY(codes.foundLogText().contains(QLatin1String("something else")));
        const QSignalSpy added(&codes, &CardCode::added);
        codes.add(false);
        QTRY_COMPARE(added.count(), 1);
        QVERIFY(codes.foundName().isEmpty());
    }

    void aContactsAccountAndRights()
    {
        Fixture fixture;
        fixture.prepare = [](test::ScriptedMesh& mesh) { test::fillWithExamples(mesh); };
        QVERIFY(fixture.open());
        ContactAccount account(fixture.desktop->link);
        account.setContactId(QStringLiteral("id-4"));
        QTRY_VERIFY(account.isVerified());
        QCOMPARE(account.address(), QStringLiteral("grace@example.com"));
        account.setTaskRight(2);
        QTRY_COMPARE(fixture.mesh->letters().trust("id-4")->rights.classes["RequestTask"], mesh::Right::Hold);
        account.setGroupRight(3);
        QTRY_COMPARE(fixture.mesh->letters().trust("id-4")->rights.classes["GroupInvitation"],
                     mesh::Right::Reject);
        account.setBlocked(true);
        QTRY_VERIFY(fixture.mesh->letters().trust("id-4")->rights.isBlocked);
        QCOMPARE(account.taskRight(), 2); // for afterwards
        fixture.mesh->letters().failNext(Fault::DiskFull);
        account.setBlocked(false);
        QTRY_VERIFY(!account.errorText().isEmpty());
        QTRY_VERIFY(account.isBlocked());
        account.setContactId(QStringLiteral("id-8"));
        QTRY_VERIFY(account.isOwn());
        QTRY_COMPARE(fixture.desktop->contacts.ownEntry(), QStringLiteral("id-8"));

        // who sees an address of the own card is a label that the kind does not show
        AddressModel addresses;
        test::keepsRules<AddressModel>(&addresses);
        schema::Address phone;
        phone.uri = "tel:+1-555-0100";
        phone.labels = {"public", "work"};
        addresses.setAddresses({phone});
        QCOMPARE(addresses.data(addresses.index(0), AddressModel::LabelRole).toString(),
                 QStringLiteral("work"));
        QCOMPARE(addresses.data(addresses.index(0), AddressModel::AudienceRole).toInt(),
                 int(AddressModel::Everybody));
        addresses.setAudience(0, AddressModel::Nobody);
        const std::vector<std::string> labels{"work", "private"};
        QCOMPARE(addresses.addresses().front().labels, labels);
    }

    void strangersMayBeKeptFromAsking()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        Strangers strangers(fixture.desktop->link);
        QTRY_VERIFY(strangers.isLoaded());
        QVERIFY(strangers.mayAsk());
        strangers.setMayAsk(false);
        QVERIFY(!strangers.mayAsk());
        QTRY_COMPARE(fixture.mesh->letters().rightOfStrangers().value(), mesh::Right::Reject);
        fixture.mesh->letters().failNext(Fault::DiskFull);
        strangers.setMayAsk(true);
        QTRY_VERIFY(!strangers.errorText().isEmpty());
        QTRY_VERIFY(!strangers.mayAsk()); // as it is
        strangers.setMayAsk(true);
        QTRY_COMPARE(fixture.mesh->letters().rightOfStrangers().value(), mesh::Right::Default);
        QTRY_VERIFY(strangers.errorText().isEmpty());
    }

    void importShowsThenAdds()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        const QString path = fixture.folder.filePath(QStringLiteral("passwords.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "name,url,username,password\na,https://a.example/,alice,one\nb,https://b.example/,bob,two\n"
            "a,https://a.example/,alice,one\n");
        file.close();
        Importer importer(fixture.desktop->link);
        test::keepsRules<ImportPreview>(importer.preview());
        importer.open(QUrl::fromLocalFile(path));
        QTRY_COMPARE(importer.preview()->count(), 3);
        QCOMPARE(importer.kind(), Importer::PasswordList);
        QCOMPARE(importer.preview()->duplicateCount(), 1);
        QCOMPARE(importer.preview()->selectedCount(), 2);
        QCOMPARE(fixture.account().credentials().size(), std::size_t(0));
        QSignalSpy committed(&importer, &Importer::committed);
        importer.commit();
        QTRY_COMPARE(committed.count(), 1);
        QCOMPARE(fixture.account().credentials().size(), std::size_t(2));
        QCOMPARE(fixture.account().credentials().batches(), std::size_t(1));
        QVERIFY(!importer.reportText().isEmpty());
        importer.open(QUrl::fromLocalFile(path)); // the second time brings nothing
        QTRY_COMPARE(importer.preview()->duplicateCount(), 3);
        importer.open(QUrl::fromLocalFile(fixture.folder.filePath(QStringLiteral("missing"))));
        QTRY_COMPARE(importer.errorText(), faultText(Fault::NotFound));
    }
};

QTEST_MAIN(ModelsTest)
#include "tst_app_models.moc"
