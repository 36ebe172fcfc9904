#include "core/mesh/scenario.h"

#include <QTest>

#include <filesystem>

using namespace mmm;
using namespace scenario;

namespace {

namespace fs = std::filesystem;

/// Whether the data folder has anything of an account.
bool hasContainers(const fs::path& folder)
{
    const fs::path accounts = folder / "accounts";
    return fs::exists(accounts) && !fs::is_empty(accounts);
}

mesh::NewMesh embeddedChoice()
{
    mesh::NewMesh choice;
    choice.accountName = "alice";
    choice.deviceName = "Desktop";
    choice.service.embedded = true;
    return choice;
}

} // namespace

/// An account ends at its service and on its devices, and nothing ends before the service has said so.
class TestAccountDeletion : public QObject
{
    Q_OBJECT

private slots:
    void endsEverywhere()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        const std::size_t keysBefore = first.keys->size();
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(second.join(first, "Second"));
        VERIFY_OK(first.account().bookmarks().add(bookmark("Mesh", "https://mesh.example/", "Work")));
        QVERIFY(eventually([&] { return second.bookmarkTitles().size() == 1; }));
        QVERIFY(first.keys->size() > keysBefore);
        QVERIFY(hasContainers(first.options().folder));

        // not by anybody, and not without the service
        QCOMPARE(second->deleteAccount().error().fault, Fault::NotAuthorised);
        QCOMPARE(second->stage(), mesh::Stage::Ready);
        world.stopService();
        QCOMPARE(first->deleteAccount().error().fault, Fault::Offline);
        QCOMPARE(first->stage(), mesh::Stage::Ready);
        QCOMPARE(first.bookmarkTitles().size(), 1U);
        world.startService();
        QVERIFY(first.settles());

        VERIFY_OK(first->deleteAccount());
        QCOMPARE(first->stage(), mesh::Stage::Removed);
        QVERIFY(eventually([&] { return second->stage() == mesh::Stage::Removed; }));
        // the other device keeps what it has
        QVERIFY(hasContainers(second.options().folder));
        first.close();
        VERIFY_OK(first.open());
        QCOMPARE(first->stage(), mesh::Stage::New);
        QCOMPARE(first.keys->size(), keysBefore);
        QVERIFY(!hasContainers(first.options().folder));
        // nobody gets the name, for others may still write to it
        QCOMPARE(first.createMesh("alice").error().fault, Fault::NameTaken);
        VERIFY_OK(first.createMesh("alice2"));
    }

    void anAnswerThatIsLostChangesNothing()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        std::string secondUdf;
        const auto devices = first->devices().value();
        for (const auto& device : devices) {
            if (!device.isThisDevice)
                secondUdf = device.udf;
        }
        VERIFY_OK(first->grantAdministration(secondUdf));
        QVERIFY(eventually([&] { return second->isAdministrator(); }));
        // to this device it is as if its own request had been carried out and it had crashed then
        first->stopSync();
        VERIFY_OK(second->deleteAccount());
        QCOMPARE(first->stage(), mesh::Stage::Ready);
        VERIFY_OK(first->deleteAccount());
        first.close();
        VERIFY_OK(first.open());
        QCOMPARE(first->stage(), mesh::Stage::New);
    }

    void aServiceOfThisComputerGoesAlong()
    {
        World world;
        Desktop desktop(world);
        auto options = desktop.options();
        options.embeddedPort = 0;
        auto mesh = mesh::PersonalMesh::open(options);
        VERIFY_OK(mesh);
        VERIFY_OK((*mesh)->create(embeddedChoice()));
        VERIFY_OK((*mesh)->account()->bookmarks().add(bookmark("Mesh", "https://mesh.example/", "Work")));
        QVERIFY(fs::exists(options.folder / "service"));
        VERIFY_OK((*mesh)->deleteAccount());
        (*mesh).reset();
        mesh = mesh::PersonalMesh::open(options);
        VERIFY_OK(mesh);
        QCOMPARE((*mesh)->stage(), mesh::Stage::New);
        QVERIFY(!fs::exists(options.folder / "service"));
        // here, nobody else can have the name
        VERIFY_OK((*mesh)->create(embeddedChoice()));
        QCOMPARE((*mesh)->account()->bookmarks().size(), 0U);
    }
};

QTEST_GUILESS_MAIN(TestAccountDeletion)
#include "tst_account_deletion.moc"
