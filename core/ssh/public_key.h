#pragma once

#include "crypto/key.h"

#include <string>

/// Public keys as OpenSSH writes them.
namespace mmm::ssh {

inline constexpr std::string_view ed25519Type = "ssh-ed25519";

/// A public key of any type that OpenSSH logs in with or identifies a host by: its type and its octets.
struct PublicKey
{
    std::string type; ///< such as ssh-ed25519
    Bytes blob;       ///< RFC 4253 §6.6

    [[nodiscard]] static Result<PublicKey> of(const crypto::PublicKey& key);
    /// Checks that the octets begin with the type. Unsupported for a type that OpenSSH does not have.
    [[nodiscard]] static Result<PublicKey> fromBlob(BytesView blob);
    /// From the two words of a line: type and base64. Malformed, Contradiction if they do not agree.
    [[nodiscard]] static Result<PublicKey> fromWords(std::string_view type, std::string_view base64);

    /// The key of an Ed25519 blob. Unsupported for other types, BadKey.
    [[nodiscard]] Result<crypto::PublicKey> ed25519() const;
    /// Type and base64, as in OpenSSH's files.
    [[nodiscard]] std::string words() const;
    /// As ssh-keygen -l shows it: SHA256: and base64.
    [[nodiscard]] std::string fingerprint() const;
    bool operator==(const PublicKey&) const = default;
};

/// Whether OpenSSH has keys of this type (certificates are not keys).
[[nodiscard]] bool isKeyType(std::string_view word);

/// A line of authorized_keys.
struct AuthorizedKey
{
    std::string options; ///< as written; may be empty
    PublicKey key;
    std::string comment;

    /// Strict: one key, no control characters, at most 16 KiB. Malformed, TooLarge, Unsupported.
    [[nodiscard]] static Result<AuthorizedKey> parse(std::string_view line);
    [[nodiscard]] std::string line() const;
    bool operator==(const AuthorizedKey&) const = default;
};

/// Octets of the longest line that is read.
inline constexpr std::size_t longestLine = 16384;

/// The text without what would break or hide in a line: control characters become spaces.
[[nodiscard]] std::string oneLine(std::string_view text);
/// Without spaces and tabs at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Whether a line has control characters other than the tab.
[[nodiscard]] bool hasControls(std::string_view line);

} // namespace mmm::ssh
