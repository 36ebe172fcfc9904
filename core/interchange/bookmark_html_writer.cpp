#include "interchange/bookmark_html.h"

#include <algorithm>
#include <map>

namespace mmm::interchange {

namespace {

using Folder = std::vector<std::string>; ///< the names on the way to it

Folder folderOf(std::string_view path)
{
    Folder folder;
    while (!path.empty()) {
        const std::string_view name = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(path.size(), name.size() + 1));
        if (!name.empty())
            folder.emplace_back(name);
    }
    return folder;
}

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

class BookmarkWriter
{
public:
    std::string write(std::span<const schema::CatalogedBookmark> bookmarks)
    {
        // a folder comes before those within it
        std::map<Folder, std::vector<const schema::CatalogedBookmark*>> folders;
        for (const schema::CatalogedBookmark& bookmark : bookmarks)
            folders[folderOf(bookmark.path)].push_back(&bookmark);
        for (const auto& [folder, members] : folders) {
            goTo(folder);
            for (const schema::CatalogedBookmark* bookmark : members)
                line("<DT><A HREF=\"" + escaped(bookmark->uri) + "\">" + escaped(bookmark->title) + "</A>");
        }
        goTo({});
        return "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n"
               "<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">\n"
               "<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n" +
               m_text + "</DL><p>\n";
    }

private:
    void goTo(const Folder& folder)
    {
        const auto common = std::ranges::mismatch(m_open, folder).in1 - m_open.begin();
        while (std::ssize(m_open) > common) {
            m_open.pop_back();
            line("</DL><p>");
        }
        for (std::size_t depth = m_open.size(); depth < folder.size(); ++depth) {
            line("<DT><H3>" + escaped(folder[depth]) + "</H3>");
            line("<DL><p>");
            m_open.push_back(folder[depth]);
        }
    }

    void line(const std::string& content)
    {
        constexpr std::size_t indent = 4;
        m_text.append(indent * (m_open.size() + 1), ' ');
        m_text += content;
        m_text += '\n';
    }

    Folder m_open;
    std::string m_text;
};

} // namespace

std::string writeBookmarkHtml(std::span<const schema::CatalogedBookmark> bookmarks)
{
    return BookmarkWriter().write(bookmarks);
}

} // namespace mmm::interchange
