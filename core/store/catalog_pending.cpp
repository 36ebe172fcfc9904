#include "store/catalog_work.h"

#include "store/merge.h"

#include <algorithm>

namespace mmm::store {

/// The local change that counts. What was made and deleted here before the service knew of it is none.
const PendingChange* Catalog::Work::pending(const EntrySlot& slot) const
{
    const auto* changes = queue->find(std::string(slot.id));
    if (!changes || changes->empty() || (changes->back().isDeletion && slot.frame < 0))
        return nullptr;
    return &changes->back();
}

/// Entries that were changed again after the service took an earlier change: from now on, the frame that the
/// earlier one became is what they go out from.
void Catalog::Work::rebase(const std::vector<std::string>& ids)
{
    Merges rebased;
    for (const std::string& id : ids) {
        const auto place = index.find(id);
        const PendingChange* change = place ? pending(index.at(*place)) : nullptr;
        if (!change || change->after == 0 || !replica->head().isDone(change->after))
            continue;
        const std::int64_t frame = index.at(*place).frame;
        if (auto payload = queue->read(*change)) {
            rebased.payloads.push_back(std::move(*payload));
            rebased.drafts.push_back({.id = id,
                                      .base = frame,
                                      .after = 0,
                                      .isDeletion = change->isDeletion,
                                      .modified = change->modified,
                                      .payload = rebased.payloads.back()});
        }
        queue->setBase(id, frame);
    }
    // should this not be possible now, it is done when the catalog is opened the next time
    if (!rebased.drafts.empty())
        (void)queue->append(rebased.drafts);
}

Status Catalog::Work::settle(const std::vector<std::string>& ids)
{
    Merges merges;
    for (const std::string& id : ids)
        settle(index.place(id), merges);
    if (merges.drafts.empty())
        return {};
    MMM_CHECK(queue->append(merges.drafts).map([](std::uint64_t) {}));
    Merges none; // what was just merged fits
    for (const auto& draft : merges.drafts)
        settle(index.place(draft.id), none);
    return {};
}

void Catalog::Work::settle(std::uint32_t place, Merges& merges)
{
    EntrySlot& slot = index.at(place);
    const PendingChange* change = pending(slot);
    if (change && change->isDeletion && !slot.isLive) {
        queue->drop(std::string(slot.id), change->number);
        change = nullptr;
    }
    setChange(slot, change ? change->number : 0, false);
    if (change && change->base != slot.frame)
        mergeChange(place, *change, merges);
    show(place);
}

void Catalog::Work::setChange(EntrySlot& slot, std::uint64_t number, bool isConflicted)
{
    countSlot(slot, -1);
    slot.change = number;
    slot.isConflicted = isConflicted;
    countSlot(slot, +1);
}

/// Whether the service's value is that of a change of ours that was changed again here.
bool Catalog::Work::isOurEarlier(const EntrySlot& slot, const Result<Secret>& theirs) const
{
    const auto* changes = queue->find(std::string(slot.id));
    for (std::size_t i = 0; i + 1 < changes->size(); ++i) {
        const PendingChange& earlier = (*changes)[i];
        if (earlier.isDeletion && !slot.isLive)
            return true;
        const auto payload = queue->read(earlier);
        if (!earlier.isDeletion && payload && theirs && *payload == *theirs)
            return true;
    }
    return false;
}

void Catalog::Work::mergeChange(std::uint32_t place, const PendingChange& change, Merges& merges)
{
    EntrySlot& slot = index.at(place);
    const std::string id(slot.id);
    const std::uint64_t number = change.number;
    const auto keep = [&](Secret payload) {
        merges.payloads.push_back(std::move(payload));
        merges.drafts.push_back({.id = id,
                                 .base = slot.frame,
                                 .after = 0,
                                 .isDeletion = change.isDeletion,
                                 .modified = change.modified,
                                 .payload = merges.payloads.back()});
    };
    const auto drop = [&] {
        queue->drop(id, number);
        setChange(slot, 0, false);
    };
    auto ours = queue->read(change);
    const bool neverSeenThere = change.base < 0 && !slot.isLive;
    const auto theirs = replica->payload(slot.frame);
    // others made one of the same name and deleted it again; or the service took an earlier change of ours,
    // and its answer was lost
    if (ours && ((!change.isDeletion && neverSeenThere) || isOurEarlier(slot, theirs)))
        return keep(std::move(*ours));
    // one side deleted what the other changed: for the person to decide
    if (change.isDeletion || !slot.isLive || !ours || !theirs)
        return setChange(slot, number, true);
    Result<Secret> start = fail(Fault::NotFound);
    if (change.base >= 0)
        start = replica->payload(change.base);
    auto merged = mergePayloads(start ? BytesView(*start) : BytesView(), *theirs, *ours);
    if (!merged || merged->outcome == Merged::Outcome::Conflict)
        return setChange(slot, number, true);
    if (merged->outcome == Merged::Outcome::Same)
        return drop();
    keep(std::move(merged->payload));
}

void Catalog::Work::show(std::uint32_t place)
{
    const PendingChange* change = pending(index.at(place));
    if (change)
        showPending(place, *change);
    else
        showFrame(place);
}

void Catalog::Work::showPending(std::uint32_t place, const PendingChange& change)
{
    EntrySlot& slot = index.at(place);
    FrameEntry seen;
    const auto payload = change.isDeletion ? Result<Secret>(fail(Fault::NotFound)) : queue->read(change);
    if (payload)
        projectInto(seen, *payload);
    slot.modified = change.modified;
    if (!slot.isLive)
        slot.created = change.modified;
    showEntry(place, seen);
}

/// Shows the service's value again after a local change is gone.
void Catalog::Work::showFrame(std::uint32_t place)
{
    EntrySlot& slot = index.at(place);
    FrameEntry seen;
    const auto stored = slot.isLive ? replica->frame(slot.frame) : fail(Fault::NotFound);
    const auto payload = slot.isLive ? replica->payload(slot.frame) : fail(Fault::NotFound);
    if (stored && payload) {
        projectInto(seen, *payload);
        if (const auto meta = stored->parsed.header.contentMeta()) {
            slot.modified = meta->modified.value_or(slot.modified);
            slot.created = meta->created.value_or(slot.created);
        }
    }
    showEntry(place, seen);
}

void Catalog::Work::projectInto(FrameEntry& entry, const Secret& payload) const
{
    const auto shown = project(kind->projection, payload);
    if (!shown)
        return;
    setShown(entry, *shown);
    entry.state = FrameEntry::State::Value;
}

void Catalog::Work::showEntry(std::uint32_t place, const FrameEntry& entry)
{
    EntrySlot& slot = index.at(place);
    countSlot(slot, -1);
    slot.isVisible = entry.state == FrameEntry::State::Value;
    countSlot(slot, +1);
    if (slot.isVisible)
        index.setShown(slot, entry.className, entry.shown);
    updateSearch(place, entry.folded);
}

Status Catalog::Work::change(std::vector<PendingQueue::Draft> drafts, bool resolves)
{
    std::vector<std::string> ids;
    for (PendingQueue::Draft& draft : drafts) {
        if (const auto place = index.find(draft.id)) {
            const EntrySlot& slot = index.at(*place);
            const PendingChange* before = pending(slot);
            draft.after = before ? before->number : 0;
            // a further edit goes out from where the first did, or two conflicting edits would look like one
            draft.base = before && !resolves ? before->base : slot.frame;
        }
        draft.modified = clock->now();
        ids.push_back(draft.id);
    }
    MMM_CHECK(queue->append(drafts).map([](std::uint64_t) {}));
    // the change is durable; should merging it with others fail, that is done another time
    (void)settle(ids);
    notify(std::move(ids));
    return {};
}

void Catalog::Work::notify(std::vector<std::string> ids)
{
    if (ids.empty())
        return;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    Changes changes;
    changes.all = ids.size() > 1000;
    if (!changes.all)
        changes.ids = std::move(ids);
    const auto current = observers; // an observer may remove itself
    for (const auto& [handle, observer] : current)
        observer(changes);
}

} // namespace mmm::store
