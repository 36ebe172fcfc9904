#include "protocol/notary_token.h"

#include "encoding/base64url.h"
#include "schema/key_check.h"
#include "schema/make.h"

#include <QTest>

using namespace mmm;
using protocol::Checkpoint;
using protocol::NotaryToken;

namespace {

/// A service that signs statements with its host's key, as ours do.
struct Service
{
    crypto::PrivateKey offline = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    crypto::PrivateKey online;
    schema::Verified<schema::ProfileService> profile;

    explicit Service(crypto::Curve curve = crypto::Curve::Ed448)
        : online(crypto::PrivateKey::generate(curve)),
          profile(make())
    {}
    [[nodiscard]] schema::Verified<schema::ProfileService> make() const
    {
        schema::ProfileService content = schema::makeProfileService(offline.publicKey(), {}, TimePoint());
        content.keysOnlineSignature.push_back(schema::describe(online.publicKey()));
        return *schema::verifyProfileService(*schema::sealRecord(content, {&offline}));
    }
    [[nodiscard]] std::string state(const Checkpoint& checkpoint) const
    {
        dare::SealOptions options;
        options.signers = {&online};
        const Bytes json = dare::seal(encoding::toTaggedJson(checkpoint), options)->toJson();
        return std::string(textOf(json));
    }
};

Checkpoint example()
{
    Checkpoint checkpoint;
    checkpoint.index = 1234567;
    checkpoint.treeDigest = Bytes(64, 0xA5);
    checkpoint.time = TimePoint(std::chrono::seconds(1'795'000'000));
    return checkpoint;
}

} // namespace

/// The notary token of an assertion (security 03 §2.6.1, WIRE E.3).
class TestNotaryToken : public QObject
{
    Q_OBJECT

private slots:
    void holdsTheWholeStatement_data()
    {
        QTest::addColumn<int>("curve");
        QTest::newRow("Ed448") << int(crypto::Curve::Ed448);
        QTest::newRow("Ed25519") << int(crypto::Curve::Ed25519);
    }
    void holdsTheWholeStatement()
    {
        QFETCH(const int, curve);
        const Service service{crypto::Curve(curve)};
        const std::string value = service.state(example());
        const auto token = protocol::tokenOf(value, service.profile);
        QVERIFY(token.has_value());
        QVERIFY(token->isSigned());
        QVERIFY2(token->text().size() <= 310, token->text().c_str());
        const auto read = NotaryToken::parse(token->text());
        QVERIFY(read.has_value());
        QVERIFY(*read == *token);
        const auto statement = protocol::statementIn(*read, service.profile);
        QVERIFY(statement.has_value());
        // it names the key, so that whoever is shown it knows whose word it is
        const auto envelope = dare::Envelope::parse(bytesOf(*statement));
        QCOMPARE(envelope->signerIds(), std::vector{schema::udfOf(service.online.publicKey())});
        QVERIFY(protocol::verifyCheckpoint(*statement, service.profile)->treeDigest == example().treeDigest);
    }

    void provesNothingElse()
    {
        const Service service;
        const Service other;
        const NotaryToken token = protocol::tokenOf(service.state(example()), service.profile).value();
        QCOMPARE(protocol::statementIn(token, other.profile).error().fault, Fault::WrongService);
        NotaryToken stolen = token;
        stolen.logUdf = other.profile.udf();
        QCOMPARE(protocol::statementIn(stolen, other.profile).error().fault, Fault::BadSignature);
        for (const auto& alter : std::initializer_list<void (*)(NotaryToken&)>{
                 [](NotaryToken& t) { ++t.index; }, [](NotaryToken& t) { t.treeDigest.front() ^= 1U; },
                 [](NotaryToken& t) { t.time = *t.time + std::chrono::seconds(1); },
                 [](NotaryToken& t) { t.signature.back() ^= 1U; }}) {
            NotaryToken altered = token;
            alter(altered);
            QCOMPARE(protocol::statementIn(altered, service.profile).error().fault, Fault::BadSignature);
        }
        NotaryToken plain = token;
        plain.signature.clear();
        QCOMPARE(protocol::statementIn(plain, service.profile).error().fault, Fault::Missing);
        const auto read = NotaryToken::parse(plain.text());
        QVERIFY(read && !read->isSigned() && !read->time && read->checkpoint().index == token.index);
    }

    void hasRoomForNothingMore()
    {
        const Service service;
        Checkpoint more = example();
        more.unknown.members.push_back({"More", SharedSecret(Secret(bytesOf("1")))});
        QCOMPARE(protocol::tokenOf(service.state(more), service.profile).error().fault, Fault::Unsupported);
        QVERIFY(!protocol::tokenOf("[]", service.profile));
    }

    void onlyItsOwnFormIsRead_data()
    {
        const std::string log = "MBQE-JPQX-DH7R-KAGA-A6B5-VCCL-LCHL-EXPW";
        const std::string digest = encoding::toBase64url(Bytes(64, 1));
        const std::string signature = encoding::toBase64url(Bytes(114, 2));
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        const auto row = [](const char* name, const std::string& text, bool isGood = false) {
            QTest::newRow(name) << QString::fromStdString(text) << isGood;
        };
        row("plain", log + ":7:" + digest, true);
        row("signed", log + ":7:" + digest + ":1700000000:" + signature, true);
        row("nothing", "");
        row("words", "the notary in the next street");
        row("short fingerprint", "MBQE-JPQX:7:" + digest);
        row("negative", log + ":-1:" + digest);
        row("sign", log + ":+7:" + digest);
        row("zeros", log + ":07:" + digest);
        row("too large", log + ":9223372036854775808:" + digest);
        row("short digest", log + ":7:" + encoding::toBase64url(Bytes(63, 1)));
        row("padded digest", log + ":7:" + digest + "==");
        row("digest with a space", log + ":7: " + digest);
        row("no signature", log + ":7:" + digest + ":1700000000");
        row("empty signature", log + ":7:" + digest + ":1700000000:");
        row("short signature", log + ":7:" + digest + ":1700000000:AAAA");
        row("after the end of time", log + ":7:" + digest + ":253402300800:" + signature);
        row("more", log + ":7:" + digest + ":1700000000:" + signature + ":more");
        row("endless", std::string(100000, ':'));
    }
    void onlyItsOwnFormIsRead()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isGood);
        const auto read = NotaryToken::parse(text.toStdString());
        QCOMPARE(read.has_value(), isGood);
        if (read)
            QCOMPARE(QString::fromStdString(read->text()), text);
    }
};

QTEST_GUILESS_MAIN(TestNotaryToken)
#include "tst_notary_token.moc"
