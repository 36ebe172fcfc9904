#include "core/mesh/scenario.h"

#include <QTest>

#include <filesystem>

using namespace mmm;
using namespace scenario;

namespace {

namespace fs = std::filesystem;

/// Keeps items in memory; one of the writings fails, if a test says so.
class FailingStore final : public keystore::KeyStore
{
public:
    int failAt = -1; ///< number of the writing, from 0

    [[nodiscard]] keystore::Backend backend() const override { return keystore::Backend::Memory; }
    [[nodiscard]] Result<keystore::Availability> availability(std::stop_token) override
    {
        return keystore::Availability::Ready;
    }
    [[nodiscard]] Status unlock(std::stop_token) override { return {}; }
    [[nodiscard]] std::size_t size() const { return m_items.size(); }

protected:
    [[nodiscard]] Status writeItem(const keystore::KeyId& id, const Secret& item, std::stop_token) override
    {
        if (failAt-- == 0)
            return fail(Fault::KeychainFailed, "a writing that fails");
        m_items.insert_or_assign(id, item.clone());
        return {};
    }
    [[nodiscard]] Result<Secret> readItem(const keystore::KeyId& id, std::stop_token) override
    {
        const auto found = m_items.find(id);
        if (found == m_items.end())
            return fail(Fault::KeyNotFound);
        return found->second.clone();
    }
    [[nodiscard]] Status removeItem(const keystore::KeyId& id, std::stop_token) override
    {
        m_items.erase(id);
        return {};
    }

private:
    std::map<keystore::KeyId, Secret> m_items;
};

mesh::NewMesh choiceOf(const std::string& name)
{
    mesh::NewMesh choice;
    choice.accountName = name;
    choice.fullName = "Alice Example";
    choice.deviceName = "Desktop";
    choice.service.embedded = false;
    choice.service.domain = World::domain;
    return choice;
}

/// Makes a mesh up to a step and crashes there. What the service does at that moment is for the test.
void crashAt(Desktop& desktop, mesh::Step step, const std::function<void()>& then = {})
{
    Snapshot snapshot;
    (void)desktop->create(choiceOf("alice"), [&](mesh::Step now, double share) {
        if (now != step || snapshot.isTaken() || (now == mesh::Step::MakingKeys && share < 0.3))
            return;
        snapshot.take(desktop.options().folder);
        if (then)
            then();
    });
    desktop.close();
    snapshot.restore(desktop.options().folder);
}

} // namespace

/// A mesh is made, and something comes between at each of the steps. The account's name is never lost: it is
/// this device's, or it is free.
class TestCreation : public QObject
{
    Q_OBJECT

private slots:
    void aKeychainThatFailsLeavesNothing()
    {
        World world;
        Desktop desktop(world);
        const auto keys = std::make_shared<FailingStore>();
        auto options = desktop.options();
        options.keyStore = keys;
        auto mesh = mesh::PersonalMesh::open(options);
        VERIFY_OK(mesh);
        const std::size_t before = keys->size();
        constexpr int written = 5; // the device's four keys, and the seed
        for (int i = 0; i < written; ++i) {
            keys->failAt = i;
            const Status created = (*mesh)->create(choiceOf("alice"));
            QVERIFY(!created);
            QCOMPARE(created.error().fault, Fault::KeychainFailed);
            QCOMPARE((*mesh)->stage(), mesh::Stage::New);
            QCOMPARE(keys->size(), before);
        }
        keys->failAt = -1;
        VERIFY_OK((*mesh)->create(choiceOf("alice")));
        QCOMPARE((*mesh)->stage(), mesh::Stage::Ready);
        QCOMPARE(keys->size(), before + written);
    }

    void keysOfAMeshThatWasNotAskedForAreForgotten()
    {
        World world;
        Desktop desktop(world);
        VERIFY_OK(desktop.open());
        const std::size_t before = desktop.keys->size();
        crashAt(desktop, mesh::Step::MakingKeys);
        QVERIFY(desktop.keys->size() > before);
        VERIFY_OK(desktop.open());
        QCOMPARE(desktop->stage(), mesh::Stage::New);
        QCOMPARE(desktop.keys->size(), before);
    }

    void goesOnAfterACrash_data()
    {
        QTest::addColumn<mesh::Step>("step");
        QTest::newRow("before the service was asked") << mesh::Step::MakingAccount;
        QTest::newRow("before the answer was kept") << mesh::Step::LoadingEntries;
        QTest::newRow("before anything was sent") << mesh::Step::Uploading;
    }

    void goesOnAfterACrash()
    {
        QFETCH(const mesh::Step, step);
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        crashAt(first, step, [&] { world.stopService(); });
        if (step != mesh::Step::Uploading) {
            // no service: nothing is lost by trying
            VERIFY_OK(first.open());
            QCOMPARE(first->stage(), mesh::Stage::Creating);
            QCOMPARE(first->service().account, "alice@example.com");
            QVERIFY(!first->resumeCreation());
            QCOMPARE(first->stage(), mesh::Stage::Creating);
            QVERIFY(!first->abandonCreation(false));
            QCOMPARE(first->stage(), mesh::Stage::Creating);
            first.close();
        }
        world.startService();
        VERIFY_OK(first.open());
        if (step != mesh::Step::Uploading)
            VERIFY_OK(first->resumeCreation());
        QCOMPARE(first->stage(), mesh::Stage::Ready);
        QVERIFY(first->isAdministrator());
        first->startSync();
        QVERIFY(first.settles());
        QCOMPARE(first->devices().value().size(), 1U);
        QCOMPARE(first.account().contacts().size(), 1U);
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return second.account().contacts().size() == 1; }));
        QVERIFY(!first.listener.first());
    }

    void givesUpAndFreesTheName_data()
    {
        QTest::addColumn<mesh::Step>("step");
        QTest::newRow("before the service was asked") << mesh::Step::MakingAccount;
        QTest::newRow("the service has the account") << mesh::Step::LoadingEntries;
    }

    void givesUpAndFreesTheName()
    {
        QFETCH(const mesh::Step, step);
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        const std::size_t before = first.keys->size();
        crashAt(first, step, [&] { world.stopService(); });
        world.startService();
        VERIFY_OK(first.open());
        QCOMPARE(first->stage(), mesh::Stage::Creating);
        VERIFY_OK(first->abandonCreation(false));
        QCOMPARE(first->stage(), mesh::Stage::New);
        QCOMPARE(first.keys->size(), before);
        first.close();
        VERIFY_OK(first.open());
        QCOMPARE(first->stage(), mesh::Stage::New);
        VERIFY_OK(second.createMesh("alice"));
        VERIFY_OK(first.createMesh("alice2"));
    }

    void givesUpWithoutAService()
    {
        World world;
        Desktop desktop(world);
        VERIFY_OK(desktop.open());
        const std::size_t before = desktop.keys->size();
        crashAt(desktop, mesh::Step::LoadingEntries, [&] { world.stopService(); });
        VERIFY_OK(desktop.open());
        VERIFY_OK(desktop->abandonCreation(true));
        QCOMPARE(desktop->stage(), mesh::Stage::New);
        QCOMPARE(desktop.keys->size(), before);
    }

    void somebodyElseTookTheNameMeanwhile()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        const std::size_t before = first.keys->size();
        crashAt(first, mesh::Step::MakingAccount, [&] { world.stopService(); });
        world.startService();
        VERIFY_OK(second.createMesh("alice"));
        VERIFY_OK(first.open());
        const Status resumed = first->resumeCreation();
        QVERIFY(!resumed);
        QCOMPARE(resumed.error().fault, Fault::NameTaken);
        QCOMPARE(first->stage(), mesh::Stage::New);
        QCOMPARE(first.keys->size(), before);
        VERIFY_OK(first.createMesh("bob"));
    }

    void aServiceThatGoesAwayKeepsTheDraft()
    {
        World world;
        Desktop desktop(world);
        VERIFY_OK(desktop.open());
        const Status created = desktop->create(choiceOf("alice"), [&](mesh::Step step, double) {
            if (step == mesh::Step::MakingAccount)
                world.stopService();
        });
        QVERIFY(!created);
        QCOMPARE(created.error().fault, Fault::Offline);
        QCOMPARE(desktop->stage(), mesh::Stage::Creating);
        QCOMPARE(desktop->create(choiceOf("bob")).error().fault, Fault::Unsupported);
        world.startService();
        VERIFY_OK(desktop->resumeCreation());
        QCOMPARE(desktop->stage(), mesh::Stage::Ready);
        desktop.close();
        VERIFY_OK(desktop.open());
        QCOMPARE(desktop->stage(), mesh::Stage::Ready);
    }

    void theEmbeddedServiceGoesOnToo()
    {
        World world;
        Desktop desktop(world);
        VERIFY_OK(desktop.open());
        Snapshot snapshot;
        mesh::NewMesh choice = choiceOf("alice");
        choice.service = {};
        VERIFY_OK(desktop->create(choice, [&](mesh::Step step, double) {
            if (step == mesh::Step::MakingAccount)
                snapshot.take(desktop.options().folder);
        }));
        desktop.close();
        snapshot.restore(desktop.options().folder);
        VERIFY_OK(desktop.open());
        QCOMPARE(desktop->stage(), mesh::Stage::Creating);
        QVERIFY(desktop->service().running);
        VERIFY_OK(desktop->resumeCreation());
        QCOMPARE(desktop->stage(), mesh::Stage::Ready);
        QCOMPARE(desktop.account().contacts().size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestCreation)
#include "tst_creation.moc"
