#pragma once

#include "crypto/key.h"
#include "dare/key_object.h"

#include <memory>

/// Private keys that several parts of a mesh hold at once, on whatever threads; none changes them.
namespace mmm::mesh {

[[nodiscard]] std::shared_ptr<const crypto::PrivateKey> share(crypto::PrivateKey key);

/// A new Ed448 key.
[[nodiscard]] std::shared_ptr<const crypto::PrivateKey> freshKey();

/// The key that an activation or a record conveys. WrongType if that is a public one only.
[[nodiscard]] Result<std::shared_ptr<const crypto::PrivateKey>> privateKeyOf(const dare::Key& key);

} // namespace mmm::mesh
