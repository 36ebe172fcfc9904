#include "core/service/service_fixture.h"

#include "dare/key_exchange.h"
#include "schema/group_part.h"

using namespace serving;

namespace {

constexpr TimePoint made{std::chrono::seconds(1'680'000'000)};

template<typename T>
T sure(Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().detail.c_str());
    return std::move(*result);
}

Secret keyJson(const crypto::PrivateKey& key)
{
    encoding::JsonWriter writer;
    encoding::Codec<dare::Key>::write(writer, dare::fromPrivateKey(key));
    return Secret(bytesOf(writer.text()));
}

dare::Envelope sealedTo(const Secret& payload, const crypto::PublicKey& reader)
{
    dare::SealOptions options;
    options.recipients = {reader};
    return sure(dare::seal(payload, options));
}

/// A group as its administrator has it.
struct Group
{
    explicit Group(std::string name) : address(std::move(name)), udf(schema::udfOf(offline.publicKey()))
    {
        sign({administrator.publicKey()}, {&offline, &administrator}, made);
    }

    void sign(const std::vector<crypto::PublicKey>& administrators,
              const std::vector<const crypto::PrivateKey*>& signers, TimePoint updated)
    {
        profile = sure(schema::sealRecord(
            schema::makeProfileGroup(offline.publicKey(), administrators, key.publicKey(), address, updated),
            signers));
    }

    [[nodiscard]] protocol::CreateRequest createRequest(const Person& maker) const
    {
        protocol::CreateRequest request;
        request.serviceId = address;
        request.signedProfileMesh = maker.profileMesh;
        request.signedAssertionAccount = profile;
        return request;
    }
    [[nodiscard]] protocol::Identity identity() const { return identityOf(administrator); }
    [[nodiscard]] protocol::Identity identityOf(const crypto::PrivateKey& one) const
    {
        return {std::make_shared<const crypto::PrivateKey>(one.clone()), {{"ProfileGroup", profile}}};
    }

    /// The entry for the service, signed.
    [[nodiscard]] schema::CatalogedMember entry(const Person& person, const crypto::PrivateKey& share,
                                                const crypto::PublicKey& host) const
    {
        schema::CatalogedMember entry;
        entry.udf = person.accountUdf;
        entry.contactAddress = person.address;
        entry.envelopedConnectionGroup = sure(schema::sealRecord(
            schema::makeConnectionGroup(person.accountUdf, udf, key.publicKey(), address, made),
            {&administrator}));
        entry.envelopedServiceKey = sealedTo(keyJson(share), host);
        return entry;
    }
    [[nodiscard]] protocol::UploadRequest members(const std::vector<schema::CatalogedMember>& entries,
                                                  const crypto::PrivateKey& signer) const
    {
        protocol::UploadRequest request;
        request.account = address;
        for (const auto& one : entries)
            request.members.push_back(sure(schema::sealRecord(one, {&signer})));
        return request;
    }
    /// Makes the person a member; gives the member's share.
    crypto::PrivateKey add(House& house, const Person& person)
    {
        schema::GroupShares shares = sure(schema::splitGroupKey(key));
        const Answer answer =
            house.ask(identity(), members({entry(person, shares.service, house.hostKey())}, administrator));
        if (answer.status() != 201)
            qFatal("no member: %s", describe(answer).c_str());
        const Answer listed = write(house, {person.accountUdf, "New", R"({"CatalogedMember":{}})"});
        if (listed.status() != 202)
            qFatal("no entry: %s", describe(listed).c_str());
        m_frames[person.accountUdf] = m_pen.count() - 1;
        return std::move(shares.member);
    }
    Answer remove(House& house, const Person& person)
    {
        Pen::Line line{person.accountUdf, "Delete", {}};
        line.first = m_frames[person.accountUdf];
        line.previous = m_frames[person.accountUdf];
        return write(house, line);
    }
    Answer write(House& house, const Pen::Line& line)
    {
        return write(house, line, identity(), administrator);
    }
    Answer write(House& house, const Pen::Line& line, const protocol::Identity& who,
                 const crypto::PrivateKey& signer)
    {
        protocol::UploadRequest request;
        request.account = address;
        request.updates = {m_pen.write({line}, signer, {key.publicKey()})};
        return house.ask(who, request);
    }

    [[nodiscard]] dare::Recipient recipient(const Secret& masterKey) const
    {
        return sure(dare::wrapMasterKey(
            masterKey, {key.publicKey(), schema::udfOf(key.publicKey()) + "@" + domain, address}));
    }

    std::string address;
    crypto::PrivateKey offline = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    crypto::PrivateKey administrator = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    crypto::PrivateKey key = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    std::string udf;
    dare::Envelope profile;

private:
    Pen m_pen{udf, "mmm_Member"};
    std::map<std::string, std::int64_t> m_frames;
};

protocol::RecryptRequest question(const Group& group, const Person& member, const dare::Recipient& recipient)
{
    protocol::RecryptRequest request;
    request.account = group.address;
    request.memberUdf = member.accountUdf;
    request.groupKeyId = recipient.kid;
    request.ephemeralKey = recipient.ephemeral;
    return request;
}

/// A device of an account that is not kept here.
protocol::Identity guest(const Person& person)
{
    return {std::make_shared<const crypto::PrivateKey>(person.member.keys.authentication.key.clone()),
            {{"Connection", person.member.connection}, {"ProfileAccount", person.profileAccount}}};
}

} // namespace

/// Groups and their members at the service, and its part in their decryptions (WIRE E.20, G.8.11).
class TestGroups : public QObject
{
    Q_OBJECT

    House house;
    Person alice{"alice"};
    Person bob{"bob"};
    Person carol{"carol"};
    Person dave{"dave", "elsewhere.example"};
    Group group{"crew@example.com"};
    const Secret masterKey = crypto::randomSecret(32);
    std::optional<crypto::PrivateKey> bobsShare;
    std::optional<crypto::PrivateKey> davesShare;

private slots:
    void initTestCase()
    {
        alice.settle(house);
        bob.settle(house);
        carol.settle(house);
    }

    void isMadeByAnAccountOfHere()
    {
        COMPARE_STATUS(house.ask(group.createRequest(alice)), 401);
        static const Device stranger;
        COMPARE_STATUS(house.ask(stranger.identity(), group.createRequest(alice)), 401);
        COMPARE_STATUS(house.ask(guest(dave), group.createRequest(dave)), 401);
        // in the name of another mesh
        COMPARE_STATUS(house.ask(alice.member.identity(), group.createRequest(bob)), 401);
        protocol::CreateRequest other = group.createRequest(alice);
        other.serviceId = "others@example.com";
        COMPARE_STATUS(house.ask(alice.member.identity(), other), 400);
        Group unled("unled@example.com");
        unled.sign({}, {&unled.offline}, made);
        COMPARE_STATUS(house.ask(alice.member.identity(), unled.createRequest(alice)), 400);
        Group forged("forged@example.com");
        forged.sign({forged.administrator.publicKey()}, {&forged.administrator}, made);
        COMPARE_STATUS(house.ask(alice.member.identity(), forged.createRequest(alice)), 400);
        const Group taken(alice.address);
        const Answer refused = house.ask(alice.member.identity(), taken.createRequest(alice));
        COMPARE_STATUS(refused, 409);
        QCOMPARE(refused.detail(), protocol::StatusDetail::NameTaken);
        COMPARE_STATUS(house.ask(alice.member.identity(), group.createRequest(alice)), 201);
        const Group second(group.address);
        COMPARE_STATUS(house.ask(bob.member.identity(), second.createRequest(bob)), 409);

        // whoever encrypts to it finds its key, and not whose it is
        protocol::GetRequest get;
        get.account = group.address;
        get.multiple = true;
        const auto found = house.ask(get).as<protocol::GetResponse>();
        QCOMPARE(found.entries.size(), 1U);
        QVERIFY(std::get<protocol::SignedProfile>(found.entries.front()).signedData == group.profile);
    }

    void memberAndServiceDecryptOnlyTogether()
    {
        bobsShare = group.add(house, bob);
        const crypto::PrivateKey carolsShare = group.add(house, carol);
        const dare::Recipient recipient = group.recipient(masterKey);
        QCOMPARE(dare::recipientName(recipient).domain, domain);
        const Answer answer = house.ask(bob.member.identity(), question(group, bob, recipient));
        COMPARE_STATUS(answer, 201);
        const Secret partial{BytesView(answer.as<protocol::RecryptResponse>().partial)};
        QVERIFY(sure(dare::unwrapWithPartial(recipient, *bobsShare, partial)) == masterKey);
        // neither alone, nor with another member's share
        QVERIFY(!dare::unwrapMasterKey(recipient, *bobsShare));
        QVERIFY(!dare::unwrapWithAgreement(recipient, partial));
        QCOMPARE(dare::unwrapWithPartial(recipient, carolsShare, partial).error().fault,
                 Fault::CannotDecrypt);
        // what another member gets does not fit the share either
        const Answer carols = house.ask(carol.member.identity(), question(group, carol, recipient));
        COMPARE_STATUS(carols, 201);
        const Secret other{BytesView(carols.as<protocol::RecryptResponse>().partial)};
        QCOMPARE(dare::unwrapWithPartial(recipient, *bobsShare, other).error().fault, Fault::CannotDecrypt);
        // all of it
        QVERIFY(sure(dare::unwrapMasterKey(recipient, group.key)) == masterKey);
    }

    void tellsWhatTheCatalogHasForTheMember()
    {
        Group keeping("keeping@example.com");
        COMPARE_STATUS(house.ask(alice.member.identity(), keeping.createRequest(alice)), 201);
        const auto shares = sure(schema::splitGroupKey(keeping.key));
        auto entry = keeping.entry(bob, shares.service, house.hostKey());
        entry.envelopedMemberKey = sealedTo(keyJson(shares.member), bob.encryption.publicKey());
        COMPARE_STATUS(house.ask(keeping.identity(), keeping.members({entry}, keeping.administrator)), 201);
        protocol::RecryptRequest request = question(keeping, bob, keeping.recipient(masterKey));
        QVERIFY(house.ask(bob.member.identity(), request)
                    .as<protocol::RecryptResponse>()
                    .decryptionKey.isEmpty());
        request.returnKey = true;
        QVERIFY(house.ask(bob.member.identity(), request).as<protocol::RecryptResponse>().decryptionKey ==
                entry.envelopedMemberKey);
    }

    void refusesWhoIsNoMember()
    {
        static Person eve("eve");
        eve.settle(house);
        const dare::Recipient recipient = group.recipient(masterKey);
        COMPARE_STATUS(house.ask(eve.member.identity(), question(group, eve, recipient)), 401);
        COMPARE_STATUS(house.ask(eve.member.identity(), question(group, bob, recipient)), 401);
        COMPARE_STATUS(house.ask(question(group, bob, recipient)), 401);
        COMPARE_STATUS(house.ask(bob.device.identity(), question(group, bob, recipient)), 401);
        COMPARE_STATUS(house.ask(guest(dave), question(group, dave, recipient)), 401);
        COMPARE_STATUS(house.ask(guest(dave), question(group, bob, recipient)), 401);
        // the administrator has the whole key and is no member
        COMPARE_STATUS(house.ask(group.identity(), question(group, alice, recipient)), 401);
        // with the very connection of a member who is known here by other means
        COMPARE_STATUS(house.ask(guest(bob), question(group, carol, recipient)), 401);
    }

    void refusesWhatIsNoQuestion_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("status");
        QTest::newRow("no key") << "none" << 400;
        QTest::newRow("the neutral element") << "neutral" << 400;
        QTest::newRow("a point of small order") << "small" << 400;
        QTest::newRow("no point") << "junk" << 400;
        QTest::newRow("another curve") << "curve" << 400;
        QTest::newRow("another key's recipient") << "kid" << 404;
        QTest::newRow("no group of that name") << "group" << 404;
        QTest::newRow("a person") << "person" << 404;
        QTest::newRow("no address") << "address" << 400;
    }
    void refusesWhatIsNoQuestion()
    {
        QFETCH(const QString, what);
        QFETCH(const int, status);
        const dare::Recipient recipient = group.recipient(masterKey);
        protocol::RecryptRequest request = question(group, bob, recipient);
        const auto point = [&](std::uint8_t first, std::uint8_t last) {
            dare::PublicKeyECDH key;
            key.curve = "Ed448";
            key.publicOctets = Bytes(57);
            key.publicOctets.front() = first;
            key.publicOctets.back() = last;
            request.ephemeralKey = key;
        };
        if (what == "none")
            request.ephemeralKey = {};
        else if (what == "neutral")
            point(1, 0);
        else if (what == "small")
            point(0, 0x80);
        else if (what == "junk")
            point(2, 0x7F);
        else if (what == "curve")
            request.ephemeralKey =
                dare::fromPublicKey(crypto::PrivateKey::generate(crypto::Curve::Ed25519).publicKey());
        else if (what == "kid")
            request.groupKeyId = schema::udfOf(alice.encryption.publicKey()) + "@" + domain;
        else if (what == "group")
            request.account = "nobody@example.com";
        else if (what == "person")
            request.account = alice.address;
        else
            request.account = "crew";
        const Answer answer = house.ask(bob.member.identity(), request);
        COMPARE_STATUS(answer, status);
        QVERIFY(answer.as<protocol::RecryptResponse>().partial.empty());
    }

    void aRequestCountsOnce()
    {
        const auto seal = house.sealed(
            bob.member.identity(), House::textOfRequest(question(group, bob, group.recipient(masterKey))));
        COMPARE_STATUS(house.sendSealed(seal), 201);
        const Answer again = house.sendSealed(seal);
        COMPARE_STATUS(again, 401);
        QCOMPARE(again.detail(), protocol::StatusDetail::Replay);
    }

    void aRemovedMemberIsRefusedAtOnce()
    {
        const dare::Recipient recipient = group.recipient(masterKey);

        static Person frank("frank");
        frank.settle(house);
        const crypto::PrivateKey franks = group.add(house, frank);
        COMPARE_STATUS(house.ask(frank.member.identity(), question(group, frank, recipient)), 201);
        COMPARE_STATUS(group.remove(house, frank), 202);
        COMPARE_STATUS(house.ask(frank.member.identity(), question(group, frank, recipient)), 401);
        // nothing of the share is left, and nothing of it was in the catalog
        const auto storage = house.storage();
        const auto account = storage->account(group.address);
        QVERIFY(!*storage->member((*account)->id, frank.accountUdf));
        QVERIFY(*storage->member((*account)->id, bob.accountUdf));
    }

    void aDisconnectedDeviceOfAMemberIsRefused()
    {
        static const Device lost;
        const Member second = bob.add(house, lost);
        const dare::Recipient recipient = group.recipient(masterKey);
        COMPARE_STATUS(house.ask(second.identity(), question(group, bob, recipient)), 201);
        bob.remove(house, lost);
        const Answer answer = house.ask(second.identity(), question(group, bob, recipient));
        COMPARE_STATUS(answer, 401);
        QCOMPARE(answer.detail(), protocol::StatusDetail::UnknownDevice);
        // nor does it get in by claiming that its account is kept elsewhere
        protocol::Identity pretending = second.identity(true);
        pretending.credentials.push_back({"ProfileAccount", bob.profileAccount});
        COMPARE_STATUS(house.ask(pretending, question(group, bob, recipient)), 401);
    }

    void servesMembersOfOtherServices()
    {
        davesShare = group.add(house, dave);
        const dare::Recipient recipient = group.recipient(masterKey);
        const Answer answer = house.ask(guest(dave), question(group, dave, recipient));
        COMPARE_STATUS(answer, 201);
        const Secret partial{BytesView(answer.as<protocol::RecryptResponse>().partial)};
        QVERIFY(sure(dare::unwrapWithPartial(recipient, *davesShare, partial)) == masterKey);
        // a guest is nothing but that
        protocol::StatusRequest status;
        status.account = dave.address;
        COMPARE_STATUS(house.ask(guest(dave), status), 401);
        // somebody whose account has signed nothing of the kind
        static Person mallory("mallory", "elsewhere.example");
        protocol::Identity forged = guest(mallory);
        forged.credentials[1].envelope = dave.profileAccount;
        COMPARE_STATUS(house.ask(forged, question(group, dave, recipient)), 401);
        // once a newer profile was seen, what only the older one vouches for counts no more
        const protocol::Identity old = guest(dave);
        dave.sign(TimePoint(std::chrono::seconds(1'690'000'000)));
        COMPARE_STATUS(house.ask(guest(dave), question(group, dave, recipient)), 201);
        const Answer late = house.ask(old, question(group, dave, recipient));
        COMPARE_STATUS(late, 401);
        QCOMPARE(late.detail(), protocol::StatusDetail::UnknownDevice);
    }

    void takesMembersFromAdministratorsOnly()
    {
        const auto shares = sure(schema::splitGroupKey(group.key));
        const auto entry = group.entry(carol, shares.service, house.hostKey());
        // as a person, even the one who made the group
        COMPARE_STATUS(house.ask(bob.member.identity(), group.members({entry}, group.administrator)), 401);
        COMPARE_STATUS(house.ask(alice.member.identity(), group.members({entry}, group.administrator)), 401);
        COMPARE_STATUS(house.ask(group.identity(), group.members({entry}, carol.accountOnline)), 401);
        // a key that the group's profile as it is stored does not have
        Group posing(group.address);
        COMPARE_STATUS(house.ask(posing.identity(), posing.members({entry}, posing.administrator)), 401);
        auto clear = entry;
        clear.envelopedServiceKey = sure(dare::seal(keyJson(shares.service), {}));
        COMPARE_STATUS(house.ask(group.identity(), group.members({clear}, group.administrator)), 401);
        const auto whole = group.entry(carol, group.key, house.hostKey());
        COMPARE_STATUS(house.ask(group.identity(), group.members({whole}, group.administrator)), 400);
        const auto unreadable = group.entry(carol, shares.service, carol.encryption.publicKey());
        COMPARE_STATUS(house.ask(group.identity(), group.members({unreadable}, group.administrator)), 400);
        auto mixed = entry;
        mixed.udf = bob.accountUdf;
        COMPARE_STATUS(house.ask(group.identity(), group.members({mixed}, group.administrator)), 400);
        const std::vector<schema::CatalogedMember> many(257, schema::CatalogedMember());
        COMPARE_STATUS(house.ask(group.identity(), group.members(many, group.administrator)), 413);
        protocol::UploadRequest own = group.members({entry}, group.administrator);
        own.account = alice.address;
        COMPARE_STATUS(house.ask(alice.member.identity(), own), 401);
        // and the list of them likewise
        Group other("list@example.com");
        COMPARE_STATUS(house.ask(alice.member.identity(), other.createRequest(alice)), 201);
        const Pen::Line line{carol.accountUdf, "New", R"({"CatalogedMember":{}})"};
        COMPARE_STATUS(other.write(house, line, other.identity(), carol.accountOnline), 401);
    }

    void hasNothingElse()
    {
        protocol::UploadRequest request;
        request.account = group.address;
        Pen contacts(group.udf, "mmm_CatalogContact");
        request.updates = {contacts.write({{"N", "New", R"({"CatalogedContact":{}})"}}, group.administrator,
                                          {group.key.publicKey()})};
        COMPARE_STATUS(house.ask(group.identity(), request), 401);
        Pen members(alice.accountUdf, "mmm_Member");
        COMPARE_STATUS(house.ask(alice.member.identity(),
                                 alice.upload(members.write({{"M", "New", R"({"CatalogedMember":{}})"}},
                                                            alice.member.keys.signature.key,
                                                            {alice.encryption.publicKey()}))),
                       401);
        const Answer posted = alice.post(house, {group.address}, alice.message("RequestContact", "NAAA-1"));
        COMPARE_STATUS(posted, 201);
        QCOMPARE(posted.as<protocol::PostResponse>().entries.front().result, "Reject");
    }

    void administrationIsHandedOver()
    {
        Group passing("passing@example.com");
        COMPARE_STATUS(house.ask(alice.member.identity(), passing.createRequest(alice)), 201);
        const crypto::PrivateKey next = crypto::PrivateKey::generate(crypto::Curve::Ed448);
        const TimePoint later = made + std::chrono::seconds(1);
        // the group's own key is not enough: former administrators know it
        passing.sign({next.publicKey()}, {&passing.offline, &next}, later);
        COMPARE_STATUS(house.ask(passing.identityOf(next), passing.createRequest(alice)), 401);
        passing.sign({next.publicKey()}, {&passing.offline, &passing.administrator}, made);
        COMPARE_STATUS(house.ask(bob.member.identity(), passing.createRequest(alice)), 409);
        passing.sign({next.publicKey()}, {&passing.offline, &passing.administrator}, later);
        COMPARE_STATUS(house.ask(passing.identity(), passing.createRequest(alice)), 202);
        COMPARE_STATUS(house.ask(passing.identity(), passing.members({}, passing.administrator)), 401);
        COMPARE_STATUS(house.ask(passing.identityOf(next), passing.members({}, next)), 201);
        // back again is for the present administrator only
        passing.sign({passing.administrator.publicKey()}, {&passing.offline, &passing.administrator},
                     later + std::chrono::seconds(1));
        COMPARE_STATUS(house.ask(bob.member.identity(), passing.createRequest(alice)), 401);
    }

    void aDissolvedGroupForgetsItsMembers()
    {
        Group passing("brief@example.com");
        COMPARE_STATUS(house.ask(alice.member.identity(), passing.createRequest(alice)), 201);
        (void)passing.add(house, bob);
        protocol::DeleteRequest request;
        request.account = passing.address;
        COMPARE_STATUS(house.ask(bob.member.identity(), request), 401);
        COMPARE_STATUS(house.ask(passing.identity(), request), 201);
        COMPARE_STATUS(house.ask(bob.member.identity(), question(passing, bob, passing.recipient(masterKey))),
                       404);
        const auto storage = house.storage();
        QVERIFY(!*storage->member((*storage->account(passing.address))->id, bob.accountUdf));
    }

    void countsDecryptionsAndGroups()
    {
        House strict([](service::ServicePolicy& policy) {
            policy.recryptionsPerHour = 3;
            policy.groupsPerHour = 1;
        });
        Person maker("alice");
        Person member("bob");
        maker.settle(strict);
        member.settle(strict);
        Group counted("crew@example.com");
        COMPARE_STATUS(strict.ask(maker.member.identity(), counted.createRequest(maker)), 201);
        const Group second("second@example.com");
        COMPARE_STATUS(strict.ask(maker.member.identity(), second.createRequest(maker)), 503);
        (void)counted.add(strict, member);
        const auto asked = question(counted, member, counted.recipient(masterKey));
        for (int i = 0; i < 3; ++i)
            COMPARE_STATUS(strict.ask(member.member.identity(), asked), 201);
        COMPARE_STATUS(strict.ask(member.member.identity(), asked), 503);
        strict.clock->advance(std::chrono::hours(2));
        COMPARE_STATUS(strict.ask(member.member.identity(), asked), 201);
    }
};

QTEST_GUILESS_MAIN(TestGroups)
#include "tst_service_groups.moc"
