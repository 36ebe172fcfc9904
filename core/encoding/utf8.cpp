#include "encoding/utf8.h"

#include <cstring>

namespace mmm::encoding {

bool isUtf8(BytesView octets)
{
    for (std::size_t i = 0; i < octets.size();) {
        // most text is ASCII: eight octets at a time
        if (std::uint64_t eight = 0; octets.size() - i >= sizeof eight) {
            std::memcpy(&eight, &octets[i], sizeof eight);
            if ((eight & 0x8080808080808080U) == 0) {
                i += sizeof eight;
                continue;
            }
        }
        const std::uint8_t lead = octets[i++];
        if (lead < 0x80)
            continue;
        int following = 0;
        std::uint32_t codePoint = 0;
        std::uint32_t smallest = 0;
        if ((lead & 0xE0) == 0xC0) {
            following = 1, codePoint = lead & 0x1F, smallest = 0x80;
        } else if ((lead & 0xF0) == 0xE0) {
            following = 2, codePoint = lead & 0x0F, smallest = 0x800;
        } else if ((lead & 0xF8) == 0xF0) {
            following = 3, codePoint = lead & 0x07, smallest = 0x10000;
        } else {
            return false;
        }
        for (; following > 0; --following) {
            if (i == octets.size() || (octets[i] & 0xC0) != 0x80)
                return false;
            codePoint = codePoint << 6 | (octets[i++] & 0x3F);
        }
        if (codePoint < smallest || codePoint > 0x10FFFF || (codePoint >= 0xD800 && codePoint <= 0xDFFF))
            return false;
    }
    return true;
}

} // namespace mmm::encoding
