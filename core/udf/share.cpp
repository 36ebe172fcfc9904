#include "udf/share.h"

#include <algorithm>

namespace mmm::udf {

SecretUdf shareText(const crypto::ShamirShare& share)
{
    return SecretUdf::whole(Type::Share, share.octets());
}

Result<crypto::ShamirShare> shareOf(const SecretUdf& text)
{
    if (text.type() != Type::Share)
        return fail(Fault::WrongType, "not a share of a secret");
    return crypto::ShamirShare::fromOctets(text.data());
}

Result<std::vector<SecretUdf>> splitSecret(const SecretUdf& secret, unsigned threshold, unsigned count,
                                           crypto::Random& random)
{
    const bool seed = secret.type() == Type::DerivationSeed;
    if (!seed && (secret.type() != Type::Key || (secret.data().size() != 16 && secret.data().size() != 32)))
        return fail(Fault::WrongType, "only keys of 16 or 32 octets and seeds can be split");
    const std::size_t fieldSize = (secret.octets().size() + 3) / 4 * 4;
    if (seed && (fieldSize == 16 || fieldSize == 32))
        return fail(Fault::Unsupported, "a seed of this length would be taken for a key");
    MMM_TRY(const auto shares,
            crypto::splitSecret(seed ? BytesView(secret.octets()) : secret.data(), threshold, count, random));
    std::vector<SecretUdf> texts;
    for (const crypto::ShamirShare& share : shares)
        texts.push_back(shareText(share));
    return texts;
}

Result<SecretUdf> recoverSecret(const std::vector<SecretUdf>& shares)
{
    std::vector<crypto::ShamirShare> parts;
    for (const SecretUdf& text : shares) {
        MMM_TRY(crypto::ShamirShare share, shareOf(text));
        parts.push_back(std::move(share));
    }
    MMM_TRY(const Secret value, crypto::recoverSecret(parts));
    if (value.size() == 16 || value.size() == 32)
        return SecretUdf::whole(Type::Key, value);
    const BytesView octets = value;
    const auto start = std::ranges::find_if(octets, [](std::uint8_t octet) { return octet != 0; });
    if (start == octets.end() || *start != std::uint8_t(Type::DerivationSeed) || octets.end() - start < 4)
        return fail(Fault::BadShare, "the shares make neither a key nor a seed");
    return SecretUdf::whole(Type::DerivationSeed, octets.subspan(std::size_t(start - octets.begin()) + 1));
}

} // namespace mmm::udf
