#include "udf/udf.h"

#include "encoding/base32.h"

#include <algorithm>
#include <array>

namespace mmm::udf {

namespace {

/// Longer than any public key that is written as a UDF.
constexpr std::size_t maxCharacters = 2048;
constexpr unsigned maxDigestBits = 440;
constexpr unsigned minDigestBits = 100;

/// Upper case without dashes, into a text or into a secret.
template<typename Octets>
Result<Octets> compactOf(std::string_view text)
{
    if (text.size() > 2 * maxCharacters)
        return fail(Fault::TooLarge, "too long for a UDF");
    Octets compact;
    compact.reserve(text.size());
    for (const char c : text) {
        if (c == '-')
            continue;
        compact.push_back(typename Octets::value_type(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c));
    }
    if (compact.size() > maxCharacters)
        return fail(Fault::TooLarge, "too long for a UDF");
    return compact;
}

/// A dash after every four characters.
template<typename Octets>
Octets dashed(std::string_view compact)
{
    Octets text;
    text.reserve(compact.size() + compact.size() / 4);
    for (std::size_t i = 0; i < compact.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            text.push_back('-');
        text.push_back(typename Octets::value_type(compact[i]));
    }
    return text;
}

/// The type without the grade of compression; Unsupported for octets that mean nothing.
Result<Type> typeOf(std::uint8_t octet)
{
    if (octet >= 80 && octet <= 84)
        return Type::DigestSha3;
    if (octet >= 96 && octet <= 100)
        return Type::DigestSha2;
    switch (Type(octet)) {
    case Type::AuthenticatorSha2:
    case Type::AuthenticatorSha3:
    case Type::Key:
    case Type::Nonce:
    case Type::Oid:
    case Type::Share:
    case Type::DerivationSeed:
        return Type(octet);
    default:
        return fail(Fault::Malformed, "unknown type of UDF");
    }
}

/// Presentations fill their last group of four characters.
unsigned presentedBits(unsigned bits)
{
    return std::clamp((bits + 19) / 20 * 20, minDigestBits, maxDigestBits);
}

bool isSecret(Type type)
{
    return type == Type::Key || type == Type::Share || type == Type::DerivationSeed;
}

/// Whether a UDF of the type can have so many characters.
bool possibleLength(Type type, std::size_t characters)
{
    const std::size_t octets = characters * 5 / 8;
    switch (type) {
    case Type::AuthenticatorSha2:
    case Type::AuthenticatorSha3:
    case Type::DigestSha2:
    case Type::DigestSha3:
        return characters * 5 >= minDigestBits && octets <= 65;
    case Type::Nonce:
        return octets >= 11 && octets <= 65;
    case Type::Key:
        return octets >= 17 && octets <= 65;
    case Type::Share:
        return octets >= 6 && octets <= 66;
    case Type::DerivationSeed:
        return octets >= 4 && octets <= 131;
    case Type::Oid:
        return octets >= 8;
    }
    return false;
}

} // namespace

Udf::Udf(std::string compact)
    : m_compact(std::move(compact)),
      m_octets(encoding::fromBase32(m_compact).value_or(Bytes{}))
{}

Result<Udf> Udf::parse(std::string_view text)
{
    MMM_TRY(std::string compact, compactOf<std::string>(text));
    MMM_TRY(const Bytes octets, encoding::fromBase32(compact));
    if (octets.empty())
        return fail(Fault::Malformed, "too short for a UDF");
    MMM_TRY(const Type type, typeOf(octets[0]));
    if (isSecret(type))
        return fail(Fault::WrongType, "a secret where a fingerprint is expected");
    if (!possibleLength(type, compact.size()))
        return fail(Fault::Malformed, "wrong length of a UDF");
    return Udf(std::move(compact));
}

Udf Udf::present(std::uint8_t typeOctet, BytesView data, unsigned bits)
{
    std::string compact = encoding::toBase32(concat(std::array{typeOctet}, data));
    compact.resize(std::min<std::size_t>(compact.size(), presentedBits(bits) / 5));
    return Udf(std::move(compact));
}

Udf Udf::whole(Type type, BytesView data)
{
    return Udf(encoding::toBase32(concat(std::array{std::uint8_t(type)}, data)));
}

Udf Udf::nonce(crypto::Random& random)
{
    return whole(Type::Nonce, crypto::randomBytes(16, random));
}

Type Udf::type() const
{
    return typeOf(m_octets[0]).value_or(Type(m_octets[0]));
}

std::string Udf::text() const
{
    return dashed<std::string>(m_compact);
}

bool matches(const Udf& a, const Udf& b)
{
    const std::size_t common = std::min(a.compact().size(), b.compact().size());
    return a.compact().compare(0, common, b.compact(), 0, common) == 0;
}

bool matchesForTrust(const Udf& a, const Udf& b)
{
    return a.bits() >= trustBits && b.bits() >= trustBits && matches(a, b);
}

bool sameText(std::string_view a, std::string_view b)
{
    const auto first = Udf::parse(a);
    const auto second = Udf::parse(b);
    return first && second && *first == *second;
}

Result<SecretUdf> SecretUdf::parse(std::string_view text)
{
    using Octets = Botan::secure_vector<std::uint8_t>;
    MMM_TRY(Octets compact, compactOf<Octets>(text));
    Secret characters(std::move(compact));
    MMM_TRY(Secret octets, encoding::secretFromBase32(characters.text()));
    if (octets.empty())
        return fail(Fault::Malformed, "too short for a UDF");
    MMM_TRY(const Type type, typeOf(octets.view()[0]));
    const bool pinOfLaterDrafts = type == Type::AuthenticatorSha2;
    if (!isSecret(type) && type != Type::Nonce && !pinOfLaterDrafts)
        return fail(Fault::WrongType, "a fingerprint where a secret is expected");
    if (!possibleLength(pinOfLaterDrafts ? Type::Nonce : type, characters.size()))
        return fail(Fault::Malformed, "wrong length of a UDF");
    return SecretUdf(std::move(characters), std::move(octets));
}

SecretUdf SecretUdf::whole(Type type, BytesView data)
{
    Secret octets(1 + data.size());
    octets.writable()[0] = std::uint8_t(type);
    std::ranges::copy(data, octets.writable().begin() + 1);
    Secret compact = encoding::secretToBase32(octets);
    return SecretUdf(std::move(compact), std::move(octets));
}

SecretUdf SecretUdf::present(Type type, BytesView data, unsigned bits)
{
    const SecretUdf all = whole(type, data);
    const std::size_t characters = std::min<std::size_t>(all.m_compact.size(), presentedBits(bits) / 5);
    Secret compact(all.m_compact.view().first(characters));
    Secret octets(all.m_octets.view().first(characters * 5 / 8));
    return SecretUdf(std::move(compact), std::move(octets));
}

SecretUdf SecretUdf::key(std::size_t size, crypto::Random& random)
{
    return whole(Type::Key, crypto::randomSecret(size, random));
}

SecretUdf SecretUdf::pin(crypto::Random& random)
{
    return whole(Type::Nonce, crypto::randomSecret(10, random));
}

SecretUdf SecretUdf::clone() const
{
    return SecretUdf(m_compact.clone(), m_octets.clone());
}

Secret SecretUdf::text() const
{
    return Secret(dashed<Botan::secure_vector<std::uint8_t>>(m_compact.text()));
}

} // namespace mmm::udf
