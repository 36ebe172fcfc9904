#include "store/replica.h"

#include "store/ordered_parallel.h"

#include <algorithm>

namespace mmm::store {
namespace {
constexpr std::uint64_t maxFrame = 1ULL << 30U;
constexpr std::uint64_t unknownPosition = UINT64_MAX;
constexpr std::uint64_t rangeSize = 4U << 20U;
} // namespace

Replica::Replica(Options options)
    : m_options(std::move(options)),
      m_marks(*m_options.place.fileSystem, m_options.marksPath, m_options.place.account,
              m_options.place.container, *m_options.place.seal),
      m_head(ChainState(m_options.place.account, m_options.place.container)),
      m_staged(m_head.verified)
{}

Result<std::unique_ptr<Replica>> Replica::open(Options options)
{
    std::unique_ptr<Replica> replica(new Replica(std::move(options)));
    MMM_CHECK(replica->start());
    return replica;
}

/// Moves the file out of the way and goes on with a new one.
Status Replica::setAside()
{
    FileSystem& fileSystem = *m_options.place.fileSystem;
    MMM_TRY(const bool exists, fileSystem.exists(m_options.path));
    if (exists)
        MMM_CHECK(fileSystem.replace(m_options.path, m_options.path + ".old"));
    return openFile();
}

Status Replica::openFile()
{
    m_isFileOpen = false;
    MMM_TRY(auto file, m_options.place.fileSystem->open(m_options.path, dare::OpenMode::OpenAlways));
    m_keys.reset();
    m_memory = {};
    m_file = std::move(file);
    m_keys = std::make_unique<FrameKeys>(*m_file, *m_options.keys);
    m_isFileOpen = true;
    return {};
}

Status Replica::start()
{
    auto head = loadHead(m_options.place);
    if (head) {
        m_head = std::move(*head);
    } else if (head.error().fault == Fault::Damaged) {
        m_report.isHeadLost = true;
        MMM_CHECK(setAside());
    } else if (head.error().fault != Fault::NotFound) {
        return tl::unexpected<Error>(std::move(head).error());
    }
    if (!m_isFileOpen)
        MMM_CHECK(openFile());
    MMM_TRY(const std::uint64_t size, m_file->size());
    if (size < m_head.verified.size)
        MMM_CHECK(recoverShortFile(size));
    else if (size > m_head.verified.size)
        m_report.cutOctets = size - m_head.verified.size;
    m_staged = m_head.verified;
    m_flushed = m_staged.size;
    // what stays behind the head if this fails is overwritten or cut another time
    if (m_report.cutOctets > 0 && m_file->truncate(m_flushed))
        (void)m_file->sync();
    return {};
}

bool Replica::addNext(ChainState& state, std::uint64_t end) const
{
    const auto layout = dare::layoutAt(*m_file, state.size);
    if (!layout || layout->end() > end)
        return false;
    const auto frame = dare::readFrame(*m_file, *layout);
    if (!frame)
        return false;
    const auto parsed = parseParts({.position = frame->position,
                                    .size = frame->size,
                                    .header = frame->headerOctets,
                                    .payload = frame->payload,
                                    .trailer = frame->trailerOctets});
    if (!parsed)
        return false;
    state.add(parsed->signedData.empty() ? frame->headerOctets : parsed->signedData, parsed->payloadDigest,
              frame->size);
    return true;
}

/// Goes back to the last whole frame. Those fetched again must lead to where the container was before.
Status Replica::recoverShortFile(std::uint64_t size)
{
    m_report.isRolledBack = true;
    const ChainState before = m_head.verified;
    if (!m_head.anchor || m_head.anchor->count < before.count)
        m_head.anchor = SealedHead::Anchor{before.count, before.chain};
    ChainState state(m_options.place.account, m_options.place.container);
    ChainState proved = state;
    for (;;) {
        if (state.count >= before.count || !addNext(state, size))
            break;
        // the file is trusted only as far as the sealed checkpoints reach
        const auto checkpoint = static_cast<std::size_t>(state.count / ChainState::checkpointEvery);
        if (state.count % ChainState::checkpointEvery != 0 || checkpoint >= before.checkpoints.size())
            continue;
        if (before.checkpoints[checkpoint].chain != state.chain) {
            state = proved;
            break;
        }
        proved = state;
    }
    m_report.cutOctets = size - state.size;
    std::erase_if(m_head.setAside, [&state](const FrameRange& range) { return range.last >= state.count; });
    m_head.verified = std::move(state);
    return {};
}

Status Replica::readAll(std::size_t threads, const std::function<void(double)>& progress,
                        const std::stop_token& stop, const Take& take)
{
    const std::vector<Segment> segments = segmentsOf(m_head.verified);
    m_positions.clear();
    m_positions.reserve(static_cast<std::size_t>(m_head.verified.count));
    const MarksOf marksOf = [&](std::int64_t segment) {
        if (segment + 1 == static_cast<std::int64_t>(segments.size()))
            return m_head.verified.marks;
        return m_marks.load(segment).value_or(std::vector<FrameMark>());
    };
    const auto makeWorker = [&] {
        return [this, &segments, &marksOf, memory = FrameKeys::Memory()](std::size_t i) mutable {
            return readSegment(*m_file, segments[i], m_options.kind->projection, *m_keys, memory, marksOf);
        };
    };
    return OrderedParallel<std::vector<FrameEntry>>::run(
        segments.size(), threads, makeWorker,
        [&](std::size_t i, std::vector<FrameEntry>&& entries) -> Status {
            if (stop.stop_requested())
                return fail(Fault::Cancelled);
            for (FrameEntry& entry : entries) {
                m_positions.push_back(entry.position);
                take(std::move(entry));
            }
            if (progress && (i % (segments.size() / 10 + 1) == 0 || i + 1 == segments.size()))
                progress(static_cast<double>(i + 1) / static_cast<double>(segments.size()));
            return {};
        });
}

Status Replica::readFrom(std::int64_t first, const Take& take)
{
    const std::int64_t end = m_head.verified.count;
    for (std::int64_t from = first; from < end;) {
        Segment segment;
        segment.first = from;
        segment.position = positionOf(from);
        while (from < end && segment.size < rangeSize) {
            const std::uint64_t next = from + 1 < end ? positionOf(from + 1) : m_head.verified.size;
            segment.size = next - segment.position;
            ++segment.count;
            ++from;
        }
        MMM_TRY(auto entries, readSegment(*m_file, segment, m_options.kind->projection, *m_keys, m_memory));
        for (FrameEntry& entry : entries)
            take(std::move(entry));
    }
    return {};
}

std::uint64_t Replica::positionOf(std::int64_t index) const
{
    return index >= 0 && index < static_cast<std::int64_t>(m_positions.size())
               ? m_positions[static_cast<std::size_t>(index)]
               : unknownPosition;
}

Result<Bytes> Replica::octetsOf(std::int64_t index) const
{
    if (index < 0 || index >= m_staged.count)
        return fail(Fault::NotFound, "no such frame");
    const std::uint64_t position = positionOf(index);
    if (position == unknownPosition)
        return fail(Fault::Damaged, "the frame is damaged");
    if (position >= m_flushed) {
        // staged and not written yet
        const auto start = m_buffer.begin() + static_cast<std::ptrdiff_t>(position - m_flushed);
        return Bytes(start, m_buffer.end());
    }
    std::uint64_t end = index + 1 < m_staged.count ? positionOf(index + 1) : m_staged.size;
    if (end == unknownPosition) {
        MMM_TRY(const dare::FrameLayout layout, dare::layoutAt(*m_file, position));
        end = layout.end();
    }
    if (end > m_flushed || end - position > maxFrame)
        return fail(Fault::Damaged, "the frame is damaged");
    Bytes octets(end - position);
    MMM_TRY(const std::size_t count, m_file->readAt(position, octets));
    octets.resize(count);
    return octets;
}

Result<Replica::Stored> Replica::frame(std::int64_t index) const
{
    Stored stored;
    MMM_TRY(stored.octets, octetsOf(index));
    MMM_TRY(stored.view, dare::parseFrame(stored.octets, positionOf(index)));
    MMM_TRY(stored.parsed, parseParts(stored.view));
    return stored;
}

Result<dare::Envelope> Replica::envelope(std::int64_t index)
{
    MMM_TRY(const Stored stored, frame(index));
    return dare::Envelope::fromRecords(stored.view.header, stored.view.payload, stored.view.trailer);
}

Result<Secret> Replica::payload(std::int64_t index)
{
    MMM_TRY(const Stored stored, frame(index));
    if (stored.view.payload.empty())
        return fail(Fault::NotFound, "the entry was deleted there");
    return openPayload(stored.parsed.header, stored.view, *m_keys, m_memory);
}

Result<SharedSecret> Replica::masterKey(const Stored& stored)
{
    return m_keys->masterKey(stored.parsed.header, stored.view.position, m_memory);
}

void Replica::stage(const dare::Envelope& frame, BytesView payloadDigest)
{
    const Bytes octets =
        dare::encodeFrame(frame.headerOctets(), frame.body(), frame.trailerOctets(), m_staged.count == 0);
    const Bytes& signedData = frame.trailer().signedData;
    m_positions.resize(static_cast<std::size_t>(m_staged.count));
    m_positions.push_back(m_staged.size);
    m_staged.add(signedData.empty() ? frame.headerOctets() : BytesView(signedData), payloadDigest,
                 octets.size());
    m_buffer.insert(m_buffer.end(), octets.begin(), octets.end());
}

Status Replica::flush()
{
    if (m_buffer.empty())
        return {};
    if (!m_isFileOpen)
        MMM_CHECK(setAside());
    MMM_CHECK(m_file->writeAt(m_flushed, m_buffer));
    m_flushed += m_buffer.size();
    m_buffer.clear();
    return {};
}

void Replica::unstage(std::int64_t from)
{
    if (from >= m_staged.count)
        return;
    // the state before is found by going on from the head; staged frames are few
    ChainState state = m_head.verified;
    while (state.count < from) {
        const auto stored = frame(state.count);
        if (!stored)
            break;
        state.add(stored->parsed.signedData.empty() ? stored->view.header
                                                    : BytesView(stored->parsed.signedData),
                  stored->parsed.payloadDigest, stored->view.size);
    }
    m_staged = std::move(state);
    m_positions.resize(static_cast<std::size_t>(m_staged.count));
    if (m_staged.size >= m_flushed) {
        m_buffer.resize(m_staged.size - m_flushed);
        return;
    }
    m_buffer.clear();
    m_flushed = m_staged.size;
    // octets that stay behind the end are overwritten, or cut when the file is opened
    (void)m_file->truncate(m_flushed);
}

Status Replica::commit(SealedHead head)
{
    Status written = flush();
    if (written)
        written = m_file->sync();
    if (!written) {
        unstage(m_head.verified.count);
        return written;
    }
    saveMarks(head.verified);
    m_unsealed = std::move(head);
    return finishCommit();
}

/// A help after damage only, so that failing to save them must not hold up anything.
void Replica::saveMarks(ChainState& state)
{
    if (!state.completed.empty())
        (void)m_marks.save(state.completed);
    state.completed.clear();
    const std::int64_t saved = static_cast<std::int64_t>(state.checkpoints.size()) - 1;
    std::erase_if(m_staged.completed, [&](const SegmentMarks& one) { return one.segment < saved; });
}

Status Replica::finishCommit()
{
    if (!m_unsealed)
        return {};
    if (m_unsealed->anchor && m_unsealed->anchor->count <= m_unsealed->verified.count)
        m_unsealed->anchor.reset();
    MMM_CHECK(saveHead(m_options.place, *m_unsealed));
    m_head = std::move(*m_unsealed);
    m_unsealed.reset();
    return {};
}

Status Replica::reset()
{
    MMM_CHECK(finishCommit());
    SealedHead fresh(ChainState(m_options.place.account, m_options.place.container));
    fresh.isSigned = m_head.isSigned;
    fresh.through = m_head.through;
    fresh.kept = m_head.kept;
    fresh.anchor = m_head.anchor;
    if (m_head.verified.count > 0 && (!fresh.anchor || fresh.anchor->count < m_head.verified.count))
        fresh.anchor = SealedHead::Anchor{m_head.verified.count, m_head.verified.chain};
    // the head first: with it, whatever the file holds is cut
    MMM_CHECK(saveHead(m_options.place, fresh));
    m_head = fresh;
    m_staged = fresh.verified;
    m_positions.clear();
    m_buffer.clear();
    m_flushed = 0;
    m_isFileOpen = false; // until the new one is, writing tries that first
    return setAside();
}

Status Replica::goBack(std::int64_t count)
{
    MMM_CHECK(finishCommit());
    ChainState state(m_options.place.account, m_options.place.container);
    while (state.count < count) {
        if (!addNext(state, m_head.verified.size))
            return fail(Fault::Damaged, "a frame of the container cannot be read");
    }
    state.completed.clear(); // their marks were saved when they came
    SealedHead fresh = m_head;
    fresh.verified = state;
    fresh.anchor.reset();
    std::erase_if(fresh.setAside, [count](const FrameRange& range) { return range.last >= count; });
    MMM_CHECK(saveHead(m_options.place, fresh));
    m_head = std::move(fresh);
    m_staged = std::move(state);
    m_positions.resize(static_cast<std::size_t>(count));
    m_buffer.clear();
    m_flushed = m_staged.size;
    // keys are known by the places of their exchanges, where others will stand
    m_memory = {};
    m_keys = std::make_unique<FrameKeys>(*m_file, *m_options.keys);
    // what stays behind the head if this fails is overwritten or cut another time
    if (m_file->truncate(m_flushed))
        (void)m_file->sync();
    return {};
}

} // namespace mmm::store
