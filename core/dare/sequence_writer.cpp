#include "dare/content_cipher.h"
#include "dare/sequence.h"

#include <algorithm>

namespace mmm::dare {

namespace {

/// The payload digest that the trailer is to have. One that the caller states must be right: it belongs to an
/// envelope that somebody signed.
Result<Bytes> payloadDigestOf(const Header& header, const Trailer& trailer, BytesView payload)
{
    MMM_TRY(const auto algorithm, digestByName(header.digest));
    MMM_TRY(Bytes digest, digestBody(header, algorithm, payload));
    for (const Bytes& stated : {trailer.payloadDigest, header.payloadDigest}) {
        if (!stated.empty() && stated != digest)
            return fail(Fault::Contradiction, "the payload does not match its digest");
    }
    return digest;
}

bool isBlank(const Trailer& trailer)
{
    return trailer == Trailer{};
}

} // namespace

Result<SequenceWriter> SequenceWriter::create(File& file, ContainerType type, Header first, Trailer trailer,
                                              IndexPolicy policy)
{
    MMM_TRY(const std::uint64_t size, file.size());
    if (size != 0)
        return fail(Fault::Exists, "the file is not empty");
    SequenceWriter writer(file, policy);
    writer.m_type = type;
    if (!first.containerInfo)
        first.containerInfo.emplace();
    first.containerInfo->dataEncoding = "JSON";
    first.containerInfo->containerType = containerTypeName(type);
    State state;
    Bytes octets;
    MMM_CHECK(writer.encode(state, octets, std::move(first), {}, std::move(trailer)));
    MMM_CHECK(writer.write(state, octets));
    return writer;
}

Result<SequenceWriter> SequenceWriter::open(File& file, IndexPolicy policy)
{
    MMM_TRY(const TailReport tail, checkTail(file));
    if (tail.isTorn())
        return fail(Fault::Damaged, "the last write was not completed: " + tail.reason);
    MMM_TRY(const SequenceReader reader, SequenceReader::open(file));
    SequenceWriter writer(file, policy);
    writer.m_type = reader.type();
    writer.m_state.end = tail.goodSize;
    MMM_TRY(const FrameLayout last, layoutBefore(file, tail.goodSize));
    MMM_CHECK(writer.recoverLast(last));
    return writer;
}

Status SequenceWriter::recoverLast(const FrameLayout& last)
{
    MMM_TRY(const Header header, readHeader(*m_file, last));
    MMM_TRY(const Trailer trailer, readTrailer(*m_file, last));
    const std::int64_t frames = header.index() + 1;
    if (frames <= 0)
        return fail(Fault::Damaged, "the last frame has no number");
    if (header.containerIndex)
        m_state.indexPosition = last.position;
    else if (header.containerInfo->indexPosition.value_or(-1) >= 0)
        m_state.indexPosition = std::uint64_t(*header.containerInfo->indexPosition);
    m_state.sinceIndex = frames;
    m_state.sinceFull = frames;
    if (m_state.indexPosition) {
        const auto layout = layoutAt(*m_file, *m_state.indexPosition);
        const auto record = layout ? readHeader(*m_file, *layout) : Header();
        if (record && record->containerIndex && record->index() < frames)
            m_state.sinceIndex = frames - 1 - record->index();
        else
            m_state.indexPosition.reset(); // a help, never relied on
    }
    if (m_policy.fullEvery > 0)
        m_state.sinceFull = frames % (m_policy.fullEvery + 1);

    if (m_type == ContainerType::Chain) {
        const Bytes& chain = trailer.chainDigest.empty() ? header.chainDigest : trailer.chainDigest;
        if (chain.size() != m_state.chain.size())
            return fail(Fault::Damaged, "the last frame has no chain digest");
        std::ranges::copy(chain, m_state.chain.begin());
    }
    return recoverPath(last, frames);
}

Status SequenceWriter::recoverPath(const FrameLayout& last, std::int64_t frames)
{
    const std::vector<std::int64_t> indices = TreePath::indicesFor(frames);
    std::vector<TreePath::Apex> path(indices.size());
    for (std::size_t i = 0; i < indices.size(); ++i)
        path[i].index = indices[i];
    if (hasTreePosition(m_type)) {
        std::uint64_t position = last.position;
        for (auto apex = path.rbegin(); apex != path.rend(); ++apex) {
            MMM_TRY(const FrameLayout layout, layoutAt(*m_file, position));
            MMM_TRY(const Header header, readHeader(*m_file, layout));
            MMM_TRY(const Trailer trailer, readTrailer(*m_file, layout));
            if (header.index() != apex->index)
                return recoverPathByReading(path);
            apex->position = position;
            const Bytes& digest = trailer.treeDigest.empty() ? header.treeDigest : trailer.treeDigest;
            if (digest.size() == apex->digest.size())
                std::ranges::copy(digest, apex->digest.begin());
            else if (m_type == ContainerType::Merkle)
                return fail(Fault::Damaged, "a frame has no tree digest");
            const auto before = header.containerInfo->treePosition;
            if (apex + 1 == path.rend())
                break;
            if (!before || *before < 0 || std::uint64_t(*before) >= position)
                return recoverPathByReading(path);
            position = std::uint64_t(*before);
        }
    }
    m_state.path = TreePath::restore(std::move(path));
    return {};
}

// Positions that lead nowhere make a sequence unindexed, not damaged (WIRE C.5).
Status SequenceWriter::recoverPathByReading(std::vector<TreePath::Apex> path)
{
    MMM_TRY(SequenceReader reader, SequenceReader::open(*m_file));
    std::size_t found = 0;
    while (true) {
        MMM_TRY(const auto layout, reader.nextLayout());
        if (!layout)
            break;
        MMM_TRY(const Header header, readHeader(*m_file, *layout));
        if (found == path.size() || header.index() != path[found].index)
            continue;
        MMM_TRY(const Trailer trailer, readTrailer(*m_file, *layout));
        const Bytes& digest = trailer.treeDigest.empty() ? header.treeDigest : trailer.treeDigest;
        if (digest.size() == path[found].digest.size())
            std::ranges::copy(digest, path[found].digest.begin());
        else if (m_type == ContainerType::Merkle)
            return fail(Fault::Damaged, "a frame has no tree digest");
        path[found++].position = layout->position;
    }
    if (found != path.size())
        return fail(Fault::Damaged, "frames are missing");
    m_state.path = TreePath::restore(std::move(path));
    return {};
}

Result<Appended> SequenceWriter::encode(State& state, Bytes& octets, Header header, BytesView payload,
                                        Trailer trailer) const
{
    const std::int64_t index = state.path.nextIndex();
    if (!header.containerInfo)
        header.containerInfo.emplace();
    ContainerInfo& info = *header.containerInfo;
    info.index = index;
    info.treePosition.reset();
    if (const auto before = state.path.nextTreePosition(); before && hasTreePosition(m_type))
        info.treePosition = std::int64_t(*before);
    if (state.indexPosition)
        info.indexPosition = std::int64_t(*state.indexPosition);
    else
        info.indexPosition.reset();
    if (index > 0) {
        info.dataEncoding.clear();
        info.containerType.clear();
    }

    Digest512 tree{};
    if (hasPayloadDigest(m_type) || !trailer.payloadDigest.empty() || !header.payloadDigest.empty()) {
        MMM_TRY(const Bytes digest, payloadDigestOf(header, trailer, payload));
        if (header.payloadDigest.empty())
            trailer.payloadDigest = digest;
        if (m_type == ContainerType::Chain) {
            state.chain =
                chainDigest(index == 0 ? std::nullopt : std::optional<BytesView>(state.chain), digest);
            trailer.chainDigest.assign(state.chain.begin(), state.chain.end());
        }
        if (m_type == ContainerType::Merkle) {
            tree = state.path.nextDigest(digest);
            trailer.treeDigest.assign(tree.begin(), tree.end());
        }
    }
    const Bytes frame =
        encodeFrame(toOctets(header), payload, isBlank(trailer) ? Bytes() : toOctets(trailer), index == 0);
    const Appended appended{index, state.end, frame.size()};
    state.path.add(state.end, tree);
    state.end += frame.size();
    if (header.containerIndex) {
        state.indexPosition = appended.position;
        state.sinceIndex = 0;
        if (header.containerIndex->full.value_or(false))
            state.sinceFull = 0;
    } else {
        ++state.sinceIndex;
        ++state.sinceFull;
    }
    octets.insert(octets.end(), frame.begin(), frame.end());
    return appended;
}

Result<Appended> SequenceWriter::append(const Header& header, BytesView payload, const Trailer& trailer)
{
    const FrameDraft draft{header, payload, trailer};
    MMM_TRY(const auto appended, append(std::span(&draft, 1)));
    return appended.front();
}

Result<std::vector<Appended>> SequenceWriter::append(std::span<const FrameDraft> drafts)
{
    State state = m_state;
    Bytes octets;
    std::vector<Appended> all;
    for (const FrameDraft& draft : drafts) {
        MMM_TRY(const Appended appended, encode(state, octets, draft.header, draft.payload, draft.trailer));
        all.push_back(appended);
    }
    MMM_CHECK(write(state, octets));
    // An index record is a help for readers: that it could not be written is no failure of the append.
    if (m_policy.fullEvery > 0 && m_state.sinceFull >= m_policy.fullEvery)
        (void)appendIndex(true);
    else if (m_policy.partialEvery > 0 && m_state.sinceIndex >= m_policy.partialEvery)
        (void)appendIndex(false);
    return all;
}

Result<Appended> SequenceWriter::appendIndex(bool full)
{
    Header header;
    header.containerInfo.emplace().isMeta = true;
    MMM_TRY(header.containerIndex, makeIndex(full));
    State state = m_state;
    Bytes octets;
    MMM_TRY(const Appended appended, encode(state, octets, std::move(header), {}, {}));
    MMM_CHECK(write(state, octets));
    return appended;
}

Result<ContainerIndex> SequenceWriter::makeIndex(bool full) const
{
    ContainerIndex index;
    index.full = full;
    for (std::uint64_t end = m_state.end; end > 0;) {
        MMM_TRY(const FrameLayout layout, layoutBefore(*m_file, end));
        MMM_TRY(const Header header, readHeader(*m_file, layout));
        if (!full && header.containerIndex)
            break;
        index.positions.emplace_back();
        index.positions.back().index = header.index();
        index.positions.back().position = std::int64_t(layout.position);
        const auto meta = header.contentMeta();
        if (meta && (!meta->paths.empty() || !meta->labels.empty())) {
            IndexMeta& entry = index.metas.emplace_back();
            entry.index = {header.index()};
            entry.contentType = meta->contentType;
            entry.paths = meta->paths;
            entry.labels = meta->labels;
        }
        end = layout.position;
    }
    std::ranges::reverse(index.positions);
    std::ranges::reverse(index.metas);
    return index;
}

Status SequenceWriter::write(const State& next, BytesView octets)
{
    if (m_mustCut) {
        MMM_CHECK(m_file->truncate(m_state.end));
        m_mustCut = false;
    }
    if (auto written = m_file->writeAt(m_state.end, octets); !written) {
        m_mustCut = !m_file->truncate(m_state.end);
        return written;
    }
    m_state = next;
    return {};
}

} // namespace mmm::dare
