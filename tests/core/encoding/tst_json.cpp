#include "encoding/json_value.h"
#include "encoding/json_writer.h"

#include <QTest>

using namespace mmm;
using namespace mmm::encoding;

namespace {

Bytes hex(const char* digits)
{
    const QByteArray octets = QByteArray::fromHex(digits);
    return {octets.begin(), octets.end()};
}

/// What the writer makes of a text.
std::string reprint(BytesView source, JsonLimits limits = {})
{
    const auto document = JsonDocument::parse(source, limits);
    if (!document)
        return "refused: " + document.error().detail;
    JsonWriter writer;
    return std::string(writer.value(document->root()).text());
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void readsAndPrints()
    {
        const char* text = R"({"a":[1,-2,{"b":null}],"c":"x/y é","d":true,"e":{},"f":[],"g":1.5})";
        QCOMPARE(reprint(bytesOf(text)), text);
        QCOMPARE(reprint(bytesOf(" { \"a\" :\t[ 1 , 2 ]\r\n} ")), R"({"a":[1,2]})");
    }

    void undoesEscapes()
    {
        const std::string text = "{\"na\\u006De\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\udd11\"}";
        const auto document = JsonDocument::parse(bytesOf(text));
        QVERIFY(document);
        const auto member = document->root().find("name");
        QVERIFY(member);
        QCOMPARE(member->string().value(), "\"\\/\b\f\n\r\té🔑");
        QVERIFY(member->secretString().value() == Secret(bytesOf("\"\\/\b\f\n\r\té🔑")));
    }

    void printsControlCharacters()
    {
        JsonWriter writer;
        QCOMPARE(writer.string("a\nb\x1F\"\\").text(), "\"a\\u000Ab\\u001F\\\"\\\\\"");
    }

    void refusesWhatIsNotJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        const char* texts[] = {"",
                               " ",
                               "{",
                               "[",
                               "\"",
                               "{\"a\"}",
                               "{\"a\":}",
                               "{\"a\":1,}",
                               "[1,]",
                               "[,1]",
                               "{,}",
                               "01",
                               "1.",
                               "-",
                               ".5",
                               "1e",
                               "+1",
                               "tru",
                               "nul",
                               "'a'",
                               "\"\\x\"",
                               "\"\\u12\"",
                               "\"\\ud800\"",
                               "\"\\udc00\"",
                               "\"\\ud800\\u0041\"",
                               "\"a\nb\"",
                               "1 2",
                               "{}{}",
                               "[1]x",
                               "{\"a\":1,\"a\":2}",
                               "{\"a\":1,\"\\u0061\":2}",
                               "\"\xC3\"",
                               "\"\xED\xA0\x80\"",
                               "NaN",
                               "1e999",
                               "\xEF\xBB\xBF{}",
                               "/\x2Ax*/1",
                               "\x80\x01"
                               "a",
                               "{1:2}",
                               "]"};
        for (const char* text : texts)
            QTest::addRow("%s", text) << QByteArray(text);
    }
    void foldedBinaryIsReadAndTextIsNot()
    {
        const std::string_view text = "{\"a\":\"AQ\r\n  ID\",\"b\":\"x\\u0041\"}";
        const auto document = JsonDocument::parse(bytesOf(text), meshObjects);
        QVERIFY(document);
        const JsonValue folded = *document->root().find("a");
        QCOMPARE(folded.binary().value(), Bytes({1, 2, 3}));
        QVERIFY(folded.secretBinary().value() == Secret(BytesView(Bytes{1, 2, 3})));
        QCOMPARE(folded.string().error().fault, Fault::Malformed);
        QCOMPARE(folded.secretString().error().fault, Fault::Malformed);
        // printed, the line breaks are escaped: valid for everybody and still the same octets
        JsonWriter writer;
        const std::string printed(writer.value(document->root()).text());
        const auto again = JsonDocument::parse(bytesOf(printed));
        QVERIFY(again);
        QCOMPARE(again->root().find("a")->binary().value(), Bytes({1, 2, 3}));
        QVERIFY(!JsonDocument::parse(bytesOf("{\"a\nb\":1}"), meshObjects));
        QVERIFY(!JsonDocument::parse(bytesOf("\"a\tb\""), meshObjects));
        QVERIFY(!JsonDocument::parse(bytesOf(text)));
    }

    void refusesWhatIsNotJson()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!JsonDocument::parse(bytesOf(text.toStdString())));
    }

    void refusesManyDuplicates()
    {
        std::string text = "{";
        for (int i = 0; i < 100; ++i)
            text += "\"m" + std::to_string(i) + "\":0,";
        QVERIFY(JsonDocument::parse(bytesOf(text + "\"z\":0}")));
        QVERIFY(!JsonDocument::parse(bytesOf(text + "\"m50\":0}")));
    }

    void isBounded()
    {
        const std::string deep(100, '[');
        QCOMPARE(JsonDocument::parse(bytesOf(deep + std::string(100, ']'))).error().fault, Fault::TooDeep);
        JsonLimits limits;
        limits.maxDepth = 101;
        QVERIFY(JsonDocument::parse(bytesOf(deep + std::string(100, ']')), limits));
        limits.maxValues = 3;
        QCOMPARE(JsonDocument::parse(bytesOf("[1,2,3]"), limits).error().fault, Fault::TooLarge);
    }

    void integersHave64Bits()
    {
        const auto value = [](const char* text) {
            return JsonDocument::parse(bytesOf(text)).value().root().integer().value_or(-1);
        };
        QCOMPARE(value("9223372036854775807"), std::numeric_limits<std::int64_t>::max());
        QCOMPARE(value("-9223372036854775808"), std::numeric_limits<std::int64_t>::min());
        const std::string beyond = "9223372036854775808";
        QVERIFY(!JsonDocument::parse(bytesOf(beyond)).value().root().integer());
        QCOMPARE(reprint(bytesOf(beyond)), beyond);
    }

    void findsTheOctetsOfAValue()
    {
        const std::string text = R"({"a": {"b" : [1, 2]} , "c":3})";
        const auto document = JsonDocument::parse(bytesOf(text));
        QCOMPARE(textOf(document->root().find("a")->source()), R"({"b" : [1, 2]})");
    }

    void readsBinaryTags_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("json");
        const std::pair<const char*, const char*> rows[] = {
            {"a02a", "42"},
            {"a3000000000000002a", "42"},
            {"a82a", "-42"},
            {"a700012a", "42"},
            {"a5000142", "66"},
            {"ab8000000000000000", "-9223372036854775808"},
            {"800548656c6c6f", "\"Hello\""},
            {"840548656c6c6f8000", "\"Hello\""},
            {"8c0248658801ff", "\"SGX_\""},
            {"923ff8000000000000", "1.5"},
            {"913fc00000", "1.5"},
            {"903e00", "1.5"},
            {"b0", "true"},
            {"b1", "false"},
            {"b2", "null"},
            {"7bb40161 3aa001 2c b40162 3a 5bb0 5d7d", R"({"a":1,"b":[true]})"},
            {"c820800548656c6c6f", "\"Hello\""},
            {"5bc820800141 2cc020 5d", R"(["A","A"])"}};
        for (const auto& [source, json] : rows)
            QTest::addRow("%s", source) << QByteArray::fromHex(source) << QByteArray(json);
    }
    void readsBinaryTags()
    {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, json);
        JsonLimits limits;
        limits.binaryTags = true;
        QCOMPARE(QByteArray::fromStdString(reprint(bytesOf(source.toStdString()), limits)), json);
        QVERIFY(!JsonDocument::parse(bytesOf(source.toStdString())));
    }

    void refusesBrokenBinaryTags()
    {
        JsonLimits limits;
        limits.binaryTags = true;
        for (const char* bad :
             {"80", "8005", "800548", "8001ff", "8401418801", "8401", "c021", "9f", "f0", "a3000000",
              "83ffffffffffffffff41", "a7ffff", "7bc421c823800100", "c801c802800141"})
            QVERIFY2(!JsonDocument::parse(hex(bad), limits), bad);
    }

    /// A few octets that name a long text again and again must not fill the memory.
    void boundsWhatCodesStandFor()
    {
        JsonLimits limits;
        limits.binaryTags = true;
        const std::string megabyte(1U << 20, 'a');
        std::string source = "\xc4\x01\"" + megabyte + "\"[\xc0\x01";
        for (int i = 0; i < 100; ++i)
            source += ",\xc0\x01";
        source += "]";
        QCOMPARE(JsonDocument::parse(bytesOf(source), limits).error().fault, Fault::TooLarge);
    }

    /// Each code defined as another one would nest once for every two octets.
    void refusesCodesDefinedAsCodes()
    {
        JsonLimits limits;
        limits.binaryTags = true;
        std::string source;
        for (int i = 0; i < 1000000; ++i)
            source += "\xc8\x01";
        QVERIFY(!JsonDocument::parse(bytesOf(source), limits));
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
