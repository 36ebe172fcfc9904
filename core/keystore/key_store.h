#pragma once

#include "base/error.h"
#include "base/secret.h"

#include <cstdint>
#include <stop_token>
#include <string>

namespace mmm::keystore {

/// Names one item: the UDF text of a public key, or a fixed name with a colon in it, such as "seal:<folder>".
/// 1 to 200 octets of printable ASCII without blanks.
using KeyId = std::string;

/// Whether get() may hand out the octets of an item. Stored with the item when it is made and never changed.
enum class Exportable : std::uint8_t
{
    No,  ///< used in place only, through KeyVault
    Yes, ///< account and group encryption keys, overlay seeds, an escrowed master secret
};

/// What a keychain says before anything is asked of it.
enum class Availability : std::uint8_t
{
    Ready,
    Locked,    ///< there, but nothing can be said about its items until unlock() succeeds
    NoService, ///< no keychain on this computer or in this session
    Refused,   ///< there, but it does not talk to this program
};

/// The kinds of places that keep keys.
enum class Backend : std::uint8_t
{
    Keychain,
    PassphraseFile,
    Memory,
};

/// Octets of the largest item that every platform can keep (Windows limits one credential to this, with the
/// header of ours included).
constexpr std::size_t portableItemSize = 2560;

/// Octets that the header of ours adds to every item.
constexpr std::size_t itemHeaderSize = 6;

/// A place that keeps private keys and other small secrets (security 03 §7.1.2, WIRE D.2.4).
///
/// All operations block, for as long as a person may need to answer a prompt, and must not be called from the
/// thread of the user interface. They may be called from several threads at once. Each has a time limit of
/// its own and ends early with Cancelled when the token asks for it.
///
/// "Not there" is said only by a keychain that was open when it was asked: a locked one is KeychainLocked,
/// never KeyNotFound. Whoever gets KeyNotFound must still not make a new identity silently; see
/// BackendRecord.
///
/// Faults of every operation: KeychainLocked, KeychainRefused, KeychainTimeout, NoKeychain, KeychainFailed,
/// Cancelled; for a passphrase file also Damaged, DiskFull, ReadOnly, Io.
class KeyStore
{
public:
    virtual ~KeyStore();
    KeyStore(const KeyStore&) = delete;
    KeyStore& operator=(const KeyStore&) = delete;

    [[nodiscard]] virtual Backend backend() const = 0;

    /// Asks without prompting anybody.
    [[nodiscard]] virtual Result<Availability> availability(std::stop_token stop = {}) = 0;

    /// Has the person asked to unlock, and waits. Success at once if nothing is locked.
    [[nodiscard]] virtual Status unlock(std::stop_token stop = {}) = 0;

    /// Keeps the secret, replacing an item of the same name; afterwards reads it back and compares, so that
    /// success means that it is there. TooLarge above the limit of the backend; Missing for an empty secret.
    [[nodiscard]] Status put(const KeyId& id, const Secret& secret, Exportable exportable,
                             std::stop_token stop = {});

    /// The octets. KeyNotFound, or NotExportable for an item that may only be used in place.
    [[nodiscard]] Result<Secret> get(const KeyId& id, std::stop_token stop = {});

    /// Success also if there was no such item.
    [[nodiscard]] Status remove(const KeyId& id, std::stop_token stop = {});

    [[nodiscard]] Result<bool> contains(const KeyId& id, std::stop_token stop = {});

protected:
    KeyStore() = default;

    // What a backend provides. The item is opaque to it; KeyNotFound if there is none.
    [[nodiscard]] virtual Status writeItem(const KeyId& id, const Secret& item, std::stop_token stop) = 0;
    [[nodiscard]] virtual Result<Secret> readItem(const KeyId& id, std::stop_token stop) = 0;
    [[nodiscard]] virtual Status removeItem(const KeyId& id, std::stop_token stop) = 0;

private:
    friend class KeyVault;
    friend class SealKey;

    struct Content
    {
        Secret secret;
        Exportable exportable = Exportable::No;
    };
    [[nodiscard]] Result<Content> read(const KeyId& id, std::stop_token stop);
};

} // namespace mmm::keystore
