#include "crypto/cipher.h"

#include <botan/cipher_mode.h>
#include <botan/exceptn.h>

namespace mmm::crypto {

namespace {

using Octets = Botan::secure_vector<std::uint8_t>;

constexpr std::size_t cipherBlock = 16;

Result<std::unique_ptr<Botan::Cipher_Mode>> startCbc(BytesView key, BytesView iv, Botan::Cipher_Dir direction)
{
    if ((key.size() != 32 && key.size() != 16) || iv.size() != cipherBlock)
        return fail(Fault::BadKey, "wrong length of a key or of an initial value");
    auto mode = Botan::Cipher_Mode::create_or_throw(
        key.size() == 32 ? "AES-256/CBC/PKCS7" : "AES-128/CBC/PKCS7", direction);
    mode->set_key(key);
    mode->start(iv);
    return mode;
}

/// Appends to the pending octets and takes away the whole blocks, leaving at least `keep` octets pending.
Octets takeBlocks(Octets& pending, BytesView added, std::size_t keep)
{
    pending.insert(pending.end(), added.begin(), added.end());
    if (pending.size() < keep + cipherBlock)
        return {};
    const std::size_t whole = (pending.size() - keep) / cipherBlock * cipherBlock;
    Octets blocks(pending.begin(), pending.begin() + std::ptrdiff_t(whole));
    pending.erase(pending.begin(), pending.begin() + std::ptrdiff_t(whole));
    return blocks;
}

} // namespace

CbcEncryptor::CbcEncryptor(std::unique_ptr<Botan::Cipher_Mode> mode) : m_mode(std::move(mode)) {}
CbcEncryptor::CbcEncryptor(CbcEncryptor&&) noexcept = default;
CbcEncryptor& CbcEncryptor::operator=(CbcEncryptor&&) noexcept = default;
CbcEncryptor::~CbcEncryptor() = default;

Result<CbcEncryptor> CbcEncryptor::create(BytesView key, BytesView iv)
{
    MMM_TRY(auto mode, startCbc(key, iv, Botan::Cipher_Dir::Encryption));
    return CbcEncryptor(std::move(mode));
}

Bytes CbcEncryptor::update(BytesView plaintext)
{
    Octets blocks = takeBlocks(m_pending, plaintext, 0);
    m_mode->process(blocks);
    return Bytes(blocks.begin(), blocks.end());
}

Bytes CbcEncryptor::finish()
{
    m_mode->finish(m_pending);
    return Bytes(m_pending.begin(), m_pending.end());
}

CbcDecryptor::CbcDecryptor(std::unique_ptr<Botan::Cipher_Mode> mode) : m_mode(std::move(mode)) {}
CbcDecryptor::CbcDecryptor(CbcDecryptor&&) noexcept = default;
CbcDecryptor& CbcDecryptor::operator=(CbcDecryptor&&) noexcept = default;
CbcDecryptor::~CbcDecryptor() = default;

Result<CbcDecryptor> CbcDecryptor::create(BytesView key, BytesView iv)
{
    MMM_TRY(auto mode, startCbc(key, iv, Botan::Cipher_Dir::Decryption));
    return CbcDecryptor(std::move(mode));
}

Secret CbcDecryptor::update(BytesView ciphertext)
{
    // The last block may be padding, so one octet more than it must be known before a block is released.
    Octets blocks = takeBlocks(m_pending, ciphertext, cipherBlock);
    m_mode->process(blocks);
    return Secret(std::move(blocks));
}

Result<Secret> CbcDecryptor::finish()
{
    if (m_pending.empty() || m_pending.size() % cipherBlock != 0)
        return fail(Fault::CannotDecrypt, "not a whole number of blocks");
    try {
        m_mode->finish(m_pending);
    } catch (const Botan::Exception&) {
        return fail(Fault::CannotDecrypt, "wrong padding");
    }
    return Secret(std::move(m_pending));
}

} // namespace mmm::crypto
