#include "core/service/service_fixture.h"

#include "crypto/hash.h"
#include "schema/any.h"

using namespace serving;

namespace {

constexpr auto bookmarks = "mmm_CatalogBookmark";

std::vector<std::string> resultsOf(const Answer& answer)
{
    std::vector<std::string> results;
    for (const auto& entry : answer.as<protocol::UploadResponse>().entries)
        results.push_back(entry.result);
    return results;
}

} // namespace

/// Catalogs and spools at the service: Status, Download, Upload (WIRE G.8.3–G.8.5).
class TestContainers : public QObject
{
    Q_OBJECT

    House house;
    Person alice{"alice"};

    protocol::ContainerUpdate write(Person& person, const std::vector<Pen::Line>& lines,
                                    const char* container = bookmarks)
    {
        return person.pen(container).write(lines, person.member.keys.signature.key);
    }
    Answer upload(Person& person, protocol::ContainerUpdate update)
    {
        return house.ask(person.member.identity(), person.upload(std::move(update)));
    }
    static Pen::Line bookmark(const std::string& id) { return {id, "New", R"({"CatalogedBookmark":{}})"}; }

    protocol::DownloadRequest downloadOf(const std::string& container, std::int64_t from = 0)
    {
        protocol::DownloadRequest request;
        protocol::ConstraintsSelect select;
        select.container = container;
        select.indexMin = from;
        request.select.push_back(select);
        return request;
    }
    std::int64_t framesOf(Person& person, const std::string& container)
    {
        protocol::StatusRequest request;
        request.catalogs = {container};
        const auto status = house.ask(person.member.identity(), request).as<protocol::StatusResponse>();
        return status.containerStatus.empty() ? 0 : status.containerStatus.front().index.value_or(0);
    }

private slots:
    void initTestCase()
    {
        alice.settle(house);
        COMPARE_STATUS(upload(alice, write(alice, {bookmark("one"), bookmark("two")})), 202);
    }

    void tellsHowThingsStand()
    {
        const Answer answer = house.ask(alice.member.identity(), protocol::StatusRequest());
        COMPARE_STATUS(answer, 201);
        const auto status = answer.as<protocol::StatusResponse>();
        bool found = false;
        for (const auto& container : status.containerStatus) {
            if (container.container != bookmarks)
                continue;
            found = true;
            QCOMPARE(container.index, std::optional(alice.pen(bookmarks).count()));
            QCOMPARE(container.digest, alice.pen(bookmarks).treeDigest());
        }
        QVERIFY(found);
        QVERIFY(status.envelopedProfileMaster == alice.profileMesh);
        QVERIFY(status.envelopedCatalogEntryDevice.isEmpty());
        QCOMPARE(status.devices.size(), 1U);
        QCOMPARE(status.devices.front().lastSeen, std::optional(house.clock->now()));
    }

    void tellsOnlyWhatIsAsked()
    {
        protocol::StatusRequest request;
        request.profileMasterDigest = crypto::sha512(alice.profileMesh.body());
        request.deviceUdf = alice.device.udf;
        request.catalogs = {"mmm_Bookmark"}; // another name of the same
        const auto status = house.ask(alice.member.identity(), request).as<protocol::StatusResponse>();
        QCOMPARE(status.containerStatus.size(), 1U);
        QCOMPARE(status.containerStatus.front().container, bookmarks);
        QVERIFY(status.envelopedProfileMaster.isEmpty());
        const auto entry = schema::payloadOf<schema::CatalogedDevice>(status.envelopedCatalogEntryDevice);
        QVERIFY(entry.has_value());
        QCOMPARE(entry->deviceUdf, alice.device.udf);
    }

    void answersTheAccountsDevicesOnly_data()
    {
        QTest::addColumn<QString>("who");
        QTest::newRow("nobody") << "nobody";
        QTest::newRow("another account") << "other";
        QTest::newRow("an unconnected device") << "device";
    }
    void answersTheAccountsDevicesOnly()
    {
        QFETCH(const QString, who);
        static Person bob("stranger");
        if (!house.storage()->account(bob.address)->has_value())
            bob.settle(house);
        const auto ask = [&](auto request) {
            request.account = alice.address;
            return who == "nobody"  ? house.ask(std::move(request))
                   : who == "other" ? house.ask(bob.member.identity(), std::move(request))
                                    : house.ask(Device().identity(), std::move(request));
        };
        protocol::StatusRequest status;
        status.deviceUdf = alice.device.udf;
        if (who !=
            "nobody") // without authentication it is the portal's Status, which says nothing of accounts
            COMPARE_STATUS(ask(status), 401);
        COMPARE_STATUS(ask(downloadOf(bookmarks)), 401);
        const std::int64_t before = framesOf(alice, bookmarks);
        Pen pen(alice.accountUdf, "mmm_CatalogTask");
        COMPARE_STATUS(ask(alice.upload(pen.write({bookmark("x")}, bob.administration))), 401);
        QCOMPARE(framesOf(alice, bookmarks), before);
        QCOMPARE(framesOf(alice, "mmm_CatalogTask"), 0);
    }

    void downloadsFramesAsTheyCame()
    {
        const Answer answer = house.ask(alice.member.identity(), downloadOf("mmm_Bookmark"));
        COMPARE_STATUS(answer, 201);
        const auto response = answer.as<protocol::DownloadResponse>();
        QCOMPARE(response.updates.size(), 1U);
        const auto& update = response.updates.front();
        QCOMPARE(update.container, bookmarks);
        QCOMPARE(update.index, std::optional(alice.pen(bookmarks).count()));
        QCOMPARE(update.envelopes.size(), 3U); // the first frame holds the key exchange
        QCOMPARE(update.envelopes.back().header().index(), 2);
        QVERIFY(!update.envelopes.back().signatures().empty());
    }

    void limitsADownload()
    {
        auto request = downloadOf(bookmarks, 1);
        request.constraintsPost.emplace().maxEntries = 1;
        auto update =
            house.ask(alice.member.identity(), request).as<protocol::DownloadResponse>().updates.front();
        QCOMPARE(update.envelopes.size(), 1U);
        QCOMPARE(update.envelopes.front().header().index(), 1);
        request.select.front().indexMin = 2;
        update = house.ask(alice.member.identity(), request).as<protocol::DownloadResponse>().updates.front();
        QCOMPARE(update.envelopes.front().header().index(), 2);

        // one frame always comes, however small the limit
        request.constraintsPost->maxEntries = {};
        request.constraintsPost->bytesMax = 1;
        update = house.ask(alice.member.identity(), request).as<protocol::DownloadResponse>().updates.front();
        QCOMPARE(update.envelopes.size(), 1U);

        request.constraintsPost->bytesMax = {};
        request.constraintsPost->payload = false;
        update = house.ask(alice.member.identity(), request).as<protocol::DownloadResponse>().updates.front();
        QVERIFY(update.envelopes.front().body().empty());

        request = downloadOf(bookmarks, 100);
        update = house.ask(alice.member.identity(), request).as<protocol::DownloadResponse>().updates.front();
        QVERIFY(update.envelopes.empty());
        request = downloadOf("mmm_CatalogNetwork");
        update = house.ask(alice.member.identity(), request).as<protocol::DownloadResponse>().updates.front();
        QCOMPARE(update.index, std::optional<std::int64_t>(0));
    }

    void selectsNoMoreThanThereCanBe()
    {
        protocol::DownloadRequest request;
        protocol::ConstraintsSelect select;
        select.container = "mmm_CatalogBookmark";
        request.select.assign(256, select);
        COMPARE_STATUS(house.ask(alice.member.identity(), request), 201);
        request.select.push_back(select);
        COMPARE_STATUS(house.ask(alice.member.identity(), request), 413);
    }

    void selectsByTime()
    {
        auto request = downloadOf(bookmarks);
        request.select.front().before = house.clock->now();
        auto update =
            house.ask(alice.member.identity(), request).as<protocol::DownloadResponse>().updates.front();
        QVERIFY(update.envelopes.empty());
        request.select.front().before = house.clock->now() + std::chrono::seconds(1);
        update = house.ask(alice.member.identity(), request).as<protocol::DownloadResponse>().updates.front();
        QCOMPARE(update.envelopes.size(), 3U);
    }

    void refusesImpossibleNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("path") << QByteArray("../mmm_CatalogDevice");
        QTest::newRow("slash") << QByteArray("a/b");
        QTest::newRow("nul") << QByteArray("a\0b", 3);
        QTest::newRow("too long") << QByteArray(129, 'a');
    }
    void refusesImpossibleNames()
    {
        QFETCH(const QByteArray, name);
        COMPARE_STATUS(house.ask(alice.member.identity(), downloadOf(name.toStdString())), 400);
        Pen pen(alice.accountUdf, name.toStdString());
        COMPARE_STATUS(upload(alice, pen.write({bookmark("x")}, alice.administration)), 400);
    }

    void keepsOtherApplicationsContainers()
    {
        COMPARE_STATUS(upload(alice, write(alice, {bookmark("x")}, "other_Catalog")), 202);
        QCOMPARE(framesOf(alice, "other_Catalog"), 2);
    }

    void storesAliasesUnderOneName()
    {
        Person bob("aliases");
        bob.settle(house);
        auto update = write(bob, {bookmark("one")});
        update.container = "mmm_Bookmark";
        COMPARE_STATUS(upload(bob, update), 202);
        COMPARE_STATUS(upload(bob, write(bob, {bookmark("two")})), 202);
        QCOMPARE(framesOf(bob, bookmarks), 3);
    }

    void saysWhereEachFrameWent()
    {
        Person bob("indices");
        bob.settle(house);
        const auto update = write(bob, {bookmark("one"), bookmark("two")});
        const auto response = upload(bob, update).as<protocol::UploadResponse>();
        QCOMPARE(response.entries.size(), 3U);
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(response.entries[i].indexRequest, std::optional(static_cast<std::int64_t>(i)));
            QCOMPARE(response.entries[i].indexContainer, std::optional(static_cast<std::int64_t>(i)));
            QCOMPARE(response.entries[i].result, "Accept");
        }
    }

    void takesAllOfAnUpdateOrNothing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("status");
        QTest::newRow("expected index") << "index" << 201;
        QTest::newRow("index of a frame") << "frame" << 201;
        QTest::newRow("tree digest") << "tree" << 201;
        QTest::newRow("payload digest") << "payload" << 400;
        QTest::newRow("new twice") << "twice" << 201;
        QTest::newRow("update of nothing") << "update" << 201;
        QTest::newRow("no event") << "event" << 400;
        QTest::newRow("same frames again") << "again" << 201;
    }
    void takesAllOfAnUpdateOrNothing()
    {
        QFETCH(const QString, what);
        QFETCH(const int, status);
        Person bob("all-" + what.toStdString());
        bob.settle(house);
        const auto first = write(bob, {bookmark("one")});
        COMPARE_STATUS(upload(bob, first), 202);
        std::vector<Pen::Line> lines{bookmark("good"), bookmark("bad")};
        if (what == "twice")
            lines.back().id = "one";
        if (what == "update") {
            lines.back().event = "Update";
            lines.back().first = 0;
            lines.back().previous = 0;
        }
        if (what == "event")
            lines.back().event = "";
        auto update = write(bob, lines);
        const auto change = [&](const std::function<void(dare::Header&, dare::Trailer&)>& alter) {
            dare::Envelope& last = update.envelopes.back();
            dare::Header header = last.header();
            dare::Trailer trailer = last.trailer();
            alter(header, trailer);
            last = dare::Envelope::assemble(header, copyOf(last.body()), trailer);
        };
        if (what == "index")
            update.index = 7;
        if (what == "frame")
            change([](dare::Header& header, dare::Trailer&) { header.containerInfo->index = 9; });
        if (what == "tree")
            change([](dare::Header&, dare::Trailer& trailer) { trailer.treeDigest.front() ^= 1; });
        if (what == "payload")
            change([](dare::Header&, dare::Trailer& trailer) { trailer.payloadDigest.front() ^= 1; });
        if (what == "again")
            update = first;
        const Answer answer = upload(bob, update);
        QCOMPARE(static_cast<int>(answer.status()), status);
        if (status == 201) {
            const auto results = resultsOf(answer);
            QVERIFY(std::ranges::all_of(results, [](const auto& r) { return r == "Conflict"; }));
        }
        QCOMPARE(framesOf(bob, bookmarks), 2);
    }

    /// One container's conflict is no other one's business.
    void takesOtherUpdatesDespiteAConflict()
    {
        Person bob("beside");
        bob.settle(house);
        auto request = bob.upload(write(bob, {bookmark("one")}));
        request.updates.front().index = 5;
        request.updates.push_back(write(bob, {bookmark("two")}, "mmm_CatalogTask"));
        const Answer answer = house.ask(bob.member.identity(), request);
        COMPARE_STATUS(answer, 202);
        QCOMPARE(resultsOf(answer), (std::vector<std::string>{"Conflict", "Conflict", "Accept", "Accept"}));
        QCOMPARE(framesOf(bob, bookmarks), 0);
        QCOMPARE(framesOf(bob, "mmm_CatalogTask"), 2);
    }

    void takesTheDeviceCatalogFromAdministratorsOnly_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("status");
        QTest::newRow("another key") << "key" << 401;
        QTest::newRow("unsigned") << "unsigned" << 401;
        QTest::newRow("manifest of a part") << "part" << 401;
        QTest::newRow("an account that does not vouch") << "connection" << 401;
        QTest::newRow("under another name") << "name" << 400;
        QTest::newRow("another frame of that number") << "forged" << 401;
        QTest::newRow("another header") << "header" << 400;
    }
    void takesTheDeviceCatalogFromAdministratorsOnly()
    {
        QFETCH(const QString, what);
        QFETCH(const int, status);
        Person bob("admin-" + what.toStdString());
        bob.settle(house);
        const Device phone;
        Member member = bob.connect(phone, {});
        if (what == "connection") {
            const Person other("other");
            member.entry.accounts.front().envelopedConnectionAccount = *schema::sealRecord(
                *schema::payloadOf<schema::ConnectionAccount>(member.connection), {&other.accountOnline});
        }
        const Pen::Line line{what == "name" ? "somebody" : phone.udf, "New",
                             std::string(encoding::toTaggedJson(member.entry).text())};
        Pen fork = bob.pen("mmm_CatalogDevice");
        auto update = what == "key"
                          ? bob.pen("mmm_CatalogDevice").write({line}, bob.member.keys.signature.key)
                          : bob.deviceUpdate({line});
        if (what == "unsigned") {
            dare::Trailer trailer = update.envelopes.back().trailer();
            trailer.signatures.clear();
            update.envelopes.back() = dare::Envelope::assemble(
                update.envelopes.back().header(), copyOf(update.envelopes.back().body()), trailer);
        }
        if (what == "part") {
            const Device other;
            auto more = bob.deviceUpdate(
                {{other.udf, "New",
                  std::string(encoding::toTaggedJson(bob.connect(other, {}).entry).text())}});
            update.envelopes.push_back(more.envelopes.front());
        }
        if (what == "forged") {
            // what the administrator signed for another frame that never came here
            const Member wrong = bob.connect(phone, Person::administratorRights());
            const auto forged =
                fork.write({{phone.udf, "New", std::string(encoding::toTaggedJson(wrong.entry).text())}},
                           bob.member.keys.signature.key);
            dare::Trailer trailer = forged.envelopes.back().trailer();
            trailer.signatures = update.envelopes.back().trailer().signatures;
            update.envelopes.back() = dare::Envelope::assemble(
                forged.envelopes.back().header(), copyOf(forged.envelopes.back().body()), trailer);
        }
        if (what == "header") {
            dare::Header header = update.envelopes.back().header();
            auto meta = *header.contentMeta();
            meta.messageType = "Other";
            header.setContentMeta(meta);
            update.envelopes.back() = dare::Envelope::assemble(header, copyOf(update.envelopes.back().body()),
                                                               update.envelopes.back().trailer());
        }
        const std::int64_t before = framesOf(bob, "mmm_CatalogDevice");
        QCOMPARE(static_cast<int>(upload(bob, update).status()), status);
        QCOMPARE(framesOf(bob, "mmm_CatalogDevice"), before);
        COMPARE_STATUS(house.ask(member.identity(), protocol::StatusRequest()), 401);
    }

    void obeysPermissions()
    {
        const Device device;
        const Member reader =
            alice.add(house, device, {schema::makePermission(std::string("Catalog:") + bookmarks, "Read")});
        COMPARE_STATUS(house.ask(reader.identity(), downloadOf(bookmarks)), 201);
        COMPARE_STATUS(house.ask(reader.identity(), downloadOf("mmm_CatalogContact")), 401);
        Pen pen(alice.accountUdf, "mmm_CatalogTask");
        COMPARE_STATUS(
            house.ask(reader.identity(), alice.upload(pen.write({bookmark("x")}, reader.keys.signature.key))),
            401);
        const auto status =
            house.ask(reader.identity(), protocol::StatusRequest()).as<protocol::StatusResponse>();
        QCOMPARE(status.containerStatus.size(), 1U);
        QCOMPARE(status.containerStatus.front().container, bookmarks);
    }

    void appendsToTheOwnSpool()
    {
        schema::MessagePIN message;
        message.messageId = "NAAA-BBBB-CCCC";
        protocol::UploadRequest request = alice.upload({});
        request.updates.clear();
        dare::SealOptions options;
        options.meta.emplace().uniqueId = message.messageId;
        options.signers = {&alice.member.keys.signature.key};
        request.self = {*dare::seal(encoding::toTaggedJson(message), options)};
        COMPARE_STATUS(house.ask(alice.member.identity(), request), 201);
        QCOMPARE(framesOf(alice, "mmm_SpoolInbound"), 2);
    }

    void holdsAStatusUntilSomethingChanges()
    {
        Person bob("held");
        bob.settle(house);
        const auto known = house.ask(bob.member.identity(), protocol::StatusRequest())
                               .as<protocol::StatusResponse>()
                               .containerStatus;
        protocol::StatusRequest request;
        request.known = known;
        request.profileMasterDigest = crypto::sha512(bob.profileMesh.body());
        request.holdSeconds = 60;
        Waiting held = house.begin(bob.member.identity(), request);
        QVERIFY(!held.isAnswered(std::chrono::milliseconds(150)));
        COMPARE_STATUS(upload(alice, write(alice, {bookmark("unrelated")})), 202);
        QVERIFY(!held.isAnswered(std::chrono::milliseconds(100)));
        COMPARE_STATUS(upload(bob, write(bob, {bookmark("one")})), 202);
        const Answer answer = held.answer();
        COMPARE_STATUS(answer, 201);
        QVERIFY(answer.isAuthentic);
        QVERIFY(answer.as<protocol::StatusResponse>().containerStatus.size() > known.size());

        // who is not up to date is answered at once
        QVERIFY(house.begin(bob.member.identity(), request).isAnswered(std::chrono::seconds(5)));
    }

    void answersAHeldStatusWhenTheTimeIsOver()
    {
        protocol::StatusRequest request;
        request.known =
            house.ask(alice.member.identity(), request).as<protocol::StatusResponse>().containerStatus;
        request.profileMasterDigest = crypto::sha512(alice.profileMesh.body());
        request.holdSeconds = 1;
        Waiting held = house.begin(alice.member.identity(), request);
        QVERIFY(!held.isAnswered(std::chrono::milliseconds(200)));
        COMPARE_STATUS(held.answer(), 201);
    }

    /// The person disconnects a device whose request is being held: it learns of that at once.
    void endsAHeldStatusOfARemovedDevice()
    {
        Person bob("cut-off");
        bob.settle(house);
        const Device phone;
        const Member member = bob.add(house, phone);
        protocol::StatusRequest request;
        request.known = house.ask(member.identity(), request).as<protocol::StatusResponse>().containerStatus;
        request.profileMasterDigest = crypto::sha512(bob.profileMesh.body());
        request.holdSeconds = 60;
        Waiting held = house.begin(member.identity(), request);
        QVERIFY(!held.isAnswered(std::chrono::milliseconds(150)));
        bob.remove(house, phone);
        const Answer answer = held.answer();
        COMPARE_STATUS(answer, 401);
        QCOMPARE(answer.detail(), protocol::StatusDetail::UnknownDevice);
    }

    void letsGoOfWhoLeaves()
    {
        protocol::StatusRequest request;
        request.known =
            house.ask(alice.member.identity(), request).as<protocol::StatusResponse>().containerStatus;
        request.profileMasterDigest = crypto::sha512(alice.profileMesh.body());
        request.holdSeconds = 60;
        // many more than may wait at once
        for (int i = 0; i < 200; ++i) {
            Waiting held = house.begin(alice.member.identity(), request);
            QVERIFY(!held.isAnswered(std::chrono::milliseconds(5)));
            held.abandon();
        }
        Waiting held = house.begin(alice.member.identity(), request);
        // those before it may still be worked on, so that it is not held yet when the first release comes
        for (int i = 0; i < 300 && !held.isAnswered(std::chrono::milliseconds(100)); ++i)
            house.releaseHeld();
        COMPARE_STATUS(held.answer(), 201);
    }
};

QTEST_GUILESS_MAIN(TestContainers)
#include "tst_service_containers.moc"
