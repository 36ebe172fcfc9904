#include "encoding/json_value.h"

#include "encoding/base64url.h"
#include "encoding/utf8.h"

namespace mmm::encoding {

namespace {

std::uint32_t hex4(BytesView digits)
{
    std::uint32_t value = 0;
    for (const std::uint8_t c : digits.first(4)) {
        const std::uint32_t digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10U;
        value = value << 4 | digit;
    }
    return value;
}

/// Undoes the escapes of a string that the reader has validated.
template<typename Container>
void unescape(BytesView raw, Container& out)
{
    using Element = typename Container::value_type;
    out.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\') {
            out.push_back(static_cast<Element>(raw[i]));
            continue;
        }
        switch (const std::uint8_t c = raw[++i]) {
        case 'b':
            out.push_back('\b');
            break;
        case 'f':
            out.push_back('\f');
            break;
        case 'n':
            out.push_back('\n');
            break;
        case 'r':
            out.push_back('\r');
            break;
        case 't':
            out.push_back('\t');
            break;
        case 'u': {
            std::uint32_t codePoint = hex4(raw.subspan(i + 1));
            i += 4;
            if (codePoint >= 0xD800 && codePoint < 0xDC00) {
                codePoint = 0x10000 + ((codePoint - 0xD800) << 10) + (hex4(raw.subspan(i + 3)) - 0xDC00);
                i += 6;
            }
            appendUtf8(out, codePoint);
            break;
        }
        default:
            out.push_back(static_cast<Element>(c));
        }
    }
}

tl::unexpected<Error> wrongType(const JsonValue& value, const char* expected)
{
    return fail(Fault::WrongType, std::string(value.name()) + " is not " + expected);
}

} // namespace

JsonValue JsonDocument::root() const
{
    return {this, 0};
}

Result<bool> JsonValue::boolean() const
{
    if (kind() != JsonKind::Bool)
        return wrongType(*this, "a boolean");
    return node().integer != 0;
}

Result<std::int64_t> JsonValue::integer() const
{
    if (kind() != JsonKind::Integer)
        return wrongType(*this, "an integer of 64 bits");
    return node().integer;
}

Result<double> JsonValue::real() const
{
    if (kind() == JsonKind::Integer)
        return static_cast<double>(node().integer);
    if (kind() != JsonKind::Real)
        return wrongType(*this, "a number");
    return node().real;
}

Result<std::string> JsonValue::string() const
{
    if (kind() != JsonKind::String)
        return wrongType(*this, "a string");
    if (node().folded)
        return fail(Fault::Malformed, "line break in a text");
    if (!node().escaped)
        return std::string(textOf(node().data));
    std::string text;
    unescape(node().data, text);
    return text;
}

Result<Secret> JsonValue::secretString() const
{
    if (kind() == JsonKind::String && node().folded)
        return fail(Fault::Malformed, "line break in a text");
    return foldedString();
}

Result<Secret> JsonValue::foldedString() const
{
    if (kind() != JsonKind::String)
        return wrongType(*this, "a string");
    if (!node().escaped)
        return Secret(node().data);
    Botan::secure_vector<std::uint8_t> text;
    unescape(node().data, text);
    return Secret(std::move(text));
}

Result<Bytes> JsonValue::binary() const
{
    if (kind() == JsonKind::Binary)
        return copyOf(node().data);
    if (kind() == JsonKind::String && !node().escaped)
        return fromBase64url(textOf(node().data));
    MMM_TRY(const Secret text, foldedString());
    return fromBase64url(text.text());
}

Result<Secret> JsonValue::secretBinary() const
{
    if (kind() == JsonKind::Binary)
        return Secret(node().data);
    MMM_TRY(const Secret text, foldedString());
    return secretFromBase64url(text.text());
}

std::optional<JsonValue> JsonValue::find(std::string_view name) const
{
    if (kind() == JsonKind::Object) {
        for (const JsonValue member : children()) {
            if (member.name() == name)
                return member;
        }
    }
    return std::nullopt;
}

JsonValue::Range JsonValue::children() const
{
    if (node().count == 0)
        return {{m_document, node().next}, {m_document, node().next}};
    return {{m_document, m_index + 1}, {m_document, node().next}};
}

JsonValue::Iterator& JsonValue::Iterator::operator++()
{
    m_index = m_document->m_nodes[m_index].next;
    return *this;
}

} // namespace mmm::encoding
