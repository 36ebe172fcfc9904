#include "crypto/group.h"
#include "crypto/hash.h"
#include "crypto/key.h"

namespace mmm::crypto {

namespace {

struct Expanded
{
    Secret scalar; // clamped
    Secret prefix;
};

/// RFC 8032 §5.1.5 and §5.2.5; a seed of 56 octets is hashed as it is (WIRE D.2.1).
Expanded expand(Curve curve, BytesView seed)
{
    const std::size_t half = publicSize(curve);
    Secret digest(2 * half);
    if (curve == Curve::Ed448)
        shake256({seed}, digest.writable());
    else
        sha512Into({seed}, digest.writable());
    Expanded parts{Secret(digest.view().first(half)), Secret(digest.view().last(half))};
    inGroupOf(curve, [&](auto group) { group.clamp(parts.scalar.writable()); });
    return parts;
}

/// WIRE D.4: what a scalar without a seed uses in place of the secret prefix of RFC 8032.
Secret prefixOfScalar(Curve curve, BytesView scalar)
{
    if (curve == Curve::Ed448) {
        Secret prefix(57);
        shake256({scalar}, prefix.writable());
        return prefix;
    }
    Hasher hasher(HashAlgorithm::Sha256);
    hasher.update(scalar);
    return hasher.finishSecret();
}

/// output = factor · order + sign · scalar, octet by octet, in constant time.
void multipleOfOrder(std::span<std::uint8_t> output, BytesView order, unsigned factor, BytesView scalar,
                     int sign)
{
    std::int32_t carry = 0;
    for (std::size_t i = 0; i < output.size(); ++i) {
        carry += std::int32_t(factor) * order[i] + sign * scalar[i];
        output[i] = std::uint8_t(carry & 0xFF);
        carry >>= 8;
    }
}

/// A number that the clamping of RFC 7748 leaves as it is and that is ± the scalar modulo the order. The
/// coordinate u does not depend on the sign, so the ladder gives the result of the scalar. One exists for all
/// scalars but a fraction of 2^-124 (X25519) or 2^-220 (X448).
template<class Group>
Secret clampedRepresentative(BytesView scalar)
{
    Secret order = octetsOf<Group>(typename Group::Scalar(0) - typename Group::Scalar(1), Group::orderSize);
    order.writable()[0] += 1; // the order is odd: no carry
    const unsigned factor = (scalar[0] * Group::negatedInverseOfOrder) % Group::cofactor;
    Secret sum(Group::orderSize);
    Secret difference(Group::orderSize);
    multipleOfOrder(sum.writable(), order, factor, scalar, 1);
    multipleOfOrder(difference.writable(), order, Group::cofactor - factor, scalar, -1);
    // The factor of the one that fits is between half of the cofactor and the cofactor.
    const auto takeSum = std::uint8_t(0 - factor / (Group::cofactor / 2));
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum.writable()[i] = (sum.view()[i] & takeSum) | (difference.view()[i] & ~takeSum);
    return sum;
}

} // namespace

PrivateKey::PrivateKey(PublicKey publicKey, Secret seed, Secret scalar, Secret prefix)
    : m_public(std::move(publicKey)),
      m_seed(std::move(seed)),
      m_scalar(std::move(scalar)),
      m_prefix(std::move(prefix))
{}

PrivateKey PrivateKey::generate(Curve curve, Random& random)
{
    for (;;) {
        if (auto key = fromSeed(curve, randomSecret(seedSize(curve), random)))
            return std::move(*key);
    }
}

Result<PrivateKey> PrivateKey::fromSeed(Curve curve, Secret seed)
{
    const bool standardEd448 = curve == Curve::Ed448 && seed.size() == 57;
    if (seed.size() != seedSize(curve) && !standardEd448)
        return fail(Fault::BadKey, "wrong length of a private key");
    return inGroupOf(curve, [&](auto group) -> Result<PrivateKey> {
        using Group = decltype(group);
        Expanded parts;
        if (canSign(curve)) {
            parts = expand(curve, seed);
        } else {
            parts.scalar = seed.clone();
            Group::clamp(parts.scalar.writable());
        }
        const auto scalar = scalarOf<Group>(parts.scalar);
        MMM_TRY(PublicKey publicKey, PublicKey::fromElement(curve, Element{multiplyBase<Group>(scalar)}));
        return PrivateKey(std::move(publicKey), std::move(seed), octetsOf<Group>(scalar, scalarSize(curve)),
                          std::move(parts.prefix));
    });
}

Result<PrivateKey> PrivateKey::fromScalar(Curve curve, const Secret& littleEndian)
{
    if (littleEndian.size() != scalarSize(curve))
        return fail(Fault::BadKey, "wrong length of a scalar");
    return inGroupOf(curve, [&](auto group) -> Result<PrivateKey> {
        using Group = decltype(group);
        const auto scalar = scalarOf<Group>(littleEndian);
        MMM_TRY(PublicKey publicKey, PublicKey::fromElement(curve, Element{multiplyBase<Group>(scalar)}));
        Secret octets = octetsOf<Group>(scalar, scalarSize(curve));
        Secret prefix = canSign(curve) ? prefixOfScalar(curve, octets) : Secret();
        return PrivateKey(std::move(publicKey), Secret(), std::move(octets), std::move(prefix));
    });
}

PrivateKey PrivateKey::clone() const
{
    return PrivateKey(m_public, m_seed.clone(), m_scalar.clone(), m_prefix.clone());
}

Bytes PrivateKey::sign(BytesView message, SignatureForm form) const
{
    if (!canSign(curve()))
        return {};
    return inGroupOf(curve(), [&](auto group) {
        using Group = decltype(group);
        const auto nonce = hashToScalar<Group>(form, m_prefix, message);
        const auto commitment = encodePoint<Group>(multiplyBase<Group>(nonce));
        const auto challenge = hashToScalar<Group>(form, commitment, m_public.raw(), message);
        const auto response = nonce + challenge * scalarOf<Group>(m_scalar);
        Bytes signature(signatureSize(curve()));
        std::ranges::copy(commitment, signature.begin());
        response.encode(signature.data() + Group::pointSize);
        return signature;
    });
}

Result<Secret> PrivateKey::agree(const PublicKey& other) const
{
    if (other.curve() != curve())
        return fail(Fault::BadKey, "keys of two curves cannot agree");
    return inGroupOf(curve(), [&](auto group) -> Result<Secret> {
        using Group = decltype(group);
        if (canSign(curve())) {
            const auto point = scalarOf<Group>(m_scalar) * other.element()->template in<Group>();
            if (point.isNeutral())
                return fail(Fault::BadKey, "the agreement is neutral");
            Secret shared(Group::pointSize);
            point.encode(shared.writable().data());
            return shared;
        }
        const Secret factor = hasSeed() ? m_seed.clone() : clampedRepresentative<Group>(m_scalar);
        Secret shared(Group::ladderSize);
        if (!Group::ladder(shared.writable().data(), other.raw().data(), factor.view().data()))
            return fail(Fault::BadKey, "the agreement is neutral");
        return shared;
    });
}

Result<PrivateKey> combine(const PrivateKey& base, const PrivateKey& overlay)
{
    if (base.curve() != overlay.curve())
        return fail(Fault::BadKey, "keys of two curves cannot be combined");
    return inGroupOf(base.curve(), [&](auto group) {
        using Group = decltype(group);
        const auto sum = scalarOf<Group>(base.scalar()) + scalarOf<Group>(overlay.scalar());
        return PrivateKey::fromScalar(base.curve(), octetsOf<Group>(sum, scalarSize(base.curve())));
    });
}

} // namespace mmm::crypto
