#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mmm::store {

struct SearchChunk; // a run of entries with their folded texts, never changed once it is shared

/// The searchable texts at one moment. A value; copies share the texts. Const use from any thread.
class SearchSnapshot
{
public:
    /// The identifiers of the entries that hold every word of the query somewhere in their texts, case and
    /// accents folded, in the order of the catalog. Words are separated by white space. A query without words
    /// finds everything.
    [[nodiscard]] std::vector<std::string> find(std::string_view query) const;

    /// The number of entries.
    [[nodiscard]] std::size_t size() const;

private:
    friend class SearchIndex;
    std::vector<std::shared_ptr<const SearchChunk>> m_chunks;
};

/// The texts of a catalog's entries, kept for searching. Lives on the catalog's thread; hands out snapshots.
class SearchIndex
{
public:
    SearchIndex();
    ~SearchIndex();
    SearchIndex(const SearchIndex&) = delete;
    SearchIndex& operator=(const SearchIndex&) = delete;

    /// Sets the text of a place (a catalog's places are numbered from 0 without gaps). An empty identifier
    /// makes the place one that is never found.
    void set(std::size_t place, std::string_view id, std::string_view folded);

    void clear() { m_chunks.clear(); }

    [[nodiscard]] SearchSnapshot snapshot();

private:
    struct Slot
    {
        std::shared_ptr<SearchChunk> chunk;
        bool isShared = false; ///< a snapshot has it: copy before changing
    };
    std::vector<Slot> m_chunks;
};

} // namespace mmm::store
