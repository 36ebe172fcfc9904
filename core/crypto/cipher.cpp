#include "crypto/cipher.h"

#include "crypto/random.h"

#include <botan/aead.h>
#include <botan/block_cipher.h>
#include <botan/cipher_mode.h>
#include <botan/exceptn.h>
#include <botan/nist_keywrap.h>
#include <botan/pwdhash.h>

#include <array>

namespace mmm::crypto {

namespace {

using Botan::Cipher_Dir;
using Octets = Botan::secure_vector<std::uint8_t>;

constexpr std::size_t blockSize = 16;

Status checkCbc(BytesView key, BytesView iv)
{
    if ((key.size() != 32 && key.size() != 16) || iv.size() != blockSize)
        return fail(Fault::BadKey, "wrong length of a key or of an initial value");
    return {};
}

// Looking a cipher up by name costs more than a short text, so every thread keeps its objects.
Botan::Cipher_Mode& threadCbc(std::size_t keySize, Cipher_Dir direction)
{
    using Mode = std::unique_ptr<Botan::Cipher_Mode>;
    thread_local const std::array<Mode, 4> modes{
        Botan::Cipher_Mode::create_or_throw("AES-128/CBC/PKCS7", Cipher_Dir::Encryption),
        Botan::Cipher_Mode::create_or_throw("AES-128/CBC/PKCS7", Cipher_Dir::Decryption),
        Botan::Cipher_Mode::create_or_throw("AES-256/CBC/PKCS7", Cipher_Dir::Encryption),
        Botan::Cipher_Mode::create_or_throw("AES-256/CBC/PKCS7", Cipher_Dir::Decryption),
    };
    return *modes[(keySize == 32 ? 2 : 0) + (direction == Cipher_Dir::Decryption ? 1 : 0)];
}

Botan::AEAD_Mode& threadGcm(Cipher_Dir direction)
{
    using Mode = std::unique_ptr<Botan::AEAD_Mode>;
    thread_local const std::array<Mode, 2> modes{
        Botan::AEAD_Mode::create_or_throw("AES-256/GCM", Cipher_Dir::Encryption),
        Botan::AEAD_Mode::create_or_throw("AES-256/GCM", Cipher_Dir::Decryption),
    };
    return *modes[direction == Cipher_Dir::Decryption ? 1 : 0];
}

Botan::BlockCipher& threadAes256()
{
    thread_local const auto cipher = Botan::BlockCipher::create_or_throw("AES-256");
    return *cipher;
}

/// Runs one whole message through a mode and forgets the key.
void runOnce(Botan::Cipher_Mode& mode, BytesView key, BytesView nonce, Octets& octets)
{
    struct Forget
    {
        Botan::Cipher_Mode& mode;
        ~Forget() { mode.clear(); }
    } forget{mode};
    mode.set_key(key);
    mode.start(nonce);
    mode.finish(octets);
}

} // namespace

Result<Bytes> encryptCbc(BytesView key, BytesView iv, BytesView plaintext)
{
    MMM_CHECK(checkCbc(key, iv));
    Octets octets;
    octets.reserve(plaintext.size() + blockSize);
    octets.assign(plaintext.begin(), plaintext.end());
    runOnce(threadCbc(key.size(), Cipher_Dir::Encryption), key, iv, octets);
    return Bytes(octets.begin(), octets.end());
}

Result<Secret> decryptCbc(BytesView key, BytesView iv, BytesView ciphertext)
{
    MMM_CHECK(checkCbc(key, iv));
    if (ciphertext.empty() || ciphertext.size() % blockSize != 0)
        return fail(Fault::CannotDecrypt, "not a whole number of blocks");
    Octets octets(ciphertext.begin(), ciphertext.end());
    try {
        runOnce(threadCbc(key.size(), Cipher_Dir::Decryption), key, iv, octets);
    } catch (const Botan::Exception&) {
        return fail(Fault::CannotDecrypt, "wrong padding");
    }
    return Secret(std::move(octets));
}

Result<Bytes> wrapKey(BytesView wrappingKey, BytesView key)
{
    if (wrappingKey.size() != 32 || key.size() < 16 || key.size() % 8 != 0)
        return fail(Fault::BadKey, "wrong length of a key to wrap");
    Botan::BlockCipher& aes = threadAes256();
    aes.set_key(wrappingKey);
    Bytes wrapped = Botan::nist_key_wrap(key.data(), key.size(), aes);
    aes.clear();
    return wrapped;
}

Result<Secret> unwrapKey(BytesView wrappingKey, BytesView wrapped)
{
    if (wrappingKey.size() != 32 || wrapped.size() < 24 || wrapped.size() % 8 != 0)
        return fail(Fault::CannotDecrypt, "wrong length of a wrapped key");
    Botan::BlockCipher& aes = threadAes256();
    aes.set_key(wrappingKey);
    try {
        Secret key(Botan::nist_key_unwrap(wrapped.data(), wrapped.size(), aes));
        aes.clear();
        return key;
    } catch (const Botan::Exception&) {
        aes.clear();
        return fail(Fault::CannotDecrypt, "wrapped for another key");
    }
}

Result<Bytes> sealGcm(BytesView key, BytesView nonce, BytesView plaintext, BytesView associated)
{
    if (key.size() != 32 || nonce.size() != 12)
        return fail(Fault::BadKey, "wrong length of a key or nonce");
    Botan::AEAD_Mode& mode = threadGcm(Cipher_Dir::Encryption);
    Octets octets(plaintext.begin(), plaintext.end());
    mode.set_key(key);
    mode.set_associated_data(associated);
    mode.start(nonce);
    mode.finish(octets);
    mode.clear();
    return Bytes(octets.begin(), octets.end());
}

Result<Secret> openGcm(BytesView key, BytesView nonce, BytesView sealed, BytesView associated)
{
    if (key.size() != 32 || nonce.size() != 12)
        return fail(Fault::BadKey, "wrong length of a key or nonce");
    if (sealed.size() < 16)
        return fail(Fault::CannotDecrypt, "shorter than its tag");
    Botan::AEAD_Mode& mode = threadGcm(Cipher_Dir::Decryption);
    Octets octets(sealed.begin(), sealed.end());
    try {
        mode.set_key(key);
        mode.set_associated_data(associated);
        mode.start(nonce);
        mode.finish(octets);
        mode.clear();
    } catch (const Botan::Exception&) {
        mode.clear();
        return fail(Fault::CannotDecrypt, "the tag does not match");
    }
    return Secret(std::move(octets));
}

Result<Secret> argon2id(const Secret& passphrase, BytesView salt, const Argon2Cost& cost, std::size_t size)
{
    if (cost.memoryKib > 4 * 1024 * 1024 || cost.iterations > 100 || cost.lanes > 16)
        return fail(Fault::TooLarge, "the cost of the key derivation exceeds the limit");
    if (cost.iterations < 1 || cost.lanes < 1 || cost.memoryKib < 8 * cost.lanes || salt.size() < 8 ||
        size < 4 || size > 1024)
        return fail(Fault::Unsupported, "the cost of the key derivation is below the minimum");
    try {
        const auto family = Botan::PasswordHashFamily::create_or_throw("Argon2id");
        const auto hash = family->from_params(cost.memoryKib, cost.iterations, cost.lanes);
        Secret key(size);
        hash->hash(key.writable(), passphrase.text(), salt);
        return key;
    } catch (const std::exception&) {
        return fail(Fault::Internal, "the key derivation failed");
    }
}

} // namespace mmm::crypto
