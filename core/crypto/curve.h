#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mmm::crypto {

/// The curves of the Mesh. Ed448 is the default for every generated key (cryptography 05 §3).
enum class Curve : std::uint8_t
{
    Ed25519,
    Ed448,
    X25519,
    X448,
};

/// The name written in key objects ("crv"): Ed25519, Ed448, X25519 or X448.
[[nodiscard]] std::string_view curveName(Curve curve);

/// The curve of a name, in any case. Unsupported if there is no such curve.
[[nodiscard]] Result<Curve> curveByName(std::string_view name);

/// Whether keys of the curve can sign; the others only agree.
[[nodiscard]] constexpr bool canSign(Curve curve)
{
    return curve == Curve::Ed25519 || curve == Curve::Ed448;
}

/// Octets of an encoded public key: 32, 57, 32, 56.
[[nodiscard]] constexpr std::size_t publicSize(Curve curve)
{
    return curve == Curve::Ed448 ? 57 : curve == Curve::X448 ? 56 : 32;
}

/// Octets of a private key as this program makes it: 32, 56 (see PrivateKey::fromSeed), 32, 56.
[[nodiscard]] constexpr std::size_t seedSize(Curve curve)
{
    return curve == Curve::Ed448 || curve == Curve::X448 ? 56 : 32;
}

/// Octets of a little-endian scalar modulo the group order: 32, 57, 32, 56.
[[nodiscard]] constexpr std::size_t scalarSize(Curve curve)
{
    return publicSize(curve);
}

/// Octets of a signature: 64 or 114; 0 for curves that cannot sign.
[[nodiscard]] constexpr std::size_t signatureSize(Curve curve)
{
    return canSign(curve) ? 2 * publicSize(curve) : 0;
}

} // namespace mmm::crypto
