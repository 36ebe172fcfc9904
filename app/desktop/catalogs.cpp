#include "catalogs.h"

#include "fault_text.h"
#include "text.h"

namespace mmm::desktop {

Contacts::Contacts(MeshLink& link, QObject* parent)
    : CatalogModel(link, CatalogKind::Contacts, parent),
      Published<Contacts>(this),
      m_link(link)
{}

void Contacts::entriesWereChanged()
{
    m_link.runOnMesh(
        Concern::Contacts, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.stage() == mesh::Stage::Ready ? mesh.messaging().ownCardId() : std::string();
        },
        [this](const std::string& id) {
            if (m_ownEntry == toText(id))
                return;
            m_ownEntry = toText(id);
            emit ownEntryChanged();
        });
}

void Contacts::makeOwnEntry()
{
    m_link.runOnMesh(
        Concern::Contacts, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token&) -> Result<std::string> {
            schema::Contact card;
            const std::string address = mesh.service().account;
            card.fullName = address.substr(0, address.find('@'));
            MMM_CHECK(mesh.messaging().saveOwnCard(card));
            return mesh.messaging().ownCardId();
        },
        [this](const Result<std::string>& id) {
            if (id)
                emit ownEntryMade(toText(*id));
            else
                emit failed(faultText(id.error()));
        });
}

Bookmarks::Bookmarks(MeshLink& link, QObject* parent)
    : CatalogModel(link, CatalogKind::Bookmarks, parent),
      Published<Bookmarks>(this)
{
    connect(&link, &MeshLink::catalogsAvailable, this, [this] { setFolder({}); });
}

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
