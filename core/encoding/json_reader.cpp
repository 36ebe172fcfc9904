#include "encoding/json_value.h"
#include "encoding/utf8.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace mmm::encoding {

/// Recursive descent over the octets, one pass, depth bounded by JsonLimits::maxDepth. One reader for JSON
/// and for its binary relatives: a binary tag has its high bit set, so it cannot start a JSON token.
class JsonReader
{
public:
    JsonReader(JsonDocument& document, BytesView source, const JsonLimits& limits)
        : m_document(document),
          m_source(source),
          m_limits(limits)
    {
        // most objects are small; growing from nothing would cost as much as reading them
        m_document.m_nodes.reserve(std::min<std::size_t>(16, source.size() / 8 + 1));
    }

    Status read()
    {
        MMM_CHECK(definitions());
        skipSpace();
        // a JSON-C text may consist of definitions alone
        if (atEnd() && m_defined) {
            m_document.m_nodes.emplace_back().next = 1;
            return {};
        }
        MMM_CHECK(value({}, 1));
        skipSpace();
        return atEnd() ? Status() : fail(Fault::Malformed, "octets after the value");
    }

private:
    using Node = JsonDocument::Node;

    [[nodiscard]] bool atEnd() const { return m_at == m_source.size(); }
    [[nodiscard]] std::uint8_t peek() const { return atEnd() ? 0 : m_source[m_at]; }
    [[nodiscard]] bool atTag() const { return m_limits.binaryTags && !atEnd() && m_source[m_at] >= 0x80; }

    void skipSpace()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r'))
            ++m_at;
    }

    tl::unexpected<Error> malformed(const char* what) const
    {
        return fail(Fault::Malformed, std::string(what) + " at octet " + std::to_string(m_at));
    }

    Status word(std::string_view expected)
    {
        if (m_source.size() - m_at < expected.size() ||
            textOf(m_source.subspan(m_at, expected.size())) != expected)
            return malformed("unknown word");
        m_at += expected.size();
        return {};
    }

    Result<BytesView> take(std::uint64_t count)
    {
        if (count > m_source.size() - m_at)
            return malformed("cut off");
        const BytesView taken = m_source.subspan(m_at, static_cast<std::size_t>(count));
        m_at += static_cast<std::size_t>(count);
        return taken;
    }

    Result<std::uint64_t> bigEndian(std::size_t size)
    {
        MMM_TRY(const BytesView octets, take(size));
        std::uint64_t number = 0;
        for (const std::uint8_t octet : octets)
            number = number << 8 | octet;
        return number;
    }

    Status value(std::string_view name, std::size_t depth)
    {
        if (depth > m_limits.maxDepth)
            return fail(Fault::TooDeep, "JSON nested too deeply");
        if (m_document.m_nodes.size() >= m_limits.maxValues)
            return fail(Fault::TooLarge, "too many JSON values");
        MMM_CHECK(definitions());
        skipSpace();
        const std::size_t index = m_document.m_nodes.size();
        m_document.m_nodes.emplace_back().name = name;
        const std::size_t start = m_at;
        if (atEnd())
            return malformed("value missing");
        if (atTag()) {
            MMM_CHECK(tagged(index));
        } else {
            switch (peek()) {
            case '{':
                MMM_CHECK(object(index, depth));
                break;
            case '[':
                MMM_CHECK(array(index, depth));
                break;
            case '"':
                MMM_CHECK(text(index));
                break;
            case 't':
                MMM_CHECK(word("true"));
                setBool(index, true);
                break;
            case 'f':
                MMM_CHECK(word("false"));
                setBool(index, false);
                break;
            case 'n':
                MMM_CHECK(word("null"));
                break;
            default:
                MMM_CHECK(number(index));
            }
        }
        Node& node = m_document.m_nodes[index];
        node.source = m_source.subspan(start, m_at - start);
        node.next = static_cast<std::uint32_t>(m_document.m_nodes.size());
        return {};
    }

    void setBool(std::size_t index, bool value)
    {
        m_document.m_nodes[index].kind = JsonKind::Bool;
        m_document.m_nodes[index].integer = value ? 1 : 0;
    }

    Status array(std::size_t index, std::size_t depth)
    {
        m_document.m_nodes[index].kind = JsonKind::Array;
        ++m_at;
        skipSpace();
        std::uint32_t count = 0;
        if (peek() != ']') {
            for (;; ++m_at) {
                MMM_CHECK(value({}, depth + 1));
                ++count;
                skipSpace();
                if (peek() != ',')
                    break;
            }
        }
        return close(index, count, ']');
    }

    Status object(std::size_t index, std::size_t depth)
    {
        m_document.m_nodes[index].kind = JsonKind::Object;
        ++m_at;
        skipSpace();
        std::uint32_t count = 0;
        if (peek() != '}') {
            for (;; ++m_at) {
                skipSpace();
                MMM_TRY(const std::string_view name, memberName());
                skipSpace();
                if (peek() != ':')
                    return malformed("colon missing");
                ++m_at;
                MMM_CHECK(value(name, depth + 1));
                ++count;
                skipSpace();
                if (peek() != ',')
                    break;
            }
        }
        MMM_CHECK(close(index, count, '}'));
        return uniqueNames(index, count);
    }

    Status close(std::size_t index, std::uint32_t count, char bracket)
    {
        if (atEnd() || peek() != bracket)
            return malformed("bracket missing");
        ++m_at;
        m_document.m_nodes[index].count = count;
        return {};
    }

    Status uniqueNames(std::size_t index, std::uint32_t count)
    {
        const auto& nodes = m_document.m_nodes;
        constexpr std::uint32_t few = 24; // below, comparing pairs is quicker than hashing
        std::unordered_set<std::string_view> seen;
        for (std::size_t member = index + 1; member < nodes.size(); member = nodes[member].next) {
            bool fresh = true;
            if (count <= few) {
                for (std::size_t other = index + 1; other != member && fresh; other = nodes[other].next)
                    fresh = nodes[other].name != nodes[member].name;
            } else {
                fresh = seen.insert(nodes[member].name).second;
            }
            if (!fresh)
                return fail(Fault::Malformed, "member name used twice");
        }
        return {};
    }

    Result<std::string_view> memberName()
    {
        Node name;
        MMM_CHECK(definitions());
        MMM_CHECK(stringInto(name));
        if (name.folded)
            return malformed("line break in a name");
        if (!name.escaped)
            return textOf(name.data);
        JsonDocument scratch;
        scratch.m_nodes.push_back(name);
        MMM_TRY(const Secret decoded, scratch.root().secretString());
        return textOf(keep(decoded.vector()));
    }

    BytesView keep(Botan::secure_vector<std::uint8_t> octets)
    {
        return m_document.m_decoded.emplace_back(std::move(octets));
    }

    Status text(std::size_t index) { return textInto(m_document.m_nodes[index]); }

    Status textInto(Node& node)
    {
        if (peek() != '"')
            return malformed("string expected");
        const std::size_t start = ++m_at;
        while (!atEnd() && peek() != '"') {
            const std::uint8_t c = m_source[m_at++];
            if (m_limits.foldedBinary && (c == '\n' || c == '\r')) {
                node.folded = true;
                continue;
            }
            if (c < 0x20)
                return malformed("control character in a string");
            if (c == '\\') {
                node.escaped = true;
                MMM_CHECK(escape());
            }
        }
        if (atEnd())
            return malformed("string not closed");
        node.kind = JsonKind::String;
        node.data = m_source.subspan(start, m_at - start);
        ++m_at;
        return isUtf8(node.data) ? Status() : malformed("not UTF-8");
    }

    Status escape()
    {
        switch (atEnd() ? 0 : m_source[m_at++]) {
        case '"':
        case '\\':
        case '/':
        case 'b':
        case 'f':
        case 'n':
        case 'r':
        case 't':
            return {};
        case 'u':
            break;
        default:
            return malformed("unknown escape");
        }
        MMM_TRY(const std::uint32_t unit, codeUnit());
        if (unit >= 0xDC00 && unit < 0xE000)
            return malformed("lone surrogate");
        if (unit >= 0xD800 && unit < 0xDC00) {
            MMM_CHECK(word("\\u"));
            MMM_TRY(const std::uint32_t low, codeUnit());
            if (low < 0xDC00 || low >= 0xE000)
                return malformed("lone surrogate");
        }
        return {};
    }

    Result<std::uint32_t> codeUnit()
    {
        MMM_TRY(const BytesView digits, take(4));
        std::uint32_t unit = 0;
        const auto* first = reinterpret_cast<const char*>(digits.data());
        const auto [end, error] = std::from_chars(first, first + 4, unit, 16);
        if (error != std::errc() || end != first + 4 || *first == '-')
            return malformed("escape without four hexadecimal digits");
        return unit;
    }

    Status number(std::size_t index)
    {
        const std::size_t start = m_at;
        const auto digits = [this] {
            const std::size_t from = m_at;
            while (peek() >= '0' && peek() <= '9')
                ++m_at;
            return m_at - from;
        };
        bool real = false;
        if (peek() == '-')
            ++m_at;
        const std::uint8_t lead = peek();
        const std::size_t whole = digits();
        if (whole == 0 || (lead == '0' && whole > 1))
            return malformed("not a number");
        if (peek() == '.') {
            real = true;
            ++m_at;
            if (digits() == 0)
                return malformed("digits missing");
        }
        if (peek() == 'e' || peek() == 'E') {
            real = true;
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (digits() == 0)
                return malformed("exponent missing");
        }
        Node& node = m_document.m_nodes[index];
        node.data = m_source.subspan(start, m_at - start);
        const std::string_view digitsText = textOf(node.data);
        const char* const last = digitsText.data() + digitsText.size();
        if (!real) {
            node.kind = JsonKind::Integer;
            if (std::from_chars(digitsText.data(), last, node.integer).ec == std::errc())
                return {};
        }
        // an integer beyond 64 bits keeps its digits but has no integer()
        node.kind = JsonKind::Real;
        if (std::from_chars(digitsText.data(), last, node.real).ec != std::errc())
            return malformed("number out of range");
        return {};
    }

    // JSON-B, JSON-C, JSON-D (JBCD 16)

    /// Tag definitions C4–C6 and dictionary imports D0 that stand before a value.
    Status definitions()
    {
        while (atTag() && (peek() == 0xD0 || (peek() >= 0xC4 && peek() <= 0xC6))) {
            if (peek() == 0xD0) {
                MMM_CHECK(dictionaryImport());
                continue;
            }
            const std::size_t size = std::size_t(1) << (m_source[m_at++] - 0xC4);
            MMM_TRY(const std::uint64_t code, bigEndian(size));
            Node text;
            MMM_CHECK(definedStringInto(text));
            MMM_CHECK(define(static_cast<std::uint32_t>(code), text));
        }
        return {};
    }

    Status dictionaryImport()
    {
        constexpr std::size_t maxImports = 16;
        if (m_document.m_imports.size() >= maxImports)
            return fail(Fault::TooLarge, "too many JSON-C dictionaries");
        ++m_at;
        MMM_TRY(const std::uint64_t offset, bigEndian(4));
        MMM_TRY(const std::uint64_t length, bigEndian(1));
        MMM_TRY(const BytesView fingerprint, take(length));
        m_document.m_imports.push_back({static_cast<std::uint32_t>(offset), copyOf(fingerprint)});
        m_defined = true;
        return {};
    }

    Status define(std::uint32_t code, const Node& text)
    {
        constexpr std::size_t maxDefinitions = 65536;
        if (m_document.m_dictionary.size() >= maxDefinitions)
            return fail(Fault::TooLarge, "too many JSON-C definitions");
        JsonDocument scratch;
        scratch.m_nodes.push_back(text);
        MMM_TRY(m_document.m_dictionary[code], scratch.root().string());
        m_defined = true;
        return {};
    }

    Status tagged(std::size_t index)
    {
        Node node = m_document.m_nodes[index];
        MMM_CHECK(taggedInto(node));
        m_document.m_nodes[index] = node;
        return {};
    }

    Status stringInto(Node& node)
    {
        if (!atTag())
            return textInto(node);
        MMM_CHECK(taggedInto(node));
        return node.kind == JsonKind::String ? Status() : malformed("string expected");
    }

    /// What a code is defined as is written out; it would nest without bound if it could be another code.
    Status definedStringInto(Node& node)
    {
        return atTag() && peek() >= 0xC0 ? malformed("string expected") : stringInto(node);
    }

    Status taggedInto(Node& node)
    {
        const std::uint8_t tag = m_source[m_at++];
        node.tag = tag;
        const std::size_t size = std::size_t(1) << (tag & 3);
        if (tag >= 0x80 && tag <= 0x87)
            return chunks(node, tag, JsonKind::String);
        if (tag >= 0x88 && tag <= 0x8F)
            return chunks(node, tag, JsonKind::Binary);
        if (tag >= 0xB4 && tag <= 0xB7) {
            MMM_TRY(const std::uint64_t length, bigEndian(size));
            MMM_TRY(node.data, take(length));
            node.kind = JsonKind::String;
            return isUtf8(node.data) ? Status() : malformed("not UTF-8");
        }
        switch (tag) {
        case 0x90:
        case 0x91:
        case 0x92:
            return real(node, tag);
        case 0x94:
            return octets(node, 16);
        case 0x95:
            return octets(node, 10);
        case 0x96:
            return octets(node, 4);
        case 0x97:
            return octets(node, 8);
        case 0x98:
            return octets(node, 16);
        case 0xA0:
        case 0xA1:
        case 0xA2:
        case 0xA3:
            return integer(node, size, false);
        case 0xA8:
        case 0xA9:
        case 0xAA:
        case 0xAB:
            return integer(node, size, true);
        case 0xA4:
            return octets(node, 16);
        case 0xAC:
            node.negative = true;
            return octets(node, 16);
        case 0xA5:
        case 0xA7:
        case 0xAD:
        case 0xAF:
            return bigInteger(node, tag >= 0xA8);
        case 0xB0:
        case 0xB1:
            node.kind = JsonKind::Bool;
            node.integer = tag == 0xB0 ? 1 : 0;
            return {};
        case 0xB2:
            node.kind = JsonKind::Null;
            return {};
        case 0xC0:
        case 0xC1:
        case 0xC2:
            return reference(node, size);
        case 0xC8:
        case 0xC9:
        case 0xCA: {
            MMM_TRY(const std::uint64_t code, bigEndian(size));
            MMM_CHECK(definedStringInto(node));
            return define(static_cast<std::uint32_t>(code), node);
        }
        default:
            return fail(Fault::Unsupported, "binary tag " + std::to_string(tag));
        }
    }

    /// Zero or more chunk tags, then one terminating tag.
    Status chunks(Node& node, std::uint8_t tag, JsonKind kind)
    {
        const std::uint8_t first = kind == JsonKind::String ? 0x80 : 0x88;
        node.kind = kind;
        MMM_TRY(const std::uint64_t firstLength, bigEndian(std::size_t(1) << (tag & 3)));
        MMM_TRY(node.data, take(firstLength));
        if (tag >= first + 4) {
            Botan::secure_vector<std::uint8_t> whole(node.data.begin(), node.data.end());
            while (tag >= first + 4) {
                if (atEnd() || (peek() & 0xF8) != first)
                    return malformed("chunk missing");
                tag = m_source[m_at++];
                MMM_TRY(const std::uint64_t length, bigEndian(std::size_t(1) << (tag & 3)));
                MMM_TRY(const BytesView chunk, take(length));
                whole.insert(whole.end(), chunk.begin(), chunk.end());
            }
            node.data = keep(std::move(whole));
        }
        return kind == JsonKind::Binary || isUtf8(node.data) ? Status() : malformed("not UTF-8");
    }

    Status octets(Node& node, std::size_t size)
    {
        node.kind = JsonKind::Number;
        MMM_TRY(node.data, take(size));
        return {};
    }

    Status integer(Node& node, std::size_t size, bool negative)
    {
        MMM_TRY(node.data, take(size));
        std::uint64_t magnitude = 0;
        for (const std::uint8_t octet : node.data)
            magnitude = magnitude << 8 | octet;
        node.negative = negative;
        constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        if (magnitude > largest + (negative ? 1 : 0)) {
            node.kind = JsonKind::Number;
            return {};
        }
        node.kind = JsonKind::Integer;
        node.integer =
            negative ? static_cast<std::int64_t>(0 - magnitude) : static_cast<std::int64_t>(magnitude);
        return {};
    }

    Status bigInteger(Node& node, bool negative)
    {
        MMM_TRY(const std::uint64_t length, bigEndian(2));
        const std::size_t start = m_at;
        MMM_CHECK(take(length));
        BytesView magnitude = m_source.subspan(start, static_cast<std::size_t>(length));
        while (!magnitude.empty() && magnitude.front() == 0)
            magnitude = magnitude.subspan(1);
        if (magnitude.size() <= 8) {
            m_at = start + static_cast<std::size_t>(length) - magnitude.size();
            return integer(node, magnitude.size(), negative);
        }
        node.kind = JsonKind::Number;
        node.negative = negative;
        node.data = magnitude;
        return {};
    }

    Status real(Node& node, std::uint8_t tag)
    {
        MMM_TRY(const std::uint64_t bits, bigEndian(std::size_t(2) << (tag - 0x90)));
        node.kind = JsonKind::Real;
        if (tag == 0x92)
            node.real = std::bit_cast<double>(bits);
        else if (tag == 0x91)
            node.real = static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
        else
            node.real = fromHalf(static_cast<std::uint16_t>(bits));
        return {};
    }

    static double fromHalf(std::uint16_t bits)
    {
        const int exponent = bits >> 10 & 31;
        const int fraction = bits & 1023;
        double magnitude = 0;
        if (exponent == 31)
            magnitude =
                fraction ? std::numeric_limits<double>::quiet_NaN() : std::numeric_limits<double>::infinity();
        else if (exponent == 0)
            magnitude = std::ldexp(fraction, -24);
        else
            magnitude = std::ldexp(fraction + 1024, exponent - 25);
        return bits & 0x8000 ? -magnitude : magnitude;
    }

    Status reference(Node& node, std::size_t size)
    {
        MMM_TRY(const std::uint64_t code, bigEndian(size));
        const auto entry = m_document.m_dictionary.find(static_cast<std::uint32_t>(code));
        if (entry == m_document.m_dictionary.end())
            return malformed("JSON-C code without a definition");
        constexpr std::size_t maxExpanded = 64U << 20;
        m_expanded += entry->second.size();
        if (m_expanded > maxExpanded)
            return fail(Fault::TooLarge, "JSON-C codes that stand for too much");
        node.kind = JsonKind::String;
        node.data = keep({entry->second.begin(), entry->second.end()});
        return {};
    }

    JsonDocument& m_document;
    BytesView m_source;
    const JsonLimits& m_limits;
    std::size_t m_at = 0;
    std::size_t m_expanded = 0; ///< octets that codes of JSON-C stood for
    bool m_defined = false;
};

Result<JsonDocument> JsonDocument::parse(BytesView source, const JsonLimits& limits,
                                         const std::map<std::uint32_t, std::string>& dictionary)
{
    JsonDocument document;
    document.m_dictionary = dictionary;
    // most texts have a value in 16 octets; a large one is more often a few long strings
    constexpr std::size_t mostReserved = 65536;
    document.m_nodes.reserve(std::min({source.size() / 16, limits.maxValues, mostReserved}) + 4);
    MMM_CHECK(JsonReader(document, source, limits).read());
    return document;
}

} // namespace mmm::encoding
