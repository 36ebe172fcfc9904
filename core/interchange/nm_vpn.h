#pragma once

#include <span>
#include <string_view>

namespace mmm::interchange {

/// How a VPN plug-in of NetworkManager calls what every VPN has.
struct NmVpn
{
    std::string_view service;  ///< its name on the bus
    std::string_view protocol; ///< of CatalogedNetwork
    std::string_view address;
    std::string_view username; ///< empty: the plug-in keeps none
    std::string_view password; ///< among the secrets
};

/// Those that are known; the first of a protocol is what a new VPN of that protocol becomes.
[[nodiscard]] std::span<const NmVpn> nmVpns();

} // namespace mmm::interchange
