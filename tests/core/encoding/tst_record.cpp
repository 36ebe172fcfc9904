#include "encoding/record.h"

#include <QTest>

using namespace mmm;
using namespace mmm::encoding;

namespace {

struct Base : RecordBase
{
    static constexpr std::string_view className = "Base";
    std::string name;
    static constexpr auto fields() { return fieldTable(field("Name", &Base::name, "OldName")); }
};

struct Inner : RecordBase
{
    static constexpr std::string_view className = "Inner";
    static constexpr std::array<std::string_view, 1> legacyNames{"Innards"};
    Bytes octets;
    static constexpr auto fields() { return fieldTable(field("Octets", &Inner::octets)); }
};

struct Sample : Base
{
    static constexpr std::string_view className = "Sample";
    std::optional<bool> flag;
    std::optional<std::int64_t> count;
    std::optional<TimePoint> when;
    std::vector<std::string> labels;
    std::vector<Inner> inners;
    SecretText password;
    Tagged<Base, Inner> choice;
    static constexpr auto fields()
    {
        return extend<Base>(field("Flag", &Sample::flag), field("Count", &Sample::count),
                            field("When", &Sample::when), field("Labels", &Sample::labels),
                            field("Inners", &Sample::inners), field("Password", &Sample::password),
                            field("Choice", &Sample::choice));
    }
};

Inner inner(Bytes octets)
{
    Inner made;
    made.octets = std::move(octets);
    return made;
}

std::string text(const Secret& json)
{
    return std::string(json.text());
}

} // namespace

class TestRecord : public QObject
{
    Q_OBJECT

private slots:
    void printsFieldsInOrderAndLeavesOutWhatIsAbsent()
    {
        Sample sample;
        QCOMPARE(text(toJson(sample)), "{}");
        sample.choice = inner({1});
        sample.password = {SharedSecret(Secret(bytesOf("pass/word")))};
        sample.inners = {inner({0xFF})};
        sample.labels = {"x"};
        sample.flag = false;
        sample.count = 0;
        sample.when = TimePoint();
        sample.name = "n";
        QCOMPARE(
            text(toTaggedJson(sample)),
            R"({"Sample":{"Name":"n","Flag":false,"Count":0,"When":"1970-01-01T00:00:00Z","Labels":["x"],)"
            R"("Inners":[{"Octets":"_w"}],"Password":"pass/word","Choice":{"Inner":{"Octets":"AQ"}}}})");
        const Secret json = toTaggedJson(sample);
        QVERIFY(fromTaggedJson<Sample>(json).value() == sample);
    }

    void readsOldNames()
    {
        QCOMPARE(fromJson<Sample>(bytesOf(R"({"OldName":"n"})")).value().name, "n");
        QVERIFY(fromJson<Sample>(bytesOf(R"({"OldName":"n","Name":"n"})")));
        QCOMPARE(fromJson<Sample>(bytesOf(R"({"OldName":"n","Name":"m"})")).error().fault,
                 Fault::Contradiction);
        QVERIFY(fromTaggedJson<Inner>(bytesOf(R"({"Innards":{}})")));
    }

    void keepsUnknownMembers()
    {
        const char* json = R"({"Name":"n","Later":{"x":[1,2.50,"é"]},"More":null})";
        QCOMPARE(text(toJson(fromJson<Sample>(bytesOf(json)).value())), json);
    }

    void keepsUnknownClasses()
    {
        const char* json = R"({"Choice":{"Novel":{"a":1}}})";
        const Sample sample = fromJson<Sample>(bytesOf(json)).value();
        QCOMPARE(std::get<UnknownObject>(sample.choice).className, "Novel");
        QCOMPARE(text(toJson(sample)), json);
    }

    void refusesWrongTypes()
    {
        for (const char* bad : {R"({"Name":1})", R"({"Flag":"true"})", R"({"Count":1.5})",
                                R"({"When":"now"})", R"({"Labels":"x"})", R"({"Inners":[1]})",
                                R"({"Choice":{"a":1,"b":2}})", R"({"Name":null})", R"([])"})
            verifyRefused(bad);
    }

private:
    static void verifyRefused(const char* bad)
    {
        const auto sample = fromJson<Sample>(bytesOf(bad));
        QVERIFY2(!sample, bad);
        QVERIFY2(sample.error().fault == Fault::WrongType || sample.error().fault == Fault::Malformed, bad);
    }
};

QTEST_APPLESS_MAIN(TestRecord)
#include "tst_record.moc"
