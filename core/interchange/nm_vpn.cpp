#include "interchange/nm_vpn.h"

#include <array>

namespace mmm::interchange {

std::span<const NmVpn> nmVpns()
{
    static constexpr std::array all{
        NmVpn{"org.freedesktop.NetworkManager.strongswan", "ipsec", "address", "user", "password"},
        NmVpn{"org.freedesktop.NetworkManager.libreswan", "ipsec", "right", "leftxauthusername",
              "xauthpassword"},
        NmVpn{"org.freedesktop.NetworkManager.openvpn", "tls", "remote", "username", "password"},
        NmVpn{"org.freedesktop.NetworkManager.openconnect", "tls", "gateway", "", ""},
    };
    return all;
}

} // namespace mmm::interchange
