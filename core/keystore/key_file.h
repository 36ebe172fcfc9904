#pragma once

#include "base/error.h"
#include "base/secret.h"
#include "crypto/cipher.h"
#include "keystore/key_store.h"

#include <map>

namespace mmm::keystore {

// The format of a file of keys under a passphrase. Numbers are little-endian.
//
//   offset  octets
//        0       4  "MMKF"
//        4       1  version of the format: 1
//        5       3  zero
//        8       4  Argon2id: memory in KiB
//       12       4  Argon2id: iterations
//       16       4  Argon2id: lanes
//       20      16  Argon2id: salt
//       36      16  check of the passphrase: HKDF-SHA512(master, "check")
//       52       8  the first octets of SHA-256 of all before: tells an accident from a wrong passphrase
//       60      12  nonce, fresh for every writing
//       72       …  AES-256-GCM of the content under HKDF-SHA512(master, "content"), tag last;
//                   the 72 octets before it are authenticated with it
//
// master = Argon2id(passphrase, salt), 32 octets. The content: the number of items (4), then for each the
// length of its name (2), the name, the length of its octets (4), the octets.

using KeyItems = std::map<KeyId, Secret>;

/// The largest file that is read.
constexpr std::size_t largestKeyFile = std::size_t(64) * 1024 * 1024;

/// The least that a passphrase may cost whoever tries them: 19 MiB, two iterations, one lane.
constexpr crypto::Argon2Cost leastCost{19456, 2, 1};

/// The most that opening a file may cost us, whatever the file says: 2 GiB, 32 iterations, 8 lanes.
constexpr crypto::Argon2Cost largestCost{2097152, 32, 8};

/// What was derived from a passphrase, so that a change of the content needs no second derivation.
class KeyFileLock
{
public:
    /// With a fresh salt. Unsupported if the cost is below leastCost, TooLarge above largestCost.
    [[nodiscard]] static Result<KeyFileLock> create(const Secret& passphrase, const crypto::Argon2Cost& cost);

    /// For the lock of a file. WrongPassphrase; Damaged if it is no such file; Unsupported if it is of a
    /// later version or its cost is below leastCost; TooLarge if its cost is above largestCost.
    [[nodiscard]] static Result<KeyFileLock> open(const Secret& passphrase, BytesView file);

    [[nodiscard]] Result<Bytes> encrypt(const KeyItems& items) const;

    /// Damaged if the file was cut, altered, or is another one's.
    [[nodiscard]] Result<KeyItems> decrypt(BytesView file) const;

private:
    KeyFileLock() = default;

    Bytes m_header; ///< without the nonce
    Secret m_contentKey;
};

} // namespace mmm::keystore
