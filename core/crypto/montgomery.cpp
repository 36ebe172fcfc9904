#include "crypto/montgomery.h"

#include <botan/bigint.h>
#include <botan/numthry.h>

namespace mmm::crypto {

namespace {

using Botan::BigInt;

BigInt numberOf(BytesView littleEndian)
{
    const Bytes reversed(littleEndian.rbegin(), littleEndian.rend());
    return BigInt::from_bytes(reversed);
}

Bytes octetsOfNumber(const BigInt& number, std::size_t size)
{
    Bytes octets = number.serialize<Bytes>(size);
    std::ranges::reverse(octets);
    return octets;
}

/// Arithmetic modulo the prime of one curve; results are in [0, p).
struct Field
{
    BigInt p;

    BigInt reduce(const BigInt& a) const
    {
        if (!a.is_negative())
            return a % p;
        const BigInt positive = (-a) % p;
        return positive.is_zero() ? positive : p - positive;
    }
    BigInt mul(const BigInt& a, const BigInt& b) const { return (a * b) % p; }
    BigInt square(const BigInt& a) const { return mul(a, a); }
    BigInt divide(const BigInt& a, const BigInt& b) const
    {
        return mul(reduce(a), Botan::inverse_mod(reduce(b), p));
    }
    /// The root that is odd or even as wished, if there is a root.
    std::optional<BigInt> root(const BigInt& a, bool odd) const
    {
        const BigInt found = Botan::sqrt_modulo_prime(reduce(a), p);
        if (found.is_negative())
            return std::nullopt;
        if (found.is_zero())
            return odd ? std::nullopt : std::optional<BigInt>(found);
        return found.is_odd() == odd ? found : p - found;
    }
};

const Field& field(Curve curve)
{
    static const Field field25519{BigInt::power_of_2(255) - 19};
    static const Field field448{BigInt::power_of_2(448) - BigInt::power_of_2(224) - 1};
    return curve == Curve::X448 || curve == Curve::Ed448 ? field448 : field25519;
}

/// The factor of the map between edwards25519 and curve25519 (RFC 7748 §4.1): the root of −486664 that takes
/// the one base point to the other.
const BigInt& edwards25519Factor()
{
    static const BigInt factor = *field(Curve::X25519).root(-BigInt(486664), true);
    return factor;
}

struct Point
{
    BigInt x;
    BigInt y;
};

/// RFC 8032 §5.1.3 and §5.2.3, for encodings that are known to be valid.
std::optional<Point> edwardsPoint(Curve curve, Bytes encoding)
{
    const Field& f = field(curve);
    const bool odd = encoding.back() & 0x80;
    encoding.back() &= 0x7F;
    const BigInt y = numberOf(encoding);
    const BigInt yy = f.square(y);
    const BigInt a = curve == Curve::X25519 ? -BigInt(1) : BigInt(1);
    const BigInt d = curve == Curve::X25519 ? f.divide(-BigInt(121665), BigInt(121666)) : f.p - 39081;
    // a·x² + y² = 1 + d·x²·y²
    const auto x = f.root(f.divide(1 - yy, f.reduce(a - d * yy)), odd);
    if (!x)
        return std::nullopt;
    return Point{*x, y};
}

Bytes edwardsEncoding(Curve curve, const Point& point)
{
    Bytes octets = octetsOfNumber(point.y, curve == Curve::X25519 ? 32 : 57);
    if (point.x.is_odd())
        octets.back() |= 0x80;
    return octets;
}

/// The coordinate v of the point of curve25519 or curve448 that an Edwards point is mapped to (RFC 7748 §4).
BigInt coordinateV(Curve curve, const Point& edwards)
{
    const Field& f = field(curve);
    if (curve == Curve::X25519) {
        const BigInt u = f.divide(1 + edwards.y, 1 - edwards.y);
        return f.divide(edwards25519Factor() * u, edwards.x);
    }
    const BigInt xx = f.square(edwards.x);
    const BigInt numerator = f.mul(f.reduce(2 - xx - f.square(edwards.y)), edwards.y);
    return f.divide(numerator, f.mul(xx, edwards.x));
}

/// The Edwards point that belongs to (u, v): for curve25519 the same point, for curve448 four times it.
Point edwardsOf(Curve curve, const BigInt& u, const BigInt& v)
{
    const Field& f = field(curve);
    if (curve == Curve::X25519)
        return {f.divide(edwards25519Factor() * u, v), f.divide(u - 1, u + 1)};
    const BigInt uu = f.square(u);
    const BigInt vv = f.square(v);
    const BigInt u4 = f.square(uu);
    const BigInt u5 = f.mul(u4, u);
    const BigInt u3 = f.mul(uu, u);
    return {f.divide(4 * v * (uu - 1), u4 - 2 * uu + 4 * vv + 1),
            f.divide(-(u5 - 2 * u3 - 4 * u * vv + u), u5 - 2 * uu * vv - 2 * u3 - 2 * vv + u)};
}

/// Points of small order on the curves and their twists, without the zero coordinate.
const std::array<BigInt, 2>& orderEight25519()
{
    static const std::array<BigInt, 2> coordinates{
        BigInt("325606250916557431795983626356110631294008115727848805560023387167927233504"),
        BigInt("39382357235489614581723060781553021112529911719440698176882885853963445705823"),
    };
    return coordinates;
}

Result<Element> liftOfExtended(Curve curve, BytesView extended)
{
    const BytesView encodedU = extended.first(publicSize(curve));
    const std::uint8_t sign = extended.back();
    if ((sign != 0 && sign != 0x80) || !isUsableCoordinate(curve, encodedU))
        return fail(Fault::BadKey, "not a coordinate that may be used");
    const Field& f = field(curve);
    const BigInt u = numberOf(encodedU);
    const BigInt a = curve == Curve::X25519 ? BigInt(486662) : BigInt(156326);
    const auto v = f.root(f.mul(f.square(u), u) + a * f.square(u) + u, sign != 0);
    if (!v || v->is_zero())
        return fail(Fault::BadKey, "not a point of the curve");
    const Bytes encoded = edwardsEncoding(curve, edwardsOf(curve, u, *v));

    return inGroupOf(curve, [&](auto group) -> Result<Element> {
        using Group = decltype(group);
        auto point = decodePoint<Group>(encoded);
        if (!point)
            return fail(Fault::BadKey, "not in the subgroup of prime order");
        if (curve == Curve::X448)
            point = Group::Point::combinePublic(halved(typename Group::Scalar(1), 2), *point,
                                                typename Group::Scalar(0));
        return Element{*point};
    });
}

} // namespace

bool isUsableCoordinate(Curve curve, BytesView u)
{
    if (u.size() != publicSize(curve))
        return false;
    const BigInt number = numberOf(u);
    const BigInt& p = field(curve).p;
    if (number < 2 || number >= p - 1) // 0, 1 and −1 are of small order
        return false;
    return curve != Curve::X25519 || std::ranges::find(orderEight25519(), number) == orderEight25519().end();
}

Result<Element> elementOfExtended(Curve curve, BytesView extended)
{
    if (extended.size() != publicSize(curve) + 1)
        return fail(Fault::BadKey, "wrong length of an extended point");
    try {
        MMM_TRY(Element element, liftOfExtended(curve, extended));
        // The way back also refuses points that carry a part of small order.
        if (!std::ranges::equal(extendedOfElement(curve, element), extended))
            return fail(Fault::BadKey, "not in the subgroup of prime order");
        return element;
    } catch (const Botan::Exception&) { // a division by zero: one of the exceptional points
        return fail(Fault::BadKey, "not a point that may be used");
    }
}

Bytes extendedOfElement(Curve curve, const Element& element)
{
    return inGroupOf(curve, [&](auto group) {
        using Group = decltype(group);
        const auto encoded = encodePoint<Group>(element.in<Group>());
        Bytes extended(Group::ladderSize + 1);
        Group::encodeLadder(extended.data(), element.in<Group>());
        const auto point = edwardsPoint(curve, Bytes(encoded.begin(), encoded.end()));
        if (point && coordinateV(curve, *point).is_odd())
            extended.back() = 0x80;
        return extended;
    });
}

} // namespace mmm::crypto
