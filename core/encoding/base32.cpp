#include "encoding/base32.h"

namespace mmm::encoding {

std::string toBase32(BytesView octets)
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    text.reserve((octets.size() * 8 + 4) / 5);
    unsigned buffer = 0;
    int bits = 0;
    for (const std::uint8_t octet : octets) {
        buffer = (buffer << 8) | octet;
        for (bits += 8; bits >= 5; bits -= 5)
            text += alphabet[(buffer >> (bits - 5)) & 31];
    }
    if (bits > 0)
        text += alphabet[(buffer << (5 - bits)) & 31];
    return text;
}

Result<Bytes> fromBase32(std::string_view text)
{
    Bytes octets;
    octets.reserve(text.size() * 5 / 8);
    unsigned buffer = 0;
    int bits = 0;
    for (const char c : text) {
        unsigned digit = 0;
        if (c >= 'A' && c <= 'Z')
            digit = static_cast<unsigned>(c - 'A');
        else if (c >= '2' && c <= '7')
            digit = static_cast<unsigned>(c - '2' + 26);
        else
            return fail(Fault::Malformed, "character outside the base 32 alphabet");
        buffer = ((buffer << 5) | digit) & 0xFFFF;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            octets.push_back(static_cast<std::uint8_t>(buffer >> bits));
        }
    }
    return octets;
}

} // namespace mmm::encoding
