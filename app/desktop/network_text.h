#pragma once

#include "interchange/nm_vpn.h"

#include <QString>
#include <string_view>

/// Words for what kinds of networks there are.
namespace mmm::desktop {

/// For the protocol of an entry, such as "IPsec"; the protocol itself if it is unknown.
[[nodiscard]] QString networkKindText(std::string_view protocol);
/// For how a Wi-Fi network is protected, such as "WPA2"; empty if it is not known.
[[nodiscard]] QString wifiSecurityText(std::string_view security);

/// For a plug-in of NetworkManager, such as "strongSwan".
[[nodiscard]] QString vpnProgramText(const interchange::NmVpn& vpn);
/// For a value of a plug-in's method, such as "Password"; the value itself if it is unknown.
[[nodiscard]] QString vpnMethodText(std::string_view method);
/// For a text that a plug-in has, such as "Ciphers".
[[nodiscard]] QString vpnTextLabel(interchange::NmMeaning meaning);
/// For a certificate or key of a network, such as "Your certificate".
[[nodiscard]] QString networkFileLabel(const interchange::NmFile& file);
/// Why a certificate or key that a file names was not taken along, as a part of a sentence.
[[nodiscard]] QString namedFileText(Fault fault);

} // namespace mmm::desktop
