#pragma once

#include "drafts.h"
#include "engine.h"
#include "mesh/messaging.h"
#include "published.h"
#include "work_queue.h"

#include <QObject>
#include <QStringList>
#include <array>
#include <atomic>

namespace mmm::desktop {

/// Pieces of work that must keep their order among each other.
enum class Concern
{
    Ceremony, ///< open, create, connect; may take minutes
    Contacts,
    Bookmarks,
    Tasks,
    Credentials,
    Networks,
    SshProfiles,
    MailAccounts,
    Search,
    Devices,
    Messages,
    Security,
    Groups,
    Members, ///< of groups, and what the groups' services are asked
    Files,   ///< their encryption and decryption
    Sync,
};
inline constexpr std::size_t concerns = std::size_t(Concern::Sync) + 1;

/// What is done with a mesh that has no account on this device yet, or no more: ceremonies, files such as an
/// archive, and what is to be said of the service.
[[nodiscard]] constexpr bool isForAnyStage(Concern concern)
{
    return concern == Concern::Ceremony || concern == Concern::Files || concern == Concern::Sync;
}

[[nodiscard]] constexpr Concern concernOf(CatalogKind kind)
{
    return Concern(std::size_t(Concern::Contacts) + std::size_t(kind));
}

/// The place where the threads of the mesh and that of the user interface meet: owns the PersonalMesh of the
/// home account, does the calls on the mesh that is shown in worker threads, and turns what it observes there
/// into signals. Shown is the home account's, until show() is told another one. Lives in the thread of the
/// user interface.
class MeshLink : public QObject, public Published<MeshLink>, private mesh::Observer
{
    Q_OBJECT
public:
    explicit MeshLink(Engine engine, QObject* parent = nullptr);
    ~MeshLink() override;

    [[nodiscard]] const Engine& engine() const { return m_engine; }

    /// Takes the opened mesh of the home account, shows it, and announces its stage.
    void setMesh(std::unique_ptr<mesh::PersonalMesh> mesh);
    /// Shows another opened account, or the home account again: everything is hidden, what is under way is
    /// ended, and the open forms are asked for their drafts, which come back with the account. `done` follows
    /// when the other one is there, unless this was overtaken by another call of it, lock() or close().
    void show(mesh::PersonalMesh& mesh, std::function<void()> done);
    /// Who has opened further meshes: is called when the home account's is about to be locked or closed, and
    /// gives what must have been done before, in any thread.
    void setPutAway(std::function<std::function<void()>()> putAway) { m_putAway = std::move(putAway); }
    /// Stops all work, waits for it and closes the mesh.
    void close();
    /// Hides and forgets everything and has the mesh put its keys away; `done(Status)` follows. The open
    /// forms are asked for their drafts first, and `then` is called in the worker thread at the end. With a
    /// failure the mesh stays open and announces its stage.
    void lock(std::function<void()> then, std::function<void(const Status&)> done);
    /// Opens the mesh again and announces its stage; `done(Status)` follows. `prepare` is called in the
    /// worker thread first: it may give a passphrase to the key store.
    void unlock(std::function<Status()> prepare, std::function<void(const Status&)> done);
    /// From a form, in answer to aboutToHide().
    void keepDraft(CatalogKind kind, std::string id, SharedSecret entry);
    /// Whether a form has something that is not saved.
    [[nodiscard]] bool hasUnsaved();
    /// What a form of this catalog, in the account that is shown, had that was not saved; once.
    [[nodiscard]] std::optional<Draft> takeDraft(CatalogKind kind);

    /// The one that is shown. Null before the first is opened, and while show() is under way.
    [[nodiscard]] mesh::PersonalMesh* mesh() const { return m_shown; }
    /// Null before it is opened.
    [[nodiscard]] mesh::PersonalMesh* home() const { return m_home.get(); }
    [[nodiscard]] bool showsHome() const { return m_shown != nullptr && m_shown == m_home.get(); }
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

    /// `work(PersonalMesh&, std::stop_token)`; nothing happens if there is no mesh, nor before the stage is
    /// Ready for what concerns an account.
    template<typename Work, typename Done>
    std::stop_source runOnMesh(Concern concern, QObject* receiver, Work work, Done done)
    {
        if (m_shown == nullptr || (m_account == nullptr && !isForAnyStage(concern)))
            return {};
        return run(
            concern, receiver,
            [mesh = m_shown, work = std::move(work)](const std::stop_token& stop) mutable {
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
    /// Of the home account's mesh; Ready also when another account is shown.
    void meshStageChanged(mmm::mesh::Stage stage);
    /// Whoever has something that is not saved gives it to keepDraft() now.
    void aboutToHide();
    /// The catalogs are there (true) or will go (false).
    void catalogsAvailable(bool available);
    /// No ids: everything may have changed.
    void catalogChanged(mmm::desktop::CatalogKind kind, const QStringList& ids);
    void devicesListChanged();
    void messageListChanged();
    /// A group came or went, or this account's part in it changed.
    void groupsChanged();
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
    void listenTo(mesh::PersonalMesh* mesh);

    using Queues = std::array<std::unique_ptr<WorkQueue>, concerns>;
    using Catalogs = std::array<std::unique_ptr<CatalogAccess>, catalogKinds>;
    [[nodiscard]] static Queues newQueues();
    /// What was under way in the account that was shown.
    struct Ending
    {
        Queues queues;
        Catalogs catalogs;
    };
    [[nodiscard]] std::shared_ptr<Ending> hide();

    const Engine m_engine;
    std::unique_ptr<mesh::PersonalMesh> m_home;
    mesh::PersonalMesh* m_shown = nullptr;
    std::atomic<int> m_turn = 0; ///< counts what was shown: what an earlier one said does not count any more
    std::function<std::function<void()>()> m_putAway = [] { return [] {}; };
    mesh::Account* m_account = nullptr;
    Catalogs m_catalogs;
    Queues m_queues;
    std::vector<Draft> m_drafts;
    Bytes m_sealedDrafts; ///< while locked
};

} // namespace mmm::desktop

Q_DECLARE_METATYPE(mmm::mesh::SyncState)
