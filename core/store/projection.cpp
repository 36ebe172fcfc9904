#include "store/projection.h"

#include <optional>

namespace mmm::store {
namespace {

using encoding::JsonDocument;
using encoding::JsonKind;
using encoding::JsonValue;

std::optional<JsonValue> taggedObject(const JsonValue& root)
{
    if (root.kind() != JsonKind::Object || root.size() != 1)
        return std::nullopt;
    const JsonValue object = *root.children().begin();
    if (object.kind() != JsonKind::Object)
        return std::nullopt;
    return object;
}

/// The body of `[header, body, …]`; none if it is something else or encrypted.
std::optional<Secret> envelopeBody(const JsonValue& array)
{
    if (array.kind() != JsonKind::Array || array.size() < 2)
        return std::nullopt;
    auto item = array.children().begin();
    const JsonValue header = *item;
    const JsonValue body = *++item;
    if (header.kind() != JsonKind::Object || body.kind() != JsonKind::String)
        return std::nullopt;
    if (const auto encryption = header.find("enc"); encryption && encryption->string() != "none")
        return std::nullopt;
    auto octets = body.secretBinary();
    if (!octets)
        return std::nullopt;
    return std::move(*octets);
}

void appendValue(std::string& out, const JsonValue& value)
{
    std::string text;
    if (value.kind() == JsonKind::String)
        text = value.string().value_or(std::string());
    else if (value.kind() == JsonKind::Integer)
        text = std::to_string(value.integer().value_or(0));
    else if (value.kind() == JsonKind::Bool)
        text = value.boolean().value_or(false) ? "true" : "false";
    if (text.empty())
        return;
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20)
            c = ' ';
    }
    if (!out.empty())
        out.push_back('\n');
    out.append(text);
}

void follow(std::string& out, const JsonValue& value, std::string_view path, int depth)
{
    if (depth > 8)
        return;
    if (value.kind() == JsonKind::Array) {
        if (path.empty() || !envelopeBody(value)) {
            for (const JsonValue item : value.children())
                follow(out, item, path, depth + 1);
            return;
        }
        const Secret body = *envelopeBody(value);
        const auto document = JsonDocument::parse(body);
        if (!document)
            return;
        if (const auto inner = taggedObject(document->root()))
            follow(out, *inner, path, depth + 1);
        return;
    }
    if (path.empty()) {
        appendValue(out, value);
        return;
    }
    if (value.kind() != JsonKind::Object)
        return;
    const std::size_t slash = path.find('/');
    if (const auto member = value.find(path.substr(0, slash)))
        follow(out, *member, slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1),
               depth + 1);
}

} // namespace

Result<Shown> project(const Projection& projection, BytesView payload)
{
    MMM_TRY(const JsonDocument document, JsonDocument::parse(payload));
    const auto object = taggedObject(document.root());
    if (!object)
        return fail(Fault::Malformed, "a payload is one object with its class tag");
    Shown shown;
    shown.className = object->name();
    shown.texts.resize(projection.paths.size());
    for (std::size_t i = 0; i < projection.paths.size(); ++i)
        follow(shown.texts[i], *object, projection.paths[i], 0);
    return shown;
}

} // namespace mmm::store
