#pragma once

#include "base/clock.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mmm::store {

/// An entry as it stands: the service's value and, on top of it, a local change.
struct EntrySlot
{
    std::string_view id;
    std::string_view shown; ///< of the value that is seen, texts separated by shownSeparator
    const std::string* className = nullptr;
    std::int64_t frame = -1; ///< latest frame; −1: the service does not have the entry
    std::int64_t first = -1; ///< frame with event New since the last deletion
    TimePoint created;       ///< of the value that is seen
    TimePoint modified;
    std::uint64_t change = 0; ///< number of the local change that counts; 0: none
    bool isLive = false;      ///< in the service's frames, the latest is no deletion
    bool isVisible = false;   ///< the value that is seen is there and readable
    bool isConflicted = false;
};

/// All entries of a catalog by identifier and by place, in order of appearance. Texts are packed closely,
/// since there may be very many. One thread.
class EntryIndex
{
public:
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;
    /// The place of the identifier, a new one if need be.
    [[nodiscard]] std::uint32_t place(std::string_view id);

    [[nodiscard]] EntrySlot& at(std::uint32_t place) { return m_slots[place]; }
    [[nodiscard]] const EntrySlot& at(std::uint32_t place) const { return m_slots[place]; }
    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(m_slots.size()); }

    void setShown(EntrySlot& slot, std::string_view className, std::string_view shown);
    void reserve(std::size_t entries);
    void clear();

    /// Frames of deletions after which the entry was made anew, the oldest first.
    void addEarlierDeletion(std::uint32_t place, std::int64_t frame) { m_earlier[place].push_back(frame); }
    [[nodiscard]] const std::vector<std::int64_t>* earlierDeletions(std::uint32_t place) const;

private:
    [[nodiscard]] std::string_view keep(std::string_view text);

    std::vector<EntrySlot> m_slots;
    std::unordered_map<std::string_view, std::uint32_t> m_places;
    std::unordered_map<std::uint32_t, std::vector<std::int64_t>> m_earlier;
    std::set<std::string, std::less<>> m_classNames;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_left = 0; ///< octets left in the last block
    char* m_free = nullptr;
};

} // namespace mmm::store
