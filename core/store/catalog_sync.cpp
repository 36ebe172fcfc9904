#include "store/catalog_work.h"
#include "store/download_checker.h"
#include "store/upload_builder.h"

#include "schema/catalog.h"

#include <algorithm>

namespace mmm::store {
namespace {

constexpr std::string_view catalogType = "application/mmm-catalog";
constexpr std::string_view spoolType = "application/mmm-spool";

} // namespace

Status Catalog::Work::finishCommit()
{
    MMM_CHECK(replica->finishCommit());
    MMM_TRY(auto ids, takeNewFrames());
    notify(afterFrames(std::move(ids)));
    return {};
}

/// Settles the entries that new frames concern; those that are other than before.
std::vector<std::string> Catalog::Work::afterFrames(std::vector<std::string> ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::vector<std::string> ours;
    for (const std::string& id : ids) {
        const EntrySlot& slot = index.at(index.place(id));
        if (slot.change != 0 || queue->find(id))
            ours.push_back(id);
    }
    rebase(ours);
    (void)settle(ours); // merges that cannot be written now are made another time
    queue->compact();
    return ids;
}

Head Catalog::head() const
{
    const ChainState& state = m_work->replica->head().verified;
    return {.count = state.count, .treeDigest = state.treeDigest(), .chain = copyOf(state.chain)};
}

std::int64_t Catalog::nextIndex() const
{
    return m_work->replica->staged().count;
}

bool Catalog::hasPending() const
{
    return m_work->waiting > 0;
}

std::size_t Catalog::pendingCount() const
{
    return m_work->waiting;
}

std::optional<Finding> Catalog::compare(std::int64_t serviceCount, BytesView serviceTreeDigest) const
{
    const SealedHead& head = m_work->replica->head();
    const std::int64_t known = std::max(head.verified.count, head.anchor ? head.anchor->count : 0);
    if (serviceCount < known)
        return Finding{Deviation::RolledBack, serviceCount, "the service has fewer frames than it had"};
    const Bytes ours = head.verified.treeDigest();
    if (serviceCount == head.verified.count && !serviceTreeDigest.empty() && !ours.empty() &&
        !std::ranges::equal(serviceTreeDigest, ours))
        return Finding{Deviation::Forked, serviceCount - 1, "the service has other frames than it had"};
    return std::nullopt;
}

void Catalog::setRecipients(std::vector<dare::RecipientKey> recipients)
{
    m_work->recipients = std::move(recipients);
}

const std::vector<std::string>& Catalog::exchangeKids() const
{
    return m_work->exchangeKids;
}

std::vector<std::string> Catalog::idsBeforeExchange() const
{
    std::vector<std::string> ids;
    for (std::uint32_t place = 0; place < m_work->index.count(); ++place) {
        const EntrySlot& slot = m_work->index.at(place);
        if (slot.isVisible && slot.isLive && slot.change == 0 && slot.frame < m_work->exchange)
            ids.emplace_back(slot.id);
    }
    return ids;
}

bool Catalog::Work::needsExchange() const
{
    if (!kind->isEncrypted)
        return false;
    const auto fits = [](const std::string& kid, const dare::RecipientKey& recipient) {
        return recipient.kid.empty() ? dare::isIdentifierOf(kid, recipient.key) : kid == recipient.kid;
    };
    return exchange < 0 ||
           !std::equal(exchangeKids.begin(), exchangeKids.end(), recipients.begin(), recipients.end(), fits);
}

bool Catalog::Work::isForService(const Secret& payload) const
{
    if (!kind->isSpool)
        return false;
    const auto completion = encoding::fromTaggedJson<schema::MessageComplete>(payload);
    return completion && !completion->references.empty() &&
           std::ranges::all_of(completion->references, [this](const schema::Reference& reference) {
               const auto place = index.find(reference.messageId);
               const std::string* className = place ? index.at(*place).className : nullptr;
               return className && *className == schema::AcknowledgeConnection::className;
           });
}

Result<UploadBatch> Catalog::prepareUpload(const crypto::PrivateKey& signer, const std::string& kid,
                                           const UploadLimits& limits)
{
    Work& work = *m_work;
    MMM_CHECK(work.finishCommit());
    Replica& replica = *work.replica;
    const SealedHead& head = replica.head();
    if (replica.staged().count != head.verified.count || head.anchor)
        return fail(Fault::Conflict, "frames of the service are not verified yet");
    if (!hasPending() && !(limits.evenIfEmpty && work.needsExchange()))
        return UploadBatch();
    if (work.kind->isEncrypted && work.recipients.empty())
        return fail(Fault::Missing, "no recipients for an encrypted container");

    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    for (std::uint32_t place = 0; place < work.index.count(); ++place) {
        const EntrySlot& slot = work.index.at(place);
        if (slot.change != 0 && !slot.isConflicted)
            order.emplace_back(slot.change, place);
    }
    std::sort(order.begin(), order.end());
    if (order.size() > limits.changes)
        order.resize(limits.changes);

    bool needsExchange = work.needsExchange();
    std::optional<UploadBuilder::Exchange> exchange;
    if (work.kind->isEncrypted && !needsExchange) {
        const auto stored = replica.frame(work.exchange);
        const auto masterKey = stored ? replica.masterKey(*stored) : fail(Fault::Damaged);
        if (masterKey)
            exchange = UploadBuilder::Exchange{replica.positionOf(work.exchange), *masterKey};
        needsExchange = !masterKey; // a key that is lost is replaced
    }
    UploadBuilder builder(head.verified, work.options.account, work.options.name, exchange);
    if (head.verified.count == 0)
        MMM_CHECK(
            builder.addFirst(work.kind->isSpool ? spoolType : catalogType,
                             work.kind->isEncrypted ? work.recipients : std::vector<dare::RecipientKey>()));
    else if (needsExchange)
        MMM_CHECK(builder.addExchange(work.recipients));

    std::vector<std::uint64_t> numbers;
    for (const auto& [number, place] : order) {
        const EntrySlot& slot = work.index.at(place);
        const PendingChange* change = work.pending(slot);
        if (!change)
            continue;
        const std::string id(slot.id);
        const dare::ObjectState state{slot.first, slot.frame, slot.isLive};
        const dare::Event event = change->isDeletion ? dare::Event::Delete
                                  : slot.isLive      ? dare::Event::Update
                                                     : dare::Event::New;
        MMM_TRY(dare::ContentMeta meta, dare::metaFor(event, id, slot.frame >= 0 ? &state : nullptr));
        meta.modified = change->modified;
        if (change->isDeletion) {
            MMM_CHECK(builder.add(meta, nullptr));
        } else {
            MMM_TRY(const Secret payload, work.queue->read(*change));
            meta.created = slot.created;
            if (work.kind->isSpool)
                meta.event.clear(); // entries of spools never change, so there is nothing to say
            if (work.kind->hasLookupTerms) {
                if (const auto entry = schema::readEntry(payload))
                    meta.keyValues = schema::lookupTerms(*entry);
            }
            MMM_TRY(const Shown shown, project({}, payload));
            if (work.kind->isSpool)
                meta.messageType = shown.className;
            MMM_CHECK(work.isForService(payload) ? builder.addInClear(meta, payload)
                                                 : builder.add(meta, &payload));
        }
        numbers.push_back(number);
        if (builder.octets() >= limits.octets)
            break;
    }
    MMM_TRY(UploadBatch batch, builder.finish(signer, kid));
    batch.throughChange = numbers.empty() ? 0 : numbers.back();
    batch.changes = std::move(numbers);
    return batch;
}

Status Catalog::confirmUploaded(const UploadBatch& batch)
{
    Work& work = *m_work;
    if (batch.isEmpty())
        return {};
    Replica& replica = *work.replica;
    MMM_CHECK(work.finishCommit());
    if (replica.staged().count != batch.firstIndex || replica.head().verified.count != batch.firstIndex)
        return fail(Fault::Conflict, "the container has moved on");
    for (const dare::Envelope& frame : batch.frames) {
        MMM_TRY(const Bytes digest, frame.payloadDigest());
        replica.stage(frame, digest);
    }
    SealedHead head = replica.head();
    head.verified = replica.staged();
    head.isSigned = true;
    const std::uint64_t through = std::max(head.through, batch.throughChange);
    head.kept.clear();
    const auto isTaken = [&](std::uint64_t number) {
        return std::binary_search(batch.changes.begin(), batch.changes.end(), number);
    };
    // of an entry that is not in the batch every waiting change is kept, those that were changed again too:
    // whether a change counts as taken decides what later ones go out from
    for (const auto& [id, changes] : work.queue->all()) {
        if (std::any_of(changes.begin(), changes.end(), [&](const auto& one) { return isTaken(one.number); }))
            continue;
        for (const PendingChange& change : changes) {
            if (change.number <= through)
                head.kept.push_back(change.number);
        }
    }
    head.through = through;
    MMM_CHECK(replica.commit(head));

    // the frames are what is seen from now on, except where there is a newer change
    std::vector<std::string> done;
    for (const auto& [id, changes] : work.queue->all()) {
        for (const PendingChange& change : changes) {
            if (isTaken(change.number)) {
                done.push_back(id);
                break;
            }
        }
    }
    for (const std::string& id : done) {
        EntrySlot& slot = work.index.at(work.index.place(id));
        const auto* changes = work.queue->find(id);
        std::uint64_t last = 0;
        for (const PendingChange& change : *changes)
            last = isTaken(change.number) ? change.number : last;
        work.queue->drop(id, last);
        if (!work.queue->find(id))
            work.setChange(slot, 0, false);
    }
    MMM_TRY(auto ids, work.takeNewFrames());
    work.notify(work.afterFrames(std::move(ids)));
    return {};
}

Result<ApplyReport> Catalog::applyDownloaded(const std::vector<dare::Envelope>& frames,
                                             const Authority& authority,
                                             std::optional<std::int64_t> serviceCount)
{
    Work& work = *m_work;
    Replica& replica = *work.replica;
    MMM_CHECK(work.finishCommit());
    ApplyReport report;
    const std::int64_t before = replica.head().verified.count;
    const std::int64_t unreadableBefore = work.report.unreadable;
    DownloadChecker checker(replica, work.options.account, work.options.name, *work.kind, authority,
                            work.signedThrough);
    for (const dare::Envelope& frame : frames) {
        if (!checker.take(frame))
            break;
    }
    report.finding = checker.finding();
    report.authorityPending = checker.isAuthorityPending();
    const std::int64_t waiting = replica.staged().count - checker.verified().count;
    if (!report.finding && !report.authorityPending && waiting > 0 && replica.staged().count == serviceCount)
        report.finding =
            checker.signedThrough() > checker.verified().count
                ? Finding{Deviation::NotAuthorised, checker.verified().count,
                          "signed by somebody who has no right any more, and nobody vouches for it"}
                : Finding{Deviation::Unsigned, checker.verified().count,
                          "the service has no signature for its last frames"};
    if (report.finding || report.authorityPending)
        replica.unstage(checker.verified().count);
    work.signedThrough = std::min(checker.signedThrough(), replica.staged().count);

    if (checker.verified().count > before) {
        SealedHead head = replica.head();
        head.verified = checker.verified();
        head.isSigned = checker.isSigned();
        for (const FrameRange& range : checker.setAside()) {
            head.setAside.push_back(range);
            report.setAside.push_back(range);
        }
        MMM_CHECK(replica.commit(std::move(head)));
        const std::vector<std::string> conflictsBefore = conflictIds();
        MMM_TRY(auto ids, work.takeNewFrames());
        report.changedIds = work.afterFrames(std::move(ids));
        for (std::string& id : conflictIds()) {
            if (std::find(conflictsBefore.begin(), conflictsBefore.end(), id) == conflictsBefore.end())
                report.newConflicts.push_back(std::move(id));
        }
        work.notify(report.changedIds);
    } else if (auto flushed = replica.flush(); !flushed) {
        replica.unstage(before);
        return tl::unexpected<Error>(std::move(flushed).error());
    }
    report.accepted = replica.head().verified.count - before;
    report.waiting = replica.staged().count - replica.head().verified.count;
    report.unreadable = work.report.unreadable - unreadableBefore;
    return report;
}

void Catalog::Work::clearIndex()
{
    index.clear();
    search.clear();
    report = {};
    taken = 0;
    signedThrough = 0;
    visible = waiting = conflicted = 0;
    signers.clear();
    exchange = -1;
    exchangeKids.clear();
}

Status Catalog::resetReplica()
{
    Work& work = *m_work;
    MMM_CHECK(work.replica->reset());
    work.clearIndex();
    std::vector<std::string> ids;
    for (const auto& [id, changes] : work.queue->all())
        ids.push_back(id);
    for (const std::string& id : ids) {
        EntrySlot& slot = work.index.at(work.index.place(id));
        const PendingChange* change = work.pending(slot);
        work.setChange(slot, change ? change->number : 0, false);
        work.show(work.index.place(id));
    }
    for (const auto& [handle, observer] : work.observers)
        observer({.ids = {}, .all = true});
    return {};
}

} // namespace mmm::store
