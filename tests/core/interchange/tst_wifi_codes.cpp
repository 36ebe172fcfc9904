#include "core/interchange/network_values.h"
#include "interchange/wifi_code.h"
#include "interchange/wifi_network.h"

#include <QTest>

using namespace mmm;
using namespace mmm::interchange;
using namespace mmm::test;
using schema::CatalogedNetwork;

/// Wi-Fi as the text of a QR code.
class WifiCodesTest : public QObject
{
    Q_OBJECT

private slots:
    void readsWifiCodes_data()
    {
        QTest::addColumn<std::string>("code");
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("security");
        QTest::addColumn<std::string>("password");
        QTest::newRow("usual") << std::string("WIFI:T:WPA;S:Home;P:pass word;;") << std::string("Home")
                               << std::string("wpa2") << std::string("pass word");
        QTest::newRow("other order") << std::string("wifi:P:pass;S:Home;T:wpa2;") << std::string("Home")
                                     << std::string("wpa2") << std::string("pass");
        QTest::newRow("escapes") << std::string(R"(WIFI:T:WPA;S:a\;b\:c\,d\\e;P:\"q\"\;;;)")
                                 << std::string(R"(a;b:c,d\e)") << std::string("wpa2")
                                 << std::string("\"q\";");
        QTest::newRow("quotes") << std::string("WIFI:T:WPA;S:\"cafe\";P:\"12345678\";;")
                                << std::string("cafe") << std::string("wpa2") << std::string("12345678");
        QTest::newRow("digits without quotes")
            << std::string("WIFI:S:cafe;P:12345678;;") << std::string("cafe") << std::string("wpa2")
            << std::string("12345678");
        QTest::newRow("open") << std::string("WIFI:T:nopass;S:Café;P:unused;;") << std::string("Café")
                              << std::string("none") << std::string();
        QTest::newRow("WPA3 only") << std::string("WIFI:T:WPA;R:1;S:Home;P:pass;;") << std::string("Home")
                                   << std::string("wpa3") << std::string("pass");
        QTest::newRow("SAE") << std::string("WIFI:T:SAE;S:Home;P:pass;;") << std::string("Home")
                             << std::string("wpa3") << std::string("pass");
    }
    void readsWifiCodes()
    {
        QFETCH(const std::string, code);
        QFETCH(const std::string, name);
        QFETCH(const std::string, security);
        QFETCH(const std::string, password);
        const auto network = readWifiCode(code);
        QVERIFY(network);
        QCOMPARE(network->protocol, std::string("wifi"));
        QCOMPARE(network->service, name);
        QCOMPARE(network->security, security);
        QCOMPARE(passwordOf(*network), password);
        QVERIFY(!network->hidden);
        const auto written = writeWifiCode(*network);
        QVERIFY(written);
        const auto again = readWifiCode(written->text());
        QVERIFY(again);
        QCOMPARE(again->service, name);
        QCOMPARE(again->security, security);
        QCOMPARE(passwordOf(*again), password);
    }

    void wifiCodesSayMoreThanPasswords()
    {
        auto network = readWifiCode("WIFI:T:WPA;S:Home;P:pass;H:true;;");
        QVERIFY(network);
        QCOMPARE(network->hidden, std::optional(true));
        QCOMPARE(std::string(writeWifiCode(*network)->text()),
                 std::string("WIFI:T:WPA;S:Home;P:pass;H:true;;"));

        network = readWifiCode("WIFI:T:WPA2-EAP;E:TTLS;PH2:PAP;A:anon;I:alice;S:eduroam;P:pass;;");
        QVERIFY(network);
        QCOMPARE(network->security, std::string("enterprise"));
        QCOMPARE(network->username, std::string("alice"));
        QCOMPARE(settingText(*network, "802-1x", "eap"), std::string("ttls"));
        QCOMPARE(std::string(writeWifiCode(*network)->text()),
                 std::string("WIFI:T:WPA2-EAP;E:TTLS;PH2:PAP;A:anon;I:alice;S:eduroam;P:pass;;"));

        network = readWifiCode("WIFI:T:WPA;S:00FF3B;P:pass;;");
        QVERIFY(network);
        QVERIFY(std::ranges::equal(ssidOf(*network), Bytes{0x00, 0xFF, 0x3B}));
        QCOMPARE(network->service, std::string("\\x00\\xFF;"));
        QCOMPARE(std::string(writeWifiCode(*network)->text()), std::string("WIFI:T:WPA;S:00FF3B;P:pass;;"));
        QCOMPARE(std::string(writeWifiCode(wifiNetwork("cafe", wifi_security::wpa2, "a;b"))->text()),
                 std::string("WIFI:T:WPA;S:\"cafe\";P:a\\;b;;"));
    }

    void refusesWifiCodes_data()
    {
        QTest::addColumn<std::string>("code");
        QTest::addColumn<mmm::Fault>("fault");
        QTest::newRow("nothing") << std::string() << Fault::Malformed;
        QTest::newRow("address") << std::string("https://example.com") << Fault::Malformed;
        QTest::newRow("no UTF-8") << std::string("WIFI:S:\xFF;;") << Fault::Malformed;
        QTest::newRow("too long") << "WIFI:S:Home;P:" + std::string(5000, 'x') + ";;" << Fault::TooLarge;
        QTest::newRow("long name") << "WIFI:S:" + std::string(33, 'x') + ";;" << Fault::Malformed;
        QTest::newRow("no name") << std::string("WIFI:T:WPA;P:pass;;") << Fault::Missing;
        QTest::newRow("empty name") << std::string("WIFI:T:WPA;S:;P:pass;;") << Fault::Missing;
        QTest::newRow("no end") << std::string("WIFI:S:Home") << Fault::Malformed;
        QTest::newRow("cut escape") << std::string("WIFI:S:Home\\") << Fault::Malformed;
        QTest::newRow("twice") << std::string("WIFI:S:Home;S:Else;;") << Fault::Malformed;
        QTest::newRow("no field") << std::string("WIFI:;;") << Fault::Malformed;
        QTest::newRow("WEP") << std::string("WIFI:T:WEP;S:Home;P:12345;;") << Fault::Unsupported;
    }
    void refusesWifiCodes()
    {
        QFETCH(const std::string, code);
        QFETCH(const mmm::Fault, fault);
        QCOMPARE(faultOf(readWifiCode(code)), std::optional(fault));
    }

    void writesNoWifiCodeThatNobodyCanUse()
    {
        QCOMPARE(faultOf(writeWifiCode(wifiNetwork("Home", wifi_security::wpa2, ""))),
                 std::optional(Fault::Missing));
        QCOMPARE(faultOf(writeWifiCode(wifiNetwork("", wifi_security::none, ""))),
                 std::optional(Fault::Missing));
        CatalogedNetwork vpn;
        vpn.protocol = "ipsec";
        QCOMPARE(faultOf(writeWifiCode(vpn)), std::optional(Fault::Unsupported));
        QVERIFY(writeWifiCode(wifiNetwork("Open", wifi_security::none, "")));
    }
};

QTEST_GUILESS_MAIN(WifiCodesTest)
#include "tst_wifi_codes.moc"
