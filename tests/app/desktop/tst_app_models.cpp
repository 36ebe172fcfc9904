#include "bookmark_editor.h"
#include "contact_account.h"
#include "contact_editor.h"
#include "credential_editor.h"
#include "fault_text.h"
#include "importer.h"
#include "keystore/memory_store.h"
#include "message_reader.h"
#include "strangers.h"
#include "support/example_data.h"
#include "support/model_rules.h"
#include "support/scripted_desktop.h"
#include "support/scripted_personas.h"
#include "task_editor.h"
#include "text.h"

#include <QSignalSpy>
#include <QTest>

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

using Fixture = test::ScriptedDesktop;

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
        fixture.build();
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
        const LibraryModel& libraries = *desktop.preferences.libraries();
        QVERIFY(libraries.count() > 0);
        for (int row = 0; row < libraries.count(); ++row) {
            const QModelIndex index = libraries.index(row, 0);
            const QString name = index.data(LibraryModel::NameRole).toString();
            const bool hasNone = name == QLatin1String("libdecaf"); // which does not say
            QVERIFY2(hasNone || !index.data(LibraryModel::VersionRole).toString().isEmpty(),
                     qPrintable(name));
        }
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
        fixture.build();
        Bookmarks& model = fixture.desktop->bookmarks;
        fixture.start();
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

    void messagesOfPeopleAreReadAndAnswered()
    {
        Fixture fixture(mesh::Stage::Ready, test::fillWithExamples);
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
        Fixture fixture(mesh::Stage::Ready, test::fillWithExamples);
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
        letters.proposeTask(QStringLiteral("grace@example.com"), QStringLiteral("Review"), {}, {}, {}, {}, -1,
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
        Fixture fixture(mesh::Stage::Ready, test::fillWithExamples);
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
