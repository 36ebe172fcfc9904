// Devices are made administrators and are disconnected, whatever they do or miss meanwhile.

#include "core/mesh/scenario.h"
#include "schema/catalog.h"

#include <QTest>

#include <utility>

using namespace mmm;
using namespace scenario;

namespace {

/// Keeps items in memory and says when one is asked for.
class AskedStore final : public keystore::KeyStore
{
public:
    std::function<void(const keystore::KeyId&)> asked;

    [[nodiscard]] keystore::Backend backend() const override { return keystore::Backend::Memory; }
    [[nodiscard]] Result<keystore::Availability> availability(std::stop_token) override
    {
        return keystore::Availability::Ready;
    }
    [[nodiscard]] Status unlock(std::stop_token) override { return {}; }

protected:
    [[nodiscard]] Status writeItem(const keystore::KeyId& id, const Secret& item, std::stop_token) override
    {
        const std::scoped_lock lock(m_mutex);
        m_items.insert_or_assign(id, item.clone());
        return {};
    }
    [[nodiscard]] Result<Secret> readItem(const keystore::KeyId& id, std::stop_token) override
    {
        if (asked)
            asked(id);
        const std::scoped_lock lock(m_mutex);
        const auto found = m_items.find(id);
        if (found == m_items.end())
            return fail(Fault::KeyNotFound);
        return found->second.clone();
    }
    [[nodiscard]] Status removeItem(const keystore::KeyId& id, std::stop_token) override
    {
        const std::scoped_lock lock(m_mutex);
        m_items.erase(id);
        return {};
    }

private:
    std::mutex m_mutex;
    std::map<keystore::KeyId, Secret> m_items;
};

} // namespace

class TestAdministration : public QObject
{
    Q_OBJECT

    /// The device that is not the desktop's own; of several, the last.
    static std::string otherDevice(Desktop& desktop)
    {
        std::string udf;
        const auto devices = desktop->devices().value();
        for (const auto& device : devices) {
            if (!device.isThisDevice)
                udf = device.udf;
        }
        return udf;
    }

    static std::string nameOf(Desktop& desktop, const std::string& udf)
    {
        const auto devices = desktop->devices().value();
        const auto found = std::ranges::find(devices, udf, &mesh::DeviceInfo::udf);
        return found == devices.end() ? std::string() : found->name;
    }

private slots:
    void aDisconnectedDeviceLosesAccess()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        Desktop third(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(third.open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(first.account().bookmarks().add(bookmark("Before", "https://before.example/", "Before")));
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return second.account().bookmarks().size() == 1; }));
        VERIFY_OK(
            second.account().bookmarks().add(bookmark("By second", "https://second.example/", "By second")));
        QVERIFY(eventually([&] { return first.account().bookmarks().size() == 2; }));
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        VERIFY_OK(first->disconnectDevice(otherDevice(first)));
        QCOMPARE(first->devices().value().size(), 1U);
        QVERIFY(eventually([&] { return second->stage() == mesh::Stage::Removed; }));
        VERIFY_OK(first.account().bookmarks().add(bookmark("After", "https://after.example/", "After")));
        QVERIFY(eventually([&] { return first->syncState().phase == mesh::SyncPhase::Idle; }));
        // a new device reads everything, what the disconnected one wrote included
        VERIFY_OK(third.join(first, "Third"));
        QVERIFY(eventually([&] { return third.account().bookmarks().size() == 3; }));
    }

    void aDisconnectionThatWasInterruptedIsFinished()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(second.join(first, "Second"));
        VERIFY_OK(first.account().bookmarks().add(bookmark("One", "https://one.example/", "One")));
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        QVERIFY(eventually([&] { return second.account().bookmarks().size() == 1; }));

        // the service goes away when it has the new profiles and before it has the devices' new entries
        struct Interruption final : mesh::Observer
        {
            explicit Interruption(World& w) : world(w) {}
            void entriesChanged(const std::string& container, const std::vector<std::string>&) override
            {
                if (container == schema::store_name::device)
                    world.stopService();
            }
            World& world;
        } interruption(world);
        const std::string secondUdf = otherDevice(first);
        first->stopSync();
        first->addObserver(&interruption);
        const Status interrupted = first->disconnectDevice(secondUdf);
        QVERIFY(!interrupted);
        QCOMPARE(interrupted.error().fault, Fault::Offline);
        first->removeObserver(&interruption);
        first.close();
        world.startService();
        VERIFY_OK(first.open());
        first->startSync();
        QVERIFY(eventually([&] { return second->stage() == mesh::Stage::Removed; }, 90000));
        QVERIFY(eventually([&] { return first->devices().value().size() == 1; }));
        QCOMPARE(first.account().bookmarks().size(), 1U);
    }

    void whatADeviceSendsWhileItIsDisconnectedIsKept()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        Desktop third(world);
        for (Desktop* desktop : {&first, &second, &third})
            VERIFY_OK(desktop->open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        const std::string secondUdf = otherDevice(first);

        // after the change was planned and before the service has it
        struct Latecomer final : mesh::Observer
        {
            explicit Latecomer(Desktop& d) : desktop(d) {}
            void entriesChanged(const std::string& container, const std::vector<std::string>&) override
            {
                if (container != schema::store_name::device || std::exchange(isDone, true))
                    return;
                isSent = desktop.account().bookmarks().add(bookmark("Late", "https://late.example/", "")) &&
                         desktop.settles();
            }
            Desktop& desktop;
            bool isDone = false;
            bool isSent = false;
        } latecomer(second);
        first->stopSync();
        first->addObserver(&latecomer);
        VERIFY_OK(first->disconnectDevice(secondUdf));
        first->removeObserver(&latecomer);
        QVERIFY(latecomer.isSent);
        first->startSync();
        QVERIFY(eventually([&] { return first.account().bookmarks().size() == 1; }));
        QVERIFY(eventually([&] { return second->stage() == mesh::Stage::Removed; }));
        VERIFY_OK(third.join(first, "Third"));
        QVERIFY(eventually([&] { return third.account().bookmarks().size() == 1; }));
        VERIFY_OK(third.account().bookmarks().add(bookmark("After", "https://after.example/", "")));
        QVERIFY(eventually([&] { return first.account().bookmarks().size() == 2; }));
        QVERIFY(!first.listener.first());
        QVERIFY(!third.listener.first());
    }

    void whatAnAdministratorWritesWhileItIsDisconnectedIsVouchedFor()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        Desktop third(world);
        const auto keys = std::make_shared<AskedStore>();
        auto options = first.options();
        options.keyStore = keys;
        auto opened = mesh::PersonalMesh::open(options);
        VERIFY_OK(opened);
        first.mesh = std::move(*opened);
        first->addObserver(&first.listener);
        VERIFY_OK(second.open());
        VERIFY_OK(third.open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        const std::string secondUdf = otherDevice(first);
        VERIFY_OK(first->grantAdministration(secondUdf));
        QVERIFY(eventually([&] { return second->isAdministrator(); }));
        QVERIFY(first.settles());
        first->stopSync();
        // while the change is planned, the leaver renames a device
        bool isSent = false;
        keys->asked = [&](const keystore::KeyId& id) {
            if (id.starts_with("mesh-seed:") && !std::exchange(isSent, true))
                isSent = second->renameDevice(secondUdf, "Renamed at last") && second.settles();
        };
        VERIFY_OK(first->disconnectDevice(secondUdf));
        keys->asked = {};
        QVERIFY(isSent);
        first->startSync();
        QVERIFY(first.settles());
        VERIFY_OK(third.join(first, "Third"));
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        QVERIFY(!first.listener.first());
        QVERIFY(!third.listener.first());
    }

    void aDisconnectedAdministratorKeepsNothing()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        Desktop third(world);
        Desktop fourth(world);
        for (Desktop* desktop : {&first, &second, &third, &fourth})
            VERIFY_OK(desktop->open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        const std::string secondUdf = otherDevice(first);
        VERIFY_OK(first->grantAdministration(secondUdf));
        QVERIFY(eventually([&] { return second->isAdministrator(); }));
        VERIFY_OK(third.join(second, "Third"));
        VERIFY_OK(third.account().bookmarks().add(bookmark("By third", "https://third.example/", "")));
        VERIFY_OK(second.account().bookmarks().add(bookmark("By second", "https://second.example/", "")));
        QVERIFY(eventually([&] { return first.account().bookmarks().size() == 2; }, 60000));
        QVERIFY(eventually([&] { return first->devices().value().size() == 3; }));

        VERIFY_OK(first->disconnectDevice(secondUdf));
        QVERIFY(eventually([&] { return second->stage() == mesh::Stage::Removed; }));
        // whom the former administrator connected stays, and everything written before is still read
        VERIFY_OK(third.account().bookmarks().add(bookmark("Later", "https://later.example/", "")));
        QVERIFY(eventually([&] { return first.account().bookmarks().size() == 3; }));
        QCOMPARE(first->devices().value().size(), 2U);
        VERIFY_OK(fourth.join(first, "Fourth"));
        QVERIFY(eventually([&] { return fourth.account().bookmarks().size() == 3; }));
        third.close();
        VERIFY_OK(third.open());
        QCOMPARE(third->stage(), mesh::Stage::Ready);
    }

    void anAdministratorOfWhomADeviceHasNotHeardIsBelieved()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        Desktop third(world);
        for (Desktop* desktop : {&first, &second, &third})
            VERIFY_OK(desktop->open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(third.join(first, "Third"));
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        const std::string thirdUdf = otherDevice(first);
        third.close();
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return first->devices().value().size() == 3; }));
        const auto devices = first->devices().value();
        for (const auto& device : devices) {
            if (!device.isThisDevice && device.udf != thirdUdf)
                VERIFY_OK(first->grantAdministration(device.udf));
        }
        QVERIFY(eventually([&] { return second->isAdministrator(); }));
        VERIFY_OK(second->renameDevice(thirdUdf, "Renamed by second"));
        QVERIFY(eventually([&] { return nameOf(first, thirdUdf) == "Renamed by second"; }));
        VERIFY_OK(third.open());
        third->startSync();
        QVERIFY(eventually([&] { return nameOf(third, thirdUdf) == "Renamed by second"; }));
    }

    void administrationCanBeGranted()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        Desktop third(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(third.open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        const auto devices = first->devices().value();
        for (const auto& device : devices) {
            if (!device.isThisDevice)
                VERIFY_OK(first->grantAdministration(device.udf));
        }
        QVERIFY(eventually([&] { return second->isAdministrator(); }));
        VERIFY_OK(third.join(second, "Third"));
        QVERIFY(eventually([&] { return first->devices().value().size() == 3; }));
    }
};

QTEST_GUILESS_MAIN(TestAdministration)
#include "tst_administration.moc"
