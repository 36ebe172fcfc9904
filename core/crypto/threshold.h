#pragma once

#include "crypto/key.h"

#include <vector>

namespace mmm::crypto {

// Keys in parts: decryption and signatures that several holders make together (threshold 00, WIRE D.5 and
// D.6).

/// whole − part modulo the group order: the part that completes another one, such as the service's share of a
/// group key. BadKey if the curves differ or nothing is left.
[[nodiscard]] Result<PrivateKey> complement(const PrivateKey& whole, const PrivateKey& part);

/// What one holder contributes to an agreement with `other`: an encoded point, for X curves in extended form.
/// An X key that was sent as u alone is taken with an even v; the final result does not depend on that, but
/// all holders must use the same form.
[[nodiscard]] Result<Secret> partialAgreement(const PrivateKey& share, const PublicKey& other);

/// The shared secret from all contributions: what PrivateKey::agree() of the whole key would give. BadKey if
/// one is not a valid point or the sum is neutral.
[[nodiscard]] Result<Secret> joinAgreements(Curve curve, const std::vector<Secret>& contributions);

/// One of several parts of a key of which `threshold` are enough: the value of a polynomial over the group
/// order.
struct QuorumShare
{
    unsigned index = 0; ///< the place, from 1
    PrivateKey share;
};

/// Parts that add up to the key; all are needed. Unsupported unless 2 ≤ count ≤ 255.
[[nodiscard]] Result<std::vector<PrivateKey>> splitUnanimous(const PrivateKey& key, unsigned count,
                                                             Random& random = systemRandom());

/// Unsupported unless 2 ≤ threshold ≤ count ≤ 255.
[[nodiscard]] Result<std::vector<QuorumShare>> splitQuorum(const PrivateKey& key, unsigned threshold,
                                                           unsigned count, Random& random = systemRandom());

/// The same with given coefficients above the constant one; for known answers.
[[nodiscard]] Result<std::vector<QuorumShare>>
splitQuorumWithCoefficients(const PrivateKey& key, const std::vector<Secret>& coefficients, unsigned count);

/// The factor of one place if the holders at these places work together. BadShare if the places are not
/// distinct, start below 1, or do not hold the place.
[[nodiscard]] Result<Secret> lagrangeFactor(Curve curve, unsigned index, const std::vector<unsigned>& places);

/// The share times its factor: parts so weighted add up to the key.
[[nodiscard]] Result<PrivateKey> weighted(const QuorumShare& share, const std::vector<unsigned>& places);

/// The challenge k of a signature, little-endian: the hash of R, the public key and the message.
[[nodiscard]] Result<Secret> signatureChallenge(const PublicKey& key, BytesView commitmentPoint,
                                                BytesView message);

/// One signer's part in one joint signature, used once from front to back:
/// commitment() → all signers' commitments → reveal() → all signers' points → respond().
/// The signer computes the challenge itself and forgets its nonce before it answers, so that no second answer
/// for the same nonce, which would tell the share, can be had.
class ThresholdSigner
{
public:
    /// The share as it is for unanimous parts, weighted() for a quorum. Unsupported for X curves; BadKey if
    /// the curves differ.
    [[nodiscard]] static Result<ThresholdSigner> start(const PrivateKey& share, const PublicKey& whole,
                                                       BytesView message, Random& random = systemRandom());

    /// The same with a given nonce; for known answers.
    [[nodiscard]] static Result<ThresholdSigner>
    startWithNonce(const PrivateKey& share, const PublicKey& whole, BytesView message, const Secret& nonce);

    /// SHA-512 of this signer's point.
    [[nodiscard]] Bytes commitment() const;

    /// This signer's point, told once all commitments (its own among them) are known. ProtocolViolation
    /// otherwise or on a second call.
    [[nodiscard]] Result<Bytes> reveal(std::vector<Bytes> commitments);

    /// This signer's response S, little-endian, for the points in the order of the commitments.
    /// ProtocolViolation if it is not its time, a point does not match its commitment, or the answer was
    /// given before.
    [[nodiscard]] Result<Bytes> respond(const std::vector<Bytes>& points);

private:
    ThresholdSigner(PrivateKey share, PrivateKey nonce, PublicKey whole, Bytes message);

    enum class State : std::uint8_t
    {
        Committed,
        Revealed,
        Finished,
    };
    State m_state = State::Committed;
    Secret m_share;
    Secret m_nonce; // empty when it was used
    Bytes m_point;
    PublicKey m_whole;
    Bytes m_message;
    std::vector<Bytes> m_commitments;
};

/// The signature from all points and responses, verified. BadSignature if it does not verify.
[[nodiscard]] Result<Bytes> joinSignature(const PublicKey& whole, BytesView message,
                                          const std::vector<Bytes>& points,
                                          const std::vector<Bytes>& responses);

} // namespace mmm::crypto
