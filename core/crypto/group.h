#pragma once

// The bridge to the group library: edwards25519 and edwards448 behind one set of names. Only for core/crypto.
//
// The library works in a quotient group and multiplies by fixed ratios when it decodes and encodes. Every
// Point here is scaled so that encodePoint() gives the RFC 8032 encoding of what it stands for; decodePoint()
// and multiplyBase() take care of that, and sums and multiples then need no further thought.

#include "base/secret.h"
#include "crypto/curve.h"
#include "crypto/group_scalar.h"
#include "crypto/key.h"

#include <algorithm>
#include <array>
#include <optional>
#include <variant>

namespace mmm::crypto {

struct Edwards25519
{
    using Scalar = Edwards25519Scalar;
    using Point = Edwards25519Point;
    static constexpr std::size_t pointSize = 32;
    static constexpr std::size_t ladderSize = 32;
    static constexpr std::size_t orderSize = 32;
    static constexpr unsigned cofactor = 8;
    static constexpr unsigned negatedInverseOfOrder = 3; ///< −1/L modulo the cofactor
    /// Halvings of a scalar that undo what the library's encoder, and its decoder and encoder together,
    /// multiply by.
    static constexpr int encodeHalvings = 2;
    static constexpr int decodeHalvings = 3;

    static void encodeLadder(std::uint8_t* u, const Point& point)
    {
        decaf_255_point_mul_by_ratio_and_encode_like_x25519(u, point.p);
    }
    static bool ladder(std::uint8_t* shared, const std::uint8_t* u, const std::uint8_t* scalar)
    {
        return decaf_x25519(shared, u, scalar) == DECAF_SUCCESS;
    }
    static void clamp(std::span<std::uint8_t> octets)
    {
        octets[0] &= 0xF8;
        octets[31] = (octets[31] & 0x7F) | 0x40;
    }
};

struct Edwards448
{
    using Scalar = Edwards448Scalar;
    using Point = Edwards448Point;
    static constexpr std::size_t pointSize = 57;
    static constexpr std::size_t ladderSize = 56;
    static constexpr std::size_t orderSize = 56;
    static constexpr unsigned cofactor = 4;
    static constexpr unsigned negatedInverseOfOrder = 1;
    static constexpr int encodeHalvings = 2;
    static constexpr int decodeHalvings = 2;

    static void encodeLadder(std::uint8_t* u, const Point& point)
    {
        // The ratio of this encoder is 2, that of the Edwards encoder 4.
        decaf_448_point_mul_by_ratio_and_encode_like_x448(u, point.doubled().p);
    }
    static bool ladder(std::uint8_t* shared, const std::uint8_t* u, const std::uint8_t* scalar)
    {
        return decaf_x448(shared, u, scalar) == DECAF_SUCCESS;
    }
    static void clamp(std::span<std::uint8_t> octets)
    {
        octets[0] &= 0xFC;
        octets[55] |= 0x80;
        if (octets.size() > 56)
            octets[56] = 0;
    }
};

/// A point of one of the two groups, scaled as described above.
struct Element
{
    std::variant<Edwards25519::Point, Edwards448::Point> point;

    template<class Group>
    const typename Group::Point& in() const
    {
        return *std::get_if<typename Group::Point>(&point);
    }
};

/// Calls the function with the group of the curve (Edwards25519 or Edwards448).
template<class Function>
auto inGroupOf(Curve curve, Function&& function)
{
    if (curve == Curve::Ed448 || curve == Curve::X448)
        return function(Edwards448{});
    return function(Edwards25519{});
}

template<class Scalar>
Scalar halved(Scalar scalar, int times)
{
    for (int i = 0; i < times; ++i)
        scalar = scalar.half();
    return scalar;
}

/// Little-endian octets of any length, modulo the group order. Constant time.
template<class Group>
typename Group::Scalar scalarOf(BytesView littleEndian)
{
    return typename Group::Scalar(littleEndian);
}

/// Little-endian, with zero octets above the order up to the size.
template<class Group>
Secret octetsOf(const typename Group::Scalar& scalar, std::size_t size)
{
    Secret octets(size);
    scalar.encode(octets.writable().data());
    return octets;
}

template<class Group>
std::array<std::uint8_t, Group::pointSize> encodePoint(const typename Group::Point& point)
{
    std::array<std::uint8_t, Group::pointSize> octets;
    point.encode(octets.data());
    return octets;
}

/// Strict: canonical, on the curve, in the subgroup of prime order, not neutral. Variable time: for public
/// points.
template<class Group>
std::optional<typename Group::Point> decodePoint(BytesView octets)
{
    static const auto unscale = halved(typename Group::Scalar(1), Group::decodeHalvings);
    typename Group::Point scaled;
    if (octets.size() != Group::pointSize || !scaled.decodeScaled(octets.data()))
        return std::nullopt;
    const auto point = Group::Point::combinePublic(unscale, scaled, typename Group::Scalar(0));
    if (point.isNeutral() || !std::ranges::equal(encodePoint<Group>(point), octets))
        return std::nullopt;
    return point;
}

/// scalar · B. Constant time.
template<class Group>
typename Group::Point multiplyBase(const typename Group::Scalar& scalar)
{
    return Group::Point::multiplyBase(halved(scalar, Group::encodeHalvings));
}

/// The octets hashed in front of every Ed448 signature, and of Ed25519 signatures in the form with a context.
[[nodiscard]] BytesView signaturePrefix(Curve curve, SignatureForm form);

/// The hash of RFC 8032 (SHAKE256 with 114 octets, SHA-512) over the prefix and the parts, modulo the group
/// order.
template<class Group>
typename Group::Scalar hashToScalar(SignatureForm form, BytesView first, BytesView second,
                                    BytesView third = {});
template<>
Edwards25519::Scalar hashToScalar<Edwards25519>(SignatureForm form, BytesView first, BytesView second,
                                                BytesView third);
template<>
Edwards448::Scalar hashToScalar<Edwards448>(SignatureForm form, BytesView first, BytesView second,
                                            BytesView third);

} // namespace mmm::crypto
