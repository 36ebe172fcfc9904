#include "core/service/service_fixture.h"

#include "schema/any.h"
#include "schema/verify.h"

using namespace serving;
using protocol::StatusDetail;

/// Accounts from their making to their end: Hello, ValidateAccount, CreateAccount, DeleteAccount (WIRE G.7,
/// G.8).
class TestAccounts : public QObject
{
    Q_OBJECT

    House house;
    Person alice{"alice"};

private slots:
    void initTestCase() { alice.settle(house); }

    void saysWhoItIs()
    {
        const Answer answer = house.ask(protocol::HelloRequest());
        COMPARE_STATUS(answer, 201);
        QCOMPARE(answer.name, "MeshHelloResponse");
        const auto hello = answer.as<protocol::HelloResponse>();
        QCOMPARE(hello.version->major, 3);
        QCOMPARE(hello.version->encodings.front().id.front(), "application/json");
        QVERIFY(hello.constraintsUpdate->bytesMax.value_or(0) > 0);
        QCOMPARE(hello.constraintsPost->bytesMax, std::optional<std::int64_t>(65536));
        QCOMPARE(hello.policyAccount->maximum, std::optional<std::int64_t>(64));
        const auto service = schema::verifyProfileService(hello.envelopedProfileService);
        const auto host = schema::verifyProfileHost(hello.envelopedProfileHost);
        QVERIFY(service && host);
        QVERIFY(schema::verifyConnectionHost(hello.envelopedConnectionHost, *service, *host).has_value());
    }

    void answersThePortalsHello()
    {
        protocol::HelloRequest request;
        request.portal = domain;
        const Answer answer = house.ask(request);
        COMPARE_STATUS(answer, 201);
        QCOMPARE(answer.name, "HelloResponse");
        request.portal = "elsewhere.example";
        const Answer other = house.ask(request);
        COMPARE_STATUS(other, 404);
        QCOMPARE(other.detail(), StatusDetail::NotServed);
    }

    void echoesTheRequestsId()
    {
        protocol::HelloRequest request;
        request.id = Bytes(16, 7);
        QCOMPARE(house.ask(request).response.id, request.id);
        request.service = "elsewhere.example";
        QCOMPARE(house.ask(request).response.id, request.id);
    }

    void judgesNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("valid");
        QTest::newRow("free") << QByteArray("bob") << true;
        QTest::newRow("with domain") << QByteArray("bob@example.com") << true;
        QTest::newRow("second domain") << QByteArray("bob@example.net") << true;
        QTest::newRow("other letters") << QByteArray("b\xc3\xb6rg") << true;
        QTest::newRow("in use") << QByteArray("alice") << false;
        QTest::newRow("in use, other case") << QByteArray("ALICE@Example.Com") << false;
        QTest::newRow("other domain") << QByteArray("bob@elsewhere.example") << false;
        QTest::newRow("empty") << QByteArray("") << false;
        QTest::newRow("dot") << QByteArray("b.o") << false;
        QTest::newRow("hash") << QByteArray("b#o") << false;
        QTest::newRow("space") << QByteArray("b o") << false;
        QTest::newRow("control") << QByteArray("b\x01o") << false;
        QTest::newRow("longest") << QByteArray(64, 'a') << true;
        QTest::newRow("too long") << QByteArray(65, 'a') << false;
    }
    void judgesNames()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const bool, valid);
        protocol::ValidateRequest request;
        request.account = name.toStdString();
        const Answer answer = house.ask(request);
        COMPARE_STATUS(answer, 201);
        const auto judged = answer.as<protocol::ValidateResponse>();
        QCOMPARE(judged.valid, std::optional(valid));
        QCOMPARE(judged.minimum, std::optional<std::int64_t>(1));
        QCOMPARE(judged.maximum, std::optional<std::int64_t>(64));
        QCOMPARE(judged.invalidCharacters, house.policy.names.invalidCharacters);
        QCOMPARE(judged.reason.empty(), valid);
    }

    void makesAnAccount()
    {
        const Person bob("maker");
        const Answer answer = house.ask(bob.device.identity(), bob.createRequest());
        COMPARE_STATUS(answer, 201);
        QVERIFY(answer.isAuthentic);
        // its containers are there, and the device that is not in a catalog yet may see them
        const Answer status = house.ask(bob.member.identity(true), protocol::StatusRequest());
        COMPARE_STATUS(status, 201);
        // the profile is published
        protocol::GetRequest get;
        get.identifier = bob.meshUdf;
        COMPARE_STATUS(house.ask(get), 201);
    }

    void refusesAnAccount_data()
    {
        QTest::addColumn<QString>("why");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("detail");
        const auto row = [](const char* why, int status, StatusDetail detail = StatusDetail::None) {
            QTest::newRow(why) << why << status << static_cast<int>(detail);
        };
        row("nobody asks", 401);
        row("name in use", 409, StatusDetail::NameTaken);
        row("bad name", 400, StatusDetail::NameInvalid);
        row("other domain", 404, StatusDetail::NotServed);
        row("another address in the profile", 400);
        row("another mesh", 401);
        row("altered profile", 400);
        row("no profile", 400);
    }
    void refusesAnAccount()
    {
        QFETCH(const QString, why);
        Person bob(why == "name in use"    ? "alice"
                   : why == "bad name"     ? "bad#name"
                   : why == "other domain" ? "bob@elsewhere.example"
                                           : "refused");
        protocol::CreateRequest request = bob.createRequest();
        if (why == "other domain") {
            const Person other("bob", "elsewhere.example");
            request = other.createRequest();
        } else if (why == "another address in the profile") {
            request.serviceId = "somebody@example.com";
        } else if (why == "another mesh") {
            request.signedProfileMesh = Person("other").profileMesh;
        } else if (why == "altered profile") {
            Bytes body = copyOf(bob.profileAccount.body());
            body[body.size() / 2] ^= 1;
            request.signedAssertionAccount =
                dare::Envelope::assemble(bob.profileAccount.header(), body, bob.profileAccount.trailer());
        } else if (why == "no profile") {
            request.signedProfileMesh = {};
        }
        const Answer answer =
            why == "nobody asks" ? house.ask(request) : house.ask(bob.device.identity(), request);
        QTEST(static_cast<int>(answer.status()), "status");
        QTEST(static_cast<int>(answer.detail()), "detail");
        if (why != "name in use")
            QVERIFY(!house.storage()->account(bob.address)->has_value());
    }

    void takesNoAccountsWhereTheOperatorSaysSo()
    {
        House closed([](service::ServicePolicy& policy) { policy.openRegistration = false; });
        const Person bob("bob");
        const Answer answer = closed.ask(bob.device.identity(), bob.createRequest());
        COMPARE_STATUS(answer, 401);
        QCOMPARE(answer.detail(), StatusDetail::Rejected);
    }

    /// A mesh that was recovered, or that has other administrators now (WIRE G.8.2).
    void replacesProfilesByNewerOnes()
    {
        Person bob("newer");
        bob.settle(house);
        COMPARE_STATUS(house.ask(bob.device.identity(), bob.createRequest()), 202); // the same again
        const protocol::CreateRequest old = bob.createRequest();
        bob.sign(TimePoint(std::chrono::seconds(1'690'000'000)));
        COMPARE_STATUS(house.ask(bob.device.identity(), bob.createRequest()), 202);
        const Answer back = house.ask(bob.device.identity(), old);
        COMPARE_STATUS(back, 409);
        QCOMPARE(back.detail(), StatusDetail::None);
        protocol::StatusRequest request;
        const auto status = house.ask(bob.member.identity(), request).as<protocol::StatusResponse>();
        QVERIFY(status.envelopedProfileMaster == bob.profileMesh);
    }

    void makesAPortalAccount()
    {
        const Person bob("portal");
        protocol::PortalCreateRequest request;
        request.portal = domain;
        request.account = bob.address;
        protocol::SignedProfile profile;
        profile.identifier = bob.meshUdf;
        profile.signedData = bob.profileMesh;
        request.profile = profile;
        COMPARE_STATUS(house.ask(bob.device.identity(), request), 201);
        const Answer again = house.ask(bob.device.identity(), request);
        COMPARE_STATUS(again, 409);
        QCOMPARE(again.detail(), StatusDetail::NameTaken);
        protocol::GetRequest get;
        get.account = bob.address;
        const auto found = house.ask(get).as<protocol::GetResponse>();
        QCOMPARE(found.entries.size(), 1U);
        request.account = "portal2";
        request.profile = {};
        COMPARE_STATUS(house.ask(bob.device.identity(), request), 400);
    }

    void deletesForAdministratorsOnly()
    {
        Person bob("leaving");
        bob.settle(house);
        const Member phone = bob.add(house, Device());
        protocol::DeleteRequest request;
        COMPARE_STATUS(house.ask(request), 401);
        COMPARE_STATUS(house.ask(phone.identity(), request), 401);
        COMPARE_STATUS(house.ask(alice.member.identity(),
                                 [&] {
                                     auto other = request;
                                     other.account = bob.address;
                                     return other;
                                 }()),
                       401);
        request.account = bob.address;
        COMPARE_STATUS(house.ask(bob.member.identity(), request), 201);
        const Answer gone = house.ask(phone.identity(), protocol::StatusRequest());
        COMPARE_STATUS(gone, 401);
        QCOMPARE(gone.detail(), StatusDetail::Closed);
        // nobody gets the name soon, and the profile stays
        const Person heir("leaving");
        COMPARE_STATUS(house.ask(heir.device.identity(), heir.createRequest()), 409);
        protocol::GetRequest get;
        get.identifier = bob.meshUdf;
        COMPARE_STATUS(house.ask(get), 201);
        // much later its data is gone
        house.clock->advance(std::chrono::hours(24 * 31));
        QCOMPARE(*house.storage()->eraseClosed(house.clock->now() - std::chrono::hours(24 * 30)), 1);
        COMPARE_STATUS(house.ask(heir.device.identity(), heir.createRequest()), 201);
    }

    /// One that has left is read and not written, except by an administration key itself (WIRE E.12.3).
    void anAccountIsWhereItsProfileSays()
    {
        Person bob("mover");
        bob.settle(house);
        bob.know(house, alice);
        const Member phone = bob.add(house, Device());
        const std::string elsewhere = "mover@elsewhere.example";
        const auto profileAt = [&](const std::vector<std::string>& addresses, std::int64_t second) {
            const auto profile = schema::makeProfileAccount(
                bob.accountSignature.publicKey(), {bob.accountOnline.publicKey()}, bob.encryption.publicKey(),
                bob.meshUdf, addresses, TimePoint(std::chrono::seconds(1'690'000'000 + second)));
            return *schema::sealRecord(profile, {&bob.accountSignature, &bob.administration});
        };
        const protocol::Identity administration{
            std::make_shared<const crypto::PrivateKey>(bob.administration.clone()),
            {{"ProfileAccount", bob.profileAccount}}};
        protocol::CreateRequest leave = bob.createRequest();
        leave.signedAssertionAccount = profileAt({elsewhere, bob.address}, 1);
        COMPARE_STATUS(house.ask(bob.device.identity(), leave), 202);

        const auto written =
            bob.deviceUpdate({{phone.entry.deviceUdf, "Delete", "", {}, std::nullopt, std::nullopt}});
        for (const Member* device : {&std::as_const(bob.member), &phone}) {
            const Answer refused = house.ask(device->identity(), bob.upload(written));
            COMPARE_STATUS(refused, 401);
            QCOMPARE(refused.detail(), StatusDetail::Moved);
            COMPARE_STATUS(house.ask(device->identity(), protocol::StatusRequest()), 201);
        }
        QCOMPARE(bob.post(house, {alice.address}, bob.message("RequestContact", "NBBB")).detail(),
                 StatusDetail::Moved);
        protocol::ConnectRequest connect;
        connect.messageConnectionRequestClient = Device().request(bob.address);
        const Device other;
        connect.messageConnectionRequestClient = other.request(bob.address);
        QCOMPARE(house.ask(other.identity(), connect).detail(), StatusDetail::Moved);
        // what still comes is apart
        const std::size_t before = bob.spool(house, "mmm_SpoolInbound").size();
        COMPARE_STATUS(alice.post(house, {bob.address}, alice.message("RequestContact", "NAAB")), 201);
        QCOMPARE(bob.spool(house, "mmm_SpoolInbound").size(), before);
        QCOMPARE(bob.spool(house, "mmm_SpoolLate").size(), 1U);

        // it is still told where the account is after it was deleted here
        protocol::DeleteRequest end;
        end.account = bob.address;
        COMPARE_STATUS(house.ask(administration, end), 201);
        protocol::GetRequest get;
        get.account = bob.address;
        get.multiple = true;
        const auto found = house.ask(get).as<protocol::GetResponse>();
        const bool isTold = std::ranges::any_of(found.entries, [&](const protocol::PortalEntry& entry) {
            const auto* profile = std::get_if<protocol::SignedProfile>(&entry);
            return profile && profile->signedData == leave.signedAssertionAccount;
        });
        QVERIFY(isTold);
        QCOMPARE(house.ask(phone.identity(), protocol::StatusRequest()).detail(), StatusDetail::Closed);

        // it comes back by its own will only
        const Person heir("mover");
        COMPARE_STATUS(house.ask(heir.device.identity(), heir.createRequest()), 409);
        COMPARE_STATUS(house.ask(bob.device.identity(), leave), 409);
        protocol::CreateRequest back = bob.createRequest();
        back.signedAssertionAccount = profileAt({elsewhere, bob.address}, 2);
        COMPARE_STATUS(house.ask(bob.device.identity(), back), 201);
        // awaited: nobody finds it, and nobody writes to it
        COMPARE_STATUS(house.ask(get), 404);
        COMPARE_STATUS(house.ask(bob.member.identity(true), protocol::StatusRequest()), 201);
        QCOMPARE(house.ask(phone.identity(true), bob.upload(written)).detail(), StatusDetail::Moved);
        back.signedAssertionAccount = profileAt({bob.address, elsewhere}, 3);
        COMPARE_STATUS(house.ask(bob.device.identity(), back), 202);
        COMPARE_STATUS(house.ask(get), 201);
    }

    /// What a request may do is decided at the moment when it does it: others that were faster count.
    void countsWhatHappenedMeanwhile()
    {
        Person bob("overtaken");
        bob.settle(house);
        const Device device;
        const Member phone = bob.add(house, device);
        const auto storage = house.storage();
        // the request proves itself while the other change is under way, and waits for its end
        const auto meanwhile = [&](const protocol::Identity& client, const auto& request,
                                   const auto& change) {
            std::optional<Waiting> waiting;
            const Status changed = storage->transaction([&]() -> Status {
                waiting.emplace(house.begin(client, request));
                if (waiting->isAnswered(std::chrono::milliseconds(300)))
                    return fail(Fault::Internal, "answered too early");
                return change(**storage->account(bob.address));
            });
            return changed ? waiting->answer() : Answer();
        };
        const auto frames = [&] {
            const auto found =
                storage->container((*storage->account(bob.address))->id, "mmm_CatalogBookmark");
            return *found ? (*found)->frames : 0;
        };
        const auto write = bob.upload(
            bob.pen("mmm_CatalogBookmark").write({{"NAAA", "New", "{}"}}, bob.member.keys.signature.key));

        const Answer cutOff = meanwhile(phone.identity(), write, [&](const auto& account) {
            return storage->removeDevice(account.id, device.udf);
        });
        COMPARE_STATUS(cutOff, 401);
        QCOMPARE(cutOff.detail(), StatusDetail::UnknownDevice);
        QCOMPARE(frames(), 0U);

        const Answer changed = meanwhile(bob.member.identity(), write, [&](const auto& account) -> Status {
            MMM_TRY(auto devices, storage->devices(account.id));
            devices.front().frame += 10;
            return storage->putDevice(account.id, devices.front());
        });
        COMPARE_STATUS(changed, 401);
        QCOMPARE(changed.detail(), StatusDetail::TicketExpired);

        // the account moves away: what is written here now would be lost there
        const auto profile = schema::makeProfileAccount(
            bob.accountSignature.publicKey(), {bob.accountOnline.publicKey()}, bob.encryption.publicKey(),
            bob.meshUdf, {"overtaken@elsewhere.example"}, TimePoint(std::chrono::seconds(1'690'000'000)));
        const Bytes moved =
            schema::sealRecord(profile, {&bob.accountSignature, &bob.administration})->toJson();
        const Answer left = meanwhile(bob.member.identity(), write, [&](auto account) {
            account.profileAccount = moved;
            return storage->updateAccount(account);
        });
        QCOMPARE(left.detail(), StatusDetail::Moved);
        QCOMPARE(frames(), 0U);

        // nor does anything older come back
        const Bytes later = concat(moved, bytesOf(" "));
        protocol::DeleteRequest end;
        end.account = bob.address;
        COMPARE_STATUS(meanwhile(bob.member.identity(), end,
                                 [&](auto account) {
                                     account.profileAccount = later;
                                     return storage->updateAccount(account);
                                 }),
                       201);
        QCOMPARE((*storage->account(bob.address))->profileAccount, later);
        QCOMPARE((*storage->account(bob.address))->state, service::AccountState::Closed);
    }

    /// An administration key that has been replaced meanwhile does nothing more.
    void countsNewAdministrators()
    {
        Person bob("inherited");
        bob.settle(house);
        const protocol::Identity administration{
            std::make_shared<const crypto::PrivateKey>(bob.administration.clone()),
            {{"ProfileAccount", bob.profileAccount}}};
        const auto storage = house.storage();
        std::optional<Waiting> waiting;
        const Status changed = storage->transaction([&]() -> Status {
            protocol::DeleteRequest end;
            end.account = bob.address;
            waiting.emplace(house.begin(administration, end));
            (void)waiting->isAnswered(std::chrono::milliseconds(300));
            bob.administration = crypto::PrivateKey::generate(crypto::Curve::Ed448);
            bob.sign(TimePoint(std::chrono::seconds(1'690'000'000)));
            MMM_TRY(auto account, storage->account(bob.address));
            account->profileMesh = bob.profileMesh.toJson();
            return storage->updateAccount(*account);
        });
        QVERIFY(changed.has_value());
        COMPARE_STATUS(waiting->answer(), 401);
        QCOMPARE((*storage->account(bob.address))->state, service::AccountState::Open);
    }

    /// The service finds out from a device's key whose request it is; nobody may take that key for theirs.
    void keepsDeviceKeysApart()
    {
        Person bob("victim");
        bob.settle(house);
        Person mallory("mallory");
        mallory.settle(house);
        // mallory's account vouches for bob's key
        Device device;
        schema::PublicKeySet keys = device.keys.publicKeys();
        const auto connection = schema::payloadOf<schema::ConnectionAccount>(bob.member.connection);
        keys.authentication = *schema::keyOf(connection->keyAuthentication);
        const auto claim = schema::makeConnectionAccount(keys, mallory.accountUdf, {mallory.address}, {},
                                                         house.clock->now());
        Member member = mallory.connect(device, {});
        member.entry.accounts.front().envelopedConnectionAccount =
            *schema::sealRecord(claim, {&mallory.accountOnline});
        const auto update = mallory.deviceUpdate(
            {{device.udf, "New", std::string(encoding::toTaggedJson(member.entry).text())}});
        COMPARE_STATUS(house.ask(mallory.member.identity(), mallory.upload(update)), 409);
        protocol::StatusRequest status;
        status.account = bob.address;
        COMPARE_STATUS(house.ask(bob.member.identity(), status), 201);
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_service_accounts.moc"
