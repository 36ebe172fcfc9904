#include "interchange/keyfile.h"
#include "interchange/nm_connection.h"
#include "interchange/tunnel_values.h"
#include "interchange/wifi_code.h"
#include "interchange/wifi_network.h"
#include "interchange/wireguard_conf.h"

#include <QTest>
#include <algorithm>

using namespace mmm;
using namespace mmm::interchange;
using schema::CatalogedNetwork;

namespace {

/// As `nmcli device wifi connect` writes it.
const std::string wifiFile = R"([connection]
id=Home; sweet
uuid=5d0f1a4e-0000-4000-8000-000000000001
type=wifi
interface-name=wlp3s0
timestamp=1700000000

[wifi]
hidden=true
mac-address=00:11:22:33:44:55
mode=infrastructure
seen-bssids=66:77:88:99:AA:BB;
ssid=Home\\; sweet

[wifi-security]
auth-alg=open
key-mgmt=wpa-psk
psk=\sse;cr\\et#1

[ipv4]
method=auto
route-metric=50

[ipv6]
addr-gen-mode=default
method=auto

[proxy]
)";

const std::string enterpriseFile = R"([connection]
id=eduroam
type=802-11-wireless

[802-11-wireless]
ssid=101;100;117;114;111;97;109;

[802-11-wireless-security]
key-mgmt=wpa-eap

[802-1x]
anonymous-identity=anonymous@example.edu
ca-cert=/etc/ssl/certs/campus.pem
eap=ttls;
identity=alice@example.edu
password-flags=1
phase2-auth=pap
)";

const std::string openVpnFile = R"([connection]
id=Office
uuid=5d0f1a4e-0000-4000-8000-000000000002
type=vpn

[vpn]
ca=/home/alice/office.pem
cipher=AES-256-GCM
connection-type=password
password-flags=0
remote=vpn.example.org:1194
username=alice
service-type=org.freedesktop.NetworkManager.openvpn

[vpn-secrets]
password=s3cret

[ipv4]
method=auto
)";

// the keys of wg(8)'s own example
const std::string privateKey = "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=";
const std::string peerKey = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";
const std::string otherPeerKey = "TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=";

const std::string tunnelFile = R"([connection]
id=Tunnel
uuid=5d0f1a4e-0000-4000-8000-000000000003
type=wireguard
interface-name=wg0

[wireguard]
listen-port=51820
mtu=1420
private-key=yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=

[wireguard-peer.xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=]
endpoint=[2001:db8::1]:51820
preshared-key=TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=
preshared-key-flags=0
persistent-keepalive=25
allowed-ips=0.0.0.0/0;::/0;

[ipv4]
address1=10.0.0.2/24,10.0.0.1
dns=10.0.0.1;
dns-search=example.org;
method=manual

[ipv6]
address1=fd00::2/64
method=manual
)";

const std::string wireGuardFile = R"(# laptop
[Interface]
PrivateKey = yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=
Address = 10.0.0.2/24, fd00::2/64
Address = 10.0.1.2
DNS = 10.0.0.1, example.org
ListenPort = 51820
MTU = 1420
PostUp = iptables -A FORWARD -i %i -j ACCEPT

[Peer]   # the office
publickey=xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=
PresharedKey = TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=
AllowedIPs = 0.0.0.0/0, ::/0
Endpoint = vpn.example.org:51820
PersistentKeepalive = 25

[Peer]
PublicKey = TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=
AllowedIPs = 10.1.0.0/16
PersistentKeepalive = off
)";

using Texts = std::vector<std::string>;

std::string passwordOf(const CatalogedNetwork& network)
{
    return std::string(network.password.secret.text());
}

void setPassword(CatalogedNetwork& network, std::string_view password)
{
    network.password.secret = SharedSecret(Secret(bytesOf(password)));
}

CatalogedNetwork wifiNetwork(const std::string& name, std::string_view security, std::string_view password)
{
    CatalogedNetwork network;
    network.protocol = "wifi";
    network.service = name;
    network.security = security;
    setPassword(network, password);
    return network;
}

/// The file with one line in place of another.
std::string with(std::string file, std::string_view line, std::string_view instead)
{
    const std::size_t at = file.find(line);
    return at == std::string::npos ? std::string() : file.replace(at, line.size(), instead);
}

std::optional<Fault> faultOf(const auto& result)
{
    return result ? std::nullopt : std::optional(result.error().fault);
}

} // namespace

Q_DECLARE_METATYPE(mmm::Fault)

class NetworksTest : public QObject
{
    Q_OBJECT

private slots:
    void keyfilesKeepTheirEscapes()
    {
        Keyfile file;
        const std::string hard = " lead\ttab\nline\\back;semi#hash trail ";
        QVERIFY(file.setString("group", "key", hard));
        auto again = Keyfile::parse(file.toText());
        QVERIFY(again);
        QCOMPARE(again->text("group", "key"), hard);
        QCOMPARE(again->groups(), Texts{"group"});
        QCOMPARE(again->keys("group"), Texts{"key"});
        QVERIFY(again->keys("other").empty());
        QVERIFY(!again->string("group", "other"));

        again = Keyfile::parse(bytesOf("[g]\nbad=a\\qb\nend=a\\\ngood=a\\sb\n"));
        QVERIFY(again);
        QVERIFY(!again->string("g", "bad"));
        QVERIFY(!again->string("g", "end"));
        QCOMPARE(again->text("g", "good"), std::string("a b"));
        QCOMPARE(std::string(again->raw("g", "bad")->text()), std::string("a\\qb"));
        QCOMPARE(std::string(textOfKeyfileValue(keyfileValue(hard).text())->text()), hard);
        QVERIFY(!textOfKeyfileValue("a\\q"));
    }

    void keyfilesHoldOnlyWhatTheirSyntaxCan()
    {
        Keyfile file;
        QVERIFY(!file.setString("a]b", "key", "value"));
        QVERIFY(!file.setString("a\nb", "key", "value"));
        QVERIFY(!file.setString("group", "a=b", "value"));
        QVERIFY(!file.setString("group", "#key", "value"));
        QVERIFY(!file.setString("group", "", "value"));
        QVERIFY(!file.setString("group", "key", std::string_view("a\0b", 3)));
        QVERIFY(!file.setString("group", "key", "\xFF"));
        QVERIFY(!file.setRaw("group", "key", "two\nlines"));
        QVERIFY(file.groups().empty());
    }

    void keyfilesAreBounded()
    {
        QCOMPARE(faultOf(Keyfile::parse({})), Fault::Malformed);
        QCOMPARE(faultOf(Keyfile::parse(bytesOf("no keyfile"))), Fault::Malformed);
        QCOMPARE(faultOf(Keyfile::parse(bytesOf("[g]\nkey=\xFF\n"))), Fault::Malformed);
        QCOMPARE(faultOf(Keyfile::parse(bytesOf(std::string_view("[g]\nk=a\0b\n", 10)))), Fault::Malformed);
        QCOMPARE(faultOf(Keyfile::parse(bytesOf(std::string(300'000, '#')))), Fault::TooLarge);
        const KeyfileLimits few{.octets = 100, .groups = 2, .keys = 2};
        QVERIFY(Keyfile::parse(bytesOf("[a]\nx=1\n[b]\nx=1\n"), few));
        QCOMPARE(faultOf(Keyfile::parse(bytesOf("[a]\n[b]\n[c]\n"), few)), Fault::TooLarge);
        QCOMPARE(faultOf(Keyfile::parse(bytesOf("[a]\nx=1\ny=1\n[b]\nx=1\n"), few)), Fault::TooLarge);
    }

    void readsWifiOfNetworkManager()
    {
        QVERIFY(isNmConnection(bytesOf(wifiFile)));
        const auto file = readNmConnection(bytesOf(wifiFile));
        QVERIFY(file);
        QCOMPARE(file->source, NetworkSource::NetworkManager);
        QCOMPARE(file->dropped, std::size_t(0));
        QCOMPARE(file->withoutSecret, std::size_t(0));
        QCOMPARE(file->networks.size(), std::size_t(1));
        const CatalogedNetwork& network = file->networks.front();
        QCOMPARE(network.protocol, std::string("wifi"));
        QCOMPARE(network.service, std::string("Home; sweet"));
        QVERIFY(network.ssid.empty());
        QCOMPARE(network.security, std::string("wpa2"));
        QCOMPARE(passwordOf(network), std::string(" se;cr\\et#1"));
        QCOMPARE(network.hidden, std::optional(true));
        // neither what belongs to the computer nor what everybody has
        QCOMPARE(network.settings.size(), std::size_t(2));
        QCOMPARE(settingText(network, "wifi-security", "auth-alg"), std::string("open"));
        QCOMPARE(settingText(network, "ipv4", "route-metric"), std::string("50"));
    }

    void readsEnterpriseWifiOfNetworkManager()
    {
        const auto file = readNmConnection(bytesOf(enterpriseFile));
        QVERIFY(file);
        QCOMPARE(file->withoutSecret, std::size_t(1));
        QCOMPARE(file->dropped, std::size_t(1)); // the certificate
        const CatalogedNetwork& network = file->networks.front();
        QCOMPARE(network.service, std::string("eduroam"));
        QCOMPARE(network.security, std::string("enterprise"));
        QCOMPARE(network.username, std::string("alice@example.edu"));
        QCOMPARE(settingText(network, "802-1x", "phase2-auth"), std::string("pap"));
        QCOMPARE(settingText(network, "802-1x", "eap"), std::string("ttls;"));
        QCOMPARE(settingText(network, "802-1x", "anonymous-identity"), std::string("anonymous@example.edu"));
    }

    void readsVpnOfNetworkManager()
    {
        const auto file = readNmConnection(bytesOf(openVpnFile));
        QVERIFY(file);
        QCOMPARE(file->dropped, std::size_t(1));
        const CatalogedNetwork& network = file->networks.front();
        QCOMPARE(network.protocol, std::string("tls"));
        QCOMPARE(network.service, std::string("Office"));
        QCOMPARE(network.address, std::string("vpn.example.org:1194"));
        QCOMPARE(network.username, std::string("alice"));
        QCOMPARE(passwordOf(network), std::string("s3cret"));
        QCOMPARE(settingText(network, "vpn", "cipher"), std::string("AES-256-GCM"));
        QVERIFY(!settingOf(network, "vpn", "remote"));
        QVERIFY(!settingOf(network, "vpn-secrets", "password"));
    }

    void readsTunnelOfNetworkManager()
    {
        const auto file = readNmConnection(bytesOf(tunnelFile));
        QVERIFY(file);
        const CatalogedNetwork& network = file->networks.front();
        QCOMPARE(network.protocol, std::string("wireguard"));
        QCOMPARE(passwordOf(network), privateKey);
        QVERIFY(network.tunnel);
        QCOMPARE(network.tunnel->addresses, (Texts{"10.0.0.2/24", "fd00::2/64"}));
        QCOMPARE(network.tunnel->dns, (Texts{"10.0.0.1", "example.org"}));
        QCOMPARE(network.tunnel->listenPort, std::optional<std::int64_t>(51820));
        QCOMPARE(network.tunnel->mtu, std::optional<std::int64_t>(1420));
        QCOMPARE(network.tunnel->peers.size(), std::size_t(1));
        const schema::WireGuardPeer& peer = network.tunnel->peers.front();
        QCOMPARE(peer.publicKey, peerKey);
        QCOMPARE(std::string(peer.presharedKey.secret.text()), otherPeerKey);
        QCOMPARE(peer.endpoint, std::string("[2001:db8::1]:51820"));
        QCOMPARE(peer.allowedIps, (Texts{"0.0.0.0/0", "::/0"}));
        QCOMPARE(peer.keepAlive, std::optional<std::int64_t>(25));
    }

    void writesWhatNetworkManagerReads_data()
    {
        QTest::addColumn<std::string>("file");
        QTest::newRow("wifi") << wifiFile;
        QTest::newRow("enterprise") << enterpriseFile;
        QTest::newRow("openvpn") << openVpnFile;
        QTest::newRow("wireguard") << tunnelFile;
        QTest::newRow("bare peer") << "[connection]\nid=Tunnel\ntype=wireguard\n[wireguard-peer." + peerKey +
                                          "]\nendpoint=\n[wireguard]\nprivate-key=" + privateKey + "\n";
        QTest::newRow("octets") << with(wifiFile, "ssid=Home\\\\; sweet", "ssid=0;255;59;");
        QTest::newRow("wpa3") << with(wifiFile, "wpa-psk", "sae");
        QTest::newRow("owe") << with(wifiFile, "wpa-psk", "owe");
    }
    void writesWhatNetworkManagerReads()
    {
        QFETCH(const std::string, file);
        const auto read = readNmConnection(bytesOf(file));
        QVERIFY(read);
        const CatalogedNetwork& before = read->networks.front();
        const auto written = writeNmConnection(before);
        QVERIFY(written);
        const auto again = readNmConnection(*written);
        QVERIFY(again);
        const CatalogedNetwork& after = again->networks.front();
        QCOMPARE(after.protocol, before.protocol);
        QCOMPARE(after.service, before.service);
        QVERIFY(std::ranges::equal(ssidOf(after), ssidOf(before)));
        QCOMPARE(after.security, before.security);
        QCOMPARE(after.username, before.username);
        QCOMPARE(after.address, before.address);
        QCOMPARE(after.hidden, before.hidden);
        QCOMPARE(passwordOf(after), before.security == "owe" ? std::string() : passwordOf(before));
        for (const schema::NetworkSetting& setting : before.settings)
            QCOMPARE(settingText(after, setting.group, setting.name),
                     settingText(before, setting.group, setting.name));
        // the same file each time: the UUID is made of the names
        QVERIFY(written->text() == writeNmConnection(before)->text());
        if (before.tunnel)
            QVERIFY(writeWireGuardConf(after)->text() == writeWireGuardConf(before)->text());
    }

    void refusesConnectionsOfNetworkManager_data()
    {
        QTest::addColumn<std::string>("file");
        QTest::addColumn<mmm::Fault>("fault");
        QTest::newRow("ethernet") << with(wifiFile, "type=wifi", "type=ethernet") << Fault::Unsupported;
        QTest::newRow("WEP") << with(wifiFile, "wpa-psk", "none") << Fault::Unsupported;
        QTest::newRow("hotspot") << with(wifiFile, "infrastructure", "ap") << Fault::Unsupported;
        QTest::newRow("unknown VPN") << with(openVpnFile, "openvpn\n", "pptp\n") << Fault::Unsupported;
        QTest::newRow("no SSID") << with(wifiFile, "ssid=Home\\\\; sweet", "") << Fault::Missing;
        QTest::newRow("no name") << with(openVpnFile, "id=Office", "") << Fault::Missing;
        QTest::newRow("long SSID") << with(wifiFile, "Home\\\\;", std::string(33, 'x')) << Fault::Malformed;
        QTest::newRow("no octets") << with(wifiFile, "Home\\\\; sweet", ";;") << Fault::Malformed;
        QTest::newRow("escape") << with(wifiFile, "psk=\\s", "psk=\\q") << Fault::Malformed;
        QTest::newRow("private key") << with(tunnelFile, "private-key=y", "private-key=") << Fault::BadKey;
        QTest::newRow("peer's key") << with(tunnelFile, "peer.x", "peer.") << Fault::BadKey;
        QTest::newRow("port") << with(tunnelFile, "listen-port=51820", "listen-port=65536")
                              << Fault::Malformed;
        QTest::newRow("prefix") << with(tunnelFile, "10.0.0.2/24", "10.0.0.2/33") << Fault::Malformed;
        QTest::newRow("endpoint") << with(tunnelFile, "]:51820", "]:0") << Fault::Malformed;
        QTest::newRow("allowed") << with(tunnelFile, "0.0.0.0/0;", "everywhere;") << Fault::Malformed;
        QTest::newRow("long setting") << wifiFile + "x=" + std::string(20'000, 'x') << Fault::TooLarge;
    }
    void refusesConnectionsOfNetworkManager()
    {
        QFETCH(const std::string, file);
        QFETCH(const mmm::Fault, fault);
        QVERIFY(!file.empty());
        QCOMPARE(faultOf(readNmConnection(bytesOf(file))), std::optional(fault));
    }

    void settingsCannotTakeThePlaceOfFields()
    {
        CatalogedNetwork network = wifiNetwork("Home", wifi_security::wpa2, "long enough");
        setSetting(network, "wifi-security", "psk", "another");
        setSetting(network, "connection", "type", "vpn");
        auto written = writeNmConnection(network);
        QVERIFY(written);
        const auto again = readNmConnection(*written);
        QVERIFY(again);
        QCOMPARE(passwordOf(again->networks.front()), std::string("long enough"));
        setSetting(network, "x]\n[connection", "key", "value");
        QCOMPARE(faultOf(writeNmConnection(network)), std::optional(Fault::Malformed));
    }

    void readsWireGuardConfigurations()
    {
        QVERIFY(isWireGuardConf(bytesOf(wireGuardFile)));
        QVERIFY(!isWireGuardConf(bytesOf(wifiFile)));
        const auto file = readWireGuardConf(bytesOf(wireGuardFile), "office");
        QVERIFY(file);
        QCOMPARE(file->source, NetworkSource::WireGuard);
        QCOMPARE(file->skipped, std::size_t(1));
        const CatalogedNetwork& network = file->networks.front();
        QCOMPARE(network.service, std::string("office"));
        QCOMPARE(passwordOf(network), privateKey);
        QCOMPARE(network.tunnel->addresses, (Texts{"10.0.0.2/24", "fd00::2/64", "10.0.1.2"}));
        QCOMPARE(network.tunnel->dns, (Texts{"10.0.0.1", "example.org"}));
        QCOMPARE(network.tunnel->peers.size(), std::size_t(2));
        QCOMPARE(network.tunnel->peers[0].endpoint, std::string("vpn.example.org:51820"));
        QCOMPARE(network.tunnel->peers[1].publicKey, otherPeerKey);
        QCOMPARE(network.tunnel->peers[1].keepAlive, std::optional<std::int64_t>(0));

        const auto written = writeWireGuardConf(network);
        QVERIFY(written);
        const auto again = readWireGuardConf(*written, "office");
        QVERIFY(again);
        QCOMPARE(again->skipped, std::size_t(0));
        QVERIFY(writeWireGuardConf(again->networks.front())->text() == written->text());
    }

    void refusesWireGuardConfigurations_data()
    {
        QTest::addColumn<std::string>("file");
        QTest::addColumn<mmm::Fault>("fault");
        QTest::newRow("nothing") << std::string() << Fault::Malformed;
        QTest::newRow("no UTF-8") << wireGuardFile + "\xFF" << Fault::Malformed;
        QTest::newRow("too large") << wireGuardFile + std::string(300'000, '#') << Fault::TooLarge;
        QTest::newRow("second interface") << wireGuardFile + "[Interface]\n" << Fault::Malformed;
        QTest::newRow("section") << wireGuardFile + "[Else]\n" << Fault::Malformed;
        QTest::newRow("line") << wireGuardFile + "something\n" << Fault::Malformed;
        QTest::newRow("unknown") << wireGuardFile + "Colour = blue\n" << Fault::Malformed;
        QTest::newRow("no public key") << wireGuardFile + "[Peer]\nAllowedIPs = ::/0\n" << Fault::Missing;
        QTest::newRow("bad key") << with(wireGuardFile, "PrivateKey = y", "PrivateKey = ") << Fault::BadKey;
        QTest::newRow("number") << with(wireGuardFile, "MTU = 1420", "MTU = -1") << Fault::Malformed;
        QTest::newRow("address") << with(wireGuardFile, "10.0.1.2", "fe80::1%eth0") << Fault::Malformed;
        QTest::newRow("NUL") << with(wireGuardFile, "10.0.1.2", std::string_view("10.0.1.2\0x", 10))
                             << Fault::Malformed;
        QTest::newRow("endpoint") << with(wireGuardFile, "org:51820", "org") << Fault::Malformed;
        std::string peers = wireGuardFile;
        for (int i = 0; i < 1024; ++i)
            peers += "[Peer]\nPublicKey=" + peerKey + "\n";
        QTest::newRow("peers") << peers << Fault::TooLarge;
    }
    void refusesWireGuardConfigurations()
    {
        QFETCH(const std::string, file);
        QFETCH(const mmm::Fault, fault);
        QCOMPARE(faultOf(readWireGuardConf(bytesOf(file), "name")), std::optional(fault));
    }

    void writesNoWireGuardConfigurationThatSaysSomethingElse()
    {
        auto file = readWireGuardConf(bytesOf(wireGuardFile), "office");
        CatalogedNetwork network = std::move(file->networks.front());
        network.tunnel->dns = {"10.0.0.1\nPostUp = rm -rf /"};
        QCOMPARE(faultOf(writeWireGuardConf(network)), std::optional(Fault::Malformed));
        network.tunnel->dns.clear();
        setPassword(network, "no key");
        QCOMPARE(faultOf(writeWireGuardConf(network)), std::optional(Fault::BadKey));
        setPassword(network, "");
        QCOMPARE(faultOf(writeWireGuardConf(network)), std::optional(Fault::Missing));
    }

    void tunnelsHaveKeys()
    {
        // RFC 7748 §6.1: Alice's keys
        QCOMPARE(wireGuardPublicKey("dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo=").value(),
                 std::string("hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo="));
        const Secret key = newWireGuardKey();
        QVERIFY(isWireGuardKey(key.text()));
        QVERIFY(key.text() != newWireGuardKey().text());
        QVERIFY(wireGuardPublicKey(key.text()));
        QCOMPARE(faultOf(wireGuardPublicKey("short")), std::optional(Fault::BadKey));
        QVERIFY(!isWireGuardKey(std::string(44, '=')));
        QVERIFY(!isWireGuardKey(std::string(43, 'A') + " "));
    }

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

QTEST_GUILESS_MAIN(NetworksTest)
#include "tst_networks.moc"
