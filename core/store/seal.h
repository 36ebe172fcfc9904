#pragma once

#include "keystore/seal_key.h"

#include <memory>

namespace mmm::store {

/// Keeps what must not be read or altered on this computer's disk unseen: the heads of the sequences and the
/// changes that wait to be sent. The key is the device's seal key (core/keystore).
///
/// Implementations may be called from any thread.
class Seal
{
public:
    virtual ~Seal() = default;

    /// Encrypts and authenticates. The context says what the octets are and where they belong; the same one
    /// is needed to open them, so that one sealed record cannot stand in for another.
    [[nodiscard]] virtual Result<Bytes> seal(std::string_view context, BytesView payload) const = 0;

    /// CannotDecrypt if the octets, the context or the key are others.
    [[nodiscard]] virtual Result<Secret> open(std::string_view context, BytesView sealed) const = 0;
};

/// With the seal key of the data folder.
[[nodiscard]] std::shared_ptr<const Seal> sealWith(keystore::SealKey key);

} // namespace mmm::store
