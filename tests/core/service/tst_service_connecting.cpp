#include "core/service/service_fixture.h"

#include "schema/any.h"
#include "service/watchers.h"
#include "udf/udf.h"
#include "udf/witness.h"

using namespace serving;
using protocol::StatusDetail;

/// A device asks to be connected, an administration device decides: Connect and Complete, and the portal's
/// form of the same (WIRE E.9, G.7.6).
class TestConnecting : public QObject
{
    Q_OBJECT

    House house;
    Person alice{"alice"};

    protocol::ConnectRequest connectRequest(const Device& device, const std::string& account)
    {
        protocol::ConnectRequest request;
        request.messageConnectionRequestClient = device.request(account);
        return request;
    }
    schema::AcknowledgeConnection connect(const Device& device)
    {
        const Answer answer = house.ask(device.identity(), connectRequest(device, alice.address));
        const auto response = answer.as<protocol::ConnectResponse>();
        auto message = schema::payloadOf<schema::AcknowledgeConnection>(response.envelopedConnectionResponse);
        return message ? *message : schema::AcknowledgeConnection();
    }
    Waiting complete(const Device& device, std::int64_t hold = 0)
    {
        protocol::CompleteRequest request;
        request.serviceId = alice.address;
        request.deviceUdf = device.udf;
        if (hold > 0)
            request.holdSeconds = hold;
        return house.begin(device.identity(), request);
    }
    /// The decision, in clear, as an administration device writes it.
    protocol::UploadRequest decision(const std::string& messageId, const std::string& word)
    {
        schema::MessageComplete message;
        message.messageId = udf::Udf::nonce().text();
        schema::Reference reference;
        reference.messageId = messageId;
        reference.relationship = word;
        message.references.push_back(reference);
        auto request = alice.upload({});
        request.updates.clear();
        dare::SealOptions options;
        options.meta.emplace().uniqueId = message.messageId;
        options.meta->messageType = schema::MessageComplete::className;
        options.signers = {&alice.member.keys.signature.key};
        request.self = {*dare::seal(encoding::toTaggedJson(message), options)};
        return request;
    }
    protocol::SignedConnectionResult resultFor(const Device& device, const std::string& word,
                                               const crypto::PrivateKey& signer)
    {
        protocol::ConnectionResult result;
        result.device = device.udf;
        result.result = word;
        protocol::SignedConnectionResult signedResult;
        signedResult.identifier = device.udf;
        signedResult.signedData = *schema::sealRecord(result, {&signer});
        return signedResult;
    }

private slots:
    void initTestCase() { alice.settle(house); }

    void acknowledgesARequest()
    {
        const Device phone;
        const auto request = connectRequest(phone, alice.address);
        const Answer answer = house.ask(phone.identity(), request);
        COMPARE_STATUS(answer, 201);
        const auto response = answer.as<protocol::ConnectResponse>();
        QVERIFY(response.envelopedProfileMaster == alice.profileMesh);
        QVERIFY(response.envelopedAccountAssertion == alice.profileAccount);
        QVERIFY(response.envelopedConnectionResponse.verify(house.identity.hostSignature->publicKey()));
        const auto message =
            schema::payloadOf<schema::AcknowledgeConnection>(response.envelopedConnectionResponse);
        QVERIFY(message->envelopedRequestConnection == request.messageConnectionRequestClient);
        const auto asked = schema::payloadOf<schema::RequestConnection>(message->envelopedRequestConnection);
        QCOMPARE(message->witness,
                 udf::connectionWitness(alice.master.publicKey(), message->serverNonce,
                                        phone.keys.signature.key.publicKey(), asked->clientNonce));
        // the administration device finds it in the inbound spool
        protocol::DownloadRequest download;
        protocol::ConstraintsSelect select;
        select.container = "mmm_Inbound";
        download.select = {select};
        const auto frames = house.ask(alice.member.identity(), download).as<protocol::DownloadResponse>();
        QVERIFY(frames.updates.front().envelopes.back().body().size() > 0);
        QCOMPARE(frames.updates.front().envelopes.back().contentMeta()->uniqueId, message->messageId);
    }

    void refusesARequest_data()
    {
        QTest::addColumn<QString>("why");
        QTest::addColumn<int>("status");
        QTest::newRow("no account") << "no account" << 404;
        QTest::newRow("no address") << "no address" << 400;
        QTest::newRow("unsigned") << "unsigned" << 400;
        QTest::newRow("another's signature") << "another" << 400;
        QTest::newRow("nonce too short") << "nonce" << 400;
        QTest::newRow("connected already") << "connected" << 409;
        QTest::newRow("nothing") << "nothing" << 400;
    }
    void refusesARequest()
    {
        QFETCH(const QString, why);
        QFETCH(const int, status);
        const Device phone;
        const Device other;
        auto request = connectRequest(phone, why == "no account"   ? "nobody@example.com"
                                             : why == "no address" ? "alice"
                                                                   : alice.address);
        auto message = *schema::payloadOf<schema::RequestConnection>(request.messageConnectionRequestClient);
        if (why == "nonce")
            message.clientNonce.resize(15);
        if (why == "unsigned")
            request.messageConnectionRequestClient = *schema::sealRecord(message, {});
        if (why == "another")
            request.messageConnectionRequestClient =
                *schema::sealRecord(message, {&other.keys.authentication.key});
        if (why == "nonce")
            request.messageConnectionRequestClient =
                *schema::sealRecord(message, {&phone.keys.authentication.key});
        if (why == "connected")
            request = connectRequest(alice.device, alice.address);
        if (why == "nothing")
            request.messageConnectionRequestClient = {};
        QCOMPARE(static_cast<int>(house.ask(phone.identity(), request).status()), status);
    }

    void acceptsWithTheCatalogsEntry()
    {
        const Device phone;
        connect(phone);
        const Answer waiting = complete(phone).answer();
        COMPARE_STATUS(waiting, 404);
        QCOMPARE(waiting.detail(), StatusDetail::NotDecided);

        Waiting held = complete(phone, 60);
        QVERIFY(!held.isAnswered(std::chrono::milliseconds(100)));
        const Member member = alice.add(house, phone);
        const Answer accepted = held.answer();
        COMPARE_STATUS(accepted, 201);
        const auto response = accepted.as<protocol::StatusResponse>();
        QVERIFY(response.envelopedProfileMaster == alice.profileMesh);
        const auto entry = schema::payloadOf<schema::CatalogedDevice>(response.envelopedCatalogEntryDevice);
        QCOMPARE(entry->deviceUdf, phone.udf);
        COMPARE_STATUS(house.ask(member.identity(), protocol::StatusRequest()), 201);
    }

    void rejectsWithAMessage()
    {
        const Device phone;
        const auto message = connect(phone);
        Waiting held = complete(phone, 60);
        QVERIFY(!held.isAnswered(std::chrono::milliseconds(100)));
        COMPARE_STATUS(house.ask(alice.member.identity(), decision(message.messageId, "Reject")), 201);
        const Answer rejected = held.answer();
        COMPARE_STATUS(rejected, 401);
        QCOMPARE(rejected.detail(), StatusDetail::Rejected);
        // decided once and for all
        COMPARE_STATUS(house.ask(alice.member.identity(), decision(message.messageId, "Accept")), 201);
        COMPARE_STATUS(complete(phone).answer(), 401);
        // until the device asks again
        connect(phone);
        QCOMPARE(complete(phone).answer().detail(), StatusDetail::NotDecided);
    }

    void leavesDecisionsToAdministrators()
    {
        const Device phone;
        const auto message = connect(phone);
        const Member ordinary = alice.add(house, Device());
        COMPARE_STATUS(house.ask(ordinary.identity(), decision(message.messageId, "Reject")), 201);
        QCOMPARE(complete(phone).answer().detail(), StatusDetail::NotDecided);
    }

    void tellsOnlyTheDeviceItself()
    {
        const Device phone;
        connect(phone);
        protocol::CompleteRequest request;
        request.serviceId = alice.address;
        request.deviceUdf = phone.udf;
        COMPARE_STATUS(house.ask(request), 401);
        COMPARE_STATUS(house.ask(Device().identity(), request), 401);
        request.deviceUdf = {};
        COMPARE_STATUS(house.ask(Device().identity(), request), 404);
    }

    /// Strangers who hail an account do not end the waiting of its own devices.
    void strangersDoNotCrowdOutMembers()
    {
        std::vector<Waiting> hailing;
        for (std::size_t i = 0; i < 3 * service::Watchers::mostMembers; ++i)
            hailing.push_back(complete(Device(), 60));
        const auto isOver = [](const Waiting& waiting) { return waiting.isAnswered(); };
        QTRY_COMPARE(static_cast<std::size_t>(std::ranges::count_if(hailing, isOver)),
                     hailing.size() - service::Watchers::mostStrangers);
        protocol::StatusRequest request;
        request.known =
            house.ask(alice.member.identity(), request).as<protocol::StatusResponse>().containerStatus;
        request.profileMasterDigest = crypto::sha512(alice.profileMesh.body());
        request.holdSeconds = 60;
        QVERIFY(!house.begin(alice.member.identity(), request).isAnswered(std::chrono::milliseconds(300)));
    }

    void limitsWhatWaits()
    {
        Person bob("crowded");
        bob.settle(house);
        std::vector<Device> devices(house.policy.pendingRequests);
        for (const Device& device : devices)
            COMPARE_STATUS(house.ask(device.identity(), connectRequest(device, bob.address)), 201);
        const Device late;
        COMPARE_STATUS(house.ask(late.identity(), connectRequest(late, bob.address)), 503);
        // one that waits may ask anew
        COMPARE_STATUS(house.ask(devices[0].identity(), connectRequest(devices[0], bob.address)), 201);
        // after a day nothing waits any more
        house.clock->advance(std::chrono::hours(25));
        COMPARE_STATUS(house.ask(late.identity(), connectRequest(late, bob.address)), 201);
        protocol::CompleteRequest request;
        request.serviceId = bob.address;
        const Answer over = house.ask(devices[1].identity(), request);
        COMPARE_STATUS(over, 404);
        QCOMPARE(over.detail(), StatusDetail::None);
    }

    void doesTheSameInThePortalsForm()
    {
        const Device phone;
        protocol::ConnectStartRequest start;
        start.accountId = alice.address;
        protocol::SignedConnectionRequest& asked = start.signedRequest.emplace();
        asked.identifier = Device().udf;
        asked.signedData = phone.request(alice.address);
        COMPARE_STATUS(house.ask(phone.identity(), start), 400);
        asked.identifier = phone.udf;
        COMPARE_STATUS(house.ask(phone.identity(), start), 201);

        protocol::ConnectStatusRequest status;
        status.accountId = alice.address;
        status.deviceId = phone.udf;
        Answer answer = house.ask(phone.identity(), status);
        COMPARE_STATUS(answer, 201);
        QVERIFY(!answer.as<protocol::ConnectStatusResponse>().result.has_value());
        status.deviceId = Device().udf;
        COMPARE_STATUS(house.ask(phone.identity(), status), 404);
        status.deviceId = phone.udf;

        protocol::ConnectPendingRequest pending;
        pending.accountId = alice.address;
        COMPARE_STATUS(house.ask(phone.identity(), pending), 401);
        answer = house.ask(alice.member.identity(), pending);
        COMPARE_STATUS(answer, 201);
        const auto list = answer.as<protocol::ConnectPendingResponse>().pending;
        QVERIFY(std::ranges::any_of(list, [&](const auto& entry) { return entry.identifier == phone.udf; }));

        protocol::ConnectCompleteRequest finish;
        finish.accountId = alice.address;
        finish.result = resultFor(phone, "Refused", alice.member.keys.signature.key);
        COMPARE_STATUS(house.ask(alice.member.identity(), finish), 401); // not an administration key
        finish.result = resultFor(phone, "Refused", alice.administration);
        finish.result->identifier = Device().udf;
        COMPARE_STATUS(house.ask(alice.member.identity(), finish), 404);
        finish.result = resultFor(phone, "Refused", alice.administration);
        COMPARE_STATUS(house.ask(alice.member.identity(), finish), 201);
        COMPARE_STATUS(house.ask(alice.member.identity(), finish), 404); // nothing waits any more
        answer = house.ask(phone.identity(), status);
        COMPARE_STATUS(answer, 201);
        const auto result = answer.as<protocol::ConnectStatusResponse>().result;
        QVERIFY(result.has_value());
        QCOMPARE(schema::payloadOf<protocol::ConnectionResult>(result->signedData)->result, "Refused");
        // both forms are about one request
        QCOMPARE(complete(phone).answer().detail(), StatusDetail::Rejected);
    }

    void connectsInThePortalsForm()
    {
        const Device phone;
        connect(phone);
        const Member member = alice.connect(phone, {});
        const auto update = alice.deviceUpdate(
            {{phone.udf, "New", std::string(encoding::toTaggedJson(member.entry).text())}});
        protocol::ConnectionResult result;
        result.device = phone.udf;
        result.result = "Accepted";
        result.envelopedCatalogEntryDevice = update.envelopes.front();
        protocol::ConnectCompleteRequest finish;
        finish.accountId = alice.address;
        finish.result.emplace();
        finish.result->identifier = phone.udf;
        finish.result->signedData = *schema::sealRecord(result, {&alice.administration});
        COMPARE_STATUS(house.ask(alice.member.identity(), finish), 201);
        COMPARE_STATUS(complete(phone).answer(), 201);
        COMPARE_STATUS(house.ask(member.identity(), protocol::StatusRequest()), 201);
    }

    /// Nothing is decided here about an account that is at another service.
    void decidesNothingForWhoHasLeft()
    {
        Person bob("left");
        bob.settle(house);
        const Device phone;
        COMPARE_STATUS(house.ask(phone.identity(), connectRequest(phone, bob.address)), 201);
        const auto profile = schema::makeProfileAccount(
            bob.accountSignature.publicKey(), {bob.accountOnline.publicKey()}, bob.encryption.publicKey(),
            bob.meshUdf, {"left@elsewhere.example", bob.address},
            TimePoint(std::chrono::seconds(1'690'000'000)));
        protocol::CreateRequest leave = bob.createRequest();
        leave.signedAssertionAccount =
            *schema::sealRecord(profile, {&bob.accountSignature, &bob.administration});
        COMPARE_STATUS(house.ask(bob.device.identity(), leave), 202);
        protocol::ConnectCompleteRequest finish;
        finish.accountId = bob.address;
        finish.result = resultFor(phone, "Refused", bob.administration);
        const Answer refused = house.ask(bob.member.identity(), finish);
        COMPARE_STATUS(refused, 401);
        QCOMPARE(refused.detail(), StatusDetail::Moved);
    }
};

QTEST_GUILESS_MAIN(TestConnecting)
#include "tst_service_connecting.moc"
