#include "store/merge.h"

#include "encoding/base64url.h"

#include <QTest>

using namespace mmm;
using store::Merged;
using store::mergePayloads;

class TestMerge : public QObject
{
    Q_OBJECT

private slots:
    void merges_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("ours");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* base, const char* theirs, const char* ours,
                            Merged::Outcome outcome, const char* expected) {
            QTest::newRow(name) << QByteArray(base) << QByteArray(theirs) << QByteArray(ours) << int(outcome)
                                << QByteArray(expected);
        };
        using enum Merged::Outcome;
        row("same", R"({"T":{"a":"1"}})", R"({"T":{"a":"2"}})", R"({"T":{"a":"2"}})", Same,
            R"({"T":{"a":"2"}})");
        row("same in another order", R"({"T":{}})", R"({"T":{"a":"2","b":"\u0033"}})",
            R"({"T":{"b":"3","a":"2"}})", Same, R"({"T":{"a":"2","b":"\u0033"}})");
        row("different members", R"({"T":{"a":"1","b":"1"}})", R"({"T":{"a":"2","b":"1"}})",
            R"({"T":{"a":"1","b":"2"}})", Clean, R"({"T":{"a":"2","b":"2"}})");
        row("added on both sides", R"({"T":{}})", R"({"T":{"a":"1"}})", R"({"T":{"b":"2"}})", Clean,
            R"({"T":{"b":"2","a":"1"}})");
        row("removed there", R"({"T":{"a":"1","b":"1"}})", R"({"T":{"b":"1"}})", R"({"T":{"a":"1","b":"2"}})",
            Clean, R"({"T":{"b":"2"}})");
        row("removed there, changed here", R"({"T":{"a":"1"}})", R"({"T":{}})", R"({"T":{"a":"2"}})",
            Conflict, R"({"T":{"a":"2"}})");
        row("same member", R"({"T":{"a":"1","b":"1"}})", R"({"T":{"a":"2","b":"2"}})",
            R"({"T":{"a":"3","b":"1"}})", Conflict, R"({"T":{"a":"3","b":"2"}})");
        row("no base", "", R"({"T":{"a":"1"}})", R"({"T":{"a":"1","b":"1"}})", Clean,
            R"({"T":{"a":"1","b":"1"}})");
        row("no base, contradiction", "", R"({"T":{"a":"1"}})", R"({"T":{"a":"2"}})", Conflict,
            R"({"T":{"a":"2"}})");
        row("inner objects", R"({"T":{"o":{"a":1,"b":1}}})", R"({"T":{"o":{"a":2,"b":1}}})",
            R"({"T":{"o":{"a":1,"b":2}}})", Clean, R"({"T":{"o":{"a":2,"b":2}}})");
        row("lists", R"({"T":{"l":["a","b"]}})", R"({"T":{"l":["a","b","c"]}})", R"({"T":{"l":["b","d"]}})",
            Clean, R"({"T":{"l":["b","c","d"]}})");
        row("list item changed on both sides", R"({"T":{"l":[{"u":"1"}]}})", R"({"T":{"l":[{"u":"2"}]}})",
            R"({"T":{"l":[{"u":"3"}]}})", Conflict, R"({"T":{"l":[{"u":"3"}]}})");
        row("kinds differ", R"({"T":{"l":["a"]}})", R"({"T":{"l":"b"}})", R"({"T":{"l":["c"]}})", Conflict,
            R"({"T":{"l":["c"]}})");
        row("class changed on both sides", R"({"T":{"a":"1"}})", R"({"U":{"a":"2"}})", R"({"V":{"a":"3"}})",
            Conflict, R"({"V":{"a":"3"}})");
    }
    void merges()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, theirs);
        QFETCH(QByteArray, ours);
        QFETCH(int, outcome);
        QFETCH(QByteArray, expected);
        const auto view = [](const QByteArray& text) {
            return bytesOf({text.constData(), static_cast<std::size_t>(text.size())});
        };
        const auto merged = mergePayloads(view(base), view(theirs), view(ours));
        QVERIFY(merged.has_value());
        QCOMPARE(QByteArray(merged->payload.text().data(), qsizetype(merged->payload.size())), expected);
        QCOMPARE(int(merged->outcome), outcome);
        QCOMPARE(merged->members.empty(), merged->outcome != Merged::Outcome::Conflict);
    }

    void mergesInsideEnvelopes()
    {
        const auto entry = [](const char* body, const char* rest) {
            return Secret(bytesOf("{\"CatalogedTask\":{\"Title\":\"t\",\"EnvelopedTask\":[{},\"" +
                                  encoding::toBase64url(bytesOf(body)) + "\"" + rest + "]}}"));
        };
        const Secret base = entry(R"({"Task":{"Title":"t","Location":"here"}})", "");
        const Secret theirs = entry(R"({"Task":{"Title":"t","Location":"there"}})", "");
        const Secret ours = entry(R"({"Task":{"Title":"new","Location":"here"}})", "");
        auto merged = mergePayloads(base, theirs, ours);
        QVERIFY(merged.has_value());
        QCOMPARE(merged->outcome, Merged::Outcome::Clean);
        QVERIFY(merged->payload == entry(R"({"Task":{"Title":"new","Location":"there"}})", ""));

        const Secret contradiction = entry(R"({"Task":{"Title":"t","Location":"elsewhere"}})", "");
        merged = mergePayloads(base, theirs, contradiction);
        QCOMPARE(merged->members, std::vector<std::string>{"CatalogedTask/EnvelopedTask/Task/Location"});

        // what is signed cannot be put together from two versions
        const Secret isSigned =
            entry(R"({"Task":{"Title":"new","Location":"here"}})", ",{\"signatures\":[]}");
        merged = mergePayloads(base, theirs, isSigned);
        QCOMPARE(merged->members, std::vector<std::string>{"CatalogedTask/EnvelopedTask"});
        QVERIFY(merged->payload == isSigned);
    }

    void refusesWhatIsNoJson()
    {
        QVERIFY(!mergePayloads({}, bytesOf("{}"), bytesOf("{")));
        QVERIFY(!mergePayloads(bytesOf("x"), bytesOf("{}"), bytesOf("{\"a\":1}")));
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
