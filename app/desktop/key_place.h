#pragma once

#include "keystore/key_store.h"

#include <filesystem>
#include <memory>

namespace mmm::desktop {

/// What is needed before the keys of a data folder can be reached.
enum class KeyNeed
{
    Nothing,
    Passphrase, ///< of the key file, which exists
    Choice,     ///< a new folder, and no keychain: a passphrase file, or have a keychain started
};

struct KeyPlace
{
    KeyNeed need = KeyNeed::Nothing;
    std::shared_ptr<keystore::KeyStore> store; ///< if nothing is needed
};

/// Where the keys of a data folder are, or shall be if it is new. Makes the folder if it is missing. Blocks.
[[nodiscard]] Result<KeyPlace> findKeys(const std::filesystem::path& folder, const std::stop_token& stop);

/// Opens the key file.
[[nodiscard]] Result<KeyPlace> openKeyFile(const std::filesystem::path& folder, const Secret& passphrase);

/// Forgets what a key file holds in memory; a keychain keeps its keys in a process of its own.
void lockKeys(keystore::KeyStore& store);

/// Opens a key file that was locked while the program runs.
[[nodiscard]] Status unlockWithPassphrase(keystore::KeyStore& store, const Secret& passphrase);

/// Makes a key file for a new folder.
[[nodiscard]] Result<KeyPlace> createKeyFile(const std::filesystem::path& folder, const Secret& passphrase);

} // namespace mmm::desktop
