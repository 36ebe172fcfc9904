#include "crypto/hash.h"

#include <botan/hash.h>
#include <botan/mac.h>
#include <botan/xof.h>

#include <algorithm>
#include <array>

namespace mmm::crypto {

namespace {

// Looking an algorithm up by name costs more than hashing a short text, so every thread keeps its objects.
Botan::HashFunction& threadHash(HashAlgorithm algorithm)
{
    thread_local const std::array<std::unique_ptr<Botan::HashFunction>, 3> hashes{
        Botan::HashFunction::create_or_throw("SHA-256"),
        Botan::HashFunction::create_or_throw("SHA-512"),
        Botan::HashFunction::create_or_throw("SHA-3(512)"),
    };
    return *hashes[std::size_t(algorithm)];
}

Botan::MessageAuthenticationCode& threadHmac(HashAlgorithm algorithm)
{
    thread_local const std::array<std::unique_ptr<Botan::MessageAuthenticationCode>, 2> macs{
        Botan::MessageAuthenticationCode::create_or_throw("HMAC(SHA-256)"),
        Botan::MessageAuthenticationCode::create_or_throw("HMAC(SHA-512)"),
    };
    return *macs[std::size_t(algorithm)];
}

/// Botan refuses keys of more than 4096 octets. HMAC itself replaces keys longer than a block by their
/// digest.
void setKey(Botan::MessageAuthenticationCode& mac, HashAlgorithm algorithm, BytesView key)
{
    if (key.size() > 1024)
        mac.set_key(threadHash(algorithm).process(key));
    else
        mac.set_key(key);
}

Secret hmac(HashAlgorithm algorithm, BytesView key, std::initializer_list<BytesView> parts)
{
    Botan::MessageAuthenticationCode& mac = threadHmac(algorithm);
    setKey(mac, algorithm, key);
    for (BytesView part : parts)
        mac.update(part);
    Secret tag(digestSize(algorithm));
    mac.final(tag.writable());
    return tag;
}

Secret hkdfExpand(HashAlgorithm algorithm, BytesView pseudoRandomKey, BytesView info, std::size_t size)
{
    const std::size_t block = digestSize(algorithm);
    if (size > 255 * block)
        return {};
    Botan::MessageAuthenticationCode& mac = threadHmac(algorithm);
    setKey(mac, algorithm, pseudoRandomKey);
    Secret output(size);
    Secret previous;
    for (std::size_t offset = 0; offset < size; offset += block) {
        mac.update(previous);
        mac.update(info);
        mac.update(std::uint8_t(offset / block + 1));
        previous = Secret(block);
        mac.final(previous.writable());
        std::copy_n(previous.view().begin(), std::min(block, size - offset),
                    output.writable().begin() + offset);
    }
    return output;
}

Secret hkdfExtract(HashAlgorithm algorithm, BytesView ikm, BytesView salt)
{
    static constexpr std::array<std::uint8_t, 64> zeros{};
    return hmac(algorithm, salt.empty() ? BytesView(zeros).first(digestSize(algorithm)) : salt, {ikm});
}

} // namespace

Bytes hash(HashAlgorithm algorithm, BytesView data)
{
    Botan::HashFunction& function = threadHash(algorithm);
    function.update(data);
    return function.final_stdvec();
}

Bytes sha256(BytesView data)
{
    return hash(HashAlgorithm::Sha256, data);
}

Bytes sha512(BytesView data)
{
    return hash(HashAlgorithm::Sha512, data);
}

Bytes sha3_512(BytesView data)
{
    return hash(HashAlgorithm::Sha3_512, data);
}

Bytes sha512(std::initializer_list<BytesView> parts)
{
    Bytes digest(64);
    sha512Into(parts, digest);
    return digest;
}

void sha512Into(std::initializer_list<BytesView> parts, std::span<std::uint8_t> output)
{
    Botan::HashFunction& function = threadHash(HashAlgorithm::Sha512);
    for (BytesView part : parts)
        function.update(part);
    function.final(output);
}

void shake256(std::initializer_list<BytesView> parts, std::span<std::uint8_t> output)
{
    thread_local const std::unique_ptr<Botan::XOF> xof = Botan::XOF::create_or_throw("SHAKE-256");
    xof->clear();
    for (BytesView part : parts)
        xof->update(part);
    xof->output(output);
    xof->clear();
}

Hasher::Hasher(HashAlgorithm algorithm) : m_hash(threadHash(algorithm).new_object()) {}

Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;
Hasher::~Hasher() = default;

void Hasher::update(BytesView data)
{
    m_hash->update(data);
}

Bytes Hasher::finish()
{
    return m_hash->final_stdvec();
}

Secret Hasher::finishSecret()
{
    return Secret(m_hash->final());
}

Secret hmacSha512(BytesView key, BytesView data)
{
    return hmac(HashAlgorithm::Sha512, key, {data});
}

Secret hmacSha512(BytesView key, std::initializer_list<BytesView> parts)
{
    return hmac(HashAlgorithm::Sha512, key, parts);
}

Secret hmacSha256(BytesView key, BytesView data)
{
    return hmac(HashAlgorithm::Sha256, key, {data});
}

Secret hkdfSha256(BytesView ikm, BytesView salt, std::string_view info, std::size_t size)
{
    return HkdfSha256(ikm, salt).expand(info, size);
}

Secret hkdfSha512(BytesView ikm, BytesView salt, std::string_view info, std::size_t size)
{
    const Secret pseudoRandomKey = hkdfExtract(HashAlgorithm::Sha512, ikm, salt);
    return hkdfExpand(HashAlgorithm::Sha512, pseudoRandomKey, bytesOf(info), size);
}

HkdfSha256::HkdfSha256(BytesView ikm, BytesView salt)
    : m_pseudoRandomKey(hkdfExtract(HashAlgorithm::Sha256, ikm, salt))
{}

Secret HkdfSha256::expand(BytesView info, std::size_t size) const
{
    return hkdfExpand(HashAlgorithm::Sha256, m_pseudoRandomKey, info, size);
}

} // namespace mmm::crypto
