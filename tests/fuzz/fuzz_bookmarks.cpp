#include "encoding/utf8.h"
#include "fuzz/fuzz_input.h"
#include "interchange/html_reader.h"
#include "interchange/import_file.h"

using namespace mmm;
using namespace mmm::interchange;

namespace {

/// What is written is read again; the first time the folders are brought into their order.
void writeAndRead(const std::vector<schema::CatalogedBookmark>& bookmarks)
{
    const auto sorted = readBookmarkHtml(bytesOf(writeBookmarkHtml(bookmarks)));
    if (!sorted) {
        fuzz::mustHold(sorted.error().fault == Fault::TooDeep);
        return;
    }
    fuzz::mustHold(sorted->bookmarks.size() == bookmarks.size());
    const auto again = readBookmarkHtml(bytesOf(writeBookmarkHtml(sorted->bookmarks)));
    fuzz::mustHold(again && again->bookmarks == sorted->bookmarks);
}

} // namespace

/// A browser's bookmarks: every one that is read has an address and is text.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    (void)encoding::isUtf8(bytesOf(resolveReferences(textOf(input))));
    const auto file = readBookmarkHtml(input);
    if (!file)
        return 0;
    fuzz::mustHold(isBookmarkHtml(input));
    for (const schema::CatalogedBookmark& bookmark : file->bookmarks) {
        fuzz::mustHold(!bookmark.uri.empty());
        for (const std::string* text : {&bookmark.uri, &bookmark.title, &bookmark.path})
            fuzz::mustHold(encoding::isUtf8(bytesOf(*text)));
    }
    writeAndRead(file->bookmarks);
    // a file for import is recognised as what it is
    const auto import = readImport(input, "name");
    fuzz::mustHold(import && std::holds_alternative<BookmarkFile>(*import));
    return 0;
}
