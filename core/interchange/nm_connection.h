#pragma once

#include "interchange/network_file.h"

/// Connections as NetworkManager keeps them: keyfiles `*.nmconnection` (nm-settings-keyfile(5)).
namespace mmm::interchange {

/// Whether the text begins like one.
[[nodiscard]] bool isNmConnection(BytesView text);

/// Reads a Wi-Fi, WireGuard or VPN connection (strongSwan and libreswan are IPsec, OpenVPN and OpenConnect
/// are TLS). What belongs to the computer, such as the UUID and addresses of its hardware, is left out;
/// everything else that has no field of its own becomes a setting. Unsupported for other connections and for
/// WEP; Malformed, Missing, BadKey for what is none; the faults of Keyfile.
[[nodiscard]] Result<NetworkFile> readNmConnection(BytesView text);

/// What NetworkManager reads; the same network always gets the same UUID. Malformed if something cannot stand
/// in such a file.
[[nodiscard]] Result<Secret> writeNmConnection(const schema::CatalogedNetwork& network);

} // namespace mmm::interchange
