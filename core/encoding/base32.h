#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "base/secret.h"

namespace mmm::encoding {

/// RFC 4648 base 32, alphabet A–Z 2–7, most significant bit first, no padding characters; the last character
/// is filled with zero bits.
[[nodiscard]] std::string toBase32(BytesView octets);

/// The floor(5n/8) octets of n characters. Upper case only; surplus bits are dropped whatever their value.
/// Fault::Malformed for any other character.
[[nodiscard]] Result<Bytes> fromBase32(std::string_view text);

/// The same for secret octets: neither a branch nor a memory address depends on a character's value
/// (except for rejecting a malformed text).
[[nodiscard]] Secret secretToBase32(BytesView octets);
[[nodiscard]] Result<Secret> secretFromBase32(std::string_view text);

} // namespace mmm::encoding
