#pragma once

#include "encoding/base64url.h"
#include "encoding/json_value.h"
#include "encoding/json_writer.h"
#include "encoding/timestamp.h"

#include <array>
#include <concepts>
#include <optional>
#include <variant>

/// A structure of the Mesh is a plain value type that is described once: its class name and a table of its
/// fields. Reading, printing, equality and keeping of unknown members follow from the table.
///
///     struct KeyValue : encoding::RecordBase
///     {
///         static constexpr std::string_view className = "KeyValue";
///         std::string key;
///         std::string value;
///         static constexpr auto fields()
///         {
///             return fieldTable(field("Key", &KeyValue::key), field("Value", &KeyValue::value));
///         }
///     };
///
/// A derived structure puts its parent's fields first: extend<Parent>(field(…), …).
/// Absent is the same as empty for texts, octets and lists; where that matters the member is std::optional.
namespace mmm::encoding {

/// Members that a reader does not know, kept so that a read-modify-write loses nothing.
struct Unknown
{
    struct Member
    {
        std::string name;
        SharedSecret json; ///< the value as JSON text; it may hold a secret
        bool operator==(const Member&) const = default;
    };
    std::vector<Member> members;
    bool operator==(const Unknown&) const = default;
};

/// What every record has.
struct RecordBase
{
    Unknown unknown;
};

/// How one type of member is read, printed and recognised as absent; specialised for every type in use.
template<typename T>
struct Codec;

/// A line of a field table.
template<typename Owner, typename T, std::size_t aliasCount>
struct Field
{
    std::string_view name; ///< as written
    T Owner::*member;
    std::array<std::string_view, aliasCount> aliases; ///< older names, read only
};

template<typename Owner, typename T, typename... Aliases>
constexpr auto field(std::string_view name, T Owner::*member, Aliases... aliases)
{
    return Field<Owner, T, sizeof...(Aliases)>{name, member, {std::string_view(aliases)...}};
}

/// A table is a function that calls a visitor once, with all of its lines: `T::fields()(visitor)`. (Unlike a
/// std::tuple it costs the compiler next to nothing.)
template<typename... Lines>
constexpr auto fieldTable(Lines... lines)
{
    return [=](auto&& visitor) -> decltype(auto) { return visitor(lines...); };
}

/// The field table of a derived structure: the parent's fields first.
template<typename Parent, typename... Lines>
constexpr auto extend(Lines... lines)
{
    return [=](auto&& visitor) -> decltype(auto) {
        return Parent::fields()(
            [&](const auto&... inherited) -> decltype(auto) { return visitor(inherited..., lines...); });
    };
}

template<typename T>
concept Record = std::derived_from<T, RecordBase> && requires
{
    {
        T::className
        } -> std::convertible_to<std::string_view>;
    T::fields();
};

/// Structures that are also read under older class names list them as `static constexpr std::array
/// legacyNames`.
template<typename T>
constexpr bool isCalled(std::string_view name)
{
    if (name == T::className)
        return true;
    if constexpr (requires { T::legacyNames; }) {
        for (const std::string_view legacy : T::legacyNames) {
            if (name == legacy)
                return true;
        }
    }
    return false;
}

/// Whether a tagged object is of this class. Classes whose old and new names overlap decide by the members as
/// well: `static bool recognises(std::string_view name, const JsonValue& object)`.
template<typename T>
bool isInstance(const JsonValue& object)
{
    if constexpr (requires { T::recognises(object.name(), object); })
        return T::recognises(object.name(), object);
    else
        return isCalled<T>(object.name());
}

namespace detail {

[[nodiscard]] tl::unexpected<Error> notAnObject(std::string_view className);
[[nodiscard]] tl::unexpected<Error> contradiction(std::string_view className, std::string_view member);
[[nodiscard]] Unknown::Member keep(const JsonValue& member);
[[nodiscard]] Error inField(Error error, std::string_view className, std::string_view member);

/// Tries one line of the table on one member; false if the member is another one.
template<typename T, typename F>
Result<bool> readField(T& record, const F& line, std::size_t& seen, const JsonValue& member)
{
    bool named = member.name() == line.name;
    for (const std::string_view alias : line.aliases)
        named = named || member.name() == alias;
    if (!named)
        return false;
    using Type = std::remove_cvref_t<decltype(record.*line.member)>;
    auto value = Codec<Type>::read(member);
    if (!value)
        return tl::unexpected<Error>(inField(std::move(value).error(), T::className, line.name));
    // the same field under its old and its new name must say the same (WIRE E.1)
    if (seen++ > 0 && !(record.*line.member == *value))
        return contradiction(T::className, line.name);
    record.*line.member = std::move(*value);
    return true;
}

} // namespace detail

/// Reads the members of an object into a record. Known members of a wrong type are an error; unknown members
/// are kept. A structure whose old members do not map one to one onto new ones completes itself in
/// `Status afterRead()`.
template<Record T>
Result<T> readRecord(const JsonValue& object)
{
    if (object.kind() != JsonKind::Object)
        return detail::notAnObject(T::className);
    T record;
    constexpr std::size_t count = T::fields()([](const auto&... line) { return sizeof...(line); });
    std::array<std::size_t, count + 1> seen{};
    for (const JsonValue member : object.children()) {
        Result<bool> known = false;
        std::size_t index = 0;
        T::fields()([&](const auto&... line) {
            (void)((known = detail::readField(record, line, seen[index++], member), !known || *known) || ...);
        });
        if (!known)
            return tl::unexpected<Error>(std::move(known).error());
        if (!*known)
            record.unknown.members.push_back(detail::keep(member));
    }
    if constexpr (requires { record.afterRead(); })
        MMM_CHECK(record.afterRead());
    return record;
}

/// Prints a record as an untagged object: the fields in the order of the table, then what was unknown.
template<Record T>
void writeRecord(JsonWriter& writer, const T& record)
{
    writer.openObject();
    const auto writeField = [&](const auto& line) {
        const auto& value = record.*line.member;
        using Type = std::remove_cvref_t<decltype(value)>;
        if (!Codec<Type>::absent(value)) {
            writer.name(line.name);
            Codec<Type>::write(writer, value);
        }
    };
    T::fields()([&](const auto&... line) { (writeField(line), ...); });
    for (const Unknown::Member& member : record.unknown.members)
        writer.name(member.name).raw(member.json.text());
    writer.closeObject();
}

/// Prints `{"ClassName":{…}}`.
template<Record T>
void writeTagged(JsonWriter& writer, const T& record)
{
    writer.openObject().name(T::className);
    writeRecord(writer, record);
    writer.closeObject();
}

/// Reads `{"ClassName":{…}}`, also under the structure's older names. Fault::WrongType for another class.
template<Record T>
Result<T> readTagged(const JsonValue& tagged)
{
    if (tagged.kind() != JsonKind::Object || tagged.size() != 1 || !isInstance<T>(*tagged.children().begin()))
        return fail(Fault::WrongType, "expected an object tagged " + std::string(T::className));
    return readRecord<T>(*tagged.children().begin());
}

template<Record T>
[[nodiscard]] Secret toJson(const T& record)
{
    JsonWriter writer;
    writeRecord(writer, record);
    return writer.take();
}

template<Record T>
[[nodiscard]] Secret toTaggedJson(const T& record)
{
    JsonWriter writer;
    writeTagged(writer, record);
    return writer.take();
}

template<Record T>
[[nodiscard]] Result<T> fromJson(BytesView json, const JsonLimits& limits = meshObjects)
{
    MMM_TRY(const JsonDocument document, JsonDocument::parse(json, limits));
    return readRecord<T>(document.root());
}

template<Record T>
[[nodiscard]] Result<T> fromTaggedJson(BytesView json, const JsonLimits& limits = meshObjects)
{
    MMM_TRY(const JsonDocument document, JsonDocument::parse(json, limits));
    return readTagged<T>(document.root());
}

/// Records are equal if all their fields and unknown members are.
template<Record T>
bool operator==(const T& a, const T& b)
{
    return T::fields()([&](const auto&... line) { return (... && (a.*line.member == b.*line.member)); }) &&
           a.unknown == b.unknown;
}

/// What a table is turned into is compiled in every file that uses the record, and that takes long. A record
/// of a widely used header is therefore declared at the header's end, outside of namespaces, with
/// MMM_RECORD_DECLARED(full name), and compiled once, in a source of that header's library, with
/// MMM_RECORD_COMPILED(full name).
#define MMM_RECORD_DECLARED(T) MMM_RECORD_INSTANCES(extern template, T)
#define MMM_RECORD_COMPILED(T) MMM_RECORD_INSTANCES(template, T)
#define MMM_RECORD_INSTANCES(kind, T)                                                                        \
    kind mmm::Result<T> mmm::encoding::readRecord<T>(const mmm::encoding::JsonValue&);                       \
    kind void mmm::encoding::writeRecord<T>(mmm::encoding::JsonWriter&, const T&);                           \
    kind bool mmm::encoding::operator==<T>(const T&, const T&);

/// An object of a class that this program does not know, where one of several classes may stand.
struct UnknownObject
{
    std::string className;
    SharedSecret json; ///< the object's text, without the tag
    bool operator==(const UnknownObject&) const = default;
};

/// One of several classes, written with its tag: `{"PublicKeyECDH":{…}}`. Absent if std::monostate.
template<Record... T>
using Tagged = std::variant<std::monostate, UnknownObject, T...>;

// the types of members

template<>
struct Codec<std::string>
{
    static Result<std::string> read(const JsonValue& value) { return value.string(); }
    static void write(JsonWriter& writer, const std::string& text) { writer.string(text); }
    static bool absent(const std::string& text) { return text.empty(); }
};

/// A secret text, such as a password: never held in ordinary memory.
struct SecretText
{
    SharedSecret secret;
    bool operator==(const SecretText&) const = default;
};

/// Secret octets, such as the private part of a key.
struct SecretBinary
{
    SharedSecret secret;
    bool operator==(const SecretBinary&) const = default;
};

template<>
struct Codec<SecretText>
{
    static Result<SecretText> read(const JsonValue& value)
    {
        MMM_TRY(Secret secret, value.secretString());
        return SecretText{SharedSecret(std::move(secret))};
    }
    static void write(JsonWriter& writer, const SecretText& text) { writer.string(text.secret.text()); }
    static bool absent(const SecretText& text) { return text.secret.empty(); }
};

template<>
struct Codec<SecretBinary>
{
    static Result<SecretBinary> read(const JsonValue& value)
    {
        MMM_TRY(Secret secret, value.secretBinary());
        return SecretBinary{SharedSecret(std::move(secret))};
    }
    static void write(JsonWriter& writer, const SecretBinary& octets) { writer.binary(octets.secret.view()); }
    static bool absent(const SecretBinary& octets) { return octets.secret.empty(); }
};

template<>
struct Codec<Bytes>
{
    static Result<Bytes> read(const JsonValue& value) { return value.binary(); }
    static void write(JsonWriter& writer, const Bytes& octets) { writer.binary(octets); }
    static bool absent(const Bytes& octets) { return octets.empty(); }
};

template<>
struct Codec<bool>
{
    static Result<bool> read(const JsonValue& value) { return value.boolean(); }
    static void write(JsonWriter& writer, bool value) { writer.boolean(value); }
    static bool absent(bool) { return false; }
};

template<>
struct Codec<std::int64_t>
{
    static Result<std::int64_t> read(const JsonValue& value) { return value.integer(); }
    static void write(JsonWriter& writer, std::int64_t value) { writer.integer(value); }
    static bool absent(std::int64_t) { return false; }
};

template<>
struct Codec<TimePoint>
{
    static Result<TimePoint> read(const JsonValue& value)
    {
        MMM_TRY(const std::string text, value.string());
        return fromTimestamp(text);
    }
    static void write(JsonWriter& writer, TimePoint moment) { writer.timestamp(moment); }
    static bool absent(TimePoint) { return false; }
};

template<typename T>
struct Codec<std::optional<T>>
{
    static Result<std::optional<T>> read(const JsonValue& value)
    {
        MMM_TRY(T inner, Codec<T>::read(value));
        return std::optional<T>(std::move(inner));
    }
    static void write(JsonWriter& writer, const std::optional<T>& value) { Codec<T>::write(writer, *value); }
    static bool absent(const std::optional<T>& value) { return !value.has_value(); }
};

template<typename T>
requires(!std::same_as<T, std::uint8_t>) struct Codec<std::vector<T>>
{
    static Result<std::vector<T>> read(const JsonValue& value)
    {
        if (value.kind() != JsonKind::Array)
            return fail(Fault::WrongType, "list expected");
        std::vector<T> items;
        items.reserve(value.size());
        for (const JsonValue item : value.children()) {
            MMM_TRY(T inner, Codec<T>::read(item));
            items.push_back(std::move(inner));
        }
        return items;
    }
    static void write(JsonWriter& writer, const std::vector<T>& items)
    {
        writer.openArray();
        for (const T& item : items)
            Codec<T>::write(writer, item);
        writer.closeArray();
    }
    static bool absent(const std::vector<T>& items) { return items.empty(); }
};

template<Record T>
struct Codec<T>
{
    static Result<T> read(const JsonValue& value) { return readRecord<T>(value); }
    static void write(JsonWriter& writer, const T& record) { writeRecord(writer, record); }
    static bool absent(const T&) { return false; }
};

template<Record... T>
struct Codec<std::variant<std::monostate, UnknownObject, T...>>
{
    using Value = Tagged<T...>;

    static Result<Value> read(const JsonValue& value)
    {
        if (value.kind() != JsonKind::Object || value.size() != 1)
            return fail(Fault::WrongType, "object with a class tag expected");
        const JsonValue object = *value.children().begin();
        Result<Value> result = Value(UnknownObject{std::string(object.name()), detail::keep(object).json});
        const auto tryClass = [&]<typename C>(std::type_identity<C>) {
            if (!isInstance<C>(object))
                return false;
            result = readRecord<C>(object).map([](C record) { return Value(std::move(record)); });
            return true;
        };
        (void)(tryClass(std::type_identity<T>()) || ...);
        return result;
    }

    static void write(JsonWriter& writer, const Value& value)
    {
        std::visit(
            [&]<typename C>(const C& record) {
                if constexpr (std::same_as<C, UnknownObject>)
                    writer.openObject().name(record.className).raw(record.json.text()).closeObject();
                else if constexpr (!std::same_as<C, std::monostate>)
                    writeTagged(writer, record);
            },
            value);
    }

    static bool absent(const Value& value) { return std::holds_alternative<std::monostate>(value); }
};

} // namespace mmm::encoding
