#include "core/mesh/scenario.h"
#include "mesh/preconfigured.h"
#include "protocol/located_content.h"
#include "udf/locator.h"

#include <QTest>

#include <future>

using namespace mmm;
using namespace scenario;

namespace {

/// A device as its maker makes it ready.
Result<mesh::PreparedDevice> makeReady(Desktop& maker, Desktop& device, const std::string& name = "Door bell")
{
    MMM_TRY(const auto hailing, maker->preconfigured().hailingAccount());
    MMM_TRY(auto prepared, device->preconfigured().prepare(hailing, name));
    MMM_CHECK(maker->preconfigured().publish(prepared));
    return prepared;
}

/// Switched on, in another thread.
class SwitchedOn
{
public:
    explicit SwitchedOn(Desktop& device)
        : m_done(std::async(std::launch::async, [&device, stop = m_stop.get_token()] {
              return device->awaitConnection({}, stop);
          }))
    {}
    ~SwitchedOn() { m_stop.request_stop(); }
    SwitchedOn(const SwitchedOn&) = delete;
    SwitchedOn& operator=(const SwitchedOn&) = delete;
    Result<mesh::Stage> result() { return m_done.get(); }
    void switchOff() { m_stop.request_stop(); }

private:
    std::stop_source m_stop;
    std::future<Result<mesh::Stage>> m_done;
};

std::set<std::string> names(Desktop& desktop)
{
    std::set<std::string> all;
    const auto devices = desktop->devices();
    for (const auto& device : devices.value())
        all.insert(device.name);
    return all;
}

std::string text(const SharedSecret& secret)
{
    return std::string(secret.text());
}

} // namespace

/// Devices whose keys are made in advance, hail their maker's account, and are claimed by their code.
class TestPreconfigured : public QObject
{
    Q_OBJECT
private slots:
    void isClaimedByItsCode_data()
    {
        QTest::addColumn<bool>("sameService");
        QTest::newRow("at the owner's service") << true;
        QTest::newRow("at the maker's service") << false;
    }
    void isClaimedByItsCode()
    {
        QFETCH(const bool, sameService);
        World home;
        World factory("factory.example");
        home.meet(factory);
        World& place = sameService ? home : factory;
        Desktop maker(place);
        Desktop device(place);
        Desktop owner(home);
        for (Desktop* desktop : {&maker, &device, &owner})
            VERIFY_OK(desktop->open());
        VERIFY_OK(maker.createMesh("devices"));
        VERIFY_OK(owner.createMesh("alice"));
        VERIFY_OK(owner.account().bookmarks().add(bookmark("Mesh", "https://mesh.example/")));
        QVERIFY(owner.settles());

        const auto prepared = makeReady(maker, device);
        VERIFY_OK(prepared);
        QVERIFY(prepared->code.text().starts_with("udf://" + place.name() + "/"));
        QCOMPARE(device->stage(), mesh::Stage::Connecting);
        QVERIFY(device->ownRequest() && device->ownRequest()->isHailing);
        QCOMPARE(device->ownRequest()->account, "devices@" + place.name());
        // it lies on a shelf, is switched on for a moment, and off again
        {
            SwitchedOn on(device);
            QTest::qWait(300);
            on.switchOff();
            QCOMPARE(on.result().error().fault, Fault::Cancelled);
        }
        device.close();
        VERIFY_OK(device.open());
        QCOMPARE(device->stage(), mesh::Stage::Connecting);

        const auto found = owner->preconfigured().look(prepared->code.text());
        VERIFY_OK(found);
        QCOMPARE(found->name, std::string("Door bell"));
        QCOMPARE(found->hailing, "devices@" + place.name());
        QVERIFY(!found->isConnected);
        SwitchedOn on(device);
        VERIFY_OK(owner->preconfigured().claim(prepared->code.text()));
        QVERIFY(owner->preconfigured().look(prepared->code.text())->isConnected);
        QCOMPARE(names(owner), (std::set<std::string>{"First desktop", "Door bell"}));
        const auto stage = on.result();
        VERIFY_OK(stage);
        QCOMPARE(*stage, mesh::Stage::Ready);
        QCOMPARE(device->service().account, std::string("alice@example.com"));
        device->startSync();
        QVERIFY(eventually([&] { return device.bookmarkTitles() == std::set<std::string>{"Mesh"}; }));
        VERIFY_OK(device.account().bookmarks().add(bookmark("Ring", "https://bell.example/")));
        QVERIFY(eventually([&] { return owner.bookmarkTitles().contains("Ring"); }));
        QVERIFY(!device->isAdministrator());
        // after a restart it is an ordinary device
        device.close();
        VERIFY_OK(device.open());
        QCOMPARE(device->stage(), mesh::Stage::Ready);
        QVERIFY(!device->ownRequest());
        // the maker has nothing of it
        QCOMPARE(names(maker), std::set<std::string>{"First desktop"});
    }

    void waitsForADeviceThatIsSwitchedOnLater()
    {
        World world;
        Desktop maker(world);
        Desktop device(world);
        Desktop owner(world);
        for (Desktop* desktop : {&maker, &device, &owner})
            VERIFY_OK(desktop->open());
        VERIFY_OK(maker.createMesh("devices"));
        VERIFY_OK(owner.createMesh("alice"));
        const auto prepared = makeReady(maker, device);
        VERIFY_OK(prepared);
        VERIFY_OK(owner->preconfigured().claim(prepared->code.text()));
        VERIFY_OK(owner->preconfigured().claim(prepared->code.text())); // again does no harm
        // the account has other keys by the time that the device is switched on
        Desktop second(world);
        VERIFY_OK(second.open());
        VERIFY_OK(second.join(owner, "Second"));
        QVERIFY(eventually([&] { return owner->devices().value().size() == 3; }));
        const auto devices = owner->devices().value();
        for (const auto& one : devices) {
            if (one.name == "Second")
                VERIFY_OK(owner->disconnectDevice(one.udf));
        }
        VERIFY_OK(owner.account().bookmarks().add(bookmark("New", "https://new.example/")));
        QVERIFY(owner.settles());
        // and its maker has lost everything but the service
        maker.close();
        SwitchedOn on(device);
        VERIFY_OK(on.result());
        device->startSync();
        QVERIFY(eventually([&] { return device.bookmarkTitles() == std::set<std::string>{"New"}; }));
    }

    void theFirstWhoClaimsItHasIt()
    {
        World world;
        Desktop maker(world);
        Desktop device(world);
        Desktop owner(world);
        Desktop other(world);
        for (Desktop* desktop : {&maker, &device, &owner, &other})
            VERIFY_OK(desktop->open());
        VERIFY_OK(maker.createMesh("devices"));
        VERIFY_OK(owner.createMesh("alice"));
        VERIFY_OK(other.createMesh("mallory"));
        const auto prepared = makeReady(maker, device);
        VERIFY_OK(prepared);
        VERIFY_OK(owner->preconfigured().claim(prepared->code.text()));
        QCOMPARE(other->preconfigured().claim(prepared->code.text()).error().fault, Fault::Refused);
        QCOMPARE(names(other), std::set<std::string>{"First desktop"});
        SwitchedOn on(device);
        VERIFY_OK(on.result());
        QCOMPARE(device->service().account, std::string("alice@example.com"));
    }

    void withoutTheServiceItIsToldLater()
    {
        World home;
        World factory("factory.example");
        home.meet(factory);
        Desktop maker(factory);
        Desktop device(factory);
        Desktop owner(home);
        for (Desktop* desktop : {&maker, &device, &owner})
            VERIFY_OK(desktop->open());
        VERIFY_OK(maker.createMesh("devices"));
        VERIFY_OK(owner.createMesh("alice"));
        const auto prepared = makeReady(maker, device);
        VERIFY_OK(prepared);
        QVERIFY(owner->preconfigured().look(prepared->code.text()).has_value());
        home.stopService();
        QVERIFY(!owner->preconfigured().claim(prepared->code.text()));
        home.startService();
        QVERIFY(eventually([&] { return owner.settles(); }, 60000));
        VERIFY_OK(owner->preconfigured().claim(prepared->code.text()));
        factory.stopService();
        QTest::qWait(200);
        factory.startService();
        SwitchedOn on(device);
        VERIFY_OK(on.result());
    }

    void wrongCodesAreNamed()
    {
        World world;
        Desktop maker(world);
        Desktop device(world);
        Desktop owner(world);
        for (Desktop* desktop : {&maker, &device, &owner})
            VERIFY_OK(desktop->open());
        VERIFY_OK(maker.createMesh("devices"));
        VERIFY_OK(owner.createMesh("alice"));
        const auto faultOf = [&](const std::string& code) {
            const auto found = owner->preconfigured().look(code);
            return found ? Fault::Exists : found.error().fault;
        };
        QCOMPARE(faultOf("hello"), Fault::Malformed);
        QCOMPARE(faultOf("mcu://alice@example.com/"), Fault::Malformed);
        // of a file, and of nothing at all
        const auto file = owner->files().publish("note", Secret(bytesOf(std::string_view("{}"))));
        QCOMPARE(faultOf(text(*file)), Fault::WrongType);
        auto unknown = udf::Locator::parse(file->text()).value();
        unknown.udf = udf::SecretUdf::key(16).text();
        QCOMPARE(faultOf(std::string(unknown.print().text())), Fault::NotFound);

        QCOMPARE(device->preconfigured().prepare({}, "Bell").error().fault, Fault::NameInvalid);
        const auto hailing = maker->preconfigured().hailingAccount().value();
        QCOMPARE(device->preconfigured().prepare(hailing, "").error().fault, Fault::NameInvalid);
        const auto prepared = makeReady(maker, device);
        VERIFY_OK(prepared);
        QCOMPARE(device->preconfigured().prepare(hailing, "Bell").error().fault, Fault::Exists);
        QCOMPARE(device->preconfigured().claim(prepared->code.text()).error().fault, Fault::Unsupported);
        // only an administration device connects others
        Desktop second(world);
        VERIFY_OK(second.open());
        VERIFY_OK(second.join(owner, "Second"));
        QCOMPARE(second->preconfigured().claim(prepared->code.text()).error().fault, Fault::NotAuthorised);
        // given up, the folder is as new
        VERIFY_OK(device->abandonConnection());
        QCOMPARE(device->stage(), mesh::Stage::New);
    }

    /// Somebody who knows of the device, but not its code.
    void aClaimThatIsNotProvedIsNotBelieved()
    {
        World world;
        Desktop maker(world);
        Desktop device(world);
        Desktop owner(world);
        for (Desktop* desktop : {&maker, &device, &owner})
            VERIFY_OK(desktop->open());
        VERIFY_OK(maker.createMesh("devices"));
        VERIFY_OK(owner.createMesh("alice"));
        const auto prepared = makeReady(maker, device);
        VERIFY_OK(prepared);
        // the same description under another code: the claim is for the device, its witness of the other key
        const auto locator = udf::Locator::parse(prepared->code.text()).value();
        const auto envelope = dare::Envelope::parse(prepared->description).value();
        const auto content = protocol::openContent(locator, envelope).value();
        auto forged = udf::Locator::parse(prepared->code.text()).value();
        forged.udf = udf::SecretUdf::key(16).text();
        const mesh::PreparedDevice copy{SharedSecret(forged.print()),
                                        protocol::sealContent(forged, {}, content.content.view())->toJson()};
        VERIFY_OK(maker->preconfigured().publish(copy));
        VERIFY_OK(owner->preconfigured().claim(copy.code.text()));
        SwitchedOn on(device);
        QCOMPARE(on.result().error().fault, Fault::WrongPin);
        QCOMPARE(device->stage(), mesh::Stage::Connecting);
    }
};

QTEST_GUILESS_MAIN(TestPreconfigured)
#include "tst_preconfigured.moc"
