#include "core/mesh/two_services.h"

#include "mesh/messaging.h"

#include <QTest>

using namespace mmm;
using namespace scenario;

/// An account moves to another service, and its former service is lost on the way.
class TestLostService : public QObject
{
    Q_OBJECT

private slots:
    void aFormerServiceThatIsLostHoldsNothingUp_data()
    {
        QTest::addColumn<mesh::MoveStep>("step");
        QTest::addColumn<double>("share");
        QTest::addColumn<bool>("comesBack");
        using mesh::MoveStep;
        QTest::newRow("before it hears of the move") << MoveStep::Closing << 0.8 << false;
        QTest::newRow("before it hears of the move, and comes back") << MoveStep::Closing << 0.8 << true;
        QTest::newRow("after it has closed, and comes back") << MoveStep::Closing << 0.9 << true;
        QTest::newRow("before the others hear") << MoveStep::Telling << 0.9 << false;
    }
    void aFormerServiceThatIsLostHoldsNothingUp()
    {
        QFETCH(mesh::MoveStep, step);
        QFETCH(double, share);
        QFETCH(bool, comesBack);
        Worlds worlds;
        Settled alice(worlds.one, "alice", "Alice Example");
        Settled bob(worlds.two, "bob", "Bob Example");
        Settled tablet(worlds.one, alice, "Tablet");
        QVERIFY(acquaint(alice, bob));
        VERIFY_OK(alice.account().bookmarks().add(bookmark("Before", "https://before.example/")));
        QVERIFY(eventually([&] { return tablet.bookmarkTitles().size() == 1; }));
        tablet->stopSync();
        QVERIFY(alice.settles());
        QCOMPARE(alice->serviceChange().goOnWithoutFormer({}).has_value(), true); // nothing is under way

        const Status begun =
            alice->serviceChange().begin({present, {}}, [&](mesh::MoveStep now, double part) {
                if (now == step && part >= share)
                    worlds.one.stopService();
            });
        QVERIFY(!begun);
        QVERIFY(alice->serviceChange().state()->step >= mesh::MoveStep::Closing);
        QVERIFY(alice->serviceChange().state()->step < mesh::MoveStep::Leaving);
        QCOMPARE(alice->serviceChange().cancel().error().fault, Fault::Unsupported);
        QVERIFY(!alice->serviceChange().resume());
        VERIFY_OK(alice.account().bookmarks().add(bookmark("Meanwhile", "https://meanwhile.example/")));
        VERIFY_OK(alice->serviceChange().goOnWithoutFormer());
        QCOMPARE(alice.account().address(), "alice@example.net");
        QCOMPARE(alice->serviceChange().state()->step, mesh::MoveStep::Leaving);
        QVERIFY(alice->serviceChange().state()->isWithoutFormer);
        QVERIFY(alice.settles());
        QCOMPARE(alice.bookmarkTitles(), (std::set<std::string>{"Before", "Meanwhile"}));
        QVERIFY(eventually([&] { return bob->messaging().find("alice@example.net").has_value(); }));

        // a device that heard nothing is told the way by the person, and brings what only it has
        VERIFY_OK(tablet.account().bookmarks().add(bookmark("Tablet", "https://tablet.example/")));
        QCOMPARE(moveTo(tablet, "alice2@example.net").error().fault, Fault::NotAuthorised);
        VERIFY_OK(moveTo(tablet, present));
        QCOMPARE(tablet.account().address(), "alice@example.net");
        QVERIFY(!tablet->serviceChange().state());
        tablet->startSync();
        for (Desktop* desktop : {&alice, &tablet})
            QVERIFY(eventually([&] { return desktop->bookmarkTitles().size() == 3; }));

        if (comesBack) {
            worlds.one.startService();
            QVERIFY(leaves(alice));
            // and says to others where the account is
            QVERIFY(eventually([&] {
                const auto found = bob->messaging().find("alice@example.com");
                return found && found->address == "alice@example.net";
            }));
        } else {
            VERIFY_OK(alice->serviceChange().leave());
        }
        QVERIFY(!alice->serviceChange().state());
        QVERIFY(alice.settles());
        QVERIFY(tablet.settles());
        QCOMPARE(alice->messaging().ownCard()->addresses.front().uri, std::string("mesh:alice@example.net"));
        // it is as any other account, also after a restart
        alice.close();
        VERIFY_OK(alice.open());
        alice->startSync();
        VERIFY_OK(alice.account().bookmarks().add(bookmark("After", "https://after.example/")));
        QVERIFY(eventually([&] { return tablet.bookmarkTitles().contains("After"); }));
        QVERIFY(!alice.listener.first());
        QVERIFY(!tablet.listener.first());
    }

    void whatCameToALostServiceComesOverWhenItIsThereAgain()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice", "Alice Example");
        Settled bob(worlds.two, "bob", "Bob Example");
        QVERIFY(acquaint(alice, bob));
        QVERIFY(alice.settles());
        std::string unseen;
        const Status begun = alice->serviceChange().begin({present, {}}, [&](mesh::MoveStep now, double) {
            if (now != mesh::MoveStep::Closing || !unseen.empty())
                return;
            unseen = bob->messaging()
                         .proposeTask("alice@example.com", taskOf("Water the plants"), {})
                         .value_or("none");
            (void)eventually([&] {
                const auto sent = bob->outbox();
                return sent && std::ranges::any_of(*sent, [&](const mesh::MessageInfo& message) {
                           return message.id == unseen && message.state == mesh::MessageState::Sent;
                       });
            });
            worlds.one.stopService();
        });
        QVERIFY(!begun);
        VERIFY_OK(alice->serviceChange().goOnWithoutFormer());
        QVERIFY(alice.settles());
        const auto isThere = [&] {
            const auto messages = alice->inbox();
            return messages && std::ranges::count(*messages, unseen, &mesh::MessageInfo::id) == 1;
        };
        QVERIFY(!isThere());
        worlds.one.startService();
        QVERIFY(leaves(alice));
        QVERIFY(eventually(isThere));
    }

    void aLostServiceIsLeftToo()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice");
        Settled tablet(worlds.one, alice, "Tablet");
        tablet->stopSync();
        VERIFY_OK(moveTo(alice, present));
        worlds.one.stopService();
        QCOMPARE(alice->serviceChange().leave().error().fault, Fault::Offline);
        VERIFY_OK(alice->serviceChange().goOnWithoutFormer());
        QVERIFY(!alice->serviceChange().state());
        VERIFY_OK(alice.account().bookmarks().add(bookmark("Alice", "https://alice.example/")));
        QVERIFY(alice.settles());
        VERIFY_OK(moveTo(tablet, present));
        tablet->startSync();
        QVERIFY(eventually([&] { return tablet.bookmarkTitles().contains("Alice"); }));
    }
};

QTEST_GUILESS_MAIN(TestLostService)
#include "tst_lost_service.moc"
