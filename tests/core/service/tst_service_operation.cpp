#include "core/service/service_fixture.h"

#include "dare/sequence.h"
#include "schema/any.h"
#include "service/operator_tools.h"
#include "udf/udf.h"

#include <filesystem>

using namespace serving;
using protocol::StatusDetail;

namespace {

std::string freshId()
{
    return udf::Udf::nonce().text();
}

} // namespace

/// What an operator does: suspending accounts, and looking at what was refused (WIRE F.7, G.7.2).
class TestOperation : public QObject
{
    Q_OBJECT

    House house;
    Person alice{"alice"};
    Person bob{"bob"};

    Result<bool> set(const std::string& address, bool isSuspended)
    {
        return service::setSuspended(*house.storage(), address, isSuspended, house.clock->now());
    }
    Answer find(const std::string& address)
    {
        protocol::GetRequest request;
        request.account = address;
        return house.ask(request);
    }

private slots:
    void initTestCase()
    {
        alice.settle(house);
        bob.settle(house);
    }

    void cleanup() { (void)set(alice.address, false); }

    void aSuspendedAccountReadsAndSendsNothing()
    {
        const std::string before = freshId();
        COMPARE_STATUS(alice.post(house, {bob.address}, alice.message("RequestContact", before)), 201);
        QCOMPARE(set("ALICE@example.com", true), true);
        QCOMPARE(set(alice.address, true), false);

        const std::size_t received = bob.spool(house, "mmm_SpoolInbound").size();
        const Answer posted = alice.post(house, {bob.address}, alice.message("RequestContact", freshId()));
        COMPARE_STATUS(posted, 401);
        QCOMPARE(posted.detail(), StatusDetail::Suspended);
        QCOMPARE(bob.spool(house, "mmm_SpoolInbound").size(), received);
        const auto update =
            alice.pen("mmm_CatalogTask").write({{"one", "New", "{}"}}, alice.member.keys.signature.key);
        const Answer uploaded = house.ask(alice.member.identity(), alice.upload(update));
        COMPARE_STATUS(uploaded, 401);
        QCOMPARE(uploaded.detail(), StatusDetail::Suspended);

        // what it has is still its owner's, who is told each time
        QCOMPARE(alice.spool(house, "mmm_SpoolOutbound").size(), 1U);
        protocol::StatusRequest request;
        request.holdSeconds = 300;
        const Answer status = house.ask(alice.member.identity(), request);
        COMPARE_STATUS(status, 201);
        QVERIFY(status.isAuthentic);
        QCOMPARE(status.detail(), StatusDetail::Suspended);
        COMPARE_STATUS(find(alice.address), 404);
        COMPARE_STATUS(house.ask(Device().identity(), alice.createRequest()), 409);

        QCOMPARE(set(alice.address, false), true);
        QCOMPARE(set(alice.address, false), false);
        COMPARE_STATUS(house.ask(alice.member.identity(), alice.upload(update)), 202);
        COMPARE_STATUS(find(alice.address), 201);
        COMPARE_STATUS(alice.post(house, {bob.address}, alice.message("RequestContact", freshId())), 201);
    }

    void isAnsweredAtOnceInsteadOfHeld()
    {
        QCOMPARE(set(alice.address, true), true);
        protocol::StatusRequest request;
        request.holdSeconds = 300;
        protocol::ContainerStatus known;
        const auto first = house.ask(alice.member.identity(), request).as<protocol::StatusResponse>();
        request.known = first.containerStatus;
        request.profileMasterDigest = crypto::sha512(alice.profileMesh.body());
        QVERIFY(house.begin(alice.member.identity(), request).isAnswered(std::chrono::seconds(10)));
    }

    void anOwnerMayGoAllTheSame()
    {
        Person carol("carol");
        carol.settle(house);
        QCOMPARE(set(carol.address, true), true);
        COMPARE_STATUS(house.ask(carol.member.identity(), protocol::DeleteRequest()), 201);
        QCOMPARE(set(carol.address, false).error().fault, Fault::AccountClosed);
    }

    void suspendsNothingElse()
    {
        QCOMPARE(set("nobody@example.com", true).error().fault, Fault::NotFound);
        QCOMPARE(set("alice", true).error().fault, Fault::Malformed);
        // the service's own
        (void)alice.post(house, {bob.address}, alice.message("RequestTask", freshId()));
        QCOMPARE(set(std::string(service::incidentAddress), false).error().fault, Fault::Malformed);
    }

    void findsDataOnlyWhereItIs()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        QCOMPARE(service::openData(path).error().fault, Fault::NotFound);
        QVERIFY(!std::filesystem::exists(path / "service.db"));
        QVERIFY(service::sqliteStorage((path / "service.db").string())().has_value());
        const auto data = service::openData(path);
        QVERIFY(data.has_value());
        QVERIFY(service::readIncidents(**data)->lines.empty());
        QVERIFY(service::exportIncidents(**data, path / "none")->empty());
    }

    void showsWhatWasRefused()
    {
        const auto storage = house.storage();
        const std::size_t before = service::readIncidents(*storage)->lines.size();
        const std::size_t reported = house.reports().size();
        COMPARE_STATUS(alice.post(house, {bob.address}, alice.message("RequestTask", freshId())), 201);
        COMPARE_STATUS(alice.post(house, {bob.address}, alice.message("RequestContact", freshId())), 201);
        const auto log = service::readIncidents(*storage);
        QVERIFY(log.has_value());
        QCOMPARE(log->unreadable, 0U);
        QCOMPARE(log->lines.size(), before + 2);
        const service::Incident& refused = log->lines[before];
        QCOMPARE(refused.result, "Reject");
        QCOMPARE(refused.recipient, bob.address);
        QCOMPARE(log->lines.back().result, "Accept");
        // the refusal alone is in the journal
        QCOMPARE(house.reports().size(), reported + 1);
        QCOMPARE(house.reports().back(), service::describeIncident(refused));
        QCOMPARE(house.reports().back(),
                 "incident: refused for bob@example.com, of this service, signed by " + refused.signer +
                     ": unknown sender");
    }

    void exportsASequenceThatCanBeChecked()
    {
        House small([](service::ServicePolicy& policy) { policy.incidentLines = 3; });
        Person dave("dave");
        dave.settle(small);
        for (int i = 0; i < 5; ++i)
            (void)dave.post(small, {dave.address}, dave.message("RequestTask", freshId()));
        const QTemporaryDir folder;
        const std::filesystem::path file =
            std::filesystem::path(folder.path().toStdString()) / "Incident.dcat";
        const auto storage = small.storage();
        const auto written = service::exportIncidents(*storage, file);
        QVERIFY(written.has_value());
        QCOMPARE(written->size(), 2U);
        QCOMPARE(written->back(), file);
        QCOMPARE(service::readIncidents(*storage)->lines.size(), 5U);
        std::int64_t lines = 0;
        for (const auto& path : *written) {
            const auto opened = dare::openFile(path, dare::OpenMode::Read);
            QVERIFY(opened.has_value());
            const auto report = dare::checkSequence(**opened);
            QVERIFY(report && report->isGood());
            lines += report->frames - 1;
        }
        QCOMPARE(lines, std::int64_t(5));
        QVERIFY(service::exportIncidents(*storage, "/nowhere/at/all").error().fault == Fault::Io);
    }

    void nobodyWritesLinesOfHisOwn()
    {
        service::Incident incident;
        incident.result = "Reject";
        incident.service = "MABC";
        incident.recipient = "bob\nmesh-service: all is well\x1b[2J\u202e";
        incident.reason = std::string(1000, 'x');
        const std::string line = service::describeIncident(incident);
        QCOMPARE(line.find_first_of("\n\x1b"), std::string::npos);
        QVERIFY(line.find("\u202e") == std::string::npos);
        QVERIFY(line.starts_with(
            "incident: refused for bob?mesh-service: all is well?[2J?, from service MABC: x"));
        QVERIFY(line.size() < 500);
    }
};

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_service_operation.moc"
