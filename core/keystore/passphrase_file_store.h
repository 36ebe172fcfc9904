#pragma once

#include "keystore/key_file.h"

#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>

namespace mmm::keystore {

/// Keys in one file under a passphrase, for computers without a keychain. Never used unless the person chose
/// it; BackendRecord holds the choice.
///
/// Argon2id makes the passphrase expensive to guess, AES-256-GCM protects the content and binds it to the
/// header. Every change replaces the file in one durable step. What is not protected: somebody who can write
/// to the disk can put back an older copy of the whole file. The data folder's lock keeps other processes
/// away.
class PassphraseFileStore final : public KeyStore
{
public:
    /// Asks the person for the passphrase, in a thread of the caller's; Cancelled or KeychainRefused if the
    /// person does not want to.
    using AskPassphrase = std::function<Result<Secret>(std::stop_token)>;

    /// About half a second on a slow computer.
    static constexpr crypto::Argon2Cost usualCost{131072, 3, 1};

    /// Locked at first. Without `ask`, operations on the locked store are KeychainLocked.
    explicit PassphraseFileStore(std::filesystem::path path, AskPassphrase ask = {});

    /// Makes the file and leaves the store open. Exists if there is one; Missing for an empty passphrase.
    [[nodiscard]] Status create(const Secret& passphrase, const crypto::Argon2Cost& cost = usualCost);

    /// WrongPassphrase, Damaged, Unsupported; NoKeychain if there is no file.
    [[nodiscard]] Status open(const Secret& passphrase);

    /// Forgets the content until the passphrase is given again.
    void lock();

    /// Puts the content under another passphrase with a fresh salt. WrongPassphrase if the present one is not
    /// the first.
    [[nodiscard]] Status changePassphrase(const Secret& present, const Secret& next,
                                          const crypto::Argon2Cost& cost = usualCost);

    [[nodiscard]] Backend backend() const override { return Backend::PassphraseFile; }
    [[nodiscard]] Result<Availability> availability(std::stop_token stop = {}) override;
    [[nodiscard]] Status unlock(std::stop_token stop = {}) override;

protected:
    [[nodiscard]] Status writeItem(const KeyId& id, const Secret& item, std::stop_token stop) override;
    [[nodiscard]] Result<Secret> readItem(const KeyId& id, std::stop_token stop) override;
    [[nodiscard]] Status removeItem(const KeyId& id, std::stop_token stop) override;

private:
    struct Opened
    {
        KeyFileLock lock;
        KeyItems items;
    };

    [[nodiscard]] Result<Opened> readFile(const Secret& passphrase) const;
    [[nodiscard]] Status ensureOpen(const std::stop_token& stop);
    [[nodiscard]] Status save(const KeyFileLock& lock, const KeyItems& items) const;

    const std::filesystem::path m_path;
    const AskPassphrase m_ask;
    std::mutex m_mutex;
    std::optional<Opened> m_opened;
};

} // namespace mmm::keystore
