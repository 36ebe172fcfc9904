#pragma once

#include "keystore/seal_key.h"

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>

namespace mmm::keystore {

/// One small file that is sealed under the data folder's seal key and replaced whole: either the old or the
/// new content is there after a crash. The content carries a count of its writings, so that an older copy put
/// back while this object lives is noticed.
///
/// The count is not kept in the keychain: a writing there takes 5 to 50 ms and rewrites the person's whole
/// keyring. So a copy of the whole data folder put back between two starts is noticed only by comparing with
/// the service and the other devices.
///
/// May be used from several threads at once.
class SealedFile
{
public:
    /// The context names what the file holds and whose it is; the largest content is 16 MiB.
    SealedFile(std::filesystem::path path, std::string context, SealKey key);

    /// The content. Empty if there is no file and this object has not seen one; Missing if it has vanished
    /// since; CannotDecrypt if it was altered or belongs elsewhere; RolledBack if it is older than seen
    /// before.
    [[nodiscard]] Result<std::optional<Secret>> read();

    /// Replaces the content. DiskFull, ReadOnly or Io leave the old one.
    [[nodiscard]] Status write(BytesView content);

    /// How often the content was written, as far as this object has seen it.
    [[nodiscard]] std::uint64_t count() const;

private:
    struct Content
    {
        std::uint64_t count = 0;
        Secret octets;
    };
    [[nodiscard]] Result<std::optional<Content>> load() const;

    const std::filesystem::path m_path;
    const std::string m_context;
    const SealKey m_key;
    mutable std::mutex m_mutex;
    std::uint64_t m_count = 0;
    bool m_isCurrent = false;
};

} // namespace mmm::keystore
