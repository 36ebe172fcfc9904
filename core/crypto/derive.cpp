#include "crypto/derive.h"

#include "crypto/hash.h"

#include <algorithm>
#include <array>

namespace mmm::crypto {

namespace {

constexpr std::uint16_t algorithmMask = 0x3FFF;

constexpr std::uint16_t specifier(DerivedAlgorithm algorithm, DerivedUse use)
{
    return std::uint16_t(std::uint16_t(algorithm) | std::uint16_t(std::uint16_t(use) << 14));
}

bool isKnown(std::uint16_t algorithm)
{
    return algorithm <= 10 || algorithm == 0x0100 || algorithm == 0x0101;
}

DerivedAlgorithm algorithmOf(Curve curve)
{
    switch (curve) {
    case Curve::X25519:
        return DerivedAlgorithm::X25519;
    case Curve::X448:
        return DerivedAlgorithm::X448;
    case Curve::Ed25519:
        return DerivedAlgorithm::Ed25519;
    case Curve::Ed448:
        break;
    }
    return DerivedAlgorithm::Ed448;
}

/// The keys of a profile come from one seed and differ in the info.
Result<PrivateKey> profileKey(const DerivationSeed& seed, DerivedAlgorithm kind, std::string_view info)
{
    if (seed.algorithm() != kind)
        return fail(Fault::NotAuthorised, "a seed for something else");
    MMM_TRY(Secret octets, seed.derive(kind, seed.use(), info, seedSize(Curve::Ed448)));
    return PrivateKey::fromSeed(Curve::Ed448, std::move(octets));
}

} // namespace

Result<DerivationSeed> DerivationSeed::fromOctets(Secret octets)
{
    if (octets.size() < 3 || octets.size() > 130)
        return fail(Fault::Malformed, "wrong length of a derivation seed");
    DerivationSeed seed(std::move(octets));
    if (!isKnown(std::uint16_t(seed.algorithm())))
        return fail(Fault::Unsupported, "a seed for an unknown kind of key");
    return seed;
}

DerivationSeed DerivationSeed::generate(DerivedAlgorithm algorithm, DerivedUse use, std::size_t randomSize,
                                        Random& random)
{
    const std::uint16_t kind = specifier(algorithm, use);
    Secret octets(2 + std::clamp<std::size_t>(randomSize, 16, 128));
    random.randomize(octets.writable());
    octets.writable()[0] = std::uint8_t(kind >> 8);
    octets.writable()[1] = std::uint8_t(kind);
    return DerivationSeed(std::move(octets));
}

DerivedAlgorithm DerivationSeed::algorithm() const
{
    const BytesView octets = m_octets;
    return DerivedAlgorithm((octets[0] << 8 | octets[1]) & algorithmMask);
}

DerivedUse DerivationSeed::use() const
{
    return DerivedUse(m_octets.view()[0] >> 6);
}

Result<Secret> DerivationSeed::derive(DerivedAlgorithm target, DerivedUse targetUse, std::string_view info,
                                      std::size_t size) const
{
    if (algorithm() != DerivedAlgorithm::Any && algorithm() != target)
        return fail(Fault::NotAuthorised, "a seed for another kind of key");
    if (use() != DerivedUse::Any && use() != targetUse)
        return fail(Fault::NotAuthorised, "a seed for another use");
    const std::uint16_t kind = specifier(target, targetUse);
    const std::array<std::uint8_t, 2> salt{std::uint8_t(kind >> 8), std::uint8_t(kind)};
    return hkdfSha512(m_octets, salt, info, size);
}

Result<PrivateKey> DerivationSeed::deriveKey(Curve curve, DerivedUse targetUse) const
{
    MMM_TRY(Secret octets, derive(algorithmOf(curve), targetUse, "", seedSize(curve)));
    return PrivateKey::fromSeed(curve, std::move(octets));
}

Result<MasterKeys> deriveMasterKeys(const DerivationSeed& seed)
{
    constexpr auto kind = DerivedAlgorithm::MeshProfileMaster;
    MMM_TRY(PrivateKey signature, profileKey(seed, kind, ""));
    MMM_TRY(PrivateKey encryption, profileKey(seed, kind, "mmm/KeyEncrypt"));
    MMM_TRY(PrivateKey escrow, profileKey(seed, kind, "mmm/KeyEscrow"));
    return MasterKeys{std::move(signature), std::move(encryption), std::move(escrow)};
}

Result<DeviceProfileKeys> deriveDeviceProfileKeys(const DerivationSeed& seed)
{
    constexpr auto kind = DerivedAlgorithm::MeshProfileDevice;
    MMM_TRY(PrivateKey signature, profileKey(seed, kind, "mmm/KeySign"));
    MMM_TRY(PrivateKey encryption, profileKey(seed, kind, "mmm/KeyEncrypt"));
    MMM_TRY(PrivateKey authentication, profileKey(seed, kind, "mmm/KeyAuthenticate"));
    return DeviceProfileKeys{std::move(signature), std::move(encryption), std::move(authentication)};
}

} // namespace mmm::crypto
