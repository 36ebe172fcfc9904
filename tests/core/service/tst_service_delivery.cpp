#include "core/service/service_fixture.h"

#include "protocol/checkpoint.h"
#include "schema/any.h"
#include "service/courier.h"
#include "service/operator_tools.h"
#include "service/server.h"
#include "udf/udf.h"

#include <QElapsedTimer>
#include <QTcpServer>

using namespace serving;

namespace {

/// A whole service at a domain of its own, on loopback.
class Site
{
public:
    explicit Site(std::string name) : domainName(std::move(name))
    {
        QTcpServer probe; // a port that is free, so that others can be told before it is used
        probe.listen(QHostAddress::LocalHost);
        m_port = probe.serverPort();
    }
    void start(const std::vector<const Site*>& others,
               const std::function<void(service::ServicePolicy&)>& prepare = {})
    {
        service::ServerOptions options;
        options.folder = m_folder.path().toStdString();
        options.keyStore = m_keys;
        options.policy.domains = {domainName};
        options.policy.courierInterval = std::chrono::milliseconds(50);
        if (prepare)
            prepare(options.policy);
        options.http.addresses = {{"127.0.0.1", m_port}};
        options.clock = clock;
        for (const Site* other : others)
            options.peers.emplace(other->domainName, other->known());
        auto started = service::Server::start(std::move(options));
        if (!started)
            qFatal("the service does not start: %s", started.error().detail.c_str());
        server = std::move(*started);
    }
    void stop() { server.reset(); }
    [[nodiscard]] protocol::KnownService known() const
    {
        protocol::KnownService service;
        service.domain = domainName;
        protocol::KnownEndpoint endpoint;
        endpoint.host = "127.0.0.1";
        endpoint.port = m_port;
        endpoint.portal = domainName;
        service.endpoints.push_back(std::move(endpoint));
        return service;
    }
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] protocol::ServiceLink link() const { return {known(), {}, clock}; }

    std::string domainName;
    std::shared_ptr<TestClock> clock = std::make_shared<TestClock>();
    std::unique_ptr<service::Server> server;

private:
    QTemporaryDir m_folder;
    std::shared_ptr<keystore::MemoryStore> m_keys = std::make_shared<keystore::MemoryStore>();
    std::uint16_t m_port = 0;
};

std::string freshId()
{
    return udf::Udf::nonce().text();
}

} // namespace

/// Messages between services (WIRE F.6): three of them in this process, each at its own domain.
class TestDelivery : public QObject
{
    Q_OBJECT

    Site east{"east.example"};
    Site west{"west.example"};
    Person alice{"alice", "east.example"};
    Person bob{"bob", "west.example"};

    static void settle(const Site& site, Person& person)
    {
        protocol::ServiceLink link = site.link();
        auto request = person.createRequest();
        const auto made =
            link.transact<protocol::CreateResponse>(person.device.identity(), std::move(request));
        QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
        const auto update = person.deviceUpdate(
            {{person.device.udf, "New", std::string(encoding::toTaggedJson(person.member.entry).text())}});
        const auto uploaded =
            link.transact<protocol::UploadResponse>(person.member.identity(true), person.upload(update));
        QVERIFY2(uploaded.has_value(), uploaded ? "" : uploaded.error().detail.c_str());
    }
    static bool post(const Site& site, const Person& from, const std::string& to,
                     const dare::Envelope& message)
    {
        protocol::ServiceLink link = site.link();
        protocol::PostRequest request;
        request.account = from.address;
        request.accounts = {to};
        request.message = {message};
        const auto posted = link.transact<protocol::PostResponse>(from.member.identity(), std::move(request));
        return posted && posted->entries.size() == 1 && posted->entries.front().result == "Accept";
    }
    static std::vector<dare::Envelope> spool(const Site& site, const Person& person, const char* container)
    {
        protocol::ServiceLink link = site.link();
        protocol::DownloadRequest request;
        protocol::ConstraintsSelect select;
        select.container = container;
        request.select = {select};
        const auto response =
            link.transact<protocol::DownloadResponse>(person.member.identity(), std::move(request));
        return response ? response->updates.front().envelopes : std::vector<dare::Envelope>();
    }
    static bool isIn(const Site& site, const Person& person, const std::string& id)
    {
        for (const dare::Envelope& frame : spool(site, person, "mmm_SpoolInbound")) {
            const auto meta = frame.contentMeta();
            if (meta && meta->uniqueId == id)
                return true;
        }
        return false;
    }
    /// What the sender's spool says of a message; empty while it says nothing.
    static std::string stateOf(const Site& site, const Person& person, const std::string& id)
    {
        std::string state;
        for (const dare::Envelope& frame : spool(site, person, "mmm_SpoolOutbound")) {
            const auto report = schema::payloadOf<schema::MessageComplete>(frame);
            if (report && report->references.front().messageId == id)
                state = report->references.front().relationship;
        }
        return state;
    }
    static bool eventually(const std::function<bool()>& condition)
    {
        QElapsedTimer timer;
        timer.start();
        while (!condition()) {
            if (timer.elapsed() > 60000)
                return false;
            QTest::qWait(50);
        }
        return true;
    }

    /// The account puts something of that size into a catalog of its own.
    static void keep(const Site& site, Person& person, std::size_t octets)
    {
        const Pen::Line line{freshId(), "New", "\"" + std::string(octets, 'x') + "\""};
        const auto update = person.pen("mmm_CatalogBookmark").write({line}, person.member.keys.signature.key);
        protocol::ServiceLink link = site.link();
        const auto kept =
            link.transact<protocol::UploadResponse>(person.member.identity(), person.upload(update));
        QVERIFY2(kept.has_value(), kept ? "" : kept.error().detail.c_str());
    }
    static std::uint64_t storedOf(const Site& site, const Person& person)
    {
        const auto data = service::openData(site.folder());
        const auto account = data ? (*data)->account(person.address) : tl::unexpected<Error>(data.error());
        return account && *account ? (*data)->storedOctets((*account)->id).value_or(0) : 0;
    }

private slots:
    void initTestCase()
    {
        east.start({&west});
        west.start({&east});
        settle(east, alice);
        settle(west, bob);
    }

    void deliversBetweenServices()
    {
        const std::string id = freshId();
        QVERIFY(post(east, alice, bob.address, alice.message("RequestContact", id)));
        QVERIFY(eventually([&] { return isIn(west, bob, id); }));
        QVERIFY(eventually([&] { return stateOf(east, alice, id) == "Received"; }));
        // and the answer comes back
        const std::string reply = freshId();
        QVERIFY(post(west, bob, alice.address, bob.message("ReplyContact", reply)));
        QVERIFY(eventually([&] { return isIn(east, alice, reply); }));
    }

    void reportsARefusal_data()
    {
        QTest::addColumn<QByteArray>("recipient");
        QTest::addColumn<QByteArray>("className");
        QTest::newRow("unknown sender") << QByteArray("bob@west.example") << QByteArray("RequestTask");
        QTest::newRow("no such account") << QByteArray("nobody@west.example") << QByteArray("RequestContact");
    }
    void reportsARefusal()
    {
        QFETCH(const QByteArray, recipient);
        QFETCH(const QByteArray, className);
        const std::string id = freshId();
        QVERIFY(post(east, alice, recipient.toStdString(), alice.message(className.toStdString(), id)));
        QVERIFY(eventually([&] { return stateOf(east, alice, id) == "Failed"; }));
        QVERIFY(!isIn(west, bob, id));
    }

    /// The other service is away, and this one is started anew meanwhile: nothing is lost.
    void triesAgainAcrossRestarts()
    {
        west.stop();
        const std::string id = freshId();
        QVERIFY(post(east, alice, bob.address, alice.message("RequestContact", id)));
        QTest::qWait(300);
        QCOMPARE(stateOf(east, alice, id), std::string());
        east.stop();
        east.start({&west});
        west.start({&east});
        // not before its time
        QTest::qWait(500);
        QVERIFY(!isIn(west, bob, id));
        east.clock->advance(std::chrono::minutes(2));
        west.clock->advance(std::chrono::minutes(2));
        QVERIFY(eventually([&] { return isIn(west, bob, id); }));
        QVERIFY(eventually([&] { return stateOf(east, alice, id) == "Received"; }));
    }

    /// Until the recipient has room again, be it at another service or at this one.
    void waitsForAFullAccount()
    {
        Person carol("carol", "east.example");
        settle(east, carol);
        keep(east, carol, 100000);
        const auto restart = [](Site& site, const Site& other, std::uint64_t quota) {
            site.stop();
            site.start({&other}, [quota](service::ServicePolicy& policy) { policy.quotaOctets = quota; });
        };
        const auto advance = [&](std::chrono::minutes time) {
            east.clock->advance(time);
            west.clock->advance(time);
        };
        const std::string there = freshId();
        const std::string here = freshId();
        const std::string refused = freshId();
        // she has more than alice, who can still send
        restart(east, west, storedOf(east, carol));
        restart(west, east, storedOf(west, bob));
        QVERIFY(post(east, alice, bob.address, alice.message("RequestContact", there)));
        QVERIFY(post(east, alice, carol.address, alice.message("RequestContact", here)));
        QVERIFY(post(east, alice, bob.address, alice.message("RequestTask", refused)));
        for (const std::string& id : {there, here})
            QVERIFY(eventually([&] { return stateOf(east, alice, id) == "Full"; }));
        // a stranger's task is refused, and is not told why
        QVERIFY(eventually([&] { return stateOf(east, alice, refused) == "Failed"; }));
        advance(std::chrono::minutes(2));
        // it is tried again, and that is said once
        const auto triesOf = [&](const std::string& recipient) {
            const auto data = service::openData(east.folder());
            const auto due = (*data)->dueDeliveries(east.clock->now() + std::chrono::hours(2), 10);
            std::int64_t tries = 0;
            for (const service::DeliveryRecord& delivery : *due)
                tries = delivery.recipient == recipient ? delivery.tries : tries;
            return tries;
        };
        QVERIFY(eventually([&] { return triesOf(bob.address) == 2; }));
        QVERIFY(eventually([&] { return triesOf(carol.address) >= 1; }));
        const auto frames = spool(east, alice, "mmm_SpoolOutbound");
        for (const std::string& id : {there, here}) {
            QCOMPARE(std::ranges::count_if(frames,
                                           [&](const dare::Envelope& frame) {
                                               const auto report =
                                                   schema::payloadOf<schema::MessageComplete>(frame);
                                               return report && report->references.front().messageId == id;
                                           }),
                     1);
        }
        QVERIFY(!isIn(west, bob, there));
        QVERIFY(!isIn(east, carol, here));
        constexpr std::uint64_t room = std::uint64_t(1) << 30U;
        restart(east, west, room);
        restart(west, east, room);
        advance(std::chrono::minutes(10));
        QVERIFY(eventually([&] { return isIn(west, bob, there) && isIn(east, carol, here); }));
        for (const std::string& id : {there, here})
            QVERIFY(eventually([&] { return stateOf(east, alice, id) == "Received"; }));
    }

    void carriesNothingOfASuspendedAccount()
    {
        west.stop();
        const std::string id = freshId();
        QVERIFY(post(east, alice, bob.address, alice.message("RequestContact", id)));
        const auto suspend = [&](bool isSuspended) {
            const auto data = service::openData(east.folder());
            QVERIFY(data.has_value());
            QCOMPARE(service::setSuspended(**data, alice.address, isSuspended, east.clock->now()), true);
        };
        // the first try is over: one that is under way is not held back
        QVERIFY(eventually([&] {
            const auto data = service::openData(east.folder());
            if (!data)
                return false;
            const auto due = (*data)->dueDeliveries(east.clock->now(), 1);
            return due && due->empty();
        }));
        suspend(true);
        west.start({&east});
        for (int i = 0; i < 2; ++i) {
            east.clock->advance(std::chrono::minutes(10));
            west.clock->advance(std::chrono::minutes(10));
            QTest::qWait(500);
            QVERIFY(!isIn(west, bob, id));
        }
        suspend(false);
        east.clock->advance(std::chrono::minutes(70));
        west.clock->advance(std::chrono::minutes(70));
        QVERIFY(eventually([&] { return isIn(west, bob, id); }));
        QVERIFY(eventually([&] { return stateOf(east, alice, id) == "Received"; }));
    }

    void givesUpInTheEnd()
    {
        const std::string id = freshId();
        QVERIFY(post(east, alice, "somebody@nowhere.invalid", alice.message("RequestContact", id)));
        QTest::qWait(300);
        QCOMPARE(stateOf(east, alice, id), std::string());
        east.clock->advance(std::chrono::hours(49));
        west.clock->advance(std::chrono::hours(49));
        QVERIFY(eventually([&] { return stateOf(east, alice, id) == "Failed"; }));
    }

    /// Each service's log holds what the other one has stated about its own.
    void enrolsCheckpointsOfPeers()
    {
        const auto peersOf = [](const Site& site) {
            protocol::ServiceLink link = site.link();
            protocol::StatusRequest request;
            request.portal = site.domainName;
            const auto status =
                link.transact<protocol::PortalStatusResponse>(Device().identity(), std::move(request));
            return status ? status->peers : std::vector<protocol::PeerCheckpoint>();
        };
        east.clock->advance(std::chrono::minutes(11));
        west.clock->advance(std::chrono::minutes(11));
        QVERIFY(eventually([&] { return peersOf(east).size() == 1 && peersOf(west).size() == 1; }));
        QCOMPARE(peersOf(east).front().portal, west.domainName);
        protocol::ServiceLink link = west.link();
        const auto hello = link.hello();
        const auto service = schema::verifyProfileService(hello->envelopedProfileService);
        QVERIFY(protocol::verifyCheckpoint(peersOf(east).front().checkpointValue, *service).has_value());
    }

    void waitsLongerEachTime()
    {
        const std::vector<int> expected{1, 2, 4, 8, 16, 32, 60, 60};
        for (std::size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(service::Courier::delayAfter(static_cast<std::int64_t>(i)).count(), expected[i]);
    }

    /// A service that speaks for accounts of a domain which is not its own is not believed.
    void refusesAServiceThatSpeaksForOthers()
    {
        Site rogue("rogue.example");
        rogue.start({&east, &west});
        Person impostor("alice", "rogue.example");
        settle(rogue, impostor);
        // the rogue's host asks west to take a message of alice@east.example
        keystore::MemoryStore keys;
        const auto storage = service::sqliteStorage(":memory:")();
        const auto identity = service::openServiceIdentity(**storage, keys, Bytes(32, 2), rogue.clock->now());
        protocol::ServiceLink link = west.link();
        protocol::PostRequest request;
        request.account = alice.address;
        request.accounts = {bob.address};
        const std::string id = freshId();
        request.message = {alice.message("RequestContact", id)};
        const auto posted =
            link.transact<protocol::PostResponse>(service::identityOf(*identity), std::move(request));
        QVERIFY(!posted.has_value());
        QCOMPARE(posted.error().fault, Fault::NotAuthorised);
        QVERIFY(posted.error().detail.empty());
        QVERIFY(!isIn(west, bob, id));
    }

    /// A domain whose hosts take connections and never say a word costs its own messages time, and no others.
    void leavesAloneWhoKeepsItWaiting()
    {
        const Site silent("silent.example");
        QTcpServer tarpit;
        QVERIFY(tarpit.listen(QHostAddress::LocalHost, silent.port()));
        west.stop();
        east.stop();
        west.start({&east, &silent});
        east.start({&west, &silent});
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 8; ++i)
            QVERIFY(post(east, alice, "somebody@silent.example", alice.message("RequestContact", freshId())));
        const std::string id = freshId();
        QVERIFY(post(east, alice, bob.address, alice.message("RequestContact", id)));
        QVERIFY(eventually([&] { return isIn(west, bob, id); }));
        QVERIFY2(timer.elapsed() < 45000, qPrintable(QString::number(timer.elapsed())));

        // nor does somebody who speaks for that domain
        keystore::MemoryStore keys;
        const auto storage = service::sqliteStorage(":memory:")();
        const auto identity = service::openServiceIdentity(**storage, keys, Bytes(32, 2), west.clock->now());
        protocol::PostRequest request;
        request.account = "somebody@silent.example";
        request.accounts = {bob.address};
        std::vector<std::future<Fault>> asked;
        for (int i = 0; i < 4; ++i)
            asked.push_back(std::async(std::launch::async, [&] {
                protocol::ServiceLink link = west.link();
                const auto posted =
                    link.transact<protocol::PostResponse>(service::identityOf(*identity), request);
                return posted ? Fault::Internal : posted.error().fault;
            }));
        QTest::qWait(500);
        timer.restart();
        QVERIFY(isIn(west, bob, id));
        west.stop();
        QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
        for (auto& fault : asked)
            QVERIFY(fault.get() != Fault::Internal);
        west.start({&east});
    }

    void sendsToEveryDomainInTurn()
    {
        const auto storage = service::sqliteStorage(":memory:")();
        const TimePoint now = east.clock->now();
        for (const char* recipient : {"a@one.example", "b@one.example", "c@one.example", "d@two.example"}) {
            service::DeliveryRecord delivery;
            delivery.sender = alice.address;
            delivery.recipient = recipient;
            delivery.created = delivery.nextTry = now;
            QVERIFY((*storage)->addDelivery(delivery).has_value());
        }
        const auto due = (*storage)->dueDeliveries(now, 10);
        QCOMPARE(due->size(), 2U);
        QCOMPARE(due->front().recipient, "a@one.example");
        QCOMPARE(due->back().recipient, "d@two.example");
        QVERIFY((*storage)->removeDelivery(due->front().id).has_value());
        QCOMPARE((*storage)->dueDeliveries(now, 1)->front().recipient, "b@one.example");
    }

    void blocksAService()
    {
        west.stop();
        const std::string blocked = east.server->serviceUdf();
        west.start({&east}, [&](service::ServicePolicy& policy) { policy.blockedServices = {blocked}; });
        const std::string id = freshId();
        QVERIFY(post(east, alice, bob.address, alice.message("RequestContact", id)));
        QVERIFY(eventually([&] { return stateOf(east, alice, id) == "Failed"; }));
        QVERIFY(!isIn(west, bob, id));
    }
};

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_service_delivery.moc"
