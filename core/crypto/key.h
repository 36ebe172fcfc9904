#pragma once

#include "base/secret.h"
#include "crypto/curve.h"
#include "crypto/random.h"

#include <memory>

namespace mmm::crypto {

struct Element; // a group element; group.h

/// Which of the two signature schemes of RFC 8032 an Ed25519 key uses. Ed448 has only one.
enum class SignatureForm : std::uint8_t
{
    Context, ///< Ed25519ctx with an empty context: what the Mesh writes (WIRE B.5)
    Plain,   ///< plain Ed25519: read, and written for uses outside the Mesh
};

/// A public key that is safe to use: decoded strictly, canonical, in the subgroup of prime order and not
/// neutral (X curves: canonical and not of small order). A value; copies are cheap and may be read from any
/// thread.
class PublicKey
{
public:
    /// From the encoding of RFC 8032 or RFC 7748. X curves also accept the extended form (see extended()).
    /// BadKey for everything that is not safe to use.
    [[nodiscard]] static Result<PublicKey> decode(Curve curve, BytesView raw);

    [[nodiscard]] Curve curve() const { return m_curve; }

    /// The encoding of RFC 8032 or RFC 7748, publicSize(curve()) octets.
    [[nodiscard]] const Bytes& raw() const { return m_raw; }

    /// The form that keys of X curves travel in where they will be added: u followed by 0x80 if the
    /// coordinate v is odd and 0x00 otherwise (threshold 00 §4.2, WIRE D.6.1). Equal to raw() for Ed curves.
    /// Missing if the key was made from u alone.
    [[nodiscard]] Result<Bytes> extended() const;

    /// Whether the signature over the message is this key's. Ed448: pure, empty context. Ed25519: with the
    /// empty context first, then plain. Signatures with a non-canonical part are refused. False for X curves.
    [[nodiscard]] bool verify(BytesView message, BytesView signature) const;

    friend bool operator==(const PublicKey& a, const PublicKey& b)
    {
        return a.m_curve == b.m_curve && a.m_raw == b.m_raw;
    }

    /// For this module: the group element; null for an X key made from u alone.
    [[nodiscard]] const Element* element() const { return m_element.get(); }
    /// For this module: the key of an element. BadKey if the element is neutral.
    [[nodiscard]] static Result<PublicKey> fromElement(Curve curve, Element element);

private:
    PublicKey(Curve curve, Bytes raw, std::shared_ptr<const Element> element);

    Curve m_curve;
    Bytes m_raw;
    std::shared_ptr<const Element> m_element;
};

/// A private key: a seed, or a scalar that no seed is known of (a composite, a share). Move-only.
/// Operations are const and may run on several threads at once. Secret-dependent work takes constant time.
class PrivateKey
{
public:
    [[nodiscard]] static PrivateKey generate(Curve curve, Random& random = systemRandom());

    /// Ed25519: 32 octets, Ed448: 56 (the Mesh) or 57 (RFC 8032), both expanded as RFC 8032 says;
    /// X25519, X448: the 32 or 56 private octets of RFC 7748. BadKey for another length.
    [[nodiscard]] static Result<PrivateKey> fromSeed(Curve curve, Secret seed);

    /// A little-endian number of scalarSize(curve) octets, taken modulo the group order. BadKey if that is
    /// zero or the length is wrong.
    [[nodiscard]] static Result<PrivateKey> fromScalar(Curve curve, const Secret& littleEndian);

    [[nodiscard]] PrivateKey clone() const;

    [[nodiscard]] Curve curve() const { return m_public.curve(); }
    [[nodiscard]] const PublicKey& publicKey() const { return m_public; }

    [[nodiscard]] bool hasSeed() const { return !m_seed.empty(); }

    /// The octets given to fromSeed; empty for a key made from a scalar.
    [[nodiscard]] const Secret& seed() const { return m_seed; }

    /// The scalar modulo the group order, little-endian, scalarSize(curve()) octets.
    [[nodiscard]] Secret scalar() const { return m_scalar.clone(); }

    /// A deterministic signature that any verifier of RFC 8032 accepts. A key without seed takes its nonce
    /// from a secret prefix that is a digest of the scalar (WIRE D.4). Empty for X curves, which cannot sign.
    [[nodiscard]] Bytes sign(BytesView message, SignatureForm form = SignatureForm::Context) const;

    /// The shared secret: the encoded point for Ed curves, u for X curves. BadKey if the curves differ or the
    /// result is neutral.
    [[nodiscard]] Result<Secret> agree(const PublicKey& other) const;

private:
    PrivateKey(PublicKey publicKey, Secret seed, Secret scalar, Secret prefix);

    PublicKey m_public;
    Secret m_seed;
    Secret m_scalar;
    Secret m_prefix;
};

/// Co-generation (WIRE D.3): the sum of the scalars modulo the group order. BadKey if the curves differ or
/// the sum is zero.
[[nodiscard]] Result<PrivateKey> combine(const PrivateKey& base, const PrivateKey& overlay);

/// The public key of the sum. X curves need keys in extended form (Missing otherwise).
[[nodiscard]] Result<PublicKey> combine(const PublicKey& base, const PublicKey& overlay);

} // namespace mmm::crypto
