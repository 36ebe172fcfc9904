// Derived keys that are numbers: the P curves and RSA (WIRE A.10.2). Botan's big integers are not proven to
// take constant time; these keys are made on the person's own machine, seldom, for uses outside the Mesh.
#include "crypto/derive.h"

#include "crypto/random.h"

#include <botan/bigint.h>
#include <botan/numthry.h>

namespace mmm::crypto {

namespace {

using Botan::BigInt;

struct EcParameters
{
    std::size_t outputSize; // octets of key material
    std::size_t keySize;
    BigInt prime; // of the field: what the known answers reduce by
    BigInt order;
};

Result<EcParameters> parametersOf(DerivedAlgorithm target)
{
    switch (target) {
    case DerivedAlgorithm::P256:
        return EcParameters{40, 32,
                            BigInt("0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff"),
                            BigInt("0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")};
    case DerivedAlgorithm::P384:
        return EcParameters{
            56, 48,
            BigInt("0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000"
                   "000000000000ffffffff"),
            BigInt("0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0"
                   "a77aecec196accc52973")};
    case DerivedAlgorithm::P521:
        return EcParameters{
            74, 66, BigInt::power_of_2(521) - 1,
            BigInt("0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783"
                   "bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409")};
    default:
        return fail(Fault::Unsupported, "not a key of a P curve");
    }
}

Result<std::size_t> rsaPrimeSize(DerivedAlgorithm target)
{
    switch (target) {
    case DerivedAlgorithm::Rsa2048:
        return 128;
    case DerivedAlgorithm::Rsa3072:
        return 192;
    case DerivedAlgorithm::Rsa4096:
        return 256;
    default:
        return fail(Fault::Unsupported, "not an RSA key");
    }
}

} // namespace

Result<Secret> DerivationSeed::deriveEcScalar(DerivedAlgorithm target, DerivedUse targetUse) const
{
    MMM_TRY(const EcParameters parameters, parametersOf(target));
    MMM_TRY(const Secret octets, derive(target, targetUse, "", parameters.outputSize));
    const BigInt inField = BigInt::from_bytes(octets) % (parameters.prime - 1) + 1;
    const BigInt scalar = inField % parameters.order;
    if (scalar.is_zero())
        return fail(Fault::BadKey, "the seed gives no key on this curve");
    return Secret(scalar.serialize<Botan::secure_vector<std::uint8_t>>(parameters.keySize));
}

Secret nextRsaPrime(BytesView number)
{
    BigInt candidate = BigInt::from_bytes(number);
    if (candidate < 3)
        candidate = BigInt(3);
    if (candidate.is_even())
        candidate += 1;
    while ((candidate - 1) % 65537 == 0 || !Botan::is_prime(candidate, systemRandom(), 128))
        candidate += 2;
    const std::size_t size = std::max(candidate.bytes(), number.size());
    return Secret(candidate.serialize<Botan::secure_vector<std::uint8_t>>(size));
}

Result<RsaPrimes> deriveRsaPrimes(const DerivationSeed& seed, DerivedAlgorithm target, DerivedUse use)
{
    MMM_TRY(const std::size_t size, rsaPrimeSize(target));
    MMM_TRY(const Secret p, seed.derive(target, use, "p", size));
    MMM_TRY(const Secret q, seed.derive(target, use, "q", size));
    return RsaPrimes{nextRsaPrime(p), nextRsaPrime(q)};
}

} // namespace mmm::crypto
