#include "crypto/cipher.h"
#include "crypto/hash.h"
#include "dare/content_cipher.h"
#include "protocol/authentication.h"
#include "udf/fingerprint.h"

#include <QTest>

using namespace mmm;
using namespace mmm::protocol;
using crypto::PrivateKey;
using crypto::PublicKey;

namespace {

constexpr std::string_view host = "example.com";
const Bytes question = copyOf(bytesOf(R"({"Status":{}})"));
const Bytes reply = copyOf(bytesOf(R"({"StatusResponse":{"Status":201}})"));

/// x with the ephemeral key E = xG − K, which cancels K: K + E is xG, whatever K's private key is.
struct Cancelling
{
    PrivateKey x = PrivateKey::generate(crypto::Curve::Ed448);
    PublicKey ephemeral;

    explicit Cancelling(const PublicKey& longTerm)
        : ephemeral(crypto::combine(x.publicKey(), negated(longTerm)).value())
    {}

    static PublicKey negated(const PublicKey& key)
    {
        Bytes raw = key.raw();
        raw.back() ^= 0x80; // the sign of x is all that differs
        return PublicKey::decode(key.curve(), raw).value();
    }
};

/// What the authenticator of WIRE G.4.1 and G.4.2 is made of, computed by somebody with a key of their own.
struct Forgery
{
    dare::Header header;
    dare::Trailer trailer;
    Bytes payload;

    Forgery(const dare::Envelope& genuine, const Cancelling& keys, const PublicKey& other,
            std::string_view label, const std::vector<Bytes>& bound)
        : header(genuine.header()),
          trailer(genuine.trailer()),
          payload(copyOf(genuine.body()))
    {
        const Secret master = crypto::randomSecret(dare::masterKeySize);
        const Secret agreement = keys.x.agree(other).value();
        dare::Recipient& entry = header.recipients.front();
        entry.ephemeral = dare::fromPublicKey(keys.ephemeral);
        entry.wrappedKey = crypto::wrapKey(crypto::hkdfSha512(agreement, {}, "master", 32), master).value();
        Bytes all = crypto::sha512(payload);
        const Bytes meta = crypto::sha512(header.contentMetaData);
        all.insert(all.end(), meta.begin(), meta.end());
        for (const Bytes& part : bound)
            all.insert(all.end(), part.begin(), part.end());
        trailer.signatures.front().witness =
            copyOf(crypto::hmacSha512(crypto::hkdfSha256(master, header.salt, label, 32), {all}));
    }

    [[nodiscard]] Bytes body() const { return dare::Envelope::assemble(header, payload, trailer).toJson(); }
};

} // namespace

/// Who makes a request or an answer has the long-term key that it names (WIRE G.4).
class AuthenticationTest : public QObject
{
    Q_OBJECT

    const PrivateKey client = PrivateKey::generate(crypto::Curve::Ed448);
    const PrivateKey server = PrivateKey::generate(crypto::Curve::Ed448);
    const TimePoint now = std::chrono::time_point_cast<TimePoint::duration>(std::chrono::system_clock::now());

    [[nodiscard]] Identity identity() const
    {
        return {std::make_shared<const PrivateKey>(client.clone()), {}};
    }
    [[nodiscard]] RequestSeal request() const
    {
        return RequestSeal::make(question, host, identity(), server.publicKey(), now).value();
    }
    [[nodiscard]] Status open(const Bytes& body) const
    {
        auto received = ReceivedRequest::parse(body).value();
        const Status opened = received.openWithKey(host, server, client.publicKey());
        if (received.isOpen() != opened.has_value())
            QTest::qFail("a request is open although it was refused", __FILE__, __LINE__);
        return opened;
    }

private slots:
    void takesTheHoldersOfBothKeys()
    {
        const RequestSeal sent = request();
        auto received = ReceivedRequest::parse(sent.body()).value();
        QVERIFY(received.openWithKey(host, server, client.publicKey()).has_value());
        QVERIFY(std::ranges::equal(received.payload(), question));
        const Bytes answer = received.seal(reply, now).value();
        const auto opened = sent.open(answer);
        QVERIFY(opened.has_value());
        QVERIFY(std::ranges::equal(opened->payload.view(), reply));
    }

    void refusesARequestWhoseEphemeralKeyCancelsTheClients_data()
    {
        QTest::addColumn<QString>("proof");
        QTest::newRow("no proof") << "none";
        QTest::newRow("the proof of another request") << "another";
        QTest::newRow("a proof by the key that is left") << "own";
    }
    void refusesARequestWhoseEphemeralKeyCancelsTheClients()
    {
        QFETCH(const QString, proof);
        const RequestSeal genuine = request();
        const Cancelling keys(client.publicKey());
        QVERIFY(crypto::combine(client.publicKey(), keys.ephemeral).value() == keys.x.publicKey());
        Forgery forged(dare::Envelope::parse(genuine.body()).value(), keys, server.publicKey(),
                       "ClientToServerAuthenticate",
                       {copyOf(bytesOf(host)), Bytes{0}, copyOf(bytesOf("Status"))});
        dare::Signature& signature = forged.trailer.signatures.front();
        if (proof == "none") {
            signature.signature.clear();
        } else if (proof == "own") {
            const Secret key = crypto::hkdfSha256(keys.x.agree(server.publicKey()).value(),
                                                  forged.header.salt, "ClientToServerProof", 32);
            signature.signature = copyOf(crypto::hmacSha512(key, {signature.witness, keys.ephemeral.raw()}));
        }
        const Status opened = open(forged.body());
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().fault, Fault::BadSignature);
        // and it is the proof alone that is missed: the authenticator is right
        QVERIFY(opened.error().detail.find("client's key") != std::string::npos);
    }

    void refusesAnAnswerWhoseEphemeralKeyCancelsTheServices_data()
    {
        QTest::addColumn<bool>("withProof");
        QTest::newRow("no proof") << false;
        QTest::newRow("the proof of the genuine answer") << true;
    }
    void refusesAnAnswerWhoseEphemeralKeyCancelsTheServices()
    {
        QFETCH(const bool, withProof);
        const RequestSeal sent = request();
        auto received = ReceivedRequest::parse(sent.body()).value();
        QVERIFY(received.openWithKey(host, server, client.publicKey()).has_value());
        const auto genuine = dare::Envelope::parse(received.seal(reply, now).value()).value();
        const auto asked = dare::Envelope::parse(sent.body()).value();

        const Cancelling keys(server.publicKey());
        const PublicKey clientSum =
            crypto::combine(client.publicKey(),
                            dare::toPublicKey(asked.header().recipients.front().ephemeral).value())
                .value();
        Forgery forged(genuine, keys, clientSum, "ServerToClientAuthenticate",
                       {crypto::sha512(asked.signatures().front().witness)});
        if (!withProof)
            forged.trailer.signatures.front().signature.clear();
        const auto opened = sent.open(forged.body());
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().fault, Fault::BadSignature);
        QVERIFY(opened.error().detail.find("does not show") != std::string::npos);
    }

    void refusesAnAlteredProof()
    {
        const auto genuine = dare::Envelope::parse(request().body()).value();
        dare::Trailer trailer = genuine.trailer();
        trailer.signatures.front().signature.front() ^= 1;
        const Status opened =
            open(dare::Envelope::assemble(genuine.header(), copyOf(genuine.body()), trailer).toJson());
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().fault, Fault::BadSignature);
    }
};

QTEST_GUILESS_MAIN(AuthenticationTest)
#include "tst_authentication.moc"
