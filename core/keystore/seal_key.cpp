#include "keystore/seal_key.h"

#include "crypto/cipher.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "keystore/backend_record.h"

#include <array>

namespace mmm::keystore {

namespace {

constexpr std::size_t sealKeySize = 32;
constexpr std::size_t sealNonceSize = 12;
constexpr std::size_t tagSize = 16;

// Sealed octets: the version, the nonce, the ciphertext, the tag. Version and context are authenticated.
constexpr std::uint8_t sealVersion = 1;

Secret contextKey(const SharedSecret& key, std::string_view context)
{
    return crypto::hkdfSha512(key, bytesOf("mesh desktop seal"), context, sealKeySize);
}

constexpr std::array<std::uint8_t, 1> start{sealVersion};

std::string associated(std::string_view context)
{
    return std::string(textOf(start)).append(context);
}

} // namespace

Result<SealKey> SealKey::load(KeyStore& store, const std::filesystem::path& dataFolder, std::stop_token stop)
{
    MMM_TRY(auto record, readBackendRecord(dataFolder));
    if (!record)
        return fail(Fault::Missing, "the data folder does not say where its keys are");
    if (record->backend != store.backend())
        return fail(Fault::Contradiction, "the keys of this data folder are kept elsewhere");
    const KeyId id = "seal:" + record->folder;
    Secret key;
    if (auto content = store.read(id, stop)) {
        key = std::move(content->secret);
    } else if (content.error().fault != Fault::KeyNotFound) {
        return tl::unexpected(content.error());
    } else if (record->established) {
        return fail(Fault::KeyNotFound, "the keys of this data folder are not where they were put");
    } else {
        key = crypto::randomSecret(sealKeySize);
        MMM_CHECK(store.put(id, key, Exportable::No, stop));
    }
    if (key.size() != sealKeySize)
        return fail(Fault::Damaged, "the seal key has a wrong length");
    if (!record->established)
        MMM_CHECK(markEstablished(dataFolder, *record));
    return SealKey(std::move(key));
}

Result<Bytes> SealKey::seal(std::string_view context, BytesView payload) const
{
    const Bytes nonce = crypto::randomBytes(sealNonceSize);
    MMM_TRY(const Bytes sealed,
            crypto::sealGcm(contextKey(m_key, context), nonce, payload, bytesOf(associated(context))));
    return concat(start, nonce, sealed);
}

Result<Secret> SealKey::open(std::string_view context, BytesView sealed) const
{
    if (sealed.size() < 1 + sealNonceSize + tagSize || sealed[0] != sealVersion)
        return fail(Fault::CannotDecrypt, "not sealed by this program");
    return crypto::openGcm(contextKey(m_key, context), sealed.subspan(1, sealNonceSize),
                           sealed.subspan(1 + sealNonceSize), bytesOf(associated(context)));
}

} // namespace mmm::keystore
