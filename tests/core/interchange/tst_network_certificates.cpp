#include "core/interchange/network_values.h"
#include "interchange/import_file.h"
#include "interchange/keyfile.h"
#include "interchange/nm_connection.h"
#include "interchange/wifi_network.h"

#include <QTemporaryDir>
#include <QTest>
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
using namespace mmm::test;
using schema::CatalogedNetwork;

namespace {

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

void writeFile(const std::filesystem::path& path, const std::string& content)
{
    std::ofstream(path, std::ios::binary) << content;
}

} // namespace

Q_DECLARE_METATYPE(mmm::Fault)

/// The certificates and keys that a keyfile of NetworkManager names, with the files they are in.
class NetworkCertificatesTest : public QObject
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(NetworkCertificatesTest)
#include "tst_network_certificates.moc"
