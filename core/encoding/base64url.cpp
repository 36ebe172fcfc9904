#include "encoding/base64url.h"

#include "encoding/digit_range.h"

#include <array>

namespace mmm::encoding {

namespace {

/// The digit's value with bit 8 set if it is one, else 0.
constexpr unsigned base64Digit(char character)
{
    const auto c = static_cast<unsigned>(static_cast<unsigned char>(character));
    return (inRange(c, 'A', 'Z') & (0x100 | ((c - 'A') & 0xFF))) |
           (inRange(c, 'a', 'z') & (0x100 | ((c - 'a' + 26) & 0xFF))) |
           (inRange(c, '0', '9') & (0x100 | ((c - '0' + 52) & 0xFF))) |
           (inRange(c, '-', '-') & (0x100 | 62)) | (inRange(c, '_', '_') & (0x100 | 63));
}

constexpr auto digitTable = [] {
    std::array<std::uint16_t, 256> digits{};
    for (unsigned c = 0; c < digits.size(); ++c)
        digits[c] = static_cast<std::uint16_t>(base64Digit(static_cast<char>(c)));
    return digits;
}();

/// The same by a table: quicker, but only for what is no secret, since a cache can tell which place was read.
constexpr unsigned digitFromTable(char character)
{
    return digitTable[static_cast<unsigned char>(character)];
}

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

template<auto valueOf, typename Octets>
Status decode(std::string_view text, Octets& octets)
{
    octets.reserve(text.size() * 3 / 4 + 1);
    std::uint32_t buffer = 0;
    int bits = 0;
    std::size_t digits = 0;
    for (const char c : text) {
        const unsigned digit = valueOf(c);
        if (!(digit & 0x100)) {
            if (isSpace(c))
                continue;
            return fail(Fault::Malformed, "character outside the base64url alphabet");
        }
        buffer = (buffer << 6) | (digit & 63);
        ++digits;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            octets.push_back(static_cast<std::uint8_t>(buffer >> bits));
        }
    }
    if (digits % 4 == 1)
        return fail(Fault::Malformed, "base64url text of an impossible length");
    if (buffer & ((1U << bits) - 1))
        return fail(Fault::Malformed, "base64url text with surplus bits");
    return {};
}

} // namespace

std::string toBase64url(BytesView octets)
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    text.reserve((octets.size() * 4 + 2) / 3);
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const std::uint8_t octet : octets) {
        buffer = (buffer << 8) | octet;
        for (bits += 8; bits >= 6; bits -= 6)
            text += alphabet[(buffer >> (bits - 6)) & 63];
    }
    if (bits > 0)
        text += alphabet[(buffer << (6 - bits)) & 63];
    return text;
}

Result<Bytes> fromBase64url(std::string_view text)
{
    Bytes octets;
    MMM_CHECK(decode<digitFromTable>(text, octets));
    return octets;
}

Result<Secret> secretFromBase64url(std::string_view text)
{
    Botan::secure_vector<std::uint8_t> octets;
    MMM_CHECK(decode<base64Digit>(text, octets));
    return Secret(std::move(octets));
}

} // namespace mmm::encoding
