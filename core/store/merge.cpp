#include "store/merge.h"

#include "encoding/json_value.h"
#include "encoding/json_writer.h"

#include <algorithm>
#include <optional>

namespace mmm::store {
namespace {

using encoding::JsonDocument;
using encoding::JsonKind;
using encoding::JsonValue;
using encoding::JsonWriter;
using Maybe = std::optional<JsonValue>;

constexpr std::size_t maxListItems = 2000; // comparing lists takes the square of their length

bool same(const Maybe& a, const Maybe& b);

bool same(const JsonValue& a, const JsonValue& b)
{
    if (a.kind() != b.kind() || a.size() != b.size())
        return false;
    switch (a.kind()) {
    case JsonKind::String: {
        const auto x = a.secretString();
        const auto y = b.secretString();
        return x && y && *x == *y;
    }
    case JsonKind::Integer:
        return a.integer().value_or(0) == b.integer().value_or(0);
    case JsonKind::Array: {
        auto item = b.children().begin();
        for (const JsonValue child : a.children()) {
            if (!same(child, *item))
                return false;
            ++item;
        }
        return true;
    }
    case JsonKind::Object:
        for (const JsonValue child : a.children()) {
            if (!same(Maybe(child), b.find(child.name())))
                return false;
        }
        return true;
    default:
        return std::ranges::equal(a.source(), b.source());
    }
}

bool same(const Maybe& a, const Maybe& b)
{
    if (!a || !b)
        return !a && !b;
    return same(*a, *b);
}

/// An envelope that says nothing about who wrote it, so that it may be written anew.
struct OpenEnvelope
{
    JsonValue header;
    Secret body;
};

bool looksLikeEnvelope(const JsonValue& value)
{
    return value.kind() == JsonKind::Array && value.size() >= 1 &&
           (*value.children().begin()).kind() == JsonKind::Object &&
           (value.size() == 1 || (*++value.children().begin()).kind() == JsonKind::String);
}

std::optional<OpenEnvelope> openEnvelope(const JsonValue& value)
{
    if (!looksLikeEnvelope(value) || value.size() < 2)
        return std::nullopt;
    auto part = value.children().begin();
    const JsonValue header = *part;
    const JsonValue body = *++part;
    for (const auto name : {"enc", "recipients", "signatures", "signers", "cloaked", "PayloadDigest"}) {
        if (header.find(name))
            return std::nullopt;
    }
    if (value.size() > 2) {
        const JsonValue trailer = *++part;
        if (trailer.kind() != JsonKind::Object || trailer.find("signatures") || trailer.find("SignedData"))
            return std::nullopt;
    }
    auto octets = body.secretBinary();
    if (!octets)
        return std::nullopt;
    return OpenEnvelope{header, std::move(*octets)};
}

class Merger
{
public:
    void merge(const Maybe& base, const Maybe& theirs, const Maybe& ours, const std::string& path)
    {
        if (same(ours, theirs) || same(theirs, base))
            write(ours);
        else if (same(ours, base))
            write(theirs);
        else if (ours && theirs)
            mergeChanged(base, *theirs, *ours, path);
        else
            conflict(ours, path);
    }

    [[nodiscard]] Secret take() { return m_writer.take(); }
    [[nodiscard]] std::vector<std::string> conflicts() { return std::move(m_conflicts); }

private:
    void write(const Maybe& value)
    {
        if (!value)
            return;
        if (!m_pendingName.empty())
            m_writer.name(m_pendingName);
        m_pendingName.clear();
        m_writer.value(*value);
    }

    void conflict(const Maybe& ours, const std::string& path)
    {
        m_conflicts.push_back(path);
        write(ours);
    }

    /// The name of a member is written with its value only, since the value may turn out to be gone.
    void writeName()
    {
        if (!m_pendingName.empty())
            m_writer.name(m_pendingName);
        m_pendingName.clear();
    }

    void mergeChanged(const Maybe& base, const JsonValue& theirs, const JsonValue& ours,
                      const std::string& path)
    {
        const bool baseFits = !base || base->kind() == ours.kind();
        if (!baseFits || theirs.kind() != ours.kind())
            conflict(ours, path);
        else if (ours.kind() == JsonKind::Object)
            mergeObjects(base, theirs, ours, path);
        else if (ours.kind() == JsonKind::Array && looksLikeEnvelope(ours))
            mergeEnvelopes(base, theirs, ours, path);
        else if (ours.kind() == JsonKind::Array)
            mergeLists(base, theirs, ours, path);
        else
            conflict(ours, path);
    }

    void mergeObjects(const Maybe& base, const JsonValue& theirs, const JsonValue& ours,
                      const std::string& path)
    {
        writeName();
        m_writer.openObject();
        const auto member = [&](std::string_view name) {
            m_pendingName = name;
            merge(base ? base->find(name) : Maybe(), theirs.find(name), ours.find(name),
                  path.empty() ? std::string(name) : path + "/" + std::string(name));
            m_pendingName.clear();
        };
        for (const JsonValue child : ours.children())
            member(child.name());
        for (const JsonValue child : theirs.children()) {
            if (!ours.find(child.name()))
                member(child.name());
        }
        m_writer.closeObject();
    }

    static bool holds(const Maybe& list, const JsonValue& item)
    {
        if (!list)
            return false;
        for (const JsonValue other : list->children()) {
            if (same(other, item))
                return true;
        }
        return false;
    }

    void mergeLists(const Maybe& base, const JsonValue& theirs, const JsonValue& ours,
                    const std::string& path)
    {
        bool bothRemoved = false;
        std::vector<JsonValue> kept;
        std::vector<JsonValue> added;
        bool theyAdded = false;
        if (std::max(theirs.size(), ours.size()) > maxListItems || (base && base->size() > maxListItems)) {
            conflict(ours, path);
            return;
        }
        if (base) {
            for (const JsonValue item : base->children())
                bothRemoved = bothRemoved || (!holds(theirs, item) && !holds(ours, item));
        }
        for (const JsonValue item : theirs.children()) {
            const bool isNew = !holds(base, item);
            theyAdded = theyAdded || (isNew && !holds(ours, item));
            if (isNew || holds(ours, item))
                kept.push_back(item);
        }
        for (const JsonValue item : ours.children()) {
            if (!holds(base, item) && !holds(theirs, item))
                added.push_back(item);
        }
        // both replaced the same item, each by another one
        if (bothRemoved && theyAdded && !added.empty()) {
            conflict(ours, path);
            return;
        }
        writeName();
        m_writer.openArray();
        for (const JsonValue& item : kept)
            m_writer.value(item);
        for (const JsonValue& item : added)
            m_writer.value(item);
        m_writer.closeArray();
    }

    void mergeEnvelopes(const Maybe& base, const JsonValue& theirs, const JsonValue& ours,
                        const std::string& path)
    {
        const auto theirEnvelope = openEnvelope(theirs);
        const auto ourEnvelope = openEnvelope(ours);
        const auto baseEnvelope = base ? openEnvelope(*base) : std::nullopt;
        if (!theirEnvelope || !ourEnvelope || (base && !baseEnvelope)) {
            conflict(ours, path);
            return;
        }
        auto inner = mergePayloads(baseEnvelope ? BytesView(baseEnvelope->body) : BytesView(),
                                   theirEnvelope->body, ourEnvelope->body);
        if (!inner) {
            conflict(ours, path);
            return;
        }
        for (const std::string& member : inner->members)
            m_conflicts.push_back(path + "/" + member);
        writeName();
        m_writer.openArray().value(ourEnvelope->header).binary(inner->payload).closeArray();
    }

    JsonWriter m_writer;
    std::string m_pendingName;
    std::vector<std::string> m_conflicts;
};

} // namespace

Result<Merged> mergePayloads(BytesView base, BytesView theirs, BytesView ours)
{
    MMM_TRY(const JsonDocument theirDocument, JsonDocument::parse(theirs));
    MMM_TRY(const JsonDocument ourDocument, JsonDocument::parse(ours));
    std::optional<JsonDocument> baseDocument;
    if (!base.empty()) {
        MMM_TRY(baseDocument, JsonDocument::parse(base));
    }
    Merged merged;
    const JsonValue theirRoot = theirDocument.root();
    const JsonValue ourRoot = ourDocument.root();
    if (same(theirRoot, ourRoot)) {
        merged.payload = Secret(theirs);
        return merged;
    }
    const auto classOf = [](const JsonValue& root) {
        return root.kind() == JsonKind::Object && root.size() == 1 ? (*root.children().begin()).name()
                                                                   : std::string_view();
    };
    if (classOf(theirRoot) != classOf(ourRoot)) {
        // an object of one class and an object of another have nothing in common
        merged.outcome = Merged::Outcome::Conflict;
        merged.payload = Secret(ours);
        merged.members.emplace_back(classOf(ourRoot));
        return merged;
    }
    Merger merger;
    merger.merge(baseDocument ? Maybe(baseDocument->root()) : Maybe(), theirRoot, ourRoot, {});
    merged.payload = merger.take();
    merged.members = merger.conflicts();
    merged.outcome = merged.members.empty() ? Merged::Outcome::Clean : Merged::Outcome::Conflict;
    return merged;
}

} // namespace mmm::store
