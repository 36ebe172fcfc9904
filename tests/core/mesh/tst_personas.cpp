#include "core/mesh/two_services.h"

#include "mesh/archive.h"
#include "mesh/change_service.h"
#include "mesh/messaging.h"
#include "mesh/personas.h"

#include <QTest>

#include <filesystem>

using namespace mmm;
using namespace scenario;
using mesh::PersonalMesh;
using mesh::Personas;

namespace {

mesh::NewPersona choiceOf(const World& world, const std::string& name)
{
    mesh::NewPersona choice;
    choice.accountName = name;
    choice.fullName = "Alice at work";
    choice.service.embedded = false;
    choice.service.domain = world.name();
    return choice;
}

std::set<std::string> titlesOf(PersonalMesh& account)
{
    std::set<std::string> titles;
    account.account()->bookmarks().visit([&titles](const auto& row) { titles.insert(row.entry.title); });
    return titles;
}

std::size_t devicesOf(PersonalMesh& account)
{
    const auto devices = account.devices();
    return devices ? devices->size() : 0;
}

std::string udfOfOther(Desktop& desktop, const std::string& name)
{
    const auto devices = desktop->devices().value();
    const auto found = std::ranges::find(devices, name, &mesh::DeviceInfo::name);
    return found == devices.end() ? std::string() : found->udf;
}

/// Two devices of one mesh at one service, and a further account at another one, open on both.
struct TwoAccounts
{
    World home;
    World work{"example.net"};
    Desktop first{home};
    Desktop second{home};
    std::unique_ptr<Personas> firsts;
    std::unique_ptr<Personas> seconds;
    std::unique_ptr<PersonalMesh> onFirst;
    std::unique_ptr<PersonalMesh> onSecond;
    std::string udf;

    Status prepare()
    {
        home.meet(work);
        MMM_CHECK(first.open());
        MMM_CHECK(first.createMesh("alice"));
        MMM_CHECK(second.open());
        MMM_CHECK(second.join(first, "Second"));
        MMM_TRY(firsts, Personas::of(*first.mesh));
        MMM_TRY(seconds, Personas::of(*second.mesh));
        MMM_TRY(onFirst, firsts->add(choiceOf(work, "alicework")));
        udf = onFirst->account()->udf();
        onFirst->startSync();
        if (!eventually([&] { return seconds->list().value().size() == 2; }))
            return fail(Fault::NotYet, "the other device does not hear of the account");
        MMM_TRY(onSecond, seconds->open(udf));
        onSecond->startSync();
        return {};
    }
    ~TwoAccounts()
    {
        onFirst.reset();
        onSecond.reset();
    }
};

} // namespace

/// Several accounts in one personal mesh.
class TestPersonas : public QObject
{
    Q_OBJECT

private slots:
    void eachAccountHasItsOwn()
    {
        TwoAccounts two;
        VERIFY_OK(two.prepare());
        const auto listed = two.seconds->list();
        VERIFY_OK(listed);
        QCOMPARE(listed->at(0).address, std::string("alice@example.com"));
        QVERIFY(listed->at(0).isHome);
        QCOMPARE(listed->at(1).address, std::string("alicework@example.net"));
        QVERIFY(!listed->at(1).isHome && listed->at(1).isHere);
        QCOMPARE(two.onSecond->account()->address(), std::string("alicework@example.net"));
        QVERIFY(two.onFirst->isAdministrator());
        QVERIFY(!two.onSecond->isAdministrator());

        VERIFY_OK(two.onFirst->account()->bookmarks().add(bookmark("Work", "https://work.example/", "Work")));
        VERIFY_OK(two.first.account().bookmarks().add(bookmark("Home", "https://home.example/", "Home")));
        QVERIFY(eventually([&] { return titlesOf(*two.onSecond).contains("Work"); }));
        QVERIFY(eventually([&] { return two.second.bookmarkTitles().contains("Home"); }));
        VERIFY_OK(
            two.onSecond->account()->bookmarks().add(bookmark("Back", "https://back.example/", "Back")));
        QVERIFY(eventually([&] { return titlesOf(*two.onFirst).size() == 2; }));
        QCOMPARE(two.first.bookmarkTitles(), std::set<std::string>({"Home"}));
        QCOMPARE(titlesOf(*two.onSecond), std::set<std::string>({"Back", "Work"}));
        // its own card, and nothing of it at the other service
        QCOMPARE(two.onFirst->account()->contacts().size(), std::size_t(1));
        QVERIFY(two.home.frames("alicework@example.net", "mmm_CatalogBookmark").empty());
        // a further account has no further ones
        QCOMPARE(Personas::of(*two.onFirst).error().fault, Fault::Unsupported);

        // and all of it is there after a restart, without any service
        two.onFirst.reset();
        two.firsts.reset();
        two.first.close();
        two.home.stopService();
        two.work.stopService();
        VERIFY_OK(two.first.open());
        two.firsts = Personas::of(*two.first.mesh).value();
        QCOMPARE(two.firsts->list()->size(), std::size_t(2));
        auto again = two.firsts->open(two.udf);
        VERIFY_OK(again);
        QCOMPARE(titlesOf(**again), std::set<std::string>({"Back", "Work"}));
        two.onFirst = std::move(*again);
    }

    void aDeviceThatComesIsGivenIt()
    {
        TwoAccounts two;
        VERIFY_OK(two.prepare());
        VERIFY_OK(two.onFirst->account()->bookmarks().add(bookmark("Work", "https://work.example/", "Work")));
        Desktop third(two.home);
        VERIFY_OK(third.open());
        VERIFY_OK(third.join(two.first, "Third"));
        auto thirds = Personas::of(*third.mesh).value();
        QCOMPARE(thirds->list()->size(), std::size_t(1));
        QCOMPARE(thirds->open(two.udf).error().fault, Fault::NotFound);
        QVERIFY(eventually([&] { return devicesOf(*two.first.mesh) == 3; }));
        // only an administration device can, and only there it does anything
        VERIFY_OK(two.seconds->align(*two.onSecond));
        QCOMPARE(devicesOf(*two.onFirst), std::size_t(2));
        VERIFY_OK(two.firsts->align(*two.onFirst));
        QCOMPARE(devicesOf(*two.onFirst), std::size_t(3));
        VERIFY_OK(two.firsts->align(*two.onFirst));
        QVERIFY(eventually([&] { return thirds->list()->size() == 2; }));
        auto onThird = thirds->open(two.udf);
        VERIFY_OK(onThird);
        (*onThird)->startSync();
        QVERIFY(eventually([&] { return titlesOf(**onThird).contains("Work"); }));
        onThird->reset();
    }

    void aDeviceThatLeavesIsTakenOut()
    {
        TwoAccounts two;
        VERIFY_OK(two.prepare());
        VERIFY_OK(
            two.onSecond->account()->bookmarks().add(bookmark("Theirs", "https://two.example/", "Two")));
        QVERIFY(eventually([&] { return titlesOf(*two.onFirst).contains("Theirs"); }));
        VERIFY_OK(two.first->disconnectDevice(udfOfOther(two.first, "Second")));
        VERIFY_OK(two.firsts->align(*two.onFirst));
        QCOMPARE(devicesOf(*two.onFirst), std::size_t(1));
        QVERIFY(eventually([&] { return two.onSecond->stage() == mesh::Stage::Removed; }));
        VERIFY_OK(two.onFirst->account()->bookmarks().add(bookmark("After", "https://one.example/", "One")));
        QVERIFY(eventually([&] { return two.onFirst->syncState().pending == 0; }));
        QTest::qWait(200);
        QCOMPARE(titlesOf(*two.onSecond), std::set<std::string>({"Theirs"}));
        QCOMPARE(titlesOf(*two.onFirst), std::set<std::string>({"After", "Theirs"}));
    }

    void rightsFollow()
    {
        TwoAccounts two;
        VERIFY_OK(two.prepare());
        const std::string second = udfOfOther(two.first, "Second");
        VERIFY_OK(two.first->grantAdministration(second));
        VERIFY_OK(two.first->renameDevice(second, "Laptop"));
        VERIFY_OK(two.firsts->align(*two.onFirst));
        QVERIFY(eventually([&] { return two.second->isAdministrator() && two.onSecond->isAdministrator(); }));
        const auto devices = two.onFirst->devices();
        VERIFY_OK(devices);
        QVERIFY(std::ranges::find(*devices, "Laptop", &mesh::DeviceInfo::name) != devices->end());
        // it can add accounts now, and take the first one out
        const auto more = two.seconds->add(choiceOf(two.home, "aliceclub"));
        VERIFY_OK(more);
        QVERIFY(eventually([&] { return two.firsts->list()->size() == 3; }));
        QVERIFY((*more)->isAdministrator());
    }

    void anAdministratorThatLeavesIsTakenOut()
    {
        TwoAccounts two;
        VERIFY_OK(two.prepare());
        const std::string second = udfOfOther(two.first, "Second");
        VERIFY_OK(two.first->grantAdministration(second));
        VERIFY_OK(two.firsts->align(*two.onFirst));
        QVERIFY(eventually([&] { return two.onSecond->isAdministrator(); }));
        VERIFY_OK(two.first->disconnectDevice(second));
        VERIFY_OK(two.firsts->align(*two.onFirst));
        QCOMPARE(devicesOf(*two.onFirst), std::size_t(1));
        QVERIFY(two.onFirst->isAdministrator());
        QVERIFY(eventually([&] { return two.onSecond->stage() == mesh::Stage::Removed; }));
        // both accounts go on: a new device comes to both
        Desktop third(two.home);
        VERIFY_OK(third.open());
        VERIFY_OK(third.join(two.first, "Third"));
        QVERIFY(eventually([&] { return devicesOf(*two.first.mesh) == 2; }));
        VERIFY_OK(two.firsts->align(*two.onFirst));
        auto thirds = Personas::of(*third.mesh).value();
        QVERIFY(eventually([&] { return thirds->list()->size() == 2; }));
        auto onThird = thirds->open(two.udf);
        VERIFY_OK(onThird);
        onThird->reset();
    }

    void anAccountEndsWithoutTheOthers()
    {
        TwoAccounts two;
        VERIFY_OK(two.prepare());
        QCOMPARE(two.first->deleteAccount().error().fault, Fault::NotYet);
        VERIFY_OK(two.onFirst->deleteAccount());
        two.onFirst.reset();
        VERIFY_OK(two.firsts->forget(two.udf));
        QCOMPARE(two.firsts->list()->size(), std::size_t(1));
        QVERIFY(eventually([&] { return two.onSecond->stage() == mesh::Stage::Removed; }));
        QVERIFY(eventually([&] { return two.seconds->list()->at(1).address.empty(); }));
        two.onSecond.reset();
        VERIFY_OK(two.seconds->forget(two.udf));
        QCOMPARE(two.seconds->list()->size(), std::size_t(1));
        QCOMPARE(two.firsts->forget(two.first.account().udf()).error().fault, Fault::Unsupported);
        // the device's keys were not its own
        two.firsts.reset();
        two.first.close();
        VERIFY_OK(two.first.open());
        two.first->startSync();
        VERIFY_OK(two.first.account().bookmarks().add(bookmark("Still", "https://still.example/", "Still")));
        QVERIFY(eventually([&] { return two.second.bookmarkTitles().contains("Still"); }));
    }

    void oneGoesToAnotherServiceAndTheOthersStay()
    {
        const std::string after = "alicework@example.com";
        TwoAccounts two;
        VERIFY_OK(two.prepare());
        VERIFY_OK(two.onFirst->account()->bookmarks().add(bookmark("Work", "https://work.example/", "Work")));
        VERIFY_OK(two.first.account().bookmarks().add(bookmark("Home", "https://home.example/", "Home")));
        QVERIFY(eventually([&] { return titlesOf(*two.onSecond).contains("Work"); }));
        // to where the home account is, which is somebody else there
        QCOMPARE(two.onSecond->serviceChange().begin({"example.com", {}}).error().fault,
                 Fault::NotAuthorised);
        QCOMPARE(two.onFirst->serviceChange().begin({"alice@example.com", {}}).error().fault,
                 Fault::NameTaken);
        VERIFY_OK(two.onFirst->serviceChange().begin({"example.com", {}}));
        QCOMPARE(two.onFirst->account()->address(), after);
        QCOMPARE(two.first.account().address(), std::string("alice@example.com"));
        QVERIFY(!two.first->serviceChange().state());
        VERIFY_OK(two.firsts->align(*two.onFirst));
        QVERIFY(eventually([&] { return two.onSecond->account()->address() == after; }));
        VERIFY_OK(
            two.onSecond->account()->bookmarks().add(bookmark("Back", "https://back.example/", "Back")));
        QVERIFY(eventually([&] { return titlesOf(*two.onFirst).size() == 2; }));
        // the former service is left as soon as both devices have come
        QVERIFY(eventually([&] {
            setAhead(two.first, 61);
            two.onFirst->syncNow();
            const bool hasLeft =
                eventually([&] { return !two.onFirst->serviceChange().state(); }, enoughForOne);
            two.first.clock->shift = 0;
            return hasLeft;
        }));
        two.work.stopService();
        QCOMPARE(two.first.bookmarkTitles(), std::set<std::string>({"Home"}));

        // and everybody knows where it is: after a restart, and who comes now
        for (const auto* personas : {&two.firsts, &two.seconds})
            QVERIFY(eventually([&] { return (*personas)->list()->at(1).address == after; }));
        two.onSecond.reset();
        two.onSecond = std::move(*two.seconds->open(two.udf));
        two.onSecond->startSync();
        VERIFY_OK(
            two.onFirst->account()->bookmarks().add(bookmark("Later", "https://later.example/", "Later")));
        QVERIFY(eventually([&] { return titlesOf(*two.onSecond).contains("Later"); }));
        Desktop third(two.home);
        VERIFY_OK(third.open());
        VERIFY_OK(third.join(two.first, "Third"));
        QVERIFY(eventually([&] { return devicesOf(*two.first.mesh) == 3; }));
        VERIFY_OK(two.firsts->align(*two.onFirst));
        const auto thirds = Personas::of(*third.mesh).value();
        QVERIFY(eventually([&] { return thirds->list()->size() == 2; }));
        const auto onThird = thirds->open(two.udf);
        VERIFY_OK(onThird);
        (*onThird)->startSync();
        QVERIFY(eventually([&] { return titlesOf(**onThird).size() == 3; }));
    }

    void oneIsKeptAsAFileAndComesBack()
    {
        constexpr crypto::Argon2Cost cheap{19456, 2, 1};
        const Secret phrase(bytesOf("correct horse battery"));
        QTemporaryDir shelf;
        const std::filesystem::path file = shelf.filePath(QStringLiteral("work.dare")).toStdString();
        TwoAccounts two;
        VERIFY_OK(two.prepare());
        const auto kept =
            two.onFirst->account()->bookmarks().add(bookmark("Work", "https://work.example/", "Work"));
        VERIFY_OK(kept);
        VERIFY_OK(two.first.account().bookmarks().add(bookmark("Home", "https://home.example/", "Home")));
        VERIFY_OK(two.onFirst->archives().save(file, phrase, cheap));
        QVERIFY(eventually([&] { return titlesOf(*two.onSecond).contains("Work"); }));
        VERIFY_OK(two.onSecond->account()->bookmarks().removeAll({*kept}));
        QVERIFY(eventually([&] { return titlesOf(*two.onFirst).empty(); }));
        {
            const auto archive = two.onFirst->archives().open(file, phrase);
            VERIFY_OK(archive);
            QCOMPARE((*archive)->info().account, std::string("alicework@example.net"));
            QCOMPARE((*archive)->info().accountUdf, two.udf);
            QVERIFY((*archive)->info().isOwn);
            VERIFY_OK(two.onFirst->archives().restore(**archive));
        }
        QVERIFY(eventually([&] { return titlesOf(*two.onSecond) == std::set<std::string>{"Work"}; }));
        QCOMPARE(two.first.bookmarkTitles(), std::set<std::string>({"Home"}));
        // for the home account it is that of somebody else
        {
            const auto archive = two.first->archives().open(file, phrase);
            VERIFY_OK(archive);
            QVERIFY(!(*archive)->info().isOwn);
            VERIFY_OK(two.first->archives().restore(**archive));
        }
        QCOMPARE(two.first.bookmarkTitles(), std::set<std::string>({"Home", "Work"}));
        QCOMPARE(two.firsts->list()->size(), std::size_t(2));

        // a further account that is new takes all of it, too, with its own address on the card
        const auto other = two.firsts->add(choiceOf(two.work, "aliceclub"));
        VERIFY_OK(other);
        (*other)->startSync();
        {
            const auto archive = (*other)->archives().open(file, phrase);
            VERIFY_OK(archive);
            VERIFY_OK((*other)->archives().restore(**archive));
        }
        QCOMPARE(titlesOf(**other), std::set<std::string>({"Work"}));
        QCOMPARE((*other)->account()->contacts().size(), std::size_t(1));
        QCOMPARE((*other)->messaging().ownCard()->addresses.front().uri,
                 std::string("mesh:aliceclub@example.net"));
        QVERIFY(eventually([&] { return two.seconds->list()->size() == 3; }));
        const auto elsewhere = two.seconds->open((*other)->account()->udf());
        VERIFY_OK(elsewhere);
        (*elsewhere)->startSync();
        QVERIFY(eventually([&] { return titlesOf(**elsewhere) == std::set<std::string>{"Work"}; }));
    }

    void whatCannotBeMadeLeavesNothing()
    {
        World home;
        World work("example.net");
        home.meet(work);
        Desktop alice(home);
        Desktop bob(work);
        VERIFY_OK(alice.open());
        QCOMPARE(Personas::of(*alice.mesh).value()->list().error().fault, Fault::Unsupported);
        VERIFY_OK(alice.createMesh("alice"));
        VERIFY_OK(bob.open());
        VERIFY_OK(bob.createMesh("taken"));
        auto personas = Personas::of(*alice.mesh).value();
        const std::size_t keys = alice.keys->size();
        QCOMPARE(personas->add(choiceOf(work, "taken")).error().fault, Fault::NameTaken);
        QCOMPARE(personas->add(choiceOf(work, "not a name")).error().fault, Fault::NameInvalid);
        work.stopService();
        QCOMPARE(personas->add(choiceOf(work, "alice")).error().fault, Fault::Offline);
        QCOMPARE(personas->list()->size(), std::size_t(1));
        QCOMPARE(personas->open("MAAA-BBBB-CCCC-DDDD").error().fault, Fault::NotFound);
        QVERIFY(alice.keys->size() <= keys + 1); // the seal key of the folder
        work.startService();
        const auto made = personas->add(choiceOf(work, "alice"));
        VERIFY_OK(made);
        QCOMPARE((*made)->account()->address(), std::string("alice@example.net"));
    }
};

QTEST_GUILESS_MAIN(TestPersonas)
#include "tst_personas.moc"
