#include "catalogs.h"

namespace mmm::desktop {

Bookmarks::Bookmarks(MeshLink& link, QObject* parent)
    : CatalogModel(link, CatalogKind::Bookmarks, parent),
      Published<Bookmarks>(this)
{}

void Bookmarks::setFolder(const QString& folder)
{
    if (m_folder == folder)
        return;
    m_folder = folder;
    emit folderChanged();
    applyFilter();
}

bool Bookmarks::accepts(const CatalogRow& row) const
{
    return m_folder.isEmpty() || row.folder == m_folder || row.folder.startsWith(m_folder + QLatin1Char('/'));
}

void Bookmarks::entriesWereChanged()
{
    QMap<QString, int> counts;
    for (const RowPointer& row : sorted())
        ++counts[row->folder];
    m_folders.setFolders(counts);
}

} // namespace mmm::desktop
