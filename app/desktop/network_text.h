#pragma once

#include <QString>
#include <string_view>

/// Words for what kinds of networks there are.
namespace mmm::desktop {

/// For the protocol of an entry, such as "IPsec"; the protocol itself if it is unknown.
[[nodiscard]] QString networkKindText(std::string_view protocol);
/// For how a Wi-Fi network is protected, such as "WPA2"; empty if it is not known.
[[nodiscard]] QString wifiSecurityText(std::string_view security);

} // namespace mmm::desktop
