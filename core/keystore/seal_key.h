#pragma once

#include "base/error.h"
#include "base/secret.h"
#include "keystore/key_store.h"

#include <filesystem>
#include <string_view>

namespace mmm::keystore {

/// The key of a data folder that protects what must not be read or altered on disk unseen: the heads of the
/// local sequences and the state of the synchronisation. 32 random octets in the store, under
/// "seal:<folder of the record>", which never leave it otherwise.
///
/// A value; copies share the key. May be used from several threads at once.
class SealKey
{
public:
    /// Reads the key of a data folder, or makes it if the folder is new. The folder must have a record
    /// (chooseBackend), and the store must be the recorded one (Contradiction otherwise).
    ///
    /// KeyNotFound if the folder had a key and the store answers that it has none: the keys are lost or in
    /// another keychain, and nothing new is made. All faults of KeyStore and of the record.
    [[nodiscard]] static Result<SealKey> load(KeyStore& store, const std::filesystem::path& dataFolder,
                                              std::stop_token stop = {});

    /// Encrypts and authenticates (AES-256-GCM under a key derived for the context). The context says what
    /// the octets are and where they belong; the same one is needed to open them. 29 octets longer.
    [[nodiscard]] Result<Bytes> seal(std::string_view context, BytesView payload) const;

    /// CannotDecrypt if the octets, the context or the key are others.
    [[nodiscard]] Result<Secret> open(std::string_view context, BytesView sealed) const;

private:
    explicit SealKey(Secret key) : m_key(std::move(key)) {}

    SharedSecret m_key;
};

} // namespace mmm::keystore
