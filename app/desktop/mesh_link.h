#pragma once

#include "drafts.h"
#include "engine.h"
#include "mesh/messaging.h"
#include "published.h"
#include "work_queue.h"

#include <QObject>
#include <QStringList>
#include <array>

namespace mmm::desktop {

/// Pieces of work that must keep their order among each other.
enum class Concern
{
    Ceremony, ///< open, create, connect; may take minutes
    Contacts,
    Bookmarks,
    Tasks,
    Credentials,
    Search,
    Devices,
    Messages,
    Sync,
};
inline constexpr std::size_t concerns = 9;

[[nodiscard]] constexpr Concern concernOf(CatalogKind kind)
{
    return Concern(std::size_t(Concern::Contacts) + std::size_t(kind));
}

/// The place where the threads of the mesh and that of the user interface meet: owns the PersonalMesh, does
/// the calls on it in worker threads, and turns what it observes into signals. Lives in the thread of the
/// user interface.
class MeshLink : public QObject, public Published<MeshLink>, private mesh::Observer
{
    Q_OBJECT
public:
    explicit MeshLink(Engine engine, QObject* parent = nullptr);
    ~MeshLink() override;

    [[nodiscard]] const Engine& engine() const { return m_engine; }

    /// Takes an opened mesh, listens to it, and announces its stage.
    void setMesh(std::unique_ptr<mesh::PersonalMesh> mesh);
    /// Stops all work, waits for it and closes the mesh.
    void close();
    /// Hides and forgets everything and has the mesh put its keys away; `done(Status)` follows. The open
    /// forms are asked for their drafts first, and `then` is called in the worker thread at the end. With a
    /// failure the mesh stays open and announces its stage.
    void lock(std::function<void()> then, std::function<void(const Status&)> done);
    /// Opens the mesh again and announces its stage; `done(Status)` follows. `prepare` is called in the
    /// worker thread first: it may give a passphrase to the key store.
    void unlock(std::function<Status()> prepare, std::function<void(const Status&)> done);
    /// From a form, in answer to aboutToLock().
    void keepDraft(Draft draft) { m_drafts.push_back(std::move(draft)); }
    /// Whether a form has something that is not saved.
    [[nodiscard]] bool hasUnsaved();
    /// What a form of this catalog had that was not saved; once.
    [[nodiscard]] std::optional<Draft> takeDraft(CatalogKind kind);

    /// Null before it is opened.
    [[nodiscard]] mesh::PersonalMesh* mesh() const { return m_mesh.get(); }
    /// Null before the stage is Ready. Valid until close().
    [[nodiscard]] CatalogAccess* catalog(CatalogKind kind) const;
    /// The account as the mesh has it; null before the stage is Ready.
    [[nodiscard]] mesh::Account* account() const { return m_account; }

    /// Work that needs no mesh.
    template<typename Work, typename Done>
    std::stop_source run(Concern concern, QObject* receiver, Work work, Done done)
    {
        return m_queues[std::size_t(concern)]->run(receiver, std::move(work), std::move(done));
    }

    /// `work(PersonalMesh&, std::stop_token)`; nothing happens if there is no mesh.
    template<typename Work, typename Done>
    std::stop_source runOnMesh(Concern concern, QObject* receiver, Work work, Done done)
    {
        if (!m_mesh)
            return {};
        return run(
            concern, receiver,
            [mesh = m_mesh.get(), work = std::move(work)](const std::stop_token& stop) mutable {
                return work(*mesh, stop);
            },
            std::move(done));
    }

    /// `work(CatalogAccess&)`; nothing happens before the stage is Ready.
    template<typename Work, typename Done>
    void runOnCatalog(CatalogKind kind, Concern concern, QObject* receiver, Work work, Done done)
    {
        if (CatalogAccess* access = catalog(kind)) {
            run(
                concern, receiver,
                [access, work = std::move(work)](const std::stop_token&) mutable { return work(*access); },
                std::move(done));
        }
    }
    template<typename Work, typename Done>
    void runOnCatalog(CatalogKind kind, QObject* receiver, Work work, Done done)
    {
        runOnCatalog(kind, concernOf(kind), receiver, std::move(work), std::move(done));
    }

signals:
    void meshStageChanged(mmm::mesh::Stage stage);
    /// Whoever has something that is not saved gives it to keepDraft() now.
    void aboutToLock();
    /// The catalogs are there (true) or will go (false).
    void catalogsAvailable(bool available);
    /// No ids: everything may have changed.
    void catalogChanged(mmm::desktop::CatalogKind kind, const QStringList& ids);
    void devicesListChanged();
    void messageListChanged();
    void syncStateChanged(const mmm::mesh::SyncState& state);
    void problemFound(const mmm::mesh::Problem& problem);

private:
    // from any thread
    void stageChanged(mesh::Stage stage) override;
    void entriesChanged(const std::string& container, const std::vector<std::string>& ids) override;
    void devicesChanged() override;
    void messagesChanged() override;
    void syncChanged(const mesh::SyncState& state) override;
    void problem(const mesh::Problem& problem) override;

    template<typename Call>
    void queue(Call call);
    void enter(mesh::Stage stage);

    using Queues = std::array<std::unique_ptr<WorkQueue>, concerns>;
    using Catalogs = std::array<std::unique_ptr<CatalogAccess>, catalogKinds>;
    [[nodiscard]] static Queues newQueues();

    const Engine m_engine;
    std::unique_ptr<mesh::PersonalMesh> m_mesh;
    mesh::Account* m_account = nullptr;
    Catalogs m_catalogs;
    Queues m_queues;
    std::vector<Draft> m_drafts;
    Bytes m_sealedDrafts; ///< while locked
};

} // namespace mmm::desktop

Q_DECLARE_METATYPE(mmm::mesh::SyncState)
