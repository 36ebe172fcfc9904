#pragma once

#include "base/secret.h"

#include <initializer_list>
#include <memory>

namespace Botan {
class HashFunction;
}

namespace mmm::crypto {

enum class HashAlgorithm : std::uint8_t
{
    Sha256,
    Sha512,
    Sha3_512,
};

/// Octets of a digest.
[[nodiscard]] constexpr std::size_t digestSize(HashAlgorithm algorithm)
{
    return algorithm == HashAlgorithm::Sha256 ? 32 : 64;
}

// All functions of this header may be called from any thread.

[[nodiscard]] Bytes hash(HashAlgorithm algorithm, BytesView data);
[[nodiscard]] Bytes sha256(BytesView data);
[[nodiscard]] Bytes sha512(BytesView data);
[[nodiscard]] Bytes sha3_512(BytesView data);

/// SHA-512 of the parts one after the other.
[[nodiscard]] Bytes sha512(std::initializer_list<BytesView> parts);

/// The same, written to 64 octets of the caller.
void sha512Into(std::initializer_list<BytesView> parts, std::span<std::uint8_t> output);

/// The first octets of SHAKE256 over the parts one after the other; fills the whole output.
void shake256(std::initializer_list<BytesView> parts, std::span<std::uint8_t> output);

/// A digest of data that comes in pieces. One object serves one thread at a time.
class Hasher
{
public:
    explicit Hasher(HashAlgorithm algorithm);
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;
    ~Hasher();

    void update(BytesView data);

    /// The digest of all that was given; afterwards the object starts anew.
    [[nodiscard]] Bytes finish();
    [[nodiscard]] Secret finishSecret();

private:
    std::unique_ptr<Botan::HashFunction> m_hash;
};

/// HMAC (RFC 2104) over the parts one after the other: 64 or 32 octets. The result is kept as a secret
/// because it is often a key; publish an authenticator with copyOf().
[[nodiscard]] Secret hmacSha512(BytesView key, BytesView data);
[[nodiscard]] Secret hmacSha512(BytesView key, std::initializer_list<BytesView> parts);
[[nodiscard]] Secret hmacSha256(BytesView key, BytesView data);

/// HKDF (RFC 5869). An empty salt stands for a hash length of zero octets. At most 255 hash lengths can be
/// asked for; anything above gives an empty secret.
[[nodiscard]] Secret hkdfSha256(BytesView ikm, BytesView salt, std::string_view info, std::size_t size);
[[nodiscard]] Secret hkdfSha512(BytesView ikm, BytesView salt, std::string_view info, std::size_t size);

/// HKDF with the first step done once: for several keys from one secret.
class HkdfSha256
{
public:
    HkdfSha256(BytesView ikm, BytesView salt);

    /// As hkdfSha256 with the same secret and salt.
    [[nodiscard]] Secret expand(BytesView info, std::size_t size) const;
    [[nodiscard]] Secret expand(std::string_view info, std::size_t size) const
    {
        return expand(bytesOf(info), size);
    }

private:
    Secret m_pseudoRandomKey;
};

} // namespace mmm::crypto
