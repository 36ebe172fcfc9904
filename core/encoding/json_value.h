#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "base/secret.h"

#include <cstddef>
#include <deque>
#include <map>
#include <optional>

namespace mmm::encoding {

enum class JsonKind : std::uint8_t
{
    Null,
    Bool,
    Integer,
    Real,
    String,
    Binary, ///< JSON-B binary data
    Number, ///< JSON-D: a number kept as its octets (128 bit, 80 bit, decimal, or an integer beyond 64 bits)
    Array,
    Object,
};

/// What a reader accepts.
struct JsonLimits
{
    std::size_t maxDepth = 64;
    std::size_t maxValues = 1000000;
    bool binaryTags = false; ///< accept the binary tags of JSON-B, JSON-C and JSON-D
    /// Accept line breaks inside strings that are then read as binary(): the reference program folds long
    /// base64url values so (WIRE 0.4). A folded string is still no string().
    bool foldedBinary = false;
};

/// How objects of the Mesh are read.
inline constexpr JsonLimits meshObjects{.foldedBinary = true};

class JsonValue;

/// A parsed text. It refers to the octets it was read from, which must outlive it; what had to be decoded is
/// kept in memory that is wiped, so a document may hold secrets. Movable; values point into it.
class JsonDocument
{
public:
    /// Strict RFC 8259 text in UTF-8: no duplicate member names, no trailing octets, bounded. With binaryTags
    /// also JSON-B, JSON-C and JSON-D (JBCD 16, WIRE B.11). `dictionary` maps the tag codes of JSON-C.
    [[nodiscard]] static Result<JsonDocument>
    parse(BytesView source, const JsonLimits& limits = {},
          const std::map<std::uint32_t, std::string>& dictionary = {});

    [[nodiscard]] JsonValue root() const;
    /// The tag codes after reading: those given and those that the text defined.
    [[nodiscard]] const std::map<std::uint32_t, std::string>& dictionary() const { return m_dictionary; }

    /// A dictionary that the text relies on and that the reader does not have: who knows its terms passes
    /// them to parse(), their codes raised by `offset`.
    struct Import
    {
        std::uint32_t offset = 0;
        Bytes fingerprint; ///< names the dictionary
    };
    [[nodiscard]] const std::vector<Import>& imports() const { return m_imports; }

private:
    friend class JsonReader;
    friend class JsonValue;

    struct Node
    {
        JsonKind kind = JsonKind::Null;
        bool escaped = false;    ///< data of a String holds JSON escapes
        bool folded = false;     ///< data of a String holds line breaks
        bool negative = false;   ///< of a Number from an integer tag
        std::uint8_t tag = 0;    ///< binary tag, or 0 for JSON text
        std::uint32_t count = 0; ///< children
        std::uint32_t next = 0;  ///< index after this value and all its descendants
        std::string_view name;   ///< member name, decoded
        BytesView
            data; ///< String: between the quotes; Binary, Number: the octets; numbers in text: the digits
        BytesView source; ///< the octets of the whole value
        std::int64_t integer = 0;
        double real = 0;
    };

    std::vector<Node> m_nodes;
    std::deque<Botan::secure_vector<std::uint8_t>> m_decoded; ///< a deque: its elements never move
    std::map<std::uint32_t, std::string> m_dictionary;
    std::vector<Import> m_imports;
};

/// A value in a document: a cursor, valid as long as the document. Accessors of another kind than the value's
/// answer Fault::WrongType.
class JsonValue
{
public:
    [[nodiscard]] JsonKind kind() const { return node().kind; }
    [[nodiscard]] std::string_view name() const { return node().name; }

    [[nodiscard]] Result<bool> boolean() const;
    [[nodiscard]] Result<std::int64_t> integer() const;
    /// An integer is also a real.
    [[nodiscard]] Result<double> real() const;
    [[nodiscard]] Result<std::string> string() const;
    [[nodiscard]] Result<Secret> secretString() const;
    /// The same, also of a string with line breaks in it (JsonLimits::foldedBinary).
    [[nodiscard]] Result<Secret> foldedString() const;
    /// A base64url String, or JSON-B Binary.
    [[nodiscard]] Result<Bytes> binary() const;
    [[nodiscard]] Result<Secret> secretBinary() const;

    /// The number of items or members; 0 for other kinds.
    [[nodiscard]] std::size_t size() const { return node().count; }
    /// The member of that name, if this is an object that has one.
    [[nodiscard]] std::optional<JsonValue> find(std::string_view name) const;

    /// The octets that this value was read from.
    [[nodiscard]] BytesView source() const { return node().source; }
    /// Octets of a Binary or Number; digits of a number in text.
    [[nodiscard]] BytesView data() const { return node().data; }
    [[nodiscard]] bool isNegative() const { return node().negative; }
    /// Whether it was written with a binary tag, and which.
    [[nodiscard]] std::uint8_t tag() const { return node().tag; }

    /// Items of an array or members of an object, in order: `for (JsonValue item : value.children())`.
    class Iterator
    {
    public:
        Iterator(const JsonDocument* document, std::uint32_t index) : m_document(document), m_index(index) {}
        JsonValue operator*() const { return {m_document, m_index}; }
        Iterator& operator++();
        bool operator==(const Iterator& other) const { return m_index == other.m_index; }

    private:
        const JsonDocument* m_document;
        std::uint32_t m_index;
    };
    struct Range
    {
        Iterator first, last;
        [[nodiscard]] Iterator begin() const { return first; }
        [[nodiscard]] Iterator end() const { return last; }
    };
    [[nodiscard]] Range children() const;

private:
    friend class JsonDocument;
    JsonValue(const JsonDocument* document, std::uint32_t index) : m_document(document), m_index(index) {}
    [[nodiscard]] const JsonDocument::Node& node() const { return m_document->m_nodes[m_index]; }

    const JsonDocument* m_document;
    std::uint32_t m_index;
};

} // namespace mmm::encoding
