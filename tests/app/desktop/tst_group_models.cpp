#include "contact_account.h"
#include "contact_editor.h"
#include "group_members.h"
#include "group_texts.h"
#include "message_reader.h"
#include "support/example_data.h"
#include "support/model_rules.h"
#include "support/scripted_desktop.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace mmm::desktop;

namespace {

/// The object graph over a scripted mesh with three groups.
struct Fixture : test::ScriptedDesktop
{
    Fixture() : ScriptedDesktop(mesh::Stage::Ready, test::fillWithExamples) { start(); }
    bool isOpen()
    {
        return QTest::qWaitFor([this] { return desktop->groups.count() == 3; });
    }
    [[nodiscard]] QUrl url(const char* name) const
    {
        return QUrl::fromLocalFile(folder.filePath(QString::fromLatin1(name)));
    }
    [[nodiscard]] QByteArray read(const char* name) const
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QUrl write(const char* name, const QByteArray& content) const
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return url(name);
    }
};

QStringList column(const QAbstractItemModel& model, int role)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.data(model.index(row, 0), role).toString());
    return all;
}

QVariant memberData(const GroupMembers& members, const QString& name, int role)
{
    const qsizetype row = column(members, GroupMembers::NameRole).indexOf(name);
    return row < 0 ? QVariant() : members.data(members.index(int(row)), role);
}

QString memberId(const GroupMembers& members, const QString& name)
{
    return memberData(members, name, GroupMembers::MemberIdRole).toString();
}

/// Another's card, and nothing else of the group.
const QString allotment = QStringLiteral("MALL-OTBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH");
const QString crew = QStringLiteral("group-crew");

} // namespace

/// The view models of groups.
class GroupModelsTest : public QObject
{
    Q_OBJECT
private slots:
    void groupsAreListedMadeAndEnded()
    {
        Fixture fixture;
        Groups& groups = fixture.desktop->groups;
        test::keepsRules<Groups>(&groups);
        QVERIFY(groups.isLoading());
        QVERIFY(fixture.isOpen());
        QVERIFY(!groups.isLoading());
        const QStringList expected{QStringLiteral("crew"), QStringLiteral("family"),
                                   QStringLiteral("old-friends")};
        QCOMPARE(column(groups, Groups::TitleRole), expected);
        QVERIFY(groups.data(groups.index(0), Groups::IsAdministratorRole).toBool());
        QVERIFY(!groups.data(groups.index(1), Groups::IsAdministratorRole).toBool());

        QCOMPARE(groups.nameError(QString()), QString()); // said when it is wanted, not before
        QCOMPARE(groups.nameError(QStringLiteral("board")), QString());
        QVERIFY(!groups.nameError(QStringLiteral("the board")).isEmpty());
        const QSignalSpy created(&groups, &Groups::created);
        groups.make(QStringLiteral(" board "));
        QVERIFY(groups.isBusy());
        QTRY_COMPARE(created.count(), 1);
        QTRY_COMPARE(groups.count(), 4);
        const QString made = created.first().first().toString();
        QCOMPARE(groups.indexOfGroup(made), 0);
        groups.make(QStringLiteral("board"));
        QTRY_VERIFY(!groups.errorText().isEmpty());
        QCOMPARE(created.count(), 1);
        groups.clearError();
        QVERIFY(groups.errorText().isEmpty());

        fixture.mesh->groups().failNext(Fault::Offline);
        groups.dissolve(made);
        QTRY_VERIFY(groups.errorText().contains(QStringLiteral("service cannot be reached")));
        const QSignalSpy dissolved(&groups, &Groups::dissolved);
        groups.dissolve(made);
        QTRY_COMPARE(dissolved.count(), 1);
        QTRY_COMPARE(groups.count(), 3);
        QVERIFY(groups.errorText().isEmpty());
        const QSignalSpy left(&groups, &Groups::left);
        fixture.mesh->groups().failNext(Fault::Unsupported);
        groups.leave(QStringLiteral("group-old"));
        QTRY_VERIFY(groups.errorText().contains(QStringLiteral("only administrator")));
        fixture.mesh->groups().failNext(Fault::NotYet);
        groups.leave(QStringLiteral("group-old"));
        QTRY_VERIFY(groups.errorText().contains(QStringLiteral("has accepted that yet")));
        groups.leave(QStringLiteral("group-old"));
        QTRY_COMPARE(left.count(), 1);
        QCOMPARE(left.first().first().toString(), QStringLiteral("old-friends"));
        QTRY_COMPARE(groups.count(), 2);

        fixture.desktop->link.close();
        QCOMPARE(groups.count(), 0);
    }

    void administratorsSeeAndChangeTheMembers()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        GroupMembers members(fixture.desktop->link);
        test::keepsRules<GroupMembers>(&members);
        members.setGroupId(crew);
        members.setAdministrator(true);
        const QStringList expected{QStringLiteral("You"), QStringLiteral("Alan Turing"),
                                   QStringLiteral("bob@example.org"), QStringLiteral("Grace Hopper"),
                                   QStringLiteral("Zoë Quinn")};
        QTRY_COMPARE(column(members, GroupMembers::NameRole), expected);
        QVERIFY(memberData(members, QStringLiteral("You"), GroupMembers::IsOwnRole).toBool());
        QVERIFY(
            memberData(members, QStringLiteral("Alan Turing"), GroupMembers::IsAdministratorRole).toBool());
        QVERIFY(!memberData(members, QStringLiteral("Alan Turing"), GroupMembers::CanAppointRole).toBool());
        QVERIFY(memberData(members, QStringLiteral("Grace Hopper"), GroupMembers::CanAppointRole).toBool());
        QVERIFY(memberData(members, QStringLiteral("Zoë Quinn"), GroupMembers::CanInviteRole).toBool());
        QCOMPARE(
            memberData(members, QStringLiteral("bob@example.org"), GroupMembers::StateTextRole).toString(),
            QStringLiteral("Invited"));

        QVERIFY(!members.areCandidatesKnown());
        members.findCandidates();
        QTRY_VERIFY(members.areCandidatesKnown());
        // who belongs to it already, and oneself, are not asked
        QCOMPARE(members.candidates(), QStringList{QStringLiteral("Ada Lovelace · ada@example.com")});
        const QSignalSpy invited(&members, &GroupMembers::invited);
        fixture.mesh->groups().failNext(Fault::Offline);
        members.invite(0, QStringLiteral("Join us"));
        QTRY_VERIFY(!members.isBusy());
        QVERIFY(!members.errorText().isEmpty());
        QCOMPARE(invited.count(), 0);
        members.invite(0, QStringLiteral("Join us"));
        QTRY_COMPARE(invited.count(), 1);
        QCOMPARE(invited.first().first().toString(), QStringLiteral("Ada Lovelace"));
        QTRY_COMPARE(members.count(), 6);
        QVERIFY(members.errorText().isEmpty());
        members.invite(7, {}); // there is none
        QVERIFY(!members.isBusy());

        const QSignalSpy appointed(&members, &GroupMembers::appointed);
        members.appoint(memberId(members, QStringLiteral("Grace Hopper")));
        QTRY_COMPARE(appointed.count(), 1);
        QTRY_VERIFY(
            memberData(members, QStringLiteral("Grace Hopper"), GroupMembers::IsAdministratorRole).toBool());
        const QSignalSpy removed(&members, &GroupMembers::removed);
        members.remove(memberId(members, QStringLiteral("bob@example.org")));
        QTRY_COMPARE(removed.count(), 1);
        QTRY_COMPARE(members.count(), 5);
        members.inviteAgain(memberId(members, QStringLiteral("Zoë Quinn")));
        QTRY_COMPARE(invited.count(), 2);

        // the service says that somebody has taken the administration away
        const QSignalSpy lost(&members, &GroupMembers::administrationLost);
        fixture.mesh->groups().failNext(Fault::NotAuthorised);
        members.refresh();
        QTRY_COMPARE(lost.count(), 1);
        QVERIFY(members.errorText().contains(QStringLiteral("no longer a member")));
        members.setGroupId({});
        QCOMPARE(members.count(), 0);
        QVERIFY(members.errorText().isEmpty());
    }

    void membersLearnWhetherTheyStillAreSome()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        GroupMembers members(fixture.desktop->link);
        members.setGroupId(QStringLiteral("group-family"));
        QTRY_VERIFY(members.membershipText().contains(QStringLiteral("You are a member")));
        QVERIFY(!members.isShutOut());
        QCOMPARE(members.count(), 0);
        members.setGroupId(QStringLiteral("group-old"));
        QVERIFY(members.membershipText().isEmpty()); // not known yet
        QTRY_VERIFY(members.isShutOut());
        QVERIFY(members.membershipText().contains(QStringLiteral("no longer a member")));
        members.setGroupId(QStringLiteral("group-gone"));
        QTRY_VERIFY(members.membershipText().contains(QStringLiteral("has ended")));
    }

    void filesGoToAGroupAndBack()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        GroupFiles& files = fixture.desktop->groupFiles;
        const QUrl plain = fixture.write("plan.txt", "abc");
        QVERIFY(!files.isEncrypted(plain));
        QVERIFY(files.isEncrypted(fixture.url("plan.txt.DARE")));
        files.encrypt(crew, plain);
        QCOMPARE(files.phase(), GroupFiles::Working);
        QTRY_COMPARE(files.phase(), GroupFiles::Finished);
        QCOMPARE(fixture.read("plan.txt.dare"), QByteArray("cba"));
        QCOMPARE(files.resultName(), QStringLiteral("plan.txt.dare"));
        QVERIFY(files.proofText().isEmpty());

        // nothing that is there is replaced without being asked for
        fixture.write("plan.txt", "new");
        files.decrypt(fixture.url("plan.txt.dare"));
        QTRY_COMPARE(files.phase(), GroupFiles::NameTaken);
        QCOMPARE(fixture.read("plan.txt"), QByteArray("new"));
        files.replace();
        QTRY_COMPARE(files.phase(), GroupFiles::Finished);
        QCOMPARE(fixture.read("plan.txt"), QByteArray("abc"));
        QVERIFY(files.isProved());
        QVERIFY(files.proofText().contains(QStringLiteral("Grace Hopper")));
        QVERIFY(files.resultText().contains(QStringLiteral("crew@example.com")));

        files.decrypt(fixture.url("plan.txt.dare"));
        QTRY_COMPARE(files.phase(), GroupFiles::NameTaken);
        files.saveAs(fixture.url("copy.txt"));
        QTRY_COMPARE(files.phase(), GroupFiles::Finished);
        QCOMPARE(fixture.read("copy.txt"), QByteArray("abc"));
        files.decrypt(fixture.write("attachment", "zyx"));
        QTRY_COMPARE(files.phase(), GroupFiles::Finished);
        QCOMPARE(files.resultName(), QStringLiteral("attachment.open"));
        files.clear();
        QCOMPARE(files.phase(), GroupFiles::Idle);
    }

    void severalFilesAreTakenOneAfterTheOther()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        GroupFiles& files = fixture.desktop->groupFiles;
        const QUrl first = fixture.write("one.txt", "abc");
        const QUrl second = fixture.write("two.txt", "abc");
        const QUrl taken = fixture.write("three.txt", "abc");
        fixture.write("three.txt.dare", "something else");
        files.take(crew, {first, QUrl::fromLocalFile(fixture.folder.path()), second, taken});
        QCOMPARE(files.phase(), GroupFiles::Working);
        QCOMPARE(files.total(), 4);
        QTRY_COMPARE(files.phase(), GroupFiles::Finished);
        QCOMPARE(files.doneCount(), 2);
        QVERIFY(QFile::exists(fixture.url("one.txt.dare").toLocalFile()));
        QVERIFY(QFile::exists(fixture.url("two.txt.dare").toLocalFile()));
        // what was not done is said, and what was there is as it was
        QVERIFY(files.errorText().contains(QStringLiteral("folder")));
        QVERIFY(files.errorText().contains(QStringLiteral("three.txt.dare")));
        QVERIFY(!files.errorText().contains(QStringLiteral("one.txt")));
        QVERIFY(!files.canGoElsewhere());
        QCOMPARE(fixture.read("three.txt.dare"), QByteArray("something else"));

        // both ways at once; without a group only what is encrypted is opened
        QVERIFY(QFile::remove(first.toLocalFile()) && QFile::remove(second.toLocalFile()));
        files.take({}, {fixture.url("one.txt.dare"), taken, fixture.url("two.txt.dare")});
        QTRY_COMPARE(files.phase(), GroupFiles::Finished);
        QCOMPARE(files.total(), 2);
        QCOMPARE(files.doneCount(), 2);
        QVERIFY(QFile::exists(first.toLocalFile()) && QFile::exists(second.toLocalFile()));
        // one alone is asked about as ever
        files.take(crew, {taken});
        QTRY_COMPARE(files.phase(), GroupFiles::NameTaken);
        files.take(crew, {QUrl::fromLocalFile(fixture.folder.path()), fixture.url("gone.txt")});
        QTRY_COMPARE(files.phase(), GroupFiles::Failed);
        files.clear();
        QCOMPARE(files.phase(), GroupFiles::Idle);
        QCOMPARE(files.total(), 0);
        // nothing to do
        files.take({}, {taken});
        QCOMPARE(files.phase(), GroupFiles::Idle);
    }

    void filesSayWhatIsWrong()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        GroupFiles& files = fixture.desktop->groupFiles;
        const QUrl encrypted = fixture.write("plan.txt.dare", "cba");
        fixture.mesh->groups().failNext(Fault::NotAuthorised);
        files.decrypt(encrypted);
        QTRY_COMPARE(files.phase(), GroupFiles::Failed);
        QVERIFY(files.errorText().contains(QStringLiteral("no longer a member")));
        QVERIFY(!files.canGoElsewhere());
        QVERIFY(fixture.read("plan.txt").isNull());
        QStringList said{files.errorText()};
        for (const Fault fault : {Fault::CannotDecrypt, Fault::BadSignature, Fault::Malformed, Fault::Offline,
                                  Fault::Overloaded, Fault::DiskFull}) {
            fixture.mesh->groups().failNext(fault);
            files.decrypt(encrypted);
            QTRY_COMPARE(files.phase(), GroupFiles::Failed);
            said.append(files.errorText());
        }
        QVERIFY(files.canGoElsewhere());      // on another disk
        QCOMPARE(said.removeDuplicates(), 0); // people can tell them apart
        files.decrypt(fixture.url("gone.dare"));
        QTRY_COMPARE(files.phase(), GroupFiles::Failed);
        files.decrypt(QUrl(QStringLiteral("https://example.com/plan.dare")));
        QCOMPARE(files.phase(), GroupFiles::Failed);
        files.encrypt(crew, QUrl::fromLocalFile(fixture.folder.path()));
        QCOMPARE(files.phase(), GroupFiles::Failed);
        QVERIFY(files.errorText().contains(QStringLiteral("folder")));
        files.decrypt(encrypted);
        QTRY_COMPARE(files.phase(), GroupFiles::Finished);
        files.saveAs(encrypted);
        QCOMPARE(files.phase(), GroupFiles::Failed); // onto itself
    }

    void aFileIsStoppedInTheMiddle()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        GroupFiles& files = fixture.desktop->groupFiles;
        const QUrl plain = fixture.write("plan.txt", "abc");
        fixture.mesh->groups().holdFiles(true);
        files.encrypt(crew, plain);
        QTRY_COMPARE(files.progress(), 0.4);
        files.decrypt(fixture.url("other.dare")); // one at a time
        QCOMPARE(files.sourceName(), QStringLiteral("plan.txt"));
        files.clear();
        QCOMPARE(files.phase(), GroupFiles::Idle);
        QTest::qWait(100); // what is still told of it does not count
        QCOMPARE(files.phase(), GroupFiles::Idle);
        QVERIFY(files.errorText().isEmpty());
        QVERIFY(fixture.read("plan.txt.dare").isNull());
        // and when the program is locked
        files.encrypt(crew, plain);
        QTRY_COMPARE(files.progress(), 0.4);
        fixture.desktop->session.lock();
        QTRY_COMPARE(files.phase(), GroupFiles::Idle);
        QTRY_COMPARE(fixture.desktop->session.stage(), Session::Locked);
        QCOMPARE(fixture.desktop->groups.count(), 0);
        QVERIFY(fixture.read("plan.txt.dare").isNull());
    }

    void textsGoToAGroupAndBack()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        GroupTexts texts(fixture.desktop->link);
        texts.encrypt(crew, QStringLiteral("at nine"));
        QVERIFY(texts.isBusy());
        QTRY_COMPARE(texts.resultText(), QStringLiteral("enin ta"));
        QVERIFY(texts.originText().isEmpty());
        texts.open(QStringLiteral(" enin ta\n"));
        QTRY_COMPARE(texts.resultText(), QStringLiteral("at nine"));
        QVERIFY(texts.isProved());
        QVERIFY(texts.originText().contains(QStringLiteral("Grace Hopper")));
        fixture.mesh->groups().failNext(Fault::CannotDecrypt);
        texts.open(QStringLiteral("something else"));
        QTRY_VERIFY(texts.errorText().contains(QStringLiteral("for others")));
        QVERIFY(texts.resultText().isEmpty());
        texts.encrypt(QStringLiteral("group-gone"), QStringLiteral("x"));
        QTRY_VERIFY(texts.errorText().contains(QStringLiteral("no such group")));
        texts.clear();
        QVERIFY(texts.errorText().isEmpty());
    }

    void invitationsAreAnswered()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        MessageReader reader(fixture.desktop->link);
        reader.setMessageId(QStringLiteral("letter-7"));
        QTRY_COMPARE(reader.kind(), MessageReader::GroupInvitation);
        QVERIFY(reader.needsAnswer());
        QCOMPARE(reader.groupAddress(), QStringLiteral("board@example.com"));
        QVERIFY(!reader.isAppointment());
        const Inbox& inbox = fixture.desktop->inbox;
        const QModelIndex row = inbox.index(inbox.indexOfMessage(QStringLiteral("letter-7")));
        QCOMPARE(inbox.data(row, MessageModel::TitleRole).toString(),
                 QStringLiteral("Grace Hopper invites you to a group"));
        fixture.mesh->groups().failNext(Fault::NotFound);
        reader.acceptGroup();
        QTRY_VERIFY(reader.errorText().contains(QStringLiteral("no such group")));
        const QSignalSpy joined(&reader, &MessageReader::groupJoined);
        reader.acceptGroup();
        QTRY_COMPARE(joined.count(), 1);
        QTRY_VERIFY(!reader.needsAnswer());
        QTRY_COMPARE(fixture.desktop->groups.count(), 4);
        QVERIFY(fixture.desktop->groups.indexOfGroup(joined.first().first().toString()) >= 0);
    }

    void invitationsAreDeclined()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        MessageReader reader(fixture.desktop->link);
        reader.setMessageId(QStringLiteral("letter-7"));
        QTRY_VERIFY(reader.needsAnswer());
        reader.reject();
        QTRY_VERIFY(!reader.needsAnswer());
        QCOMPARE(fixture.desktop->groups.count(), 3);
    }

    void aGroupAmongTheContacts()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        const QString id = QString::fromStdString(test::addGroupContact(*fixture.mesh));
        CatalogModel& contacts = fixture.desktop->contacts;
        QTRY_VERIFY(contacts.indexOfEntry(id) >= 0);
        const QModelIndex index = contacts.index(contacts.indexOfEntry(id), 0);
        QCOMPARE(index.data(CatalogModel::IconNameRole).toString(), QStringLiteral("group"));
        QCOMPARE(index.data(CatalogModel::SubtitleRole).toString(), QStringLiteral("Group"));
        ContactAccount account(fixture.desktop->link);
        account.setContactId(id);
        QTRY_VERIFY(account.isGroup());
        QVERIFY(account.isVerified() && !account.isMember());
        QCOMPARE(account.groupId(), allotment);
        QVERIFY(account.proof().contains(QLatin1String("administrator")));
        // what is written about it makes no person of it
        ContactEditor editor(fixture.desktop->link);
        editor.load(id);
        QTRY_VERIFY(editor.isLoaded());
        editor.setTags(QStringLiteral("garden"));
        editor.save();
        QTRY_VERIFY(!editor.isDirty());
        QCOMPARE(fixture.mesh->scripted().contacts().read(id.toStdString())->className,
                 std::string("CatalogedContactRecryption"));
        // one encrypts to it as to a group of one's own
        GroupTexts texts(fixture.desktop->link);
        texts.encrypt(account.groupId(), QStringLiteral("Water"));
        QTRY_COMPARE(texts.resultText(), QStringLiteral("retaW"));
        const QUrl file = fixture.write("plan.txt", "abc");
        fixture.desktop->groupFiles.encrypt(account.groupId(), file);
        QTRY_COMPARE(fixture.desktop->groupFiles.phase(), GroupFiles::Finished);
        QCOMPARE(fixture.read("plan.txt.dare"), QByteArray("cba"));
        // it cannot be invited to a group
        GroupMembers members(fixture.desktop->link);
        members.setGroupId(crew);
        members.findCandidates();
        QTRY_VERIFY(members.areCandidatesKnown());
        QVERIFY(!members.candidates().join(QLatin1Char(' ')).contains(QLatin1String("allotment")));
    }

    void aGroupsCardIsPassedOn()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        CardCode& codes = fixture.desktop->cardCode;
        codes.showGroup(crew);
        QTRY_VERIFY(codes.isActive());
        QVERIFY(!codes.qr().isNull());
        QVERIFY(codes.expiresText().isEmpty());
        codes.showGroup(QStringLiteral("group-family"));
        QTRY_VERIFY(codes.errorText().contains(QLatin1String("administrator")));
        QVERIFY(!codes.isActive());
        codes.read(QString::fromLatin1(test::groupCardCode.data(), qsizetype(test::groupCardCode.size())));
        QTRY_COMPARE(codes.foundName(), QStringLiteral("allotment"));
        QVERIFY(codes.foundIsGroup());
        QSignalSpy added(&codes, &CardCode::added);
        fixture.mesh->letters().failNext(Fault::NotAuthorised);
        codes.add(false);
        QTRY_VERIFY(codes.errorText().contains(QLatin1String("another group")));
        codes.add(false);
        QTRY_COMPARE(added.count(), 1);
        QVERIFY(!codes.foundIsGroup());
        fixture.mesh->letters().failNext(Fault::BadSignature);
        codes.read(QStringLiteral("udf://example.com/EBQC-SCRI-PTED"));
        QTRY_VERIFY(codes.errorText().contains(QLatin1String("not signed")));
    }
};

QTEST_MAIN(GroupModelsTest)
#include "tst_group_models.moc"
