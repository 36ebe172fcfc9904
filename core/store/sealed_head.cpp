#include "store/sealed_head.h"

#include "encoding/record.h"

#include <algorithm>

namespace mmm::store {
namespace {

using encoding::field;

constexpr std::size_t maxHeadFile = 256U << 20U;

/// A frame with a digest: a checkpoint, or an apex of the tree.
struct StoredPlace : encoding::RecordBase
{
    static constexpr std::string_view className = "Place";
    std::int64_t index = 0;
    std::int64_t position = 0;
    Bytes digest;
    static constexpr auto fields()
    {
        return fieldTable(field("Index", &StoredPlace::index), field("Position", &StoredPlace::position),
                          field("Digest", &StoredPlace::digest));
    }
};

struct StoredRange : encoding::RecordBase
{
    static constexpr std::string_view className = "Range";
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::string kid;
    static constexpr auto fields()
    {
        return fieldTable(field("First", &StoredRange::first), field("Last", &StoredRange::last),
                          field("Kid", &StoredRange::kid));
    }
};

struct StoredHead : encoding::RecordBase
{
    static constexpr std::string_view className = "Head";
    std::int64_t count = 0;
    std::int64_t size = 0;
    Bytes chain;
    std::vector<StoredPlace> tree;
    std::vector<StoredPlace> checkpoints;
    Bytes marks;
    bool isSigned = false;
    std::optional<StoredPlace> anchor;
    std::int64_t through = 0;
    std::vector<std::int64_t> kept;
    std::vector<StoredRange> setAside;
    static constexpr auto fields()
    {
        return fieldTable(field("Count", &StoredHead::count), field("Size", &StoredHead::size),
                          field("Chain", &StoredHead::chain), field("Tree", &StoredHead::tree),
                          field("Checkpoints", &StoredHead::checkpoints), field("Marks", &StoredHead::marks),
                          field("Signed", &StoredHead::isSigned), field("Anchor", &StoredHead::anchor),
                          field("Through", &StoredHead::through), field("Kept", &StoredHead::kept),
                          field("SetAside", &StoredHead::setAside));
    }
};

std::string contextOf(const HeadPlace& place)
{
    return "head:" + place.account + ":" + place.container;
}

Result<dare::Digest512> toDigest(const Bytes& octets)
{
    dare::Digest512 digest{};
    if (octets.size() != digest.size())
        return fail(Fault::Damaged, "the sealed head has a digest of a wrong length");
    std::copy(octets.begin(), octets.end(), digest.begin());
    return digest;
}

StoredPlace store(std::int64_t index, std::uint64_t position, const dare::Digest512& digest)
{
    StoredPlace place;
    place.index = index;
    place.position = static_cast<std::int64_t>(position);
    place.digest = copyOf(digest);
    return place;
}

} // namespace

bool SealedHead::isDone(std::uint64_t change) const
{
    return change <= through && std::find(kept.begin(), kept.end(), change) == kept.end();
}

bool SealedHead::isSetAside(std::int64_t frame) const
{
    return std::any_of(setAside.begin(), setAside.end(), [frame](const FrameRange& range) {
        return frame >= range.first && frame <= range.last;
    });
}

Result<SealedHead> loadHead(const HeadPlace& place)
{
    MMM_TRY(const Bytes sealed, readFile(*place.fileSystem, place.path, maxHeadFile));
    const auto json = place.seal->open(contextOf(place), sealed);
    if (!json)
        return fail(Fault::Damaged, "the sealed head does not open");
    MMM_TRY(const StoredHead stored, encoding::fromJson<StoredHead>(*json));

    SealedHead head(ChainState(place.account, place.container));
    ChainState& state = head.verified;
    state.count = stored.count;
    state.size = static_cast<std::uint64_t>(stored.size);
    MMM_TRY(state.chain, toDigest(stored.chain));
    std::vector<dare::TreePath::Apex> path;
    for (const StoredPlace& apex : stored.tree) {
        MMM_TRY(const dare::Digest512 digest, toDigest(apex.digest));
        path.push_back({apex.index, static_cast<std::uint64_t>(apex.position), digest});
    }
    if (!path.empty())
        state.tree = dare::TreePath::restore(std::move(path));
    for (const StoredPlace& checkpoint : stored.checkpoints) {
        MMM_TRY(const dare::Digest512 digest, toDigest(checkpoint.digest));
        state.checkpoints.push_back({static_cast<std::uint64_t>(checkpoint.position), digest});
    }
    for (std::size_t at = 0; at < stored.marks.size(); at += FrameMark().size()) {
        FrameMark mark{};
        std::copy_n(stored.marks.begin() + static_cast<std::ptrdiff_t>(at),
                    std::min(mark.size(), stored.marks.size() - at), mark.begin());
        state.marks.push_back(mark);
    }
    const std::int64_t every = ChainState::checkpointEvery;
    if (state.count < 0 || state.tree.nextIndex() != state.count ||
        static_cast<std::int64_t>(state.checkpoints.size()) != (state.count + every - 1) / every)
        return fail(Fault::Damaged, "the sealed head is not consistent");
    head.isSigned = stored.isSigned;
    if (stored.anchor) {
        MMM_TRY(const dare::Digest512 digest, toDigest(stored.anchor->digest));
        head.anchor = SealedHead::Anchor{stored.anchor->index, digest};
    }
    head.through = static_cast<std::uint64_t>(stored.through);
    for (const std::int64_t number : stored.kept)
        head.kept.push_back(static_cast<std::uint64_t>(number));
    for (const StoredRange& range : stored.setAside)
        head.setAside.push_back({range.first, range.last, range.kid});
    return head;
}

Status saveHead(const HeadPlace& place, const SealedHead& head)
{
    StoredHead stored;
    const ChainState& state = head.verified;
    stored.count = state.count;
    stored.size = static_cast<std::int64_t>(state.size);
    stored.chain = copyOf(state.chain);
    for (const dare::TreePath::Apex& apex : state.tree.path())
        stored.tree.push_back(store(apex.index, apex.position, apex.digest));
    for (const Checkpoint& checkpoint : state.checkpoints)
        stored.checkpoints.push_back(store(0, checkpoint.position, checkpoint.chain));
    for (const FrameMark& mark : state.marks)
        stored.marks.insert(stored.marks.end(), mark.begin(), mark.end());
    stored.isSigned = head.isSigned;
    if (head.anchor)
        stored.anchor = store(head.anchor->count, 0, head.anchor->chain);
    stored.through = static_cast<std::int64_t>(head.through);
    for (const std::uint64_t number : head.kept)
        stored.kept.push_back(static_cast<std::int64_t>(number));
    for (const FrameRange& range : head.setAside) {
        StoredRange& kept = stored.setAside.emplace_back();
        kept.first = range.first;
        kept.last = range.last;
        kept.kid = range.kid;
    }
    MMM_TRY(const Bytes sealed, place.seal->seal(contextOf(place), encoding::toJson(stored)));
    return replaceFile(*place.fileSystem, place.path, sealed);
}

} // namespace mmm::store
