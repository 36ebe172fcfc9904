#include "encoding/base32.h"

#include "encoding/digit_range.h"

namespace mmm::encoding {

namespace {

/// The digit's value with bit 8 set if it is one, else 0.
constexpr unsigned base32Digit(char character)
{
    const auto c = static_cast<unsigned>(static_cast<unsigned char>(character));
    return (inRange(c, 'A', 'Z') & (0x100 | ((c - 'A') & 0xFF))) |
           (inRange(c, '2', '7') & (0x100 | ((c - '2' + 26) & 0xFF)));
}

/// The character of a value below 32, without a branch.
constexpr char characterOf(unsigned digit)
{
    return static_cast<char>((inRange(digit, 0, 25) & (digit + 'A')) |
                             (inRange(digit, 26, 31) & (digit - 26 + '2')));
}

template<typename Text>
void encode(BytesView octets, Text& text)
{
    text.reserve((octets.size() * 8 + 4) / 5);
    unsigned buffer = 0;
    int bits = 0;
    for (const std::uint8_t octet : octets) {
        buffer = ((buffer << 8) | octet) & 0xFFFF;
        for (bits += 8; bits >= 5; bits -= 5)
            text.push_back(static_cast<typename Text::value_type>(characterOf((buffer >> (bits - 5)) & 31)));
    }
    if (bits > 0)
        text.push_back(static_cast<typename Text::value_type>(characterOf((buffer << (5 - bits)) & 31)));
}

template<typename Octets>
Status decode(std::string_view text, Octets& octets)
{
    octets.reserve(text.size() * 5 / 8);
    unsigned buffer = 0;
    int bits = 0;
    for (const char c : text) {
        const unsigned digit = base32Digit(c);
        if (!(digit & 0x100))
            return fail(Fault::Malformed, "character outside the base 32 alphabet");
        buffer = ((buffer << 5) | (digit & 31)) & 0xFFFF;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            octets.push_back(static_cast<std::uint8_t>(buffer >> bits));
        }
    }
    return {};
}

} // namespace

std::string toBase32(BytesView octets)
{
    std::string text;
    encode(octets, text);
    return text;
}

Result<Bytes> fromBase32(std::string_view text)
{
    Bytes octets;
    MMM_CHECK(decode(text, octets));
    return octets;
}

Secret secretToBase32(BytesView octets)
{
    Botan::secure_vector<std::uint8_t> text;
    encode(octets, text);
    return Secret(std::move(text));
}

Result<Secret> secretFromBase32(std::string_view text)
{
    Botan::secure_vector<std::uint8_t> octets;
    MMM_CHECK(decode(text, octets));
    return Secret(std::move(octets));
}

} // namespace mmm::encoding
