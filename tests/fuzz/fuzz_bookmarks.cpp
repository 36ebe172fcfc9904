#include "encoding/utf8.h"
#include "fuzz/fuzz_input.h"
#include "interchange/html_reader.h"
#include "interchange/import_file.h"

using namespace mmm;
using namespace mmm::interchange;

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
    // a file for import is recognised as what it is
    const auto import = readImport(input, "name");
    fuzz::mustHold(import && std::holds_alternative<BookmarkFile>(*import));
    return 0;
}
