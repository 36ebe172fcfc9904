#include "schema/catalog.h"
#include "store/catalog_work.h"

#include <algorithm>

/// A container whose service is lost, continued at one that had a copy, though not of the last frames.
namespace mmm::store {

std::int64_t Catalog::Work::frameBefore(const EntrySlot& slot, std::int64_t common) const
{
    std::int64_t frame = slot.frame;
    // every step goes back, so that a chain of frames that was made to be endless is not
    for (std::int64_t limit = frame + 1; frame >= common && frame < limit;) {
        limit = frame;
        const auto stored = replica->frame(frame);
        const auto meta = stored ? stored->parsed.header.contentMeta()
                                 : Result<dare::ContentMeta>(tl::unexpected<Error>(stored.error()));
        frame = meta ? meta->previous.value_or(-1) : -1;
    }
    return frame < common ? frame : -1;
}

bool Catalog::Work::isLost(const EntrySlot& slot, std::int64_t common) const
{
    const PendingChange* change = pending(slot);
    if (change)
        return slot.frame >= common || change->base >= common;
    // a message of somebody else is for the service to deliver, not for this device to write
    const bool isByOthers =
        kind->isSpool && options.name == schema::store_name::inbound && signerOf(slot.frame).empty();
    return slot.frame >= common && !isByOthers;
}

Result<PendingQueue::Draft> Catalog::Work::draftOf(const EntrySlot& slot, std::int64_t common,
                                                   std::vector<Secret>& payloads) const
{
    const PendingChange* change = pending(slot);
    PendingQueue::Draft draft;
    draft.id = slot.id;
    draft.base = frameBefore(slot, common);
    draft.isDeletion = change ? change->isDeletion : !slot.isLive;
    draft.modified = change ? change->modified : slot.modified;
    if (!draft.isDeletion) {
        MMM_TRY(Secret payload, change ? queue->read(*change) : replica->payload(slot.frame));
        payloads.push_back(std::move(payload));
        draft.payload = payloads.back();
    }
    return draft;
}

Result<dare::Envelope> Catalog::frameAt(std::int64_t index) const
{
    return m_work->replica->envelope(index);
}

Status Catalog::goBack(std::int64_t common, bool isLetGo)
{
    Work& work = *m_work;
    MMM_CHECK(work.finishCommit());
    std::vector<PendingQueue::Draft> drafts;
    std::vector<Secret> payloads;
    payloads.reserve(work.index.count()); // drafts refer to them
    for (std::uint32_t place = 0; place < work.index.count() && !isLetGo; ++place) {
        const EntrySlot& slot = work.index.at(place);
        if (!work.isLost(slot, common))
            continue;
        auto draft = work.draftOf(slot, common, payloads);
        // what no key of ours opens cannot be written again either
        if (draft)
            drafts.push_back(std::move(*draft));
    }
    if (!drafts.empty())
        MMM_CHECK(work.queue->append(drafts).map([](std::uint64_t) {}));
    MMM_CHECK(work.replica->goBack(common));
    work.clearIndex();
    MMM_CHECK(work.takeNewFrames().map([](const auto&) {}));
    std::vector<std::string> ids;
    for (const auto& [id, changes] : work.queue->all())
        ids.push_back(id);
    (void)work.settle(ids); // merges that cannot be written now are made another time
    for (const auto& [handle, observer] : work.observers)
        observer({.ids = {}, .all = true});
    return {};
}

} // namespace mmm::store
