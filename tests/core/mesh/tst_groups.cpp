#include "core/mesh/people_scenario.h"
#include "crypto/threshold.h"
#include "dare/stream.h"
#include "mesh/groups.h"
#include "mesh/messaging.h"
#include "mesh/output_file.h"
#include "schema/any.h"
#include "schema/group_part.h"
#include "schema/key_check.h"
#include "service/storage.h"

#include <QFile>
#include <QTest>

using namespace mmm;
using namespace scenario;

using mesh::MemberStanding;
using mesh::MessageKind;
using mesh::MessageState;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no file");
}

std::optional<mesh::GroupMember> memberOf(Desktop& desktop, const std::string& group,
                                          const std::string& address)
{
    const auto members = desktop->groups().members(group, true);
    if (!members)
        return std::nullopt;
    const auto found = std::ranges::find(*members, address, &mesh::GroupMember::address);
    return found == members->end() ? std::nullopt : std::optional(*found);
}

/// Invites, waits for the invitation and accepts it; gives the identifier as the invited one has it.
/// The one that is not answered yet.
std::optional<mesh::MessageInfo> awaitInvitation(Desktop& invited)
{
    std::optional<mesh::MessageInfo> found;
    (void)eventually([&] {
        const auto list = invited->inbox();
        for (std::size_t i = 0; list && i < list->size(); ++i) {
            if ((*list)[i].kind == MessageKind::GroupInvitation && (*list)[i].needsAnswer)
                found = (*list)[i];
        }
        return found.has_value();
    });
    return found;
}

std::string admit(Desktop& administrator, Desktop& invited, const std::string& group)
{
    if (!administrator->groups().invite(group, invited.account().address(), "Join us"))
        return {};
    const auto invitation = awaitInvitation(invited);
    return invitation ? invited->groups().accept(invitation->id).value_or(std::string()) : std::string();
}

/// Three people, of whom the first has a group.
struct Circle
{
    explicit Circle(World& world, bool withCarol = true) : alice(world), bob(world), carol(world)
    {
        sure(openAliceAndBob(alice, bob));
        isReady = acquaint(alice, bob);
        if (withCarol) {
            sure(carol.open());
            sure(carol.createMesh("carol", "Carol Third"));
            isReady = isReady && acquaint(alice, carol);
        }
        const auto made = alice->groups().create("crew");
        isReady = isReady && made;
        group = made.value_or(std::string());
    }
    static void sure(const Status& done)
    {
        if (!done)
            qFatal("%s", scenario::describe(done.error()).c_str());
    }
    /// A file encrypted to the group by that person.
    [[nodiscard]] QString encrypted(Desktop& by, const QByteArray& content, const QString& name)
    {
        const QString plain = folder.filePath(name);
        write(plain, content);
        const Status done = by->groups().encryptFile(group, plain.toStdString(),
                                                     {(plain + QStringLiteral(".dare")).toStdString()});
        return done ? plain + QStringLiteral(".dare") : QString();
    }
    [[nodiscard]] Result<mesh::Decrypted> decrypt(Desktop& by, const QString& file, const QString& to,
                                                  bool mayReplace = false)
    {
        return by->groups().decryptFile(file.toStdString(), {folder.filePath(to).toStdString(), mayReplace});
    }
    [[nodiscard]] QByteArray read(const QString& name) const { return contentOf(folder.filePath(name)); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
    }

    QTemporaryDir folder;
    Desktop alice;
    Desktop bob;
    Desktop carol;
    std::string group;
    bool isReady = false;
};

} // namespace

/// Groups, end to end: several people, their devices, and a real service (WIRE E.20, G.8.11).
class TestGroups : public QObject
{
    Q_OBJECT

private slots:
    void membersDecryptAndTheRemovedDoNot()
    {
        World world;
        Circle circle(world);
        QVERIFY(circle.isReady);
        auto& [folder, alice, bob, carol, group, isReady] = circle;
        QCOMPARE(alice->groups().list()->front().address, "crew@example.com");
        QVERIFY(alice->groups().list()->front().isAdministrator);
        QCOMPARE(alice->groups().create("crew").error().fault, Fault::NameTaken);
        QCOMPARE(alice->groups().create("a b").error().fault, Fault::NameInvalid);

        VERIFY_OK(alice->groups().invite(group, "bob@example.com", "Plans for the boat"));
        const auto invitation = awaitMessage(bob, MessageKind::GroupInvitation);
        QVERIFY(invitation);
        QCOMPARE(invitation->text, "Plans for the boat");
        QVERIFY(invitation->needsAnswer);
        QCOMPARE(invitation->speaker.name, "Alice Example");
        const auto invited = bob->messaging().read(invitation->id);
        QCOMPARE(invited->group->address, "crew@example.com");
        QVERIFY(!invited->group->isAdministration);
        // who sent it cannot read what is for the other
        QVERIFY(!alice->messaging().read(alice->outbox()->front().id)->group);
        QCOMPARE(memberOf(alice, group, "bob@example.com")->standing, MemberStanding::Invited);
        const auto joined = bob->groups().accept(invitation->id);
        VERIFY_OK(joined);
        QCOMPARE(*joined, group);
        QVERIFY(!bob->groups().list()->front().isAdministrator);
        QCOMPARE(bob->groups().accept(invitation->id).error().fault, Fault::Expired);
        QVERIFY(eventually(
            [&] { return memberOf(alice, group, "bob@example.com")->standing == MemberStanding::Accepted; }));
        QCOMPARE(memberOf(alice, group, "bob@example.com")->name, "Bob Sample");
        QCOMPARE(admit(alice, carol, group), group);

        // a whole number of pieces and a bit more
        QByteArray content(3 * (1 << 20) + 17, 'x');
        content[5] = '\0';
        const QString file = circle.encrypted(bob, content, QStringLiteral("plan.txt"));
        QVERIFY(!file.isEmpty());
        QVERIFY(!contentOf(file).contains("xxxxxxxxxxxxxxxx"));
        for (Desktop* reader : {&alice, &bob, &carol}) {
            const auto opened = circle.decrypt(*reader, file, QStringLiteral("out.txt"), true);
            VERIFY_OK(opened);
            QCOMPARE(circle.read(QStringLiteral("out.txt")), content);
            QCOMPARE(opened->group, "crew@example.com");
            QCOMPARE(opened->octets, std::uint64_t(content.size()));
            QCOMPARE(opened->signer->address, "bob@example.com");
        }
        VERIFY_OK(bob->groups().checkMembership(group));

        VERIFY_OK(alice->groups().remove(group, bob.account().udf()));
        QVERIFY(!memberOf(alice, group, "bob@example.com"));
        QCOMPARE(circle.decrypt(bob, file, QStringLiteral("bob.txt")).error().fault, Fault::NotAuthorised);
        QCOMPARE(bob->groups().checkMembership(group).error().fault, Fault::NotAuthorised);
        QVERIFY(!circle.files().contains(QStringLiteral("bob.txt")));
        VERIFY_OK(circle.decrypt(carol, file, QStringLiteral("carol.txt")));
        VERIFY_OK(bob->groups().leave(group));
        QVERIFY(bob->groups().list()->empty());
        QCOMPARE(circle.decrypt(bob, file, QStringLiteral("bob.txt")).error().fault, Fault::CannotDecrypt);
        // and again, with another share
        QCOMPARE(admit(alice, bob, group), group);
        VERIFY_OK(circle.decrypt(bob, file, QStringLiteral("bob.txt")));
    }

    void neitherMemberNorServiceDecryptsAlone()
    {
        World world;
        Circle circle(world, false);
        QVERIFY(circle.isReady);
        auto& [folder, alice, bob, carol, group, isReady] = circle;
        QCOMPARE(admit(alice, bob, group), group);
        const QString file = circle.encrypted(alice, "secret", QStringLiteral("a"));
        world.stopService();
        QCOMPARE(circle.decrypt(bob, file, QStringLiteral("b")).error().fault, Fault::Offline);
        // who has the whole key needs nobody
        VERIFY_OK(circle.decrypt(alice, file, QStringLiteral("c")));
        // what the service has is sealed to its host, and no share stands in the list of members
        const auto storage =
            service::sqliteStorage(world.servicePath().toStdString() + "/service.db")().value();
        const auto account = storage->account("crew@example.com").value();
        QVERIFY(account->isGroup);
        const auto kept = storage->member(account->id, bob.account().udf()).value();
        QVERIFY(dare::Envelope::parse(kept->serviceKey)->header().isEncrypted());
        for (const auto& frame : world.frames("crew@example.com", "mmm_Member"))
            QVERIFY(!QByteArrayView(textOf(frame.body)).contains("Scalar") &&
                    !QByteArrayView(textOf(frame.body)).contains("bob@"));
        world.startService();
        VERIFY_OK(circle.decrypt(bob, file, QStringLiteral("b")));
    }

    void allDevicesOfAMemberDecrypt()
    {
        World world;
        Circle circle(world, false);
        QVERIFY(circle.isReady);
        auto& [folder, alice, bob, carol, group, isReady] = circle;
        Desktop phone(world);
        VERIFY_OK(phone.open());
        const auto pin = bob->issuePin();
        VERIFY_OK(pin);
        VERIFY_OK(phone.join(mesh::ConnectionOffer::parse(pin->text.text()).value(), "Phone"));
        QCOMPARE(admit(alice, bob, group), group);
        const QString file = circle.encrypted(alice, "for all", QStringLiteral("a"));
        QVERIFY(eventually([&] { return phone->groups().list()->size() == 1; }));
        VERIFY_OK(circle.decrypt(phone, file, QStringLiteral("phone")));
        QCOMPARE(circle.read(QStringLiteral("phone")), QByteArray("for all"));
        // one that is lost decrypts nothing more, the others do
        const auto devices = bob->devices();
        const auto lost = std::ranges::find(*devices, std::string("Phone"), &mesh::DeviceInfo::name);
        QVERIFY(lost != devices->end());
        phone->stopSync();
        VERIFY_OK(bob->disconnectDevice(lost->udf));
        QCOMPARE(circle.decrypt(phone, file, QStringLiteral("lost")).error().fault, Fault::NotAuthorised);
        VERIFY_OK(circle.decrypt(bob, file, QStringLiteral("bob")));
    }

    void aMemberIsRemovedWhileItIsAway()
    {
        World world;
        Circle circle(world, false);
        QVERIFY(circle.isReady);
        auto& [folder, alice, bob, carol, group, isReady] = circle;
        VERIFY_OK(alice->groups().invite(group, "bob@example.com", {}));
        const auto invitation = awaitMessage(bob, MessageKind::GroupInvitation);
        QVERIFY(invitation);
        VERIFY_OK(bob->groups().accept(invitation->id));
        const QString file = circle.encrypted(alice, "later", QStringLiteral("a"));
        bob.close();
        VERIFY_OK(alice->groups().remove(group, memberOf(alice, group, "bob@example.com")->accountUdf));
        VERIFY_OK(bob.open());
        QCOMPARE(bob->groups().list()->size(), 1U); // nobody has told it
        QCOMPARE(circle.decrypt(bob, file, QStringLiteral("b")).error().fault, Fault::NotAuthorised);
        // without the service nobody is removed, and that is said
        world.stopService();
        QCOMPARE(alice->groups().invite(group, "bob@example.com", {}).error().fault, Fault::Offline);
        QCOMPARE(alice->groups().remove(group, bob.account().udf()).error().fault, Fault::Offline);
        QCOMPARE(alice->groups().members(group, false)->size(), 1U);
        world.startService();
    }

    void anInvitationIsDeclined()
    {
        World world;
        Circle circle(world, false);
        QVERIFY(circle.isReady);
        auto& [folder, alice, bob, carol, group, isReady] = circle;
        VERIFY_OK(alice->groups().invite(group, "bob@example.com", {}));
        const auto invitation = awaitMessage(bob, MessageKind::GroupInvitation);
        QVERIFY(invitation);
        VERIFY_OK(bob->groups().decline(invitation->id));
        QVERIFY(bob->groups().list()->empty());
        QCOMPARE(stateIn(bob->inbox(), invitation->id).value(), MessageState::Rejected);
        QVERIFY(eventually(
            [&] { return memberOf(alice, group, "bob@example.com")->standing == MemberStanding::Declined; }));
        QCOMPARE(alice->groups().invite(group, "stranger@example.com", {}).error().fault, Fault::NotFound);
    }

    void administrationGoesToAnother()
    {
        World world;
        Circle circle(world);
        QVERIFY(circle.isReady);
        auto& [folder, alice, bob, carol, group, isReady] = circle;
        QVERIFY(acquaint(bob, carol));
        QCOMPARE(admit(alice, bob, group), group);
        QCOMPARE(bob->groups().members(group, true).error().fault, Fault::NotAuthorised);
        QCOMPARE(bob->groups().invite(group, "carol@example.com", {}).error().fault, Fault::NotAuthorised);
        QCOMPARE(bob->groups().dissolve(group).error().fault, Fault::NotAuthorised);
        QCOMPARE(alice->groups().leave(group).error().fault, Fault::Unsupported);

        VERIFY_OK(alice->groups().appoint(group, bob.account().udf()));
        const auto appointment = awaitInvitation(bob);
        QVERIFY(appointment);
        const auto read = bob->messaging().read(appointment->id);
        QCOMPARE(read->group->address, "crew@example.com");
        QVERIFY(read->group->isAdministration);
        VERIFY_OK(bob->groups().accept(appointment->id));
        QVERIFY(bob->groups().list()->front().isAdministrator);
        QCOMPARE(admit(bob, carol, group), group);
        QVERIFY(eventually([&] {
            const auto shown = memberOf(alice, group, "bob@example.com");
            return shown && shown->isAdministrator && shown->standing == MemberStanding::Accepted;
        }));
        QVERIFY(memberOf(alice, group, "carol@example.com"));

        const QString file = circle.encrypted(carol, "handed over", QStringLiteral("a"));
        for (Desktop* reader : {&alice, &bob, &carol})
            VERIFY_OK(circle.decrypt(*reader, file, QStringLiteral("out"), true));
        // the new administrator removes who made the group
        VERIFY_OK(bob->groups().remove(group, alice.account().udf()));
        QCOMPARE(alice->groups().members(group, true).error().fault, Fault::NotAuthorised);
        QVERIFY(!alice->groups().list()->front().isAdministrator);
        QCOMPARE(memberOf(bob, group, "carol@example.com")->standing, MemberStanding::Accepted);
        QCOMPARE(bob->groups().remove(group, bob.account().udf()).error().fault, Fault::Unsupported);
        VERIFY_OK(bob->groups().dissolve(group));
        QCOMPARE(circle.decrypt(carol, file, QStringLiteral("carol")).error().fault, Fault::NotFound);
    }

    /// Who leaves as an administrator leaves the group in somebody's hands.
    void anAdministratorLeaves()
    {
        World world;
        Circle circle(world);
        QVERIFY(circle.isReady);
        auto& [folder, alice, bob, carol, group, isReady] = circle;
        QVERIFY(acquaint(bob, carol));
        QCOMPARE(admit(alice, bob, group), group);
        const QString file = circle.encrypted(alice, "before", QStringLiteral("a"));
        QCOMPARE(alice->groups().leave(group).error().fault, Fault::Unsupported);
        QCOMPARE(alice->deleteAccount().error().fault, Fault::Unsupported);
        QCOMPARE(alice->stage(), mesh::Stage::Ready);
        VERIFY_OK(alice->groups().appoint(group, bob.account().udf()));
        QCOMPARE(alice->groups().leave(group).error().fault, Fault::NotYet);
        const auto appointment = awaitInvitation(bob);
        QVERIFY(appointment);
        VERIFY_OK(bob->groups().accept(appointment->id));
        QVERIFY(eventually([&] { return alice->groups().leave(group).has_value(); }));
        QVERIFY(alice->groups().list()->empty());
        QCOMPARE(circle.decrypt(alice, file, QStringLiteral("left")).error().fault, Fault::CannotDecrypt);
        // the other one goes on with it, and what the one who left wrote counts
        QVERIFY(!memberOf(bob, group, "alice@example.com"));
        QVERIFY(memberOf(bob, group, "bob@example.com"));
        QCOMPARE(admit(bob, carol, group), group);
        VERIFY_OK(circle.decrypt(carol, file, QStringLiteral("carol")));
        // she may come back
        QCOMPARE(admit(bob, alice, group), group);
        VERIFY_OK(circle.decrypt(alice, file, QStringLiteral("again")));
        QVERIFY(!alice->groups().list()->front().isAdministrator);
    }

    /// An account that ends leaves its groups, and none without an administrator.
    void anAccountThatEndsLeavesItsGroups()
    {
        World world;
        Circle circle(world);
        QVERIFY(circle.isReady);
        auto& [folder, alice, bob, carol, group, isReady] = circle;
        QVERIFY(acquaint(bob, carol));
        QCOMPARE(admit(alice, bob, group), group);
        VERIFY_OK(alice->groups().appoint(group, bob.account().udf()));
        QCOMPARE(alice->deleteAccount().error().fault, Fault::Unsupported);
        QCOMPARE(alice->groups().list()->size(), 1U);
        const auto appointment = awaitInvitation(bob);
        QVERIFY(appointment);
        VERIFY_OK(bob->groups().accept(appointment->id));
        QVERIFY(eventually([&] {
            const auto taken = memberOf(alice, group, "bob@example.com");
            return taken && taken->standing == MemberStanding::Accepted;
        }));
        VERIFY_OK(alice->deleteAccount());
        QVERIFY(!memberOf(bob, group, "alice@example.com"));
        QCOMPARE(admit(bob, carol, group), group);
    }

    void anAdministratorIsRemoved()
    {
        World world;
        Circle circle(world, false);
        QVERIFY(circle.isReady);
        auto& [folder, alice, bob, carol, group, isReady] = circle;
        QCOMPARE(admit(alice, bob, group), group);
        VERIFY_OK(alice->groups().appoint(group, bob.account().udf()));
        QCOMPARE(alice->groups().appoint(group, bob.account().udf()).error().fault, Fault::Exists);
        const auto appointment = awaitInvitation(bob);
        QVERIFY(appointment);
        VERIFY_OK(bob->groups().accept(appointment->id));
        VERIFY_OK(bob->groups().members(group, true));
        VERIFY_OK(alice->groups().remove(group, bob.account().udf()));
        QCOMPARE(bob->groups().members(group, true).error().fault, Fault::NotAuthorised);
        QVERIFY(!bob->groups().list()->front().isAdministrator);
        // what the removed one wrote into the list stays readable
        QVERIFY(memberOf(alice, group, "alice@example.com"));
    }

    void peopleOfTwoServicesShareAGroup()
    {
        World here;
        World there("example.net");
        here.meet(there);
        Desktop alice(here);
        Desktop bob(there);
        VERIFY_OK(openAliceAndBob(alice, bob));
        QVERIFY(acquaint(alice, bob));
        const auto group = alice->groups().create("crew");
        VERIFY_OK(group);
        QCOMPARE(admit(alice, bob, *group), *group);
        const auto text = alice->groups().encryptText(*group, Secret(bytesOf("Good morning")));
        VERIFY_OK(text);
        const auto read = bob->groups().decryptText(*text);
        VERIFY_OK(read);
        QCOMPARE(read->text.text(), "Good morning");
        QCOMPARE(read->about.signer->standing, mesh::Standing::Contact);
        VERIFY_OK(alice->groups().remove(*group, bob.account().udf()));
        QCOMPARE(bob->groups().decryptText(*text).error().fault, Fault::NotAuthorised);
    }

    void aLyingServiceIsFoundOut()
    {
        World world;
        Circle circle(world);
        QVERIFY(circle.isReady);
        auto& [folder, alice, bob, carol, group, isReady] = circle;
        QCOMPARE(admit(alice, bob, group), group);
        QCOMPARE(admit(alice, carol, group), group);
        const QString file = circle.encrypted(alice, "true", QStringLiteral("a"));
        // another member's share: a valid point, and the wrong one
        const auto seen = std::make_shared<std::map<std::string, Bytes>>();
        world.lieAboutMembers([seen](service::MemberRecord& member) {
            seen->try_emplace(member.memberUdf, member.serviceKey);
            for (const auto& [udf, key] : *seen)
                member.serviceKey = udf == member.memberUdf ? member.serviceKey : key;
            member.memberKey.clear();
        });
        VERIFY_OK(bob->groups().checkMembership(group));
        QCOMPARE(circle.decrypt(carol, file, QStringLiteral("c")).error().fault, Fault::CannotDecrypt);
        QVERIFY(!circle.files().contains(QStringLiteral("c")));
        world.beHonest();
        VERIFY_OK(circle.decrypt(carol, file, QStringLiteral("c")));
        // the list of members
        world.lie("mmm_Member", rollBack(1));
        QCOMPARE(alice->groups().members(group, true).error().fault, Fault::RolledBack);
        world.lie("mmm_Member", alterBody(1));
        Desktop fresh(world);
        world.beHonest();
        VERIFY_OK(alice->groups().members(group, true));
    }

    void refusesWhatWasChanged()
    {
        World world;
        Circle circle(world, false);
        QVERIFY(circle.isReady);
        const QByteArray whole =
            contentOf(circle.encrypted(circle.alice, QByteArray(5000, 'y'), QStringLiteral("whole")));
        const auto flipped = [&whole](qsizetype fromTheEnd) {
            QByteArray octets = whole;
            octets[octets.size() - fromTheEnd] = char(octets[octets.size() - fromTheEnd] ^ 1);
            return octets;
        };
        const QByteArray signature = flipped(200);
        const QByteArray content = flipped(2500);
        const QByteArray cutOff = whole.chopped(100);
        const QString changed = circle.folder.filePath(QStringLiteral("changed.dare"));
        for (const QByteArray& octets : {signature, content, cutOff}) {
            write(changed, octets);
            QVERIFY(!circle.decrypt(circle.alice, changed, QStringLiteral("out")));
            QVERIFY(!circle.files().contains(QStringLiteral("out")));
            for (const QString& name : circle.files())
                QVERIFY2(!name.endsWith(QStringLiteral(".part")), qPrintable(name));
        }
    }

    void keepsWhatIsThere()
    {
        World world;
        Circle circle(world, false);
        QVERIFY(circle.isReady);
        auto& [folder, alice, bob, carol, group, isReady] = circle;
        const QString file = circle.encrypted(alice, "new", QStringLiteral("a"));
        write(folder.filePath(QStringLiteral("kept")), "old");
        QCOMPARE(circle.decrypt(alice, file, QStringLiteral("kept")).error().fault, Fault::Exists);
        QCOMPARE(circle.read(QStringLiteral("kept")), QByteArray("old"));
        QVERIFY(circle.encrypted(alice, "again", QStringLiteral("a")).isEmpty()); // a.dare is there
        VERIFY_OK(circle.decrypt(alice, file, QStringLiteral("kept"), true));
        QCOMPARE(circle.read(QStringLiteral("kept")), QByteArray("new"));
        // cancelled in the middle: nothing remains, and what was there stays
        std::stop_source stop;
        const auto cancelled = alice->groups().decryptFile(
            file.toStdString(), {folder.filePath(QStringLiteral("kept")).toStdString(), true},
            [&](double) { stop.request_stop(); }, stop.get_token());
        QCOMPARE(cancelled.error().fault, Fault::Cancelled);
        QCOMPARE(circle.read(QStringLiteral("kept")), QByteArray("new"));
        write(folder.filePath(QStringLiteral("empty")), {});
        QCOMPARE(circle.decrypt(alice, folder.filePath(QStringLiteral("empty")), QStringLiteral("x"))
                     .error()
                     .fault,
                 Fault::Malformed);
        write(folder.filePath(QStringLiteral("junk")), "[junk");
        QCOMPARE(
            circle.decrypt(alice, folder.filePath(QStringLiteral("junk")), QStringLiteral("x")).error().fault,
            Fault::Malformed);
        QCOMPARE(
            circle.decrypt(alice, folder.filePath(QStringLiteral("gone")), QStringLiteral("x")).error().fault,
            Fault::NotFound);
        QVERIFY(!circle.files().contains(QStringLiteral("x")));
        // an empty content is one, too
        const QString nothing = circle.encrypted(alice, {}, QStringLiteral("nothing"));
        VERIFY_OK(circle.decrypt(alice, nothing, QStringLiteral("nothing.out")));
    }

    void invitationsFollowWhatTheContactMaySend()
    {
        World world;
        Circle circle(world, false);
        QVERIFY(circle.isReady);
        auto& [folder, alice, bob, carol, group, isReady] = circle;
        const std::string aliceAtBob = bob->messaging().find(alice.account().address()).value().contactId;
        const auto choose = [&](const std::string& className, mesh::Right right) {
            mesh::ContactRights rights;
            rights.classes[className] = right;
            return bob->messaging().setRights(aliceAtBob, rights) && bob.settles();
        };
        // held: it is there, quietly, and can be accepted
        QVERIFY(choose("GroupInvitation", mesh::Right::Hold));
        VERIFY_OK(alice->groups().invite(group, bob.account().address(), "Join us"));
        const auto held = awaitInvitation(bob);
        QVERIFY(held && held->isHeld);
        VERIFY_OK(bob->groups().accept(held->id));
        QVERIFY(eventually([&] {
            const auto member = memberOf(alice, group, bob.account().address());
            return member && member->standing == MemberStanding::Accepted;
        }));

        // rejected: it never arrives, and the group's administrator sees so. The same for what an earlier
        // version has written under the class of the answers, in what this program reads of it
        QVERIFY(choose("GroupInvitation", mesh::Right::Reject));
        const auto choir = alice->groups().create("choir");
        VERIFY_OK(choir);
        VERIFY_OK(alice->groups().invite(*choir, bob.account().address(), "Sing with us"));
        QVERIFY(eventually([&] {
            const auto member = memberOf(alice, *choir, bob.account().address());
            return member && member->standing == MemberStanding::Undeliverable;
        }));
        QVERIFY(bob.settles());
        const auto inbox = bob->inbox();
        VERIFY_OK(inbox);
        QCOMPARE(std::ranges::count(*inbox, MessageKind::GroupInvitation, &mesh::MessageInfo::kind), 1);

        // one's own invitation is answered all the same
        const auto band = bob->groups().create("band");
        VERIFY_OK(band);
        QVERIFY(choose("OfferGroup", mesh::Right::Reject));
        const auto written = bob->messaging().trust(aliceAtBob);
        VERIFY_OK(written);
        const std::map<std::string, mesh::Right> meant{{"GroupInvitation", mesh::Right::Reject}};
        QVERIFY(written->rights.classes == meant);
        QVERIFY(!admit(bob, alice, *band).empty());
        QVERIFY(eventually([&] {
            const auto member = memberOf(bob, *band, alice.account().address());
            return member && member->standing == MemberStanding::Accepted;
        }));
        QVERIFY(bob->messaging().trust(aliceAtBob)->rights.classes == meant);
    }

    void sharesAreReadInAllTheirForms()
    {
        const auto key = [] { return crypto::PrivateKey::generate(crypto::Curve::Ed448); };
        const crypto::PrivateKey offline = key();
        const crypto::PrivateKey whole = key();
        const auto base = std::make_shared<const crypto::PrivateKey>(key());
        const auto profile =
            schema::verifyProfileGroup(
                schema::sealRecord(schema::makeProfileGroup(offline.publicKey(), {offline.publicKey()},
                                                            whole.publicKey(), "g@example.com", TimePoint()),
                                   {&offline})
                    .value())
                .value();
        dare::KeyRing ring;
        ring.add(base);
        // an activation with an overlay on the member's own key (security 03 §2.6.24)
        const auto overlay = crypto::generateOverlay(crypto::Curve::Ed448);
        schema::ActivationGroup activation;
        activation.groupUdf = profile.udf();
        activation.keyEncryption = schema::describe(base->publicKey(), overlay).value();
        const auto seal = [&](const auto& record) {
            return schema::sealRecord(record, {}, {base->publicKey()}).value();
        };
        const auto composed = schema::openGroupPart(seal(activation), ring, profile);
        QVERIFY(composed);
        QVERIFY(composed->part.publicKey() ==
                crypto::combine(base->publicKey(), overlay.key.publicKey()).value());
        QCOMPARE(composed->service, "g@example.com");
        // and together with the rest it is the whole
        const auto rest = crypto::complement(whole, composed->part);
        QVERIFY(crypto::combine(*rest, composed->part)->publicKey() == whole.publicKey());

        auto shares = schema::splitGroupKey(whole);
        QVERIFY(shares);
        const schema::GroupPart part{whole.publicKey(), shares->member.clone(), "g@example.com"};
        QVERIFY(schema::openGroupPart(seal(schema::describe(part)), ring, profile));
        activation.keyGroup = schema::describe(part);
        QVERIFY(schema::openGroupPart(seal(activation), ring, profile));
        activation.groupUdf = "MAAA";
        QCOMPARE(schema::openGroupPart(seal(activation), ring, profile).error().fault, Fault::Contradiction);
        const schema::GroupPart foreign{key().publicKey(), shares->member.clone(), "g@example.com"};
        QCOMPARE(schema::openGroupPart(seal(schema::describe(foreign)), ring, profile).error().fault,
                 Fault::Contradiction);
        schema::GroupPart posing{whole.publicKey(), whole.clone(), "g@example.com"};
        QCOMPARE(schema::groupPartOf(schema::describe(posing)).error().fault, Fault::Contradiction);
        posing.service.clear();
        QVERIFY(schema::groupPartOf(schema::describe(posing))->isWhole());
        QCOMPARE(schema::openGroupPart(schema::sealRecord(schema::describe(part), {}).value(), ring, profile)
                     .error()
                     .fault,
                 Fault::NotAuthorised);
    }
};

QTEST_GUILESS_MAIN(TestGroups)
#include "tst_groups.moc"
