#pragma once

#include "base/error.h"
#include "base/secret.h"
#include "crypto/random.h"

#include <vector>

namespace mmm::crypto {

/// One share of a secret split by Shamir's scheme over the prime 2^(32n) + c of the secret's size (WIRE
/// A.11).
struct ShamirShare
{
    unsigned threshold = 0; ///< shares needed, 2–15
    unsigned index = 0;     ///< the place x at which the polynomial was taken, 1–15
    Secret value;           ///< the polynomial there, big-endian, a multiple of 4 octets, at most 64

    /// threshold and index in one octet, then the value.
    [[nodiscard]] Secret octets() const;

    /// Malformed for an impossible length or threshold.
    [[nodiscard]] static Result<ShamirShare> fromOctets(BytesView octets);
};

/// Splits 1 to 64 octets. Fault::Unsupported unless 2 ≤ threshold ≤ count ≤ 15 and the size is in range.
/// The arithmetic is that of Botan's big integers: not proven to take constant time, so split only where no
/// stranger can measure.
[[nodiscard]] Result<std::vector<ShamirShare>> splitSecret(BytesView secret, unsigned threshold,
                                                           unsigned count, Random& random = systemRandom());

/// The same with given coefficients (big-endian, the first is the secret); for known answers.
/// Fault::Unsupported if a share does not fit; splitSecret() then tries others.
[[nodiscard]] Result<std::vector<ShamirShare>> splitWithCoefficients(const std::vector<Secret>& coefficients,
                                                                     unsigned count);

/// The number that was split, big-endian, as long as the shares' values: shorter secrets have zero octets in
/// front. BadShare if the shares do not belong together, are too few, or one of the surplus ones does not
/// fit.
[[nodiscard]] Result<Secret> recoverSecret(const std::vector<ShamirShare>& shares);

} // namespace mmm::crypto
