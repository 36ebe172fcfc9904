#pragma once

#include "interchange/network_file.h"

#include <filesystem>

/// Connections as NetworkManager keeps them: keyfiles `*.nmconnection` (nm-settings-keyfile(5)).
namespace mmm::interchange {

/// Whether the text begins like one.
[[nodiscard]] bool isNmConnection(BytesView text);

/// Reads a Wi-Fi, WireGuard or VPN connection (strongSwan, libreswan and vpnc are IPsec, OpenVPN and
/// OpenConnect are TLS). What belongs to the computer, such as the UUID and addresses of its hardware, is
/// left out; certificates and keys that it names come along if `files` gives them, and stay settings
/// otherwise; everything else that has no field of its own becomes a setting. Unsupported for other
/// connections and for WEP; Malformed, Missing, BadKey for what is none; the faults of Keyfile. No fault of a
/// named file is one of the connection.
[[nodiscard]] Result<NetworkFile> readNmConnection(BytesView text, const NamedFileReader& files = {});

/// A connection with what it names.
struct NmConnection
{
    struct SideFile
    {
        std::filesystem::path path;
        Secret content; ///< PEM
    };
    Secret keyfile;
    std::vector<SideFile> files; ///< to be written beside it, for the owner only
};

/// What NetworkManager reads; the same network always gets the same UUID. `place` is where the keyfile will
/// be: NetworkManager wants to be told with the whole path where certificates and keys are. Malformed if
/// something cannot stand in such a file.
[[nodiscard]] Result<NmConnection> writeNmConnection(const schema::CatalogedNetwork& network,
                                                     const std::filesystem::path& place);

} // namespace mmm::interchange
