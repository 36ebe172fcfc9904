#pragma once

#include "crypto/shamir.h"
#include "udf/udf.h"

#include <vector>

namespace mmm::udf {

/// Splits a Key or a DerivationSeed into shares (WIRE A.11): of a key its octets, of a seed also its type
/// octet. Unsupported for impossible numbers.
[[nodiscard]] Result<std::vector<SecretUdf>> splitSecret(const SecretUdf& secret, unsigned threshold,
                                                         unsigned count,
                                                         crypto::Random& random = crypto::systemRandom());

/// Puts shares together again. A value of 16 or 32 octets is a key; otherwise the first octet that is not
/// zero must be the type of a derivation seed. BadShare if they do not belong together or make neither.
[[nodiscard]] Result<SecretUdf> recoverSecret(const std::vector<SecretUdf>& shares);

/// One share as text and back.
[[nodiscard]] SecretUdf shareText(const crypto::ShamirShare& share);
[[nodiscard]] Result<crypto::ShamirShare> shareOf(const SecretUdf& text);

} // namespace mmm::udf
