#include "core/mesh/scenario.h"
#include "mesh/service_log.h"

#include <QTest>

#include <algorithm>

using namespace mmm;
using namespace scenario;
using mesh::TrustKind;
using mesh::TrustLink;

namespace {

const std::string serviceLog = "mmm_MeshLog";

mesh::HeardCheckpoint heard(std::int64_t index, std::uint8_t state, int minute)
{
    mesh::HeardCheckpoint one;
    one.checkpoint.index = index;
    one.checkpoint.treeDigest = Bytes(64, state);
    one.checkpoint.time = TimePoint(std::chrono::minutes(minute));
    return one;
}

/// The same number of lines, and something else in them.
Lie alterDigest()
{
    return [](std::vector<service::FrameRecord>& frames) {
        if (!frames.empty())
            frames.back().treeDigest.front() ^= 1U;
    };
}

std::vector<TrustLink> checkpoints(Desktop& desktop)
{
    std::vector<TrustLink> found;
    const auto links = desktop->trust().links();
    if (links)
        std::ranges::copy_if(*links, std::back_inserter(found),
                             [](const TrustLink& link) { return link.kind == TrustKind::Checkpoint; });
    return found;
}

bool areFromBoth(Desktop& desktop)
{
    const auto links = checkpoints(desktop);
    return std::ranges::any_of(links, &TrustLink::isThisDevice) &&
           !std::ranges::all_of(links, &TrustLink::isThisDevice);
}

bool isTold(Desktop& desktop, Fault fault)
{
    return eventually([&] {
        const auto found = desktop.listener.first();
        return found && found->error.fault == fault && found->container.empty();
    });
}

} // namespace

/// The service signs how far its log is; devices remember that and show it to each other (WIRE G.7.5,
/// security 03 §7.1.7).
class TestServiceLog : public QObject
{
    Q_OBJECT

private slots:
    void statementsAreCompared()
    {
        const std::vector<mesh::HeardCheckpoint> all = {heard(3, 1, 10), heard(5, 2, 30), heard(5, 2, 30),
                                                        heard(5, 9, 30), heard(4, 7, 20), heard(4, 3, 40)};
        const auto found = mesh::contradictions(all);
        QCOMPARE(found.size(), all.size());
        QVERIFY(!found[0] && !found[1] && !found[2]);
        QVERIFY(found[3] && found[3]->fault == Fault::Forked);
        QVERIFY(!found[4]); // it may have been heard late
        QVERIFY(found[5] && found[5]->fault == Fault::RolledBack);
        QVERIFY(mesh::contradictions({}).empty());
        // in the same second the log may have grown between two devices, but not shrunk for one
        std::vector<mesh::HeardCheckpoint> close = {heard(6, 1, 10), heard(5, 2, 10)};
        close[0].deviceUdf = "one";
        close[1].deviceUdf = "two";
        QVERIFY(!mesh::contradictions(close)[1]);
        close[1].deviceUdf = "one";
        QVERIFY(mesh::contradictions(close)[1]->fault == Fault::RolledBack);
    }

    void devicesShowEachOtherWhatTheyHeard()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return areFromBoth(first) && areFromBoth(second); }));
        for (Desktop* desktop : {&first, &second}) {
            for (const TrustLink& link : checkpoints(*desktop)) {
                QVERIFY(!link.fault);
                QCOMPARE(link.parent, "service");
                QVERIFY(link.signatures.size() == 1 && link.signatures.front().isGood);
                QVERIFY(link.payload.find("Checkpoint") != std::string::npos);
            }
            QVERIFY(!desktop->listener.first());
        }
        // what was heard is kept, and what a device that left has heard is not
        first.close();
        world.stopService();
        VERIFY_OK(first.open());
        QVERIFY(areFromBoth(first));
        world.startService();
        first->startSync();
        QVERIFY(first.settles());
        const auto devices = first->devices().value();
        for (const mesh::DeviceInfo& device : devices) {
            if (!device.isThisDevice)
                VERIFY_OK(first->disconnectDevice(device.udf));
        }
        first.close();
        VERIFY_OK(first.open()); // asks again
        first->startSync();
        QVERIFY(eventually([&] { return !areFromBoth(first) && !checkpoints(first).empty(); }));
    }

    /// Each device is shown another log: they find out by what they tell each other.
    void aForkIsFoundOut()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        QVERIFY(eventually([&] { return !checkpoints(first).empty(); }));
        QVERIFY(first.settles());
        world.lie(serviceLog, alterDigest());
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(isTold(first, Fault::Forked));
        QVERIFY(isTold(second, Fault::Forked));
        // both signed statements are there, to be shown to others
        const auto evidence = checkpoints(first);
        QVERIFY(std::ranges::any_of(evidence, [](const TrustLink& link) {
            return link.fault && link.fault->fault == Fault::Forked && link.signatures.front().isGood;
        }));
        // the entries are another matter, and go on
        VERIFY_OK(second.account().bookmarks().add(bookmark("one", "https://example.com/")));
        QVERIFY(eventually([&] { return first.bookmarkTitles().contains("one"); }));
    }

    void aRollbackIsFoundOut()
    {
        World world;
        Desktop desktop(world);
        VERIFY_OK(desktop.open());
        VERIFY_OK(desktop.createMesh("alice"));
        QVERIFY(eventually([&] { return !checkpoints(desktop).empty(); }));
        QVERIFY(desktop.settles());
        world.lie(serviceLog, rollBack(1));
        desktop.close();
        VERIFY_OK(desktop.open()); // asks again
        desktop->startSync();
        QVERIFY(isTold(desktop, Fault::RolledBack));
        // it stays known
        world.beHonest();
        desktop.close();
        VERIFY_OK(desktop.open());
        QVERIFY(std::ranges::any_of(checkpoints(desktop), [](const TrustLink& link) {
            return link.fault && link.fault->fault == Fault::RolledBack;
        }));
    }

    /// A service that was restored from a backup has taken something back, and means no harm.
    void aKnownRollbackIsTheBeginningOfANewLog()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        Desktop other(world); // whose profile makes the log longer
        VERIFY_OK(first.open());
        QCOMPARE(first->trust().acceptLog().error().fault, Fault::Unsupported);
        VERIFY_OK(second.open());
        VERIFY_OK(other.open());
        VERIFY_OK(other.createMesh("bob"));
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return areFromBoth(first) && areFromBoth(second); }));
        world.lie(serviceLog, rollBack(2));
        first.close();
        VERIFY_OK(first.open());
        first->startSync();
        QVERIFY(isTold(first, Fault::RolledBack));
        VERIFY_OK(first->trust().acceptLog());
        const auto fits = [](Desktop& desktop) {
            const auto links = checkpoints(desktop);
            return !links.empty() &&
                   std::ranges::none_of(links, [](const TrustLink& link) { return link.fault.has_value(); });
        };
        QVERIFY(fits(first));
        QVERIFY(eventually([&] { return fits(second) && !areFromBoth(second); }));
        // what is taken back after that is found out again
        first.listener.forget();
        world.lie(serviceLog, rollBack(1));
        first.close();
        VERIFY_OK(first.open());
        first->startSync();
        QVERIFY(isTold(first, Fault::RolledBack));
    }
};

QTEST_GUILESS_MAIN(TestServiceLog)
#include "tst_service_log.moc"
