#include "udf/digest.h"
#include "udf/locator.h"
#include "udf/strong_name.h"

#include <QTest>

using namespace mmm;
using namespace mmm::udf;

namespace {

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

const std::string key = "EDHU-YN7V-M2WI-5NZS-3FKF-CBFR-YFJA";
const std::string pin = "NCSK-R3OZ-354M-AIGQ-TM";
const std::string digest = "MDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF";

} // namespace

class TestLocator : public QObject
{
    Q_OBJECT

private slots:
    void theThreeFormsAreRead()
    {
        const auto content = Locator::parse("udf://Example.COM/edhu-yn7v-m2wi-5nzs-3fkf-cbfr-yfja");
        QVERIFY(content);
        QVERIFY(content->kind == Locator::Kind::Content);
        QCOMPARE(content->authority, std::string("example.com"));
        QCOMPARE(toQt(content->print().text()), toQt("udf://example.com/" + key));
        QVERIFY(content->secretUdf() && !content->publicUdf());

        const auto connect = Locator::parse("MCU://alice@example.com/" + pin);
        QVERIFY(connect);
        QVERIFY(connect->kind == Locator::Kind::Connect);
        QCOMPARE(connect->authority, std::string("alice@example.com"));
        QVERIFY(connect->secretUdf()->type() == Type::Nonce);

        const auto name = Locator::parse("udf:" + digest + "#part");
        QVERIFY(name);
        QVERIFY(name->kind == Locator::Kind::Name);
        QCOMPARE(toQt(name->print().text()), toQt("udf:" + digest));
        QVERIFY(name->publicUdf() && !name->secretUdf());
    }

    void queriesKeepEveryCharacter()
    {
        auto locator = Locator::parse("mcu://alice@example.com/" + pin + "?at=192.0.2.1:8443&fp=" + digest);
        QVERIFY(locator);
        QCOMPARE(locator->query.size(), std::size_t(2));
        QCOMPARE(locator->query[0].value, std::string("192.0.2.1:8443"));
        locator->query.push_back({"näme & more", "100 % of=it?#/"});
        const auto again = Locator::parse(locator->print().text());
        QVERIFY(again);
        QVERIFY(again->query == locator->query);
    }

    void whatIsReadCanBeWrittenAndReadAgain()
    {
        const auto withCommas = [](int count) {
            return "udf://example.com/" + key + "?n=" + std::string(count, ',');
        };
        const auto longest = Locator::parse(withCommas(1300));
        QVERIFY(longest);
        const auto again = Locator::parse(longest->print().text());
        QVERIFY(again);
        QVERIFY(again->query == longest->query);
        // short enough as it is, but each comma is written with three characters
        const auto tooLong = Locator::parse(withCommas(1400));
        QVERIFY(!tooLong);
        QCOMPARE(tooLong.error().fault, Fault::TooLarge);
    }

    void wrongLocatorsAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        const QString goodKey = toQt(key);
        QTest::newRow("empty") << "";
        QTest::newRow("only a scheme") << "udf://";
        QTest::newRow("another scheme") << "https://example.com/" + goodKey;
        QTest::newRow("no UDF") << "udf://example.com";
        QTest::newRow("empty UDF") << "udf://example.com/";
        QTest::newRow("no domain") << "udf:///" + goodKey;
        QTest::newRow("one label") << "udf://localhost/" + goodKey;
        QTest::newRow("port") << "udf://example.com:80/" + goodKey;
        QTest::newRow("user") << "udf://me@example.com/" + goodKey;
        QTest::newRow("IPv4 address") << "udf://192.0.2.1/" + goodKey;
        QTest::newRow("IPv6 address") << "udf://[2001:db8::1]/" + goodKey;
        QTest::newRow("empty label") << "udf://example..com/" + goodKey;
        QTest::newRow("dot at the end") << "udf://example.com./" + goodKey;
        QTest::newRow("hyphen in front") << "udf://-example.com/" + goodKey;
        QTest::newRow("long label") << "udf://" + QString(64, 'a') + ".com/" + goodKey;
        QTest::newRow("long domain") << "udf://" + QString("abcdefg.").repeated(40) + "com/" + goodKey;
        QTest::newRow("path goes on") << "udf://example.com/" + goodKey + "/more";
        QTest::newRow("broken query") << "udf://example.com/" + goodKey + "?x";
        QTest::newRow("broken percent") << "udf://example.com/" + goodKey + "?x=%4";
        QTest::newRow("connect without account") << "mcu://example.com/" + toQt(pin);
        QTest::newRow("connect with a key") << "mcu://alice@example.com/" + goodKey;
        QTest::newRow("connect without user") << "mcu://@example.com/" + toQt(pin);
        QTest::newRow("endless") << "udf:" + QString("M").repeated(100000);
    }
    void wrongLocatorsAreRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!Locator::parse(text.toStdString()));
    }

    void contentIsFoundWithoutTellingTheKey()
    {
        const auto locator = Locator::parse("udf://example.com/" + key);
        const auto identifier = contentIdentifier(*locator);
        QVERIFY(identifier);
        QCOMPARE(identifier->bits(), 280u);
        QVERIFY(contentPath(*identifier).find(key) == std::string::npos);
        QVERIFY(contentPath(*identifier).starts_with("/.well-known/mmm-udf/M"));
        QVERIFY(contentFallbackPath(*identifier).starts_with("/.well-known/srv/mmm-udf/M"));
        const auto share = Locator::parse("udf://example.com/SAQD-BME7-I3AF-LVEV-RZMU-VEKD-N3SL-M");
        QCOMPARE(contentIdentifier(*share).error().fault, Fault::WrongType);
    }

    void strongNamesAreTakenApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("address");
        const QString label = "mm--" + toQt(digest).toLower();
        QTest::newRow("label first") << "alice@" + label + ".example.com"
                                     << "alice@example.com";
        QTest::newRow("label last") << "alice@example.com." + label << "alice@example.com";
        QTest::newRow("domain") << label + ".example.com"
                                << "example.com";
        QTest::newRow("upper case") << "ALICE@EXAMPLE.COM." + label.toUpper() << "alice@example.com";
    }
    void strongNamesAreTakenApart()
    {
        QFETCH(QString, text);
        QFETCH(QString, address);
        const auto name = StrongName::parse(text.toStdString());
        QVERIFY(name);
        QCOMPARE(toQt(name->address), address);
        QCOMPARE(toQt(name->subject.text()), toQt(digest));
        QCOMPARE(toQt(StrongName::parse(name->print())->address), address);
    }

    void wrongStrongNamesAreRefused()
    {
        const std::string label = "mm--" + digest;
        const auto fault = [](const std::string& text) {
            const auto name = StrongName::parse(text);
            return name ? Fault::Internal : name.error().fault;
        };
        QCOMPARE(fault("alice@example.com"), Fault::Missing);
        QCOMPARE(fault("alice@" + label + "." + label + ".example.com"), Fault::Malformed);
        QCOMPARE(fault("alice@mm--abc.example.com"), Fault::Malformed);
        QCOMPARE(fault("alice@mm--" + digest.substr(0, 24) + ".example.com"),
                 Fault::Malformed); // too short to trust
        QCOMPARE(fault("alice@mm--" + Udf::nonce().text() + ".example.com"), Fault::Malformed);
        QCOMPARE(fault("alice@" + label), Fault::Malformed);
        QCOMPARE(fault("@" + label + ".example.com"), Fault::Malformed);
    }

    // A label has room for 59 characters of the fingerprint.
    void longFingerprintsAreShortened()
    {
        const Udf whole = contentDigest(bytesOf("x"), "text/plain", crypto::HashAlgorithm::Sha512, 440);
        const StrongName name{"alice@example.com", whole};
        const auto again = StrongName::parse(name.print());
        QVERIFY(again);
        QVERIFY(matchesForTrust(again->subject, whole));
        QVERIFY(again->subject.bits() < whole.bits());
    }
};

QTEST_GUILESS_MAIN(TestLocator)
#include "tst_locator.moc"
