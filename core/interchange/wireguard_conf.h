#pragma once

#include "interchange/network_file.h"

#include <string>

namespace mmm::interchange {

/// Whether the text begins like a configuration of wg-quick(8).
[[nodiscard]] bool isWireGuardConf(BytesView text);

/// Reads a configuration of wg-quick(8), which names no network: `name` does. The commands of wg-quick
/// (PostUp and the like), Table, FwMark and SaveConfig are not taken over; they are counted as skipped.
/// Malformed for anything that is not such a configuration, TooLarge beyond 256 KiB or 1,024 peers.
[[nodiscard]] Result<NetworkFile> readWireGuardConf(BytesView text, const std::string& name);

/// What wg-quick reads. Missing without a private key; Malformed if something is not what WireGuard takes.
[[nodiscard]] Result<Secret> writeWireGuardConf(const schema::CatalogedNetwork& network);

} // namespace mmm::interchange
