#pragma once

#include "crypto/key.h"

#include <memory>
#include <string>
#include <vector>

namespace mmm::dare {

/// The private keys with which to open what is encrypted, found by key identifier. A value; copies share the
/// keys. Const use from several threads is safe.
class KeyRing
{
public:
    KeyRing() = default;

    /// Found under every fingerprint of the key: of today, of July 2019, and for X448 under both object
    /// identifiers (WIRE A.4).
    void add(crypto::PrivateKey key);
    /// Also found under that identifier, such as a group's address.
    void add(std::shared_ptr<const crypto::PrivateKey> key, std::string alias = {});

    /// The master key of bodies that name no recipients: that of a locator (EARL) or a ticket.
    void setMasterKey(Secret masterKey) { m_masterKey = SharedSecret(std::move(masterKey)); }
    [[nodiscard]] const SharedSecret& masterKey() const { return m_masterKey; }

    /// The key of an identifier: an alias, or a fingerprint of at least 140 bits in any spelling, also with
    /// `@domain` behind it. Null if there is none. The pointer lives as long as the ring.
    [[nodiscard]] const crypto::PrivateKey* find(std::string_view kid) const;

    [[nodiscard]] bool empty() const { return m_entries.empty() && m_masterKey.empty(); }

private:
    struct Entry
    {
        std::shared_ptr<const crypto::PrivateKey> key;
        std::string alias;
    };
    std::vector<Entry> m_entries;
    SharedSecret m_masterKey;
};

/// Whether the identifier, without `@domain`, is a fingerprint of the key in any of its forms.
[[nodiscard]] bool isIdentifierOf(std::string_view kid, const crypto::PublicKey& key);

} // namespace mmm::dare
