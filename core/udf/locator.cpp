#include "udf/locator.h"

#include "base/ascii.h"
#include "udf/authenticator.h"
#include "udf/digest.h"

#include <algorithm>
#include <array>

namespace mmm::udf {

namespace {

constexpr std::size_t maxUri = 4096;
constexpr std::size_t maxQueryItems = 32;

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool startsWith(std::string_view text, std::string_view lowerPrefix)
{
    return text.size() >= lowerPrefix.size() &&
           std::ranges::equal(text.substr(0, lowerPrefix.size()), lowerPrefix, {}, asciiLowerLetter);
}

/// user@domain, the user part as portals allow it.
bool isAccountAddress(std::string_view text)
{
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at > 64 || !isDomainName(text.substr(at + 1)))
        return false;
    return std::ranges::all_of(text.substr(0, at), [](char c) {
        return isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '+' || (c & 0x80);
    });
}

/// The canonical text of any UDF, secret or not.
Result<Secret> canonical(std::string_view text)
{
    if (auto secret = SecretUdf::parse(text))
        return secret->text();
    MMM_TRY(const Udf udf, Udf::parse(text));
    return Secret(bytesOf(udf.text()));
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = asciiLowerLetter(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

Result<std::string> percentDecoded(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        if (i + 2 >= text.size() || hexDigit(text[i + 1]) < 0 || hexDigit(text[i + 2]) < 0)
            return fail(Fault::Malformed, "a broken percent sign");
        result += char(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
        i += 2;
    }
    return result;
}

std::string percentEncoded(std::string_view text)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        if (isLetterOrDigit(c) || std::string_view("-._~@:").find(c) != std::string_view::npos) {
            result += c;
        } else {
            const auto octet = std::uint8_t(c);
            result += {'%', digits[octet >> 4], digits[octet & 15]};
        }
    }
    return result;
}

Result<std::vector<QueryItem>> parseQuery(std::string_view text)
{
    std::vector<QueryItem> items;
    while (!text.empty()) {
        const std::string_view item = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), item.size() + 1));
        const std::size_t equals = item.find('=');
        if (items.size() == maxQueryItems || equals == std::string_view::npos || equals == 0)
            return fail(Fault::Malformed, "a query that is not a list of names and values");
        MMM_TRY(std::string name, percentDecoded(item.substr(0, equals)));
        MMM_TRY(std::string value, percentDecoded(item.substr(equals + 1)));
        items.push_back({std::move(name), std::move(value)});
    }
    return items;
}

Result<Locator> parseParts(std::string_view uri)
{
    if (uri.size() > maxUri)
        return fail(Fault::TooLarge, "too long a locator");
    Locator locator;
    uri = uri.substr(0, uri.find('#'));
    const std::size_t question = uri.find('?');
    if (question != std::string_view::npos) {
        MMM_TRY(locator.query, parseQuery(uri.substr(question + 1)));
        uri = uri.substr(0, question);
    }

    if (startsWith(uri, "udf://"))
        locator.kind = Locator::Kind::Content;
    else if (startsWith(uri, "mcu://"))
        locator.kind = Locator::Kind::Connect;
    else if (!startsWith(uri, "udf:"))
        return fail(Fault::Malformed, "neither a udf: nor an mcu: locator");

    if (locator.kind == Locator::Kind::Name) {
        MMM_TRY(locator.udf, canonical(uri.substr(4)));
        return locator;
    }
    const std::string_view rest = uri.substr(6);
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos)
        return fail(Fault::Malformed, "a locator without a UDF");
    const std::string_view authority = rest.substr(0, slash);
    const bool valid =
        locator.kind == Locator::Kind::Content ? isDomainName(authority) : isAccountAddress(authority);
    if (!valid)
        return fail(Fault::Malformed, "a locator without a valid domain or account");
    locator.authority = asciiLower(authority);
    MMM_TRY(locator.udf, canonical(rest.substr(slash + 1)));
    if (locator.kind == Locator::Kind::Connect) {
        MMM_TRY(const SecretUdf pin, SecretUdf::parse(locator.udf.text()));
        if (pin.type() != Type::Nonce && pin.type() != Type::AuthenticatorSha2)
            return fail(Fault::WrongType, "not a PIN");
    }
    return locator;
}

} // namespace

bool isDomainName(std::string_view text)
{
    if (text.size() > 253)
        return false;
    std::size_t labels = 0;
    bool lastIsNumeric = false;
    for (std::size_t start = 0; start <= text.size(); ++labels) {
        const std::string_view label = text.substr(start, text.find('.', start) - start);
        if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-')
            return false;
        if (!std::ranges::all_of(label, [](char c) { return isLetterOrDigit(c) || c == '-'; }))
            return false;
        lastIsNumeric = std::ranges::all_of(label, [](char c) { return c >= '0' && c <= '9'; });
        start += label.size() + 1;
    }
    return labels >= 2 && !lastIsNumeric;
}

Result<Locator> Locator::parse(std::string_view uri)
{
    MMM_TRY(Locator locator, parseParts(uri));
    // Percent signs and dashes make the text longer, and what is written has to be read again.
    if (locator.print().size() > maxUri)
        return fail(Fault::TooLarge, "too long a locator");
    return locator;
}

Secret Locator::print() const
{
    Botan::secure_vector<std::uint8_t> text;
    const auto append = [&](std::string_view part) { text.insert(text.end(), part.begin(), part.end()); };
    append(kind == Kind::Name ? "udf:" : kind == Kind::Content ? "udf://" : "mcu://");
    if (kind != Kind::Name) {
        append(authority);
        append("/");
    }
    append(udf.text());
    char separator = '?';
    for (const QueryItem& item : query) {
        text.push_back(std::uint8_t(separator));
        append(percentEncoded(item.name));
        append("=");
        append(percentEncoded(item.value));
        separator = '&';
    }
    return Secret(std::move(text));
}

Result<Udf> contentIdentifier(const Locator& locator)
{
    if (auto secret = locator.secretUdf()) {
        if (secret->type() == Type::Share)
            return fail(Fault::WrongType, "a share: recover the key first");
        return keyIdentifier(*secret);
    }
    MMM_TRY(const Udf udf, locator.publicUdf());
    return contentDigest(bytesOf(udf.text()), keyIdentifierContentType, crypto::HashAlgorithm::Sha512, 280);
}

std::string contentPath(const Udf& identifier)
{
    return "/.well-known/mmm-udf/" + identifier.text();
}

std::string contentFallbackPath(const Udf& identifier)
{
    return "/.well-known/srv/mmm-udf/" + identifier.text();
}

} // namespace mmm::udf
