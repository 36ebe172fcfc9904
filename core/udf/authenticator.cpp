#include "udf/authenticator.h"

#include "crypto/hash.h"
#include "udf/digest.h"

namespace mmm::udf {

namespace {

Secret authenticationValue(const SecretUdf& key, BytesView data, std::string_view contentType)
{
    const Secret macKey = crypto::hkdfSha512(key.text(), bytesOf("KeyedUDFMaster"), "KeyedUDFExpand", 64);
    const Bytes digest = crypto::sha512(data);
    return crypto::hmacSha512(macKey, {bytesOf(contentType), bytesOf(":"), digest});
}

} // namespace

Udf authenticator(const SecretUdf& key, BytesView data, std::string_view contentType, unsigned bits)
{
    return Udf::present(std::uint8_t(Type::AuthenticatorSha2), authenticationValue(key, data, contentType),
                        bits);
}

bool authenticates(const Udf& fingerprint, const SecretUdf& key, BytesView data, std::string_view contentType)
{
    if (fingerprint.type() != Type::AuthenticatorSha2 || fingerprint.bits() < trustBits)
        return false;
    const Udf expected = Udf::whole(Type::AuthenticatorSha2, authenticationValue(key, data, contentType));
    const std::string& given = fingerprint.compact();
    const std::string_view all = expected.compact();
    return given.size() <= all.size() &&
           equalConstantTime(bytesOf(given), bytesOf(all.substr(0, given.size())));
}

Udf keyIdentifier(const SecretUdf& key, unsigned bits)
{
    return contentDigest(key.text(), keyIdentifierContentType, crypto::HashAlgorithm::Sha512, bits);
}

} // namespace mmm::udf
