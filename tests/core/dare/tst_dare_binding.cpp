#include "dare/binding.h"
#include "dare/event_rules.h"
#include "dare_test.h"

using namespace mmm;
using namespace mmm::dare;
using namespace mmm::dare::test;
using crypto::Curve;
using crypto::PrivateKey;

/// What binds a frame to its place, and what may happen to an object.
class TestDareBinding : public QObject
{
    Q_OBJECT

    static Header entry()
    {
        Header header;
        header.encryption = "A256CBC";
        header.salt = patternOf(16);
        ContentMeta meta;
        meta.uniqueId = "https://example.com/";
        meta.event = "Delete";
        header.setContentMeta(meta);
        return header;
    }

    static ContentMeta metaOf(const char* event, const char* id = "a")
    {
        ContentMeta meta;
        meta.uniqueId = id;
        meta.event = event;
        return meta;
    }

private slots:
    void protectedMembersAreOnlyThose()
    {
        Header header = entry();
        header.envelopeId = "not protected";
        header.annotations = {patternOf(3)};
        const Bytes signedData = makeSignedData(header, 7);
        QCOMPARE(
            show(signedData),
            "{\"enc\":\"A256CBC\",\"Salt\":\"" +
                show(header.salt).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) +
                "\",\"ContentMetaData\":\"" +
                show(header.contentMetaData)
                    .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) +
                "\",\"ContainerInfo\":{\"Index\":7}}");
        const Header trusted = checkSignedData(signedData, header, 7).value();
        QVERIFY(trusted.envelopeId.empty());
        QCOMPARE(trusted.contentMetaData, header.contentMetaData);
    }

    void aHeaderThatContradictsIsInvalid()
    {
        const Header header = entry();
        const Bytes signedData = makeSignedData(header, 7);
        QCOMPARE(faultOf(checkSignedData(signedData, header, 8)), std::optional(Fault::Contradiction));
        Header other = header;
        other.salt[0] ^= 1;
        QCOMPARE(faultOf(checkSignedData(signedData, other, 7)), std::optional(Fault::Contradiction));
        other = header;
        other.encryption.clear();
        QCOMPARE(faultOf(checkSignedData(signedData, other, 7)), std::optional(Fault::Contradiction));
        other = header;
        ContentMeta meta = header.contentMeta().value();
        meta.event = "New";
        other.setContentMeta(meta);
        QCOMPARE(faultOf(checkSignedData(signedData, other, 7)), std::optional(Fault::Contradiction));
        other = header;
        other.recipients.emplace_back().kid = "M";
        QCOMPARE(faultOf(checkSignedData(signedData, other, 7)), std::optional(Fault::Contradiction));
        QVERIFY(!checkSignedData(bytesOf("{"), header, 7));
        QVERIFY(!checkSignedData(bytesOf("{}"), header, 7));
    }

    void whatIsPlainlyBoundIsBound_data()
    {
        QTest::addColumn<QByteArray>("statement");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("plain");
        const QByteArray statement = R"({"Salt":"AA","ContainerInfo":{"Index":7}})";
        QTest::newRow("same") << statement << statement << true;
        QTest::newRow("position") << statement
                                  << QByteArray(
                                         R"({"Salt":"AA","ContainerInfo":{"Index":7,"TreePosition":1}})")
                                  << true;
        QTest::newRow("another number")
            << statement << QByteArray(R"({"Salt":"AA","ContainerInfo":{"Index":77}})") << false;
        QTest::newRow("another salt")
            << statement << QByteArray(R"({"Salt":"AB","ContainerInfo":{"Index":7}})") << false;
        QTest::newRow("more behind") << statement
                                     << QByteArray(
                                            R"({"Salt":"AA","ContainerInfo":{"Index":7},"recipients":[{}]})")
                                     << false;
        QTest::newRow("more behind that ends alike")
            << statement << QByteArray(R"({"Salt":"AA","ContainerInfo":{"Index":7},"enc":"x","y":{}})")
            << false;
        QTest::newRow("less") << statement << QByteArray(R"({"Salt":"AA"}})") << false;
        QTest::newRow("no number") << QByteArray("{}") << QByteArray("{}") << false;
        QTest::newRow("empty") << QByteArray() << QByteArray() << false;
    }
    void whatIsPlainlyBoundIsBound()
    {
        QFETCH(const QByteArray, statement);
        QFETCH(const QByteArray, header);
        const std::string stated = statement.toStdString();
        const std::string stored = header.toStdString();
        QTEST(isPlainlyBound(bytesOf(stated), bytesOf(stored)), "plain");
    }

    void framesOfOursArePlainlyBound()
    {
        Header header = entry();
        const Bytes signedData = makeSignedData(header, 12);
        ContainerInfo& info = header.containerInfo.emplace();
        info.index = 12;
        info.treePosition = 100;
        info.exchangePosition = 0;
        QVERIFY(isPlainlyBound(signedData, toOctets(header)));
        QVERIFY(checkSignedData(signedData, header, 12));
    }

    void othersMayPrintTheSameOtherwise()
    {
        const Header header = entry();
        QByteArray spaced = show(makeSignedData(header, 7));
        spaced.replace(",", " ,\n ");
        QVERIFY(checkSignedData(bytesOf(spaced.toStdString()), header, 7));
    }

    void anErasedSaltIsNoContradiction()
    {
        Header header = entry();
        const Bytes signedData = makeSignedData(header, 7);
        header.malt = crypto::sha512(header.salt);
        header.salt.clear();
        const Header trusted = checkSignedData(signedData, header, 7).value();
        QVERIFY(trusted.salt.empty());
    }

    void manifestsBindSignerAndStatement()
    {
        const PrivateKey key = PrivateKey::generate(Curve::Ed448);
        const PrivateKey other = PrivateKey::generate(Curve::Ed448);
        Manifest manifest;
        manifest.account = "MB5S-R4AJ-3FBT-7NHO-T26Z-2E6Y-WFH4";
        manifest.container = "mmm_Contact";
        manifest.from = 3;
        manifest.to = 9;
        manifest.chain = patternOf(64);
        const Signature signature = signManifest(manifest, key).value();
        QVERIFY(verifyManifest(signature, key.publicKey()).value() == manifest);
        QCOMPARE(faultOf(verifyManifest(signature, other.publicKey())), std::optional(Fault::BadSignature));
        Signature forged = signature;
        Manifest later = manifest;
        later.to = 10;
        forged.manifest = signManifest(later, other)->manifest;
        QCOMPARE(faultOf(verifyManifest(forged, key.publicKey())), std::optional(Fault::BadSignature));
        QCOMPARE(faultOf(signManifest(manifest, PrivateKey::generate(Curve::X448))),
                 std::optional(Fault::BadKey));
        QCOMPARE(faultOf(readManifest(Signature())), std::optional(Fault::Missing));
        later.to = 2;
        QCOMPARE(faultOf(readManifest(signManifest(later, key).value())), std::optional(Fault::Malformed));
        later = manifest;
        later.chain = patternOf(63);
        QVERIFY(!readManifest(signManifest(later, key).value()));
    }

    void chainsDependOnAccountAndContainer()
    {
        QVERIFY(chainStart("A", "b") != chainStart("A", "c"));
        QVERIFY(chainStart("A", "b") != chainStart("B", "b"));
        const Digest512 start = chainStart("A", "b");
        const Digest512 one = frameDigest(bytesOf("x"), crypto::sha512(bytesOf("1")));
        const Digest512 two = frameDigest(bytesOf("x"), crypto::sha512(bytesOf("2")));
        QVERIFY(chainNext(chainNext(start, one), two) != chainNext(chainNext(start, two), one));
    }

    void eventsFollowTheRules()
    {
        EventRules rules;
        QCOMPARE(faultOf(rules.apply(metaOf("Update"), 1)), std::optional(Fault::Conflict));
        QCOMPARE(faultOf(rules.apply(metaOf("Delete"), 1)), std::optional(Fault::Conflict));
        QVERIFY(rules.apply(metaOf("New"), 1));
        QCOMPARE(faultOf(rules.apply(metaOf("New"), 2)), std::optional(Fault::Conflict));
        QVERIFY(rules.apply(metaOf("New", "b"), 2));
        QVERIFY(rules.apply(metaFor(Event::Update, "a", rules.find("a")).value(), 3));
        QCOMPARE(*rules.find("a"), (ObjectState{1, 3, true}));
        ContentMeta stale = metaOf("Update");
        stale.previous = 1;
        QCOMPARE(faultOf(rules.apply(stale, 4)), std::optional(Fault::Conflict));
        QCOMPARE(*rules.find("a"), (ObjectState{1, 3, true}));
        const ContentMeta removal = metaFor(Event::Delete, "a", rules.find("a")).value();
        QCOMPARE(removal.first, std::optional<std::int64_t>(1));
        QCOMPARE(removal.previous, std::optional<std::int64_t>(3));
        QVERIFY(rules.apply(removal, 4));
        QCOMPARE(faultOf(rules.apply(metaOf("Update"), 5)), std::optional(Fault::Conflict));
        QCOMPARE(faultOf(metaFor(Event::Delete, "a", rules.find("a"))), std::optional(Fault::Conflict));
        QVERIFY(rules.apply(metaOf("New"), 5));
        QCOMPARE(*rules.find("a"), (ObjectState{5, 5, true}));
        QCOMPARE(faultOf(rules.apply(metaOf("Rename"), 6)), std::optional(Fault::Malformed));
        QCOMPARE(faultOf(rules.apply(metaOf("New", ""), 6)), std::optional(Fault::Missing));
    }
};

QTEST_GUILESS_MAIN(TestDareBinding)
#include "tst_dare_binding.moc"
