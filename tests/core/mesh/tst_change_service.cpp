#include "core/mesh/two_services.h"

#include "mesh/change_service.h"
#include "mesh/groups.h"
#include "mesh/messaging.h"
#include "schema/catalog.h"

#include <QTest>

using namespace mmm;
using namespace scenario;

namespace {

bool hasSame(const World& one, const std::string& account, const World& other,
             const std::string& otherAccount, std::string_view container)
{
    const auto frames = one.frames(account, std::string(container));
    const auto others = other.frames(otherAccount, std::string(container));
    if (others.empty() || others.size() < frames.size())
        return false;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        if (frames[i].header != others[i].header || frames[i].body != others[i].body ||
            frames[i].trailer != others[i].trailer)
            return false;
    }
    return true;
}

} // namespace

/// An account goes to another service, and nothing is lost on the way.
class TestChangeService : public QObject
{
    Q_OBJECT

private slots:
    void everythingGoesAlong()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice");
        VERIFY_OK(alice.account().bookmarks().add(bookmark("Mesh", "https://mesh.example/", "Work")));
        VERIFY_OK(alice.account().tasks().add(taskOf("Water the plants")));
        QVERIFY(alice.settles());
        std::vector<mesh::MoveStep> steps;
        VERIFY_OK(alice->serviceChange().begin({present, {}}, [&](mesh::MoveStep step, double share) {
            QVERIFY(share >= 0 && share <= 1);
            if (steps.empty() || steps.back() != step)
                steps.push_back(step);
        }));
        QCOMPARE(steps, (std::vector{mesh::MoveStep::Copying, mesh::MoveStep::Closing,
                                     mesh::MoveStep::Telling, mesh::MoveStep::Leaving}));
        QCOMPARE(alice.account().address(), "alice@example.net");
        QCOMPARE(alice->service().domain, present);
        QCOMPARE(alice.bookmarkTitles().size(), 1U);
        for (const std::string_view name :
             {schema::store_name::device, schema::store_name::contact, schema::store_name::bookmark,
              schema::store_name::task, schema::store_name::application})
            QVERIFY2(hasSame(worlds.one, "alice@example.com", worlds.two, "alice@example.net", name),
                     std::string(name).c_str());
        const auto before = worlds.one.frames("alice@example.com", "mmm_CatalogBookmark").size();
        VERIFY_OK(alice.account().bookmarks().add(bookmark("After", "https://after.example/", "Work")));
        QVERIFY(alice.settles());
        QCOMPARE(worlds.one.frames("alice@example.com", "mmm_CatalogBookmark").size(), before);
        QVERIFY(worlds.two.frames("alice@example.net", "mmm_CatalogBookmark").size() > before);
        // no other device has to follow
        QVERIFY(leaves(alice));
        QVERIFY(alice.settles());
        const auto card = alice->messaging().ownCard();
        VERIFY_OK(card);
        QCOMPARE(card->addresses.front().uri, "mesh:alice@example.net");
        // the own profile names the present address only, and so it stays after a restart
        QCOMPARE(alice->messaging().find("alice@example.net")->address, "alice@example.net");
        alice.close();
        VERIFY_OK(alice.open());
        alice->startSync();
        QVERIFY(alice.settles());
        QCOMPARE(alice.account().address(), "alice@example.net");
        QCOMPARE(alice.bookmarkTitles().size(), 2U);
        QCOMPARE(alice.account().tasks().size(), 1U);
        QVERIFY(!alice.listener.first());
        // back where it came from: the name is still its own there, and another one would do as well
        VERIFY_OK(moveTo(alice, former));
        QCOMPARE(alice.account().address(), "alice@example.com");
        QVERIFY(leaves(alice));
        VERIFY_OK(moveTo(alice, "alice-again@example.net"));
        QCOMPARE(alice.account().address(), "alice-again@example.net");
        QVERIFY(alice.settles());
        QCOMPARE(alice.bookmarkTitles().size(), 2U);
        QVERIFY(!alice.listener.first());
    }

    void otherDevicesFollow()
    {
        Worlds worlds;
        Settled first(worlds.one, "alice");
        Settled online(worlds.one, first, "Online");
        Settled offline(worlds.one, first, "Offline");
        VERIFY_OK(first.account().bookmarks().add(bookmark("Before", "https://before.example/")));
        QVERIFY(eventually([&] { return offline.bookmarkTitles().size() == 1; }));
        QCOMPARE(moveTo(online, present).error().fault, Fault::NotAuthorised);
        offline->stopSync();
        // written while it knew nothing of the move
        VERIFY_OK(offline.account().bookmarks().add(bookmark("Offline", "https://offline.example/")));
        QVERIFY(first.settles());
        VERIFY_OK(moveTo(first, present));
        QVERIFY(isAt(online, "alice@example.net"));
        VERIFY_OK(online.account().bookmarks().add(bookmark("Online", "https://online.example/")));
        QVERIFY(eventually([&] { return first.bookmarkTitles().contains("Online"); }));
        first.clock->shift += untilFormerIsDue;
        QVERIFY(eventually([&] {
            first->syncNow();
            QTest::qWait(100);
            const auto state = first->serviceChange().state();
            return state && state->waitingFor == std::vector<std::string>{"Offline"};
        }));
        offline->startSync();
        QVERIFY(isAt(offline, "alice@example.net"));
        QVERIFY(eventually([&] { return offline.bookmarkTitles().size() == 3; }));
        QVERIFY(eventually([&] { return first.bookmarkTitles().size() == 3; }));
        QVERIFY(leaves(first));
        for (Desktop* desktop : {&first, &online, &offline}) {
            QVERIFY(desktop->settles());
            QCOMPARE((*desktop)->stage(), mesh::Stage::Ready);
            QVERIFY(!desktop->listener.first());
        }
        // who comes to the account later knows where it was, too
        Settled late(worlds.two, first, "Late");
        QVERIFY(eventually([&] { return late.bookmarkTitles().size() == 3; }));
    }

    void whoWasNotWaitedForFindsTheWay()
    {
        Worlds worlds;
        Settled first(worlds.one, "alice");
        Settled second(worlds.one, first, "Second");
        second->stopSync();
        VERIFY_OK(second.account().bookmarks().add(bookmark("Offline", "https://offline.example/")));
        QVERIFY(first.settles());
        VERIFY_OK(moveTo(first, present));
        VERIFY_OK(first->serviceChange().leave());
        QVERIFY(!first->serviceChange().state());
        QVERIFY(first.settles());
        // while the new service cannot be reached, that is all that is wrong
        worlds.two.stopService();
        second->startSync();
        QVERIFY(eventually([&] {
            const auto shown = second.listener.sync();
            return shown && shown->phase == mesh::SyncPhase::Offline;
        }));
        QCOMPARE(second->stage(), mesh::Stage::Ready);
        worlds.two.startService();
        second->syncNow();
        QVERIFY(isAt(second, "alice@example.net"));
        QVERIFY(second.settles());
        QCOMPARE(second->stage(), mesh::Stage::Ready);
        QVERIFY(eventually([&] { return first.bookmarkTitles().contains("Offline"); }));
    }

    void aDeletedAccountIsStillDeleted()
    {
        Worlds worlds;
        Settled first(worlds.one, "alice");
        Settled second(worlds.one, first, "Second");
        VERIFY_OK(moveTo(first, present));
        QVERIFY(isAt(second, "alice@example.net"));
        VERIFY_OK(first->deleteAccount());
        QVERIFY(eventually([&] { return second->stage() == mesh::Stage::Removed; }));
        // at neither of them there is anything left to write to
        Settled bob(worlds.one, "bob", "Bob");
        QCOMPARE(bob->messaging().find("alice@example.net").error().fault, Fault::NotFound);
    }

    void aServiceThatRefusesChangesNothing()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice");
        Settled other(worlds.two, "alice");
        const auto stays = [&] {
            return alice.account().address() == "alice@example.com" && !alice->serviceChange().state() &&
                   alice.account().bookmarks().add(bookmark("Still", "https://still.example/")) &&
                   alice.settles();
        };
        QCOMPARE(moveTo(alice, present).error().fault, Fault::NameTaken);
        QVERIFY(stays());
        QCOMPARE(moveTo(alice, former).error().fault, Fault::Exists);
        QCOMPARE(moveTo(alice, "alice2@example.com").error().fault, Fault::Exists);
        QCOMPARE(moveTo(alice, "not a service").error().fault, Fault::NameInvalid);
        QVERIFY(!moveTo(alice, ""));
        QVERIFY(!moveTo(alice, "@example.net"));
        worlds.two.stopService();
        QCOMPARE(moveTo(alice, "alice2@example.net").error().fault, Fault::Offline);
        QVERIFY(stays());
        worlds.two.startService();
        VERIFY_OK(moveTo(alice, "alice2@example.net"));
        QVERIFY(alice.settles());
        // the service forgets nobody else
        QVERIFY(other.settles());
    }

    void untilTheEndOfCopyingItCanBeCalledOff()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice");
        VERIFY_OK(alice.account().bookmarks().add(bookmark("Mesh", "https://mesh.example/")));
        QVERIFY(alice.settles());
        std::stop_source stop;
        int calls = 0;
        const auto stopped = alice->serviceChange().begin(
            {present, {}},
            [&](mesh::MoveStep, double) {
                if (++calls == 4)
                    stop.request_stop();
            },
            stop.get_token());
        QCOMPARE(stopped.error().fault, Fault::Cancelled);
        QVERIFY(alice->serviceChange().state());
        QCOMPARE(alice->serviceChange().state()->step, mesh::MoveStep::Copying);
        QCOMPARE(alice->serviceChange().state()->to, "alice@example.net");
        // what is on its way is not changed meanwhile, and nobody finds it at the new service
        QCOMPARE(moveTo(alice, present).error().fault, Fault::Conflict);
        Settled bob(worlds.two, "bob", "Bob");
        QCOMPARE(bob->messaging().find("alice@example.net").error().fault, Fault::NotFound);
        // the exchange goes on as before
        VERIFY_OK(alice.account().bookmarks().add(bookmark("More", "https://more.example/")));
        QVERIFY(alice.settles());
        VERIFY_OK(alice->serviceChange().cancel());
        QVERIFY(!alice->serviceChange().state());
        QVERIFY(alice.settles());
        QCOMPARE(alice.account().address(), "alice@example.com");
        // the name is free again
        Settled other(worlds.two, "alice");
    }

    void messagesArriveBeforeAndAfter()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice", "Alice Example");
        Settled tablet(worlds.one, alice, "Tablet");
        Settled bob(worlds.one, "bob", "Bob Example");
        QVERIFY(acquaint(bob, alice));
        const auto early = bob->messaging().proposeTask("alice@example.com", taskOf("Early"), {});
        VERIFY_OK(early);
        QVERIFY(eventually([&] { return stateIn(alice->inbox(), *early).has_value(); }));
        tablet->stopSync();
        bob->stopSync();
        // written by a device that knows nothing of the move, and sent when it has followed
        const auto waiting = tablet->messaging().proposeTask("bob@example.com", taskOf("Waiting"), {});
        VERIFY_OK(waiting);
        QVERIFY(alice.settles());
        VERIFY_OK(moveTo(alice, present));
        const auto late = bob->messaging().proposeTask("alice@example.com", taskOf("Late"), {});
        VERIFY_OK(late);
        bob->startSync();
        QVERIFY(eventually([&] {
            const auto state = stateIn(bob->outbox(), *late);
            return state == mesh::MessageState::Sent || state == mesh::MessageState::Received;
        }));
        QVERIFY(eventually([&] {
            setAhead(alice, untilFormerIsDue);
            alice->syncNow();
            const bool isThere =
                eventually([&] { return stateIn(alice->inbox(), *late).has_value(); }, enoughForOne);
            alice.clock->shift = 0;
            return isThere;
        }));
        VERIFY_OK(alice->messaging().acceptTask(*early));
        VERIFY_OK(alice->messaging().acceptTask(*late));
        // bob heard of the new address by her card, and writes to it
        QVERIFY(eventually([&] {
            const auto found = bob->messaging().find("alice@example.net");
            return found && !found->contactId.empty();
        }));
        const auto after = bob->messaging().proposeTask("alice@example.net", taskOf("After"), {});
        VERIFY_OK(after);
        QVERIFY(eventually([&] { return stateIn(alice->inbox(), *after).has_value(); }));
        const auto back = alice->messaging().proposeTask("bob@example.com", taskOf("Back"), {});
        VERIFY_OK(back);
        QVERIFY(eventually([&] { return stateIn(bob->inbox(), *back).has_value(); }));
        tablet->startSync();
        QVERIFY(isAt(tablet, "alice@example.net"));
        QVERIFY(eventually([&] { return stateIn(bob->inbox(), *waiting).has_value(); }));
        QVERIFY(bob->messaging().read(*waiting)->task);
        QVERIFY(leaves(alice));
        // to the address of before nothing can be sent any more, but a contact who has it is found
        const auto found = bob->messaging().find("alice@example.com");
        VERIFY_OK(found);
        QCOMPARE(found->address, "alice@example.net");
        QVERIFY(alice.settles());
        QVERIFY(tablet.settles());
        QVERIFY(eventually([&] { return stateIn(tablet->inbox(), *late).has_value(); }));
        QVERIFY(tablet->messaging().read(*late)->task);
    }

    void whoLeftBeforeIsNotForgotten()
    {
        // a device catalog with batches of somebody who administers no more, and entries under keys of before
        Worlds worlds;
        Settled first(worlds.one, "alice");
        Settled second(worlds.one, first, "Second");
        Desktop third(worlds.one);
        VERIFY_OK(third.open());
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        std::string secondUdf;
        const auto devices = first->devices().value();
        for (const auto& device : devices) {
            if (!device.isThisDevice)
                secondUdf = device.udf;
        }
        VERIFY_OK(first->grantAdministration(secondUdf));
        QVERIFY(eventually([&] { return second->isAdministrator(); }));
        VERIFY_OK(third.join(second, "Third"));
        VERIFY_OK(second.account().bookmarks().add(bookmark("Second", "https://second.example/")));
        QVERIFY(eventually([&] { return first.bookmarkTitles().size() == 1; }));
        QVERIFY(first.settles());
        VERIFY_OK(first->disconnectDevice(secondUdf));
        VERIFY_OK(first.account().bookmarks().add(bookmark("First", "https://first.example/")));
        QVERIFY(first.settles());
        QVERIFY(third.settles());
        VERIFY_OK(moveTo(first, present));
        QVERIFY(isAt(third, "alice@example.net"));
        QVERIFY(eventually([&] { return third.bookmarkTitles().size() == 2; }));
        QCOMPARE(first->devices().value().size(), 2U);
        QVERIFY(leaves(first));
        QVERIFY(third.settles());
        QVERIFY(!third.listener.first());
    }

    void groupsStayWithinReach()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice", "Alice Example");
        Settled bob(worlds.two, "bob", "Bob Example");
        QVERIFY(acquaint(alice, bob));
        // one that stays at the service that she leaves, and one at the service that she comes to
        const auto hers = alice->groups().create("crew");
        VERIFY_OK(hers);
        const auto his = bob->groups().create("band");
        VERIFY_OK(his);
        VERIFY_OK(alice->groups().invite(*hers, "bob@example.net", "Join us"));
        const auto toBob = awaitMessage(bob, mesh::MessageKind::GroupInvitation);
        QVERIFY(toBob);
        VERIFY_OK(bob->groups().accept(toBob->id));
        VERIFY_OK(bob->groups().invite(*his, "alice@example.com", "Join us"));
        const auto toAlice = awaitMessage(alice, mesh::MessageKind::GroupInvitation);
        QVERIFY(toAlice);
        VERIFY_OK(alice->groups().accept(toAlice->id));
        const auto read = [](Desktop& desktop, const std::string& text) {
            const auto opened = desktop->groups().decryptText(text);
            return opened ? std::string(textOf(opened->text.view())) : describe(opened.error());
        };
        const Secret text(bytesOf("Meet at noon"));
        const auto inHers = bob->groups().encryptText(*hers, text);
        VERIFY_OK(inHers);
        const auto inHis = bob->groups().encryptText(*his, text);
        VERIFY_OK(inHis);
        QCOMPARE(read(alice, *inHers), "Meet at noon");
        QCOMPARE(read(alice, *inHis), "Meet at noon");
        QVERIFY(alice.settles());
        VERIFY_OK(moveTo(alice, present));
        QCOMPARE(read(alice, *inHers), "Meet at noon");
        QCOMPARE(read(alice, *inHis), "Meet at noon");
        QVERIFY(leaves(alice));
        QCOMPARE(read(alice, *inHers), "Meet at noon");
        QCOMPARE(read(alice, *inHis), "Meet at noon");
        QCOMPARE(read(bob, *inHers), "Meet at noon");
        QCOMPARE(alice->groups().members(*hers, true)->size(), 2U);
    }

    void fromThisComputerToAService()
    {
        World world(present);
        Desktop desktop(world);
        auto options = desktop.options();
        options.embeddedPort = 0;
        auto mesh = mesh::PersonalMesh::open(options);
        VERIFY_OK(mesh);
        mesh::NewMesh choice;
        choice.accountName = "alice";
        choice.deviceName = "Desktop";
        choice.service.embedded = true;
        VERIFY_OK((*mesh)->create(choice));
        VERIFY_OK((*mesh)->account()->bookmarks().add(bookmark("Mesh", "https://mesh.example/", "Work")));
        (*mesh)->startSync();
        VERIFY_OK((*mesh)->serviceChange().begin({present, {}}));
        QCOMPARE((*mesh)->account()->address(), "alice@example.net");
        QVERIFY(!(*mesh)->service().embedded);
        QVERIFY(!world.frames("alice@example.net", "mmm_CatalogBookmark").empty());
        VERIFY_OK((*mesh)->serviceChange().leave());
        (*mesh).reset();
        mesh = mesh::PersonalMesh::open(options);
        VERIFY_OK(mesh);
        QCOMPARE((*mesh)->account()->address(), "alice@example.net");
        QCOMPARE((*mesh)->account()->bookmarks().size(), 1U);
        QVERIFY(!(*mesh)->service().embedded);
        (*mesh)->startSync();
        QVERIFY(eventually([&] { return (*mesh)->syncState().phase == mesh::SyncPhase::Idle; }));
    }

    void toThisComputerAndBack()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice");
        Settled second(worlds.one, alice, "Second");
        VERIFY_OK(alice.account().bookmarks().add(bookmark("Mesh", "https://mesh.example/", "Work")));
        QVERIFY(eventually([&] { return second.bookmarkTitles().size() == 1; }));
        QVERIFY(!alice->service().embedded);
        const std::string here = addressHere(alice);
        QCOMPARE(second->serviceChange().begin(toHere).error().fault, Fault::NotAuthorised);
        QVERIFY(!second->setNetworkVisible(true)); // what was started for that has ended
        VERIFY_OK(alice->serviceChange().begin(toHere));
        QCOMPARE(alice.account().address(), here);
        QVERIFY(alice->service().embedded);
        QVERIFY(alice->service().running);
        QVERIFY(alice->serviceChange().domainHere().empty());
        QCOMPARE(alice->serviceChange().begin(toHere).error().fault, Fault::Conflict);
        QVERIFY(isAt(second, here));
        QVERIFY(!second->service().embedded);
        // the other one has a computer of its own to which it could go
        VERIFY_OK(second.account().bookmarks().add(bookmark("Second", "https://second.example/")));
        QVERIFY(eventually([&] { return alice.bookmarkTitles().size() == 2; }));
        QVERIFY(leaves(alice));
        // the outside service is not asked for anything any more
        worlds.one.stopService();
        alice.close();
        VERIFY_OK(alice.open());
        alice->startSync();
        QVERIFY(alice->service().embedded);
        QVERIFY(alice->service().running);
        QCOMPARE(alice.account().address(), here);
        QVERIFY(alice.settles());
        VERIFY_OK(alice.account().bookmarks().add(bookmark("After", "https://after.example/")));
        QVERIFY(eventually([&] { return second.bookmarkTitles().size() == 3; }));
        QCOMPARE(alice->serviceChange().begin(toHere).error().fault, Fault::Exists);
        // and to a service again, and here again, where the service has gone on meanwhile
        VERIFY_OK(moveTo(alice, present));
        QVERIFY(!alice->service().embedded);
        QVERIFY(isAt(second, "alice@example.net"));
        QCOMPARE(addressHere(alice), here);
        QVERIFY(leaves(alice));
        mesh::NewService renamed = toHere;
        renamed.address = "alice-at-home";
        VERIFY_OK(alice->serviceChange().begin(renamed));
        QCOMPARE(alice.account().address(), "alice-at-home" + here.substr(here.find('@')));
        QVERIFY(alice->service().embedded);
        QVERIFY(isAt(second, alice.account().address()));
        QVERIFY(leaves(alice));
        QVERIFY(alice.settles());
        QVERIFY(second.settles());
        QCOMPARE(alice.bookmarkTitles().size(), 3U);
        QVERIFY(!alice.listener.first());
        QVERIFY(!second.listener.first());
    }

    void aMoveToThisComputerThatIsCalledOffLeavesNothingRunning()
    {
        World world(present);
        Settled alice(world, "alice");
        QVERIFY(alice.settles());
        // nothing is under way yet
        std::stop_source atOnce;
        QVERIFY(!alice->serviceChange().begin(
            toHere, [&](mesh::MoveStep, double) { atOnce.request_stop(); }, atOnce.get_token()));
        QVERIFY(!alice->serviceChange().state());
        QCOMPARE(alice->setNetworkVisible(false).error().fault, Fault::Unsupported);
        for (const bool isRestarted : {false, true}) {
            std::stop_source stop;
            int calls = 0;
            const auto stopped = alice->serviceChange().begin(
                toHere,
                [&](mesh::MoveStep, double) {
                    if (++calls == 3)
                        stop.request_stop();
                },
                stop.get_token());
            QCOMPARE(stopped.error().fault, Fault::Cancelled);
            QVERIFY(alice->serviceChange().state());
            QCOMPARE(alice->serviceChange().state()->step, mesh::MoveStep::Copying);
            if (isRestarted) {
                alice.close();
                VERIFY_OK(alice.open());
                alice->startSync();
            }
            QVERIFY(!alice->service().embedded);
            VERIFY_OK(alice->setNetworkVisible(false)); // there is a service
            VERIFY_OK(alice->serviceChange().cancel());
            QVERIFY(!alice->serviceChange().state());
            QCOMPARE(alice->setNetworkVisible(false).error().fault, Fault::Unsupported);
            alice.close();
            VERIFY_OK(alice.open());
            alice->startSync();
            QCOMPARE(alice->setNetworkVisible(false).error().fault, Fault::Unsupported);
            QVERIFY(alice.settles());
            QCOMPARE(alice.account().address(), "alice@example.net");
        }
        VERIFY_OK(alice->serviceChange().begin(toHere));
        QVERIFY(alice->service().embedded);
        QVERIFY(alice.settles());
    }
};

QTEST_GUILESS_MAIN(TestChangeService)
#include "tst_change_service.moc"
