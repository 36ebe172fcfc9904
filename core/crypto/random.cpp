#include "crypto/random.h"

#include <botan/auto_rng.h>

namespace mmm::crypto {

Random& systemRandom()
{
    thread_local Botan::AutoSeeded_RNG random;
    return random;
}

Bytes randomBytes(std::size_t size, Random& random)
{
    Bytes octets(size);
    random.randomize(octets);
    return octets;
}

Secret randomSecret(std::size_t size, Random& random)
{
    Secret octets(size);
    random.randomize(octets.writable());
    return octets;
}

} // namespace mmm::crypto
