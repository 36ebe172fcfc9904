#include "schema/key_check.h"

#include "udf/fingerprint.h"

namespace mmm::schema {

std::string udfOf(const crypto::PublicKey& key)
{
    return udf::fingerprint(key).text();
}

bool isUdfOf(std::string_view text, const crypto::PublicKey& key)
{
    const auto parsed = udf::Udf::parse(text);
    return parsed && udf::isFingerprintOf(*parsed, key);
}

PublicKey describe(const crypto::PublicKey& key)
{
    PublicKey made;
    made.udf = udfOf(key);
    made.publicParameters = dare::fromPublicKey(key);
    return made;
}

Result<crypto::PublicKey> keyOf(const PublicKey& key)
{
    if (!std::holds_alternative<std::monostate>(key.privateParameters))
        return fail(Fault::BadKey, "published together with its private key");
    if (std::holds_alternative<dare::PrivateKeyECDH>(key.publicParameters))
        return fail(Fault::BadKey, "a private key where a public one belongs");
    MMM_TRY(crypto::PublicKey decoded, dare::toPublicKey(key.publicParameters));
    if (!key.udf.empty() && !isUdfOf(key.udf, decoded))
        return fail(Fault::Contradiction, "fingerprint of another key");
    return decoded;
}

Result<crypto::PublicKey> keyOf(const std::optional<PublicKey>& key)
{
    if (!key)
        return fail(Fault::Missing, "key missing");
    return keyOf(*key);
}

Status detail::checkKey(const PublicKey& key)
{
    const auto decoded = keyOf(key);
    if (!decoded && decoded.error().fault != Fault::Unsupported)
        return tl::unexpected<Error>(decoded.error());
    return {};
}

} // namespace mmm::schema
