#include "interchange/nm_vpn.h"

#include "interchange/wifi_network.h"

#include <algorithm>
#include <array>

namespace mmm::interchange {

namespace {

using enum KeyMaterial;

// nm-settings(5), 802-1x
constexpr std::array wifiFiles{
    NmFile{"802-1x", "ca-cert", Certificates, false},
    NmFile{"802-1x", "client-cert", Certificates, true},
    NmFile{"802-1x", "private-key", PrivateKey, true},
    NmFile{"802-1x", "phase2-ca-cert", Certificates, false},
    NmFile{"802-1x", "phase2-client-cert", Certificates, true},
    NmFile{"802-1x", "phase2-private-key", PrivateKey, true},
};

// strongSwan's plug-in; its password is also the shared key and the passphrase of the private key
constexpr std::array strongSwanFiles{
    NmFile{"vpn", "certificate", Certificates, false},
    NmFile{"vpn", "usercert", Certificates, true},
    NmFile{"vpn", "userkey", PrivateKey, true},
};
constexpr std::array strongSwanMethods{
    NmMethod{"eap", true, false},
    NmMethod{"key", true, true},
    NmMethod{"eap-tls", true, true},
    NmMethod{"psk", true, false},
};
constexpr std::array strongSwanTexts{
    NmText{"local-identity", NmMeaning::OwnName}, NmText{"remote-identity", NmMeaning::PeerName},
    NmText{"server-port", NmMeaning::Port},       NmText{"ike", NmMeaning::KeyExchange},
    NmText{"esp", NmMeaning::Encryption},
};

// its certificates are names in a database of the system, not files
constexpr std::array libreswanMethods{NmMethod{"", true, false}};
constexpr std::array libreswanTexts{
    NmText{"leftid", NmMeaning::OwnName},
    NmText{"rightid", NmMeaning::PeerName},
    NmText{"ike", NmMeaning::KeyExchange},
    NmText{"esp", NmMeaning::Encryption},
};

constexpr std::array vpncFiles{NmFile{"vpn", "CA-File", Certificates, false}};
constexpr std::array vpncMethods{NmMethod{"psk", true, false}, NmMethod{"hybrid", true, false}};
constexpr std::array vpncTexts{NmText{"IPSec ID", NmMeaning::OwnName}};

constexpr std::array openVpnFiles{
    NmFile{"vpn", "ca", Certificates, false},
    NmFile{"vpn", "cert", Certificates, true},
    NmFile{"vpn", "key", PrivateKey, true},
    NmFile{"vpn", "ta", OpenVpnKey, false},
    NmFile{"vpn", "tls-crypt", OpenVpnKey, false},
    NmFile{"vpn", "tls-crypt-v2", OpenVpnKey, false},
    NmFile{"vpn", "static-key", OpenVpnKey, false},
    NmFile{"vpn", "extra-certs", Certificates, true},
    NmFile{"vpn", "crl-verify-file", RevocationList, false},
};
constexpr std::array openVpnMethods{
    NmMethod{"password", true, false},
    NmMethod{"tls", false, true},
    NmMethod{"password-tls", true, true},
    NmMethod{"static-key", false, false},
};
constexpr std::array openVpnTexts{
    NmText{"verify-x509-name", NmMeaning::PeerName},
    NmText{"port", NmMeaning::Port},
    NmText{"data-ciphers", NmMeaning::Ciphers},
    NmText{"cipher", NmMeaning::FallbackCipher},
    NmText{"auth", NmMeaning::Digest},
};

constexpr std::array openConnectFiles{
    NmFile{"vpn", "cacert", Certificates, false},
    NmFile{"vpn", "usercert", Certificates, true},
    NmFile{"vpn", "userkey", PrivateKey, true},
};
constexpr std::array openConnectMethods{NmMethod{"password", false, false}, NmMethod{"cert", false, true}};

} // namespace

std::span<const NmVpn> nmVpns()
{
    static constexpr std::array all{
        NmVpn{.service = "org.freedesktop.NetworkManager.strongswan",
              .protocol = "ipsec",
              .address = "address",
              .username = "user",
              .password = "password",
              .method = "method",
              .sharedKey = "",
              .passphrase = "",
              .methods = strongSwanMethods,
              .texts = strongSwanTexts,
              .files = strongSwanFiles},
        NmVpn{.service = "org.freedesktop.NetworkManager.libreswan",
              .protocol = "ipsec",
              .address = "right",
              .username = "leftxauthusername",
              .password = "xauthpassword",
              .method = "",
              .sharedKey = "pskvalue",
              .passphrase = "",
              .methods = libreswanMethods,
              .texts = libreswanTexts,
              .files = {}},
        NmVpn{.service = "org.freedesktop.NetworkManager.vpnc",
              .protocol = "ipsec",
              .address = "IPSec gateway",
              .username = "Xauth username",
              .password = "Xauth password",
              .method = "IKE Authmode",
              .sharedKey = "IPSec secret",
              .passphrase = "",
              .methods = vpncMethods,
              .texts = vpncTexts,
              .files = vpncFiles},
        NmVpn{.service = "org.freedesktop.NetworkManager.openvpn",
              .protocol = "tls",
              .address = "remote",
              .username = "username",
              .password = "password",
              .method = "connection-type",
              .sharedKey = "",
              .passphrase = "cert-pass",
              .methods = openVpnMethods,
              .texts = openVpnTexts,
              .files = openVpnFiles},
        NmVpn{.service = "org.freedesktop.NetworkManager.openconnect",
              .protocol = "tls",
              .address = "gateway",
              .username = "",
              .password = "",
              .method = "authtype",
              .sharedKey = "",
              .passphrase = "",
              .methods = openConnectMethods,
              .texts = {},
              .files = openConnectFiles},
    };
    return all;
}

const NmVpn* nmVpnOf(const schema::CatalogedNetwork& network)
{
    const std::string_view chosen = settingOf(network, "vpn", "service-type").value_or(std::string_view());
    const auto known = std::ranges::find_if(nmVpns(), [&](const NmVpn& one) {
        return one.protocol == network.protocol && (chosen.empty() || one.service == chosen);
    });
    return known == nmVpns().end() ? nullptr : &*known;
}

std::span<const NmFile> enterpriseFiles()
{
    return wifiFiles;
}

std::span<const NmFile> nmFilesOf(const schema::CatalogedNetwork& network)
{
    if (network.protocol == "wifi")
        return network.security == wifi_security::enterprise ? enterpriseFiles() : std::span<const NmFile>();
    const NmVpn* const vpn = nmVpnOf(network);
    return vpn != nullptr ? vpn->files : std::span<const NmFile>();
}

std::string nmFlagsOf(std::string_view secret)
{
    return std::string(secret) + "-flags";
}

} // namespace mmm::interchange
