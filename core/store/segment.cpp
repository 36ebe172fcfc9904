#include "store/segment.h"

#include <algorithm>

namespace mmm::store {
namespace {

constexpr std::uint64_t maxSegment = 2ULL << 30U;

bool mayStartFrame(std::uint8_t octet)
{
    return octet >= 0xF4 && octet <= 0xF7;
}

/// The next place that holds a frame of this segment, and the number of that frame.
struct Found
{
    std::size_t offset = 0;
    std::int64_t index = 0;
};
std::optional<Found> resynchronise(BytesView octets, std::size_t from, std::int64_t expected,
                                   std::int64_t end)
{
    for (std::size_t at = from; at < octets.size(); ++at) {
        if (!mayStartFrame(octets[at]))
            continue;
        const auto frame = dare::parseFrame(octets.subspan(at));
        if (!frame)
            continue;
        const auto header = dare::parseHeader(frame->header);
        if (header && header->index() >= expected && header->index() < end)
            return Found{at, header->index()};
    }
    return std::nullopt;
}

FrameEntry damaged(std::int64_t index, std::uint64_t position)
{
    FrameEntry entry;
    entry.index = index;
    entry.position = position;
    return entry;
}

class SegmentReader
{
public:
    SegmentReader(const Segment& segment, const Projection& projection, FrameKeys& keys,
                  FrameKeys::Memory& memory, const MarksOf& marksOf)
        : m_segment(segment),
          m_projection(projection),
          m_keys(keys),
          m_memory(memory),
          m_marksOf(marksOf),
          m_chain(segment.chain)
    {}

    std::vector<FrameEntry> read(BytesView octets)
    {
        const std::int64_t end = m_segment.first + m_segment.count;
        std::int64_t index = m_segment.first;
        std::size_t at = 0;
        m_entries.reserve(static_cast<std::size_t>(m_segment.count));
        while (index < end) {
            const auto frame =
                dare::parseFrame(octets.subspan(std::min(at, octets.size())), m_segment.position + at);
            if (frame) {
                take(*frame, index++);
                at += frame->size;
                continue;
            }
            const auto found = resynchronise(octets, at + 1, index, end);
            const std::int64_t next = found ? found->index : end;
            while (index < next)
                addDamaged(index++, unknownPosition);
            at = found ? found->offset : octets.size();
        }
        if (m_segment.end && m_chain != *m_segment.end)
            distrust();
        return std::move(m_entries);
    }

private:
    void take(const dare::FrameView& frame, std::int64_t index)
    {
        const auto parsed = parseParts(frame);
        if (!parsed) {
            addDamaged(index, frame.position);
            followDamaged(frame);
            return;
        }
        m_marks.push_back(follow(parsed->signedData.empty() ? frame.header : BytesView(parsed->signedData),
                                 parsed->payloadDigest));
        m_entries.push_back(toEntry(*parsed, frame, index, m_projection, m_keys, m_memory));
    }

    void addDamaged(std::int64_t index, std::uint64_t position)
    {
        m_marks.emplace_back();
        m_entries.push_back(damaged(index, position));
    }

    FrameMark follow(BytesView covered, BytesView payloadDigest)
    {
        const dare::Digest512 digest = dare::frameDigest(covered, payloadDigest);
        m_chain = dare::chainNext(m_chain, digest);
        return markOf(digest);
    }

    /// A payload that is damaged leaves the chain whole, since the chain is over its digest.
    void followDamaged(const dare::FrameView& frame)
    {
        const auto trailer = dare::parseTrailer(frame.trailer);
        if (trailer && !trailer->payloadDigest.empty())
            (void)follow(trailer->signedData.empty() ? frame.header : BytesView(trailer->signedData),
                         trailer->payloadDigest);
    }

    /// The segment is not the one that was sealed. What has its mark is as it was; of the rest nothing can be
    /// relied on.
    void distrust()
    {
        const auto marks =
            m_marksOf ? m_marksOf(m_segment.first / ChainState::checkpointEvery) : std::vector<FrameMark>();
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (i >= marks.size() || m_marks[i] != marks[i])
                m_entries[i] = damaged(m_entries[i].index, m_entries[i].position);
        }
    }

    static constexpr std::uint64_t unknownPosition = UINT64_MAX;

    const Segment& m_segment;
    const Projection& m_projection;
    FrameKeys& m_keys;
    FrameKeys::Memory& m_memory;
    const MarksOf& m_marksOf;
    dare::Digest512 m_chain;
    std::vector<FrameMark> m_marks; ///< as found, one per entry
    std::vector<FrameEntry> m_entries;
};

} // namespace

std::vector<Segment> segmentsOf(const ChainState& state)
{
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < state.checkpoints.size(); ++i) {
        const bool isLast = i + 1 == state.checkpoints.size();
        Segment segment;
        segment.first = static_cast<std::int64_t>(i) * ChainState::checkpointEvery;
        segment.count = isLast ? state.count - segment.first : ChainState::checkpointEvery;
        segment.position = state.checkpoints[i].position;
        segment.size = (isLast ? state.size : state.checkpoints[i + 1].position) - segment.position;
        segment.chain = state.checkpoints[i].chain;
        segment.end = isLast ? state.chain : state.checkpoints[i + 1].chain;
        segments.push_back(segment);
    }
    return segments;
}

Result<std::vector<FrameEntry>> readSegment(const dare::File& file, const Segment& segment,
                                            const Projection& projection, FrameKeys& keys,
                                            FrameKeys::Memory& memory, const MarksOf& marksOf)
{
    if (segment.size > maxSegment)
        return fail(Fault::TooLarge, "a run of frames is too large");
    Bytes octets(segment.size);
    MMM_TRY(const std::size_t count, file.readAt(segment.position, octets));
    return SegmentReader(segment, projection, keys, memory, marksOf).read(BytesView(octets).first(count));
}

} // namespace mmm::store
