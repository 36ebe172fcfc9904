#include "core/service/service_fixture.h"

#include "protocol/status.h"
#include "schema/messages.h"
#include "service/sqlite_query.h"
#include "udf/digest.h"

#include <algorithm>

using namespace serving;

namespace {

constexpr std::uint64_t quota = 256U << 10U;
constexpr auto bookmarks = "mmm_CatalogBookmark";

int& lastNumber()
{
    static int number = 0;
    return number;
}

std::string lastId()
{
    return "M" + std::to_string(lastNumber());
}

std::string freshId()
{
    ++lastNumber();
    return lastId();
}

/// Requests that cost nobody an account: what matters is whether they are counted.
Answer askFor(House& house, const QByteArray& transaction)
{
    const QByteArray text = R"({")" + transaction +
                            R"(":{"Service":"example.com","Account":"nobody@example.com","AccountID":"x"}})";
    return house.send(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
}

std::vector<std::string> resultsOf(const Answer& answer)
{
    std::vector<std::string> results;
    for (const auto& entry : answer.as<protocol::PostResponse>().entries)
        results.push_back(entry.result);
    return results;
}

std::uint64_t storedOf(const House& house, const std::string& address)
{
    const auto storage = house.storage();
    return storage->storedOctets(storage->account(address).value()->id).value();
}

std::uint64_t framesOf(const House& house, const std::string& address, const std::string& container)
{
    const auto storage = house.storage();
    const auto found = storage->container(storage->account(address).value()->id, container).value();
    return found ? found->frames : 0;
}

/// How many incidents there are for that reason.
std::ptrdiff_t notesOf(const House& house, std::string_view reason)
{
    return std::ranges::count_if(
        house.reports(), [&](const std::string& line) { return line.find(reason) != std::string::npos; });
}

} // namespace

/// How much and how often anybody may ask, and how much an account may keep (WIRE G.1, G.8): what one does
/// too often or too much is refused, and nobody else notices.
class TestLimits : public QObject
{
    Q_OBJECT

    /// One that takes two of everything within an hour.
    static void two(service::ServicePolicy& policy)
    {
        policy.validationsPerHour = 2;
        policy.getsPerHour = 2;
        policy.accountsPerHour = 2;
        policy.connectionsPerHour = 2;
        policy.publicationsPerHour = 2;
    }

    /// Adds an entry of that size; whether it was taken. What was not is as if it had not been written.
    static Answer add(House& house, Person& person, std::size_t octets)
    {
        Pen& pen = person.pen(bookmarks);
        const Pen before = pen;
        const auto update = pen.write({{freshId(), "New", "\"" + std::string(octets, 'x') + "\""}},
                                      person.member.keys.signature.key);
        const Answer answer = house.ask(person.member.identity(), person.upload(update));
        if (answer.status() != 202)
            pen = before;
        return answer;
    }

    static void fill(House& house, Person& person)
    {
        for (const std::size_t octets : {16000U, 1000U}) {
            while (add(house, person, octets).status() == 202) {
            }
        }
    }

private slots:
    void countsRequestsOfAnAddress_data()
    {
        QTest::addColumn<QByteArray>("transaction");
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("ValidateAccount")
            << QByteArray("ValidateAccount") << QByteArray("questions about names");
        QTest::newRow("Get") << QByteArray("Get") << QByteArray("searches");
        QTest::newRow("CreateAccount") << QByteArray("CreateAccount") << QByteArray("accounts made");
        QTest::newRow("Connect") << QByteArray("Connect") << QByteArray("requests to connect");
        QTest::newRow("ConnectStart") << QByteArray("ConnectStart") << QByteArray("requests to connect");
        QTest::newRow("Publish") << QByteArray("Publish") << QByteArray("publications");
    }
    void countsRequestsOfAnAddress()
    {
        QFETCH(const QByteArray, transaction);
        QFETCH(const QByteArray, what);
        House house{two};
        const auto isServed = [&](const char* peer) {
            house.peer = peer;
            const Answer answer = askFor(house, transaction);
            return answer.status() != 0 && answer.status() != 503;
        };
        QVERIFY(isServed("192.0.2.1") && isServed("192.0.2.1"));
        for (int i = 0; i < 3; ++i)
            QVERIFY(!isServed("192.0.2.1"));
        const Answer refused = askFor(house, transaction);
        QCOMPARE(refused.http, 503);
        QCOMPARE(refused.response.statusDescription, "too many " + what.toStdString() + " within an hour");
        // another one; a network of IPv6, which is one; and this computer, where nobody is counted
        QVERIFY(isServed("192.0.2.2"));
        QVERIFY(isServed("2001:db8::1") && isServed("2001:db8::2"));
        QVERIFY(!isServed("2001:db8::3"));
        QVERIFY(isServed("2001:db8:0:1::1"));
        for (int i = 0; i < 5; ++i)
            QVERIFY(isServed("127.0.0.1") && isServed("::1"));
        // one line for each, however often they ask
        QCOMPARE(notesOf(house, "refused, from 192.0.2.1: too many " + what.toStdString()), 1);
        QCOMPARE(notesOf(house, "refused, from 2001:db8::"), 1);
        house.clock->advance(std::chrono::hours(1));
        QVERIFY(isServed("192.0.2.1"));
    }

    void otherRequestsGoOn()
    {
        House house{two};
        for (int i = 0; i < 10; ++i)
            COMPARE_STATUS(house.ask(protocol::HelloRequest()), 201);
        for (int i = 0; i < 3; ++i)
            (void)askFor(house, "ValidateAccount");
        COMPARE_STATUS(askFor(house, "ValidateAccount"), 503);
        QVERIFY(askFor(house, "Get").status() != 503);
    }

    void makesNoMoreAccountsForAnAddress()
    {
        House house{two};
        Person first("first");
        Person second("second");
        const Person third("third");
        first.settle(house);
        second.settle(house);
        const Answer refused = house.ask(third.device.identity(), third.createRequest());
        COMPARE_STATUS(refused, 503);
        QVERIFY(refused.isAuthentic);
        QVERIFY(!house.storage()->account(third.address).value());
        house.peer = "192.0.2.2";
        COMPARE_STATUS(house.ask(third.device.identity(), third.createRequest()), 201);
    }

    /// Who has an account is not counted with those who share the address.
    void countsMembersByTheirAccount()
    {
        House house{two};
        Person alice("alice");
        Person bob("bob");
        alice.settle(house);
        bob.settle(house);
        protocol::GetRequest get;
        get.account = alice.address;
        for (int i = 0; i < 3; ++i)
            (void)house.ask(get);
        COMPARE_STATUS(house.ask(get), 503);
        COMPARE_STATUS(house.ask(alice.member.identity(), get), 201);
        house.peer = "192.0.2.2";
        COMPARE_STATUS(house.ask(alice.member.identity(), get), 201);
        COMPARE_STATUS(house.ask(alice.member.identity(), get), 503);
        COMPARE_STATUS(house.ask(bob.member.identity(), get), 201);
        QCOMPARE(notesOf(house, "for alice@example.com, of this service: too many searches"), 1);
    }

    /// Many addresses do not fill the spool of one account.
    void countsRequestsToConnectToAnAccount()
    {
        House house{two};
        Person alice("alice");
        alice.settle(house);
        const auto ask = [&](int address) {
            house.peer = "192.0.2." + std::to_string(address);
            protocol::ConnectRequest request;
            request.messageConnectionRequestClient = Device().request(alice.address);
            return house.ask(request);
        };
        for (int i = 1; i <= 4; ++i)
            COMPARE_STATUS(ask(i), 201);
        COMPARE_STATUS(ask(5), 503);
    }

    /// The owner of this computer, whose service it is.
    void hindersNobodyOnThisComputer()
    {
        House house{[](service::ServicePolicy& policy) {
            two(policy);
            policy.quotaOctets = 0;
        }};
        house.peer = "127.0.0.1";
        std::vector<std::unique_ptr<Person>> people;
        for (int i = 0; i < 4; ++i)
            people.emplace_back(std::make_unique<Person>("person" + std::to_string(i)))->settle(house);
        Person& alice = *people.front();
        constexpr int entries = 10000;
        std::vector<Pen::Line> lines;
        for (int i = 0; i < entries; ++i)
            lines.push_back({freshId(), "New", "{}"});
        const auto update = alice.pen(bookmarks).write(lines, alice.member.keys.signature.key);
        COMPARE_STATUS(house.ask(alice.member.identity(), alice.upload(update)), 202);
        QCOMPARE(framesOf(house, alice.address, bookmarks), std::uint64_t(entries + 1));
        for (int i = 0; i < 3; ++i)
            (void)alice.add(house, Device());
    }

    void anAccountIsFull()
    {
        House house{[](service::ServicePolicy& policy) { policy.quotaOctets = quota; }};
        Person alice("alice");
        alice.settle(house);
        const Device phone;
        (void)alice.add(house, phone);
        COMPARE_STATUS(add(house, alice, 5000), 202);
        const std::int64_t oldest = alice.pen(bookmarks).count() - 1;
        const std::string oldestId = lastId();
        fill(house, alice);
        const std::uint64_t stored = storedOf(house, alice.address);
        QVERIFY(stored <= quota && stored + 16000 > quota);
        const std::uint64_t frames = framesOf(house, alice.address, bookmarks);
        const Answer refused = add(house, alice, 4000);
        COMPARE_STATUS(refused, 413);
        QCOMPARE(refused.http, 413);
        QCOMPARE(protocol::faultOf(refused.response).fault, Fault::AccountFull);
        QCOMPARE(refused.response.statusDescription, "the account is full");
        QVERIFY(refused.isAuthentic);
        QCOMPARE(framesOf(house, alice.address, bookmarks), frames);
        QCOMPARE(storedOf(house, alice.address), stored);
        QCOMPARE(notesOf(house, "for alice@example.com, of this service: the account is full"), 1);

        // it sends nothing either, and nothing is published
        dare::SealOptions options;
        options.digest = true;
        protocol::OfflineEscrowEntry record;
        record.identifier = udf::contentDigest(bytesOf("a key"), "application/udf-encryption",
                                               crypto::HashAlgorithm::Sha512, 280)
                                .text();
        record.encryptedData = *dare::seal(bytesOf(std::string(4000, 'x')), options);
        protocol::PublishRequest publish;
        publish.entry = record;
        COMPARE_STATUS(house.ask(alice.member.identity(), publish), 413);
        COMPARE_STATUS(alice.post(house, {"bob@example.com"}, alice.message("RequestContact", freshId())),
                       413);
        // others are not hindered
        Person bob("bob");
        bob.settle(house);
        COMPARE_STATUS(add(house, bob, 4000), 202);
        const std::uint64_t messages = framesOf(house, alice.address, "mmm_SpoolInbound");
        // who may write to it hears that it waits, and everybody else what they always hear
        QCOMPARE(resultsOf(bob.post(house, {alice.address}, bob.message("RequestContact", freshId()))),
                 std::vector<std::string>{"Accept"});
        QCOMPARE(resultsOf(bob.post(house, {alice.address}, bob.message("RequestTask", freshId()))),
                 std::vector<std::string>{"Reject"});
        QCOMPARE(framesOf(house, alice.address, "mmm_SpoolInbound"), messages);

        // what is there can be read and deleted, devices can be shut out, and the account can go
        COMPARE_STATUS(house.ask(alice.member.identity(), protocol::StatusRequest()), 201);
        Pen::Line deletion{oldestId, "Delete", {}};
        deletion.first = oldest;
        deletion.previous = oldest;
        const auto update = alice.pen(bookmarks).write({deletion}, alice.member.keys.signature.key);
        COMPARE_STATUS(house.ask(alice.member.identity(), alice.upload(update)), 202);
        alice.remove(house, phone);
        protocol::DeleteRequest deleteRequest;
        deleteRequest.account = alice.address;
        COMPARE_STATUS(house.ask(alice.member.identity(), deleteRequest), 201);
    }

    /// What is left for deletions in a full account is no second quota.
    void deletionsAreBoundedToo()
    {
        House house{[](service::ServicePolicy& policy) { policy.quotaOctets = quota; }};
        Person alice("alice");
        alice.settle(house);
        fill(house, alice);
        Pen& pen = alice.pen(bookmarks);
        Pen::Line deletion{"M0", "Delete", "\"" + std::string(quota / 4, 'x') + "\""};
        deletion.first = 1;
        deletion.previous = 1;
        const auto update = pen.write({deletion}, alice.member.keys.signature.key);
        COMPARE_STATUS(house.ask(alice.member.identity(), alice.upload(update)), 413);
        QVERIFY(storedOf(house, alice.address) <= quota + quota / 8);
    }

    /// Half of an account stays its owner's, whatever others send.
    void othersFillHalfOfAnAccount()
    {
        House house{[](service::ServicePolicy& policy) { policy.quotaOctets = quota; }};
        Person alice("alice");
        alice.settle(house);
        const std::uint64_t before = framesOf(house, alice.address, "mmm_SpoolInbound");
        for (int i = 0; i < 10; ++i) {
            const std::string name = "sender" + std::to_string(i);
            Person sender(name);
            sender.settle(house);
            const dare::Envelope usual = sender.message("RequestContact", freshId());
            dare::SealOptions options;
            options.meta = usual.contentMeta().value();
            options.signers = {&sender.member.keys.signature.key};
            const auto large = dare::seal(bytesOf(std::string(20000, 'x')), options).value();
            QCOMPARE(resultsOf(sender.post(house, {alice.address}, large)).front(), std::string("Accept"));
        }
        const std::uint64_t taken = framesOf(house, alice.address, "mmm_SpoolInbound") - before;
        QVERIFY(taken > 2 && taken < 6);
        COMPARE_STATUS(add(house, alice, 40000), 202);
    }

    void countsWhatIsStored()
    {
        QTemporaryDir folder;
        const std::string file = folder.filePath("s.db").toStdString();
        auto storage = service::sqliteStorage(file)().value();
        service::AccountRecord maker;
        maker.address = "maker@example.com";
        maker.profileMesh = Bytes(100);
        maker.profileAccount = Bytes(50);
        const std::int64_t id = storage->createAccount(maker).value();
        std::uint64_t expected = 150;
        const auto holds = [&] { return storage->storedOctets(id).value() == expected; };
        QVERIFY(holds());
        maker.id = id;
        maker.profileMesh = Bytes(80);
        QVERIFY(storage->updateAccount(maker).has_value());
        expected -= 20;
        QVERIFY(holds());

        const auto append = [&](std::int64_t account, const std::string& name, std::size_t octets) {
            auto container = storage->container(account, name).value();
            if (!container)
                container = storage->createContainer(account, name).value();
            service::FrameRecord frame;
            frame.index = container->frames++;
            frame.position = container->octets;
            frame.body = Bytes(octets);
            container->octets += octets;
            return storage->append(*container, {frame});
        };
        QVERIFY(append(id, "a", 1000).has_value() && append(id, "a", 500).has_value());
        QVERIFY(append(id, "b", 200).has_value());
        expected += 1700;
        QVERIFY(holds());
        QVERIFY(storage->renameContainer(storage->container(id, "b").value()->id, "a").has_value());
        expected -= 1500;
        QVERIFY(holds());

        service::ConnectionRequestRecord request;
        request.deviceUdf = "M1";
        request.request = Bytes(10);
        request.acknowledgement = Bytes(20);
        QVERIFY(storage->putRequest(id, request).has_value());
        request.result = Bytes(5);
        QVERIFY(storage->putRequest(id, request).has_value());
        expected += 35;
        QVERIFY(holds());
        service::ClaimRecord claim;
        claim.deviceUdf = "M1";
        claim.message = Bytes(30);
        QVERIFY(storage->addClaim(id, claim).has_value());
        service::DeliveryRecord delivery;
        delivery.sender = maker.address;
        delivery.recipient = "other@example.org";
        delivery.messageId = "M1";
        delivery.message = Bytes(60);
        QVERIFY(storage->addDelivery(delivery).has_value());
        expected += 90;
        QVERIFY(holds());

        service::AccountRecord group;
        group.address = "group@example.com";
        group.isGroup = true;
        group.profileAccount = Bytes(40);
        const std::int64_t groupId = storage->createAccount(group, id).value();
        QVERIFY(append(groupId, "a", 400).has_value());
        service::MemberRecord member;
        member.memberUdf = "M1";
        member.serviceKey = Bytes(7);
        QVERIFY(storage->putMember(groupId, member).has_value());
        member.memberKey = Bytes(3);
        QVERIFY(storage->putMember(groupId, member).has_value());
        expected += 450;
        QVERIFY(holds());
        QCOMPARE(storage->storedOctets(groupId).value(), expected);

        // what a service of before has is counted when its data is opened
        storage.reset();
        forgetCounting(file);
        storage = service::sqliteStorage(file)().value();
        QVERIFY(holds());
        QCOMPARE(storage->storedOctets(groupId).value(), expected);

        QVERIFY(storage->count(id, 1000).has_value());
        expected += 1000;
        QVERIFY(holds());
        QVERIFY(storage->eraseAccount(groupId).has_value());
        expected -= 450;
        QVERIFY(holds());
        const TimePoint later(std::chrono::seconds(1));
        QVERIFY(storage->removeRequestsBefore(id, later).has_value());
        QVERIFY(storage->removeClaimsBefore(id, later).has_value());
        const auto due = storage->dueDeliveries(later, 1).value();
        QCOMPARE(due.size(), 1U);
        QVERIFY(storage->removeDelivery(due.front().id).has_value());
        expected -= 125;
        QVERIFY(holds());
        QVERIFY(storage->eraseAccount(id).has_value());
        expected = 0;
        QVERIFY(holds());
    }

private:
    /// Makes the database one of before it counted.
    static void forgetCounting(const std::string& file)
    {
        const QString connection = QStringLiteral("former");
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
            database.setDatabaseName(QString::fromStdString(file));
            QVERIFY(database.open());
            std::vector<std::string> work{"DROP TABLE usage", "DROP TABLE seen", "PRAGMA user_version = 5"};
            service::SqliteQuery triggers(database, "SELECT name FROM sqlite_master WHERE type = 'trigger'");
            while (triggers.next().value())
                work.insert(work.begin(), "DROP TRIGGER " + triggers.text(0));
            for (const std::string& sql : work)
                QVERIFY2(service::SqliteQuery(database, sql.c_str()).run().has_value(), sql.c_str());
        }
        QSqlDatabase::removeDatabase(connection);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_service_limits.moc"
