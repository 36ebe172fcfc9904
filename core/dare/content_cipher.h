#pragma once

#include "crypto/cipher.h"
#include "dare/header.h"

/// From a master key to the octets of a body (DARE 06 §3.5, WIRE B.7). All functions may be called from any
/// thread.
namespace mmm::dare {

/// The content encryption algorithms of `enc`.
enum class Cipher : std::uint8_t
{
    None,
    Aes256Cbc,     ///< A256CBC: what is written
    Aes128Cbc,     ///< A128CBC: read only
    Aes256CbcHmac, ///< A256CBC-HS512: read only; the body is an EDS whose third item is the tag
};

inline constexpr std::string_view encryptionName = "A256CBC";
inline constexpr std::size_t masterKeySize = 32;
inline constexpr std::size_t saltSize = 16;

/// Unsupported for a name that this program does not handle.
[[nodiscard]] Result<Cipher> cipherByName(std::string_view name);

/// Keys of one body, derived from the master key and a salt.
struct ContentKeys
{
    Secret encryption; ///< 32 octets, 16 for Aes128Cbc
    Secret iv;         ///< 16 octets
    Secret mac;        ///< 32 octets for Aes256CbcHmac, empty otherwise
};

/// Malformed unless the salt has 16 to 1024 octets (plus a prefix, for an EDS).
[[nodiscard]] Result<ContentKeys> deriveContentKeys(BytesView masterKey, BytesView salt,
                                                    Cipher cipher = Cipher::Aes256Cbc);

/// Encrypts a body with A256CBC.
[[nodiscard]] Result<Bytes> encryptBody(BytesView masterKey, BytesView salt, BytesView plaintext);

/// Opens a body under the header's `enc` and `Salt`. A plain body is copied. CannotDecrypt if the key is the
/// wrong one or the octets were altered, Missing if the salt was erased. Nothing but the master key is
/// needed, so frames can be opened in parallel.
[[nodiscard]] Result<Secret> decryptBody(BytesView masterKey, const Header& header, BytesView body);

/// HKDF-SHA-256(master key, salt, info = the octets of the signature), 32 octets (WIRE B.5.2).
[[nodiscard]] Bytes signatureWitness(BytesView masterKey, BytesView salt, BytesView signature);

/// The digest of a body as carried; of an EDS, that of its second item (WIRE B.4).
[[nodiscard]] Result<Bytes> digestBody(const Header& header, crypto::HashAlgorithm algorithm, BytesView body);

} // namespace mmm::dare
