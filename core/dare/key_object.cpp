#include "dare/key_object.h"

namespace mmm::dare {

namespace {

tl::unexpected<Error> notOnACurve(const Key& key)
{
    if (std::holds_alternative<std::monostate>(key))
        return fail(Fault::Missing, "no key");
    return fail(Fault::Unsupported, "a key of a kind that is not handled");
}

} // namespace

Result<crypto::PublicKey> toPublicKey(const Key& key)
{
    if (const auto* object = std::get_if<PublicKeyECDH>(&key)) {
        MMM_TRY(const crypto::Curve curve, crypto::curveByName(object->curve));
        return crypto::PublicKey::decode(curve, object->publicOctets);
    }
    if (std::holds_alternative<PrivateKeyECDH>(key)) {
        MMM_TRY(const crypto::PrivateKey privateKey, toPrivateKey(key));
        return privateKey.publicKey();
    }
    return notOnACurve(key);
}

Result<crypto::PrivateKey> toPrivateKey(const Key& key)
{
    const auto* object = std::get_if<PrivateKeyECDH>(&key);
    if (!object) {
        if (std::holds_alternative<PublicKeyECDH>(key))
            return fail(Fault::Missing, "a public key where a private key is needed");
        return notOnACurve(key);
    }
    MMM_TRY(const crypto::Curve curve, crypto::curveByName(object->curve));
    if (object->seed.secret.empty() == object->scalar.secret.empty())
        return fail(Fault::Malformed, "a private key needs either a seed or a scalar");
    auto privateKey = object->seed.secret.empty()
                          ? crypto::PrivateKey::fromScalar(curve, Secret(object->scalar.secret.view()))
                          : crypto::PrivateKey::fromSeed(curve, Secret(object->seed.secret.view()));
    if (!privateKey)
        return privateKey;
    if (!object->publicOctets.empty()) {
        MMM_TRY(const auto stated, crypto::PublicKey::decode(curve, object->publicOctets));
        if (!(stated == privateKey->publicKey()))
            return fail(Fault::Contradiction, "the stated public key is not that of the private key");
    }
    return privateKey;
}

Key fromPublicKey(const crypto::PublicKey& key)
{
    PublicKeyECDH object;
    object.curve = crypto::curveName(key.curve());
    object.publicOctets = key.raw();
    return object;
}

Key fromPrivateKey(const crypto::PrivateKey& key)
{
    PrivateKeyECDH object;
    object.curve = crypto::curveName(key.curve());
    if (key.hasSeed())
        object.seed.secret = SharedSecret(key.seed().clone());
    else
        object.scalar.secret = SharedSecret(key.scalar());
    return object;
}

} // namespace mmm::dare

MMM_RECORD_COMPILED(mmm::dare::PublicKeyECDH)
MMM_RECORD_COMPILED(mmm::dare::PrivateKeyECDH)
MMM_RECORD_COMPILED(mmm::dare::PublicKeyRSA)
MMM_RECORD_COMPILED(mmm::dare::PrivateKeyRSA)
MMM_RECORD_COMPILED(mmm::dare::PrivateKeyUDF)
