#include "core/mesh/two_services.h"

#include <QTest>

using namespace mmm;
using namespace scenario;

namespace {

/// A move that crashes: the device is as it was at one moment, and the services as they were at another.
void crashDuring(Desktop& desktop, Worlds& worlds, const mesh::NewService& wanted, int deviceStopsAt,
                 int servicesStopAt)
{
    Snapshot snapshot;
    int moment = 0;
    (void)desktop->serviceChange().begin(wanted, [&](mesh::MoveStep, double) {
        if (moment == deviceStopsAt)
            snapshot.take(desktop.options().folder);
        if (moment == servicesStopAt) {
            worlds.one.stopService();
            worlds.two.stopService();
        }
        ++moment;
    });
    desktop.close();
    if (snapshot.isTaken())
        snapshot.restore(desktop.options().folder);
    for (World* world : {&worlds.one, &worlds.two}) {
        world->stopService();
        world->startService();
    }
}

} // namespace

/// A change of service that is interrupted goes on, and nothing is lost with that either.
class TestInterruptedChange : public QObject
{
    Q_OBJECT

private slots:
    void aCrashAtAnyMomentLosesNothing_data() { addMoments(); }
    void aCrashAtAnyMomentLosesNothing()
    {
        QFETCH(int, moment);
        survivesCrash({present, {}}, moment, moment);
    }

    /// What the services did after that moment, the device knows nothing of.
    void aCrashThatTheServicesOutliveLosesNothing_data() { addMoments(); }
    void aCrashThatTheServicesOutliveLosesNothing()
    {
        QFETCH(int, moment);
        survivesCrash({present, {}}, moment, moment + 1);
    }

    /// The service on this computer ends with the device. At the last moment others have been there already,
    /// and no disk forgets what it was given.
    void aCrashOnTheWayToThisComputerLosesNothing_data() { addMoments(1, 2); }
    void aCrashOnTheWayToThisComputerLosesNothing()
    {
        QFETCH(int, moment);
        survivesCrash(toHere, moment, moment);
    }

    void anotherAdministratorFinishesWhatWasBegun()
    {
        Worlds worlds;
        Settled first(worlds.one, "alice");
        Settled second(worlds.one, first, "Second");
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        const auto devices = first->devices().value();
        for (const auto& device : devices) {
            if (!device.isThisDevice)
                VERIFY_OK(first->grantAdministration(device.udf));
        }
        QVERIFY(eventually([&] { return second->isAdministrator(); }));
        QVERIFY(first.settles());
        Snapshot snapshot;
        (void)first->serviceChange().begin({present, {}}, [&](mesh::MoveStep step, double share) {
            if (step != mesh::MoveStep::Closing || share < 0.85 || snapshot.isTaken())
                return;
            snapshot.take(first.options().folder);
            worlds.one.stopService();
            worlds.two.stopService();
        });
        first.close();
        QVERIFY(snapshot.isTaken());
        snapshot.restore(first.options().folder);
        worlds.one.startService();
        worlds.two.startService();
        // the device that began is away; the account is read and waits
        VERIFY_OK(second.account().bookmarks().add(bookmark("Second", "https://second.example/")));
        second->syncNow();
        QVERIFY(eventually([&] {
            const auto shown = second.listener.sync();
            return shown && shown->fault && shown->fault->fault == Fault::ReadOnly;
        }));
        QCOMPARE(moveTo(second, "alice2@example.net").error().fault, Fault::Conflict);
        VERIFY_OK(moveTo(second, present));
        QVERIFY(isAt(second, "alice@example.net"));
        QVERIFY(second.settles());
        VERIFY_OK(first.open());
        first->startSync();
        QVERIFY(isAt(first, "alice@example.net"));
        QVERIFY(eventually([&] { return first.bookmarkTitles().contains("Second"); }));
        QVERIFY(!first->serviceChange().state());
        QVERIFY(leaves(second));
        QVERIFY(first.settles());
        QVERIFY(!first.listener.first());
        QVERIFY(!second.listener.first());
    }

private:
    /// With what is in the account: 0 to 5 copying, 6 and 7 closing, 8 to 10 telling.
    static void addMoments(int first = 0, int step = 1)
    {
        QTest::addColumn<int>("moment");
        for (int moment = first; moment < 11; moment += step)
            QTest::addRow("%d", moment) << moment;
    }

    static void survivesCrash(const mesh::NewService& wanted, int device, int services)
    {
        Worlds worlds;
        Settled alice(worlds.one, "alice");
        Settled second(worlds.one, alice, "Second");
        VERIFY_OK(alice.account().bookmarks().add(bookmark("Mesh", "https://mesh.example/")));
        QVERIFY(eventually([&] { return second.bookmarkTitles().size() == 1; }));
        QVERIFY(alice.settles());
        const std::string goal = wanted.isHere ? addressHere(alice) : "alice@example.net";
        crashDuring(alice, worlds, wanted, device, services);
        VERIFY_OK(alice.open());
        if (alice->serviceChange().state() && alice->serviceChange().state()->step == mesh::MoveStep::Copying)
            VERIFY_OK(alice->serviceChange().resume());
        alice->startSync();
        if (!alice->serviceChange().state() && alice.account().address() != goal)
            VERIFY_OK(alice->serviceChange().begin(wanted));
        QVERIFY(isAt(alice, goal));
        QVERIFY(isAt(second, goal));
        VERIFY_OK(second.account().bookmarks().add(bookmark("Second", "https://second.example/")));
        QVERIFY(eventually([&] { return alice.bookmarkTitles().size() == 2; }));
        QVERIFY(leaves(alice));
        for (Desktop* desktop : {&alice, &second}) {
            QVERIFY(desktop->settles());
            const auto found = desktop->listener.first();
            QVERIFY2(!found, found ? describe(found->error).c_str() : "");
            QCOMPARE(desktop->mesh->syncState().conflicts, 0U);
        }
        QCOMPARE(alice->messaging().ownCard()->addresses.front().uri, "mesh:" + goal);
    }
};

QTEST_GUILESS_MAIN(TestInterruptedChange)
#include "tst_interrupted_change.moc"
