#include "interchange/bookmark_html.h"

#include "encoding/utf8.h"
#include "interchange/beginning.h"
#include "interchange/html_reader.h"

#include <algorithm>

namespace mmm::interchange {

namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t mostBookmarks = 1000000;
constexpr std::size_t longestAddress = 8192;

/// One line without surrounding blanks; octets that are not UTF-8 are taken as Latin-1.
std::string tidied(const std::string& text)
{
    std::string utf8;
    if (encoding::isUtf8(bytesOf(text))) {
        utf8 = text;
    } else {
        for (const char character : text)
            encoding::appendUtf8(utf8, std::uint8_t(character));
    }
    std::string line;
    for (const char character : utf8) {
        const bool isBlank = std::uint8_t(character) <= 0x20;
        if (!isBlank)
            line.push_back(character);
        else if (!line.empty() && line.back() != ' ')
            line.push_back(' ');
    }
    if (line.ends_with(' '))
        line.pop_back();
    return line;
}

/// Firefox and Chrome write searches ("place:") and scripts ("javascript:") beside addresses.
bool isAddress(const std::string& uri)
{
    const std::size_t colon = uri.find(':');
    if (colon == std::string::npos || colon == 0 || uri.size() > longestAddress)
        return false;
    std::string scheme = uri.substr(0, colon);
    std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return scheme != "place" && scheme != "javascript" && scheme != "data" && scheme != "about";
}

/// Follows the tags: <DT><H3>folder</H3><DL>…</DL> and <DT><A HREF>title</A>.
class Walk
{
public:
    Result<BookmarkFile> read(BytesView text)
    {
        HtmlReader reader(text);
        while (std::optional<HtmlToken> token = reader.next()) {
            switch (token->kind) {
            case HtmlToken::Kind::Open:
                MMM_CHECK(open(*token));
                break;
            case HtmlToken::Kind::Close:
                close(token->name);
                break;
            case HtmlToken::Kind::Text:
                if (m_collecting && m_text.size() < longestAddress)
                    m_text += token->text;
                break;
            }
        }
        finishBookmark();
        return std::move(m_file);
    }

private:
    Status open(const HtmlToken& tag)
    {
        if (tag.name == "h3") {
            finishBookmark();
            begin();
        } else if (tag.name == "a") {
            finishBookmark();
            const std::string* address = tag.attribute("href");
            m_address = address != nullptr ? tidied(*address) : std::string();
            m_inBookmark = true;
            begin();
        } else if (tag.name == "dl") {
            finishBookmark();
            if (m_path.size() >= deepest)
                return fail(Fault::TooDeep, "folders nested too deeply");
            // the outermost list has no heading; it is not a folder
            m_path.push_back(std::exchange(m_heading, {}));
        }
        return m_file.bookmarks.size() > mostBookmarks ? Status(fail(Fault::TooLarge, "too many bookmarks"))
                                                       : Status();
    }

    void close(const std::string& name)
    {
        if (name == "h3" && m_collecting && !m_inBookmark) {
            m_heading = tidied(m_text);
            // the separator of paths may not stand in a name
            std::replace(m_heading.begin(), m_heading.end(), '/', '|');
            ++m_file.folders;
            m_collecting = false;
        } else if (name == "a") {
            finishBookmark();
        } else if (name == "dl") {
            finishBookmark();
            if (!m_path.empty())
                m_path.pop_back();
        }
    }

    void begin()
    {
        m_text.clear();
        m_collecting = true;
    }

    void finishBookmark()
    {
        if (!m_inBookmark)
            return;
        m_inBookmark = false;
        m_collecting = false;
        if (!isAddress(m_address)) {
            ++m_file.skipped;
            return;
        }
        schema::CatalogedBookmark bookmark;
        bookmark.uri = m_address;
        bookmark.title = tidied(m_text);
        for (const std::string& folder : m_path) {
            if (!folder.empty())
                bookmark.path += (bookmark.path.empty() ? "" : "/") + folder;
        }
        m_file.bookmarks.push_back(std::move(bookmark));
    }

    BookmarkFile m_file;
    std::vector<std::string> m_path;
    std::string m_heading; ///< of the list that comes next
    std::string m_address;
    std::string m_text;
    bool m_inBookmark = false;
    bool m_collecting = false;
};

} // namespace

bool isBookmarkHtml(BytesView text)
{
    HtmlReader reader(text.first(std::min<std::size_t>(text.size(), 8192)));
    const std::string_view beginning =
        withoutBlanksBefore(textOf(text.first(std::min<std::size_t>(text.size(), 512))));
    if (!beginning.starts_with('<'))
        return false; // such as a calendar with an appointment to talk about bookmarks
    if (beginning.find("NETSCAPE-Bookmark-file-1") != std::string_view::npos)
        return true;
    // some programs leave the declaration out
    while (const std::optional<HtmlToken> token = reader.next()) {
        if (token->kind == HtmlToken::Kind::Open && token->name == "dl")
            return true;
    }
    return false;
}

Result<BookmarkFile> readBookmarkHtml(BytesView text)
{
    if (!isBookmarkHtml(text))
        return fail(Fault::Malformed, "not a bookmarks file");
    return Walk().read(text);
}

} // namespace mmm::interchange
