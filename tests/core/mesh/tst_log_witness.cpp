#include "core/mesh/scenario.h"
#include "encoding/base64url.h"
#include "mesh/catalog_token.h"
#include "mesh/groups.h"
#include "mesh/log_code.h"
#include "mesh/messaging.h"
#include "mesh/notary.h"
#include "schema/make.h"
#include "support/store_fixture.h"

#include <QTest>

#include <algorithm>

using namespace mmm;
using namespace scenario;
using mesh::NotaryState;
using mesh::TrustKind;
using mesh::TrustLink;
using protocol::NotaryToken;

namespace {

const std::string serviceLog = "mmm_MeshLog";

/// The log as it is; but what was signed of it before is forgotten, so that each statement is a fresh one.
Lie nothing()
{
    return [](std::vector<service::FrameRecord>&) {};
}

/// The same number of lines, and something else in them.
Lie alterDigest()
{
    return [](std::vector<service::FrameRecord>& frames) {
        if (!frames.empty())
            frames.back().treeDigest.front() ^= 1U;
    };
}

std::vector<TrustLink> linksOf(Desktop& desktop, TrustKind kind)
{
    std::vector<TrustLink> found;
    const auto links = desktop->trust().links();
    if (links)
        std::ranges::copy_if(*links, std::back_inserter(found),
                             [kind](const TrustLink& link) { return link.kind == kind; });
    return found;
}

/// What the administration device sealed, or somebody showed.
std::optional<TrustLink> shown(Desktop& desktop)
{
    for (TrustLink& link : linksOf(desktop, TrustKind::Checkpoint)) {
        if (link.id.starts_with("checkpoint//"))
            return std::move(link);
    }
    return std::nullopt;
}

bool isTold(Desktop& desktop, Fault fault)
{
    return eventually([&] {
        const auto found = desktop.listener.first();
        return found && found->error.fault == fault && found->container.empty();
    });
}

/// A service whose statements can be made at will.
struct Notary
{
    crypto::PrivateKey key = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    schema::Verified<schema::ProfileService> profile = *schema::verifyProfileService(
        *schema::sealRecord(schema::makeProfileService(key.publicKey(), {}, TimePoint()), {&key}));

    [[nodiscard]] mesh::HeardCheckpoint states(std::int64_t index, std::uint8_t state, int hour) const
    {
        mesh::HeardCheckpoint heard;
        heard.checkpoint.index = index;
        heard.checkpoint.treeDigest = Bytes(64, state);
        heard.checkpoint.time = TimePoint(std::chrono::hours(hour));
        dare::SealOptions options;
        options.signers = {&key};
        const Bytes json = dare::seal(encoding::toTaggedJson(heard.checkpoint), options)->toJson();
        heard.value = textOf(json);
        return heard;
    }
    [[nodiscard]] NotaryToken token(std::int64_t index, std::uint8_t state, int hour) const
    {
        return protocol::tokenOf(states(index, state, hour).value, profile).value();
    }
};

} // namespace

/// What the service stated of its log, shown to others where it cannot touch it (security 03 §7.1.7,
/// WIRE G.7.5), and as the notary token of assertions (WIRE E.3).
class TestLogWitness : public QObject
{
    Q_OBJECT

private slots:
    void codesAreRead()
    {
        const Notary notary;
        mesh::LogCode code;
        code.token = notary.token(12, 3, 100);
        code.account = "alice@example.com";
        const auto read = mesh::LogCode::parse("\n " + code.text() + " ");
        QVERIFY(read && read->token == code.token && read->account == code.account);
        const auto bare = mesh::LogCode::parse("mlog:" + code.token.text());
        QVERIFY(bare && bare->account.empty());
        // the code of a contact may say it as well
        const std::string contact =
            "udf://example.com/EBQC-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-A?a=bob@example.com";
        QCOMPARE(mesh::LogCode::parse(contact).error().fault, Fault::Missing);
        const auto both = mesh::LogCode::parse(contact + "&n=" + code.token.text());
        QVERIFY(both && both->token == code.token && both->account == "bob@example.com");
        for (const std::string& wrong :
             {std::string(), std::string("hello"), std::string("mlog:"), std::string("mlog:hello"),
              std::string("mcu://alice@example.com/NAAA-AAAA-AAAA-AAAA"), contact + "&n=hello",
              code.text() + "&more", "mlog:" + code.token.text() + "?a=nobody",
              "mlog:" + code.token.text() + "?a=<b>@example.com", "mlog:" + std::string(100000, 'A')})
            QVERIFY2(!mesh::LogCode::parse(wrong), wrong.c_str());
    }

    void catalogsContinueTheirToken()
    {
        QTemporaryDir folder;
        test::TestAccount account;
        test::TestService service;
        store::FileSystem& files = store::localFileSystem();
        test::TestDevice device{account, files, folder.filePath("one").toStdString()};
        VERIFY_OK(device.open());
        QVERIFY(!mesh::catalogToken(*device.catalog, account.udf));
        const auto add = [&](const char* name) {
            return device.catalog->put(name, test::credential(name, "alice", "secret")).has_value() &&
                   device.upload(service).value_or(false);
        };
        QVERIFY(add("one") && add("two"));
        const auto token = mesh::catalogToken(*device.catalog, account.udf);
        QVERIFY(token && !token->isSigned());
        QCOMPARE(NotaryToken::parse(token->text()).value(), *token);
        VERIFY_OK(mesh::continuesToken(*device.catalog, account.udf, *token));
        QVERIFY(add("three"));
        VERIFY_OK(mesh::continuesToken(*device.catalog, account.udf, *token));
        QCOMPARE(mesh::continuesToken(*device.catalog, "MOTH-ERAC-COUN-T", *token).error().fault,
                 Fault::WrongType);
        // to another device the service shows less, or something else
        const auto late = mesh::catalogToken(*device.catalog, account.udf);
        test::TestService shorter;
        shorter.frames.assign(service.frames.begin(), service.frames.begin() + token->index + 1);
        test::TestDevice other{account, files, folder.filePath("other").toStdString()};
        VERIFY_OK(other.open());
        VERIFY_OK(other.download(shorter));
        VERIFY_OK(mesh::continuesToken(*other.catalog, account.udf, *token));
        QCOMPARE(mesh::continuesToken(*other.catalog, account.udf, *late).error().fault, Fault::RolledBack);
        VERIFY_OK(other.catalog->put("four", test::credential("four", "alice", "secret")));
        QVERIFY(other.upload(shorter).value_or(false));
        QCOMPARE(mesh::continuesToken(*other.catalog, account.udf, *late).error().fault, Fault::Forked);
    }

    void notariesAreChecked()
    {
        const Notary service;
        const Notary other;
        const std::vector<mesh::HeardCheckpoint> heard = {service.states(3, 1, 100),
                                                          service.states(9, 2, 300)};
        const auto check = [&](const NotaryToken& token, int updated = 1000) {
            return mesh::checkNotary(token.text(), TimePoint(std::chrono::hours(updated)), &service.profile,
                                     heard);
        };
        QVERIFY(mesh::checkNotary({}, {}, &service.profile, heard).state == NotaryState::None);
        // what nothing here can tell is neither good nor bad
        QVERIFY(mesh::checkNotary("a stamp in ink", {}, &service.profile, heard).state ==
                NotaryState::Unknown);
        QVERIFY(check(other.token(3, 1, 100)).state == NotaryState::Unknown);
        QVERIFY(mesh::checkNotary(service.token(3, 1, 100).text(), {}, nullptr, {}).state ==
                NotaryState::Unknown);
        // signed, and in order
        const auto proved = check(service.token(5, 7, 200));
        QVERIFY(proved.state == NotaryState::Proved);
        QCOMPARE(proved.time->time_since_epoch(), std::chrono::hours(200));
        // not signed, but the service has said the same to somebody
        NotaryToken plain = service.token(3, 1, 100);
        plain.signature.clear();
        QVERIFY(check(plain).state == NotaryState::Proved);
        plain.index = 4;
        QVERIFY(check(plain).state == NotaryState::Unknown);
        plain.index = 9;
        QVERIFY(check(plain).fault->fault == Fault::Forked);
        // signed, and another history than what was heard
        QVERIFY(check(service.token(9, 8, 300)).fault->fault == Fault::Forked);
        QVERIFY(check(service.token(2, 8, 400)).fault->fault == Fault::RolledBack);
        NotaryToken forged = service.token(3, 1, 100);
        forged.index = 4;
        QVERIFY(check(forged).fault->fault == Fault::BadSignature);
        // made before the log was there
        QVERIFY(check(service.token(5, 7, 200), 199).state == NotaryState::Proved); // clocks differ
        QVERIFY(check(service.token(5, 7, 200), 100).fault->fault == Fault::Contradiction);
    }

    /// What the administration device seals for a new one the service cannot change.
    void aNewDeviceIsToldWhatTheOtherHeard()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        QVERIFY(!linksOf(first, TrustKind::Checkpoint).empty() ||
                eventually([&] { return !linksOf(first, TrustKind::Checkpoint).empty(); }));
        QVERIFY(first.settles());
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return shown(second).has_value(); }));
        const auto link = shown(second);
        QVERIFY(!link->fault && !link->isThisDevice && link->signatures.front().isGood);
        QVERIFY(second.settles());
        QVERIFY(!second.listener.first() && !first.listener.first());
        for (const TrustLink& catalog : linksOf(second, TrustKind::Catalog))
            QVERIFY(!catalog.fault);
    }

    void aNewDeviceFindsOutAForkByWhatWasSealed()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        QVERIFY(eventually([&] { return !linksOf(first, TrustKind::Checkpoint).empty(); }));
        QVERIFY(first.settles());
        world.lie(serviceLog, alterDigest());
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(isTold(second, Fault::Forked));
        // whatever becomes of what devices show each other, which passes through the service
        QVERIFY(eventually([&] { return shown(second).has_value(); }));
        const auto evidence = shown(second);
        QVERIFY(evidence && evidence->fault && evidence->fault->fault == Fault::Forked);
        QVERIFY(evidence->signatures.front().isGood);
    }

    void peopleWhoMeetCompare()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(alice.open());
        VERIFY_OK(bob.open());
        QCOMPARE(alice->trust().logCode({}).error().fault, Fault::Unsupported);
        QCOMPARE(alice->trust().compareLog("mlog:x", {}).error().fault, Fault::Unsupported);
        VERIFY_OK(alice.createMesh("alice", "Alice Example"));
        VERIFY_OK(bob.createMesh("bob", "Bob Sample"));
        QVERIFY(alice.settles() && bob.settles());
        world.lie(serviceLog, nothing());
        VERIFY_OK(alice->trust().logCode({}));
        // the code of the contact brings it along
        const auto contact = alice->messaging().makeCode(false, mesh::CardVersion::Public);
        VERIFY_OK(contact);
        const auto same = bob->trust().compareLog(contact->text.text(), {});
        VERIFY_OK(same);
        QVERIFY(!same->contradiction && !same->isOwn);
        QCOMPARE(same->account, "alice@example.com");
        VERIFY_OK(bob->messaging().readCode(contact->text.text()));
        const auto printed = alice->messaging().makeCode(true, mesh::CardVersion::Public);
        VERIFY_OK(printed);
        QCOMPARE(bob->trust().compareLog(printed->text.text(), {}).error().fault, Fault::Missing);
        // both ask at the same state of the log, and the same code is read again
        const auto code = alice->trust().logCode({});
        VERIFY_OK(code);
        VERIFY_OK(bob->trust().logCode({}));
        const auto again = bob->trust().compareLog(code->text, {});
        VERIFY_OK(again);
        QVERIFY(again->isSame && !again->contradiction);
        QCOMPARE(alice->trust().compareLog(code->text, {})->isOwn, true);
        QVERIFY(!bob.listener.first());
    }

    void aForkBetweenPeopleIsFoundOut()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(alice.open());
        VERIFY_OK(bob.open());
        VERIFY_OK(alice.createMesh("alice", "Alice Example"));
        VERIFY_OK(bob.createMesh("bob", "Bob Sample"));
        QVERIFY(alice.settles() && bob.settles());
        world.lie(serviceLog, nothing());
        // one line more than bob was told of
        VERIFY_OK(alice->messaging().makeCode(true, mesh::CardVersion::Public));
        const auto code = alice->trust().logCode({});
        VERIFY_OK(code);
        world.lie(serviceLog, alterDigest());
        const auto found = bob->trust().compareLog(code->text, {});
        VERIFY_OK(found);
        QVERIFY(found->contradiction && found->contradiction->fault == Fault::Forked);
        QVERIFY(isTold(bob, Fault::Forked));
        const auto evidence = shown(bob);
        QVERIFY(evidence);
        QVERIFY(evidence->fault);
        QVERIFY(evidence->signatures.front().isGood);
        QCOMPARE(evidence->name, "alice@example.com");
        // it stays known
        bob.close();
        VERIFY_OK(bob.open());
        QVERIFY(shown(bob) && shown(bob)->fault);
    }

    void onlyTheOwnServiceIsCompared()
    {
        World world;
        World elsewhere("example.net");
        Desktop alice(world);
        Desktop carol(elsewhere);
        VERIFY_OK(alice.open());
        VERIFY_OK(carol.open());
        VERIFY_OK(alice.createMesh("alice"));
        VERIFY_OK(carol.createMesh("carol"));
        const auto code = carol->trust().logCode({});
        VERIFY_OK(code);
        QCOMPARE(alice->trust().compareLog(code->text, {}).error().fault, Fault::WrongService);
        const auto own = alice->trust().logCode({});
        VERIFY_OK(own);
        auto forged = mesh::LogCode::parse(own->text);
        VERIFY_OK(forged);
        ++forged->token.index;
        QCOMPARE(alice->trust().compareLog(forged->text(), {}).error().fault, Fault::BadSignature);
        QCOMPARE(alice->trust().compareLog("hello", {}).error().fault, Fault::Malformed);
        QVERIFY(!alice.listener.first());
        QVERIFY(!shown(alice));
    }

    /// Profiles that are made when a statement is known carry it.
    void profilesNameTheStateOfTheLog()
    {
        World world;
        Desktop alice(world);
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.createMesh("alice"));
        VERIFY_OK(alice->trust().logCode({}));
        VERIFY_OK(alice->groups().create("choir"));
        const auto group = linksOf(alice, TrustKind::Group);
        QCOMPARE(group.size(), 1U);
        QVERIFY(NotaryToken::parse(group.front().notaryToken).has_value());
        QVERIFY(group.front().notary == NotaryState::Proved && group.front().notaryTime);
        QVERIFY(!group.front().fault && group.front().isCurrent);
        for (const TrustLink& link : linksOf(alice, TrustKind::Mesh))
            QVERIFY(link.notary == NotaryState::None); // every service of the person's gets it
    }
};

QTEST_GUILESS_MAIN(TestLogWitness)
#include "tst_log_witness.moc"
