#include "core/service/service_fixture.h"

#include "schema/any.h"
#include "service/incidents.h"
#include "service/peers.h"
#include "udf/udf.h"

using namespace serving;

namespace {

std::string freshId()
{
    return udf::Udf::nonce().text();
}

std::vector<std::string> resultsOf(const Answer& answer)
{
    std::vector<std::string> results;
    for (const auto& entry : answer.as<protocol::PostResponse>().entries)
        results.push_back(entry.result);
    return results;
}

/// The host of a service that anybody can make at home.
protocol::Identity strangeService()
{
    static keystore::MemoryStore keys;
    static const auto storage = service::sqliteStorage(":memory:")();
    static const auto made = service::openServiceIdentity(**storage, keys, Bytes(32, 2), TimePoint());
    return service::identityOf(*made);
}

const std::vector<std::string> accepted{"Accept"};
const std::vector<std::string> rejected{"Reject"};

} // namespace

/// Messages within one service: who may send what to whom (WIRE F.7, G.8.6).
class TestPosting : public QObject
{
    Q_OBJECT

    House house{[](service::ServicePolicy& policy) { policy.deniedLabels = {"Internal"}; }};
    Person alice{"alice"};
    Person bob{"bob"};

    std::size_t countOf(const Person& person, const std::string& id, const char* spool = "mmm_SpoolInbound")
    {
        std::size_t count = 0;
        for (const dare::Envelope& frame : person.spool(house, spool)) {
            const auto meta = frame.contentMeta();
            count += meta && meta->uniqueId == id ? 1 : 0;
        }
        return count;
    }
    std::vector<service::Incident> incidents()
    {
        std::vector<service::Incident> all;
        for (const auto& line : house.lines("@incidents", "Incident")) {
            if (const auto incident = encoding::fromTaggedJson<service::Incident>(line.body))
                all.push_back(*incident);
        }
        return all;
    }

private slots:
    void initTestCase()
    {
        alice.settle(house);
        bob.settle(house);
    }

    void takesContactRequestsFromStrangers()
    {
        const std::string id = freshId();
        const Answer answer = alice.post(house, {bob.address}, alice.message("RequestContact", id));
        COMPARE_STATUS(answer, 201);
        QCOMPARE(resultsOf(answer), accepted);
        QCOMPARE(countOf(bob, id), 1U);
        QCOMPARE(countOf(alice, id, "mmm_SpoolOutbound"), 1U);
        const auto last = incidents().back();
        QCOMPARE(last.result, "Accept");
        QCOMPARE(last.recipient, bob.address);
        QCOMPARE(last.signer, schema::udfOf(alice.member.keys.signature.key.publicKey()));
        QVERIFY(!last.payloadDigest.empty());
    }

    void takesNothingElseFromStrangers_data()
    {
        QTest::addColumn<QByteArray>("className");
        for (const char* name :
             {"ReplyContact", "GroupInvitation", "OfferGroup", "RequestTask", "RequestConfirmation",
              "ResponseConfirmation", "AcknowledgeConnection", "MessageComplete", "MessagePIN", "Unheard"})
            QTest::newRow(name) << QByteArray(name);
    }
    void takesNothingElseFromStrangers()
    {
        QFETCH(const QByteArray, className);
        static Person stranger("stranger");
        if (!house.storage()->account(stranger.address)->has_value())
            stranger.settle(house);
        const std::string id = freshId();
        const Answer answer =
            stranger.post(house, {bob.address}, stranger.message(className.toStdString(), id));
        COMPARE_STATUS(answer, 201);
        QCOMPARE(resultsOf(answer), rejected);
        QCOMPARE(countOf(bob, id), 0U);
        QCOMPARE(incidents().back().result, "Reject");
        // the sender learns of it on all devices
        const auto outbound = stranger.spool(house, "mmm_SpoolOutbound");
        const auto report = schema::payloadOf<schema::MessageComplete>(outbound.back());
        QVERIFY(report.has_value());
        QVERIFY(outbound.back().verify(house.identity.hostSignature->publicKey()).has_value());
        QCOMPARE(report->references.front().messageId, id);
        QCOMPARE(report->references.front().relationship, "Failed");
        QCOMPARE(report->references.front().responseId, bob.address);
    }

    void takesMoreFromContacts()
    {
        Person carol("carol");
        carol.settle(house);
        carol.know(house, alice);
        for (const char* name : {"RequestContact", "ReplyContact", "GroupInvitation", "OfferGroup",
                                 "RequestTask", "RequestConfirmation"})
            QCOMPARE(resultsOf(alice.post(house, {carol.address}, alice.message(name, freshId()))), accepted);
        for (const char* name : {"ResponseConfirmation", "MessageComplete", "AcknowledgeConnection"})
            QCOMPARE(resultsOf(alice.post(house, {carol.address}, alice.message(name, freshId()))), rejected);
        // she is known, not everybody
        QCOMPARE(resultsOf(bob.post(house, {carol.address}, bob.message("RequestTask", freshId()))),
                 rejected);
    }

    void obeysWhatTheContactCatalogSays()
    {
        Person dave("dave");
        dave.settle(house);
        const auto taskResult = [&] {
            return resultsOf(alice.post(house, {dave.address}, alice.message("RequestTask", freshId())));
        };
        dave.know(house, alice, {schema::makePermission("Message:*", "Reject")});
        QCOMPARE(taskResult(), rejected);
        QCOMPARE(resultsOf(alice.post(house, {dave.address}, alice.message("RequestContact", freshId()))),
                 rejected);
        // the class counts before the wildcard
        dave.know(house, alice,
                  {schema::makePermission("Message:*", "Reject"),
                   schema::makePermission("Message:RequestTask", "Accept")});
        QCOMPARE(taskResult(), accepted);
        dave.know(house, alice, {schema::makePermission("Message:RequestTask", "Hold")});
        QCOMPARE(taskResult(), accepted);
        const auto held = dave.spool(house, "mmm_SpoolInbound").back().contentMeta();
        QCOMPARE(held->labels, std::vector<std::string>{"Hold"});
        QCOMPARE(incidents().back().result, "Hold");
        // the signature is still the sender's
        QVERIFY(dave.spool(house, "mmm_SpoolInbound")
                    .back()
                    .verify(alice.member.keys.signature.key.publicKey())
                    .has_value());
    }

    void obeysTheRulesForEverybody()
    {
        Person eve("quiet");
        eve.settle(house);
        schema::CatalogedContact rules;
        rules.key = "*";
        rules.permissions = {schema::makePermission("Message:RequestContact", "Reject")};
        eve.knowEntry(house, rules);
        QCOMPARE(resultsOf(alice.post(house, {eve.address}, alice.message("RequestContact", freshId()))),
                 rejected);
    }

    void takesOnesOwnCardFromAdministratorsOnly()
    {
        Person grace("grace");
        grace.settle(house);
        schema::CatalogedContact own;
        own.self = true;
        own.key = "OWN";
        own.envelopedContact = schema::sealRecord(schema::Contact(), {&grace.administration}).value();
        grace.knowEntry(house, own);
        own.key = "FORGED";
        own.envelopedContact =
            schema::sealRecord(schema::Contact(), {&grace.member.keys.signature.key}).value();
        const Pen::Line line{own.key, "New", std::string(encoding::toTaggedJson(own).text())};
        const auto update = grace.pen("mmm_CatalogContact")
                                .write({line}, grace.member.keys.signature.key,
                                       {grace.encryption.publicKey(), house.hostKey()});
        COMPARE_STATUS(house.ask(grace.member.identity(), grace.upload(update)), 401);
    }

    /// Somebody who was asked for a card may answer although nobody knows them yet.
    void letsAnswersThrough()
    {
        Person frank("frank");
        frank.settle(house);
        const auto reply = [&] {
            return resultsOf(frank.post(house, {alice.address}, frank.message("ReplyContact", freshId())));
        };
        QCOMPARE(reply(), rejected);
        QCOMPARE(resultsOf(alice.post(house, {frank.address}, alice.message("RequestContact", freshId()))),
                 accepted);
        QCOMPARE(reply(), accepted);
        alice.know(house, frank);
        const auto respond = [&] {
            return resultsOf(
                frank.post(house, {alice.address}, frank.message("ResponseConfirmation", freshId())));
        };
        QCOMPARE(respond(), rejected);
        frank.know(house, alice);
        QCOMPARE(
            resultsOf(alice.post(house, {frank.address}, alice.message("RequestConfirmation", freshId()))),
            accepted);
        QCOMPARE(respond(), accepted);
    }

    void refusesWhatIsNotTheSendersOwn_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("status");
        QTest::newRow("unsigned") << "unsigned" << 400;
        QTest::newRow("altered") << "altered" << 400;
        QTest::newRow("without accreditation") << "bare" << 400;
        QTest::newRow("of another account") << "other" << 401;
        QTest::newRow("without class") << "class" << 400;
        QTest::newRow("denied label") << "label" << 401;
        QTest::newRow("too large") << "large" << 413;
        QTest::newRow("nobody to send it to") << "nobody" << 400;
    }
    void refusesWhatIsNotTheSendersOwn()
    {
        QFETCH(const QString, what);
        QFETCH(const int, status);
        const std::string id = freshId();
        dare::Envelope message = alice.message(what == "class" ? "" : "RequestContact", id,
                                               what == "label" ? std::vector<std::string>{"Internal"}
                                                               : std::vector<std::string>());
        dare::Header header = message.header();
        dare::Trailer trailer = message.trailer();
        Bytes body = copyOf(message.body());
        if (what == "unsigned")
            trailer.signatures.clear();
        if (what == "altered") {
            body.front() ^= 1;
            trailer.payloadDigest.clear();
        }
        if (what == "bare") {
            auto meta = *header.contentMeta();
            meta.keyValues.clear();
            header.setContentMeta(meta);
        }
        message = dare::Envelope::assemble(header, body, trailer);
        if (what == "other")
            message = bob.message("RequestContact", id);
        if (what == "large") {
            dare::SealOptions options;
            message = *dare::seal(Bytes(house.policy.postOctets, 'x'), options);
        }
        std::vector<std::string> recipients{bob.address};
        if (what == "nobody")
            recipients.clear();
        const Answer answer = alice.post(house, recipients, message);
        QCOMPARE(static_cast<int>(answer.status()), status);
        QCOMPARE(countOf(bob, id), 0U);
        QCOMPARE(countOf(alice, id, "mmm_SpoolOutbound"), 0U);
    }

    void obeysTheDevicesPermissions()
    {
        const Member mute =
            alice.add(house, Device(), {schema::makePermission("Message:RequestTask", "Accept")});
        protocol::PostRequest request;
        request.account = alice.address;
        request.accounts = {bob.address};
        request.message = {alice.message("RequestContact", freshId())};
        COMPARE_STATUS(house.ask(mute.identity(), request), 401);
        request.account = bob.address;
        COMPARE_STATUS(house.ask(alice.member.identity(), request), 401);
    }

    void sendsNothingTwice()
    {
        const std::string id = freshId();
        const auto message = alice.message("RequestContact", id);
        QCOMPARE(resultsOf(alice.post(house, {bob.address}, message)), accepted);
        QCOMPARE(resultsOf(alice.post(house, {bob.address}, message)), accepted);
        QCOMPARE(countOf(bob, id), 1U);
        QCOMPARE(countOf(alice, id, "mmm_SpoolOutbound"), 1U);
    }

    /// What was sent to one is not thereby sent to others, and an id stands for one message.
    void sendsToWhoHasNotGotIt()
    {
        Person carol("second");
        carol.settle(house);
        const std::string id = freshId();
        const auto message = alice.message("RequestContact", id);
        QCOMPARE(resultsOf(alice.post(house, {bob.address}, message)), accepted);
        QCOMPARE(resultsOf(alice.post(house, {carol.address}, message)), accepted);
        QCOMPARE(countOf(carol, id), 1U);
        QCOMPARE(resultsOf(alice.post(house, {"nobody@example.com"}, message)), rejected);
        schema::Message other;
        other.messageId = id;
        other.sender = bob.address;
        dare::SealOptions options;
        options.meta = *message.contentMeta();
        options.signers = {&alice.member.keys.signature.key};
        const auto changed = dare::seal(encoding::toTaggedJson(other), options);
        COMPARE_STATUS(alice.post(house, {carol.address}, *changed), 409);
    }

    void writesToItselfOnlyWhereItMay()
    {
        const Member reader = alice.add(house, Device(), {schema::makePermission("Catalog:*", "Read")});
        protocol::PostRequest request;
        request.account = alice.address;
        request.self = {alice.message("MessagePIN", freshId())};
        COMPARE_STATUS(house.ask(reader.identity(), request), 401);
        protocol::UploadRequest upload;
        upload.account = alice.address;
        upload.self = request.self;
        COMPARE_STATUS(house.ask(reader.identity(), upload), 401);
        COMPARE_STATUS(house.ask(alice.member.identity(), request), 201);
    }

    void limitsRecipientsAndRate()
    {
        Person busy("busy");
        busy.settle(house);
        COMPARE_STATUS(busy.post(house, std::vector<std::string>(21, bob.address),
                                 busy.message("RequestContact", freshId())),
                       413);
        for (int i = 0; i < 5; ++i) {
            COMPARE_STATUS(busy.post(house, std::vector<std::string>(20, "nobody@example.com"),
                                     busy.message("RequestContact", freshId())),
                           201);
        }
        const auto message = busy.message("RequestContact", freshId());
        COMPARE_STATUS(busy.post(house, {bob.address}, message), 503);
        house.clock->advance(std::chrono::hours(1));
        COMPARE_STATUS(busy.post(house, {bob.address}, message), 201);
    }

    void knowsNobodyElsesAccounts()
    {
        Person gone("gone");
        gone.settle(house);
        protocol::DeleteRequest remove;
        COMPARE_STATUS(house.ask(gone.member.identity(), remove), 201);
        for (const std::string& address :
             {gone.address, std::string("nobody@example.com"), std::string("x")}) {
            const Answer answer = alice.post(house, {address}, alice.message("RequestContact", freshId()));
            COMPARE_STATUS(answer, 201);
            QCOMPARE(resultsOf(answer), rejected);
        }
    }

    void aStrangeServiceLeavesOneLineForARequest()
    {
        protocol::PostRequest request;
        request.accounts.assign(20, bob.address);
        request.message.assign(32, alice.message("RequestContact", freshId()));
        for (const char* account : {"", "alice@example.com", "nonsense"}) {
            request.account = account;
            const std::size_t before = incidents().size();
            const Answer answer = house.ask(strangeService(), request);
            COMPARE_STATUS(answer, 401);
            QVERIFY(answer.as<protocol::PostResponse>().entries.empty());
            QCOMPARE(incidents().size(), before + 1);
            QCOMPARE(incidents().back().reason, "not the service of the sender");
        }
        request.message.push_back(request.message.front());
        COMPARE_STATUS(house.ask(strangeService(), request), 413);
    }

    void strangeServicesDoNotFillTheLog()
    {
        House small([](service::ServicePolicy& policy) { policy.refusalsPerHour = 3; });
        protocol::PostRequest request;
        request.accounts = {bob.address};
        for (int i = 0; i < 6; ++i)
            COMPARE_STATUS(small.ask(strangeService(), request), 401);
        QCOMPARE(small.lines("@incidents", "Incident").size(), 3U);
    }

    void theLogOfIncidentsBeginsAnew()
    {
        House small([](service::ServicePolicy& policy) { policy.incidentLines = 5; });
        protocol::PostRequest request;
        for (int i = 0; i < 13; ++i) {
            request.accounts = {std::to_string(i)};
            COMPARE_STATUS(small.ask(strangeService(), request), 401);
        }
        const auto last = small.lines("@incidents", "Incident");
        QCOMPARE(last.size(), 3U);
        QCOMPARE(encoding::fromTaggedJson<service::Incident>(last.back().body)->recipient, "12");
        const auto before = small.lines("@incidents", "Incident.before");
        QCOMPARE(before.size(), 5U);
        QCOMPARE(encoding::fromTaggedJson<service::Incident>(before.front().body)->recipient, "5");
    }

    /// Reading the contact catalog must not depend on where its key exchange stands.
    void readsContactsAfterAChangeOfKeys()
    {
        Person hal("hal");
        hal.settle(house);
        hal.know(house, alice);
        hal.know(house, bob); // under another exchange
        for (const Person* sender : {&alice, &bob})
            QCOMPARE(resultsOf(sender->post(house, {hal.address}, sender->message("RequestTask", freshId()))),
                     accepted);
    }
};

QTEST_GUILESS_MAIN(TestPosting)
#include "tst_service_posting.moc"
