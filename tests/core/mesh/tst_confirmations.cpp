#include "core/mesh/people_scenario.h"
#include "mesh/messaging.h"

#include <QTest>

using namespace mmm;
using namespace scenario;

using mesh::ConfirmationState;
using mesh::MessageState;
using mesh::Standing;

/// Questions that are answered once, by who may, and signed.
class TestConfirmations : public QObject
{
    Q_OBJECT

private slots:
    void aConfirmationIsSignedAndCountsOnce()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        mesh::ConfirmationQuestion question;
        question.address = "bob@example.com";
        question.text = "Deploy release 7?";
        // only contacts are asked
        QCOMPARE(alice->messaging().askConfirmation(question).error().fault, Fault::NotFound);
        QVERIFY(acquaint(alice, bob));

        for (const bool accepted : {true, false}) {
            const auto asked = alice->messaging().askConfirmation(question);
            VERIFY_OK(asked);
            QCOMPARE(alice->messaging().confirmation(*asked).value(), ConfirmationState::Waiting);
            QVERIFY(eventually([&] { return stateIn(bob->inbox(), *asked).has_value(); }));
            const auto detail = bob->messaging().read(*asked);
            VERIFY_OK(detail);
            QCOMPARE(detail->info.text, "Deploy release 7?");
            QCOMPARE(detail->info.speaker.standing, Standing::Contact);
            QCOMPARE(detail->info.speaker.name, "Alice Example");
            QVERIFY(detail->canConfirm && detail->info.expires);
            VERIFY_OK(bob->messaging().answerConfirmation(*asked, accepted));
            QCOMPARE(bob->messaging().answerConfirmation(*asked, !accepted).error().fault, Fault::Expired);
            QVERIFY(eventually([&] {
                return alice->messaging().confirmation(*asked).value() ==
                       (accepted ? ConfirmationState::Accepted : ConfirmationState::Refused);
            }));
        }
        // one that nobody answers in time is over, on both sides
        question.validity = std::chrono::seconds(4);
        const auto late = alice->messaging().askConfirmation(question);
        VERIFY_OK(late);
        QVERIFY(eventually([&] { return stateIn(bob->inbox(), *late).has_value(); }));
        QVERIFY(eventually(
            [&] { return alice->messaging().confirmation(*late).value() == ConfirmationState::Expired; }));
        QCOMPARE(bob->messaging().answerConfirmation(*late, true).error().fault, Fault::Expired);
        QCOMPARE(stateIn(bob->inbox(), *late).value(), MessageState::Expired);
    }

    void onlyPermittedDevicesConfirm()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        Desktop bobs(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        VERIFY_OK(bobs.open());
        VERIFY_OK(bobs.join(bob, "Second"));
        QVERIFY(acquaint(alice, bob));
        mesh::ConfirmationQuestion question;
        question.address = "bob@example.com";
        question.text = "Now?";
        const auto asked = alice->messaging().askConfirmation(question);
        VERIFY_OK(asked);
        QVERIFY(eventually([&] {
            const auto detail = bobs->messaging().read(*asked);
            return detail && detail->info.speaker.standing == Standing::Contact;
        }));
        QVERIFY(!bobs->messaging().read(*asked)->canConfirm);
        QCOMPARE(bobs->messaging().answerConfirmation(*asked, true).error().fault, Fault::NotAuthorised);

        std::string second;
        const auto devices = bob->devices().value();
        for (const mesh::DeviceInfo& device : devices) {
            if (!device.isThisDevice)
                second = device.udf;
        }
        VERIFY_OK(bob->messaging().allowConfirmation(second, true));
        QVERIFY(eventually([&] {
            const auto detail = bobs->messaging().read(*asked);
            return detail && detail->canConfirm;
        }));
        VERIFY_OK(bobs->messaging().answerConfirmation(*asked, true));
        QVERIFY(eventually(
            [&] { return alice->messaging().confirmation(*asked).value() == ConfirmationState::Accepted; }));
    }

    void anOrganisationIsShownOnlyAsTheCardHasIt()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(openAliceAndBob(alice, bob));
        schema::Contact card = alice->messaging().ownCard().value();
        card.roles.resize(1);
        card.roles[0].companyName = "Example Ltd";
        VERIFY_OK(alice->messaging().saveOwnCard(card));
        QVERIFY(acquaint(alice, bob));

        mesh::ConfirmationQuestion question;
        question.address = "bob@example.com";
        question.text = "From the board of Sample Bank: is this you?";
        question.role = "Sample Bank";
        // nobody speaks for whom the own card does not name
        QCOMPARE(alice->messaging().askConfirmation(question).error().fault, Fault::NotFound);
        question.role = "Example Ltd";
        const auto asked = alice->messaging().askConfirmation(question);
        VERIFY_OK(asked);
        QVERIFY(eventually([&] { return stateIn(bob->inbox(), *asked).has_value(); }));
        const auto detail = bob->messaging().read(*asked);
        VERIFY_OK(detail);
        // what the text says changes nothing of who speaks
        QCOMPARE(detail->info.speaker.organisation, "Example Ltd");
        QCOMPARE(detail->info.speaker.name, "Alice Example");
        // and once the card names it no longer, neither does the message
        card.roles.clear();
        VERIFY_OK(alice->messaging().saveOwnCard(card));
        QVERIFY(eventually([&] { return bob->messaging().read(*asked)->info.speaker.organisation.empty(); }));
    }
};

QTEST_GUILESS_MAIN(TestConfirmations)
#include "tst_confirmations.moc"
