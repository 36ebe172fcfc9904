#pragma once

#include "keystore/key_store.h"

#include <chrono>

namespace mmm::keystore {

/// Which items of the person's keychain are ours, and how patient we are.
struct KeychainOptions
{
    /// What the person sees in the keychain's own program.
    std::string service = "Mesh Desktop";
    /// Identifies the data folder, so that two data folders of one person never share an item. Printable
    /// ASCII without blanks and slashes; see BackendRecord.
    std::string folder;
    /// The longest that one operation takes, with the person's answer to a prompt included.
    std::chrono::milliseconds patience = std::chrono::seconds(60);
    /// Whether an operation on a locked keychain has the person asked (and otherwise fails).
    bool promptWhenLocked = true;
};

/// The keychain of the platform, through QtKeychain: Secret Service (GNOME Keyring, KeePassXC, KWallet) on
/// Linux, Keychain on macOS, Credential Manager on Windows.
///
/// Needs a QCoreApplication. All the work is done in one thread of this module, because QtKeychain keeps one
/// queue per process; callers wait for it. A prompt that nobody answers ends with KeychainTimeout. If a
/// provider never answers a request itself, later requests end with KeychainTimeout as well until it does.
class KeychainStore final : public KeyStore
{
public:
    explicit KeychainStore(KeychainOptions options);
    ~KeychainStore() override;

    [[nodiscard]] Backend backend() const override { return Backend::Keychain; }
    [[nodiscard]] Result<Availability> availability(std::stop_token stop = {}) override;
    [[nodiscard]] Status unlock(std::stop_token stop = {}) override;

protected:
    [[nodiscard]] Status writeItem(const KeyId& id, const Secret& item, std::stop_token stop) override;
    [[nodiscard]] Result<Secret> readItem(const KeyId& id, std::stop_token stop) override;
    [[nodiscard]] Status removeItem(const KeyId& id, std::stop_token stop) override;

private:
    [[nodiscard]] std::string itemName(const KeyId& id) const;

    const KeychainOptions m_options;
};

} // namespace mmm::keystore
