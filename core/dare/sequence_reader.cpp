#include "dare/sequence.h"

#include <algorithm>

namespace mmm::dare {

namespace {

/// Failures of the file system are handed on; everything else is damage that can be read past.
bool isFileFault(const Error& error)
{
    return error.fault == Fault::Io || error.fault == Fault::DiskFull || error.fault == Fault::ReadOnly;
}

} // namespace

Result<SequenceReader> SequenceReader::open(const File& file, const FrameLimits& limits)
{
    SequenceReader reader(file, limits);
    MMM_TRY(reader.m_size, file.size());
    auto layout = layoutAt(file, 0);
    if (!layout && layout.error().fault == Fault::NotFound)
        return fail(Fault::Damaged, "an empty file");
    if (!layout)
        return tl::unexpected<Error>(std::move(layout).error());
    MMM_TRY(reader.m_first, readFrame(file, *layout, limits));
    if (!reader.m_first.header.containerInfo)
        return fail(Fault::Damaged, "the first frame is not that of a sequence");
    const std::string& type = reader.m_first.header.containerInfo->containerType;
    if (!type.empty()) {
        MMM_TRY(reader.m_type, containerTypeByName(type));
    }
    reader.m_backward = reader.m_size;
    return reader;
}

void SequenceReader::seek(std::uint64_t position)
{
    m_forward = position;
    m_last.reset();
}

Result<std::optional<FrameLayout>> SequenceReader::nextLayout()
{
    while (m_forward < m_size) {
        auto layout = layoutAt(*m_file, m_forward);
        if (layout) {
            m_last = layout->position;
            m_forward = layout->end();
            return *layout;
        }
        if (isFileFault(layout.error()))
            return tl::unexpected<Error>(std::move(layout).error());
        MMM_CHECK(passOver(m_forward, layout.error().detail));
    }
    return std::nullopt;
}

Result<std::optional<Frame>> SequenceReader::next()
{
    while (true) {
        MMM_TRY(const auto layout, nextLayout());
        if (!layout)
            return std::nullopt;
        auto frame = readFrame(*m_file, *layout, m_limits);
        if (frame)
            return std::optional(std::move(*frame));
        if (isFileFault(frame.error()))
            return tl::unexpected<Error>(std::move(frame).error());
        m_damages.push_back({layout->position, layout->size, frame.error().detail});
    }
}

Result<FrameBlock> SequenceReader::nextBlock(std::size_t size)
{
    FrameBlock block;
    while (block.frames.empty() && m_forward < m_size) {
        block.octets.resize(std::size_t(std::min<std::uint64_t>(size, m_size - m_forward)));
        MMM_TRY(const std::size_t count, m_file->readAt(m_forward, block.octets));
        const std::uint64_t start = m_forward;
        BytesView rest = BytesView(block.octets).first(count);
        while (!rest.empty()) {
            const auto frame = parseFrame(rest, m_forward);
            if (!frame)
                break;
            block.frames.push_back(*frame);
            m_last = m_forward;
            m_forward += frame->size;
            rest = rest.subspan(std::size_t(frame->size));
        }
        if (!block.frames.empty() || m_forward > start)
            break;
        // either damage or a frame that is larger than the block
        const auto layout = layoutAt(*m_file, m_forward);
        if (!layout) {
            if (isFileFault(layout.error()))
                return tl::unexpected<Error>(layout.error());
            MMM_CHECK(passOver(m_forward, layout.error().detail));
        } else if (layout->size <= size) {
            return fail(Fault::Io, "the file changed while it was read");
        } else if (layout->size > m_limits.payload + 2 * m_limits.header) {
            m_damages.push_back({layout->position, layout->size, "too large to be held in memory"});
            m_forward = layout->end();
        } else {
            size = std::size_t(layout->size);
        }
    }
    return block;
}

Result<std::optional<Frame>> SequenceReader::previous()
{
    if (m_backward == 0)
        return std::nullopt;
    MMM_TRY(const FrameLayout layout, layoutBefore(*m_file, m_backward));
    MMM_TRY(Frame frame, readFrame(*m_file, layout, m_limits));
    m_backward = layout.position;
    return std::optional(std::move(frame));
}

Status SequenceReader::passOver(std::uint64_t from, std::string reason)
{
    MMM_TRY(const std::uint64_t next, findFrameAfter(from));
    m_damages.push_back({from, next - from, std::move(reason)});
    m_forward = next;
    return {};
}

// The way back from the end finds the frame behind the last damage for certain. If numbers are missing in
// between, there may be good frames between two damages: these are searched for octet by octet.
Result<std::uint64_t> SequenceReader::findFrameAfter(std::uint64_t from) const
{
    std::int64_t lastIndex = -1;
    if (m_last) {
        const auto layout = layoutAt(*m_file, *m_last);
        const auto header = layout ? readHeader(*m_file, *layout, m_limits) : Header();
        lastIndex = header ? header->index() : -1;
    }
    std::uint64_t good = m_size;
    std::int64_t goodIndex = -1;
    while (good > from) {
        const auto layout = layoutBefore(*m_file, good);
        if (!layout || layout->position <= from)
            break;
        good = layout->position;
    }
    if (good < m_size) {
        if (const auto frame = frameAt(good))
            goodIndex = frame->index();
        if (lastIndex >= 0 && goodIndex == lastIndex + 2)
            return good;
    }

    Bytes buffer(std::size_t(1) << 20U);
    for (std::uint64_t offset = from + 1; offset < good;) {
        const auto wanted = std::size_t(std::min<std::uint64_t>(buffer.size(), good - offset));
        MMM_TRY(const std::size_t count, m_file->readAt(offset, std::span(buffer).first(wanted)));
        if (count == 0)
            break;
        for (std::size_t i = 0; i < count; ++i) {
            if (buffer[i] < 0xF4 || buffer[i] > 0xF7)
                continue;
            const auto layout = layoutAt(*m_file, offset + i);
            if (!layout || layout->end() > good)
                continue;
            const auto header = readHeader(*m_file, *layout, m_limits);
            if (header && header->index() > lastIndex && (goodIndex < 0 || header->index() < goodIndex))
                return offset + i;
        }
        offset += count;
    }
    return good;
}

Result<Frame> SequenceReader::frameAt(std::uint64_t position) const
{
    MMM_TRY(const FrameLayout layout, layoutAt(*m_file, position));
    return readFrame(*m_file, layout, m_limits);
}

Result<Frame> SequenceReader::frame(std::int64_t index) const
{
    if (index < 0)
        return fail(Fault::NotFound, "no such frame");
    if (index == 0)
        return m_first;
    if (auto found = findFromEnd(index))
        return found;
    SequenceReader reader(*m_file, m_limits);
    reader.m_size = m_size;
    while (true) {
        MMM_TRY(const auto layout, reader.nextLayout());
        if (!layout)
            return fail(Fault::NotFound, "no such frame");
        const auto header = readHeader(*m_file, *layout, m_limits);
        if (header && header->index() == index)
            return readFrame(*m_file, *layout, m_limits);
    }
}

// Every step goes to an earlier frame: over the tree where that does not lead too far, else one frame back.
// Index records shorten the way in sequences without tree.
Result<Frame> SequenceReader::findFromEnd(std::int64_t index) const
{
    MMM_TRY(FrameLayout layout, layoutBefore(*m_file, m_size));
    MMM_TRY(Header header, readHeader(*m_file, layout, m_limits));
    while (header.index() > index) {
        const ContainerInfo& info = *header.containerInfo;
        const std::int64_t leap = previousFrame(header.index());
        std::optional<std::int64_t> target;
        if (header.containerIndex) {
            for (const IndexPosition& entry : header.containerIndex->positions) {
                if (entry.index == index)
                    target = entry.position;
            }
        }
        if (!target && hasTreePosition(m_type) && leap >= index)
            target = info.treePosition;
        else if (!target && info.indexPosition && !hasTreePosition(m_type))
            target = info.indexPosition;
        const std::int64_t before = header.index();
        if (target && *target >= 0 && std::uint64_t(*target) < layout.position) {
            MMM_TRY(layout, layoutAt(*m_file, std::uint64_t(*target)));
        } else {
            MMM_TRY(layout, layoutBefore(*m_file, layout.position));
        }
        MMM_TRY(header, readHeader(*m_file, layout, m_limits));
        if (header.index() < 0 || header.index() >= before)
            return fail(Fault::Damaged, "frame numbers are out of order");
        if (header.index() < index)
            return fail(Fault::NotFound, "passed over");
    }
    if (header.index() != index)
        return fail(Fault::NotFound, "no such frame");
    return readFrame(*m_file, layout, m_limits);
}

} // namespace mmm::dare
