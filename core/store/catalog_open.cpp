#include "store/catalog_work.h"

#include "store/folded_text.h"

#include <algorithm>
#include <thread>

namespace mmm::store {
namespace {

/// Enough for what containers are called; keeps names from leading out of the folder.
bool isSafeName(std::string_view name)
{
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    };
    return !name.empty() && name.size() <= 100 && std::all_of(name.begin(), name.end(), isAllowed);
}

} // namespace

bool OpenReport::isGood() const
{
    return cutOctets == 0 && cutPendingOctets == 0 && damagedFrames.empty() && damagedPending == 0 &&
           unreadable == 0 && !isRolledBack && !isHeadLost;
}

Status Catalog::Work::open()
{
    kind = options.kind ? options.kind : containerKind(options.name);
    fileSystem = options.fileSystem ? options.fileSystem : &localFileSystem();
    clock = options.clock ? options.clock : &systemClock;
    if (!kind || !options.seal || options.directory.empty() || options.account.empty())
        return fail(Fault::Missing, "a container needs its kind, folder, account and seal");
    if (!isSafeName(options.name))
        return fail(Fault::NameInvalid, "not the name of a container");
    if (!options.keys)
        options.keys = std::make_shared<const dare::KeyRing>();
    MMM_CHECK(fileSystem->makeDirectory(options.directory));

    const std::string path = options.directory + "/" + options.name;
    MMM_TRY(replica, Replica::open({.place = {.fileSystem = fileSystem,
                                              .path = path + ".head",
                                              .account = options.account,
                                              .container = options.name,
                                              .seal = options.seal.get()},
                                    .path = path + ".dcat",
                                    .marksPath = path + ".marks",
                                    .keys = options.keys,
                                    .kind = kind}));
    report.cutOctets = replica->report().cutOctets;
    report.isRolledBack = replica->report().isRolledBack;
    report.isHeadLost = replica->report().isHeadLost;

    index.reserve(static_cast<std::size_t>(replica->head().verified.count));
    const std::size_t threads = options.threads ? options.threads : std::thread::hardware_concurrency();
    MMM_CHECK(replica->readAll(threads, options.progress, options.stop,
                               [this](FrameEntry&& entry) { takeFrame(std::move(entry)); }));
    return openQueue();
}

Status Catalog::Work::openQueue()
{
    const SealedHead& head = replica->head();
    MMM_TRY(queue,
            PendingQueue::open({.fileSystem = fileSystem,
                                .path = options.directory + "/" + options.name + ".pending",
                                .account = options.account,
                                .container = options.name,
                                .seal = options.seal},
                               head.through, [&head](std::uint64_t number) { return head.isDone(number); }));
    report.cutPendingOctets = queue->report().cutOctets;
    report.damagedPending = queue->report().damaged;
    std::vector<std::pair<std::uint64_t, std::string>> order;
    for (const auto& [id, changes] : queue->all())
        order.emplace_back(changes.back().number, id);
    std::sort(order.begin(), order.end()); // entries made here appear in the order of their making
    std::vector<std::string> ids;
    for (auto& [number, id] : order)
        ids.push_back(std::move(id));
    rebase(ids);
    // merges that cannot be written now are made another time
    (void)settle(ids);
    return {};
}

void Catalog::Work::countSlot(const EntrySlot& slot, int sign)
{
    const auto step = static_cast<std::size_t>(sign); // wraps as intended for −1
    visible += slot.isVisible ? step : 0;
    conflicted += slot.isConflicted ? step : 0;
    waiting += slot.change != 0 && !slot.isConflicted ? step : 0;
}

void Catalog::Work::takeFrame(FrameEntry&& entry)
{
    taken = entry.index + 1;
    if (replica->head().isSetAside(entry.index))
        return;
    if (!entry.signerKid.empty())
        signers.emplace(entry.index, BatchSigner{entry.signedFrom, std::move(entry.signerKid)});
    switch (entry.state) {
    case FrameEntry::State::Damaged:
        report.damagedFrames.push_back(entry.index);
        return;
    case FrameEntry::State::Meta:
        if (!entry.exchangeKids.empty()) {
            exchange = entry.index;
            exchangeKids = std::move(entry.exchangeKids);
        }
        return;
    case FrameEntry::State::Unreadable:
        ++report.unreadable;
        break;
    default:
        break;
    }
    if (entry.id.empty())
        return;
    const std::uint32_t place = index.place(entry.id);
    EntrySlot& slot = index.at(place);
    countSlot(slot, -1);
    takeValue(slot, place, entry);
    countSlot(slot, +1);
}

void Catalog::Work::takeValue(EntrySlot& slot, std::uint32_t place, const FrameEntry& entry)
{
    if (entry.state == FrameEntry::State::Deletion) {
        slot.isLive = false;
    } else {
        if (!slot.isLive && slot.frame >= 0)
            index.addEarlierDeletion(place, slot.frame);
        if (!slot.isLive)
            slot.first = entry.index;
        slot.isLive = true;
    }
    const bool wasLive = slot.isVisible;
    slot.frame = entry.index;
    if (slot.change != 0)
        return; // a local change is seen until it is settled
    slot.isVisible = entry.state == FrameEntry::State::Value;
    slot.modified = entry.modified;
    if (entry.isNew || slot.first == entry.index)
        slot.created = entry.created;
    if (slot.isVisible) {
        index.setShown(slot, entry.className, entry.shown);
        updateSearch(place, entry.folded);
    } else if (wasLive) {
        updateSearch(place, {});
    }
}

Result<std::vector<std::string>> Catalog::Work::takeNewFrames()
{
    std::vector<std::string> ids;
    if (taken >= replica->head().verified.count)
        return ids;
    MMM_CHECK(replica->readFrom(taken, [&](FrameEntry&& entry) {
        if (!entry.id.empty())
            ids.push_back(entry.id);
        takeFrame(std::move(entry));
    }));
    return ids;
}

void Catalog::Work::updateSearch(std::uint32_t place, std::string_view folded)
{
    const EntrySlot& slot = index.at(place);
    search.set(place, slot.isVisible ? slot.id : std::string_view(), folded);
}

} // namespace mmm::store
