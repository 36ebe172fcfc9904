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
    m_home = std::move(mesh);
    listenTo(m_home.get());
    enter(m_home->stage());
}

void MeshLink::listenTo(mesh::PersonalMesh* mesh)
{
    if (m_shown != nullptr)
        m_shown->removeObserver(this);
    ++m_turn;
    m_shown = mesh;
    if (m_shown != nullptr)
        m_shown->addObserver(this);
}

void MeshLink::close()
{
    if (m_account != nullptr)
        emit catalogsAvailable(false);
    for (auto& queue : m_queues)
        queue->finish();
    listenTo(nullptr);
    m_putAway()();
    if (m_home)
        m_home->stopSync();
    m_account = nullptr;
    for (auto& access : m_catalogs)
        access.reset();
    m_home.reset();
    m_queues = newQueues();
    m_drafts.clear();
    m_sealedDrafts.clear();
}

/// To be settled in a worker thread and to be let go of in this one.
std::shared_ptr<MeshLink::Ending> MeshLink::hide()
{
    emit aboutToHide();
    emit catalogsAvailable(false);
    m_account = nullptr;
    return std::make_shared<Ending>(
        Ending{std::exchange(m_queues, newQueues()), std::exchange(m_catalogs, {})});
}

void MeshLink::show(mesh::PersonalMesh& mesh, std::function<void()> done)
{
    const std::shared_ptr<Ending> ending = hide();
    listenTo(nullptr);
    const int turn = m_turn;
    struct Settled
    {};
    run(
        Concern::Ceremony, this,
        [ending](const std::stop_token&) {
            for (auto& queue : ending->queues)
                queue->settle();
            return Settled();
        },
        [this, ending, turn, next = &mesh, done = std::move(done)](const Settled&) {
            if (turn != m_turn)
                return; // locked meanwhile, or told to show yet another one
            // what had been under way may have filled something again
            emit catalogsAvailable(false);
            listenTo(next);
            enter(next->stage());
            done();
        });
}

void MeshLink::lock(std::function<void()> then, std::function<void(const Status&)> done)
{
    const std::shared_ptr<Ending> ending = hide();
    listenTo(m_home.get());
    const auto drafts = std::make_shared<const Secret>(packDrafts(std::exchange(m_drafts, {})));
    const std::function<void()> putAway = m_putAway();
    runOnMesh(
        Concern::Ceremony, this,
        [ending, drafts, putAway, then = std::move(then)](mesh::PersonalMesh& mesh, const std::stop_token&) {
            for (auto& queue : ending->queues)
                queue->settle();
            putAway();
            Result<Bytes> sealed = mesh.lock(*drafts);
            if (sealed)
                then();
            return sealed;
        },
        // what putAway holds is let go of in this thread, too
        [this, ending, putAway, drafts, done = std::move(done)](Result<Bytes> sealed) {
            emit catalogsAvailable(false);
            if (sealed) {
                m_sealedDrafts = std::move(*sealed);
            } else {
                m_drafts = unpackDrafts(*drafts);
                enter(m_home->stage());
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
                enter(m_home->stage());
        });
}

void MeshLink::keepDraft(CatalogKind kind, std::string id, SharedSecret entry)
{
    if (m_account != nullptr)
        m_drafts.push_back({kind, std::move(id), std::move(entry), m_account->udf()});
}

bool MeshLink::hasUnsaved()
{
    const std::vector<Draft> kept = m_drafts;
    emit aboutToHide();
    return !std::exchange(m_drafts, kept).empty();
}

std::optional<Draft> MeshLink::takeDraft(CatalogKind kind)
{
    if (m_account == nullptr)
        return std::nullopt;
    const auto found = std::ranges::find_if(m_drafts, [kind, udf = m_account->udf()](const Draft& one) {
        return one.kind == kind && one.account == udf;
    });
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
        m_account = m_shown->account();
        if (m_account != nullptr) {
            m_catalogs = {
                std::make_unique<TypedCatalogAccess<schema::Contact>>(m_account->contacts()),
                std::make_unique<TypedCatalogAccess<schema::CatalogedBookmark>>(m_account->bookmarks()),
                std::make_unique<TypedCatalogAccess<schema::Task>>(m_account->tasks()),
                std::make_unique<TypedCatalogAccess<schema::CatalogedCredential>>(m_account->credentials()),
                std::make_unique<TypedCatalogAccess<schema::CatalogedNetwork>>(m_account->networks()),
                std::make_unique<TypedCatalogAccess<schema::CatalogedApplicationSSH>>(
                    m_account->sshProfiles()),
                std::make_unique<TypedCatalogAccess<schema::CatalogedApplicationMail>>(
                    m_account->mailAccounts())};
            emit catalogsAvailable(true);
        }
    }
    // that another account ends is Accounts' matter
    if (stage == mesh::Stage::Ready || showsHome())
        emit meshStageChanged(stage);
}

template<typename Call>
void MeshLink::queue(Call call)
{
    QMetaObject::invokeMethod(
        this,
        [this, turn = m_turn.load(), call = std::move(call)] {
            if (turn == m_turn) // otherwise closed or hidden meanwhile: nobody is interested any more
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
    // the applications have entries of several kinds
    static const std::multimap<std::string_view, CatalogKind> kinds = {
        {schema::store_name::contact, CatalogKind::Contacts},
        {schema::store_name::bookmark, CatalogKind::Bookmarks},
        {schema::store_name::task, CatalogKind::Tasks},
        {schema::store_name::credential, CatalogKind::Credentials},
        {schema::store_name::network, CatalogKind::Networks},
        {schema::store_name::application, CatalogKind::SshProfiles},
        {schema::store_name::application, CatalogKind::MailAccounts}};
    if (container == schema::store_name::application)
        queue([this] { emit groupsChanged(); });
    QStringList list;
    list.reserve(qsizetype(ids.size()));
    for (const std::string& id : ids)
        list.append(toText(id));
    for (auto [found, end] = kinds.equal_range(container); found != end; ++found)
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
