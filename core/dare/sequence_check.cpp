#include "dare/content_cipher.h"
#include "dare/sequence.h"

#include <algorithm>

namespace mmm::dare {

namespace {

bool isSame(BytesView stated, BytesView computed)
{
    return std::ranges::equal(stated, computed);
}

/// Follows a sequence frame by frame and compares every digest with the one that it must have. After a gap
/// the stated values are taken as the new starting point where that is possible.
class Checker
{
public:
    explicit Checker(ContainerType type) { m_report.type = type; }

    void take(const FrameView& view)
    {
        const auto header = parseHeader(view.header);
        const auto trailer = parseTrailer(view.trailer);
        if (!header || !trailer) {
            m_report.damages.push_back(
                {view.position, view.size, header ? trailer.error().detail : header.error().detail});
            m_next.reset();
            return;
        }
        const std::int64_t index = header->index();
        if (m_report.frames > 0 && m_next && index != *m_next)
            m_report.wrongIndices.push_back(m_report.frames);
        m_isContiguous = m_next && index == *m_next;
        m_next = index + 1;
        ++m_report.frames;
        if (!checkDigests(*header, *trailer, view, index))
            m_report.wrongDigests.push_back(index);
    }

    void noteGap() { m_next.reset(); }

    SequenceReport finish(const std::vector<Damage>& damages)
    {
        m_report.damages.insert(m_report.damages.end(), damages.begin(), damages.end());
        std::ranges::sort(m_report.damages, {}, &Damage::position);
        m_report.unchained = m_chained == 0 && m_unchained > 0;
        return std::move(m_report);
    }

private:
    bool checkDigests(const Header& header, const Trailer& trailer, const FrameView& view, std::int64_t index)
    {
        const auto stated = [&](auto member) -> BytesView {
            return (trailer.*member).empty() ? header.*member : trailer.*member;
        };
        const auto algorithm = digestByName(header.digest);
        const auto digest = algorithm ? digestBody(header, *algorithm, view.payload) : Bytes();
        if (!digest || digest->empty())
            return false;
        const BytesView payloadDigest = stated(&Trailer::payloadDigest);
        bool good = payloadDigest.empty() || isSame(payloadDigest, *digest);
        if (m_report.type == ContainerType::Chain)
            good = checkChain(stated(&Trailer::chainDigest), *digest, index) && good;
        if (hasTreePosition(m_report.type))
            good = checkTree(header, stated(&Trailer::treeDigest), *digest, view.position, index) && good;
        return good;
    }

    bool checkChain(BytesView stated, BytesView digest, std::int64_t index)
    {
        const bool hasStart = index == 0 || (m_isContiguous && m_hasChain);
        const Digest512 computed =
            chainDigest(index == 0 ? std::nullopt : std::optional<BytesView>(m_chain), digest);
        const bool good = count(stated, computed, unchainedDigest(digest), hasStart, index);
        m_hasChain = stated.size() == m_chain.size();
        if (m_hasChain)
            std::ranges::copy(stated, m_chain.begin());
        return good;
    }

    bool checkTree(const Header& header, BytesView stated, BytesView digest, std::uint64_t position,
                   std::int64_t index)
    {
        if (m_path.nextIndex() != index) {
            m_hasPath = false; // frames are missing: nothing can be said of what builds on them
            return true;
        }
        const auto wanted = m_path.nextTreePosition();
        const auto& given = header.containerInfo->treePosition;
        if (m_hasPath && wanted && given && *given != std::int64_t(*wanted))
            m_report.wrongPositions.push_back(index);
        if (m_report.type == ContainerType::Tree) {
            m_path.add(position, Digest512());
            return true;
        }
        const bool good =
            count(stated, m_path.nextDigest(digest), unchainedTreeDigest(index, digest), m_hasPath, index);
        Digest512 taken = m_path.nextDigest(digest);
        if (stated.size() == taken.size())
            std::ranges::copy(stated, taken.begin());
        m_path.add(position, taken);
        return good;
    }

    /// Whether the digest is either of the two; keeps book on which.
    bool count(BytesView stated, BytesView chained, BytesView unchained, bool isKnown, std::int64_t index)
    {
        if (stated.empty())
            return true;
        if (isKnown && isSame(stated, chained)) {
            if (index > 0)
                ++m_chained;
            return true;
        }
        if (isSame(stated, unchained)) {
            ++m_unchained;
            // one such digest among chained ones is not a relic, it is a forgery
            return m_chained == 0;
        }
        // the first frame of the reference differs in ways that nobody wrote down
        return !isKnown || (index == 0 && m_report.type == ContainerType::Merkle);
    }

    SequenceReport m_report;
    std::optional<std::int64_t> m_next = 0;
    bool m_isContiguous = false;
    Digest512 m_chain{};
    bool m_hasChain = false;
    TreePath m_path;
    bool m_hasPath = true;
    std::int64_t m_chained = 0;
    std::int64_t m_unchained = 0;
};

} // namespace

Result<SequenceReport> checkSequence(const File& file, const FrameLimits& limits)
{
    MMM_TRY(SequenceReader reader, SequenceReader::open(file, limits));
    Checker checker(reader.type());
    std::size_t damages = 0;
    while (true) {
        MMM_TRY(const FrameBlock block, reader.nextBlock());
        if (reader.damages().size() != damages) {
            damages = reader.damages().size();
            checker.noteGap();
        }
        if (block.frames.empty())
            return checker.finish(reader.damages());
        for (const FrameView& view : block.frames)
            checker.take(view);
    }
}

} // namespace mmm::dare
