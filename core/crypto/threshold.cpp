#include "crypto/threshold.h"

#include "crypto/group.h"
#include "crypto/montgomery.h"

#include <algorithm>

namespace mmm::crypto {

namespace {

constexpr unsigned maxShares = 255;

/// A point for a partial agreement: the key's element, or for u alone the point with an even v.
Result<Element> elementFor(const PublicKey& key)
{
    if (key.element())
        return *key.element();
    Bytes extended = key.raw();
    extended.push_back(0);
    return elementOfExtended(key.curve(), extended);
}

template<class Group>
Result<PrivateKey> keyOf(Curve curve, const typename Group::Scalar& scalar)
{
    return PrivateKey::fromScalar(curve, octetsOf<Group>(scalar, scalarSize(curve)));
}

/// Uniform modulo the group order.
template<class Group>
typename Group::Scalar randomScalar(Random& random)
{
    return scalarOf<Group>(randomSecret(Group::orderSize + 16, random));
}

} // namespace

Result<PrivateKey> complement(const PrivateKey& whole, const PrivateKey& part)
{
    if (whole.curve() != part.curve())
        return fail(Fault::BadKey, "keys of two curves");
    return inGroupOf(whole.curve(), [&](auto group) {
        using Group = decltype(group);
        return keyOf<Group>(whole.curve(), scalarOf<Group>(whole.scalar()) - scalarOf<Group>(part.scalar()));
    });
}

Result<Secret> partialAgreement(const PrivateKey& share, const PublicKey& other)
{
    if (share.curve() != other.curve())
        return fail(Fault::BadKey, "keys of two curves cannot agree");
    MMM_TRY(const Element element, elementFor(other));
    return inGroupOf(share.curve(), [&](auto group) -> Result<Secret> {
        using Group = decltype(group);
        const auto point = scalarOf<Group>(share.scalar()) * element.in<Group>();
        if (point.isNeutral())
            return fail(Fault::BadKey, "the agreement is neutral");
        if (canSign(share.curve()))
            return Secret(BytesView(encodePoint<Group>(point)));
        return Secret(BytesView(extendedOfElement(share.curve(), Element{point})));
    });
}

Result<Secret> joinAgreements(Curve curve, const std::vector<Secret>& contributions)
{
    return inGroupOf(curve, [&](auto group) -> Result<Secret> {
        using Group = decltype(group);
        typename Group::Point sum;
        for (const Secret& contribution : contributions) {
            if (canSign(curve)) {
                const auto point = decodePoint<Group>(contribution);
                if (!point)
                    return fail(Fault::BadKey, "a contribution that is not a point");
                sum = sum + *point;
            } else {
                MMM_TRY(const Element element, elementOfExtended(curve, contribution));
                sum = sum + element.in<Group>();
            }
        }
        MMM_TRY(const PublicKey joined, PublicKey::fromElement(curve, Element{sum}));
        return Secret(BytesView(joined.raw()));
    });
}

Result<std::vector<PrivateKey>> splitUnanimous(const PrivateKey& key, unsigned count, Random& random)
{
    if (count < 2 || count > maxShares)
        return fail(Fault::Unsupported, "impossible number of parts");
    std::vector<PrivateKey> parts;
    PrivateKey rest = key.clone();
    while (parts.size() + 1 < count) {
        parts.push_back(PrivateKey::generate(key.curve(), random));
        MMM_TRY(rest, complement(rest, parts.back()));
    }
    parts.push_back(std::move(rest));
    return parts;
}

Result<std::vector<QuorumShare>> splitQuorum(const PrivateKey& key, unsigned threshold, unsigned count,
                                             Random& random)
{
    if (threshold < 2 || threshold > count || count > maxShares)
        return fail(Fault::Unsupported, "impossible number of parts");
    std::vector<Secret> coefficients;
    inGroupOf(key.curve(), [&](auto group) {
        using Group = decltype(group);
        for (unsigned i = 1; i < threshold; ++i)
            coefficients.push_back(octetsOf<Group>(randomScalar<Group>(random), Group::orderSize));
    });
    return splitQuorumWithCoefficients(key, coefficients, count);
}

Result<std::vector<QuorumShare>>
splitQuorumWithCoefficients(const PrivateKey& key, const std::vector<Secret>& coefficients, unsigned count)
{
    if (coefficients.empty() || coefficients.size() >= count || count > maxShares)
        return fail(Fault::Unsupported, "impossible number of parts");
    return inGroupOf(key.curve(), [&](auto group) -> Result<std::vector<QuorumShare>> {
        using Group = decltype(group);
        using Scalar = typename Group::Scalar;
        std::vector<QuorumShare> shares;
        for (unsigned place = 1; place <= count; ++place) {
            Scalar value(0);
            for (auto it = coefficients.rbegin(); it != coefficients.rend(); ++it)
                value = (value + scalarOf<Group>(*it)) * Scalar(place);
            MMM_TRY(PrivateKey share, keyOf<Group>(key.curve(), value + scalarOf<Group>(key.scalar())));
            shares.push_back({place, std::move(share)});
        }
        return shares;
    });
}

Result<Secret> lagrangeFactor(Curve curve, unsigned index, const std::vector<unsigned>& places)
{
    std::vector<unsigned> sorted = places;
    std::ranges::sort(sorted);
    if (sorted.empty() || sorted.front() < 1 || std::ranges::adjacent_find(sorted) != sorted.end() ||
        !std::ranges::binary_search(sorted, index))
        return fail(Fault::BadShare, "the places of the shares do not fit");
    return inGroupOf(curve, [&](auto group) -> Result<Secret> {
        using Group = decltype(group);
        using Scalar = typename Group::Scalar;
        Scalar numerator(1);
        Scalar denominator(1);
        for (const unsigned place : places) {
            if (place == index)
                continue;
            numerator = numerator * Scalar(place);
            denominator = denominator * (Scalar(place) - Scalar(index));
        }
        return octetsOf<Group>(numerator * denominator.inverse(), scalarSize(curve));
    });
}

Result<PrivateKey> weighted(const QuorumShare& share, const std::vector<unsigned>& places)
{
    const Curve curve = share.share.curve();
    MMM_TRY(const Secret factor, lagrangeFactor(curve, share.index, places));
    return inGroupOf(curve, [&](auto group) {
        using Group = decltype(group);
        return keyOf<Group>(curve, scalarOf<Group>(factor) * scalarOf<Group>(share.share.scalar()));
    });
}

} // namespace mmm::crypto
