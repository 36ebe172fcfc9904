#include "mesh/connection_offer.h"

#include <QTest>

using namespace mmm;
using namespace mmm::mesh;

class TestConnectionOffer : public QObject
{
    Q_OBJECT

private slots:
    void roundTrips()
    {
        const std::string text =
            "mcu://alice@example.com/NCAX-BVXY-5O3Y-CPZS-OU?h=192.168.1.7:4483&h=[fd00::1]:4483"
            "&s=MD5D-EUKN-QK4U-OSVV-MYJM-KNRP-OJY4";
        const auto offer = ConnectionOffer::parse("  " + text + "\n");
        QVERIFY(offer);
        QCOMPARE(offer->account, "alice@example.com");
        QCOMPARE(offer->endpoints.size(), 2U);
        QCOMPARE(offer->endpoints[0].port, 4483);
        QCOMPARE(offer->endpoints[1].host, "fd00::1");
        QCOMPARE(std::string(offer->toText().text()), text);
    }

    void writesSignsOfAnAccountSoThatTheyAreReadAgain()
    {
        const auto offer = ConnectionOffer::parse("mcu://a%252F%3Fb%C3%B6@example.com/");
        QVERIFY(offer);
        QCOMPARE(offer->account, "a%2F?b\u00f6@example.com");
        const auto again = ConnectionOffer::parse(offer->toText().text());
        QVERIFY(again);
        QCOMPARE(again->account, offer->account);
    }

    void readsWhatOthersWrite()
    {
        const auto offer = ConnectionOffer::parse("mcu://alice@example.com/ncaxbvxy5o3ycpzsou");
        QVERIFY(offer);
        QCOMPARE(offer->pin.text(), "NCAX-BVXY-5O3Y-CPZS-OU");
    }

    void refusesEverythingElse()
    {
        for (const char* bad :
             {"", "hello", "https://example.com/x", "mcu://", "mcu://alice/NCAX", "mcu://@example.com/",
              "mcu://alice@example.com", "mcu://alice@exa mple.com/", "mcu://alice@example.com/NOTAPIN1",
              "mcu://alice@example.com/?h=nowhere", "mcu://alice@example.com/?h=a:b:c",
              "mcu://alice@example.com/?h=x:70000", "mcu://alice@example.com/?s=MD5D"})
            QVERIFY2(!ConnectionOffer::parse(bad), bad);
        QCOMPARE(ConnectionOffer::parse("mcu://" + std::string(5000, 'a')).error().fault, Fault::TooLarge);
    }
};

QTEST_APPLESS_MAIN(TestConnectionOffer)
#include "tst_connection_offer.moc"
