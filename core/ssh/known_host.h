#pragma once

#include "ssh/public_key.h"

namespace mmm::ssh {

/// A line of known_hosts.
struct KnownHost
{
    std::string marker; ///< @cert-authority, @revoked or nothing
    std::string hosts;  ///< patterns with commas between, or a hashed name
    PublicKey key;
    std::string comment;

    /// Strict, as AuthorizedKey::parse.
    [[nodiscard]] static Result<KnownHost> parse(std::string_view line);
    [[nodiscard]] std::string line() const;
    /// What the host may be called towards a person: its first name; empty if the names are hashed.
    [[nodiscard]] std::string shownName() const;
    bool operator==(const KnownHost&) const = default;
};

} // namespace mmm::ssh
