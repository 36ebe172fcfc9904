#include "interchange/import_file.h"
#include "interchange/keyfile.h"
#include "interchange/nm_connection.h"
#include "interchange/tunnel_values.h"
#include "interchange/wifi_code.h"
#include "interchange/wifi_network.h"
#include "interchange/wireguard_conf.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <botan/auto_rng.h>
#include <botan/ec_group.h>
#include <botan/ecdsa.h>
#include <botan/pem.h>
#include <botan/pkcs8.h>
#include <botan/rsa.h>
#include <botan/x509_ca.h>
#include <botan/x509self.h>
#include <filesystem>
#include <fstream>
#include <map>

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

const std::string strongSwanFile = R"([connection]
id=Campus
type=vpn

[vpn]
address=vpn.example.edu
certificate=/etc/vpn/ca.pem
encap=yes
esp=aes256gcm16
local-identity=alice@example.edu
method=key
proposal=yes
remote-identity=CN=vpn.example.edu
service-type=org.freedesktop.NetworkManager.strongswan
some-new-key=kept
usercert=/etc/vpn/alice.pem
userkey=/etc/vpn/alice.key
virtual=yes

[vpn-secrets]
password=opens the key
)";

const std::string libreswanFile = R"([connection]
id=Branch
type=vpn

[vpn]
ike=aes256-sha2_256;modp2048
ikev2=never
leftid=@branch
leftxauthusername=alice
pskinputmodes=save
pskvalue-flags=0
right=gw.example.org
rightid=@gw.example.org
service-type=org.freedesktop.NetworkManager.libreswan
xauthpassword-flags=0

[vpn-secrets]
pskvalue=shared by all
xauthpassword=s3cret
)";

const std::string vpncFile = R"([connection]
id=Cisco
type=vpn

[vpn]
CA-File=ca.pem
IKE Authmode=hybrid
IPSec ID=staff
IPSec gateway=gw.example.org
IPSec secret-flags=0
NAT Traversal Mode=natt
Xauth password-flags=0
Xauth username=alice
service-type=org.freedesktop.NetworkManager.vpnc

[vpn-secrets]
IPSec secret=shared by all
Xauth password=s3cret
)";

const std::string openVpnTlsFile = R"([connection]
id=Office
type=vpn

[vpn]
auth=SHA512
ca=ca.pem
cert=alice.pem
cert-pass-flags=0
cipher=AES-256-CBC
connection-type=password-tls
crl-verify-file=revoked.pem
data-ciphers=AES-256-GCM:CHACHA20-POLY1305
key=alice.key
port=443
proto-tcp=yes
remote=vpn.example.org
remote-cert-tls=server
service-type=org.freedesktop.NetworkManager.openvpn
ta=ta.key
ta-dir=1
username=alice
verify-x509-name=name:vpn.example.org

[vpn-secrets]
cert-pass=opens the key
password=s3cret
)";

const std::string openConnectFile = R"([connection]
id=AnyConnect
type=vpn

[vpn]
authtype=cert
cacert=ca.pem
gateway=vpn.example.org
protocol=anyconnect
service-type=org.freedesktop.NetworkManager.openconnect
usercert=alice.pem
userkey=alice.key
)";

const std::string enterpriseTlsFile = R"([connection]
id=eduroam
type=wifi

[wifi]
ssid=eduroam

[wifi-security]
key-mgmt=wpa-eap

[802-1x]
ca-cert=file:///etc/vpn/ca.pem
client-cert=/etc/vpn/alice.pem
eap=tls;
identity=alice@example.edu
private-key=/etc/vpn/alice.key
private-key-password=opens the key
)";

using Texts = std::vector<std::string>;

/// A certificate and its key in all the forms that files have.
struct KeyFiles
{
    std::string certificate;
    std::string certificateDer;
    std::string key;
    std::string keyDer;
    std::string encryptedKey;
    std::string rsaKey; ///< PKCS #1
    std::string revoked;
    std::string staticKey;
};

const KeyFiles& keyFiles()
{
    static const KeyFiles made = [] {
        const auto text = [](const auto& octets) { return std::string(octets.begin(), octets.end()); };
        Botan::AutoSeeded_RNG random;
        const Botan::ECDSA_PrivateKey key(random, Botan::EC_Group::from_name("secp256r1"));
        Botan::X509_Cert_Options options("Example/AT/Example");
        options.CA_key();
        const auto certificate = Botan::X509::create_self_signed_cert(options, key, "SHA-256", random);
        const Botan::X509_CA authority(certificate, key, "SHA-256", random);
        KeyFiles all;
        all.certificate = certificate.PEM_encode();
        all.certificateDer = text(certificate.BER_encode());
        all.key = Botan::PKCS8::PEM_encode(key);
        all.keyDer = text(key.private_key_info());
        all.encryptedKey = Botan::PKCS8::PEM_encode_encrypted_pbkdf_iter(key, random, "opens the key", 1000);
        all.rsaKey = Botan::PEM_Code::encode(Botan::RSA_PrivateKey(random, 1024).private_key_bits(),
                                             "RSA PRIVATE KEY");
        all.revoked = authority.new_crl(random).PEM_encode();
        all.staticKey = "#\n# 2048 bit OpenVPN static key\n#\n-----BEGIN OpenVPN Static key V1-----\n";
        for (int line = 0; line < 16; ++line)
            all.staticKey += "0123456789abcdef0123456789abcdef\n";
        all.staticKey += "-----END OpenVPN Static key V1-----\n";
        return all;
    }();
    return made;
}

/// Gives the files by the last part of their names.
Result<Secret> readTestFile(const std::string& name)
{
    const std::map<std::string, std::string> files{{"ca.pem", keyFiles().certificate},
                                                   {"alice.pem", keyFiles().certificateDer},
                                                   {"alice.key", keyFiles().encryptedKey},
                                                   {"revoked.pem", keyFiles().revoked},
                                                   {"ta.key", keyFiles().staticKey}};
    const auto found = files.find(std::filesystem::path(name).filename().string());
    if (found == files.end())
        return fail(Fault::NotFound);
    return Secret(bytesOf(found->second));
}

/// The keyfile alone.
Result<Secret> keyfileOf(const CatalogedNetwork& network)
{
    MMM_TRY(NmConnection written, writeNmConnection(network, "/nm/one.nmconnection"));
    return std::move(written.keyfile);
}

void writeFile(const std::filesystem::path& path, const std::string& content)
{
    std::ofstream(path, std::ios::binary) << content;
}

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

    void takesCertificatesAndKeysAlong_data()
    {
        QTest::addColumn<std::string>("file");
        QTest::addColumn<int>("count");
        QTest::newRow("strongSwan") << strongSwanFile << 3;
        QTest::newRow("libreswan") << libreswanFile << 0;
        QTest::newRow("vpnc") << vpncFile << 1;
        QTest::newRow("OpenVPN") << openVpnTlsFile << 5;
        QTest::newRow("OpenConnect") << openConnectFile << 3;
        QTest::newRow("enterprise") << enterpriseTlsFile << 3;
    }
    void takesCertificatesAndKeysAlong()
    {
        QFETCH(const std::string, file);
        QFETCH(const int, count);
        const auto read = readNmConnection(bytesOf(file), readTestFile);
        QVERIFY(read);
        const CatalogedNetwork& before = read->networks.front();
        QCOMPARE(int(before.attachments.size()), count);
        QCOMPARE(int(read->files.size()), count);
        QVERIFY(
            std::ranges::none_of(read->files, [](const NamedFile& one) { return one.fault.has_value(); }));

        const auto written = writeNmConnection(before, "/nm/My VPN.nmconnection");
        QVERIFY(written);
        QCOMPARE(int(written->files.size()), count);
        std::map<std::string, std::string> beside;
        for (const NmConnection::SideFile& one : written->files) {
            QCOMPARE(one.path.parent_path(), std::filesystem::path("/nm"));
            beside[one.path.string()] = one.content.text();
        }
        QCOMPARE(int(beside.size()), count);
        const auto again = readNmConnection(written->keyfile, [&](const std::string& name) -> Result<Secret> {
            const auto found = beside.find(name);
            if (found == beside.end())
                return fail(Fault::NotFound);
            return Secret(bytesOf(found->second));
        });
        QVERIFY(again);
        const CatalogedNetwork& after = again->networks.front();
        QCOMPARE(after.protocol, before.protocol);
        QCOMPARE(after.service, before.service);
        QCOMPARE(after.address, before.address);
        QCOMPARE(after.username, before.username);
        QCOMPARE(passwordOf(after), passwordOf(before));
        QCOMPARE(after.attachments.size(), before.attachments.size());
        for (const schema::NetworkAttachment& one : before.attachments) {
            QVERIFY(attachmentOf(after, one.group, one.name) == one.pem.secret.text());
            QVERIFY(!settingOf(before, one.group, one.name));
        }
        // every line of the file is in what was written, the files at their new place
        const auto lines = Keyfile::parse(bytesOf(file));
        const auto now = Keyfile::parse(written->keyfile);
        QVERIFY(lines && now);
        for (const std::string& group : lines->groups()) {
            for (const std::string& key : lines->keys(group)) {
                if (attachmentOf(before, group, key).empty())
                    QCOMPARE(now->text(group, key), lines->text(group, key));
                else
                    QCOMPARE(now->text(group, key), "/nm/My VPN-" + key + ".pem");
            }
        }
    }

    void filesThatAreNotThereAreSaid()
    {
        std::string file = with(openVpnTlsFile, "ca=ca.pem", "ca=gone.pem");
        file = with(file, "key=alice.key", "key=ca.pem"); // no key in it
        const auto read = readNmConnection(bytesOf(file), readTestFile);
        QVERIFY(read);
        const CatalogedNetwork& network = read->networks.front();
        QCOMPARE(network.attachments.size(), std::size_t(3));
        std::map<std::string, std::optional<Fault>> faults;
        for (const NamedFile& one : read->files)
            faults[one.name] = one.fault;
        QCOMPARE(faults.at("gone.pem"), std::optional(Fault::NotFound));
        QCOMPARE(faults.at("ca.pem"), std::optional(Fault::Missing));
        QCOMPARE(faults.at("ta.key"), std::nullopt);
        // the connection still says where they are
        QCOMPARE(settingText(network, "vpn", "ca"), std::string("gone.pem"));
        QCOMPARE(settingText(network, "vpn", "key"), std::string("ca.pem"));
    }

    void certificatesMayStandInTheKeyfileItself()
    {
        const std::string& der = keyFiles().certificateDer;
        const QByteArray base64 = QByteArray::fromStdString(der).toBase64();
        std::string octets;
        for (const char c : der)
            octets += std::to_string(std::uint8_t(c)) + ";";
        for (const std::string& value : {"data:;base64," + base64.toStdString(), octets}) {
            const auto read =
                readNmConnection(bytesOf(with(enterpriseTlsFile, "file:///etc/vpn/ca.pem", value)));
            QVERIFY(read);
            QVERIFY(attachmentOf(read->networks.front(), "802-1x", "ca-cert") == keyFiles().certificate);
        }
        // and on a card they stay there
        const auto read = readNmConnection(
            bytesOf(with(enterpriseTlsFile, "/etc/vpn/alice.key", "pkcs11:object=key")), readTestFile);
        QVERIFY(read);
        QCOMPARE(settingText(read->networks.front(), "802-1x", "private-key"),
                 std::string("pkcs11:object=key"));
        QCOMPARE(read->files.size(), std::size_t(2));
    }

    void readsKeyMaterial_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<std::string>("file");
        QTest::addColumn<std::string>("pem"); // empty: refused
        QTest::addColumn<mmm::Fault>("fault");
        const KeyFiles& all = keyFiles();
        const auto row = [](const char* name, KeyMaterial kind, const std::string& file,
                            const std::string& pem, Fault fault = Fault::Malformed) {
            QTest::newRow(name) << int(kind) << file << pem << fault;
        };
        using enum KeyMaterial;
        row("certificate", Certificates, all.certificate, all.certificate);
        row("its octets", Certificates, all.certificateDer, all.certificate);
        row("several", Certificates, "CA:\n" + all.certificate + all.certificate,
            all.certificate + all.certificate);
        row("certificate of a pair", Certificates, all.key + all.certificate, all.certificate);
        row("key of a pair", PrivateKey, all.certificate + all.key, all.key);
        row("key", PrivateKey, all.key, all.key);
        row("key's octets", PrivateKey, all.keyDer, all.key);
        row("encrypted key", PrivateKey, all.encryptedKey, all.encryptedKey);
        row("RSA key", PrivateKey, all.rsaKey, all.rsaKey);
        row("revoked", RevocationList, all.revoked, all.revoked);
        row("static key", OpenVpnKey, all.staticKey, all.staticKey.substr(all.staticKey.find("-----BEGIN")));
        row("nothing", Certificates, "", "");
        row("text", Certificates, "no certificate", "");
        row("another thing", Certificates, all.key, "", Fault::Missing);
        row("key in no form", PrivateKey, "no key", "", Fault::BadKey);
        row("cut", Certificates, all.certificateDer.substr(0, 100), "");
        row("cut PEM", Certificates, all.certificate.substr(0, 100), "");
        row("octets behind", Certificates, all.certificateDer + "x", "");
        row("altered key", PrivateKey,
            Botan::PEM_Code::encode(std::vector<std::uint8_t>(50, 1), "PRIVATE KEY"), "");
        row("short static key", OpenVpnKey, with(all.staticKey, "0123456789abcdef", ""), "");
        row("static key with words", OpenVpnKey, with(all.staticKey, "0123456789abcdef", "up /bin/sh"), "");
        row("container", PrivateKey, std::string("\x30\x05\x02\x01\x03\x05\x00", 7), "", Fault::Unsupported);
        row("large", Certificates, std::string(largestKeyMaterial + 1, 'x'), "", Fault::TooLarge);
    }
    void readsKeyMaterial()
    {
        QFETCH(const int, kind);
        QFETCH(const std::string, file);
        QFETCH(const std::string, pem);
        QFETCH(const mmm::Fault, fault);
        const auto read = readKeyMaterial(KeyMaterial(kind), bytesOf(file));
        if (pem.empty()) {
            QCOMPARE(faultOf(read), std::optional(fault));
            return;
        }
        QVERIFY(read);
        QCOMPARE(std::string(read->text()), pem);
        QVERIFY(readKeyMaterial(KeyMaterial(kind), *read)->text() == pem);
        QCOMPARE(isEncryptedKey(pem), pem == keyFiles().encryptedKey);
        const auto certificate = firstCertificate(pem);
        QCOMPARE(certificate.has_value(), KeyMaterial(kind) == KeyMaterial::Certificates);
        if (certificate)
            QCOMPARE(std::string(textOf(*certificate)), keyFiles().certificateDer);
    }

    void onlyOrdinaryFilesAreFollowed()
    {
        const QTemporaryDir folder;
        const std::filesystem::path root(folder.path().toStdString());
        std::filesystem::create_directory(root / "vpn");
        writeFile(root / "vpn" / "ca.pem", keyFiles().certificate);
        writeFile(root / "alice.pem", keyFiles().certificate);
        writeFile(root / "large.pem", std::string(largestKeyMaterial + 1, 'x'));
        std::filesystem::create_symlink(root / "alice.pem", root / "vpn" / "link.pem");
        std::string file = with(openVpnTlsFile, "cert=alice.pem", "cert=" + (root / "alice.pem").string());
        file = with(file, "key=alice.key", "key=.");
        file = with(file, "ta=ta.key", "ta=/dev/zero");
        file =
            with(file, "crl-verify-file=revoked.pem", "extra-certs=link.pem\ncrl-verify-file=../large.pem");
        writeFile(root / "vpn" / "office.nmconnection", file);
        const auto read = readImportFile(root / "vpn" / "office.nmconnection");
        QVERIFY(read);
        const auto& network = std::get<NetworkFile>(*read);
        std::map<std::string, std::optional<Fault>> faults;
        for (const NamedFile& one : network.files)
            faults[one.name] = one.fault;
        QCOMPARE(faults.at("ca.pem"), std::nullopt); // beside the keyfile
        QCOMPARE(faults.at((root / "alice.pem").string()), std::nullopt);
        QCOMPARE(faults.at("."), std::optional(Fault::Unsupported));
        QCOMPARE(faults.at("/dev/zero"), std::optional(Fault::Unsupported));
        QCOMPARE(faults.at("link.pem"), std::optional(Fault::Unsupported));
        QCOMPARE(faults.at("../large.pem"), std::optional(Fault::TooLarge));
        QCOMPARE(network.networks.front().attachments.size(), std::size_t(2));
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
