#include "store/catalog.h"

#include "dare/event_rules.h"
#include "store/catalog_work.h"
#include "store/merge.h"

#include <algorithm>

namespace mmm::store {
namespace {

std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(shownSeparator, at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

Row toRow(const EntrySlot& slot)
{
    Row row;
    row.id = slot.id;
    row.className = slot.className ? *slot.className : std::string();
    row.shown = split(slot.shown);
    row.version = slot.change ? -static_cast<std::int64_t>(slot.change) : slot.frame;
    row.created = slot.created;
    row.modified = slot.modified;
    row.isPending = slot.change != 0;
    row.isConflicted = slot.isConflicted;
    return row;
}

Status checkItem(const std::string& id, const Secret& payload)
{
    if (id.empty() || id.size() > 2000)
        return fail(Fault::NameInvalid, "an entry needs an identifier of at most 2000 octets");
    MMM_CHECK(project({}, payload).map([](const Shown&) {}));
    return {};
}

} // namespace

Catalog::Catalog(std::unique_ptr<Work> work) : m_work(std::move(work)) {}
Catalog::~Catalog() = default;

Result<std::unique_ptr<Catalog>> Catalog::open(ContainerOptions options)
{
    auto work = std::make_unique<Work>(std::move(options));
    MMM_CHECK(work->open());
    return std::unique_ptr<Catalog>(new Catalog(std::move(work)));
}

const OpenReport& Catalog::report() const
{
    return m_work->report;
}
const std::string& Catalog::name() const
{
    return m_work->options.name;
}
const ContainerKind& Catalog::kind() const
{
    return *m_work->kind;
}
std::size_t Catalog::size() const
{
    return m_work->visible;
}

std::vector<std::string> Catalog::ids() const
{
    std::vector<std::string> ids;
    ids.reserve(m_work->visible);
    for (std::uint32_t place = 0; place < m_work->index.count(); ++place) {
        const EntrySlot& slot = m_work->index.at(place);
        if (slot.isVisible)
            ids.emplace_back(slot.id);
    }
    return ids;
}

std::vector<std::string> Catalog::unreadableIds() const
{
    std::vector<std::string> ids;
    for (std::uint32_t place = 0; place < m_work->index.count(); ++place) {
        const EntrySlot& slot = m_work->index.at(place);
        if (slot.isLive && !slot.isVisible && slot.change == 0)
            ids.emplace_back(slot.id);
    }
    return ids;
}

std::vector<Row> Catalog::rows() const
{
    std::vector<Row> rows;
    rows.reserve(m_work->visible);
    for (std::uint32_t place = 0; place < m_work->index.count(); ++place) {
        const EntrySlot& slot = m_work->index.at(place);
        if (slot.isVisible)
            rows.push_back(toRow(slot));
    }
    return rows;
}

std::optional<Row> Catalog::row(const std::string& id) const
{
    const auto place = m_work->index.find(id);
    if (!place || !m_work->index.at(*place).isVisible)
        return std::nullopt;
    return toRow(m_work->index.at(*place));
}

bool Catalog::contains(const std::string& id) const
{
    const auto place = m_work->index.find(id);
    return place && m_work->index.at(*place).isVisible;
}

Result<Secret> Catalog::read(const std::string& id) const
{
    const auto place = m_work->index.find(id);
    if (!place)
        return fail(Fault::NotFound, "no such entry");
    const EntrySlot& slot = m_work->index.at(*place);
    const PendingChange* change = m_work->pending(slot);
    if (change ? change->isDeletion : !slot.isLive)
        return fail(Fault::NotFound, "no such entry");
    return change ? m_work->queue->read(*change) : m_work->replica->payload(slot.frame);
}

std::string Catalog::Work::signerOf(std::int64_t frame) const
{
    const auto signer = signers.lower_bound(frame);
    return signer != signers.end() && signer->second.from <= frame ? signer->second.kid : std::string();
}

bool Catalog::isWrittenByDevice(const std::string& id) const
{
    const auto place = m_work->index.find(id);
    if (!place)
        return false;
    const EntrySlot& slot = m_work->index.at(*place);
    return m_work->pending(slot) || (slot.frame >= 0 && !m_work->signerOf(slot.frame).empty());
}

Result<std::vector<Version>> Catalog::history(const std::string& id) const
{
    const auto place = m_work->index.find(id);
    if (!place)
        return fail(Fault::NotFound, "no such entry");
    const EntrySlot& slot = m_work->index.at(*place);
    std::vector<Version> versions;
    if (const auto* changes = m_work->queue->find(id)) {
        for (const PendingChange& change : *changes)
            versions.insert(versions.begin(), Version{.version = -static_cast<std::int64_t>(change.number),
                                                      .isDeletion = change.isDeletion,
                                                      .modified = change.modified,
                                                      .signerKid = {}});
    }
    std::vector<std::int64_t> ends;
    if (const auto* earlier = m_work->index.earlierDeletions(*place))
        ends = *earlier;
    if (slot.frame >= 0)
        ends.push_back(slot.frame);
    std::reverse(ends.begin(), ends.end());
    for (std::int64_t frame : ends) {
        // every step goes back, so that a chain of frames that was made to be endless is not
        for (std::int64_t limit = frame + 1; frame >= 0 && frame < limit;) {
            limit = frame;
            const auto stored = m_work->replica->frame(frame);
            if (!stored)
                break; // damaged: what was before it cannot be found through it
            const auto meta = stored->parsed.header.contentMeta();
            if (!meta || meta->uniqueId != id)
                break;
            Version version;
            version.version = frame;
            version.isDeletion = meta->event == dare::eventName(dare::Event::Delete);
            version.modified = meta->modified.value_or(meta->created.value_or(TimePoint()));
            version.signerKid = m_work->signerOf(frame);
            versions.push_back(std::move(version));
            frame = meta->previous.value_or(-1);
        }
    }
    return versions;
}

Result<Secret> Catalog::readVersion(const std::string& id, std::int64_t version) const
{
    if (version < 0) {
        if (const auto* changes = m_work->queue->find(id)) {
            for (const PendingChange& change : *changes) {
                if (change.number == static_cast<std::uint64_t>(-version) && !change.isDeletion)
                    return m_work->queue->read(change);
            }
        }
        return fail(Fault::NotFound, "no such version");
    }
    MMM_TRY(const auto stored, m_work->replica->frame(version));
    MMM_TRY(const auto meta, stored.parsed.header.contentMeta());
    if (meta.uniqueId != id)
        return fail(Fault::NotFound, "no such version");
    return m_work->replica->payload(version);
}

std::vector<std::string> Catalog::deletedIds() const
{
    std::vector<std::string> ids;
    for (std::uint32_t place = 0; place < m_work->index.count(); ++place) {
        const EntrySlot& slot = m_work->index.at(place);
        const auto* changes = m_work->queue->find(std::string(slot.id));
        const bool wasThere = slot.frame >= 0 || (changes && !changes->empty());
        const PendingChange* change = m_work->pending(slot);
        const bool isThere = change ? !change->isDeletion : slot.isLive;
        if (wasThere && !isThere)
            ids.emplace_back(slot.id);
    }
    return ids;
}

SearchSnapshot Catalog::searchSnapshot() const
{
    return m_work->search.snapshot();
}

Status Catalog::put(const std::string& id, const Secret& payload)
{
    MMM_CHECK(checkItem(id, payload));
    return m_work->change({{.id = id, .payload = payload}}, false);
}

Status Catalog::putMany(std::vector<Item> items)
{
    std::vector<PendingQueue::Draft> drafts;
    for (const Item& item : items) {
        MMM_CHECK(checkItem(item.id, item.payload));
        drafts.push_back({.id = item.id, .payload = item.payload});
    }
    return drafts.empty() ? Status() : m_work->change(std::move(drafts), false);
}

Status Catalog::remove(const std::string& id)
{
    return removeMany({id});
}

Status Catalog::removeMany(const std::vector<std::string>& ids)
{
    std::vector<PendingQueue::Draft> drafts;
    for (const std::string& id : ids) {
        const auto place = m_work->index.find(id);
        const EntrySlot* slot = place ? &m_work->index.at(*place) : nullptr;
        // an entry that cannot be read can still be deleted
        const PendingChange* change = slot ? m_work->pending(*slot) : nullptr;
        if (!slot || (change ? change->isDeletion : !slot->isLive))
            return fail(Fault::NotFound, "no such entry");
        drafts.push_back({.id = id, .isDeletion = true, .payload = {}});
    }
    return drafts.empty() ? Status() : m_work->change(std::move(drafts), false);
}

Status Catalog::restore(const std::string& id, std::int64_t version)
{
    MMM_TRY(const Secret payload, readVersion(id, version));
    return put(id, payload);
}

std::vector<std::string> Catalog::conflictIds() const
{
    std::vector<std::string> ids;
    for (std::uint32_t place = 0; place < m_work->index.count() && m_work->conflicted > 0; ++place) {
        const EntrySlot& slot = m_work->index.at(place);
        if (slot.isConflicted)
            ids.emplace_back(slot.id);
    }
    return ids;
}

Result<Conflict> Catalog::conflict(const std::string& id) const
{
    const auto place = m_work->index.find(id);
    if (!place || !m_work->index.at(*place).isConflicted)
        return fail(Fault::NotFound, "no such conflict");
    const EntrySlot& slot = m_work->index.at(*place);
    const PendingChange* change = m_work->pending(slot);
    if (!change)
        return fail(Fault::NotFound, "no such conflict");
    Conflict conflict;
    conflict.id = id;
    if (!change->isDeletion) {
        MMM_TRY(conflict.ours, m_work->queue->read(*change));
    }
    if (slot.isLive) {
        MMM_TRY(conflict.theirs, m_work->replica->payload(slot.frame));
    }
    if (change->base >= 0) {
        if (auto base = m_work->replica->payload(change->base))
            conflict.base = std::move(*base);
    }
    if (conflict.ours && conflict.theirs) {
        MMM_TRY(auto merged, mergePayloads(conflict.base ? BytesView(*conflict.base) : BytesView(),
                                           *conflict.theirs, *conflict.ours));
        conflict.members = std::move(merged.members);
    }
    return conflict;
}

Status Catalog::resolve(const std::string& id, const std::optional<Secret>& chosen)
{
    const auto place = m_work->index.find(id);
    if (!place || !m_work->index.at(*place).isConflicted)
        return fail(Fault::NotFound, "no such conflict");
    if (!chosen)
        return m_work->change({{.id = id, .isDeletion = true, .payload = {}}}, true);
    MMM_CHECK(checkItem(id, *chosen));
    return m_work->change({{.id = id, .payload = *chosen}}, true);
}

Result<Catalog::Frames> Catalog::openFrames() const
{
    if (m_work->report.needsReset())
        return fail(Fault::Damaged, "frames of the container cannot be read");
    const std::string path = m_work->options.directory + "/" + m_work->options.name + ".dcat";
    MMM_TRY(auto file, m_work->fileSystem->open(path, dare::OpenMode::Read));
    return Frames{std::move(file), m_work->replica->head().verified.size};
}

Result<dare::Envelope> Catalog::envelope(const std::string& id) const
{
    const auto place = m_work->index.find(id);
    if (!place || m_work->index.at(*place).frame < 0)
        return fail(Fault::NotFound, "no such frame");
    return m_work->replica->envelope(m_work->index.at(*place).frame);
}

std::size_t Catalog::addObserver(Observer observer)
{
    m_work->observers.emplace(m_work->nextObserver, std::move(observer));
    return m_work->nextObserver++;
}

void Catalog::removeObserver(std::size_t handle)
{
    m_work->observers.erase(handle);
}

} // namespace mmm::store
