#include "store/search_index.h"

#include "store/folded_text.h"

#include <algorithm>

namespace mmm::store {

/// Texts stand one after the other, so that a search runs over large pieces of memory.
struct SearchChunk
{
    static constexpr std::size_t places = 1024;

    std::string texts;
    std::string ids;
    std::vector<std::uint32_t> textEnds; ///< of each place, in texts
    std::vector<std::uint32_t> idEnds;

    [[nodiscard]] std::size_t size() const { return textEnds.size(); }
    [[nodiscard]] std::size_t textStart(std::size_t place) const { return place ? textEnds[place - 1] : 0; }
    [[nodiscard]] std::size_t idStart(std::size_t place) const { return place ? idEnds[place - 1] : 0; }
    [[nodiscard]] std::string_view text(std::size_t place) const
    {
        return std::string_view(texts).substr(textStart(place), textEnds[place] - textStart(place));
    }
    [[nodiscard]] std::string_view id(std::size_t place) const
    {
        return std::string_view(ids).substr(idStart(place), idEnds[place] - idStart(place));
    }

    void set(std::size_t place, std::string_view newId, std::string_view newText)
    {
        while (size() <= place) {
            textEnds.push_back(static_cast<std::uint32_t>(texts.size()));
            idEnds.push_back(static_cast<std::uint32_t>(ids.size()));
        }
        replace(texts, textEnds, place, newText);
        replace(ids, idEnds, place, newId);
    }

private:
    static void replace(std::string& all, std::vector<std::uint32_t>& ends, std::size_t place,
                        std::string_view part)
    {
        const std::size_t start = place ? ends[place - 1] : 0;
        const std::size_t oldSize = ends[place] - start;
        all.replace(start, oldSize, part);
        for (std::size_t i = place; i < ends.size(); ++i)
            ends[i] = static_cast<std::uint32_t>(ends[i] + part.size() - oldSize);
    }
};

namespace {

std::vector<std::string> wordsOf(std::string_view query)
{
    const std::string text = folded(query);
    constexpr std::string_view white = " \t\n\r\f\v";
    std::vector<std::string> words;
    for (std::size_t at = text.find_first_not_of(white); at != std::string::npos;) {
        const std::size_t end = std::min(text.find_first_of(white, at), text.size());
        words.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(white, end);
    }
    // the longest word is found the least often, so the others are looked for in few places
    std::stable_sort(words.begin(), words.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return words;
}

void findInChunk(const SearchChunk& chunk, const std::vector<std::string>& words,
                 std::vector<std::string>& found)
{
    const std::string_view texts = chunk.texts;
    std::size_t place = 0;
    for (std::size_t at = texts.find(words.front()); at != std::string_view::npos;
         at = texts.find(words.front(), at)) {
        while (chunk.textEnds[place] <= at)
            ++place;
        const std::string_view text = chunk.text(place);
        at -= chunk.textStart(place);
        // a hit that runs into the next text is none
        if (at + words.front().size() > text.size()) {
            at += chunk.textStart(place) + 1;
            continue;
        }
        const auto isThere = [&](const std::string& word) {
            return text.find(word) != std::string_view::npos;
        };
        if (!chunk.id(place).empty() && std::all_of(words.begin() + 1, words.end(), isThere))
            found.emplace_back(chunk.id(place));
        at = chunk.textEnds[place];
    }
}

} // namespace

std::vector<std::string> SearchSnapshot::find(std::string_view query) const
{
    const std::vector<std::string> words = wordsOf(query);
    std::vector<std::string> found;
    for (const auto& chunk : m_chunks) {
        if (!words.empty()) {
            findInChunk(*chunk, words, found);
            continue;
        }
        for (std::size_t place = 0; place < chunk->size(); ++place) {
            if (!chunk->id(place).empty())
                found.emplace_back(chunk->id(place));
        }
    }
    return found;
}

std::size_t SearchSnapshot::size() const
{
    std::size_t count = 0;
    for (const auto& chunk : m_chunks) {
        for (std::size_t place = 0; place < chunk->size(); ++place)
            count += chunk->id(place).empty() ? 0 : 1;
    }
    return count;
}

SearchIndex::SearchIndex() = default;
SearchIndex::~SearchIndex() = default;

void SearchIndex::set(std::size_t place, std::string_view id, std::string_view folded)
{
    const std::size_t chunk = place / SearchChunk::places;
    while (m_chunks.size() <= chunk)
        m_chunks.push_back({std::make_shared<SearchChunk>(), false});
    Slot& slot = m_chunks[chunk];
    if (slot.isShared)
        slot = {std::make_shared<SearchChunk>(*slot.chunk), false};
    slot.chunk->set(place % SearchChunk::places, id, folded);
}

SearchSnapshot SearchIndex::snapshot()
{
    SearchSnapshot snapshot;
    snapshot.m_chunks.reserve(m_chunks.size());
    for (Slot& slot : m_chunks) {
        slot.isShared = true;
        snapshot.m_chunks.push_back(slot.chunk);
    }
    return snapshot;
}

} // namespace mmm::store
