#include "dare/content_cipher.h"

#include "dare/eds.h"

namespace mmm::dare {

namespace {

constexpr std::size_t longestSalt = 1024;
constexpr std::size_t longestPrefix = 8;

Result<Secret> decryptAuthenticated(const ContentKeys& keys, BytesView body)
{
    MMM_TRY(const EdsItems items, parseEds(body));
    if (!equalConstantTime(crypto::hmacSha512(keys.mac, items.body), items.tag))
        return fail(Fault::CannotDecrypt, "the authentication tag is wrong");
    return crypto::decryptCbc(keys.encryption, keys.iv, items.body);
}

} // namespace

Result<Cipher> cipherByName(std::string_view name)
{
    if (name.empty() || name == "none")
        return Cipher::None;
    if (name == encryptionName)
        return Cipher::Aes256Cbc;
    if (name == "A128CBC")
        return Cipher::Aes128Cbc;
    if (name == "A256CBC-HS512")
        return Cipher::Aes256CbcHmac;
    return fail(Fault::Unsupported, "unknown encryption algorithm");
}

Result<ContentKeys> deriveContentKeys(BytesView masterKey, BytesView salt, Cipher cipher)
{
    if (salt.size() < saltSize || salt.size() > longestSalt + longestPrefix)
        return fail(Fault::Malformed, "the salt is shorter or longer than allowed");
    const crypto::HkdfSha256 derivation(masterKey, salt);
    ContentKeys keys;
    keys.encryption = derivation.expand("encrypt", cipher == Cipher::Aes128Cbc ? 16 : 32);
    keys.iv = derivation.expand("iv", 16);
    if (cipher == Cipher::Aes256CbcHmac)
        keys.mac = derivation.expand("mac", 32);
    return keys;
}

Result<Bytes> encryptBody(BytesView masterKey, BytesView salt, BytesView plaintext)
{
    MMM_TRY(const ContentKeys keys, deriveContentKeys(masterKey, salt));
    return crypto::encryptCbc(keys.encryption, keys.iv, plaintext);
}

Result<Secret> decryptBody(BytesView masterKey, const Header& header, BytesView body)
{
    MMM_TRY(const Cipher cipher, cipherByName(header.encryption));
    if (cipher == Cipher::None)
        return Secret(body);
    if (header.salt.empty())
        return fail(Fault::Missing, header.malt.empty() ? "there is no salt" : "the salt was erased");
    MMM_TRY(const ContentKeys keys, deriveContentKeys(masterKey, header.salt, cipher));
    if (cipher == Cipher::Aes256CbcHmac)
        return decryptAuthenticated(keys, body);
    return crypto::decryptCbc(keys.encryption, keys.iv, body);
}

Bytes signatureWitness(BytesView masterKey, BytesView salt, BytesView signature)
{
    return copyOf(crypto::hkdfSha256(masterKey, salt, textOf(signature), 32));
}

Result<Bytes> digestBody(const Header& header, crypto::HashAlgorithm algorithm, BytesView body)
{
    const auto cipher = cipherByName(header.encryption);
    if (!cipher || *cipher != Cipher::Aes256CbcHmac)
        return crypto::hash(algorithm, body);
    MMM_TRY(const EdsItems items, parseEds(body));
    return crypto::hash(algorithm, items.body);
}

} // namespace mmm::dare
