#pragma once

#include "dare/binding.h"
#include "dare/tree.h"

#include <algorithm>

namespace mmm::store {

/// A place in the chain that can be gone back to: checking starts there, on several threads at once.
struct Checkpoint
{
    std::uint64_t position = 0; ///< octet offset of the frame
    dare::Digest512 chain{};    ///< CH of the frame before it
};

/// What tells a frame from every other: the first octets of its FD (WIRE K.1).
using FrameMark = std::array<std::uint8_t, 16>;

[[nodiscard]] inline FrameMark markOf(const dare::Digest512& frameDigest)
{
    FrameMark mark{};
    std::copy_n(frameDigest.begin(), mark.size(), mark.begin());
    return mark;
}

/// The marks of a segment that is complete.
struct SegmentMarks
{
    std::int64_t segment = 0;
    std::vector<FrameMark> marks;
};

/// How far a container has come: what is needed to verify the next frame and to append it (WIRE K.1, C.7).
/// A value.
struct ChainState
{
    static constexpr std::int64_t checkpointEvery = 512; ///< frames

    std::int64_t count = 0;  ///< frames
    std::uint64_t size = 0;  ///< octets
    dare::Digest512 chain{}; ///< CH of the last frame
    dare::TreePath tree;
    std::vector<Checkpoint> checkpoints; ///< of frame 0, 512, 1024… below count
    std::vector<FrameMark> marks;        ///< of the frames since the last checkpoint
    std::vector<SegmentMarks> completed; ///< segments whose marks are not saved yet

    ChainState(std::string_view account, std::string_view container)
        : chain(dare::chainStart(account, container))
    {}

    /// Adds a frame. The digests are those of its protected header (or header) and of its payload.
    void add(BytesView covered, BytesView payloadDigest, std::uint64_t frameSize)
    {
        if (count % checkpointEvery == 0) {
            checkpoints.push_back({size, chain});
            if (count > 0)
                completed.push_back({count / checkpointEvery - 1, std::move(marks)});
            marks.clear();
        }
        const dare::Digest512 digest = dare::frameDigest(covered, payloadDigest);
        marks.push_back(markOf(digest));
        tree.add(size, payloadDigest);
        chain = dare::chainNext(chain, digest);
        size += frameSize;
        ++count;
    }

    /// Of the last frame; empty if there is none.
    [[nodiscard]] Bytes treeDigest() const
    {
        return tree.path().empty() ? Bytes() : copyOf(tree.path().back().digest);
    }
};

} // namespace mmm::store
