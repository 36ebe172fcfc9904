#include "protocol/request_head.h"

#include <QTest>

using namespace mmm;

namespace {

std::string without(std::string_view text, std::size_t most = 1000)
{
    const auto head = protocol::withoutBody(bytesOf(text), most);
    return head                                    ? std::string(textOf(*head))
           : head.error().fault == Fault::TooLarge ? "too large"
                                                   : "malformed";
}

} // namespace

class TestRequestHead : public QObject
{
    Q_OBJECT

private slots:
    void leavesOutTheBody()
    {
        QCOMPARE(without("[{\"a\":1},\"body\"]"), std::string("[{\"a\":1},\"\"]"));
        QCOMPARE(without(" [ {\"a\":{\"b\":\"}\"}} , \"a\\\"]b\" , {\"c\":[]} ] "),
                 std::string("[{\"a\":{\"b\":\"}\"}},\"\",{\"c\":[]}]"));
        QCOMPARE(without("[{},\"" + std::string(1 << 20, '!') + "\",{}]"), std::string("[{},\"\",{}]"));
    }

    void takesNothingElse_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"", "[", "[]", "{}", "[{}]", "[{},", "[{},\"", "[{},\"a", "[{},\"a\"", "[{},\"a\",",
              "[{},\"a\",]", "[{},\"a\",{}", "[{},\"a\",{}]x", "[{},\"a\",{},{}]", "[{},{},{}]",
              "[{\"a},\"b\"]", "[{},\"a\\\"]", "[{,\"a\"]"})
            QTest::addRow("%s", text) << QByteArray(text);
    }
    void takesNothingElse()
    {
        QFETCH(const QByteArray, text);
        QCOMPARE(without(text.toStdString()), std::string("malformed"));
    }

    void boundsWhatIsLeft()
    {
        const std::string header = "{\"a\":\"" + std::string(50, 'x') + "\"}";
        QCOMPARE(without("[" + header + ",\"b\"]", header.size()), "[" + header + ",\"\"]");
        QCOMPARE(without("[" + header + ",\"b\"]", header.size() - 1), std::string("too large"));
        QCOMPARE(without("[" + header + ",\"b\",{}]", header.size() + 1), std::string("too large"));
    }
};

QTEST_GUILESS_MAIN(TestRequestHead)
#include "tst_request_head.moc"
