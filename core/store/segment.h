#pragma once

#include "store/chain_state.h"
#include "store/frame_entry.h"

#include <functional>
#include <optional>

namespace mmm::store {

/// A run of frames in the file, between two checkpoints: the unit of verifying and of parallel work.
struct Segment
{
    std::int64_t first = 0;
    std::int64_t count = 0;
    std::uint64_t position = 0;
    std::uint64_t size = 0;             ///< octets
    dare::Digest512 chain{};            ///< CH before the first frame
    std::optional<dare::Digest512> end; ///< CH of the last frame, if that is to be proved
};

/// The frames of a container in segments, each of which must lead to the next checkpoint and the last one to
/// the state's chain.
[[nodiscard]] std::vector<Segment> segmentsOf(const ChainState& state);

/// Gives the marks of the frames of a segment, by its number; empty if there are none.
using MarksOf = std::function<std::vector<FrameMark>(std::int64_t segment)>;

/// What a segment holds. Damaged are frames whose payload is not the one that was written; and, if the
/// segment does not lead to its end, all frames that do not have their mark.
[[nodiscard]] Result<std::vector<FrameEntry>> readSegment(const dare::File& file, const Segment& segment,
                                                          const Projection& projection, FrameKeys& keys,
                                                          FrameKeys::Memory& memory,
                                                          const MarksOf& marksOf = {});

} // namespace mmm::store
