#include "bookmark_editor.h"

#include "text.h"

#include <QDesktopServices>
#include <QUrl>

namespace mmm::desktop {

BookmarkEditor::BookmarkEditor(QObject* parent) : BookmarkEditor(*MeshLink::instance(), parent) {}

BookmarkEditor::BookmarkEditor(MeshLink& link, QObject* parent)
    : EntryEditor(link, CatalogKind::Bookmarks, parent)
{}

std::any BookmarkEditor::emptyEntry() const
{
    return schema::CatalogedBookmark();
}

void BookmarkEditor::show(const std::any& entry)
{
    m_shown = std::any_cast<const schema::CatalogedBookmark&>(entry);
    m_uri = toText(m_shown.uri);
    m_title = toText(m_shown.title);
    m_path = toText(m_shown.path);
}

std::any BookmarkEditor::edited() const
{
    schema::CatalogedBookmark bookmark = m_shown;
    // what the person did not touch stays as it came, even if we would have written it otherwise
    if (m_uri != toText(m_shown.uri))
        bookmark.uri = fromText(completedAddress(m_uri));
    if (m_title != toText(m_shown.title))
        bookmark.title = fromText(m_title.trimmed());
    if (m_path != toText(m_shown.path))
        bookmark.path = fromText(m_path.split(QLatin1Char('/'), Qt::SkipEmptyParts).join(QLatin1Char('/')));
    return bookmark;
}

QHash<QString, QString> BookmarkEditor::findings() const
{
    QHash<QString, QString> found;
    const QUrl address(completedAddress(m_uri), QUrl::StrictMode);
    const QString scheme = address.scheme();
    if (m_uri.trimmed().isEmpty())
        found.insert(QStringLiteral("uri"), tr("Enter an address, such as https://example.com."));
    else if (m_uri.size() > fieldLimit)
        found.insert(QStringLiteral("uri"), tr("This address is too long."));
    else if (!QUrl(completedAddress(m_uri)).isValid() || scheme.isEmpty() ||
             (scheme.startsWith(QLatin1String("http")) && address.host().isEmpty()))
        found.insert(QStringLiteral("uri"),
                     tr("This is not an address. It should look like https://example.com."));
    if (m_title.size() > fieldLimit)
        found.insert(QStringLiteral("title"), tr("This title is too long."));
    if (m_path.size() > fieldLimit)
        found.insert(QStringLiteral("path"), tr("This folder name is too long."));
    return found;
}

QList<FieldText> BookmarkEditor::describe(const std::any& entry) const
{
    const auto& bookmark = std::any_cast<const schema::CatalogedBookmark&>(entry);
    return {{tr("Title"), toText(bookmark.title)},
            {tr("Address"), toText(bookmark.uri)},
            {tr("Folder"), toText(bookmark.path)}};
}

bool BookmarkEditor::openInBrowser() const
{
    const QUrl address(completedAddress(m_uri));
    static const QStringList harmless = {QStringLiteral("http"), QStringLiteral("https"),
                                         QStringLiteral("mailto"), QStringLiteral("ftp")};
    return address.isValid() && harmless.contains(address.scheme()) && QDesktopServices::openUrl(address);
}

} // namespace mmm::desktop
