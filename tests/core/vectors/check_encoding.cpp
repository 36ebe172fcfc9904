#include "checks.h"
#include "encoding/json_value.h"

using namespace mmm::encoding;

namespace mmm::vectors {

namespace {

std::map<std::uint32_t, std::string> dictionaryOf(const QJsonObject& object)
{
    std::map<std::uint32_t, std::string> dictionary;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        dictionary[entry.key().toUInt(nullptr, 16)] = entry.value().toString().toStdString();
    return dictionary;
}

/// A number that is kept as its octets.
double numberOf(const JsonValue& value)
{
    double number = 0;
    for (const std::uint8_t octet : value.data())
        number = number * 256 + octet;
    return value.isNegative() ? -number : number;
}

QJsonValue toQt(const JsonValue& value)
{
    switch (value.kind()) {
    case JsonKind::Bool:
        return value.boolean().value();
    case JsonKind::Integer:
    case JsonKind::Real:
        return value.real().value();
    case JsonKind::Number:
        return numberOf(value);
    case JsonKind::String:
        return QString::fromStdString(value.string().value());
    case JsonKind::Null:
        return QJsonValue::Null;
    default:
        return QJsonValue::Undefined;
    }
}

void checkJsonBinary(const Vector& vector)
{
    // where the published encoding is wrong, the vector says what is right
    const Bytes octets =
        vector.all.contains("corrected") ? hex(vector.all, "corrected") : hex(vector.inputs, "hex");
    JsonLimits limits;
    limits.binaryTags = true;
    const auto document =
        JsonDocument::parse(octets, limits, dictionaryOf(vector.inputs["dictionary"].toObject()));
    QVERIFY2(document, document ? "" : document.error().detail.c_str());
    if (vector.expected.contains("value"))
        QCOMPARE(toQt(document->root()), vector.expected["value"]);
    for (const auto& [code, term] : dictionaryOf(vector.expected["defines"].toObject()))
        QCOMPARE(document->dictionary().at(code), term);
    if (vector.expected.contains("fingerprint")) {
        QCOMPARE(document->imports().size(), std::size_t(1));
        const JsonDocument::Import& import = document->imports().front();
        QCOMPARE(double(import.offset), vector.expected["offset"].toDouble());
        QCOMPARE(double(import.fingerprint.size()), vector.expected["length"].toDouble());
        QCOMPARE(toHex(import.fingerprint), vector.expected["fingerprint"].toString());
    }
}

} // namespace

void registerEncodingChecks(VectorRegistry& registry)
{
    registry.add(
        "JSON-B/C/D",
        [](const Vector& vector) {
            return has(vector.inputs, {"hex"}) &&
                   (has(vector.expected, {"value"}) || has(vector.expected, {"fingerprint"}));
        },
        checkJsonBinary);
}

} // namespace mmm::vectors
