#include "core/mesh/people_scenario.h"
#include "mesh/message_check.h"
#include "mesh/messaging.h"
#include "schema/catalog.h"
#include "udf/strong_name.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace mmm;
using namespace scenario;

using mesh::CardVersion;
using mesh::ConfirmationState;
using mesh::MessageKind;
using mesh::MessageState;
using mesh::Standing;

namespace {

schema::Contact ownCard(Desktop& desktop, const std::string& city)
{
    schema::Contact card = desktop->messaging().ownCard().value();
    card.locations.resize(1);
    card.locations[0].locality = city;
    return card;
}

} // namespace

class TestMessaging : public QObject
{
    Q_OBJECT

private slots:
    void exchangesContacts()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));

        const auto found = alice->messaging().find("BOB@example.com");
        VERIFY_OK(found);
        QCOMPARE(found->accountUdf, bob.account().udf());
        QVERIFY(found->contactId.empty());

        mesh::ContactWish wish;
        wish.address = "bob@example.com";
        wish.subject = "We met at the fair";
        wish.version = CardVersion::Restricted;
        const auto asked = alice->messaging().askForContact(wish);
        VERIFY_OK(asked);
        const auto request = awaitMessage(bob, MessageKind::ContactRequest);
        QVERIFY(request);
        QCOMPARE(request->id, *asked);
        QCOMPARE(request->speaker.standing, Standing::Stranger);
        QCOMPARE(request->speaker.address, "alice@example.com");
        QCOMPARE(request->speaker.accountUdf, alice.account().udf());
        QCOMPARE(request->text, "We met at the fair");
        QVERIFY(request->needsAnswer && request->wantsReply);
        const auto detail = bob->messaging().read(request->id);
        VERIFY_OK(detail);
        QCOMPARE(detail->card->fullName, "Alice Example");
        QVERIFY(!contactOf(bob, "Alice Example")); // nothing happens before the person says so

        const auto contact = bob->messaging().acceptContact(request->id, CardVersion::Restricted);
        VERIFY_OK(contact);
        const auto trust = bob->messaging().trust(*contact);
        VERIFY_OK(trust);
        QVERIFY(trust->isVerified);
        QCOMPARE(trust->confirmed, mesh::Confirmed::Service);
        QCOMPARE(trust->accountUdf, alice.account().udf());
        QVERIFY(eventually([&] { return contactOf(alice, "Bob Sample").has_value(); }));
        const auto theirs = alice->messaging().trust(contactOf(alice, "Bob Sample")->id);
        VERIFY_OK(theirs);
        QVERIFY(theirs->isVerified);
        QCOMPARE(theirs->shared.value(), CardVersion::Restricted);
        QVERIFY(eventually([&] { return stateIn(alice->outbox(), *asked) == MessageState::Accepted; }));
        QCOMPARE(stateIn(bob->inbox(), request->id).value(), MessageState::Accepted);
        // answered once and for all
        QCOMPARE(bob->messaging().acceptContact(request->id, {}).error().fault, Fault::Expired);
        QCOMPARE(alice->messaging().find("bob@example.com")->contactId, contactOf(alice, "Bob Sample")->id);
    }

    /// Whoever answers at once is a contact by then, and not refused as a stranger.
    void theCatalogIsThereBeforeTheMessage()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        mesh::ContactWish wish;
        wish.address = "bob@example.com";
        wish.version = CardVersion::Restricted;
        VERIFY_OK(alice->messaging().askForContact(wish));
        const auto request = awaitMessage(bob, MessageKind::ContactRequest);
        QVERIFY(request);
        QVERIFY(alice.settles() && bob.settles());

        alice.close();
        world.stopService();
        VERIFY_OK(bob->messaging().acceptContact(request->id, CardVersion::Restricted));
        const auto before = static_cast<std::ptrdiff_t>(world.appended().size());
        world.startService();
        bob->syncNow();
        const auto placeOf = [&](std::string_view container) {
            const auto all = world.appended();
            const auto found = std::find(all.begin() + before, all.end(), container);
            return found == all.end() ? -1 : found - all.begin();
        };
        QVERIFY(eventually([&] { return placeOf(schema::store_name::outbound) >= 0; }));
        QVERIFY(placeOf(schema::store_name::contact) >= 0);
        QVERIFY(placeOf(schema::store_name::contact) < placeOf(schema::store_name::outbound));
    }

    void anUpdatedCardArrivesAndOwnNotesStay()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        QVERIFY(acquaint(alice, bob));

        const auto before = contactOf(bob, "Alice Example");
        schema::Contact edited = before->entry;
        edited.labels = {"friends"};
        VERIFY_OK(bob.account().contacts().update(before->id, edited));
        mesh::ContactRights rights;
        rights.classes["RequestTask"] = mesh::Right::Hold;
        VERIFY_OK(bob->messaging().setRights(before->id, rights));

        // twice within a second: the later one counts
        VERIFY_OK(alice->messaging().saveOwnCard(ownCard(alice, "Shelbyville")));
        VERIFY_OK(alice->messaging().saveOwnCard(ownCard(alice, "Springfield")));
        QVERIFY(eventually([&] {
            const auto now = bob.account().contacts().read(before->id);
            return now && !now->entry.locations.empty() && now->entry.locations[0].locality == "Springfield";
        }));
        const auto after = bob.account().contacts().read(before->id);
        QCOMPARE(after->entry.labels, std::vector<std::string>{"friends"});
        const auto trust = bob->messaging().trust(before->id);
        QVERIFY(trust->isVerified);
        QCOMPARE(trust->rights.classes.at("RequestTask"), mesh::Right::Hold);
        QCOMPARE(bob.account().contacts().size(), 2U);
    }

    void theCardHasVersions()
    {
        World world;
        Desktop alice(world);
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.createMesh("alice", "Alice Example"));
        schema::Contact card = ownCard(alice, "Springfield");
        card.addresses.resize(3);
        card.addresses[0].uri = "tel:+1-555-0100";
        card.addresses[0].labels = {"public"};
        card.addresses[1].uri = "tel:+1-555-0101";
        card.addresses[2].uri = "tel:+1-555-0102";
        card.addresses[2].labels = {"private"};
        VERIFY_OK(alice->messaging().saveOwnCard(card));
        QCOMPARE(alice->messaging().ownCard()->addresses.size(), 3U);
        const auto open = alice->messaging().cardVersion(CardVersion::Public);
        const auto closed = alice->messaging().cardVersion(CardVersion::Restricted);
        VERIFY_OK(open);
        VERIFY_OK(closed);
        QCOMPARE(open->addresses.size(), 1U);
        QVERIFY(open->locations.empty());
        QCOMPARE(closed->addresses.size(), 2U);
        QCOMPARE(closed->locations.size(), 1U);
        QVERIFY(closed->addresses[0].labels.empty());
    }

    void aCodeOnTheScreenMakesBothContacts()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        const auto code = alice->messaging().makeCode(false, CardVersion::Restricted);
        VERIFY_OK(code);
        QVERIFY(code->expires);
        const auto scanned = bob->messaging().readCode(code->text.text());
        VERIFY_OK(scanned);
        QCOMPARE(scanned->card.fullName, "Alice Example");
        QCOMPARE(scanned->accountUdf, alice.account().udf());
        const auto added = bob->messaging().addByCode(code->text.text(), CardVersion::Public);
        VERIFY_OK(added);
        QCOMPARE(bob->messaging().trust(*added)->confirmed, mesh::Confirmed::InPerson);
        // nobody is asked: who answers with that key has seen the screen
        QVERIFY(eventually([&] { return contactOf(alice, "Bob Sample").has_value(); }));
        const auto trust = alice->messaging().trust(contactOf(alice, "Bob Sample")->id);
        QCOMPARE(trust->confirmed, mesh::Confirmed::InPerson);
        QCOMPARE(trust->shared.value(), CardVersion::Restricted);

        // the code is used up: a third person has to be accepted by hand
        Desktop carol(world);
        VERIFY_OK(carol.open());
        VERIFY_OK(carol.createMesh("carol", "Carol Third"));
        VERIFY_OK(carol->messaging().addByCode(code->text.text(), CardVersion::Public));
        const auto request = awaitMessage(alice, MessageKind::ContactRequest, "carol@example.com");
        QVERIFY(request);
        QVERIFY(request->needsAnswer);
        QVERIFY(!contactOf(alice, "Carol Third"));
    }

    void aPrintedCodeMustBeAccepted()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        const auto code = alice->messaging().makeCode(true, CardVersion::Public);
        VERIFY_OK(code);
        QVERIFY(!code->expires);
        VERIFY_OK(bob->messaging().addByCode(code->text.text(), CardVersion::Public));
        const auto request = awaitMessage(alice, MessageKind::ContactRequest);
        QVERIFY(request && request->needsAnswer && !request->wantsReply);
        VERIFY_OK(alice->messaging().acceptContact(request->id, std::nullopt));
        QVERIFY(contactOf(alice, "Bob Sample"));
        for (const char* wrong : {"", "hello", "mcu://alice@example.com/NAAA-AAAA-AAAA-AAAA",
                                  "udf://example.com/EBQC-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-A"})
            QVERIFY(!bob->messaging().readCode(wrong));
    }

    void strongNamesAreDemanded()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        const auto right = udf::Udf::parse(bob.account().udf());
        const auto wrong = udf::Udf::parse(alice.account().udf());
        VERIFY_OK(right);
        VERIFY_OK(wrong);
        const auto found = alice->messaging().find(udf::StrongName{"bob@example.com", *right}.print());
        VERIFY_OK(found);
        QVERIFY(found->isStrong);
        QCOMPARE(alice->messaging().find(udf::StrongName{"bob@example.com", *wrong}.print()).error().fault,
                 Fault::NotAuthorised);
        QCOMPARE(alice->messaging().find("nobody@example.com").error().fault, Fault::NotFound);
        QCOMPARE(alice->messaging().find("no address").error().fault, Fault::NameInvalid);
        mesh::ContactWish wish;
        wish.address = "alice@example.com";
        QCOMPARE(alice->messaging().askForContact(wish).error().fault, Fault::NameInvalid);
    }

    void whatIsSentSurvivesARestart()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        alice->stopSync();
        mesh::ContactWish wish;
        wish.address = "bob@example.com";
        const auto asked = alice->messaging().askForContact(wish);
        VERIFY_OK(asked);
        QCOMPARE(stateIn(alice->outbox(), *asked).value(), MessageState::Waiting);
        alice.close();
        VERIFY_OK(alice.open());
        QCOMPARE(stateIn(alice->outbox(), *asked).value(), MessageState::Waiting);
        alice->startSync();
        QVERIFY(awaitMessage(bob, MessageKind::ContactRequest));
        QVERIFY(eventually([&] { return stateIn(alice->outbox(), *asked) != MessageState::Waiting; }));
        QCOMPARE(alice->outbox()->size(), 1U);
    }

    void aSecondDeviceSeesTheSame()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        Desktop bobs(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        VERIFY_OK(bobs.open());
        VERIFY_OK(bobs.join(bob, "Bob's second"));
        QVERIFY(acquaint(alice, bob));
        QVERIFY(eventually([&] { return contactOf(bobs, "Alice Example").has_value(); }));
        const auto request = awaitMessage(bobs, MessageKind::ContactRequest);
        QVERIFY(eventually([&] { return stateIn(bobs->inbox(), request->id) == MessageState::Accepted; }));
        // what one device sent, the other can read
        QVERIFY(eventually([&] { return !bobs->outbox()->empty(); }));
        VERIFY_OK(bobs->messaging().read(bobs->outbox()->front().id));
        VERIFY_OK(bob->markMessage(request->id, MessageState::Deleted));
        QVERIFY(eventually([&] { return !stateIn(bobs->inbox(), request->id); }));
        // only the administration device writes the card
        QCOMPARE(bobs->messaging().saveOwnCard(ownCard(bobs, "X")).error().fault, Fault::NotAuthorised);
    }

    void aTaskIsProposedAndAccepted()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        QVERIFY(acquaint(alice, bob));
        schema::Task task;
        task.title = "Review the compiler";
        task.key = "NAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AA"; // is not for the sender to choose
        const auto proposed = alice->messaging().proposeTask("bob@example.com", task);
        VERIFY_OK(proposed);
        QVERIFY(eventually([&] { return stateIn(bob->inbox(), *proposed).has_value(); }));
        QCOMPARE(bob->messaging().read(*proposed)->task->title, "Review the compiler");
        QCOMPARE(bob.account().tasks().size(), 0U);
        const auto id = bob->messaging().acceptTask(*proposed);
        VERIFY_OK(id);
        QCOMPARE(bob.account().tasks().read(*id)->entry.title, "Review the compiler");
        QVERIFY(!bob.account().tasks().read(task.key));
        QVERIFY(!bob->messaging().acceptTask(*proposed));
        QCOMPARE(bob.account().tasks().size(), 1U);
    }

    void messagesPassBetweenServices()
    {
        World here("example.com");
        World there("example.org");
        here.meet(there);
        Desktop alice(here);
        Desktop bob(there);
        VERIFY_OK(openAliceAndBob(alice, bob));
        QCOMPARE(bob.account().address(), "bob@example.org");
        QVERIFY(acquaint(alice, bob));
        mesh::ConfirmationQuestion question;
        question.address = "bob@example.org";
        question.text = "From afar?";
        const auto asked = alice->messaging().askConfirmation(question);
        VERIFY_OK(asked);
        QVERIFY(eventually([&] { return stateIn(bob->inbox(), *asked).has_value(); }));
        VERIFY_OK(bob->messaging().answerConfirmation(*asked, true));
        QVERIFY(eventually(
            [&] { return alice->messaging().confirmation(*asked).value() == ConfirmationState::Accepted; }));
        // a code leads to the other service, too
        const auto code = alice->messaging().makeCode(false, CardVersion::Public);
        VERIFY_OK(code);
        QCOMPARE(bob->messaging().readCode(code->text.text())->contactId,
                 contactOf(bob, "Alice Example")->id);
    }

    // hostile

    void refusesWhatIsForged()
    {
        const Forger forger("alice@example.com");
        // rightly made, it is accepted by the check
        schema::RequestContact message = forger.request();
        VERIFY_OK(mesh::checkMessage(forger.seal(message), forger.keyRing(), forger.recipient()));

        // another sender than the one who signs
        message.sender = "bob@example.com";
        QCOMPARE(forger.checked(message).error().fault, Fault::NotAuthorised);
        // for somebody else
        message = forger.request();
        message.recipient = "bob@example.com";
        QCOMPARE(forger.checked(message).error().fault, Fault::NotAuthorised);
        // under another message's name
        message = forger.request();
        QCOMPARE(mesh::checkMessage(forger.seal(message, udf::Udf::nonce().text()), forger.keyRing(),
                                    forger.recipient())
                     .error()
                     .fault,
                 Fault::Replayed);
        // in clear
        QCOMPARE(forger.checkedInClear(message).error().fault, Fault::NotAuthorised);
        // accredited by nobody
        QCOMPARE(forger.checkedWithout(message).error().fault, Fault::Missing);
        // with a connection of somebody else
        QVERIFY(!forger.checkedAs(message, Forger("x@example.com").connection()));
        // of a class that only the account's own devices write, signed ever so rightly
        schema::MessagePIN pin;
        pin.messageId = message.messageId;
        pin.sender = message.sender;
        pin.recipient = message.recipient;
        QCOMPARE(forger.checkedAny(message, encoding::toTaggedJson(pin)).error().fault, Fault::Unsupported);
        // altered on the way
        QVERIFY(!mesh::checkMessage(altered(forger.seal(message)), forger.keyRing(), forger.recipient()));
    }

    void refusesAnAlteredCard()
    {
        const Forger forger("alice@example.com");
        VERIFY_OK(mesh::verifyCard(forger.card("Mallory")));
        QVERIFY(!mesh::verifyCard(altered(forger.card("Mallory"))));
        QVERIFY(!mesh::verifyCard(forger.unsignedCard("Mallory")));
        QVERIFY(!mesh::verifyCard(forger.cardOf(Forger("bob@example.com"))));
    }

    void whatIsDeletedComesBackAsItWas()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        QVERIFY(acquaint(alice, bob));
        const auto idsOf = [](const Result<std::vector<mesh::MessageInfo>>& list) {
            std::set<std::string> ids;
            for (const mesh::MessageInfo& message : list.value())
                ids.insert(message.id);
            return ids;
        };
        const auto request = awaitMessage(bob, MessageKind::ContactRequest);
        QCOMPARE(stateIn(bob->inbox(), request->id), MessageState::Accepted);
        mesh::ConfirmationQuestion question;
        question.address = bob.account().address();
        question.text = "Shall I?";
        const auto asked = alice->messaging().askConfirmation(question);
        VERIFY_OK(asked);
        QVERIFY(eventually([&] { return stateIn(bob->inbox(), *asked).has_value(); }));

        const std::vector<std::string> both{request->id, *asked};
        VERIFY_OK(bob->messaging().mark(both, MessageState::Deleted));
        QVERIFY(!stateIn(bob->inbox(), request->id) && !stateIn(bob->inbox(), *asked));
        QVERIFY(idsOf(bob->messaging().deleted(true)) == std::set<std::string>(both.begin(), both.end()));
        QVERIFY(bob->messaging().deleted(false)->empty());
        QCOMPARE(bob->messaging().read(*asked)->info.state, MessageState::Deleted);
        QVERIFY(!bob->messaging().answerConfirmation(*asked, true)); // nobody answers what is put away
        VERIFY_OK(bob->messaging().restore(both));
        QVERIFY(bob->messaging().deleted(true)->empty());
        // the answered one is no question again, the other one still is
        QCOMPARE(stateIn(bob->inbox(), request->id), MessageState::Accepted);
        VERIFY_OK(bob->messaging().mark({*asked}, MessageState::Read));
        QVERIFY(bob->messaging().read(*asked)->info.needsAnswer);
        VERIFY_OK(bob->messaging().answerConfirmation(*asked, true));
        QCOMPARE(bob->messaging().mark({"M-nothing"}, MessageState::Read).error().fault, Fault::NotFound);

        // what waits here is not sent once it is deleted, and is sent when it comes back
        QVERIFY(alice.settles());
        alice->stopSync();
        const auto waiting = alice->messaging().askConfirmation(question);
        const auto unwanted = alice->messaging().askConfirmation(question);
        VERIFY_OK(waiting);
        VERIFY_OK(unwanted);
        VERIFY_OK(alice->messaging().mark({*waiting, *unwanted}, MessageState::Deleted));
        QVERIFY(!stateIn(alice->outbox(), *waiting));
        QVERIFY(idsOf(alice->messaging().deleted(false)) == (std::set<std::string>{*waiting, *unwanted}));
        VERIFY_OK(alice->messaging().restore({*waiting}));
        QCOMPARE(stateIn(alice->outbox(), *waiting), MessageState::Waiting);
        alice->startSync();
        QVERIFY(eventually([&] { return stateIn(bob->inbox(), *waiting).has_value(); }));
        QVERIFY(alice.settles());
        QVERIFY(bob.settles());
        QVERIFY(!stateIn(bob->inbox(), *unwanted));
        QCOMPARE(alice->messaging().confirmation(*unwanted).value(), ConfirmationState::Failed);
        QVERIFY(idsOf(alice->messaging().deleted(false)) == std::set<std::string>{*unwanted});
        // what was never sent is forgotten by the next time
        alice.close();
        VERIFY_OK(alice.open());
        QVERIFY(alice->messaging().deleted(false)->empty());
        QCOMPARE(alice->messaging().read(*unwanted).error().fault, Fault::NotFound);
    }

    void theAnswerToADeletedMessageDoesNotBringItBack()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        QVERIFY(acquaint(alice, bob));
        mesh::ConfirmationQuestion question;
        question.address = bob.account().address();
        question.text = "Shall I?";
        const auto asked = alice->messaging().askConfirmation(question);
        VERIFY_OK(asked);
        QVERIFY(eventually([&] { return stateIn(bob->inbox(), *asked).has_value(); }));
        QVERIFY(alice.settles());
        VERIFY_OK(alice->messaging().mark({*asked}, MessageState::Deleted));
        VERIFY_OK(bob->messaging().answerConfirmation(*asked, true));
        // who asked gets the answer
        QVERIFY(eventually(
            [&] { return alice->messaging().confirmation(*asked).value() == ConfirmationState::Accepted; }));
        QVERIFY(!stateIn(alice->outbox(), *asked));
        QCOMPARE(alice->messaging().deleted(false)->size(), std::size_t(1));
        VERIFY_OK(alice->messaging().restore({*asked}));
        QCOMPARE(stateIn(alice->outbox(), *asked), MessageState::Accepted);
    }

    void anOversizedMessageIsNotSent()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        mesh::ContactWish wish;
        wish.address = "bob@example.com";
        wish.subject = std::string(40000, 'x');
        QCOMPARE(alice->messaging().askForContact(wish).error().fault, Fault::TooLarge);
        QVERIFY(alice->outbox()->empty());
    }
};

QTEST_GUILESS_MAIN(TestMessaging)
#include "tst_messaging.moc"
