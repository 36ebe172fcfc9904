#include "store/frame_marks.h"

#include <algorithm>

// The file is a row of slots of equal size: 2 octets, the size of the sealed record; the record; zeros.

namespace mmm::store {
namespace {
constexpr std::size_t markSize = std::tuple_size_v<FrameMark>;
constexpr std::size_t slotSize = ChainState::checkpointEvery * markSize + 128;
} // namespace

std::string FrameMarks::context(std::int64_t segment) const
{
    return "marks:" + m_account + ":" + m_container + ":" + std::to_string(segment);
}

Status FrameMarks::save(const std::vector<SegmentMarks>& segments)
{
    if (segments.empty())
        return {};
    MMM_TRY(const auto file, m_fileSystem.open(m_path, dare::OpenMode::OpenAlways));
    for (const SegmentMarks& one : segments) {
        Secret plain(one.marks.size() * markSize);
        auto out = plain.writable().begin();
        for (const FrameMark& mark : one.marks)
            out = std::copy(mark.begin(), mark.end(), out);
        MMM_TRY(const Bytes sealed, m_seal.seal(context(one.segment), plain));
        if (sealed.size() + 2 > slotSize)
            return fail(Fault::Internal, "a sealed record does not fit");
        Bytes slot{static_cast<std::uint8_t>(sealed.size() >> 8), static_cast<std::uint8_t>(sealed.size())};
        slot.insert(slot.end(), sealed.begin(), sealed.end());
        slot.resize(slotSize);
        MMM_CHECK(file->writeAt(static_cast<std::uint64_t>(one.segment) * slotSize, slot));
    }
    return file->sync();
}

Result<std::vector<FrameMark>> FrameMarks::load(std::int64_t segment) const
{
    MMM_TRY(const auto file, m_fileSystem.open(m_path, dare::OpenMode::Read));
    Bytes slot(slotSize);
    MMM_TRY(const std::size_t count, file->readAt(static_cast<std::uint64_t>(segment) * slotSize, slot));
    const std::size_t size = static_cast<std::size_t>(slot[0]) << 8 | slot[1];
    if (count < 2 || size + 2 > count)
        return fail(Fault::Damaged, "no marks of this segment");
    MMM_TRY(const Secret plain, m_seal.open(context(segment), BytesView(slot).subspan(2, size)));
    std::vector<FrameMark> marks(plain.size() / markSize);
    for (std::size_t i = 0; i < marks.size(); ++i)
        std::copy_n(plain.view().begin() + static_cast<std::ptrdiff_t>(i * markSize), markSize,
                    marks[i].begin());
    return marks;
}

} // namespace mmm::store
