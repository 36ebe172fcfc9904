#pragma once

#include "crypto/key.h"

namespace mmm::crypto {

/// The kinds of key that a seed can make (WIRE A.10.1): the low 14 bits of a key specifier.
enum class DerivedAlgorithm : std::uint16_t
{
    Any = 0,
    X25519 = 1,
    X448 = 2,
    Ed25519 = 3,
    Ed448 = 4,
    P256 = 5,
    P384 = 6,
    P521 = 7,
    Rsa2048 = 8,
    Rsa3072 = 9,
    Rsa4096 = 10,
    MeshProfileMaster = 0x0100,
    MeshProfileDevice = 0x0101,
};

/// What a derived key may be used for: the top two bits of a key specifier.
enum class DerivedUse : std::uint8_t
{
    Any = 0,
    Encryption = 1,
    Signature = 2,
    Authentication = 3,
};

/// The seed of one or many keys: a key specifier of two octets followed by random octets. Seeds that this
/// program makes have at least 16 random octets; shorter ones are read.
class DerivationSeed
{
public:
    /// From the octets of a derived-key UDF without its type octet. Malformed unless 3 to 130 octets and a
    /// known algorithm.
    [[nodiscard]] static Result<DerivationSeed> fromOctets(Secret octets);
    [[nodiscard]] static DerivationSeed generate(DerivedAlgorithm algorithm, DerivedUse use = DerivedUse::Any,
                                                 std::size_t randomSize = 32,
                                                 Random& random = systemRandom());

    [[nodiscard]] DerivedAlgorithm algorithm() const;
    [[nodiscard]] DerivedUse use() const;
    [[nodiscard]] const Secret& octets() const { return m_octets; }

    /// HKDF-SHA-512 over the whole seed with the target's key specifier as salt. NotAuthorised if the seed is
    /// for another algorithm or use.
    [[nodiscard]] Result<Secret> derive(DerivedAlgorithm target, DerivedUse use, std::string_view info,
                                        std::size_t size) const;

    /// A key of one of the four curves.
    [[nodiscard]] Result<PrivateKey> deriveKey(Curve curve, DerivedUse use = DerivedUse::Any) const;

    /// The private number of a key on P-256, P-384 or P-521, big-endian, 32, 48 or 66 octets.
    [[nodiscard]] Result<Secret> deriveEcScalar(DerivedAlgorithm target,
                                                DerivedUse use = DerivedUse::Any) const;

private:
    explicit DerivationSeed(Secret octets) : m_octets(std::move(octets)) {}

    Secret m_octets;
};

/// The two primes of an RSA key, big-endian.
struct RsaPrimes
{
    Secret p;
    Secret q;
};

/// The primes of a derived RSA-2048, RSA-3072 or RSA-4096 key. Takes up to seconds.
[[nodiscard]] Result<RsaPrimes> deriveRsaPrimes(const DerivationSeed& seed, DerivedAlgorithm target,
                                                DerivedUse use = DerivedUse::Any);

/// The smallest prime not below the big-endian number whose predecessor 65537 does not divide; as long as the
/// number or an octet longer. Variable time.
[[nodiscard]] Secret nextRsaPrime(BytesView number);

/// The keys of a personal mesh that can be escrowed (WIRE E.16.1), all Ed448, from a seed for
/// MeshProfileMaster.
struct MasterKeys
{
    PrivateKey offlineSignature;
    PrivateKey encryption;
    PrivateKey escrow;
};
[[nodiscard]] Result<MasterKeys> deriveMasterKeys(const DerivationSeed& seed);

/// The keys of a device profile (WIRE E.16.2), all Ed448, from a seed for MeshProfileDevice.
struct DeviceProfileKeys
{
    PrivateKey offlineSignature;
    PrivateKey encryption;
    PrivateKey authentication;
};
[[nodiscard]] Result<DeviceProfileKeys> deriveDeviceProfileKeys(const DerivationSeed& seed);

} // namespace mmm::crypto
