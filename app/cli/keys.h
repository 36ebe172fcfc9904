#pragma once

#include "dare/key_ring.h"

namespace mmm::cli {

/// Keys that the person gave.
struct Keys
{
    dare::KeyRing ring;
    std::vector<crypto::PublicKey> signers; ///< every public key, also those of the private keys
};

/// Reads all key files. The detail of an error says what is wrong with which file; never what is in it.
[[nodiscard]] Result<Keys> readKeys(const std::vector<std::string>& files);

} // namespace mmm::cli
