#include "core/mesh/people_scenario.h"
#include "mesh/archive.h"
#include "mesh/group_card.h"
#include "mesh/groups.h"
#include "mesh/messaging.h"
#include "schema/key_check.h"

#include <QTest>

using namespace mmm;
using namespace scenario;

using mesh::CardVersion;
using mesh::MessageKind;

namespace {

using ContactRow = mesh::SharedCatalog<schema::Contact>::Row;

/// The groups among somebody's contacts.
std::vector<ContactRow> groupsIn(Desktop& desktop)
{
    std::vector<ContactRow> found;
    desktop.account().contacts().visit([&](const ContactRow& row) {
        if (row.className == schema::CatalogedContactRecryption::className)
            found.push_back(row);
    });
    return found;
}

Result<std::string> addByCode(Desktop& desktop, const Result<SharedSecret>& code)
{
    if (!code)
        return tl::unexpected<Error>(code.error());
    return desktop->messaging().addByCode(code->text(), CardVersion::Public);
}

Result<std::string> encrypt(Desktop& by, const std::string& group, std::string_view text)
{
    return by->groups().encryptText(group, Secret(bytesOf(text)));
}

/// What comes of a text that was encrypted.
Result<std::string> open(Desktop& by, const Result<std::string>& envelope)
{
    if (!envelope)
        return tl::unexpected<Error>(envelope.error());
    MMM_TRY(const mesh::Groups::Text opened, by->groups().decryptText(*envelope));
    return std::string(opened.text.text());
}

std::string admit(Desktop& administrator, Desktop& invited, const std::string& group)
{
    if (!administrator->groups().invite(group, invited.account().address(), "Join us"))
        return {};
    const auto invitation = awaitMessage(invited, MessageKind::GroupInvitation);
    return invitation ? invited->groups().accept(invitation->id).value_or(std::string()) : std::string();
}

/// Alice administers a group, Bob is a member of it, and Carol is nobody whom they know.
struct Neighbours
{
    explicit Neighbours(World& world, bool withBob = true) : alice(world), bob(world), carol(world)
    {
        isReady = alice.open() && alice.createMesh("alice", "Alice Example") && carol.open() &&
                  carol.createMesh("carol", "Carol Third");
        group = alice->groups().create("crew").value_or(std::string());
        isReady = isReady && !group.empty();
        if (withBob)
            isReady = isReady && bob.open() && bob.createMesh("bob", "Bob Sample") && acquaint(alice, bob) &&
                      admit(alice, bob, group) == group;
    }
    Desktop alice;
    Desktop bob;
    Desktop carol;
    std::string group;
    bool isReady = false;
};

/// A group with all its keys, and cards of it, right and wrong.
class Maker
{
public:
    explicit Maker(const std::string& address)
    {
        const auto fresh = [] {
            return std::make_shared<const crypto::PrivateKey>(
                crypto::PrivateKey::generate(crypto::Curve::Ed448));
        };
        offline = fresh();
        administration = fresh();
        crypto::PrivateKey whole = crypto::PrivateKey::generate(crypto::Curve::Ed448);
        crypto::PublicKey publicKey = whole.publicKey();
        const auto content = schema::makeProfileGroup(offline->publicKey(), {administration->publicKey()},
                                                      publicKey, address, SystemClock().now());
        const auto profile = schema::verifyProfileGroup(
                                 schema::sealRecord(content, {offline.get(), administration.get()}).value())
                                 .value();
        keys = mesh::GroupKeys{
            profile,        address, {}, schema::GroupPart{std::move(publicKey), std::move(whole), {}},
            administration, offline};
    }
    [[nodiscard]] dare::Envelope card() const { return mesh::makeGroupCard(*keys).value(); }
    /// The same with something changed, signed by that key; by none if it is null.
    template<typename Change>
    [[nodiscard]] dare::Envelope changed(Change change, const crypto::PrivateKey* signer) const
    {
        schema::Contact contact = schema::payloadOf<schema::Contact>(card()).value();
        change(contact);
        std::vector<const crypto::PrivateKey*> signers;
        if (signer)
            signers.push_back(signer);
        return schema::sealRecord(contact, signers).value();
    }

    std::shared_ptr<const crypto::PrivateKey> offline;
    std::shared_ptr<const crypto::PrivateKey> administration;
    std::optional<mesh::GroupKeys> keys;
};

} // namespace

/// The contact of a group (security 03 §2.8.7): whoever has its card encrypts to it, its members decrypt.
class TestGroupCards : public QObject
{
    Q_OBJECT

private slots:
    void whoHasTheCardEncryptsAndMembersDecrypt()
    {
        World world;
        Neighbours people(world);
        QVERIFY(people.isReady);
        auto& [alice, bob, carol, group, isReady] = people;
        // the group is a contact of whoever made it or joined it
        for (Desktop* one : {&alice, &bob}) {
            QCOMPARE(groupsIn(*one).size(), 1U);
            QCOMPARE(groupsIn(*one).front().entry.fullName, "crew");
            const auto trust = (*one)->messaging().trust(groupsIn(*one).front().id);
            QVERIFY(trust->isGroup && trust->isVerified && trust->isMember);
            QCOMPARE(trust->accountUdf, group);
        }
        QCOMPARE(encrypt(carol, group, "who?").error().fault, Fault::NotFound);
        QCOMPARE(carol->groups().cardCode(group).error().fault, Fault::NotFound);

        // a plain member passes the card on
        const auto code = bob->groups().cardCode(group);
        VERIFY_OK(code);
        const auto scanned = carol->messaging().readCode(code->text());
        VERIFY_OK(scanned);
        QVERIFY(scanned->isGroup);
        QCOMPARE(scanned->address, "crew@example.com");
        QCOMPARE(scanned->accountUdf, group);
        QVERIFY(scanned->contactId.empty());
        QVERIFY(groupsIn(carol).empty());
        const auto id = addByCode(carol, code);
        VERIFY_OK(id);
        QCOMPARE(carol->messaging().readCode(code->text())->contactId, *id);
        QCOMPARE(groupsIn(carol).front().id, *id);
        // from the administrator it is the same group, and the same entry on every device
        QCOMPARE(addByCode(carol, alice->groups().cardCode(group)).value(), *id);
        QCOMPARE(groupsIn(carol).size(), 1U);
        QCOMPARE(groupsIn(alice).front().id, *id);
        // nobody is told, and nobody is asked
        QVERIFY(carol->outbox()->empty());
        const auto trust = carol->messaging().trust(*id);
        QVERIFY(trust->isGroup && trust->isVerified && !trust->isMember);
        QCOMPARE(trust->confirmed, mesh::Confirmed::Service);
        QCOMPARE(carol->messaging().setRights(*id, {}).error().fault, Fault::Unsupported);
        QVERIFY(carol->groups().list()->empty());

        const auto text = encrypt(carol, group, "The boat leaks");
        VERIFY_OK(text);
        QCOMPARE(open(alice, text).value(), "The boat leaks");
        QCOMPARE(open(bob, text).value(), "The boat leaks");
        QCOMPARE(bob->groups().decryptText(*text)->about.signer->address, "carol@example.com");
        QCOMPARE(open(carol, text).error().fault, Fault::CannotDecrypt);
        QTemporaryDir folder;
        const auto path = [&](const char* name) {
            return folder.filePath(QString::fromLatin1(name)).toStdString();
        };
        QFile plain(folder.filePath(QStringLiteral("plan")));
        QVERIFY(plain.open(QIODevice::WriteOnly) && plain.write("of the boat") > 0);
        plain.close();
        VERIFY_OK(carol->groups().encryptFile(group, path("plan"), {path("plan.dare")}));
        VERIFY_OK(bob->groups().decryptFile(path("plan.dare"), {path("plan.bob")}));
        QFile opened(folder.filePath(QStringLiteral("plan.bob")));
        QVERIFY(opened.open(QIODevice::ReadOnly));
        QCOMPARE(opened.readAll(), QByteArray("of the boat"));

        // who is removed or leaves decrypts no more, and can still write to the group
        VERIFY_OK(alice->groups().remove(group, bob.account().udf()));
        QCOMPARE(open(bob, text).error().fault, Fault::NotAuthorised);
        VERIFY_OK(bob->groups().leave(group));
        QCOMPARE(open(bob, text).error().fault, Fault::CannotDecrypt);
        QCOMPARE(groupsIn(bob).size(), 1U);
        QCOMPARE(open(alice, encrypt(bob, group, "Good bye")).value(), "Good bye");
        VERIFY_OK(bob->groups().cardCode(group));
    }

    /// The card follows the group's profile, and a group that has ended has none.
    void theCardFollowsTheGroup()
    {
        World world;
        Neighbours people(world);
        QVERIFY(people.isReady);
        auto& [alice, bob, carol, group, isReady] = people;
        const auto code = alice->groups().cardCode(group);
        VERIFY_OK(addByCode(carol, code));
        const auto stamp = [](Desktop& desktop) {
            return desktop->messaging().trust(groupsIn(desktop).front().id)->updated;
        };
        const auto before = stamp(alice);
        VERIFY_OK(alice->groups().appoint(group, bob.account().udf()));
        QVERIFY(stamp(alice) > before);
        QVERIFY(alice->messaging().trust(groupsIn(alice).front().id)->isVerified);
        QVERIFY(stamp(carol) == before);
        VERIFY_OK(addByCode(carol, alice->groups().cardCode(group)));
        QVERIFY(stamp(carol) == stamp(alice));
        // one from long ago changes nothing
        VERIFY_OK(addByCode(carol, code));
        QVERIFY(stamp(carol) == stamp(alice));

        // taken off the contacts, it stays off
        VERIFY_OK(alice.account().contacts().removeAll({groupsIn(alice).front().id}));
        VERIFY_OK(alice->groups().members(group, true));
        QVERIFY(groupsIn(alice).empty());
        VERIFY_OK(addByCode(alice, code));
        QCOMPARE(groupsIn(alice).size(), 1U);

        VERIFY_OK(alice->groups().dissolve(group));
        QVERIFY(groupsIn(alice).empty());
        VERIFY_OK(carol->messaging().readCode(code->text()));
        VERIFY_OK(carol.account().contacts().removeAll({groupsIn(carol).front().id}));
        QVERIFY(!addByCode(carol, code));
        QVERIFY(groupsIn(carol).empty());
    }

    /// Whatever the person does with the entry, it stays the contact of a group.
    void theEntryKeepsItsClass()
    {
        World world;
        Neighbours people(world, false);
        QVERIFY(people.isReady);
        auto& [alice, bob, carol, group, isReady] = people;
        const auto code = alice->groups().cardCode(group);
        VERIFY_OK(code);
        const auto id = addByCode(carol, code);
        VERIFY_OK(id);
        QVERIFY(carol.settles()); // otherwise it and the change would be one version
        auto& contacts = carol.account().contacts();
        schema::Contact edited = contacts.read(*id)->entry;
        edited.fullName = "Our crew";
        edited.labels = {"boat"};
        VERIFY_OK(contacts.update(*id, edited));
        QCOMPARE(groupsIn(carol).front().entry.fullName, "Our crew");
        QCOMPARE(contacts.read(*id)->className, "CatalogedContactRecryption");
        QCOMPARE(contacts.search("crew boat"), std::vector<std::string>{*id});
        QVERIFY(carol->messaging().trust(*id)->isVerified);
        QCOMPARE(open(alice, encrypt(carol, group, "1")).value(), "1");
        // a newer card leaves alone what the person wrote
        VERIFY_OK(addByCode(carol, code));
        QCOMPARE(contacts.read(*id)->entry.fullName, "Our crew");
        // an earlier version
        const auto versions = contacts.history(*id);
        VERIFY_OK(versions);
        QCOMPARE(contacts.readVersion(*id, versions->back().version)->fullName, "crew");
        VERIFY_OK(contacts.restore(*id, versions->back().version));
        QCOMPARE(groupsIn(carol).front().entry.fullName, "crew");
        QVERIFY(carol.settles());

        // a copy of it, such as when two devices wrote different things, is a group's, too
        const auto copy = contacts.add(contacts.read(*id)->entry);
        VERIFY_OK(copy);
        QCOMPARE(groupsIn(carol).size(), 2U);
        VERIFY_OK(carol->groups().cardCode(group));
        VERIFY_OK(contacts.removeAll({*copy}));

        // another device
        Desktop phone(world);
        VERIFY_OK(phone.open());
        const auto pin = carol->issuePin();
        VERIFY_OK(pin);
        VERIFY_OK(phone.join(mesh::ConnectionOffer::parse(pin->text.text()).value(), "Phone"));
        QVERIFY(eventually([&] { return groupsIn(phone).size() == 1; }));
        edited.fullName = "From the phone";
        VERIFY_OK(phone.account().contacts().update(*id, edited));
        QVERIFY(eventually([&] { return contacts.read(*id)->entry.fullName == "From the phone"; }));
        QCOMPARE(groupsIn(carol).size(), 1U);
        QCOMPARE(open(alice, encrypt(phone, group, "2")).value(), "2");

        // another account, from an archive
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("carol.dare")).toStdString();
        constexpr crypto::Argon2Cost cheap{19456, 2, 1};
        VERIFY_OK(carol->archives().save(file, Secret(bytesOf("a long passphrase")), cheap));
        const auto archive = alice->archives().open(file, Secret(bytesOf("a long passphrase")));
        VERIFY_OK(archive);
        VERIFY_OK(alice.account().contacts().removeAll({groupsIn(alice).front().id}));
        VERIFY_OK(alice->archives().restore(**archive));
        QCOMPARE(groupsIn(alice).size(), 1U);
        QCOMPARE(groupsIn(alice).front().entry.fullName, "From the phone");
    }

    void forgedCardsAreRefused()
    {
        const Maker crew("crew@example.com");
        const Maker other("other@example.com");
        const auto nothing = [](schema::Contact&) {};
        const auto faultOf = [](const dare::Envelope& card) {
            const auto verified = mesh::verifyGroupCard(card);
            return verified ? std::nullopt : std::optional(verified.error().fault);
        };
        const auto right = mesh::verifyGroupCard(crew.card());
        VERIFY_OK(right);
        QCOMPARE(right->address, "crew@example.com");
        QCOMPARE(right->udf(), crew.keys->udf());
        QVERIFY(right->isSigned);
        // signed by nobody, by somebody else, or altered
        QCOMPARE(faultOf(crew.changed(nothing, nullptr)).value(), Fault::NotAuthorised);
        QCOMPARE(faultOf(crew.changed(nothing, other.administration.get())).value(), Fault::NotAuthorised);
        QVERIFY(faultOf(altered(crew.card())));
        QVERIFY(!mesh::readGroupCard(crew.changed(nothing, nullptr))->isSigned);
        // with a key of the forger's for the group's
        const auto key = other.administration.get();
        QVERIFY(faultOf(crew.changed(
            [&](schema::Contact& card) {
                schema::ProfileGroup profile = *crew.keys->profile;
                profile.keyEncryption = other.keys->profile->keyEncryption;
                card.meshAccounts = {schema::sealRecord(profile, {key}).value()};
            },
            crew.administration.get())));
        // of another address than the group's, of two groups, or of a group and a person
        QCOMPARE(faultOf(crew.changed(
                             [](schema::Contact& card) { card.addresses[0].uri = "mesh:board@example.com"; },
                             crew.administration.get()))
                     .value(),
                 Fault::Contradiction);
        const auto with = [&](const dare::Envelope& account) {
            return faultOf(crew.changed([&](schema::Contact& card) { card.meshAccounts.push_back(account); },
                                        crew.administration.get()));
        };
        QCOMPARE(with(other.keys->profile.envelope()).value(), Fault::Contradiction);
        const schema::ProfileAccount person = schema::makeProfileAccount(
            key->publicKey(), {key->publicKey()}, key->publicKey(), {}, {"mallory@example.com"}, TimePoint());
        QCOMPARE(with(schema::sealRecord(person, {key}).value()).value(), Fault::Contradiction);
        // of a person
        QCOMPARE(faultOf(Forger("x@example.com").card("Mallory")).value(), Fault::Contradiction);
        // whoever is no administrator any more signs no cards
        Maker former("other@example.com");
        former.keys->administration = crew.administration;
        QVERIFY(!mesh::readGroupCard(former.card())->isSigned);
    }

    void codesThatSayOtherwiseAreRefused()
    {
        World world;
        Neighbours people(world, false);
        QVERIFY(people.isReady);
        auto& [alice, bob, carol, group, isReady] = people;
        VERIFY_OK(alice->groups().create("board"));
        const auto code = alice->groups().cardCode(group);
        VERIFY_OK(code);
        std::string text(code->text());
        const auto at = text.find("crew");
        QVERIFY(at != std::string::npos);
        text.replace(at, 4, "board");
        QCOMPARE(carol->messaging().readCode(text).error().fault, Fault::Contradiction);
        QCOMPARE(carol->messaging().addByCode(text, CardVersion::Public).error().fault, Fault::Contradiction);
        QVERIFY(groupsIn(carol).empty());
    }
};

QTEST_GUILESS_MAIN(TestGroupCards)
#include "tst_group_cards.moc"
