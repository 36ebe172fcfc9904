#include "encoding/json_writer.h"

#include "encoding/base64url.h"
#include "encoding/timestamp.h"

#include <charconv>
#include <cmath>

namespace mmm::encoding {

void JsonWriter::separate()
{
    if (m_needsComma)
        m_out.push_back(',');
    m_needsComma = true;
}

JsonWriter& JsonWriter::openObject()
{
    separate();
    m_out.push_back('{');
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::closeObject()
{
    m_out.push_back('}');
    m_needsComma = true;
    return *this;
}

JsonWriter& JsonWriter::openArray()
{
    separate();
    m_out.push_back('[');
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::closeArray()
{
    m_out.push_back(']');
    m_needsComma = true;
    return *this;
}

JsonWriter& JsonWriter::name(std::string_view name)
{
    separate();
    quoted(name);
    m_out.push_back(':');
    m_needsComma = false;
    return *this;
}

void JsonWriter::quoted(std::string_view text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    m_out.push_back('"');
    for (const char character : text) {
        const auto c = static_cast<unsigned char>(character);
        if (c == '"' || c == '\\') {
            m_out.push_back('\\');
            m_out.push_back(c);
        } else if (c < 0x20) {
            append("\\u00");
            m_out.push_back(static_cast<std::uint8_t>(digits[c >> 4]));
            m_out.push_back(static_cast<std::uint8_t>(digits[c & 15]));
        } else {
            m_out.push_back(c);
        }
    }
    m_out.push_back('"');
}

JsonWriter& JsonWriter::string(std::string_view text)
{
    separate();
    quoted(text);
    return *this;
}

JsonWriter& JsonWriter::binary(BytesView octets)
{
    separate();
    m_out.push_back('"');
    // three octets at a time, so that no unwiped copy of the whole is made
    for (std::size_t i = 0; i < octets.size(); i += 3)
        append(toBase64url(octets.subspan(i, std::min<std::size_t>(3, octets.size() - i))));
    m_out.push_back('"');
    return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t number)
{
    separate();
    append(std::to_string(number));
    return *this;
}

JsonWriter& JsonWriter::real(double number)
{
    if (!std::isfinite(number))
        return null(); // JSON knows neither infinity nor NaN
    separate();
    char text[32];
    append({text, std::to_chars(text, text + sizeof text, number).ptr});
    return *this;
}

JsonWriter& JsonWriter::boolean(bool value)
{
    separate();
    append(value ? "true" : "false");
    return *this;
}

JsonWriter& JsonWriter::null()
{
    separate();
    append("null");
    return *this;
}

JsonWriter& JsonWriter::timestamp(TimePoint moment)
{
    return string(toTimestamp(moment));
}

JsonWriter& JsonWriter::raw(std::string_view json)
{
    separate();
    append(json);
    return *this;
}

JsonWriter& JsonWriter::value(const JsonValue& value)
{
    switch (value.kind()) {
    case JsonKind::Null:
        return null();
    case JsonKind::Bool:
        return boolean(value.boolean().value());
    case JsonKind::Integer:
        return integer(value.integer().value());
    case JsonKind::Real:
        return value.tag() ? real(value.real().value()) : raw(textOf(value.data()));
    case JsonKind::String:
        return string(value.foldedString().value().text());
    case JsonKind::Binary:
    case JsonKind::Number:
        return binary(value.data());
    case JsonKind::Array:
        openArray();
        for (const JsonValue item : value.children())
            this->value(item);
        return closeArray();
    case JsonKind::Object:
        openObject();
        for (const JsonValue member : value.children())
            name(member.name()).value(member);
        return closeObject();
    }
    return *this;
}

Secret JsonWriter::take()
{
    m_needsComma = false;
    return Secret(std::exchange(m_out, {}));
}

Bytes JsonWriter::takeBytes()
{
    m_needsComma = false;
    Bytes octets(m_out.begin(), m_out.end());
    m_out.clear();
    return octets;
}

} // namespace mmm::encoding
