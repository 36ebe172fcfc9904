#include "core/mesh/scenario.h"
#include "schema/make.h"
#include "schema/verify.h"
#include "ssh/public_key.h"

#include <QTest>

using namespace mmm;
using namespace scenario;

/// The keys that a personal mesh gives its devices for other programs (WIRE F.3).
class TestApplications : public QObject
{
    Q_OBJECT

    static schema::CatalogedApplicationSSH profile(const std::string& title)
    {
        schema::CatalogedApplicationSSH entry;
        entry.title = title;
        entry.userName = "alice";
        return entry;
    }

    static std::vector<mesh::SshDeviceKey> withKeys(Desktop& desktop, const std::string& id)
    {
        auto devices = desktop->applications().sshDevices(id);
        if (!devices)
            return {};
        std::erase_if(*devices, [](const mesh::SshDeviceKey& device) { return device.line.empty(); });
        return *devices;
    }

    /// What a program that reads the bare entry finds: the account's own catalog is opened with its keys.
    static std::vector<std::string> publishedKeys(Desktop& desktop, const std::string& id)
    {
        std::vector<std::string> lines;
        for (const mesh::SshDeviceKey& device : withKeys(desktop, id))
            lines.push_back(device.line);
        return lines;
    }

    static void join(Desktop& first, Desktop& second, const std::string& name)
    {
        VERIFY_OK(second.join(first, name));
    }

private slots:
    void anAccountIsAnApplication()
    {
        World world;
        Desktop alice(world);
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.createMesh("alice"));
        QVERIFY(alice.settles());
        // one entry, of which the service sees nothing but that it is there
        const auto frames = world.frames("alice@example.com", "mmm_CatalogApplication");
        QVERIFY(!frames.empty());
        VERIFY_OK(alice.account().sshProfiles().add(profile("Work")));
        QCOMPARE(alice.account().sshProfiles().size(), 1U);
    }

    void everyDeviceHasAKeyOfItsOwn()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        Desktop third(world);
        for (Desktop* desktop : {&first, &second, &third})
            VERIFY_OK(desktop->open());
        VERIFY_OK(first.createMesh("alice"));
        const auto work = first.account().sshProfiles().add(profile("Work"));
        VERIFY_OK(work);
        const auto home = first.account().sshProfiles().add(profile("Home"));
        VERIFY_OK(home);
        // at once, without the network
        QCOMPARE(withKeys(first, *work).size(), 1U);
        // the exchange in the background may be the one that makes them
        QVERIFY(eventually([&] { return first->applications().sshKeys().value().size() == 2; }));

        join(first, second, "Second \"desktop\"\n");
        QVERIFY(eventually([&] { return second->applications().sshKeys().value().size() == 2; }));
        QVERIFY(eventually([&] { return withKeys(second, *work).size() == 2; }));
        QVERIFY(eventually([&] { return withKeys(first, *work).size() == 2; }));
        QCOMPARE(publishedKeys(first, *home).size(), 2U);

        // all keys differ, and each signs as any program of the world verifies it
        std::set<std::string> all;
        for (const std::string& id : {*work, *home}) {
            for (const mesh::SshDeviceKey& device : withKeys(first, id)) {
                const auto line = ssh::AuthorizedKey::parse(device.line);
                VERIFY_OK(line);
                all.insert(line->key.words());
                Desktop& owner = device.isThisDevice ? first : second;
                const auto signature = owner->applications().signForSsh(id, bytesOf("signed"));
                VERIFY_OK(signature);
                const auto key = line->key.ed25519();
                VERIFY_OK(key);
                QVERIFY(key->verify(bytesOf("signed"), *signature));
                QVERIFY(!key->verify(bytesOf("other"), *signature));
            }
        }
        QCOMPARE(all.size(), 4U);

        // a profile that another than an administration device makes gets its keys too
        const auto late = second.account().sshProfiles().add(profile("Late"));
        VERIFY_OK(late);
        QVERIFY(eventually([&] { return withKeys(second, *late).size() == 2; }, 60000));
        QVERIFY(eventually([&] { return second->applications().sshKeys().value().size() == 3; }));

        // what is removed has no keys any more
        VERIFY_OK(first.account().sshProfiles().removeAll({*home}));
        QCOMPARE(first->applications().sshKeys().value().size(), 2U);
        QCOMPARE(first->applications().signForSsh(*home, bytesOf("x")).error().fault, Fault::KeyNotFound);
    }

    void aDeviceThatLeavesHasNoKeyAnyMore()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        Desktop third(world);
        for (Desktop* desktop : {&first, &second, &third})
            VERIFY_OK(desktop->open());
        VERIFY_OK(first.createMesh("alice"));
        join(first, second, "Second");
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        std::string secondUdf;
        const auto devices = first->devices().value();
        for (const auto& device : devices)
            secondUdf = device.isThisDevice ? secondUdf : device.udf;
        VERIFY_OK(first->grantAdministration(secondUdf));
        QVERIFY(eventually([&] { return second->isAdministrator(); }));

        schema::CatalogedApplicationSSH entry = profile("Work");
        const std::string other =
            "from=\"*.example.com\" ssh-ed25519 "
            "AAAAC3NzaC1lZDI1NTE5AAAAILxYw58USd6o9FdHDL4BSnL2Rnl/a4OxtRyo4EHfc4ro backup";
        entry.authorizedKeys = {other};
        const auto work = first.account().sshProfiles().add(entry);
        VERIFY_OK(work);
        QVERIFY(eventually([&] { return withKeys(second, *work).size() == 2; }));
        QVERIFY(first.settles());
        const std::vector<std::string> before = publishedKeys(first, *work);
        QCOMPARE(before.size(), 2U);
        // a further key is the person's, the devices' are not
        QCOMPARE(first.account().sshProfiles().read(*work)->entry.authorizedKeys, std::vector{other});

        // the account's online key is replaced with it: the keys of those who stay are accredited anew
        VERIFY_OK(first->disconnectDevice(secondUdf));
        QCOMPARE(publishedKeys(first, *work), std::vector{before.front()});
        QVERIFY(first.settles());
        join(first, third, "Third");
        QVERIFY(eventually([&] { return withKeys(third, *work).size() == 2; }));
        QCOMPARE(third.account().sshProfiles().read(*work)->entry.authorizedKeys, std::vector{other});
        const auto now = publishedKeys(third, *work);
        QVERIFY(std::ranges::find(now, before.front()) != now.end());
        QVERIFY(std::ranges::find(now, before.back()) == now.end());
    }

    void onlyTheAccountAccreditsKeys()
    {
        const auto account = crypto::PrivateKey::generate(crypto::Curve::Ed448);
        const auto online = crypto::PrivateKey::generate(crypto::Curve::Ed448);
        const auto key = crypto::PrivateKey::generate(crypto::Curve::Ed25519);
        const TimePoint now = SystemClock().now();
        const auto holder = schema::verifyProfileAccount(
            schema::sealRecord(schema::makeProfileAccount(account.publicKey(), {online.publicKey()},
                                                          account.publicKey(), "MAAA", {"a@b.example"}, now),
                               {&account})
                .value());
        VERIFY_OK(holder);
        const auto connection =
            schema::makeConnectionApplication("APP", "DEVICE", key.publicKey(), holder->udf(), now);
        const auto by = [](const schema::ConnectionApplication& what, const crypto::PrivateKey& signer) {
            return schema::sealRecord(what, {&signer}).value();
        };
        const auto accredited = schema::verifyConnectionApplication(by(connection, online), *holder);
        VERIFY_OK(accredited);
        QCOMPARE((*accredited)->deviceUdf, std::string("DEVICE"));
        QCOMPARE(schema::verifyConnectionApplication(by(connection, key), *holder).error().fault,
                 Fault::NotAuthorised);
        auto other = connection;
        other.authorityUdf = connection.subjectUdf;
        QCOMPARE(schema::verifyConnectionApplication(by(other, online), *holder).error().fault,
                 Fault::Contradiction);
        other = connection;
        other.subjectUdf = holder->udf();
        QCOMPARE(schema::verifyConnectionApplication(by(other, online), *holder).error().fault,
                 Fault::Contradiction);
        other = connection;
        other.deviceUdf.clear();
        QCOMPARE(schema::verifyConnectionApplication(by(other, online), *holder).error().fault,
                 Fault::Missing);
    }
};

QTEST_GUILESS_MAIN(TestApplications)
#include "tst_applications.moc"
