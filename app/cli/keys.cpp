#include "keys.h"

#include "crypto/derive.h"
#include "dare/key_object.h"
#include "input.h"
#include "udf/udf.h"

#include <utility>

namespace mmm::cli {

namespace {

void addPrivate(Keys& keys, crypto::PrivateKey key)
{
    keys.signers.push_back(key.publicKey());
    keys.ring.add(std::move(key));
}

Status addDerived(Keys& keys, BytesView seedOctets)
{
    using crypto::DerivedAlgorithm;
    MMM_TRY(const auto seed, crypto::DerivationSeed::fromOctets(Secret(seedOctets)));
    if (seed.algorithm() == DerivedAlgorithm::MeshProfileMaster) {
        MMM_TRY(auto all, crypto::deriveMasterKeys(seed));
        addPrivate(keys, std::move(all.offlineSignature));
        addPrivate(keys, std::move(all.encryption));
        addPrivate(keys, std::move(all.escrow));
        return {};
    }
    if (seed.algorithm() == DerivedAlgorithm::MeshProfileDevice) {
        MMM_TRY(auto all, crypto::deriveDeviceProfileKeys(seed));
        addPrivate(keys, std::move(all.offlineSignature));
        addPrivate(keys, std::move(all.encryption));
        addPrivate(keys, std::move(all.authentication));
        return {};
    }
    bool found = false;
    for (const auto curve :
         {crypto::Curve::Ed25519, crypto::Curve::Ed448, crypto::Curve::X25519, crypto::Curve::X448}) {
        if (auto key = seed.deriveKey(curve, seed.use())) {
            addPrivate(keys, std::move(*key));
            found = true;
        }
    }
    if (!found)
        return fail(Fault::Unsupported, "a derivation seed for a kind of key that is not handled");
    return {};
}

Status addUdf(Keys& keys, std::string_view text)
{
    MMM_TRY(const auto udf, udf::SecretUdf::parse(text));
    if (udf.type() == udf::Type::DerivationSeed)
        return addDerived(keys, udf.data());
    if (udf.type() != udf::Type::Key)
        return fail(Fault::WrongType, "a UDF that is not a key");
    keys.ring.setMasterKey(Secret(udf.data()));
    return {};
}

Status addObject(Keys& keys, BytesView json)
{
    MMM_TRY(const auto document, encoding::JsonDocument::parse(json));
    MMM_TRY(const dare::Key key, encoding::Codec<dare::Key>::read(document.root()));
    if (const auto* seed = std::get_if<dare::PrivateKeyUDF>(&key))
        return addUdf(keys, seed->privateValue.secret.text());
    if (std::holds_alternative<dare::PrivateKeyECDH>(key)) {
        MMM_TRY(auto privateKey, dare::toPrivateKey(key));
        addPrivate(keys, std::move(privateKey));
        return {};
    }
    MMM_TRY(auto publicKey, dare::toPublicKey(key));
    keys.signers.push_back(std::move(publicKey));
    return {};
}

Status addFile(Keys& keys, const std::string& file)
{
    MMM_TRY(const Secret content, readSecretFile(file));
    std::string_view text = content.text();
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return fail(Fault::Missing, "the file is empty");
    text = text.substr(first, text.find_last_not_of(blanks) - first + 1);
    return text[0] == '{' ? addObject(keys, bytesOf(text)) : addUdf(keys, text);
}

} // namespace

Result<Keys> readKeys(const std::vector<std::string>& files)
{
    Keys keys;
    for (const std::string& file : files) {
        if (const Status added = addFile(keys, file); !added) {
            Error error = added.error();
            error.detail = "key file " + file + ": " + error.detail;
            return tl::unexpected<Error>(std::move(error));
        }
    }
    return keys;
}

} // namespace mmm::cli
