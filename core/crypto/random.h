#pragma once

#include "base/secret.h"

#include <botan/rng.h>

namespace mmm::crypto {

/// A source of random octets, passed in wherever a test must control it.
using Random = Botan::RandomNumberGenerator;

/// The generator of the calling thread, seeded and reseeded by the operating system. The reference stays
/// valid until the thread ends and must not be handed to another thread.
[[nodiscard]] Random& systemRandom();

/// Fresh random octets.
[[nodiscard]] Bytes randomBytes(std::size_t size, Random& random = systemRandom());

/// Fresh random octets that stay secret.
[[nodiscard]] Secret randomSecret(std::size_t size, Random& random = systemRandom());

} // namespace mmm::crypto
