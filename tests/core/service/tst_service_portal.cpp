#include "core/service/service_fixture.h"

#include "protocol/checkpoint.h"
#include "schema/any.h"
#include "udf/digest.h"
#include "udf/udf.h"

using namespace serving;

/// What is published and found: Get, Publish, the portal's Status, Transfer (WIRE G.7).
class TestPortal : public QObject
{
    Q_OBJECT

    Person alice{"alice"};
    Person peer{"peer"};
    House house{[this](service::ServicePolicy& policy) {
        policy.peers.insert(schema::udfOf(peer.member.keys.authentication.key.publicKey()));
    }};

    static protocol::PublishRequest profile(const Person& person)
    {
        protocol::SignedProfile entry;
        entry.identifier = person.meshUdf;
        entry.signedData = person.profileMesh;
        protocol::PublishRequest request;
        request.entry = entry;
        return request;
    }
    static protocol::PublishRequest escrow(const std::string& identifier, const char* text)
    {
        protocol::OfflineEscrowEntry entry;
        entry.identifier = identifier;
        dare::SealOptions options;
        options.digest = true;
        entry.encryptedData = *dare::seal(bytesOf(text), options);
        protocol::PublishRequest request;
        request.entry = entry;
        return request;
    }
    static std::string identifier(const char* text, unsigned bits = 280)
    {
        return udf::contentDigest(bytesOf(text), "application/udf-encryption", crypto::HashAlgorithm::Sha512,
                                  bits)
            .text();
    }
    Answer find(const std::string& id)
    {
        protocol::GetRequest request;
        request.identifier = id;
        return house.ask(request);
    }
    protocol::PortalStatusResponse portalStatus()
    {
        protocol::StatusRequest request;
        request.portal = domain;
        return house.ask(request).as<protocol::PortalStatusResponse>();
    }

private slots:
    void initTestCase()
    {
        alice.settle(house);
        peer.settle(house);
    }

    void publishesNewerProfiles()
    {
        COMPARE_STATUS(house.ask(profile(alice)), 401);
        COMPARE_STATUS(house.ask(peer.member.identity(), profile(alice)), 401);
        auto wrong = profile(alice);
        std::get<protocol::SignedProfile>(wrong.entry).identifier = peer.meshUdf;
        COMPARE_STATUS(house.ask(alice.member.identity(), wrong), 400);
        const auto old = profile(alice);
        alice.sign(TimePoint(std::chrono::seconds(1'680'000'000)));
        COMPARE_STATUS(house.ask(alice.member.identity(), profile(alice)), 202);
        COMPARE_STATUS(house.ask(alice.member.identity(), old), 409);
        const auto found = find(alice.meshUdf).as<protocol::GetResponse>();
        QCOMPARE(found.entries.size(), 1U);
        QVERIFY(std::get<protocol::SignedProfile>(found.entries.front()).signedData == alice.profileMesh);
    }

    /// The account's own key alone does not publish: former administrators knew it.
    void takesAnAccountsProfileFromAdministratorsOnly()
    {
        Person bob("former");
        bob.settle(house);
        const auto published = [&](const std::vector<const crypto::PrivateKey*>& signers,
                                   std::int64_t second) {
            const auto profile = schema::makeProfileAccount(
                bob.accountSignature.publicKey(), {bob.accountOnline.publicKey()}, bob.encryption.publicKey(),
                bob.meshUdf, {bob.address}, TimePoint(std::chrono::seconds(1'690'000'000 + second)));
            protocol::SignedProfile entry;
            entry.identifier = bob.accountUdf;
            entry.signedData = *schema::sealRecord(profile, signers);
            protocol::PublishRequest request;
            request.entry = entry;
            return house.ask(bob.member.identity(), request);
        };
        const Answer refused = published({&bob.accountSignature}, 1);
        QVERIFY2(refused.status() == 400 || refused.status() == 401, describe(refused).c_str());
        COMPARE_STATUS(find(bob.accountUdf), 404);
        COMPARE_STATUS(published({&bob.accountSignature, &bob.administration}, 2), 201);
    }

    /// What has a longer name is no version of somebody's profile.
    void keepsOthersOutOfAProfilesVersions()
    {
        Person bob("later");
        const std::string longer = bob.meshUdf + "-AAAA-AAAA-AAAA-AAAA";
        COMPARE_STATUS(house.ask(alice.member.identity(), escrow(longer, "record")), 201);
        bob.settle(house);
        protocol::GetRequest request;
        request.identifier = bob.meshUdf;
        request.multiple = true;
        const auto found = house.ask(request).as<protocol::GetResponse>();
        QCOMPARE(found.entries.size(), 1U);
        QVERIFY(std::holds_alternative<protocol::SignedProfile>(found.entries.front()));
    }

    void findsEveryVersion()
    {
        protocol::GetRequest request;
        request.identifier = alice.meshUdf;
        request.multiple = true;
        const auto found = house.ask(request).as<protocol::GetResponse>();
        QCOMPARE(found.entries.size(), 2U);
        QVERIFY(std::get<protocol::SignedProfile>(found.entries.back()).signedData == alice.profileMesh);
        request.full = true;
        const auto full = house.ask(request).as<protocol::GetResponse>();
        QCOMPARE(full.dataItems.size(), 2U);
        QCOMPARE(full.dataItems.front().primaryKey, alice.meshUdf);
    }

    void findsByAccountAndTerms()
    {
        protocol::GetRequest request;
        COMPARE_STATUS(house.ask(request), 400);
        request.account = alice.address;
        COMPARE_STATUS(house.ask(request), 201);
        request.account = "nobody@example.com";
        COMPARE_STATUS(house.ask(request), 404);
        request.account = {};
        protocol::PortalKeyValue pair;
        pair.key = "UDF";
        pair.value = alice.meshUdf;
        request.keyValues = {pair};
        QCOMPARE(house.ask(request).as<protocol::GetResponse>().entries.size(), 1U);
        pair.value = peer.meshUdf;
        request.keyValues.push_back(pair);
        COMPARE_STATUS(house.ask(request), 404);
        COMPARE_STATUS(find("MAAA-BBBB"), 404);
    }

    void keepsEscrowRecordsUnchanged()
    {
        const std::string id = identifier("a key");
        COMPARE_STATUS(house.ask(escrow(id, "record")), 401);
        COMPARE_STATUS(house.ask(alice.member.identity(), escrow(identifier("a key", 180), "record")), 400);
        COMPARE_STATUS(house.ask(alice.member.identity(), escrow("not an identifier", "record")), 400);
        COMPARE_STATUS(house.ask(alice.member.identity(), escrow(id, "record")), 201);
        COMPARE_STATUS(house.ask(alice.member.identity(), escrow(id, "record")), 201);
        COMPARE_STATUS(house.ask(alice.member.identity(), escrow(id, "other")), 409);
        const auto found = find(id).as<protocol::GetResponse>();
        QCOMPARE(textOf(std::get<protocol::OfflineEscrowEntry>(found.entries.front()).encryptedData.body()),
                 "record");
        // shorter and longer forms of the identifier find it too, but not guesses
        COMPARE_STATUS(find(identifier("a key", 200)), 201);
        COMPARE_STATUS(find(identifier("a key", 440)), 201);
        COMPARE_STATUS(find(identifier("a key", 120)), 404);
        COMPARE_STATUS(find(identifier("another key")), 404);
    }

    void statesHowFarItsLogIs()
    {
        const auto service = schema::verifyProfileService(house.identity.profileService);
        const auto first = portalStatus();
        QVERIFY(first.lastWriteTime && first.lastCheckpointTime && first.nextCheckpointTime);
        QCOMPARE(*first.nextCheckpointTime - *first.lastCheckpointTime, std::chrono::minutes(10));
        const auto stated = protocol::verifyCheckpoint(first.checkpointValue, *service);
        QVERIFY(stated.has_value());

        // nothing new is stated before its time, and then only if there is something new
        COMPARE_STATUS(house.ask(alice.member.identity(), escrow(identifier("more"), "more")), 201);
        QCOMPARE(portalStatus().checkpointValue, first.checkpointValue);
        house.clock->advance(std::chrono::minutes(10));
        const auto second = portalStatus();
        const auto later = protocol::verifyCheckpoint(second.checkpointValue, *service);
        QVERIFY(later && later->index > stated->index);
        QVERIFY(protocol::compareCheckpoints(*stated, *later).has_value());
        house.clock->advance(std::chrono::minutes(10));
        QCOMPARE(portalStatus().checkpointValue, second.checkpointValue);

        // another service's word does not count
        House other;
        const auto stranger = schema::verifyProfileService(other.identity.profileService);
        QVERIFY(!protocol::verifyCheckpoint(second.checkpointValue, *stranger).has_value());
    }

    void handsItsLogToPeers()
    {
        protocol::TransferRequest request;
        COMPARE_STATUS(house.ask(request), 401);
        COMPARE_STATUS(house.ask(alice.member.identity(), request), 401);
        const auto service = schema::verifyProfileService(house.identity.profileService);
        house.clock->advance(std::chrono::minutes(10));
        const auto checkpoint = protocol::verifyCheckpoint(portalStatus().checkpointValue, *service);

        protocol::LogTrail trail;
        std::size_t items = 0;
        request.searchConstraints.emplace().maxEntries = 2;
        for (;;) {
            const Answer answer = house.ask(peer.member.identity(), request);
            COMPARE_STATUS(answer, 201);
            const auto page = answer.as<protocol::TransferResponse>();
            QVERIFY(page.envelopes.size() <= 2U);
            items += page.dataItems.size();
            const Status followed = trail.follow(page.envelopes, *checkpoint);
            if (followed)
                break;
            QCOMPARE(followed.error().fault, Fault::NotYet);
            QVERIFY(!page.pageKey.empty());
            // what was kept is enough to go on
            trail = *protocol::LogTrail::restore(trail.kept());
            request.searchConstraints->pageKey = page.pageKey;
        }
        QVERIFY(items >= 3U);
        QCOMPARE(trail.nextIndex(), checkpoint->index + 1);

        request.searchConstraints->pageKey = "bm90IGEga2V5";
        COMPARE_STATUS(house.ask(peer.member.identity(), request), 404);
    }

    void endsPageKeysInTime()
    {
        protocol::TransferRequest request;
        request.searchConstraints.emplace().maxEntries = 1;
        const auto page = house.ask(peer.member.identity(), request).as<protocol::TransferResponse>();
        request.searchConstraints->pageKey = page.pageKey;
        COMPARE_STATUS(house.ask(peer.member.identity(), request), 201);
        protocol::GetRequest other;
        other.searchConstraints = request.searchConstraints;
        COMPARE_STATUS(house.ask(other), 404);
        house.clock->advance(std::chrono::minutes(20));
        COMPARE_STATUS(house.ask(peer.member.identity(), request), 404);
    }
};

QTEST_GUILESS_MAIN(TestPortal)
#include "tst_service_portal.moc"
