#pragma once

#include "base/error.h"
#include "base/secret.h"

#include <string>
#include <string_view>

namespace mmm::interchange {

/// Whether the text is a key of WireGuard: 32 octets in Base64.
[[nodiscard]] bool isWireGuardKey(std::string_view text);

/// A new private key, in Base64.
[[nodiscard]] Secret newWireGuardKey();
/// The public key that belongs to a private one. BadKey if that is none.
[[nodiscard]] Result<std::string> wireGuardPublicKey(std::string_view privateKey);

/// Whether the text is an address with or without the length of a prefix, such as 10.0.0.2/32 or fd00::1.
[[nodiscard]] bool isIpPrefix(std::string_view text);
[[nodiscard]] bool isIpv6(std::string_view address);

/// Whether the text is a host and a port, such as vpn.example.org:51820 or [2001:db8::1]:51820.
[[nodiscard]] bool isEndpoint(std::string_view text);

} // namespace mmm::interchange
