#include "mesh/shared_key.h"

namespace mmm::mesh {

std::shared_ptr<const crypto::PrivateKey> share(crypto::PrivateKey key)
{
    return std::make_shared<const crypto::PrivateKey>(std::move(key));
}

std::shared_ptr<const crypto::PrivateKey> freshKey()
{
    return share(crypto::PrivateKey::generate(crypto::Curve::Ed448));
}

Result<std::shared_ptr<const crypto::PrivateKey>> privateKeyOf(const dare::Key& key)
{
    MMM_TRY(crypto::PrivateKey decoded, dare::toPrivateKey(key));
    return share(std::move(decoded));
}

} // namespace mmm::mesh
