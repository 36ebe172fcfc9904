#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/secret.h"
#include "encoding/json_value.h"

namespace mmm::encoding {

/// Writes compact JSON (WIRE 0.4): UTF-8, no white space, `/` and non-ASCII as they are, control characters
/// as \u00XX. Puts commas itself. The text is built in memory that is wiped, so that it may hold secrets.
///
/// The caller opens and closes in pairs and calls name() before each member's value.
class JsonWriter
{
public:
    JsonWriter& openObject();
    JsonWriter& closeObject();
    JsonWriter& openArray();
    JsonWriter& closeArray();
    JsonWriter& name(std::string_view name);
    JsonWriter& string(std::string_view text);
    JsonWriter& binary(BytesView octets); ///< as base64url
    JsonWriter& integer(std::int64_t number);
    JsonWriter& real(double number);
    JsonWriter& boolean(bool value);
    JsonWriter& null();
    JsonWriter& timestamp(TimePoint moment);
    /// A value that is JSON text already.
    JsonWriter& raw(std::string_view json);
    /// A value that was read, from text or from a binary encoding.
    JsonWriter& value(const JsonValue& value);

    /// The text so far.
    [[nodiscard]] std::string_view text() const { return textOf(m_out); }
    /// Hands the text over and starts afresh.
    [[nodiscard]] Secret take();
    [[nodiscard]] Bytes takeBytes();

private:
    void separate();
    void append(std::string_view text) { m_out.insert(m_out.end(), text.begin(), text.end()); }
    void quoted(std::string_view text);

    Botan::secure_vector<std::uint8_t> m_out;
    bool m_needsComma = false;
};

} // namespace mmm::encoding
