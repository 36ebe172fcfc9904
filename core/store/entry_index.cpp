#include "store/entry_index.h"

#include <algorithm>

namespace mmm::store {
namespace {
constexpr std::size_t blockSize = 256U << 10U;
}

std::optional<std::uint32_t> EntryIndex::find(std::string_view id) const
{
    const auto found = m_places.find(id);
    if (found == m_places.end())
        return std::nullopt;
    return found->second;
}

std::uint32_t EntryIndex::place(std::string_view id)
{
    if (const auto found = find(id))
        return *found;
    EntrySlot slot;
    slot.id = keep(id);
    m_slots.push_back(slot);
    m_places.emplace(slot.id, count() - 1);
    return count() - 1;
}

void EntryIndex::setShown(EntrySlot& slot, std::string_view className, std::string_view shown)
{
    if (slot.shown != shown)
        slot.shown = keep(shown);
    if (slot.className && *slot.className == className)
        return;
    auto found = m_classNames.find(className);
    if (found == m_classNames.end())
        found = m_classNames.emplace(className).first;
    slot.className = &*found;
}

void EntryIndex::reserve(std::size_t entries)
{
    m_slots.reserve(entries);
    m_places.reserve(entries);
}

void EntryIndex::clear()
{
    *this = EntryIndex();
}

const std::vector<std::int64_t>* EntryIndex::earlierDeletions(std::uint32_t place) const
{
    const auto found = m_earlier.find(place);
    return found == m_earlier.end() ? nullptr : &found->second;
}

std::string_view EntryIndex::keep(std::string_view text)
{
    if (text.empty())
        return {};
    if (text.size() > m_left) {
        m_left = std::max(blockSize, text.size());
        m_blocks.push_back(std::make_unique<char[]>(m_left));
        m_free = m_blocks.back().get();
    }
    char* const start = m_free;
    std::copy(text.begin(), text.end(), start);
    m_free += text.size();
    m_left -= text.size();
    return {start, text.size()};
}

} // namespace mmm::store
