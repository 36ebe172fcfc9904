#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "base/secret.h"

namespace mmm::encoding {

/// RFC 4648 §5 base64url without padding.
[[nodiscard]] std::string toBase64url(BytesView octets);

/// Decodes base64url without padding. ASCII white space anywhere is skipped, since other writers break long
/// values over lines (WIRE 0.4); any other character, and a length that no encoder makes, is
/// Fault::Malformed. Surplus bits of the last character must be zero.
[[nodiscard]] Result<Bytes> fromBase64url(std::string_view text);

/// The same for secret octets: neither a branch nor a memory address depends on a character's value
/// (except for rejecting a malformed text).
[[nodiscard]] Result<Secret> secretFromBase64url(std::string_view text);

} // namespace mmm::encoding
