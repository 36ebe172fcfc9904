#include "core/mesh/two_services.h"

#include "mesh/further_services.h"
#include "mesh/messaging.h"
#include "schema/catalog.h"
#include "udf/strong_name.h"

#include <QTest>

#include <algorithm>

using namespace mmm;
using namespace scenario;

namespace {

constexpr auto atFirst = "alice@example.com";
constexpr auto atSecond = "alice@example.net";
/// Longer than a service that fails, or has nothing new, is left alone.
constexpr std::int64_t untilNextLook = 4000;

mesh::FurtherServices& furtherOf(Desktop& desktop)
{
    return desktop->serviceChange().further();
}

Status add(Desktop& desktop, const std::string& address = "example.net")
{
    return furtherOf(desktop).add({address, {}});
}

/// Makes the other device an administrator, too.
bool promote(Desktop& first, Desktop& second)
{
    const auto devices = first->devices();
    for (const auto& device : devices.value_or(std::vector<mesh::DeviceInfo>())) {
        if (!device.isThisDevice && !first->grantAdministration(device.udf))
            return false;
    }
    return eventually([&] { return second->isAdministrator(); });
}

std::string strongName(const std::string& address, const std::string& udf)
{
    return udf::StrongName{address, udf::Udf::parse(udf).value()}.print();
}

bool hasSame(const Worlds& worlds, std::string_view container)
{
    const auto frames = worlds.one.frames(atFirst, std::string(container));
    const auto others = worlds.two.frames(atSecond, std::string(container));
    return std::ranges::equal(frames, others, [](const auto& frame, const auto& other) {
        return frame.header == other.header && frame.body == other.body && frame.trailer == other.trailer;
    });
}

mesh::AccountService secondOf(Desktop& desktop)
{
    const auto services = furtherOf(desktop).services();
    return services.size() < 2 ? mesh::AccountService() : services[1];
}

/// One exchange, at a time when everything is due, and what is done after it.
void exchange(Desktop& desktop)
{
    const auto before = secondOf(desktop).inStep;
    setAhead(desktop, untilNextLook);
    desktop->syncNow();
    // where nothing is to be brought into step, or it cannot be, nothing more is seen
    (void)eventually([&] { return secondOf(desktop).inStep != before; }, enoughForOne);
    desktop.clock->shift = 0;
}

/// Whether both services have the same of everything, in the end.
bool comeIntoStep(Desktop& desktop, const Worlds& worlds)
{
    constexpr std::array names{schema::store_name::device,   schema::store_name::contact,
                               schema::store_name::bookmark, schema::store_name::application,
                               schema::store_name::inbound,  schema::store_name::outbound};
    const bool isSame = eventually([&] {
        exchange(desktop);
        return std::ranges::all_of(names, [&](std::string_view name) { return hasSame(worlds, name); });
    });
    for (const std::string_view name : names) {
        if (!isSame && !hasSame(worlds, name))
            qWarning() << std::string(name).c_str() << worlds.one.frames(atFirst, std::string(name)).size()
                       << worlds.two.frames(atSecond, std::string(name)).size();
    }
    for (const auto& service : furtherOf(desktop).services()) {
        if (!isSame && service.fault)
            qWarning() << service.address.c_str() << describe(*service.fault).c_str();
    }
    return isSame;
}

/// How the second service stands in the end, as this device sees it; empty if it is in step.
std::string troubleOf(Desktop& desktop)
{
    const bool isInStep = eventually([&] {
        exchange(desktop);
        return secondOf(desktop).state == mesh::ServiceState::InStep;
    });
    if (isInStep)
        return {};
    const auto fault = secondOf(desktop).fault;
    return fault ? describe(*fault) : "not looked at";
}

bool getsTo(Desktop& desktop, const std::string& address)
{
    return eventually([&] {
        exchange(desktop);
        return desktop.account().address() == address;
    });
}

bool write(Desktop& desktop, const std::string& title)
{
    return desktop.account().bookmarks().add(bookmark(title, "https://" + title + ".example/")).has_value();
}

std::size_t countOf(Desktop& desktop, const std::string& messageId)
{
    const auto list = desktop->inbox();
    return static_cast<std::size_t>(std::ranges::count(list.value_or(std::vector<mesh::MessageInfo>()),
                                                       messageId, &mesh::MessageInfo::id));
}

bool isOnACard(Desktop& desktop, const std::string& address)
{
    std::vector<std::string> ids;
    desktop.account().contacts().visit([&](const auto& row) { ids.push_back(row.id); });
    return std::ranges::any_of(ids, [&](const std::string& id) {
        const auto contact = desktop.account().contacts().read(id);
        return contact && std::ranges::any_of(contact->entry.addresses, [&](const schema::Address& known) {
                   return known.uri == "mesh:" + address;
               });
    });
}

/// Nobody has found anything wrong, and nothing waits for a decision.
void verifyQuiet(Desktop& desktop)
{
    QVERIFY(desktop.settles());
    const auto found = desktop.listener.first();
    QVERIFY2(!found, found ? describe(found->error).c_str() : "");
    QCOMPARE(desktop.mesh->syncState().conflicts, 0U);
    QCOMPARE(desktop->stage(), mesh::Stage::Ready);
}

/// Bob, who knows that Alice is at both services; his own is the second.
struct Acquainted
{
    Worlds worlds = {};
    Settled alice{worlds.one, "alice", "Alice Example"};
    Settled bob{worlds.two, "bob", "Bob Example"};

    bool settle()
    {
        return acquaint(bob, alice) && add(alice) && comeIntoStep(alice, worlds) &&
               eventually([&] { return isOnACard(bob, atSecond); }) && bob.settles();
    }
};

} // namespace

/// One account on several services at once (schema 01 §4.2).
class TestFurtherServices : public QObject
{
    Q_OBJECT

private slots:
    void bothHaveEverything()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice", "Alice Example");
        Settled bob(worlds.two, "bob", "Bob Example");
        Settled tablet(worlds.one, alice, "Tablet");
        QVERIFY(acquaint(bob, alice));
        QVERIFY(write(alice, "before"));
        QCOMPARE(furtherOf(alice).services().size(), 1U);
        QVERIFY(furtherOf(alice).services().front().isFirst);
        double last = 0;
        VERIFY_OK(furtherOf(alice).add({"example.net", {}}, [&](double share) {
            QVERIFY(share >= last && share <= 1);
            last = share;
        }));
        QCOMPARE(last, 1.0);
        const auto services = furtherOf(alice).services();
        QCOMPARE(services.size(), 2U);
        QCOMPARE(services[1].address, atSecond);
        QVERIFY(!services[1].isFirst);
        QCOMPARE(services[1].state, mesh::ServiceState::InStep);
        QVERIFY(services[1].inStep);
        // all devices stay where they were, and what any of them writes is at both
        QVERIFY(write(alice, "alice"));
        QVERIFY(write(tablet, "tablet"));
        QVERIFY(tablet.settles());
        QVERIFY(comeIntoStep(alice, worlds));
        QCOMPARE(alice.account().address(), atFirst);
        QVERIFY(eventually([&] { return tablet.bookmarkTitles().size() == 3; }));
        QVERIFY(eventually([&] { return furtherOf(tablet).services().size() == 2; }));
        QCOMPARE(add(tablet).error().fault, Fault::NotAuthorised);
        QCOMPARE(furtherOf(tablet).remove(atSecond, false).error().fault, Fault::NotAuthorised);
        // whoever asks either of them hears of both, and the card names both
        const auto found = bob->messaging().find(atSecond);
        VERIFY_OK(found);
        QCOMPARE(found->address, atFirst);
        const auto card = alice->messaging().ownCard();
        VERIFY_OK(card);
        QCOMPARE(card->addresses[0].uri, std::string("mesh:") + atFirst);
        QCOMPARE(card->addresses[1].uri, std::string("mesh:") + atSecond);
        // and the second one knows whose messages to take
        const auto storage =
            service::sqliteStorage(worlds.two.servicePath().toStdString() + "/service.db")().value();
        const auto account = storage->account(atSecond).value();
        QVERIFY(account);
        QVERIFY(!storage->senders(account->id, "bob@example.net").value().empty());
        // the list outlives a restart, and a device that comes later has it
        alice.close();
        VERIFY_OK(alice.open());
        alice->startSync();
        QCOMPARE(secondOf(alice).address, atSecond);
        QCOMPARE(troubleOf(alice), "");
        Settled late(worlds.one, alice, "Late");
        QVERIFY(eventually([&] { return furtherOf(late).services().size() == 2; }));
        QVERIFY(comeIntoStep(alice, worlds));
        for (Desktop* desktop : {&alice, &tablet, &late})
            verifyQuiet(*desktop);
    }

    void aServiceThatRefusesChangesNothing()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice");
        Settled other(worlds.two, "alice");
        QCOMPARE(add(alice).error().fault, Fault::NameTaken);
        QCOMPARE(add(alice, "example.com").error().fault, Fault::Exists);
        QCOMPARE(add(alice, "not a service").error().fault, Fault::NameInvalid);
        worlds.two.stopService();
        QCOMPARE(add(alice, "alice2@example.net").error().fault, Fault::Offline);
        worlds.two.startService();
        QCOMPARE(furtherOf(alice).services().size(), 1U);
        QVERIFY(write(alice, "still"));
        QVERIFY(alice.settles());
        VERIFY_OK(add(alice, "alice2@example.net"));
        QCOMPARE(add(alice, "alice3@example.net").error().fault, Fault::Exists);
        QCOMPARE(furtherOf(alice).remove("alice3@example.net", false).error().fault, Fault::NotFound);
        QVERIFY(other.settles());
        verifyQuiet(alice);
    }

    void aStrongNameIsHeldToTheAccountOrTheService()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice");
        Settled other(worlds.two, "bob");
        const std::string own = alice.account().udf();
        const std::string others = other.account().udf();
        const std::string service = other->service().serviceUdf;
        const auto fault = [&](const std::string& address, const std::string& udf) {
            return add(alice, strongName(address, udf)).error().fault;
        };
        QCOMPARE(fault("alice@example.net", others), Fault::Contradiction);
        QCOMPARE(fault("alice@example.net", service), Fault::Contradiction);
        QCOMPARE(fault("example.net", alice->service().serviceUdf), Fault::WrongService);
        QCOMPARE(moveTo(alice, strongName("alice@example.net", others)).error().fault, Fault::Contradiction);
        QCOMPARE(moveTo(alice, strongName("example.net", own)).error().fault, Fault::WrongService);
        QCOMPARE(add(alice, "mm--nonsense.example.net").error().fault, Fault::NameInvalid);
        QCOMPARE(furtherOf(alice).services().size(), 1U);
        QVERIFY(!alice->serviceChange().state());

        VERIFY_OK(add(alice, strongName("alice@example.net", own)));
        QCOMPARE(secondOf(alice).address, atSecond);
        QCOMPARE(moveTo(alice, strongName("example.net", own)).error().fault, Fault::WrongService);
        VERIFY_OK(moveTo(alice, strongName("example.net", service)));
        QCOMPARE(alice.account().address(), atSecond);
    }

    void oneThatIsDownDisturbsNothing()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice");
        VERIFY_OK(add(alice));
        worlds.two.stopService();
        QVERIFY(write(alice, "meanwhile"));
        QVERIFY(alice.settles());
        QVERIFY(eventually([&] { return secondOf(alice).state == mesh::ServiceState::Unreachable; }));
        QVERIFY(secondOf(alice).inStep);
        QVERIFY(secondOf(alice).fault);
        verifyQuiet(alice);
        QVERIFY(!hasSame(worlds, schema::store_name::bookmark));
        worlds.two.startService();
        QVERIFY(comeIntoStep(alice, worlds));
        QCOMPARE(troubleOf(alice), "");
        QVERIFY(!secondOf(alice).fault);
    }

    void twoAdministratorsDoNotHinderEachOther()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice");
        Settled second(worlds.one, alice, "Second");
        VERIFY_OK(add(alice));
        QVERIFY(promote(alice, second));
        for (int i = 0; i < 5; ++i) {
            QVERIFY(write(alice, "a" + std::to_string(i)));
            QVERIFY(write(second, "b" + std::to_string(i)));
            alice->syncNow();
            second->syncNow();
            QTest::qWait(50);
        }
        QVERIFY(eventually([&] { return alice.bookmarkTitles().size() == 10; }));
        QVERIFY(comeIntoStep(alice, worlds));
        for (Desktop* desktop : {&alice, &second}) {
            QCOMPARE(troubleOf(*desktop), "");
            verifyQuiet(*desktop);
        }
        // the word about the services outlives the keys of whoever said it
        std::string leaving;
        const auto devices = alice->devices().value();
        for (const auto& device : devices) {
            if (!device.isThisDevice)
                leaving = device.udf;
        }
        VERIFY_OK(alice->disconnectDevice(leaving));
        QCOMPARE(furtherOf(alice).services().size(), 2U);
        QVERIFY(write(alice, "after"));
        QVERIFY(comeIntoStep(alice, worlds));
        QCOMPARE(troubleOf(alice), "");
        verifyQuiet(alice);
    }

    /// Whoever writes to somebody at several services is not kept waiting by one of them.
    void aMessageGoesToTheNextServiceWhileTheFirstIsAway()
    {
        Acquainted people;
        QVERIFY(people.settle());
        Worlds& worlds = people.worlds;
        Settled& alice = people.alice;
        Settled& bob = people.bob;
        worlds.one.stopService();
        const std::string late("mmm_SpoolLate");
        const auto before = worlds.two.frames(atSecond, late).size();
        const auto id = bob->messaging().proposeTask(atFirst, taskOf("Water the plants"), {});
        VERIFY_OK(id);
        QVERIFY(eventually([&] { return stateIn(bob->outbox(), *id) == mesh::MessageState::Sent; }));
        // it may be there again in a moment
        QVERIFY(bob.settles());
        QCOMPARE(worlds.two.frames(atSecond, late).size(), before);
        bob.close();
        VERIFY_OK(bob.open());
        bob.clock->shift = untilNextLook;
        bob->startSync();
        QVERIFY(eventually([&] { return worlds.two.frames(atSecond, late).size() > before; }));
        bob.clock->shift = 0;
        // the first one gets it too, in the end, and it is one message
        worlds.one.startService();
        QVERIFY(eventually([&] {
            exchange(alice);
            return countOf(alice, *id) == 1;
        }));
        QVERIFY(comeIntoStep(alice, worlds));
        QCOMPARE(countOf(alice, *id), 1U);
        VERIFY_OK(alice->messaging().acceptTask(*id));
        QVERIFY(stateIn(bob->outbox(), *id) != mesh::MessageState::Failed);
        verifyQuiet(bob);
    }

    void aMessageGoesToTheNextServiceIfTheFirstHasNoRoom()
    {
        Acquainted people;
        QVERIFY(people.settle());
        Worlds& worlds = people.worlds;
        Settled& alice = people.alice;
        Settled& bob = people.bob;
        const auto restartFirst = [&](std::uint64_t quota) {
            worlds.one.stopService();
            worlds.one.setQuota(quota);
            worlds.one.startService();
        };
        restartFirst(1);
        const auto id = bob->messaging().proposeTask(atFirst, taskOf("Water the plants"), {});
        VERIFY_OK(id);
        const auto bobSees = [&](mesh::MessageState state) {
            return eventually([&] { return stateIn(bob->outbox(), *id) == state; });
        };
        QVERIFY(bobSees(mesh::MessageState::RecipientFull));
        // there may be room again in a moment; then it goes where she is, too
        bob.clock->shift = untilNextLook;
        bob->syncNow();
        QVERIFY(bobSees(mesh::MessageState::Received));
        bob.clock->shift = 0;
        restartFirst(0);
        QVERIFY(eventually([&] {
            exchange(alice);
            return countOf(alice, *id) == 1;
        }));
        QVERIFY(comeIntoStep(alice, worlds));
        QCOMPARE(countOf(alice, *id), 1U);
        QVERIFY(stateIn(bob->outbox(), *id) == mesh::MessageState::Received);
        verifyQuiet(bob);
    }

    void aMessageGoesToTheNextServiceIfTheFirstKnowsNobody()
    {
        Acquainted people;
        QVERIFY(people.settle());
        Settled& alice = people.alice;
        Settled& bob = people.bob;
        bob->stopSync();
        VERIFY_OK(furtherOf(alice).makeFirst(atSecond, false));
        VERIFY_OK(furtherOf(alice).remove(atFirst, false));
        QVERIFY(alice.settles());
        // with the card of before, which says where she was
        const auto id = bob->messaging().proposeTask(atFirst, taskOf("Water the plants"), {});
        VERIFY_OK(id);
        bob->startSync();
        QVERIFY(eventually([&] {
            alice->syncNow();
            return countOf(alice, *id) == 1;
        }));
        QVERIFY(eventually([&] { return stateIn(bob->outbox(), *id) == mesh::MessageState::Received; }));
        verifyQuiet(bob);
        verifyQuiet(alice);
    }

    void itIsLeftAgain()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice", "Alice Example");
        Settled bob(worlds.two, "bob", "Bob Example");
        Settled tablet(worlds.one, alice, "Tablet");
        VERIFY_OK(add(alice));
        worlds.two.stopService();
        QCOMPARE(furtherOf(alice).remove(atSecond, false).error().fault, Fault::Offline);
        QCOMPARE(furtherOf(alice).services().size(), 2U);
        worlds.two.startService();
        VERIFY_OK(furtherOf(alice).remove(atSecond, false));
        QCOMPARE(furtherOf(alice).services().size(), 1U);
        QVERIFY(eventually([&] { return furtherOf(tablet).services().size() == 1; }));
        QCOMPARE(alice->messaging().ownCard()->addresses.size(), 1U);
        // it still says where the account is
        QCOMPARE(bob->messaging().find(atSecond)->address, atFirst);
        // and it comes back there, and is left though the service is gone
        QVERIFY(write(alice, "again"));
        VERIFY_OK(add(alice));
        QVERIFY(comeIntoStep(alice, worlds));
        worlds.two.stopService();
        VERIFY_OK(furtherOf(alice).remove(atSecond, true));
        QCOMPARE(furtherOf(alice).services().size(), 1U);
        verifyQuiet(alice);
        verifyQuiet(tablet);
    }

    void anAccountThatEndsEndsEverywhere()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice");
        Settled bob(worlds.two, "bob");
        VERIFY_OK(add(alice));
        worlds.two.stopService();
        QCOMPARE(alice->deleteAccount().error().fault, Fault::Offline);
        QCOMPARE(alice->stage(), mesh::Stage::Ready);
        worlds.two.startService();
        VERIFY_OK(alice->deleteAccount());
        QCOMPARE(bob->messaging().find(atFirst).error().fault, Fault::NotFound);
    }

    void aCrashWhileItIsAddedLosesNothing_data()
    {
        QTest::addColumn<int>("moment");
        for (int moment = 0; moment < 6; ++moment)
            QTest::addRow("%d", moment) << moment;
    }
    void aCrashWhileItIsAddedLosesNothing()
    {
        QFETCH(int, moment);
        Worlds worlds;
        Settled alice(worlds.one, "alice");
        QVERIFY(write(alice, "before"));
        QVERIFY(alice.settles());
        Snapshot snapshot;
        int now = 0;
        (void)furtherOf(alice).add({"example.net", {}}, [&](double) {
            if (now++ != moment)
                return;
            snapshot.take(alice.options().folder);
            worlds.two.stopService();
        });
        alice.close();
        if (snapshot.isTaken())
            snapshot.restore(alice.options().folder);
        worlds.two.stopService();
        worlds.two.startService();
        VERIFY_OK(alice.open());
        alice->startSync();
        QVERIFY(alice.settles());
        if (furtherOf(alice).services().size() == 1)
            VERIFY_OK(add(alice));
        QVERIFY(write(alice, "after"));
        QVERIFY(comeIntoStep(alice, worlds));
        QCOMPARE(alice->messaging().ownCard()->addresses.size(), 2U);
        verifyQuiet(alice);
    }

    void theFirstOneIsChanged()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice", "Alice Example");
        Settled bob(worlds.two, "bob", "Bob Example");
        Settled tablet(worlds.one, alice, "Tablet");
        QVERIFY(acquaint(bob, alice));
        VERIFY_OK(add(alice));
        QVERIFY(promote(alice, tablet));
        QVERIFY(write(alice, "before"));
        QVERIFY(alice.settles());
        // written to the address that is the first one now, and sent when it is not any more
        bob->stopSync();
        const auto late = bob->messaging().proposeTask(atFirst, taskOf("Late"), {});
        VERIFY_OK(late);
        VERIFY_OK(furtherOf(alice).makeFirst(atSecond, false));
        QCOMPARE(alice.account().address(), atSecond);
        QVERIFY(!alice->serviceChange().state());
        const auto services = furtherOf(alice).services();
        QCOMPARE(services.size(), 2U);
        QCOMPARE(services[0].address, atSecond);
        QCOMPARE(services[1].address, atFirst);
        QVERIFY(getsTo(tablet, atSecond));
        QVERIFY(write(tablet, "after"));
        QVERIFY(comeIntoStep(alice, worlds));
        // it arrives, once, though both devices look
        bob->startSync();
        QVERIFY(eventually([&] {
            exchange(alice);
            exchange(tablet);
            return countOf(alice, *late) == 1 && countOf(tablet, *late) == 1;
        }));
        QVERIFY(alice->messaging().read(*late)->task);
        VERIFY_OK(alice->messaging().acceptTask(*late));
        const auto inbound = worlds.two.frames(atSecond, std::string(schema::store_name::inbound));
        QCOMPARE(std::ranges::count_if(inbound,
                                       [&](const auto& frame) {
                                           const auto header = dare::parseHeader(frame.header);
                                           const auto meta = header.value().contentMeta();
                                           return meta.value().uniqueId == *late;
                                       }),
                 1);
        QVERIFY(comeIntoStep(alice, worlds));
        for (Desktop* desktop : {&alice, &tablet, &bob})
            verifyQuiet(*desktop);
        QVERIFY(eventually([&] { return bob->messaging().find(atFirst)->address == atSecond; }));
    }

    void whenTheFirstOneIsLostNothingIsThatADeviceHas_data()
    {
        QTest::addColumn<bool>("isForked");
        QTest::newRow("what comes next") << false;
        QTest::newRow("after something else") << true;
    }
    void whenTheFirstOneIsLostNothingIsThatADeviceHas()
    {
        QFETCH(bool, isForked);
        Worlds worlds;
        Settled alice(worlds.one, "alice", "Alice Example");
        Settled bob(worlds.two, "bob", "Bob Example");
        Settled carol(worlds.one, "carol", "Carol Example");
        Settled tablet(worlds.one, alice, "Tablet");
        QVERIFY(acquaint(carol, alice));
        const auto early = carol->messaging().proposeTask(atFirst, taskOf("Early"), {});
        VERIFY_OK(early);
        QVERIFY(eventually([&] { return countOf(alice, *early) == 1 && countOf(tablet, *early) == 1; }));
        QVERIFY(write(alice, "changed"));
        VERIFY_OK(add(alice));
        QVERIFY(comeIntoStep(alice, worlds));
        QVERIFY(eventually([&] { return tablet.bookmarkTitles().size() == 1; }));
        // from here on the second service gets nothing: what the first one acknowledges, only it has
        worlds.two.stopService();
        QVERIFY(write(alice, "alice"));
        QVERIFY(alice.settles());
        alice->stopSync();
        QVERIFY(eventually([&] { return tablet.bookmarkTitles().size() == 2; }));
        QVERIFY(write(tablet, "tablet"));
        std::string id;
        tablet.account().bookmarks().visit([&](const auto& row) {
            if (row.entry.title == "changed")
                id = row.id;
        });
        VERIFY_OK(tablet.account().bookmarks().update(
            id, bookmark("changed by tablet", "https://changed.example/")));
        const auto late = carol->messaging().proposeTask(atFirst, taskOf("Late"), {});
        VERIFY_OK(late);
        QVERIFY(eventually([&] { return countOf(tablet, *late) == 1; }));
        QVERIFY(tablet.settles());
        tablet->stopSync();
        carol.close();
        worlds.one.stopService();
        worlds.two.startService();
        alice->startSync();
        // it is the person who says that the first one is lost
        QCOMPARE(furtherOf(alice).makeFirst(atSecond, false).error().fault, Fault::Offline);
        QCOMPARE(alice.account().address(), atFirst);
        if (isForked) {
            QVERIFY(write(alice, "waiting"));
        }
        VERIFY_OK(furtherOf(alice).makeFirst(atSecond, true));
        QCOMPARE(alice.account().address(), atSecond);
        QVERIFY(alice.settles());
        QVERIFY(alice.bookmarkTitles().contains("alice"));
        if (isForked) {
            VERIFY_OK(alice->messaging().acceptTask(*early));
            QVERIFY(alice.settles());
        }
        QVERIFY(write(tablet, "not sent yet"));
        tablet->startSync();
        QVERIFY(getsTo(tablet, atSecond));
        std::set<std::string> all{"alice", "tablet", "changed by tablet", "not sent yet"};
        if (isForked)
            all.insert("waiting");
        QVERIFY(eventually([&] { return tablet.bookmarkTitles() == all; }));
        QVERIFY(eventually([&] { return alice.bookmarkTitles() == all; }));
        QVERIFY(eventually([&] { return countOf(alice, *late) == 1 && countOf(tablet, *late) == 1; }));
        VERIFY_OK(alice->messaging().acceptTask(*late));
        if (isForked)
            QVERIFY(
                eventually([&] { return stateIn(tablet->inbox(), *early) == mesh::MessageState::Accepted; }));
        verifyQuiet(alice);
        verifyQuiet(tablet);
        QCOMPARE(bob->messaging().find(atSecond)->address, atSecond);
        QCOMPARE(alice->messaging().ownCard()->addresses.front().uri, std::string("mesh:") + atSecond);
        // both know where they are after a restart, too
        tablet.close();
        VERIFY_OK(tablet.open());
        tablet->startSync();
        verifyQuiet(tablet);
        QCOMPARE(tablet.account().address(), atSecond);
        // the lost one is named until the person says otherwise
        QVERIFY(eventually([&] {
            alice->syncNow();
            QTest::qWait(100);
            return secondOf(alice).state == mesh::ServiceState::Unreachable;
        }));
        QCOMPARE(secondOf(alice).address, atFirst);
        VERIFY_OK(furtherOf(alice).remove(atFirst, true));
        QCOMPARE(furtherOf(alice).services().size(), 1U);
        verifyQuiet(alice);
    }

    void aFirstOneThatComesBackIsNoneAnyMore()
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice");
        Settled tablet(worlds.one, alice, "Tablet");
        VERIFY_OK(add(alice));
        QVERIFY(comeIntoStep(alice, worlds));
        QVERIFY(eventually([&] { return furtherOf(tablet).services().size() == 2; }));
        tablet->stopSync();
        worlds.one.stopService();
        VERIFY_OK(furtherOf(alice).makeFirst(atSecond, true));
        QVERIFY(write(alice, "alice"));
        QVERIFY(alice.settles());
        // the tablet knows nothing of it, and nor does the service that is there again
        alice->stopSync();
        worlds.one.startService();
        QVERIFY(write(tablet, "tablet"));
        tablet->startSync();
        QVERIFY(getsTo(tablet, atSecond));
        alice->startSync();
        for (Desktop* desktop : {&alice, &tablet}) {
            const bool hasBoth = eventually([&] { return desktop->bookmarkTitles().size() == 2; }, 20000);
            const auto state = desktop->mesh->syncState();
            QVERIFY2(hasBoth, state.fault ? describe(*state.fault).c_str() : "no fault");
            verifyQuiet(*desktop);
        }
        // what was written to it cannot be taken back; it comes into step when it begins anew
        if (secondOf(alice).state == mesh::ServiceState::Refuses)
            QCOMPARE(secondOf(alice).fault->fault, Fault::Forked);
        VERIFY_OK(furtherOf(alice).remove(atFirst, false));
        VERIFY_OK(add(alice, "example.com"));
        QVERIFY(comeIntoStep(alice, worlds));
        verifyQuiet(alice);
    }
};

QTEST_GUILESS_MAIN(TestFurtherServices)
#include "tst_further_services.moc"
