#include "core/service/service_fixture.h"
#include "udf/udf.h"

using namespace serving;
using protocol::StatusDetail;

namespace {

/// A request proved by a signature (WIRE G.4.3).
Bytes signedRequest(const Member& member, protocol::StatusRequest request)
{
    dare::SealOptions options;
    options.meta.emplace().contentType = "application/json";
    options.signers = {&member.keys.authentication.key};
    const auto envelope = dare::seal(House::textOfRequest(std::move(request)), options);
    return envelope ? envelope->toJson() : Bytes();
}

} // namespace

/// Who asks (WIRE G.4, G.5): key agreement, tickets, signatures; freshness; answers bound to requests.
class TestAuthentication : public QObject
{
    Q_OBJECT

    House house;
    Person alice{"alice"};

private slots:
    void initTestCase() { alice.settle(house); }
    /// Long after any start.
    void init() { house.clock->advance(std::chrono::minutes(10)); }

    void provesBothSides()
    {
        const Answer answer = house.ask(alice.member.identity(), protocol::StatusRequest());
        COMPARE_STATUS(answer, 201);
        QVERIFY(answer.isAuthentic);
        QVERIFY(answer.ticket.has_value());
        QVERIFY(answer.ticket->token.size() <= 512);
        QVERIFY(answer.ticket->expires <= house.clock->now() + std::chrono::hours(24));
    }

    void refusesAKeyThatIsNobodys()
    {
        const Answer answer = house.ask(Person("mallory").member.identity(), protocol::StatusRequest());
        COMPARE_STATUS(answer, 401);
        QCOMPARE(answer.detail(), StatusDetail::UnknownDevice);
        QVERIFY(!answer.isAuthentic);
    }

    /// Somebody who knows a device's public key but not its private one.
    void refusesWhoOnlyClaimsAKey()
    {
        const auto seal = house.sealed(Person("mallory").member.identity(),
                                       House::textOfRequest(protocol::StatusRequest()));
        std::string body(textOf(seal.body()));
        const auto envelope = dare::Envelope::parse(seal.body());
        QVERIFY(envelope.has_value());
        const std::string mine = envelope->header().recipients.front().account;
        const std::string hers = schema::udfOf(alice.member.keys.authentication.key.publicKey());
        std::size_t at = 0;
        while ((at = body.find(mine)) != std::string::npos)
            body.replace(at, mine.size(), hers);
        const Answer answer = house.send(body);
        COMPARE_STATUS(answer, 400);
        QVERIFY(!answer.isAuthentic);
    }

    void refusesAnAlteredRequest_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("payload") << "payload";
        QTest::newRow("time") << "time";
        QTest::newRow("authenticator") << "authenticator";
    }
    void refusesAnAlteredRequest()
    {
        QFETCH(const QString, what);
        const auto seal =
            house.sealed(alice.member.identity(), House::textOfRequest(protocol::StatusRequest()));
        const auto envelope = dare::Envelope::parse(seal.body());
        dare::Header header = envelope->header();
        dare::Trailer trailer = envelope->trailer();
        Bytes payload = copyOf(envelope->body());
        if (what == "payload") {
            payload = copyOf(House::textOfRequest(protocol::DeleteRequest()));
            trailer.payloadDigest.clear();
        } else if (what == "time") {
            auto meta = *header.contentMeta();
            meta.created = *meta.created + std::chrono::seconds(1);
            header.setContentMeta(meta);
        } else {
            trailer.signatures.front().witness.front() ^= 1;
        }
        const Answer answer = house.send(dare::Envelope::assemble(header, payload, trailer).toJson());
        COMPARE_STATUS(answer, 400);
        QVERIFY(!answer.isAuthentic);
    }

    void refusesAReplay()
    {
        const auto seal =
            house.sealed(alice.member.identity(), House::textOfRequest(protocol::StatusRequest()));
        COMPARE_STATUS(house.sendSealed(seal), 201);
        const Answer again = house.sendSealed(seal);
        COMPARE_STATUS(again, 401);
        QCOMPARE(again.detail(), StatusDetail::Replay);
        QVERIFY(again.isAuthentic);
    }

    /// A service that starts anew has forgotten what it saw, and yet admits none of it a second time.
    void refusesAReplayAfterItsStart_data()
    {
        QTest::addColumn<int>("ahead");
        QTest::addColumn<int>("detail");
        QTest::newRow("right clock") << 0 << static_cast<int>(StatusDetail::ClockSkew);
        QTest::newRow("late clock") << -200 << static_cast<int>(StatusDetail::ClockSkew);
        QTest::newRow("early clock") << 200 << static_cast<int>(StatusDetail::Replay);
    }
    void refusesAReplayAfterItsStart()
    {
        QFETCH(const int, ahead);
        QFETCH(const int, detail);
        const auto madeAt = [&](TimePoint time) {
            return protocol::RequestSeal::make(House::textOfRequest(protocol::StatusRequest()), domain,
                                               alice.member.identity(), house.hostKey(), time)
                .value();
        };
        const auto seal = madeAt(house.clock->now() + std::chrono::seconds(ahead));
        COMPARE_STATUS(house.sendSealed(seal), 201);
        for (int start = 0; start < 2; ++start) {
            house.stop();
            house.start();
            const Answer again = house.sendSealed(seal);
            COMPARE_STATUS(again, 401);
            QCOMPARE(static_cast<int>(again.detail()), detail);
        }
        // others made by the same clock are taken, once
        const auto next = madeAt(house.clock->now() + std::chrono::seconds(std::max(ahead, 0) + 1));
        COMPARE_STATUS(house.sendSealed(next), 201);
        COMPARE_STATUS(house.sendSealed(next), 401);
    }

    /// What was seen before does not look new when its time comes again.
    void refusesAReplayAfterItsClockWasSetBack()
    {
        constexpr std::chrono::seconds back{100};
        const auto seal =
            house.sealed(alice.member.identity(), House::textOfRequest(protocol::StatusRequest()));
        COMPARE_STATUS(house.sendSealed(seal), 201);
        house.stop();
        house.clock->advance(-back);
        house.start();
        for (int i = 0; i < 2; ++i) {
            COMPARE_STATUS(house.sendSealed(seal), 401);
            house.clock->advance(back / 2);
        }
        COMPARE_STATUS(house.sendSealed(seal), 401);
        house.clock->advance(std::chrono::seconds(1));
        COMPARE_STATUS(house.ask(alice.member.identity(), protocol::StatusRequest()), 201);
    }

    /// What an honest client does: it takes the service's time, and asks again.
    void tellsItsTimeAfterItsStart()
    {
        house.stop();
        house.start();
        const auto early =
            house.sealed(alice.member.identity(), House::textOfRequest(protocol::StatusRequest()));
        const auto reply = house.post(early.body()).octets();
        const auto opened = early.open(reply);
        QVERIFY(opened && opened->serverTime);
        const auto seal =
            protocol::RequestSeal::make(House::textOfRequest(protocol::StatusRequest()), domain,
                                        alice.member.identity(), house.hostKey(), *opened->serverTime)
                .value();
        COMPARE_STATUS(house.sendSealed(seal), 201);
    }

    void refusesAWrongClock_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("status");
        QTest::newRow("a little late") << -299 << 201;
        QTest::newRow("a little early") << 299 << 201;
        QTest::newRow("late") << -301 << 401;
        QTest::newRow("early") << 301 << 401;
        QTest::newRow("a day") << 86400 << 401;
    }
    void refusesAWrongClock()
    {
        QFETCH(const int, seconds);
        QFETCH(const int, status);
        const auto seal = protocol::RequestSeal::make(House::textOfRequest(protocol::StatusRequest()), domain,
                                                      alice.member.identity(), house.hostKey(),
                                                      house.clock->now() + std::chrono::seconds(seconds));
        const Answer answer = house.sendSealed(*seal);
        COMPARE_STATUS(answer, status);
        QVERIFY(answer.isAuthentic);
        if (status == 401)
            QCOMPARE(answer.detail(), StatusDetail::ClockSkew);
    }

    /// The host's name takes part in the proof: what was meant for another portal proves nothing here.
    void refusesAnotherPortalsRequest()
    {
        const auto seal =
            protocol::RequestSeal::make(House::textOfRequest(protocol::StatusRequest()), "elsewhere.example",
                                        alice.member.identity(), house.hostKey(), house.clock->now());
        COMPARE_STATUS(house.sendSealed(*seal), 400);
    }

    void refusesWhatIsForAnotherHost()
    {
        const auto other = crypto::PrivateKey::generate(crypto::Curve::Ed448);
        const auto seal =
            protocol::RequestSeal::make(House::textOfRequest(protocol::StatusRequest()), domain,
                                        alice.member.identity(), other.publicKey(), house.clock->now());
        const Answer answer = house.sendSealed(*seal);
        COMPARE_STATUS(answer, 401);
        QCOMPARE(answer.detail(), StatusDetail::OtherHost);
    }

    /// An answer opens with its own request only.
    void bindsAnswersToRequests()
    {
        const auto first =
            house.sealed(alice.member.identity(), House::textOfRequest(protocol::StatusRequest()));
        const auto second = std::make_shared<const protocol::RequestSeal>(
            house.sealed(alice.member.identity(), House::textOfRequest(protocol::StatusRequest())));
        QVERIFY(!house.post(first.body(), second).answer().isAuthentic);
    }

    void takesTickets()
    {
        const Answer first = house.ask(alice.member.identity(), protocol::StatusRequest());
        const auto seal = protocol::RequestSeal::withTicket(House::textOfRequest(protocol::StatusRequest()),
                                                            domain, *first.ticket, house.clock->now());
        const Answer answer = house.sendSealed(*seal);
        COMPARE_STATUS(answer, 201);
        QVERIFY(answer.isAuthentic);
        const Answer replay = house.sendSealed(*seal);
        COMPARE_STATUS(replay, 401);
        QCOMPARE(replay.detail(), StatusDetail::Replay);
    }

    void refusesAForgedTicket()
    {
        const Answer first = house.ask(alice.member.identity(), protocol::StatusRequest());
        protocol::Ticket wrongKey = *first.ticket;
        wrongKey.master = SharedSecret(crypto::randomSecret(32));
        const auto forged = protocol::RequestSeal::withTicket(House::textOfRequest(protocol::StatusRequest()),
                                                              domain, wrongKey, house.clock->now());
        COMPARE_STATUS(house.sendSealed(*forged), 400);

        protocol::Ticket wrongToken = *first.ticket;
        wrongToken.token.back() ^= 1;
        const auto altered = protocol::RequestSeal::withTicket(
            House::textOfRequest(protocol::StatusRequest()), domain, wrongToken, house.clock->now());
        const Answer answer = house.sendSealed(*altered);
        COMPARE_STATUS(answer, 401);
        QCOMPARE(answer.detail(), StatusDetail::TicketExpired);
    }

    void endsTicketsInTime()
    {
        const Answer first = house.ask(alice.member.identity(), protocol::StatusRequest());
        house.clock->advance(std::chrono::hours(13));
        const auto seal = protocol::RequestSeal::withTicket(House::textOfRequest(protocol::StatusRequest()),
                                                            domain, *first.ticket, house.clock->now());
        const Answer answer = house.sendSealed(*seal);
        COMPARE_STATUS(answer, 401);
        QCOMPARE(answer.detail(), StatusDetail::TicketExpired);
    }

    void endsTicketsWithTheDevicesEntry()
    {
        const Device phone;
        const Member member = alice.add(house, phone);
        const Answer first = house.ask(member.identity(), protocol::StatusRequest());
        QVERIFY(first.ticket.has_value());
        alice.remove(house, phone);
        const auto seal = protocol::RequestSeal::withTicket(House::textOfRequest(protocol::StatusRequest()),
                                                            domain, *first.ticket, house.clock->now());
        COMPARE_STATUS(house.sendSealed(*seal), 401);
        const Answer answer = house.ask(member.identity(), protocol::StatusRequest());
        COMPARE_STATUS(answer, 401);
        QCOMPARE(answer.detail(), StatusDetail::UnknownDevice);
    }

    void takesSignatures()
    {
        protocol::StatusRequest request;
        request.created = house.clock->now();
        const Bytes body = signedRequest(alice.member, request);
        COMPARE_STATUS(house.send(body), 201);
        const Answer again = house.send(body);
        COMPARE_STATUS(again, 401);
        QCOMPARE(again.detail(), StatusDetail::Replay);
    }

    /// The header is not signed, so changing it does not make an old request a new one.
    void refusesASignedReplayUnderANewHeader()
    {
        protocol::StatusRequest request;
        request.created = house.clock->now();
        const Bytes body = signedRequest(alice.member, request);
        COMPARE_STATUS(house.send(body), 201);
        const auto envelope = dare::Envelope::parse(body);
        dare::Header header = envelope->header();
        dare::ContentMeta meta;
        meta.uniqueId = "NBXW-2ZLP";
        meta.created = house.clock->now();
        header.setContentMeta(meta);
        const Answer again = house.send(
            dare::Envelope::assemble(header, copyOf(envelope->body()), envelope->trailer()).toJson());
        COMPARE_STATUS(again, 401);
        QCOMPARE(again.detail(), StatusDetail::Replay);
    }

    void refusesASignedRequestWithoutItsTime()
    {
        COMPARE_STATUS(house.send(signedRequest(alice.member, {})), 400);
        protocol::StatusRequest old;
        old.created = house.clock->now() - std::chrono::hours(1);
        const Answer answer = house.send(signedRequest(alice.member, old));
        COMPARE_STATUS(answer, 401);
        QCOMPARE(answer.detail(), StatusDetail::ClockSkew);
    }

    void refusesAnEndlessId()
    {
        protocol::StatusRequest request;
        request.created = house.clock->now();
        request.id = crypto::randomBytes(4096);
        COMPARE_STATUS(house.send(signedRequest(alice.member, request)), 400);
    }

    void refusesAWrongSignature()
    {
        protocol::StatusRequest request;
        request.created = house.clock->now();
        const Bytes body = signedRequest(alice.member, request);
        const auto envelope = dare::Envelope::parse(body);
        dare::Trailer trailer = envelope->trailer();
        trailer.signatures.front().signature.front() ^= 1;
        COMPARE_STATUS(
            house.send(
                dare::Envelope::assemble(envelope->header(), copyOf(envelope->body()), trailer).toJson()),
            400);
    }

    void tellsASuspendedAccountFromADeletedOne()
    {
        Person bob("bob");
        bob.settle(house);
        const auto set = [&](service::AccountState state) {
            const auto storage = house.storage();
            auto account = *storage->account(bob.address);
            account->state = state;
            QVERIFY(storage->updateAccount(*account).has_value());
        };
        set(service::AccountState::Suspended);
        const Answer suspended =
            bob.post(house, {alice.address}, bob.message("RequestContact", udf::Udf::nonce().text()));
        COMPARE_STATUS(suspended, 401);
        QVERIFY(suspended.isAuthentic);
        QCOMPARE(suspended.detail(), StatusDetail::Suspended);
        set(service::AccountState::Open);
        const Answer open = house.ask(bob.member.identity(), protocol::StatusRequest());
        COMPARE_STATUS(open, 201);
        QCOMPARE(open.detail(), StatusDetail::None);
        set(service::AccountState::Closed);
        const Answer closed = house.ask(bob.member.identity(), protocol::StatusRequest());
        COMPARE_STATUS(closed, 401);
        QCOMPARE(closed.detail(), StatusDetail::Closed);
    }
};

QTEST_GUILESS_MAIN(TestAuthentication)
#include "tst_service_authentication.moc"
