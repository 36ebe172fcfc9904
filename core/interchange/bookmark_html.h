#pragma once

#include "base/error.h"
#include "schema/catalog_entries.h"

#include <span>
#include <string>
#include <vector>

namespace mmm::interchange {

struct BookmarkFile
{
    std::vector<schema::CatalogedBookmark> bookmarks;
    std::size_t folders = 0;
    std::size_t skipped = 0; ///< entries without a usable address, such as separators and saved searches
};

/// Whether the text begins like a bookmarks file.
[[nodiscard]] bool isBookmarkHtml(BytesView text);

/// Reads the HTML file that every browser exports and imports ("NETSCAPE-Bookmark-file-1"): folders become
/// paths. Malformed if it is none, TooLarge with more than a million bookmarks, TooDeep with folders deeper
/// than 64.
[[nodiscard]] Result<BookmarkFile> readBookmarkHtml(BytesView text);

/// The same file, in UTF-8, for a browser to import: paths become folders, in their order.
[[nodiscard]] std::string writeBookmarkHtml(std::span<const schema::CatalogedBookmark> bookmarks);

} // namespace mmm::interchange
