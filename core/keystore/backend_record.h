#pragma once

#include "base/error.h"
#include "keystore/key_store.h"

#include <filesystem>
#include <optional>

namespace mmm::keystore {

/// The note in a data folder of where its keys are. It exists so that keys that cannot be found are looked
/// for where they are, and no program ever makes a new identity in place of one whose keychain is slow,
/// locked or another one today.
///
/// A file keystore.json in the data folder:
/// {"Version":1,"Backend":"keychain","Folder":"…","Established":true}.
struct BackendRecord
{
    Backend backend = Backend::Keychain;
    /// Part of the names of all items, so that data folders never share one: 26 random characters.
    std::string folder;
    /// Whether the store has held the folder's seal key. From then on a missing one is a loss, not a first
    /// run.
    bool established = false;

    bool operator==(const BackendRecord&) const = default;
};

/// What the folder says. Empty only if it has no record at all; Damaged if it cannot be understood,
/// Unsupported if a later version wrote it, otherwise the faults of files.
[[nodiscard]] Result<std::optional<BackendRecord>> readBackendRecord(const std::filesystem::path& dataFolder);

/// Records the choice of a new data folder, or returns the record if the same choice was made before.
/// Contradiction if the keys are recorded elsewhere.
[[nodiscard]] Result<BackendRecord> chooseBackend(const std::filesystem::path& dataFolder, Backend backend);

/// Records that the store now holds the keys. For SealKey.
[[nodiscard]] Status markEstablished(const std::filesystem::path& dataFolder, BackendRecord& record);

} // namespace mmm::keystore
