#pragma once

#include "encoding/record.h"
#include "schema/structure.h"

/// A structure with every field filled, made from its field table.
namespace mmm::schema::test {

template<typename T>
struct Fill;

template<encoding::Record T>
T filled()
{
    T record;
    const auto fill = [&](const auto& line) {
        using Type = std::remove_cvref_t<decltype(record.*line.member)>;
        record.*line.member = Fill<Type>::value(line.name);
    };
    T::fields()([&](const auto&... line) { (fill(line), ...); });
    return record;
}

template<>
struct Fill<std::string>
{
    static std::string value(std::string_view name) { return "\"" + std::string(name) + "\" / é \x01"; }
};

template<>
struct Fill<Bytes>
{
    static Bytes value(std::string_view name) { return copyOf(bytesOf(name)); }
};

template<>
struct Fill<bool>
{
    static bool value(std::string_view) { return false; }
};

template<>
struct Fill<std::int64_t>
{
    static std::int64_t value(std::string_view name) { return static_cast<std::int64_t>(name.size()); }
};

template<>
struct Fill<TimePoint>
{
    static TimePoint value(std::string_view)
    {
        return encoding::fromTimestamp("2020-01-16T12:00:00Z").value();
    }
};

template<>
struct Fill<encoding::SecretText>
{
    static encoding::SecretText value(std::string_view name) { return {SharedSecret(Secret(bytesOf(name)))}; }
};

template<>
struct Fill<encoding::SecretBinary>
{
    static encoding::SecretBinary value(std::string_view name)
    {
        return {SharedSecret(Secret(bytesOf(name)))};
    }
};

template<>
struct Fill<Envelope>
{
    static Envelope value(std::string_view)
    {
        return Envelope::parse(bytesOf(R"([{"dig":"S512"},"e30",{"PayloadDigest":"AA"}])")).value();
    }
};

template<typename T>
struct Fill<std::optional<T>>
{
    static std::optional<T> value(std::string_view name) { return Fill<T>::value(name); }
};

template<typename T>
requires(!std::same_as<T, std::uint8_t>) struct Fill<std::vector<T>>
{
    static std::vector<T> value(std::string_view name) { return {Fill<T>::value(name), Fill<T>::value("x")}; }
};

template<encoding::Record T>
struct Fill<T>
{
    static T value(std::string_view) { return filled<T>(); }
};

template<encoding::Record First, encoding::Record... T>
struct Fill<std::variant<std::monostate, encoding::UnknownObject, First, T...>>
{
    static encoding::Tagged<First, T...> value(std::string_view) { return filled<First>(); }
};

} // namespace mmm::schema::test
