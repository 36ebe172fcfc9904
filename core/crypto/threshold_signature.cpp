#include "crypto/group.h"
#include "crypto/hash.h"
#include "crypto/threshold.h"

#include <algorithm>

namespace mmm::crypto {

namespace {

/// The sum of encoded points, encoded.
Result<Bytes> sumOfPoints(Curve curve, const std::vector<Bytes>& points)
{
    return inGroupOf(curve, [&](auto group) -> Result<Bytes> {
        using Group = decltype(group);
        typename Group::Point sum;
        for (const Bytes& encoded : points) {
            const auto point = decodePoint<Group>(encoded);
            if (!point)
                return fail(Fault::BadKey, "not a point that may be used");
            sum = sum + *point;
        }
        return copyOf(encodePoint<Group>(sum));
    });
}

} // namespace

Result<Secret> signatureChallenge(const PublicKey& key, BytesView commitmentPoint, BytesView message)
{
    if (!canSign(key.curve()))
        return fail(Fault::Unsupported, "the curve cannot sign");
    return inGroupOf(key.curve(), [&](auto group) -> Result<Secret> {
        using Group = decltype(group);
        const auto challenge =
            hashToScalar<Group>(SignatureForm::Context, commitmentPoint, key.raw(), message);
        return octetsOf<Group>(challenge, scalarSize(key.curve()));
    });
}

ThresholdSigner::ThresholdSigner(PrivateKey share, PrivateKey nonce, PublicKey whole, Bytes message)
    : m_share(share.scalar()),
      m_nonce(nonce.scalar()),
      m_point(nonce.publicKey().raw()),
      m_whole(std::move(whole)),
      m_message(std::move(message))
{}

Result<ThresholdSigner> ThresholdSigner::start(const PrivateKey& share, const PublicKey& whole,
                                               BytesView message, Random& random)
{
    // Longer than the order, so that the nonce is uniform.
    const Secret wide = randomSecret(scalarSize(share.curve()) + 16, random);
    return inGroupOf(share.curve(), [&](auto group) {
        using Group = decltype(group);
        return startWithNonce(share, whole, message,
                              octetsOf<Group>(scalarOf<Group>(wide), scalarSize(share.curve())));
    });
}

Result<ThresholdSigner> ThresholdSigner::startWithNonce(const PrivateKey& share, const PublicKey& whole,
                                                        BytesView message, const Secret& nonce)
{
    if (share.curve() != whole.curve())
        return fail(Fault::BadKey, "keys of two curves");
    if (!canSign(share.curve()))
        return fail(Fault::Unsupported, "the curve cannot sign");
    MMM_TRY(PrivateKey nonceKey, PrivateKey::fromScalar(share.curve(), nonce));
    return ThresholdSigner(share.clone(), std::move(nonceKey), whole, copyOf(message));
}

Bytes ThresholdSigner::commitment() const
{
    return sha512(m_point);
}

Result<Bytes> ThresholdSigner::reveal(std::vector<Bytes> commitments)
{
    if (m_state != State::Committed || std::ranges::count(commitments, commitment()) != 1)
        return fail(Fault::ProtocolViolation, "the commitments are not complete");
    m_commitments = std::move(commitments);
    m_state = State::Revealed;
    return m_point;
}

Result<Bytes> ThresholdSigner::respond(const std::vector<Bytes>& points)
{
    const bool matching =
        std::ranges::equal(points, m_commitments, {}, [](const Bytes& point) { return sha512(point); });
    if (m_state != State::Revealed || !matching)
        return fail(Fault::ProtocolViolation, "a point that was not committed to, or not its time");
    MMM_TRY(const Bytes sum, sumOfPoints(m_whole.curve(), points));
    MMM_TRY(const Secret challenge, signatureChallenge(m_whole, sum, m_message));
    const Secret nonce = std::exchange(m_nonce, Secret());
    m_state = State::Finished;
    return inGroupOf(m_whole.curve(), [&](auto group) {
        using Group = decltype(group);
        const auto response = scalarOf<Group>(nonce) + scalarOf<Group>(challenge) * scalarOf<Group>(m_share);
        return copyOf(octetsOf<Group>(response, scalarSize(m_whole.curve())));
    });
}

Result<Bytes> joinSignature(const PublicKey& whole, BytesView message, const std::vector<Bytes>& points,
                            const std::vector<Bytes>& responses)
{
    if (!canSign(whole.curve()))
        return fail(Fault::Unsupported, "the curve cannot sign");
    MMM_TRY(const Bytes commitment, sumOfPoints(whole.curve(), points));
    const Bytes response = inGroupOf(whole.curve(), [&](auto group) {
        using Group = decltype(group);
        typename Group::Scalar sum(0);
        for (const Bytes& part : responses)
            sum = sum + scalarOf<Group>(part);
        return copyOf(octetsOf<Group>(sum, scalarSize(whole.curve())));
    });
    Bytes signature = concat(commitment, response);
    if (!whole.verify(message, signature))
        return fail(Fault::BadSignature, "the parts do not make a signature");
    return signature;
}

} // namespace mmm::crypto
