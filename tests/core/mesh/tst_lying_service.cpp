#include "core/mesh/scenario.h"

#include <QTest>

#include <filesystem>

using namespace mmm;
using namespace scenario;

namespace {

const std::string bookmarks = "mmm_CatalogBookmark";
const std::string credentials = "mmm_CatalogCredential";
const std::string address = "alice@example.com";

/// Two desktops of one mesh; the second has seen two bookmarks and is not looking while the first adds more.
struct TwoDesktops
{
    World world;
    Desktop first{world};
    Desktop second{world};

    Status begin()
    {
        MMM_CHECK(first.open());
        MMM_CHECK(second.open());
        MMM_CHECK(first.createMesh("alice"));
        MMM_CHECK(second.join(first, "Second"));
        MMM_CHECK(write(2));
        if (!eventually([&] { return second.bookmarkTitles().size() == 2; }) || !second.settles())
            return fail(Fault::Timeout, "the second desktop does not follow");
        second->stopSync();
        return {};
    }

    /// Bookmarks of the first, each in a batch of its own.
    Status write(int number)
    {
        for (int i = 0; i < number; ++i) {
            const std::string name = "title " + std::to_string(m_written++);
            MMM_CHECK(first.account().bookmarks().add(bookmark(name, "https://example.com/" + name, name)));
            if (!first.settles())
                return fail(Fault::Timeout, "the first desktop does not send");
        }
        return {};
    }

private:
    int m_written = 0;
};

} // namespace

/// The service alters, drops, reorders, replays, relabels, moves or rolls back frames. It is found out and
/// named, what was there stays usable, and all goes on when the service is honest again.
class TestLyingService : public QObject
{
    Q_OBJECT

private slots:
    void liesAboutNewFrames_data()
    {
        // frames 0 to 2 are known to the second desktop; 3 to 6 are new, each signed by itself
        QTest::addColumn<Lie>("lie");
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("frame");
        const auto row = [](const char* name, Lie lie, Fault fault, int frame) {
            QTest::newRow(name) << std::move(lie) << int(fault) << frame;
        };
        row("altered", alterBody(4), Fault::Damaged, 4);
        row("dropped", drop(4), Fault::Damaged, 4);
        row("reordered", swapFrames(4, 5), Fault::Damaged, 4);
        row("replayed", replay(2, 4), Fault::Replayed, 4);
        row("replayed at the end", replay(5, 7), Fault::Replayed, 7);
        row("relabelled", relabel(4, "title 0"), Fault::Damaged, 4);
        row("signature removed", stripSignature(4), Fault::BadSignature, 4);
        row("signature of the last removed", stripSignature(6), Fault::BadSignature, 6);
        row("signed by a stranger", renameSigner(4, "MAAA-BBBB-CCCC-DDDD-EEEE"), Fault::NotAuthorised, 4);
    }

    void liesAboutNewFrames()
    {
        QFETCH(const Lie, lie);
        QFETCH(const int, fault);
        QFETCH(const int, frame);
        TwoDesktops two;
        VERIFY_OK(two.begin());
        VERIFY_OK(two.write(4));
        QCOMPARE(two.world.frames(address, bookmarks).size(), 7U);
        two.world.lie(bookmarks, lie);
        isFoundOut(two, bookmarks, Fault(fault), frame);
    }

    void movesAFrameFromAnotherContainer()
    {
        TwoDesktops two;
        VERIFY_OK(two.begin());
        for (int i = 0; i < 4; ++i) {
            schema::CatalogedCredential credential;
            credential.service = "service " + std::to_string(i);
            VERIFY_OK(two.first.account().credentials().add(credential));
            QVERIFY(two.first.settles());
        }
        VERIFY_OK(two.write(2));
        // frame 3 of the credentials fits the place in every other respect
        two.world.lie(bookmarks, move(two.world.frames(address, credentials).at(3), 3));
        two.second->startSync();
        QVERIFY(eventually([&] { return two.second.listener.first().has_value(); }));
        const mesh::Problem found = *two.second.listener.first();
        QCOMPARE(found.container, bookmarks);
        QCOMPARE(found.frame, 3U);
        QVERIFY(found.error.fault == Fault::BadSignature || found.error.fault == Fault::Forked);
        QCOMPARE(two.second.bookmarkTitles().size(), 2U);
        // the credentials themselves arrive
        QVERIFY(eventually([&] { return two.second.account().credentials().size() == 4; }));
        two.world.beHonest();
        QVERIFY(two.second.settles());
        QCOMPARE(two.second.bookmarkTitles(), two.first.bookmarkTitles());
    }

    void rollsBack_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("to an earlier frame") << 2;
        QTest::newRow("to nothing") << 0;
    }

    void rollsBack()
    {
        QFETCH(const int, count);
        TwoDesktops two;
        VERIFY_OK(two.begin());
        two.world.lie(bookmarks, rollBack(static_cast<std::size_t>(count)));
        isFoundOut(two, bookmarks, Fault::RolledBack, count);
    }

    void putsOthersInThePlaceOfSeenFrames()
    {
        TwoDesktops two;
        VERIFY_OK(two.begin());
        VERIFY_OK(two.write(2));
        // the second has never seen the last two of these; their place is that of what it has seen
        two.world.lie(bookmarks, [](std::vector<service::FrameRecord>& frames) {
            if (frames.size() >= 5)
                frames.erase(frames.begin() + 1, frames.begin() + 3);
        });
        two.second->startSync();
        QVERIFY(eventually([&] { return two.second.listener.first().has_value(); }));
        const mesh::Problem found = *two.second.listener.first();
        QCOMPARE(found.container, bookmarks);
        QCOMPARE(found.error.fault, Fault::Forked);
        QCOMPARE(two.second.bookmarkTitles().size(), 2U);
        two.world.beHonest();
        QVERIFY(two.second.settles());
        QCOMPARE(two.second.bookmarkTitles(), two.first.bookmarkTitles());
    }

    /// Each desktop is told another history; they find out as soon as they see each other's signatures.
    void tellsTwoHistories()
    {
        TwoDesktops two;
        VERIFY_OK(two.begin());
        const std::string file = two.world.servicePath().toStdString() + "/service.db";
        const auto keep = [&](const std::string& from, const std::string& to) {
            for (const std::string& end : {std::string(), std::string("-wal"), std::string("-shm")}) {
                std::filesystem::remove(to + end);
                if (std::filesystem::exists(from + end))
                    std::filesystem::copy_file(from + end, to + end);
            }
        };
        two.world.stopService();
        keep(file, file + ".before");
        two.world.startService();
        VERIFY_OK(two.write(1));
        two.first->stopSync();
        two.world.stopService();
        keep(file + ".before", file);
        two.world.startService();
        two.second->startSync();
        for (int i = 0; i < 2; ++i) {
            const std::string name = "of the second " + std::to_string(i);
            VERIFY_OK(two.second.account().bookmarks().add(bookmark(name, "https://example.com/", name)));
            QVERIFY(two.second.settles());
        }
        two.first->startSync();
        QVERIFY(eventually([&] { return two.first.listener.first().has_value(); }));
        QCOMPARE(two.first.listener.first()->container, bookmarks);
        QCOMPARE(two.first.listener.first()->error.fault, Fault::Forked);
        QCOMPARE(two.first.bookmarkTitles(), (std::set<std::string>{"title 0", "title 1", "title 2"}));
        VERIFY_OK(two.first.account().bookmarks().add(bookmark("more", "https://example.com/", "more")));
    }

    void hidesDevices()
    {
        TwoDesktops two;
        VERIFY_OK(two.begin());
        two.world.lie("mmm_CatalogDevice", rollBack(1));
        isFoundOut(two, "mmm_CatalogDevice", Fault::RolledBack, 1);
        QCOMPARE(two.second->stage(), mesh::Stage::Ready);
        QCOMPARE(two.second->devices().value().size(), 2U);
    }

    void aFormerAdministratorsFramesNeedAPresentOneBehindThem()
    {
        TwoDesktops two;
        VERIFY_OK(two.begin());
        Desktop third(two.world);
        VERIFY_OK(third.open());
        VERIFY_OK(third.join(two.first, "Third"));
        QVERIFY(third.settles());
        third->stopSync();
        std::string secondUdf;
        std::string thirdUdf;
        const auto devices = two.first->devices().value();
        for (const auto& device : devices) {
            if (device.name == "Second")
                secondUdf = device.udf;
            if (device.name == "Third")
                thirdUdf = device.udf;
        }
        VERIFY_OK(two.first->grantAdministration(secondUdf));
        two.second->startSync();
        QVERIFY(eventually([&] { return two.second->isAdministrator(); }));
        VERIFY_OK(two.second->renameDevice(thirdUdf, "Renamed"));
        QVERIFY(two.second.settles());
        const std::size_t written = two.world.frames(address, "mmm_CatalogDevice").size();
        QVERIFY(two.first.settles());
        VERIFY_OK(two.first->disconnectDevice(secondUdf));

        // the service shows what the leaver wrote and nothing that came afterwards: so it could show whatever
        // the leaver writes now
        two.world.lie("mmm_CatalogDevice", rollBack(written));
        third.listener.forget();
        third->startSync();
        QVERIFY(eventually([&] { return third.listener.first().has_value(); }));
        const mesh::Problem found = *third.listener.first();
        QVERIFY2(found.error.fault == Fault::NotAuthorised, describe(found.error).c_str());
        QCOMPARE(found.container, "mmm_CatalogDevice");
        QCOMPARE(found.frame, static_cast<std::uint64_t>(written - 1));
        QTest::qWait(300);
        QVERIFY(std::ranges::none_of(third->devices().value(), [](const mesh::DeviceInfo& device) {
            return device.name == "Renamed";
        }));

        two.world.beHonest();
        QVERIFY(third.settles());
        QVERIFY(std::ranges::any_of(third->devices().value(),
                                    [](const mesh::DeviceInfo& device) { return device.name == "Renamed"; }));
    }

private:
    /// The second desktop looks, names the lie, keeps what it has and may add to it; later both have
    /// everything.
    static void isFoundOut(TwoDesktops& two, const std::string& container, Fault fault, int frame)
    {
        const auto before = two.second.bookmarkTitles();
        two.second.listener.forget();
        two.second->startSync();
        QVERIFY(eventually([&] { return two.second.listener.first().has_value(); }));
        const mesh::Problem found = *two.second.listener.first();
        QVERIFY2(found.error.fault == fault, describe(found.error).c_str());
        QCOMPARE(found.container, container);
        QCOMPARE(found.frame, static_cast<std::uint64_t>(frame));
        QVERIFY(eventually([&] { return two.second->syncState().phase == mesh::SyncPhase::Attention; }));
        QVERIFY2(two.second->syncState().fault->fault == fault,
                 describe(*two.second->syncState().fault).c_str());
        // what was there can be read and written
        const auto now = two.second.bookmarkTitles();
        QVERIFY(std::ranges::includes(now, before));
        const std::string behind = "title " + std::to_string(frame); // stands behind the frame that is wrong
        QVERIFY(before.contains(behind) || !now.contains(behind));
        VERIFY_OK(
            two.second.account().bookmarks().add(bookmark("meanwhile", "https://example.com/", "meanwhile")));
        QVERIFY(two.second.bookmarkTitles().contains("meanwhile"));
        QTest::qWait(300); // long enough for an attempt to send it
        two.second.close();
        VERIFY_OK(two.second.open());
        QVERIFY(two.second.bookmarkTitles().contains("meanwhile"));
        QVERIFY(std::ranges::includes(two.second.bookmarkTitles(), before));
        two.second->startSync();

        two.world.beHonest();
        QVERIFY(two.second.settles());
        QVERIFY(eventually([&] { return two.first.bookmarkTitles().contains("meanwhile"); }));
        QVERIFY(eventually([&] { return two.first.bookmarkTitles() == two.second.bookmarkTitles(); }));
    }
};

QTEST_GUILESS_MAIN(TestLyingService)
#include "tst_lying_service.moc"
