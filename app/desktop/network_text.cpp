#include "network_text.h"

#include "interchange/wifi_network.h"

#include <QCoreApplication>

namespace mmm::desktop {

namespace wifi = interchange::wifi_security;

QString networkKindText(std::string_view protocol)
{
    if (protocol == "wifi")
        return QCoreApplication::translate("NetworkText", "Wi-Fi");
    if (protocol == "ipsec")
        return QCoreApplication::translate("NetworkText", "IPsec");
    if (protocol == "tls")
        return QCoreApplication::translate("NetworkText", "TLS");
    if (protocol == "wireguard")
        return QCoreApplication::translate("NetworkText", "WireGuard");
    return QString::fromUtf8(protocol.data(), qsizetype(protocol.size()));
}

QString wifiSecurityText(std::string_view security)
{
    if (security == wifi::none)
        return QCoreApplication::translate("NetworkText", "Open");
    if (security == wifi::owe)
        return QCoreApplication::translate("NetworkText", "Open, encrypted");
    if (security == wifi::wpa2)
        return QCoreApplication::translate("NetworkText", "WPA2");
    if (security == wifi::wpa3)
        return QCoreApplication::translate("NetworkText", "WPA3");
    if (security == wifi::enterprise)
        return QCoreApplication::translate("NetworkText", "Enterprise");
    return {};
}

QString vpnProgramText(const interchange::NmVpn& vpn)
{
    if (vpn.service.ends_with(".strongswan"))
        return QStringLiteral("strongSwan (IKEv2)");
    if (vpn.service.ends_with(".libreswan"))
        return QStringLiteral("Libreswan");
    if (vpn.service.ends_with(".vpnc"))
        return QStringLiteral("Cisco (vpnc)");
    if (vpn.service.ends_with(".openvpn"))
        return QStringLiteral("OpenVPN");
    return QStringLiteral("OpenConnect");
}

QString vpnMethodText(std::string_view method)
{
    if (method == "eap" || method == "password")
        return QCoreApplication::translate("NetworkText", "Password");
    if (method == "key" || method == "tls" || method == "cert")
        return QCoreApplication::translate("NetworkText", "Certificate");
    if (method == "eap-tls")
        return QCoreApplication::translate("NetworkText", "Certificate (EAP-TLS)");
    if (method == "password-tls")
        return QCoreApplication::translate("NetworkText", "Certificate and password");
    if (method == "psk")
        return QCoreApplication::translate("NetworkText", "Shared key");
    if (method == "hybrid")
        return QCoreApplication::translate("NetworkText", "Shared key, the gateway by certificate");
    if (method == "static-key")
        return QCoreApplication::translate("NetworkText", "Static key");
    return QString::fromUtf8(method.data(), qsizetype(method.size()));
}

QString vpnTextLabel(interchange::NmMeaning meaning)
{
    using enum interchange::NmMeaning;
    switch (meaning) {
    case OwnName:
        return QCoreApplication::translate("NetworkText", "How this end calls itself");
    case PeerName:
        return QCoreApplication::translate("NetworkText", "How the gateway must call itself");
    case Port:
        return QCoreApplication::translate("NetworkText", "Port");
    case Ciphers:
        return QCoreApplication::translate("NetworkText", "Ciphers");
    case FallbackCipher:
        return QCoreApplication::translate("NetworkText", "Cipher of older gateways");
    case Digest:
        return QCoreApplication::translate("NetworkText", "Digest");
    case KeyExchange:
        return QCoreApplication::translate("NetworkText", "Proposals for the key exchange (IKE)");
    case Encryption:
        return QCoreApplication::translate("NetworkText", "Proposals for the data (ESP)");
    }
    return {};
}

QString networkFileLabel(const interchange::NmFile& file)
{
    using enum interchange::KeyMaterial;
    const auto inner = [&](const QString& text) {
        return file.key.starts_with("phase2-")
                   ? QCoreApplication::translate("NetworkText", "%1 (inside)").arg(text)
                   : text;
    };
    if (file.key == "extra-certs")
        return QCoreApplication::translate("NetworkText", "Further certificates");
    if (file.key == "static-key")
        return QCoreApplication::translate("NetworkText", "Static key");
    switch (file.kind) {
    case Certificates:
        return inner(file.isOwn ? QCoreApplication::translate("NetworkText", "Your certificate")
                                : QCoreApplication::translate("NetworkText", "Certificate of the authority"));
    case PrivateKey:
        return inner(QCoreApplication::translate("NetworkText", "Your private key"));
    case RevocationList:
        return QCoreApplication::translate("NetworkText", "Revoked certificates");
    case OpenVpnKey:
        return QCoreApplication::translate("NetworkText", "Key of everybody (%1)")
            .arg(file.key == "ta" ? QStringLiteral("tls-auth")
                                  : QString::fromUtf8(file.key.data(), qsizetype(file.key.size())));
    }
    return {};
}

QString namedFileText(Fault fault)
{
    switch (fault) {
    case Fault::NotFound:
        return QCoreApplication::translate("NetworkText", "is not there");
    case Fault::TooLarge:
        return QCoreApplication::translate("NetworkText", "is too large");
    case Fault::Missing:
        return QCoreApplication::translate("NetworkText", "holds something else");
    case Fault::Unsupported:
        return QCoreApplication::translate("NetworkText", "is of a kind that is not taken");
    case Fault::Io:
        return QCoreApplication::translate("NetworkText", "cannot be read");
    default:
        return QCoreApplication::translate("NetworkText", "is neither a certificate nor a key");
    }
}

} // namespace mmm::desktop
