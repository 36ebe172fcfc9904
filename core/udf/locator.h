#pragma once

#include "udf/udf.h"

#include <vector>

namespace mmm::udf {

/// One name and value after the question mark of a locator, percent-decoded.
struct QueryItem
{
    std::string name;
    std::string value;

    friend bool operator==(const QueryItem&, const QueryItem&) = default;
};

/// A URI that names content or a person's account by UDF (WIRE A.8.1). The text holds the secret, so it is a
/// Secret in both directions.
struct Locator
{
    enum class Kind : std::uint8_t
    {
        Name,    ///< udf:<UDF>
        Content, ///< udf://<domain>/<UDF>: fetch and decrypt (EARL)
        Connect, ///< mcu://<account>/<PIN>: connect a device to an account
    };

    Kind kind = Kind::Name;
    /// DNS domain in lower case (Content) or account address user@domain (Connect); empty for a name.
    std::string authority;
    /// The canonical text with dashes.
    Secret udf;
    std::vector<QueryItem> query;

    /// Malformed for anything but the three forms: no user, port or IP address, a valid UDF. TooLarge if
    /// the text, or what `print` makes of it, has more than 4096 characters. A fragment is dropped.
    [[nodiscard]] static Result<Locator> parse(std::string_view uri);

    [[nodiscard]] Secret print() const;

    /// The UDF as what it is. WrongType if it is of the other sort.
    [[nodiscard]] Result<SecretUdf> secretUdf() const { return SecretUdf::parse(udf.text()); }
    [[nodiscard]] Result<Udf> publicUdf() const { return Udf::parse(udf.text()); }
};

/// Where the content of a locator is found: the identifier under which the host knows it.
/// For a share the key must be recovered first (WrongType).
[[nodiscard]] Result<Udf> contentIdentifier(const Locator& locator);

/// The path below https://<domain> of content: the place of UDF 08 §1.2.2, and the fallback of §6.2.1.
[[nodiscard]] std::string contentPath(const Udf& identifier);
[[nodiscard]] std::string contentFallbackPath(const Udf& identifier);

/// Whether the text is a DNS name of at least two labels, in ASCII, and not an IP address.
[[nodiscard]] bool isDomainName(std::string_view text);

} // namespace mmm::udf
