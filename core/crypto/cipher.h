#pragma once

#include "base/error.h"
#include "base/secret.h"

#include <memory>

namespace Botan {
class Cipher_Mode;
}

namespace mmm::crypto {

// Free functions may be called from any thread. Keys and initial values of a wrong length are BadKey.

/// AES-CBC with PKCS#7 padding always added; key 32 octets (AES-256) or 16 (AES-128), iv 16 octets.
/// A multiple of 16 octets, at least one block longer than the plaintext rounded down.
[[nodiscard]] Result<Bytes> encryptCbc(BytesView key, BytesView iv, BytesView plaintext);

/// The plaintext. CannotDecrypt if the length or the padding is wrong; CBC itself does not authenticate.
[[nodiscard]] Result<Secret> decryptCbc(BytesView key, BytesView iv, BytesView ciphertext);

/// AES-CBC with PKCS#7 padding over data that comes in pieces of any size. Memory use does not depend on the
/// size of the whole. One object serves one thread at a time.
class CbcEncryptor
{
public:
    [[nodiscard]] static Result<CbcEncryptor> create(BytesView key, BytesView iv);
    CbcEncryptor(CbcEncryptor&&) noexcept;
    CbcEncryptor& operator=(CbcEncryptor&&) noexcept;
    ~CbcEncryptor();

    /// The ciphertext that is complete so far.
    [[nodiscard]] Bytes update(BytesView plaintext);
    /// The last block; nothing may follow.
    [[nodiscard]] Bytes finish();

private:
    explicit CbcEncryptor(std::unique_ptr<Botan::Cipher_Mode> mode);

    std::unique_ptr<Botan::Cipher_Mode> m_mode;
    Botan::secure_vector<std::uint8_t> m_pending;
};

/// The other direction of CbcEncryptor.
class CbcDecryptor
{
public:
    [[nodiscard]] static Result<CbcDecryptor> create(BytesView key, BytesView iv);
    CbcDecryptor(CbcDecryptor&&) noexcept;
    CbcDecryptor& operator=(CbcDecryptor&&) noexcept;
    ~CbcDecryptor();

    /// The plaintext that is certain not to be padding.
    [[nodiscard]] Secret update(BytesView ciphertext);
    /// The rest. CannotDecrypt if the whole is not a multiple of 16 octets or the padding is wrong.
    [[nodiscard]] Result<Secret> finish();

private:
    explicit CbcDecryptor(std::unique_ptr<Botan::Cipher_Mode> mode);

    std::unique_ptr<Botan::Cipher_Mode> m_mode;
    Botan::secure_vector<std::uint8_t> m_pending;
};

/// AES-256 key wrap (RFC 3394, default initial value): 8 octets longer than the key, which must be a multiple
/// of 8 octets and at least 16.
[[nodiscard]] Result<Bytes> wrapKey(BytesView wrappingKey, BytesView key);

/// CannotDecrypt if the wrapping key is another one or the octets were altered.
[[nodiscard]] Result<Secret> unwrapKey(BytesView wrappingKey, BytesView wrapped);

/// AES-256-GCM: ciphertext followed by the 16 octets of the tag; key 32, nonce 12 octets, never used twice
/// together.
[[nodiscard]] Result<Bytes> sealGcm(BytesView key, BytesView nonce, BytesView plaintext,
                                    BytesView associated = {});

/// CannotDecrypt if the key, the nonce, the associated data or the octets differ.
[[nodiscard]] Result<Secret> openGcm(BytesView key, BytesView nonce, BytesView sealed,
                                     BytesView associated = {});

/// Cost of Argon2id (RFC 9106).
struct Argon2Cost
{
    std::size_t memoryKib = 262144;
    std::size_t iterations = 3;
    std::size_t lanes = 1;
};

/// A key from a passphrase. TooLarge if the cost exceeds 4 GiB, 100 iterations or 16 lanes; Unsupported if it
/// is below the algorithm's own minimum or the salt is shorter than 8 octets.
[[nodiscard]] Result<Secret> argon2id(const Secret& passphrase, BytesView salt, const Argon2Cost& cost,
                                      std::size_t size);

} // namespace mmm::crypto
