#pragma once

#include "crypto/key.h"
#include "keystore/key_store.h"

#include <memory>

namespace mmm::keystore {

/// A private key that was taken out of a store to be used. A value; copies share the key, which is wiped with
/// the last of them. May be used from several threads at once.
class KeyHandle
{
public:
    [[nodiscard]] const KeyId& id() const { return m_id; }
    [[nodiscard]] const crypto::PublicKey& publicKey() const { return m_key->publicKey(); }
    [[nodiscard]] bool isExportable() const { return m_exportable == Exportable::Yes; }

    /// As crypto::PrivateKey::sign.
    [[nodiscard]] Bytes sign(BytesView message) const { return m_key->sign(message); }

    /// As crypto::PrivateKey::agree.
    [[nodiscard]] Result<Secret> agree(const crypto::PublicKey& other) const { return m_key->agree(other); }

    /// The key itself, for signing and opening envelopes (dare::SignOptions, dare::KeyRing). Nobody may write
    /// its seed or scalar anywhere: what may leave comes from KeyVault::exportKey().
    [[nodiscard]] const std::shared_ptr<const crypto::PrivateKey>& keyInUse() const { return m_key; }

private:
    friend class KeyVault;
    KeyHandle(KeyId id, std::shared_ptr<const crypto::PrivateKey> key, Exportable exportable)
        : m_id(std::move(id)),
          m_key(std::move(key)),
          m_exportable(exportable)
    {}

    KeyId m_id;
    std::shared_ptr<const crypto::PrivateKey> m_key;
    Exportable m_exportable;
};

/// Private keys in a store, each an item under the fingerprint of its public key. Blocks, and may be used
/// from several threads, as the store. What was added as not exportable leaves only as a handle.
class KeyVault
{
public:
    explicit KeyVault(std::shared_ptr<KeyStore> store) : m_store(std::move(store)) {}

    /// The name under which a key is kept: its fingerprint (WIRE A.4).
    [[nodiscard]] static KeyId idOf(const crypto::PublicKey& key);

    /// Keeps a key. Exists if it is there already with the other permission to be exported: that is never
    /// changed.
    [[nodiscard]] Result<KeyHandle> add(const crypto::PrivateKey& key, Exportable exportable,
                                        std::stop_token stop = {});

    /// The key of a fingerprint in canonical spelling. KeyNotFound; BadKey if the store returns a key of
    /// another fingerprint; Damaged if what it returns is no key.
    [[nodiscard]] Result<KeyHandle> open(const KeyId& id, std::stop_token stop = {}) const;

    /// Co-generation (WIRE D.3): keeps the composite of a kept base key and an overlay. BadKey if the curves
    /// differ or the composite is not the expected key, and nothing is kept then.
    [[nodiscard]] Result<KeyHandle> addComposite(const KeyId& base, const crypto::PrivateKey& overlay,
                                                 const KeyId& expected, std::stop_token stop = {});

    /// The key to be passed on. NotExportable for keys that must stay.
    [[nodiscard]] Result<crypto::PrivateKey> exportKey(const KeyId& id, std::stop_token stop = {}) const;

    [[nodiscard]] Status remove(const KeyId& id, std::stop_token stop = {});

private:
    std::shared_ptr<KeyStore> m_store;
};

} // namespace mmm::keystore
