#pragma once

#include "base/bytes.h"

namespace mmm::encoding {

/// Whether the octets are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF).
[[nodiscard]] bool isUtf8(BytesView octets);

/// Appends a code point to any container of octets or characters.
template<typename Container>
void appendUtf8(Container& out, std::uint32_t codePoint)
{
    using Element = typename Container::value_type;
    const auto put = [&out](std::uint32_t octet) { out.push_back(static_cast<Element>(octet)); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xC0 | codePoint >> 6);
        put(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
        put(0xE0 | codePoint >> 12);
        put(0x80 | (codePoint >> 6 & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    } else {
        put(0xF0 | codePoint >> 18);
        put(0x80 | (codePoint >> 12 & 0x3F));
        put(0x80 | (codePoint >> 6 & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    }
}

} // namespace mmm::encoding
