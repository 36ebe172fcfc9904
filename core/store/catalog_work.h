#pragma once

#include "store/catalog.h"
#include "store/entry_index.h"
#include "store/pending_queue.h"
#include "store/replica.h"

#include <map>

namespace mmm::store {

/// The inside of a Catalog: the service's frames, the local changes, and the index of what is seen.
struct Catalog::Work
{
    explicit Work(ContainerOptions given) : options(std::move(given)) {}

    // catalog_open.cpp
    [[nodiscard]] Status open();
    [[nodiscard]] Status openQueue();
    void takeFrame(FrameEntry&& entry);
    void takeValue(EntrySlot& slot, std::uint32_t place, const FrameEntry& entry);
    /// Reads frames that count since the last call; the identifiers that they concern.
    [[nodiscard]] Result<std::vector<std::string>> takeNewFrames();

    // catalog_pending.cpp
    /// Brings an entry's slot up to date with its local changes, merging where the frames have moved on.
    /// Merged values are collected in `drafts`.
    struct Merges
    {
        std::vector<PendingQueue::Draft> drafts;
        std::vector<Secret> payloads; ///< what the drafts refer to
    };
    void settle(std::uint32_t place, Merges& merges);
    [[nodiscard]] Status settle(const std::vector<std::string>& ids);
    void mergeChange(std::uint32_t place, const PendingChange& change, Merges& merges);
    [[nodiscard]] bool isOurEarlier(const EntrySlot& slot, const Result<Secret>& theirs) const;
    void rebase(const std::vector<std::string>& ids);
    /// Makes durable what was asked for by put, remove and so on, and shows it.
    [[nodiscard]] Status change(std::vector<PendingQueue::Draft> drafts, bool resolves);
    [[nodiscard]] const PendingChange* pending(const EntrySlot& slot) const;
    void setChange(EntrySlot& slot, std::uint64_t number, bool isConflicted);
    void show(std::uint32_t place);
    void showPending(std::uint32_t place, const PendingChange& change);
    void showFrame(std::uint32_t place);
    void projectInto(FrameEntry& entry, const Secret& payload) const;
    void showEntry(std::uint32_t place, const FrameEntry& entry);
    void updateSearch(std::uint32_t place, std::string_view folded);
    void countSlot(const EntrySlot& slot, int sign);
    void notify(std::vector<std::string> ids);

    // catalog_back.cpp
    /// The latest frame of an entry among the first `common`; −1 if there is none.
    [[nodiscard]] std::int64_t frameBefore(const EntrySlot& slot, std::int64_t common) const;
    /// Whether an entry is other than the first `common` frames say, and this account has made it so.
    [[nodiscard]] bool isLost(const EntrySlot& slot, std::int64_t common) const;
    /// As a local change on top of these frames.
    [[nodiscard]] Result<PendingQueue::Draft> draftOf(const EntrySlot& slot, std::int64_t common,
                                                      std::vector<Secret>& payloads) const;

    // catalog_sync.cpp
    /// Seals a head that waits for it and takes the frames in that it covers.
    [[nodiscard]] Status finishCommit();
    [[nodiscard]] std::vector<std::string> afterFrames(std::vector<std::string> ids);
    /// Forgets what the index knows of the frames; what waits here is seen on.
    void clearIndex();
    [[nodiscard]] bool needsExchange() const;
    /// Decisions about devices that ask to be connected are for the service as well (WIRE E.9, F.4).
    [[nodiscard]] bool isForService(const Secret& payload) const;

    ContainerOptions options;
    const ContainerKind* kind = nullptr;
    FileSystem* fileSystem = nullptr;
    const Clock* clock = nullptr;
    SystemClock systemClock;

    std::unique_ptr<Replica> replica;
    std::optional<PendingQueue> queue;
    EntryIndex index;
    SearchIndex search;
    OpenReport report;
    std::int64_t taken = 0;         ///< frames that the index knows
    std::int64_t signedThrough = 0; ///< frames with a valid signature, those that nobody vouches for included

    std::size_t visible = 0;
    std::size_t waiting = 0;    ///< entries with a local change to upload
    std::size_t conflicted = 0; ///< entries with one that contradicts the service's

    struct BatchSigner
    {
        std::int64_t from = 0; ///< first frame of the batch
        std::string kid;
    };
    std::map<std::int64_t, BatchSigner> signers; ///< by the last frame of the batch
    /// The key that signed the batch with that frame; empty for frames that no batch covers.
    [[nodiscard]] std::string signerOf(std::int64_t frame) const;
    std::int64_t exchange = -1; ///< frame with the key exchange for new frames
    std::vector<std::string> exchangeKids;
    std::vector<dare::RecipientKey> recipients;
    bool recipientsKnown = false;

    std::map<std::size_t, Observer> observers;
    std::size_t nextObserver = 1;
};

} // namespace mmm::store
