#pragma once

#include "base/secret.h"
#include "crypto/random.h"

namespace mmm::desktop {

/// A random password of that many ASCII characters (4 or more), without those that look alike (0 O, 1 l I).
/// At least one lower-case letter, capital, digit and, with `symbols`, symbol. Every password that fulfils
/// this is equally likely.
[[nodiscard]] SharedSecret makePassword(std::size_t length, bool symbols,
                                        crypto::Random& random = crypto::systemRandom());

} // namespace mmm::desktop
