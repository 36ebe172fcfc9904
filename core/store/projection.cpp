#include "store/projection.h"

#include <algorithm>
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

/// `Name=text`.
bool fulfils(const JsonValue& item, std::string_view condition)
{
    const std::size_t equals = std::min(condition.find('='), condition.size());
    if (item.kind() != JsonKind::Object)
        return false;
    const auto member = item.find(condition.substr(0, equals));
    return member && member->kind() == JsonKind::String &&
           member->string().value_or(std::string()) ==
               condition.substr(std::min(equals + 1, condition.size()));
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
    const std::string_view segment = path.substr(0, slash);
    const std::string_view rest =
        slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    const std::size_t condition = segment.find('?');
    const auto member = value.find(segment.substr(0, condition));
    if (!member)
        return;
    if (condition == std::string_view::npos) {
        follow(out, *member, rest, depth + 1);
        return;
    }
    if (member->kind() != JsonKind::Array)
        return;
    for (const JsonValue item : member->children()) {
        if (fulfils(item, segment.substr(condition + 1)))
            follow(out, item, rest, depth + 1);
    }
}

/// The member that several paths in a row lead through, if it is an envelope: it is opened once.
class OpenedMember
{
public:
    /// The tagged object inside; none if that cannot be read. `isEnvelope` says whether the member is one.
    std::optional<JsonValue> inside(const JsonValue& object, std::string_view name, bool& isEnvelope)
    {
        if (name != m_name) {
            m_name = name;
            m_document.reset();
            const auto member = object.find(name);
            auto body = member ? envelopeBody(*member) : std::nullopt;
            m_isEnvelope = body.has_value();
            if (m_isEnvelope) {
                m_body = std::move(*body);
                if (auto document = JsonDocument::parse(m_body))
                    m_document.emplace(std::move(*document));
            }
        }
        isEnvelope = m_isEnvelope;
        return m_document ? taggedObject(m_document->root()) : std::nullopt;
    }

private:
    std::string_view m_name;
    bool m_isEnvelope = false;
    Secret m_body; ///< the document refers to it
    std::optional<JsonDocument> m_document;
};

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
    OpenedMember opened;
    for (std::size_t i = 0; i < projection.paths.size(); ++i) {
        const std::string_view path = projection.paths[i];
        const std::size_t slash = path.find('/');
        bool isEnvelope = false;
        if (slash != std::string_view::npos) {
            const auto inside = opened.inside(*object, path.substr(0, slash), isEnvelope);
            if (inside)
                follow(shown.texts[i], *inside, path.substr(slash + 1), 1);
        }
        if (!isEnvelope)
            follow(shown.texts[i], *object, path, 0);
    }
    return shown;
}

} // namespace mmm::store
