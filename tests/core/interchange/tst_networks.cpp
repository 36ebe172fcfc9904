#include "core/interchange/network_values.h"
#include "interchange/import_file.h"
#include "interchange/keyfile.h"
#include "interchange/nm_connection.h"
#include "interchange/tunnel_values.h"
#include "interchange/wifi_network.h"
#include "interchange/wireguard_conf.h"

#include <QTest>
#include <algorithm>

using namespace mmm;
using namespace mmm::interchange;
using namespace mmm::test;
using schema::CatalogedNetwork;

namespace {

using Texts = std::vector<std::string>;

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

/// The keyfile alone.
Result<Secret> keyfileOf(const CatalogedNetwork& network)
{
    MMM_TRY(NmConnection written, writeNmConnection(network, "/nm/one.nmconnection"));
    return std::move(written.keyfile);
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
        QVERIFY(file->files.empty());
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
        QCOMPARE(file->files.size(), std::size_t(1)); // the certificate
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
        QCOMPARE(file->files.size(), std::size_t(1));
        QCOMPARE(file->files.front().name, std::string("/home/alice/office.pem"));
        QCOMPARE(file->files.front().fault, std::optional(Fault::NotFound));
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
        const auto written = keyfileOf(before);
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
        QVERIFY(written->text() == keyfileOf(before)->text());
        if (before.tunnel)
            QVERIFY(writeWireGuardConf(after)->text() == writeWireGuardConf(before)->text());
    }

    void newNetworksGetWhatTheirPlugInNeeds()
    {
        CatalogedNetwork network;
        network.protocol = "ipsec";
        network.service = "New";
        network.address = "vpn.example.org";
        setSettingText(network, "vpn", "esp", "aes256gcm16");
        auto written = keyfileOf(network);
        QVERIFY(written);
        auto file = Keyfile::parse(*written);
        QVERIFY(file);
        QCOMPARE(file->text("vpn", "method"), std::string("eap"));
        QCOMPARE(file->text("vpn", "proposal"), std::string("yes")); // strongSwan ignores esp without it
        setSettingText(network, "vpn", "service-type", "org.freedesktop.NetworkManager.vpnc");
        setSettingText(network, "vpn-secrets", "IPSec secret", "shared by all");
        written = keyfileOf(network);
        QVERIFY(written);
        file = Keyfile::parse(*written);
        QVERIFY(file);
        QCOMPARE(file->text("vpn", "IPSec gateway"), std::string("vpn.example.org"));
        QCOMPARE(file->text("vpn", "IPSec secret-flags"), std::string("0"));
        // a plug-in of another kind of network
        network.protocol = "tls";
        QCOMPARE(faultOf(keyfileOf(network)), std::optional(Fault::Unsupported));
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
        auto written = keyfileOf(network);
        QVERIFY(written);
        const auto again = readNmConnection(*written);
        QVERIFY(again);
        QCOMPARE(passwordOf(again->networks.front()), std::string("long enough"));
        setSetting(network, "x]\n[connection", "key", "value");
        QCOMPARE(faultOf(keyfileOf(network)), std::optional(Fault::Malformed));
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
};

QTEST_GUILESS_MAIN(NetworksTest)
#include "tst_networks.moc"
