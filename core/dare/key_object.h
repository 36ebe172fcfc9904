#pragma once

#include "crypto/key.h"
#include "encoding/record.h"

/// Keys as they stand in envelopes and structures (DARE 06 §3.4, WIRE B.3).
namespace mmm::dare {

/// `{"PublicKeyECDH":{"crv":"Ed448","Public":…}}`: a public key on one of the four curves.
struct PublicKeyECDH : encoding::RecordBase
{
    static constexpr std::string_view className = "PublicKeyECDH";
    std::string curve;
    Bytes publicOctets; ///< RFC 8032 or RFC 7748 encoding; X curves also in the extended form (WIRE D.6.1)
    static constexpr auto fields()
    {
        return fieldTable(encoding::field("crv", &PublicKeyECDH::curve),
                          encoding::field("Public", &PublicKeyECDH::publicOctets));
    }
};

/// A private key: a seed, or a scalar where no seed exists (composites and shares).
struct PrivateKeyECDH : encoding::RecordBase
{
    static constexpr std::string_view className = "PrivateKeyECDH";
    std::string curve;
    Bytes publicOctets;
    encoding::SecretBinary seed;   ///< 32 octets (25519), 56 or 57 (448)
    encoding::SecretBinary scalar; ///< little-endian; only if there is no seed
    static constexpr auto fields()
    {
        return fieldTable(encoding::field("crv", &PrivateKeyECDH::curve),
                          encoding::field("Public", &PrivateKeyECDH::publicOctets),
                          encoding::field("Private", &PrivateKeyECDH::seed),
                          encoding::field("Scalar", &PrivateKeyECDH::scalar));
    }
};

/// Read and kept; the program does not compute with RSA.
struct PublicKeyRSA : encoding::RecordBase
{
    static constexpr std::string_view className = "PublicKeyRSA";
    Bytes modulus;
    Bytes exponent;
    static constexpr auto fields()
    {
        return fieldTable(encoding::field("n", &PublicKeyRSA::modulus),
                          encoding::field("e", &PublicKeyRSA::exponent));
    }
};

/// Read and kept; the program does not compute with RSA.
struct PrivateKeyRSA : encoding::RecordBase
{
    static constexpr std::string_view className = "PrivateKeyRSA";
    Bytes modulus;
    Bytes exponent;
    encoding::SecretBinary privateExponent;
    encoding::SecretBinary firstPrime;
    encoding::SecretBinary secondPrime;
    encoding::SecretBinary firstExponent;
    encoding::SecretBinary secondExponent;
    encoding::SecretBinary coefficient;
    static constexpr auto fields()
    {
        return fieldTable(encoding::field("n", &PrivateKeyRSA::modulus),
                          encoding::field("e", &PrivateKeyRSA::exponent),
                          encoding::field("d", &PrivateKeyRSA::privateExponent),
                          encoding::field("p", &PrivateKeyRSA::firstPrime),
                          encoding::field("q", &PrivateKeyRSA::secondPrime),
                          encoding::field("dp", &PrivateKeyRSA::firstExponent),
                          encoding::field("dq", &PrivateKeyRSA::secondExponent),
                          encoding::field("qi", &PrivateKeyRSA::coefficient));
    }
};

/// A set of keys given by its derivation seed, a UDF of type Z (UDF 08 §4.8).
struct PrivateKeyUDF : encoding::RecordBase
{
    static constexpr std::string_view className = "PrivateKeyUDF";
    encoding::SecretText privateValue;
    std::string keyType;
    static constexpr auto fields()
    {
        return fieldTable(encoding::field("PrivateValue", &PrivateKeyUDF::privateValue),
                          encoding::field("KeyType", &PrivateKeyUDF::keyType));
    }
};

/// Any key, with its class tag. Absent if std::monostate.
using Key = encoding::Tagged<PublicKeyECDH, PrivateKeyECDH, PublicKeyRSA, PrivateKeyRSA, PrivateKeyUDF>;

/// The public key of a public or private key object. Missing if there is none, Unsupported for RSA, unknown
/// classes and curves, BadKey if the octets are not a key that is safe to use.
[[nodiscard]] Result<crypto::PublicKey> toPublicKey(const Key& key);

/// The private key of a PrivateKeyECDH. A stated public part that is not the private one's is a
/// Contradiction.
[[nodiscard]] Result<crypto::PrivateKey> toPrivateKey(const Key& key);

[[nodiscard]] Key fromPublicKey(const crypto::PublicKey& key);

/// With the seed, or the scalar if the key has no seed.
[[nodiscard]] Key fromPrivateKey(const crypto::PrivateKey& key);

} // namespace mmm::dare

MMM_RECORD_DECLARED(mmm::dare::PublicKeyECDH)
MMM_RECORD_DECLARED(mmm::dare::PrivateKeyECDH)
MMM_RECORD_DECLARED(mmm::dare::PublicKeyRSA)
MMM_RECORD_DECLARED(mmm::dare::PrivateKeyRSA)
MMM_RECORD_DECLARED(mmm::dare::PrivateKeyUDF)
