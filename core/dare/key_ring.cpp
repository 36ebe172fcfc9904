#include "dare/key_ring.h"

#include "udf/fingerprint.h"

namespace mmm::dare {

void KeyRing::add(crypto::PrivateKey key)
{
    add(std::make_shared<const crypto::PrivateKey>(std::move(key)));
}

void KeyRing::add(std::shared_ptr<const crypto::PrivateKey> key, std::string alias)
{
    m_entries.push_back({std::move(key), std::move(alias)});
}

const crypto::PrivateKey* KeyRing::find(std::string_view kid) const
{
    for (const Entry& entry : m_entries) {
        if (!entry.alias.empty() && entry.alias == kid)
            return entry.key.get();
    }
    for (const Entry& entry : m_entries) {
        if (isIdentifierOf(kid, entry.key->publicKey()))
            return entry.key.get();
    }
    return nullptr;
}

bool isIdentifierOf(std::string_view kid, const crypto::PublicKey& key)
{
    const auto fingerprint = udf::Udf::parse(kid.substr(0, kid.find('@')));
    return fingerprint && udf::isFingerprintOf(*fingerprint, key);
}

} // namespace mmm::dare
