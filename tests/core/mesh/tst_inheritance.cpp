#include "core/mesh/scenario.h"
#include "mesh/inheritance.h"
#include "mesh/master_key.h"
#include "schema/catalog.h"

#include <QTest>

using namespace mmm;
using namespace scenario;
using mesh::EscrowShare;

namespace {

namespace names = schema::store_name;

schema::CatalogedCredential credential(const std::string& service)
{
    schema::CatalogedCredential entry;
    entry.service = service;
    entry.username = "alice";
    entry.password.secret = SharedSecret(Secret(bytesOf(std::string_view("correct horse"))));
    return entry;
}

std::set<std::string> services(Desktop& desktop)
{
    std::set<std::string> found;
    desktop.account().credentials().visit([&](const auto& row) { found.insert(row.entry.service); });
    return found;
}

mesh::InheritedCatalog standing(Desktop& desktop, std::string_view container)
{
    for (const mesh::InheritedCatalog& catalog : desktop->inheritance().catalogs()) {
        if (catalog.container == container)
            return catalog;
    }
    return {};
}

Status mark(Desktop& desktop, std::string_view container, bool diesWithMe)
{
    return desktop->inheritance().mark(std::string(container), diesWithMe);
}

std::vector<EscrowShare> makeShares(Desktop& desktop)
{
    return desktop->recovery().makeShares({2, 3, mesh::RecordPlace::None})->shares;
}

Status recover(Desktop& blank, const std::vector<EscrowShare>& shares)
{
    mesh::RecoverMesh recover;
    recover.shares = {shares[0], shares[2]};
    recover.account = "alice@example.com";
    recover.deviceName = "Recovered";
    MMM_CHECK(blank->recover(recover));
    blank->startSync();
    return {};
}

/// Everything that shares open in what the service has: the keys in the activations, of today and before.
struct Opened
{
    int activations = 0;
    int mortal = 0;       ///< keys of what dies with the person, as far as the entries have them
    int mortalOpened = 0; ///< of these
};

Opened openAll(World& world, const std::vector<EscrowShare>& shares)
{
    const auto master = mesh::keysOfSeed(mesh::judgeShares({shares[0], shares[1]}).secret.view());
    dare::KeyRing ring;
    ring.add(master->signature);
    ring.add(master->encryption);
    ring.add(master->escrow);
    Opened opened;
    for (const auto& frame : world.frames("alice@example.com", std::string(names::device))) {
        const auto entry = encoding::fromTaggedJson<schema::CatalogedDevice>(frame.body);
        if (!entry)
            continue;
        for (const schema::AccountEntry& account : entry->accounts) {
            if (const auto payload = account.envelopedActivationAccount.open(ring)) {
                ++opened.activations;
                const auto activation = encoding::fromTaggedJson<schema::ActivationAccount>(*payload);
                ring.add(dare::toPrivateKey(activation->keyGroup->part).value());
            }
        }
        for (const schema::AccountEntry& account : entry->accounts) {
            for (const schema::MortalKey& mortal : account.mortalKeys) {
                ++opened.mortal;
                opened.mortalOpened += mortal.envelopedActivationMortal.open(ring).has_value() ? 1 : 0;
            }
        }
    }
    return opened;
}

} // namespace

class TestInheritance : public QObject
{
    Q_OBJECT

private slots:
    void whatDiesIsNotRecovered()
    {
        World world;
        std::vector<EscrowShare> shares;
        {
            Desktop first(world);
            Desktop second(world);
            VERIFY_OK(first.open());
            VERIFY_OK(second.open());
            VERIFY_OK(first.createMesh("alice"));
            shares = makeShares(first);
            VERIFY_OK(second.join(first, "Second"));
            VERIFY_OK(first.account().bookmarks().add(bookmark("Mesh", "https://mesh.example/")));
            VERIFY_OK(first.account().credentials().add(credential("before.example")));
            QVERIFY(first.settles());
            QVERIFY(!standing(first, names::credential).diesWithMe);

            VERIFY_OK(mark(first, names::credential, true));
            QVERIFY(standing(first, names::credential).diesWithMe);
            QVERIFY(!standing(first, names::bookmark).diesWithMe);
            VERIFY_OK(first.account().credentials().add(credential("after.example")));
            QVERIFY(first.settles());
            // the other device has the mark with the frames, reads all of it and writes like the first
            QVERIFY(eventually([&] { return services(second).size() == 2; }));
            QVERIFY(standing(second, names::credential).diesWithMe);
            VERIFY_OK(second.account().credentials().add(credential("second.example")));
            QVERIFY(second.settles());
            QVERIFY(eventually([&] { return services(first).size() == 3; }));
            QCOMPARE(standing(first, names::credential).lost, 0U);
            // as does one that is connected later
            Desktop third(world);
            VERIFY_OK(third.open());
            VERIFY_OK(third.join(first, "Third"));
            QVERIFY(eventually([&] { return services(third).size() == 3; }));
            // and it is there after a restart
            second.close();
            VERIFY_OK(second.open());
            QCOMPARE(services(second).size(), 3U);
        }
        const Opened opened = openAll(world, shares);
        QVERIFY(opened.activations > 0 && opened.mortal > 0);
        QCOMPARE(opened.mortalOpened, 0);

        Desktop blank(world);
        VERIFY_OK(blank.open());
        VERIFY_OK(recover(blank, shares));
        QCOMPARE(blank.account().bookmarks().size(), 1U);
        QCOMPARE(blank.account().contacts().size(), 1U);
        QCOMPARE(blank.account().credentials().size(), 0U);
        QVERIFY(standing(blank, names::credential).diesWithMe);
        QCOMPARE(standing(blank, names::credential).lost, 3U);
        QCOMPARE(standing(blank, names::bookmark).lost, 0U);
        QVERIFY(blank.settles());
        // the catalog can be used further, by the devices that there are
        VERIFY_OK(blank.account().credentials().add(credential("new.example")));
        QVERIFY(blank.settles());
        QCOMPARE(services(blank), std::set<std::string>{"new.example"});
    }

    void theRecoveredDeviceGetsNothingOfBefore()
    {
        World world;
        Desktop first(world);
        VERIFY_OK(first.open());
        VERIFY_OK(first.createMesh("alice"));
        const auto shares = makeShares(first);
        VERIFY_OK(mark(first, names::credential, true));
        VERIFY_OK(first.account().credentials().add(credential("dead.example")));
        QVERIFY(first.settles());
        Desktop blank(world);
        VERIFY_OK(blank.open());
        VERIFY_OK(recover(blank, shares));
        // the first device is still an administrator; what it gives is for new entries only
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        QVERIFY(first.settles() && blank.settles());
        QVERIFY(services(blank).empty());
        QCOMPARE(standing(blank, names::credential).lost, 1U);
        VERIFY_OK(first.account().credentials().add(credential("later.example")));
        QVERIFY(first.settles());
        QVERIFY(eventually([&] { return services(blank) == std::set<std::string>{"later.example"}; }));
        VERIFY_OK(blank.account().credentials().add(credential("answer.example")));
        QVERIFY(blank.settles());
        QVERIFY(eventually([&] { return services(first).size() == 3; }));
        QCOMPARE(openAll(world, shares).mortalOpened, 0);
    }

    void theMarkChangesBothWays()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        const auto shares = makeShares(first);
        VERIFY_OK(second.join(first, "Second"));
        // also of a catalog in which there is nothing yet
        VERIFY_OK(mark(first, names::bookmark, true));
        QVERIFY(standing(first, names::bookmark).diesWithMe);
        VERIFY_OK(mark(first, names::bookmark, true)); // again does no harm
        VERIFY_OK(mark(first, names::contact, true));  // which the service reads with its own key
        QVERIFY(second.settles());
        QVERIFY(eventually([&] { return standing(second, names::contact).diesWithMe; }));
        VERIFY_OK(second.account().bookmarks().add(bookmark("One", "https://one.example/")));
        QVERIFY(second.settles());
        QVERIFY(eventually([&] { return first.bookmarkTitles() == std::set<std::string>{"One"}; }));
        QCOMPARE(mark(second, names::bookmark, false).error().fault, Fault::NotAuthorised);
        QCOMPARE(mark(first, names::application, true).error().fault, Fault::Unsupported);
        QCOMPARE(mark(first, names::inbound, true).error().fault, Fault::Unsupported);
        {
            Desktop blank(world);
            VERIFY_OK(blank.open());
            VERIFY_OK(recover(blank, shares));
            QCOMPARE(standing(blank, names::bookmark).lost, 1U);
            QCOMPARE(standing(blank, names::contact).lost, 1U);
        }
        // now they shall survive
        VERIFY_OK(mark(first, names::bookmark, false));
        VERIFY_OK(mark(first, names::contact, false));
        VERIFY_OK(mark(first, names::task, false)); // as it is anyway
        QVERIFY(!standing(first, names::bookmark).diesWithMe);
        QVERIFY(second.settles());
        QVERIFY(eventually([&] { return !standing(second, names::bookmark).diesWithMe; }));
        VERIFY_OK(second.account().bookmarks().add(bookmark("Two", "https://two.example/")));
        QVERIFY(second.settles());
        Desktop blank(world);
        VERIFY_OK(blank.open());
        VERIFY_OK(recover(blank, shares));
        QCOMPARE(blank.bookmarkTitles(), (std::set<std::string>{"One", "Two"}));
        QCOMPARE(blank.account().contacts().size(), 1U);
        QCOMPARE(standing(blank, names::bookmark).lost, 0U);
    }

    void withoutTheServiceTheMarkStays()
    {
        World world;
        Desktop first(world);
        VERIFY_OK(first.open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(first.account().credentials().add(credential("one.example")));
        QVERIFY(first.settles());
        world.stopService();
        QCOMPARE(mark(first, names::credential, true).error().fault, Fault::Offline);
        QVERIFY(!standing(first, names::credential).diesWithMe);
        world.startService();
        QVERIFY(eventually([&] { return first.settles(); }, 60000));
        VERIFY_OK(mark(first, names::credential, true));
        QVERIFY(standing(first, names::credential).diesWithMe);
    }

    /// A device that was away writes as the mark says that it has not heard of.
    void aDeviceThatWasAwayFollowsTheMark()
    {
        World world;
        std::vector<EscrowShare> shares;
        {
            Desktop first(world);
            Desktop second(world);
            VERIFY_OK(first.open());
            VERIFY_OK(second.open());
            VERIFY_OK(first.createMesh("alice"));
            shares = makeShares(first);
            VERIFY_OK(second.join(first, "Second"));
            VERIFY_OK(first.account().credentials().add(credential("one.example")));
            QVERIFY(first.settles());
            QVERIFY(eventually([&] { return services(second).size() == 1; }));
            second->stopSync();
            VERIFY_OK(second.account().credentials().add(credential("away.example")));
            VERIFY_OK(mark(first, names::credential, true));
            second->startSync();
            QVERIFY(second.settles());
            QVERIFY(eventually([&] { return services(first).size() == 2; }));
        }
        Desktop blank(world);
        VERIFY_OK(blank.open());
        VERIFY_OK(recover(blank, shares));
        QVERIFY(services(blank).empty());
        QCOMPARE(standing(blank, names::credential).lost, 2U);
    }

    void aDeviceThatLeavesKnowsTheNextKeyNoMore()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        Desktop third(world);
        for (Desktop* desktop : {&first, &second, &third})
            VERIFY_OK(desktop->open());
        VERIFY_OK(first.createMesh("alice"));
        const auto shares = makeShares(first);
        VERIFY_OK(second.join(first, "Second"));
        VERIFY_OK(third.join(first, "Third"));
        VERIFY_OK(mark(first, names::credential, true));
        VERIFY_OK(first.account().credentials().add(credential("before.example")));
        QVERIFY(first.settles());
        QVERIFY(eventually([&] { return services(third).size() == 1; }));
        const auto lastKid = [&] {
            std::string kid;
            for (const auto& frame : world.frames("alice@example.com", std::string(names::credential))) {
                const dare::Header header = dare::parseHeader(frame.header).value();
                for (const dare::Recipient& recipient : header.recipients)
                    kid = recipient.kid;
            }
            return kid;
        };
        const std::string before = lastKid();
        const auto devices = first->devices().value();
        for (const auto& device : devices) {
            if (device.name == "Third")
                VERIFY_OK(first->disconnectDevice(device.udf));
        }
        VERIFY_OK(first.account().credentials().add(credential("after.example")));
        QVERIFY(first.settles());
        QVERIFY(lastKid() != before);
        QVERIFY(standing(first, names::credential).diesWithMe);
        QVERIFY(eventually([&] { return services(second).size() == 2; }));
        QVERIFY(standing(second, names::credential).diesWithMe);
        QCOMPARE(openAll(world, shares).mortalOpened, 0);
    }
};

QTEST_GUILESS_MAIN(TestInheritance)
#include "tst_inheritance.moc"
