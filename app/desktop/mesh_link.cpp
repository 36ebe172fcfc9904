#include "mesh_link.h"

#include "schema/catalog.h"
#include "text.h"

#include <map>

namespace mmm::desktop {

MeshLink::MeshLink(Engine engine, QObject* parent)
    : QObject(parent),
      Published<MeshLink>(this),
      m_engine(std::move(engine))
{
    for (auto& queue : m_queues)
        queue = std::make_unique<WorkQueue>();
}

MeshLink::~MeshLink()
{
    close();
}

void MeshLink::setMesh(std::unique_ptr<mesh::PersonalMesh> mesh)
{
    m_mesh = std::move(mesh);
    m_mesh->addObserver(this);
    enter(m_mesh->stage());
}

void MeshLink::close()
{
    if (m_account != nullptr)
        emit catalogsAvailable(false);
    for (auto& queue : m_queues)
        queue->finish();
    if (m_mesh) {
        m_mesh->removeObserver(this);
        m_mesh->stopSync();
    }
    m_account = nullptr;
    for (auto& access : m_catalogs)
        access.reset();
    m_mesh.reset();
    for (auto& queue : m_queues)
        queue = std::make_unique<WorkQueue>();
}

CatalogAccess* MeshLink::catalog(CatalogKind kind) const
{
    return m_catalogs[std::size_t(kind)].get();
}

void MeshLink::enter(mesh::Stage stage)
{
    if (stage == mesh::Stage::Ready && m_account == nullptr) {
        m_account = m_mesh->account();
        if (m_account != nullptr) {
            m_catalogs = {
                std::make_unique<TypedCatalogAccess<schema::Contact>>(m_account->contacts()),
                std::make_unique<TypedCatalogAccess<schema::CatalogedBookmark>>(m_account->bookmarks()),
                std::make_unique<TypedCatalogAccess<schema::Task>>(m_account->tasks()),
                std::make_unique<TypedCatalogAccess<schema::CatalogedCredential>>(m_account->credentials())};
            emit catalogsAvailable(true);
        }
    }
    emit meshStageChanged(stage);
}

template<typename Call>
void MeshLink::queue(Call call)
{
    QMetaObject::invokeMethod(
        this,
        [this, call = std::move(call)] {
            if (m_mesh) // closed meanwhile: nobody is interested any more
                call();
        },
        Qt::QueuedConnection);
}

void MeshLink::stageChanged(mesh::Stage stage)
{
    queue([this, stage] { enter(stage); });
}

void MeshLink::entriesChanged(const std::string& container, const std::vector<std::string>& ids)
{
    static const std::map<std::string_view, CatalogKind> kinds = {
        {schema::store_name::contact, CatalogKind::Contacts},
        {schema::store_name::bookmark, CatalogKind::Bookmarks},
        {schema::store_name::task, CatalogKind::Tasks},
        {schema::store_name::credential, CatalogKind::Credentials}};
    const auto found = kinds.find(container);
    if (found == kinds.end())
        return;
    QStringList list;
    list.reserve(qsizetype(ids.size()));
    for (const std::string& id : ids)
        list.append(toText(id));
    queue([this, kind = found->second, list] { emit catalogChanged(kind, list); });
}

void MeshLink::devicesChanged()
{
    queue([this] { emit devicesListChanged(); });
}

void MeshLink::messagesChanged()
{
    queue([this] { emit messageListChanged(); });
}

void MeshLink::syncChanged(const mesh::SyncState& state)
{
    queue([this, state] { emit syncStateChanged(state); });
}

void MeshLink::problem(const mesh::Problem& problem)
{
    queue([this, problem] { emit problemFound(problem); });
}

} // namespace mmm::desktop
