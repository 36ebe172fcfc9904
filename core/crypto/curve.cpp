#include "crypto/curve.h"

#include "base/ascii.h"

#include <algorithm>
#include <array>

namespace mmm::crypto {

namespace {

struct NamedCurve
{
    Curve curve;
    std::string_view name;
};

constexpr std::array<NamedCurve, 4> curves{{
    {Curve::Ed25519, "Ed25519"},
    {Curve::Ed448, "Ed448"},
    {Curve::X25519, "X25519"},
    {Curve::X448, "X448"},
}};

} // namespace

std::string_view curveName(Curve curve)
{
    return curves[std::size_t(curve)].name;
}

Result<Curve> curveByName(std::string_view name)
{
    for (const NamedCurve& candidate : curves) {
        if (std::ranges::equal(candidate.name, name, {}, asciiLowerLetter, asciiLowerLetter))
            return candidate.curve;
    }
    return fail(Fault::Unsupported, "unknown curve");
}

} // namespace mmm::crypto
