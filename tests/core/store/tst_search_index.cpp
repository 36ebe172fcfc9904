#include "store/folded_text.h"
#include "store/projection.h"
#include "store/search_index.h"

#include <QTest>
#include <random>
#include <thread>

using namespace mmm;
using namespace mmm::store;
using Ids = std::vector<std::string>;

namespace {

std::string numbered(std::string_view prefix, std::size_t number)
{
    std::string text(prefix);
    text += std::to_string(number);
    return text;
}

} // namespace

class TestSearchIndex : public QObject
{
    Q_OBJECT

private slots:
    void foldsText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
        };
        row("ascii", "Hello, World 7", "hello, world 7");
        row("umlaut", "MÜLLER", "muller");
        row("decomposed", "Mu\xCC\x88ller", "muller");
        row("sharp s", "Straße", "strasse");
        row("stroke", "Łódź Ørsted", "lodz orsted");
        row("greek", "ΌΔΟΣ", "οδοσ");
        row("cyrillic", "ЙОЖ", "иож");
        row("ligature", "\xEF\xAC\x81sh", "fish");
        row("full width", "ＡＢＣ", "abc");
        row("turkish dotted", "İstanbul", "istanbul");
        row("hangul stays whole", "한글", "한글");
        row("not utf-8",
            "a\xFF"
            "b",
            "a\xEF\xBF\xBD"
            "b");
        row("empty", "", "");
    }
    void foldsText()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const std::string once = folded(text.toStdString());
        // Korean syllables come apart when decomposed; what counts is that both sides are treated alike
        QCOMPARE(QByteArray::fromStdString(once), QByteArray::fromStdString(folded(expected.toStdString())));
        QCOMPARE(folded(once), once);
        if (qstrcmp(QTest::currentDataTag(), "hangul stays whole") != 0)
            QCOMPARE(QByteArray::fromStdString(once), expected);
    }

    void findsEveryWordInAnyOrder()
    {
        SearchIndex index;
        index.set(0, "a", "alice\nexample.com\n");
        index.set(1, "b", "bob\nexample.org\n");
        index.set(2, "c", "carol alice\nelsewhere\n");
        const SearchSnapshot snapshot = index.snapshot();
        QCOMPARE(snapshot.find("example"), (Ids{"a", "b"}));
        QCOMPARE(snapshot.find("ALICE"), (Ids{"a", "c"}));
        QCOMPARE(snapshot.find("  Älice   exam\t"), (Ids{"a"}));
        QCOMPARE(snapshot.find("exam alice bob"), Ids{});
        QCOMPARE(snapshot.find(""), (Ids{"a", "b", "c"}));
        QCOMPARE(snapshot.find(" \n"), (Ids{"a", "b", "c"}));
        QCOMPARE(snapshot.find("comb"), Ids{}); // across the border of two entries
        QCOMPARE(snapshot.find("nothing"), Ids{});
        QCOMPARE(snapshot.size(), 3U);
    }

    void snapshotsStayAsTheyWere()
    {
        SearchIndex index;
        for (std::size_t i = 0; i < 3000; ++i)
            index.set(i, numbered("id", i), numbered("text", i) + "\n");
        const SearchSnapshot before = index.snapshot();
        index.set(1500, "id1500", "changed to something longer\n");
        index.set(7, {}, {});
        index.set(3000, "new", "text1500 again\n");
        QCOMPARE(before.find("text1500"), (Ids{"id1500"}));
        QCOMPARE(before.find("text7 "), before.find("text7"));
        QVERIFY(!before.find("text7").empty());
        const SearchSnapshot after = index.snapshot();
        QCOMPARE(after.find("text1500"), (Ids{"new"}));
        QCOMPARE(after.find("changed longer"), (Ids{"id1500"}));
        QCOMPARE(after.size(), 3000U);
        QVERIFY(after.find("text7").front() != "id7");
    }

    /// Against a plain search through all texts.
    void agreesWithPlainSearch()
    {
        std::mt19937 random(7);
        SearchIndex index;
        std::vector<std::string> texts(2500);
        const auto make = [&] {
            std::string text;
            for (unsigned n = random() % 12; n > 0; --n)
                text.push_back("ab c\n"[random() % 5]);
            return text + "\n";
        };
        for (int round = 0; round < 8000; ++round) {
            const std::size_t place = round < 2500 ? std::size_t(round) : random() % 2500;
            texts[place] = make();
            index.set(place, numbered("i", place), texts[place]);
            if (round % 400 == 399) {
                const SearchSnapshot snapshot = index.snapshot();
                for (const std::string word : {"a", "ab", "abc", "bb", "cab", "aaa"}) {
                    Ids expected;
                    for (std::size_t i = 0; i < std::min<std::size_t>(texts.size(), std::size_t(round) + 1);
                         ++i) {
                        if (texts[i].find(word) != std::string::npos)
                            expected.push_back(numbered("i", i));
                    }
                    QCOMPARE(snapshot.find(word), expected);
                }
            }
        }
    }

    void searchesWhileTheIndexChanges()
    {
        SearchIndex index;
        for (std::size_t i = 0; i < 2000; ++i)
            index.set(i, numbered("id", i), "stable text\n");
        const SearchSnapshot snapshot = index.snapshot();
        std::size_t found = 0;
        std::jthread searcher([&] {
            for (int i = 0; i < 200; ++i)
                found += snapshot.find("stable").size();
        });
        for (std::size_t i = 0; i < 2000; ++i) {
            index.set(i, numbered("id", i), "other\n");
            if (i % 100 == 0)
                (void)index.snapshot();
        }
        searcher.join();
        QCOMPARE(found, 200U * 2000U);
    }

    void projectsMembers()
    {
        // the body is {"Contact":{"FullName":"Alice Müller","Addresses":[{"URI":"tel:1"},{"URI":"tel:2"}]}}
        const std::string body = "eyJDb250YWN0Ijp7IkZ1bGxOYW1lIjoiQWxpY2UgTcO8bGxlciIsIkFkZHJlc3NlcyI6W3siVVJ"
                                 "JIjoidGVsOjEifSx7IlVSSSI6"
                                 "InRlbDoyIn1dfX0";
        const Projection projection{
            {"EnvelopedContact/FullName", "EnvelopedContact/Addresses/URI", "Self", "Key", "Nothing/There"}};
        const std::string text =
            "{\"CatalogedContact\":{\"Self\":true,\"Key\":\"A\\u0001B\",\"EnvelopedContact\":[{},\"" + body +
            "\"]}}";
        const auto shown = project(projection, bytesOf(text));
        QVERIFY(shown.has_value());
        QCOMPARE(shown->className, std::string("CatalogedContact"));
        QCOMPARE(shown->texts[0], std::string("Alice Müller"));
        QCOMPARE(shown->texts[1], std::string("tel:1\ntel:2"));
        QCOMPARE(shown->texts[2], std::string("true"));
        QCOMPARE(shown->texts[3], std::string("A B"));
        QCOMPARE(shown->texts[4], std::string());
        for (const char* bad : {"", "{}", "[]", "{\"A\":1}", "{\"A\":{},\"B\":{}}", "{\"A\":{}"})
            QCOMPARE(project(projection, bytesOf(bad)).error().fault, Fault::Malformed);
        // of a list, only what fulfils the condition
        const std::string settings = R"({"C":{"Settings":[{"Name":"server","Value":"a"},{"Name":"pin",)"
                                     R"("Value":"1"},{"Name":"server","Value":"b"},{"Value":"2"},3]}})";
        const auto chosen = project({{"Settings?Name=server/Value", "Settings?Name=/Value",
                                      "Settings?Name=server", "Settings?/Value", "Settings?Name"}},
                                    bytesOf(settings));
        QVERIFY(chosen.has_value());
        QCOMPARE(chosen->texts, (std::vector<std::string>{"a\nb", "", "", "", ""}));
        // an encrypted envelope tells nothing
        const std::string sealed = "{\"C\":{\"EnvelopedContact\":[{\"enc\":\"A256CBC\"},\"" + body + "\"]}}";
        QCOMPARE(project(projection, bytesOf(sealed))->texts[0], std::string());
    }
};

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "tst_search_index.moc"
