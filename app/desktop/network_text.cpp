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
        return QCoreApplication::translate("NetworkText", "IPsec (IKEv2)");
    if (protocol == "tls")
        return QCoreApplication::translate("NetworkText", "TLS (OpenVPN)");
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

} // namespace mmm::desktop
