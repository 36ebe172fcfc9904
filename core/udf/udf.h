#pragma once

#include "base/error.h"
#include "base/secret.h"
#include "crypto/random.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace mmm::udf {

/// What a Uniform Data Fingerprint stands for (UDF 08 §3.2). The value is the type octet.
enum class Type : std::uint8_t
{
    AuthenticatorSha2 = 0,
    AuthenticatorSha3 = 1,
    Key = 32,             ///< symmetric key: secret
    DigestSha3 = 80,      ///< to 84 for digests that end in zero bits
    DigestSha2 = 96,      ///< to 100 likewise
    Nonce = 104,          ///< unique names and PINs
    Oid = 112,            ///< a public key itself
    Share = 144,          ///< share of a split secret: secret
    DerivationSeed = 200, ///< seed of keys: secret
};

/// Bits of a presentation that decisions of trust need on both sides.
inline constexpr unsigned trustBits = 140;

/// A fingerprint, nonce or public key as text. A value; parse() accepts what others write, text() is
/// canonical: upper case, a dash after every four characters.
class Udf
{
public:
    /// Lower case and missing or misplaced dashes are accepted. Malformed for other characters, unknown types
    /// and lengths that the type cannot have; WrongType for the secret types, which SecretUdf reads.
    [[nodiscard]] static Result<Udf> parse(std::string_view text);

    /// The first `bits` bits of the type octet and the data, to full characters; what is missing is left out.
    [[nodiscard]] static Udf present(std::uint8_t typeOctet, BytesView data, unsigned bits);

    /// The type octet and all of the data.
    [[nodiscard]] static Udf whole(Type type, BytesView data);

    /// A fresh nonce of 16 random octets: the name of a message.
    [[nodiscard]] static Udf nonce(crypto::Random& random = crypto::systemRandom());

    /// The type, with the five grades of compression of digests taken as one.
    [[nodiscard]] Type type() const;
    [[nodiscard]] std::uint8_t typeOctet() const { return m_octets[0]; }

    /// With dashes.
    [[nodiscard]] std::string text() const;
    /// Without dashes: the form to compare and to index by.
    [[nodiscard]] const std::string& compact() const { return m_compact; }

    /// The whole octets after the type octet; surplus bits are dropped.
    [[nodiscard]] BytesView data() const { return BytesView(m_octets).subspan(1); }

    /// Bits of the presentation: five per character.
    [[nodiscard]] unsigned bits() const { return unsigned(5 * m_compact.size()); }

    /// Exactly the same presentation.
    friend bool operator==(const Udf& a, const Udf& b) { return a.m_compact == b.m_compact; }
    friend auto operator<=>(const Udf& a, const Udf& b) { return a.m_compact <=> b.m_compact; }

private:
    explicit Udf(std::string compact);

    std::string m_compact;
    Bytes m_octets;
};

/// Whether one is a prefix of the other. Enough to find something, not enough to trust it.
[[nodiscard]] bool matches(const Udf& a, const Udf& b);

/// The same with at least trustBits on both sides.
[[nodiscard]] bool matchesForTrust(const Udf& a, const Udf& b);

/// Whether two texts are the same UDF in any spelling. False if one is none.
[[nodiscard]] bool sameText(std::string_view a, std::string_view b);

/// A UDF whose text is the secret: a key, a PIN, a share, a derivation seed. Move-only.
class SecretUdf
{
public:
    /// As Udf::parse, for Key, Nonce, Share and DerivationSeed, and for the authenticators that later drafts
    /// print as PINs and salted PINs; WrongType for the others.
    [[nodiscard]] static Result<SecretUdf> parse(std::string_view text);

    [[nodiscard]] static SecretUdf whole(Type type, BytesView data);

    /// As Udf::present.
    [[nodiscard]] static SecretUdf present(Type type, BytesView data, unsigned bits);

    /// A fresh symmetric key of 16 or 32 octets.
    [[nodiscard]] static SecretUdf key(std::size_t size, crypto::Random& random = crypto::systemRandom());

    /// A fresh PIN: a nonce of 10 random octets, 18 characters.
    [[nodiscard]] static SecretUdf pin(crypto::Random& random = crypto::systemRandom());

    [[nodiscard]] SecretUdf clone() const;

    [[nodiscard]] Type type() const { return Type(m_octets.view()[0]); }

    /// With dashes: what is shown to the person and what identifiers are computed over. Characters that a
    /// text had beyond the last whole octet are kept.
    [[nodiscard]] Secret text() const;

    /// The octets after the type octet.
    [[nodiscard]] BytesView data() const { return m_octets.view().subspan(1); }

    /// The type octet and the data.
    [[nodiscard]] const Secret& octets() const { return m_octets; }

private:
    SecretUdf(Secret compact, Secret octets) : m_compact(std::move(compact)), m_octets(std::move(octets)) {}

    Secret m_compact;
    Secret m_octets;
};

} // namespace mmm::udf
