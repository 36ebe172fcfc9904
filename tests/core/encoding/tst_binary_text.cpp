#include "encoding/base32.h"
#include "encoding/base64url.h"
#include "encoding/timestamp.h"
#include "encoding/utf8.h"

#include <QTest>

using namespace mmm;
using namespace mmm::encoding;

class TestBinaryText : public QObject
{
    Q_OBJECT

private slots:
    void base32MatchesRfc4648()
    {
        QCOMPARE(toBase32(bytesOf("foobar")), "MZXW6YTBOI");
        QCOMPARE(toBase32(bytesOf("f")), "MY");
        QCOMPARE(fromBase32("MZXW6YTBOI").value(), copyOf(bytesOf("foobar")));
        QCOMPARE(toBase32({}), "");
    }

    void base32DropsSurplusBitsAndRefusesOtherCharacters()
    {
        QCOMPARE(fromBase32("M7").value(), fromBase32("M4").value());
        for (const char* bad : {"MZ0W", "MZ1W", "mzxw", "MZ W", "MZ=", "MZ-W"})
            QCOMPARE(fromBase32(bad).error().fault, Fault::Malformed);
    }

    void base64urlRoundTrips()
    {
        Bytes octets;
        for (int size = 0; size < 70; ++size) {
            const std::string text = toBase64url(octets);
            QCOMPARE(fromBase64url(text).value(), octets);
            QVERIFY(equalConstantTime(secretFromBase64url(text).value(), octets));
            octets.push_back(static_cast<std::uint8_t>(size * 37 + 11));
        }
        QCOMPARE(toBase64url(bytesOf("foob")), "Zm9vYg");
        QCOMPARE(toBase64url(Bytes{0xFB, 0xFF, 0xFE}), "-__-");
    }

    void base64urlSkipsWhiteSpaceOnly()
    {
        QCOMPARE(fromBase64url("Zm9v\r\n  Yg").value(), copyOf(bytesOf("foob")));
        for (const char* bad : {"Zm9vY", "Zm9vYg==", "Zm9v+g", "Zm9v/g", "Zm9vYh", "Zm9v\x01g", "Zm9v\xC3g"})
            QVERIFY(!fromBase64url(bad));
    }

    void timestampsRoundTrip()
    {
        const TimePoint moment = fromTimestamp("2020-01-16T17:08:09Z").value();
        QCOMPARE(toTimestamp(moment), "2020-01-16T17:08:09Z");
        QCOMPARE(fromTimestamp("2020-01-16T18:08:09.75+01:00").value(), moment);
        QCOMPARE(toTimestamp(fromTimestamp("1969-12-31T23:59:59Z").value()), "1969-12-31T23:59:59Z");
    }

    void timestampsAreStrict()
    {
        for (const char* bad :
             {"", "2020-01-16", "2020-01-16T17:08:09", "2020-02-30T17:08:09Z", "2020-13-16T17:08:09Z",
              "2020-01-16T24:08:09Z", "2020-01-16T17:08:09.Z", "2020-01-16 17:08:09Z",
              "2020-01-16T17:08:09Zx", "-020-01-16T17:08:09Z", "2020-1--16T17:08:09Z"})
            QVERIFY2(!fromTimestamp(bad), bad);
    }

    void utf8IsStrict()
    {
        QVERIFY(isUtf8(bytesOf("Příliš žluťoučký 🔑")));
        for (const char* bad : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80", "\xFF"})
            QVERIFY(!isUtf8(bytesOf(bad)));
    }
};

QTEST_APPLESS_MAIN(TestBinaryText)
#include "tst_binary_text.moc"
