#include "mesh_link.h"

#include "schema/catalog.h"
#include "text.h"

#include <algorithm>
#include <map>

namespace mmm::desktop {

MeshLink::MeshLink(Engine engine, QObject* parent)
    : QObject(parent),
      Published<MeshLink>(this),
      m_engine(std::move(engine)),
      m_queues(newQueues())
{}

MeshLink::Queues MeshLink::newQueues()
{
    Queues queues;
    for (auto& queue : queues)
        queue = std::make_unique<WorkQueue>();
    return queues;
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
    m_queues = newQueues();
    m_drafts.clear();
    m_sealedDrafts.clear();
}

void MeshLink::lock(std::function<void()> then, std::function<void(const Status&)> done)
{
    m_drafts.clear();
    emit aboutToLock();
    emit catalogsAvailable(false);
    m_account = nullptr;
    // what is under way is stopped and waited for in the worker thread, with all that it uses
    const auto busy = std::make_shared<Queues>(std::exchange(m_queues, newQueues()));
    const auto catalogs = std::make_shared<Catalogs>(std::move(m_catalogs));
    m_catalogs = {};
    const auto drafts = std::make_shared<const Secret>(packDrafts(std::exchange(m_drafts, {})));
    runOnMesh(
        Concern::Ceremony, this,
        [busy, catalogs, drafts, then = std::move(then)](mesh::PersonalMesh& mesh, const std::stop_token&) {
            for (auto& queue : *busy)
                queue->finish();
            Result<Bytes> sealed = mesh.lock(*drafts);
            if (sealed)
                then();
            return sealed;
        },
        [this, busy, drafts, done = std::move(done)](Result<Bytes> sealed) {
            // what had been under way may have filled something again
            emit catalogsAvailable(false);
            if (sealed) {
                m_sealedDrafts = std::move(*sealed);
            } else {
                m_drafts = unpackDrafts(*drafts);
                enter(m_mesh->stage());
            }
            done(sealed ? Status() : Status(tl::unexpected<Error>(sealed.error())));
        });
}

void MeshLink::unlock(std::function<Status()> prepare, std::function<void(const Status&)> done)
{
    runOnMesh(
        Concern::Ceremony, this,
        [prepare = std::move(prepare),
         drafts = m_sealedDrafts](mesh::PersonalMesh& mesh, const std::stop_token& stop) -> Result<Secret> {
            MMM_CHECK(prepare());
            return mesh.unlock(drafts, stop);
        },
        [this, done = std::move(done)](const Result<Secret>& drafts) {
            if (drafts) {
                m_sealedDrafts.clear();
                m_drafts = unpackDrafts(*drafts);
            }
            done(drafts ? Status() : Status(tl::unexpected<Error>(drafts.error())));
            if (drafts)
                enter(m_mesh->stage());
        });
}

bool MeshLink::hasUnsaved()
{
    const std::vector<Draft> kept = std::exchange(m_drafts, {});
    emit aboutToLock();
    return !std::exchange(m_drafts, kept).empty();
}

std::optional<Draft> MeshLink::takeDraft(CatalogKind kind)
{
    const auto found = std::ranges::find_if(m_drafts, [kind](const Draft& one) { return one.kind == kind; });
    if (found == m_drafts.end())
        return std::nullopt;
    Draft draft = std::move(*found);
    m_drafts.erase(found);
    return draft;
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
