#include "core/mesh/people_scenario.h"
#include "mesh/contact_book.h"
#include "mesh/messaging.h"
#include "schema/make.h"
#include "service/known_senders.h"

#include <QTest>

using namespace mmm;
using namespace scenario;

using mesh::MessageState;

/// What contacts and strangers may send, and what becomes of the rest.
class TestContactRights : public QObject
{
    Q_OBJECT

private slots:
    void aBlockedSenderIsRefused()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        QVERIFY(acquaint(alice, bob));
        const std::string id = contactOf(bob, "Alice Example")->id;
        mesh::ContactRights rights;
        rights.isBlocked = true;
        VERIFY_OK(bob->messaging().setRights(id, rights));
        QVERIFY(bob.settles()); // the service knows of it
        mesh::ContactWish wish;
        wish.address = "bob@example.com";
        const auto asked = alice->messaging().askForContact(wish);
        VERIFY_OK(asked);
        // the service itself keeps it back: the recipient's devices never hear of it
        QVERIFY(eventually([&] { return stateIn(alice->outbox(), *asked) == MessageState::Failed; }));
        QVERIFY(bob.settles());
        QVERIFY(!stateIn(bob->inbox(), *asked));
    }

    void aBlockWeighsMoreThanAChoice()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        QVERIFY(acquaint(alice, bob));
        const std::string id = contactOf(bob, "Alice Example")->id;
        const auto setRights = [&](const mesh::ContactRights& wanted) {
            return bob->messaging().setRights(id, wanted) && bob.settles();
        };
        const auto ask = [&](const std::string& text) {
            mesh::ConfirmationQuestion question;
            question.address = bob.account().address();
            question.text = text;
            return alice->messaging().askConfirmation(question).value_or(std::string());
        };
        mesh::ContactRights rights;
        rights.classes["RequestConfirmation"] = mesh::Right::Accept;
        QVERIFY(setRights(rights));
        const std::string before = ask("Before");
        QVERIFY(eventually([&] { return stateIn(bob->inbox(), before).has_value(); }));

        // what is there already is turned down, and the service lets nothing else in
        rights.isBlocked = true;
        QVERIFY(setRights(rights));
        QVERIFY(!bob->messaging().answerConfirmation(before, true));
        QVERIFY(eventually([&] { return stateIn(bob->inbox(), before) == MessageState::Rejected; }));
        const std::string meanwhile = ask("Meanwhile");
        QVERIFY(eventually([&] { return stateIn(alice->outbox(), meanwhile) == MessageState::Failed; }));
        QVERIFY(bob.settles());
        QVERIFY(!stateIn(bob->inbox(), meanwhile));

        // the choice comes back with the end of the block
        auto trust = bob->messaging().trust(id);
        VERIFY_OK(trust);
        QVERIFY(trust->rights.isBlocked);
        QVERIFY(trust->rights.classes == rights.classes);
        trust->rights.isBlocked = false;
        QVERIFY(setRights(trust->rights));
        QVERIFY(bob->messaging().trust(id)->rights.classes == rights.classes);
        const std::string after = ask("After");
        QVERIFY(eventually([&] { return stateIn(bob->inbox(), after).has_value(); }));
    }

    void aBlockIsReadFromWhatIsWritten()
    {
        using schema::makePermission;
        // as an earlier version has left it, which the service reads differently
        const std::vector<schema::Permission> old{makePermission("Message:RequestConfirmation", "Accept"),
                                                  makePermission("Message:*", "Reject"),
                                                  makePermission("Message:RequestTask", "Hold")};
        for (const char* name : {"RequestConfirmation", "RequestTask", "RequestContact", "OfferGroup"})
            QCOMPARE(mesh::rightTo(old, name), mesh::Right::Reject);
        std::vector<schema::Permission> permissions = old;
        permissions.push_back(makePermission("Administration"));
        mesh::ContactRights rights = mesh::rightsOf(old);
        QVERIFY(rights.isBlocked);
        mesh::applyRights(permissions, rights);
        for (const char* name : {"RequestConfirmation", "RequestTask", "RequestContact"}) {
            QCOMPARE(mesh::rightTo(permissions, name), mesh::Right::Reject);
            QCOMPARE(int(service::rightTo(permissions, name)), int(service::Right::Reject));
        }
        rights = mesh::rightsOf(permissions);
        rights.isBlocked = false;
        mesh::applyRights(permissions, rights);
        QCOMPARE(mesh::rightTo(permissions, "RequestConfirmation"), mesh::Right::Accept);
        QCOMPARE(mesh::rightTo(permissions, "RequestTask"), mesh::Right::Hold);
        QCOMPARE(mesh::rightTo(permissions, "RequestContact"), mesh::Right::Default);
        QCOMPARE(permissions.size(), std::size_t(3)); // what is no right of messages stays
        // the answer to an own invitation has no choice of its own
        const std::vector<schema::Permission> offer{makePermission("Message:OfferGroup", "Reject")};
        QCOMPARE(mesh::rightTo(offer, "OfferGroup"), mesh::Right::Default);
        QCOMPARE(mesh::rightTo(offer, "GroupInvitation"), mesh::Right::Reject);
    }

    void strangersMayBeKeptFromAsking()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        Desktop carol(world);
        VERIFY_OK(alice.open());
        VERIFY_OK(bob.open());
        VERIFY_OK(carol.open());
        VERIFY_OK(alice.createMesh("alice", "Alice Example"));
        VERIFY_OK(bob.createMesh("bob", "Bob Sample"));
        VERIFY_OK(carol.createMesh("carol", "Carol Third"));
        QVERIFY(acquaint(carol, bob));
        QVERIFY(bob.settles());
        const std::size_t before = bob.account().contacts().size();
        QCOMPARE(bob->messaging().rightOfStrangers().value(), mesh::Right::Default);
        VERIFY_OK(bob->messaging().setRightOfStrangers(mesh::Right::Reject));
        QCOMPARE(bob->messaging().rightOfStrangers().value(), mesh::Right::Reject);
        QVERIFY(bob.settles());

        // the rule is no contact
        QCOMPARE(bob.account().contacts().size(), before);
        std::size_t visited = 0;
        bob.account().contacts().visit([&](const auto&) { ++visited; });
        QCOMPARE(visited, before);
        QCOMPARE(bob.account().contacts().read("*").error().fault, Fault::NotFound);
        QCOMPARE(bob.account().contacts().search("").size(), before);

        mesh::ContactWish wish;
        wish.address = bob.account().address();
        const auto refused = alice->messaging().askForContact(wish);
        VERIFY_OK(refused);
        QVERIFY(eventually([&] { return stateIn(alice->outbox(), *refused) == MessageState::Failed; }));
        QVERIFY(bob.settles());
        QVERIFY(!stateIn(bob->inbox(), *refused));
        // contacts are not strangers
        mesh::ConfirmationQuestion question;
        question.address = bob.account().address();
        question.text = "Still there?";
        const auto asked = carol->messaging().askConfirmation(question);
        VERIFY_OK(asked);
        QVERIFY(eventually([&] { return stateIn(bob->inbox(), *asked).has_value(); }));
        // whom one asks oneself answers
        QVERIFY(acquaint(bob, alice));

        VERIFY_OK(bob->messaging().setRightOfStrangers(mesh::Right::Default));
        QVERIFY(bob.settles());
        Desktop dave(world);
        VERIFY_OK(dave.open());
        VERIFY_OK(dave.createMesh("dave", "Dave Fourth"));
        const auto taken = dave->messaging().askForContact(wish);
        VERIFY_OK(taken);
        QVERIFY(eventually([&] { return stateIn(bob->inbox(), *taken).has_value(); }));
    }
};

QTEST_GUILESS_MAIN(TestContactRights)
#include "tst_contact_rights.moc"
