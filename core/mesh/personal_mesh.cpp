#include "mesh/personal_mesh.h"

#include "keystore/backend_record.h"
#include "mesh/account_catalog.h"
#include "mesh/account_move.h"
#include "mesh/align_applications.h"
#include "mesh/archive_parts.h"
#include "mesh/ceremonies.h"
#include "mesh/exchange.h"
#include "mesh/group_flows.h"
#include "mesh/messaging_view.h"
#include "mesh/persona_parts.h"
#include "mesh/sync_loop.h"

namespace mmm::mesh {

namespace {

constexpr auto draftsContext = "mesh:drafts";

/// The store's view of the seal key.
class StoreSeal final : public store::Seal
{
public:
    explicit StoreSeal(keystore::SealKey key) : m_key(std::move(key)) {}
    Result<Bytes> seal(std::string_view context, BytesView payload) const override
    {
        return m_key.seal(context, payload);
    }
    Result<Secret> open(std::string_view context, BytesView sealed) const override
    {
        return m_key.open(context, sealed);
    }

private:
    keystore::SealKey m_key;
};

class AccountView final : public Account
{
public:
    AccountView(MeshState& state, const std::function<void()>& written)
        : m_state(state),
          m_contacts(state, written),
          m_bookmarks(state, written),
          m_tasks(state, written),
          m_credentials(state, written),
          m_networks(state, written),
          m_mailAccounts(state, written),
          m_sshProfiles(state, [&state, written] {
              // where this fails, the exchange tries again and tells
              (void)alignApplications(state, {});
              written();
          })
    {}
    std::string address() const override { return m_state.member()->address(); }
    std::string udf() const override { return m_state.member()->accountUdf; }
    SharedCatalog<schema::Contact>& contacts() override { return m_contacts; }
    SharedCatalog<schema::CatalogedBookmark>& bookmarks() override { return m_bookmarks; }
    SharedCatalog<schema::Task>& tasks() override { return m_tasks; }
    SharedCatalog<schema::CatalogedCredential>& credentials() override { return m_credentials; }
    SharedCatalog<schema::CatalogedApplicationSSH>& sshProfiles() override { return m_sshProfiles; }
    SharedCatalog<schema::CatalogedApplicationMail>& mailAccounts() override { return m_mailAccounts; }
    SharedCatalog<schema::CatalogedNetwork>& networks() override { return m_networks; }

private:
    MeshState& m_state;
    AccountCatalog<schema::Contact> m_contacts;
    AccountCatalog<schema::CatalogedBookmark> m_bookmarks;
    AccountCatalog<schema::Task> m_tasks;
    AccountCatalog<schema::CatalogedCredential> m_credentials;
    AccountCatalog<schema::CatalogedNetwork> m_networks;
    AccountCatalog<schema::CatalogedApplicationMail> m_mailAccounts;
    AccountCatalog<schema::CatalogedApplicationSSH> m_sshProfiles;
};

/// Puts the parts together; each of them is in a file of its own.
class Engine final : public PersonalMesh, public MeshInside
{
public:
    explicit Engine(Options options)
        : m_state(std::move(options)),
          m_account(m_state, [this] { wakeSync(); }),
          m_messaging(makeMessaging(m_state, [this] { wakeSync(); })),
          m_applications(makeApplications(m_state)),
          m_groups(makeGroups(m_state, [this] { wakeSync(); })),
          m_recovery(makeRecovery(m_state)),
          m_inheritance(makeInheritance(m_state)),
          m_archives(makeArchives(m_state, [this] { wakeSync(); })),
          m_files(makePublishedFiles(m_state)),
          m_preconfigured(makePreconfigured(m_state)),
          m_trust(makeTrustChain(m_state, [this] { wakeSync(); })),
          m_inStep(m_state),
          m_serviceChange(
              makeServiceChange(m_state, m_inStep, [this](const auto& work) { return withoutSync(work); }))
    {}

    ~Engine() override { stopSync(); }

    Status openFolder(std::stop_token stop)
    {
        MMM_TRY(m_state.folder, store::DataFolder::lock(m_state.options.folder.string()));
        clearArchives(m_state);
        MMM_CHECK(keystore::chooseBackend(m_state.options.folder, m_state.options.keyStore->backend()));
        MMM_CHECK(openRecord(stop));
        // keys of a mesh that was not finished being made; if they cannot be forgotten now, then before the
        // next one is made
        if (m_state.record.stage == "Preparing")
            (void)forgetDraft(m_state);
        if (isToBeErased(m_state.record))
            MMM_CHECK(eraseDeleted(m_state));
        if (m_state.record.embedded && stageOf(m_state.record) != Stage::New)
            MMM_CHECK(startHosted());
        if (stageOf(m_state.record) == Stage::Ready)
            return m_state.openMembership({}, stop);
        return {};
    }

    MeshState& inside() override { return m_state; }
    void wake() override { wakeSync(); }

    Stage stage() const override
    {
        const std::scoped_lock lock(m_state.mutex);
        const Stage stage = stageOf(m_state.record);
        return m_isLocked && stage == Stage::Ready ? Stage::Locked : stage;
    }

    void addObserver(Observer* observer) override { m_state.observers.add(observer); }
    void removeObserver(Observer* observer) override { m_state.observers.remove(observer); }

    Status create(const NewMesh& choice, const Progress& progress, std::stop_token stop) override
    {
        MMM_CHECK(expect(Stage::New));
        return releaseService(createMesh(m_state, choice, progress, stop));
    }

    Status resumeCreation(const Progress& progress, std::stop_token stop) override
    {
        MMM_CHECK(expect(Stage::Creating));
        return releaseService(mesh::resumeCreation(m_state, progress, stop));
    }

    Status abandonCreation(bool evenIfTaken, std::stop_token stop) override
    {
        MMM_CHECK(expect(Stage::Creating));
        return releaseService(mesh::abandonCreation(m_state, evenIfTaken, stop));
    }

    Status recover(const RecoverMesh& choice, const Progress& progress, std::stop_token stop) override
    {
        MMM_CHECK(expect(Stage::New));
        return recoverMesh(m_state, choice, progress, stop);
    }

    Status requestConnection(const ConnectionOffer& offer, const std::string& deviceName,
                             const Progress& progress, std::stop_token stop) override
    {
        MMM_CHECK(expect(Stage::New));
        return mesh::requestConnection(m_state, offer, deviceName, progress, stop);
    }
    std::optional<OwnRequest> ownRequest() const override { return mesh::ownRequest(m_state); }
    Result<Stage> awaitConnection(const Progress& progress, std::stop_token stop) override
    {
        return mesh::awaitConnection(m_state, progress, stop);
    }
    Status abandonConnection() override
    {
        stopSync();
        return mesh::abandonConnection(m_state);
    }

    void startSync() override
    {
        const std::scoped_lock lock(m_syncMutex);
        if (!m_sync && stage() == Stage::Ready)
            m_sync = std::make_unique<SyncLoop>(m_state, m_inStep);
    }
    void stopSync() override
    {
        std::unique_ptr<SyncLoop> ending;
        {
            const std::scoped_lock lock(m_syncMutex);
            ending = std::move(m_sync);
        }
    }
    void syncNow() override { wakeSync(); }
    SyncState syncState() const override
    {
        const std::scoped_lock lock(m_syncMutex);
        return m_sync ? m_sync->current() : SyncState();
    }

    Result<Bytes> lock(const Secret& drafts) override
    {
        MMM_CHECK(expect(Stage::Ready));
        stopSync();
        Bytes sealed;
        {
            const std::scoped_lock lock(m_state.mutex);
            if (!drafts.empty()) {
                MMM_TRY(sealed, m_state.sealKey->seal(draftsContext, drafts));
            }
            m_isLocked = true;
        }
        putKeysAway();
        return sealed;
    }

    Result<Secret> unlock(BytesView drafts, std::stop_token stop) override
    {
        MMM_CHECK(expect(Stage::Locked));
        MMM_CHECK(m_state.options.keyStore->unlock(stop));
        const auto reopen = [&]() -> Status {
            MMM_CHECK(openRecord(stop));
            return m_state.openMembership({}, stop);
        };
        if (const Status reopened = reopen(); !reopened) {
            putKeysAway();
            return tl::unexpected<Error>(reopened.error());
        }
        const std::scoped_lock lock(m_state.mutex);
        m_isLocked = false;
        if (drafts.empty())
            return Secret();
        // drafts that do not open are lost; that must not keep the catalogs closed
        Result<Secret> texts = m_state.sealKey->open(draftsContext, drafts);
        return texts ? std::move(*texts) : Secret();
    }

    Status deleteAccount(std::stop_token stop) override
    {
        MMM_CHECK(expect(Stage::Ready));
        bool wasSyncing = false;
        {
            const std::scoped_lock lock(m_syncMutex);
            wasSyncing = m_sync != nullptr;
        }
        stopSync(); // or it would hear of it first, and take this device for one that was disconnected
        const Status deleted = mesh::deleteAccount(m_state, stop);
        if (!deleted && wasSyncing)
            startSync();
        return deleted;
    }

    Account* account() override { return m_state.member() ? &m_account : nullptr; }
    Messaging& messaging() override { return *m_messaging; }
    Groups& groups() override { return *m_groups; }

    Result<std::vector<DeviceInfo>> devices() override
    {
        MMM_CHECK(expect(Stage::Ready));
        return listDevices(m_state);
    }
    bool isAdministrator() const override
    {
        const auto member = m_state.member();
        if (!member)
            return false;
        const std::scoped_lock lock(member->mutex);
        return member->keys->administration.has_value();
    }
    Status renameDevice(const std::string& deviceUdf, const std::string& name) override
    {
        MMM_CHECK(expect(Stage::Ready));
        return thenSync(mesh::renameDevice(m_state, deviceUdf, name));
    }
    Status disconnectDevice(const std::string& deviceUdf, std::stop_token stop) override
    {
        MMM_CHECK(expect(Stage::Ready));
        return thenSync(mesh::disconnectDevice(m_state, deviceUdf, stop));
    }
    Status grantAdministration(const std::string& deviceUdf, std::stop_token stop) override
    {
        MMM_CHECK(expect(Stage::Ready));
        return thenSync(mesh::grantAdministration(m_state, deviceUdf, stop));
    }

    Result<PinOffer> issuePin(std::chrono::minutes validity, std::stop_token stop) override
    {
        MMM_CHECK(expect(Stage::Ready));
        auto offer = mesh::issuePin(m_state, validity, stop);
        wakeSync();
        return offer;
    }
    Status cancelPin(const std::string& messageId) override
    {
        MMM_CHECK(expect(Stage::Ready));
        return thenSync(mesh::cancelPin(m_state, messageId));
    }
    Result<std::vector<PendingRequest>> pendingRequests() override
    {
        MMM_CHECK(expect(Stage::Ready));
        return mesh::pendingRequests(m_state);
    }
    Status acceptRequest(const std::string& messageId, std::stop_token stop) override
    {
        MMM_CHECK(expect(Stage::Ready));
        return thenSync(decide(m_state, messageId, true, stop));
    }
    Status rejectRequest(const std::string& messageId, std::stop_token stop) override
    {
        MMM_CHECK(expect(Stage::Ready));
        return thenSync(decide(m_state, messageId, false, stop));
    }

    Result<std::vector<MessageInfo>> inbox() override
    {
        MMM_CHECK(expect(Stage::Ready));
        return listMessages(m_state, true);
    }
    Result<std::vector<MessageInfo>> outbox() override
    {
        MMM_CHECK(expect(Stage::Ready));
        return listMessages(m_state, false);
    }
    Status markMessage(const std::string& messageId, MessageState messageState) override
    {
        MMM_CHECK(expect(Stage::Ready));
        return thenSync(mesh::markMessages(m_state, {messageId}, messageState));
    }

    Applications& applications() override { return *m_applications; }
    Recovery& recovery() override { return *m_recovery; }
    Inheritance& inheritance() override { return *m_inheritance; }
    Archives& archives() override { return *m_archives; }
    PublishedFiles& files() override { return *m_files; }
    Preconfigured& preconfigured() override { return *m_preconfigured; }
    TrustChain& trust() override { return *m_trust; }
    ServiceChange& serviceChange() override { return *m_serviceChange; }

    ServiceInfo service() const override
    {
        const std::scoped_lock lock(m_state.mutex);
        ServiceInfo info;
        info.account = m_state.record.account;
        info.domain = m_state.record.service.domain;
        info.embedded = isEmbedded(m_state.record);
        info.serviceUdf = m_state.record.service.serviceUdf;
        if (m_state.hosted && info.embedded) {
            info.running = true;
            info.networkVisible = m_state.hosted->isNetworkVisible();
            info.endpoints = m_state.hosted->endpoints();
        } else {
            for (const EndpointRecord& known : m_state.record.service.endpoints) {
                protocol::Endpoint endpoint;
                endpoint.host = known.host;
                endpoint.port = static_cast<std::uint16_t>(known.port);
                endpoint.hostHeader = known.portal;
                info.endpoints.push_back(std::move(endpoint));
            }
        }
        return info;
    }

    Status setNetworkVisible(bool visible) override
    {
        {
            const std::scoped_lock lock(m_state.mutex);
            if (!m_state.hosted)
                return fail(Fault::Unsupported, "the service is not on this computer");
            MMM_CHECK(m_state.hosted->setNetworkVisible(visible));
        }
        return m_state.changeRecord([visible](LocalRecord& record) { record.networkVisible = visible; });
    }

private:
    /// The seal key from the key store, and with it what this folder knows of its mesh.
    Status openRecord(std::stop_token stop)
    {
        MMM_TRY(keystore::SealKey key,
                keystore::SealKey::load(*m_state.options.keyStore, m_state.options.folder, stop));
        auto file =
            std::make_unique<keystore::SealedFile>(m_state.options.folder / recordFile, recordContext, key);
        MMM_TRY(const std::optional<Secret> content, file->read());
        const std::scoped_lock lock(m_state.mutex);
        if (content) {
            MMM_TRY(m_state.record, encoding::fromTaggedJson<LocalRecord>(*content));
        }
        m_state.seal = std::make_shared<StoreSeal>(key);
        m_state.sealKey = std::move(key);
        m_state.file = std::move(file);
        return {};
    }

    void putKeysAway()
    {
        const std::scoped_lock lock(m_state.mutex);
        m_state.membership.reset();
        m_state.device.reset();
        m_state.link.reset();
        m_state.file.reset();
        m_state.seal.reset();
        m_state.sealKey.reset();
        m_state.lentMaster.reset();
        m_state.lentSeed = {};
    }

    Status expect(Stage wanted) const
    {
        return stage() == wanted ? Status() : fail(Fault::Unsupported, "not possible now");
    }

    /// Does a work that the exchange would get in the way of.
    Status withoutSync(const std::function<Status()>& work)
    {
        MMM_CHECK(expect(Stage::Ready));
        bool wasSyncing = false;
        {
            const std::scoped_lock lock(m_syncMutex);
            wasSyncing = m_sync != nullptr;
        }
        stopSync();
        const Status done = work();
        if (wasSyncing)
            startSync();
        return done;
    }

    /// A service for a mesh that there will not be.
    Status releaseService(Status done)
    {
        if (stage() == Stage::New)
            m_state.hosted.reset();
        return done;
    }

    Status thenSync(Status done)
    {
        wakeSync();
        return done;
    }

    void wakeSync()
    {
        const std::scoped_lock lock(m_syncMutex);
        if (m_sync)
            m_sync->wake();
    }

    /// The embedded service comes up with the application; if its port went to somebody else, this device
    /// follows it to the new one.
    Status startHosted()
    {
        const LocalRecord& record = m_state.record;
        const std::string& domain = isEmbedded(record) ? record.service.domain : record.embeddedDomain;
        MMM_TRY(m_state.hosted,
                HostedService::start(m_state.options, domain, static_cast<std::uint16_t>(record.embeddedPort),
                                     record.networkVisible));
        if (m_state.hosted->port() == record.embeddedPort)
            return {};
        return m_state.changeRecord([this](LocalRecord& changed) {
            changed.embeddedPort = m_state.hosted->port();
            if (isEmbedded(changed))
                changed.service.endpoints = m_state.hosted->knownEndpoints();
        });
    }

    MeshState m_state;
    AccountView m_account;
    std::unique_ptr<Messaging> m_messaging;
    std::unique_ptr<Applications> m_applications;
    std::unique_ptr<Groups> m_groups;
    std::unique_ptr<Recovery> m_recovery;
    std::unique_ptr<Inheritance> m_inheritance;
    std::unique_ptr<Archives> m_archives;
    std::unique_ptr<PublishedFiles> m_files;
    std::unique_ptr<Preconfigured> m_preconfigured;
    std::unique_ptr<TrustChain> m_trust;
    KeepInStep m_inStep;
    std::unique_ptr<ServiceChange> m_serviceChange;
    bool m_isLocked = false; ///< guarded by the state's mutex
    mutable std::mutex m_syncMutex;
    std::unique_ptr<SyncLoop> m_sync;
};

} // namespace

Result<std::unique_ptr<PersonalMesh>> PersonalMesh::open(Options options, std::stop_token stop)
{
    auto engine = std::make_unique<Engine>(std::move(options));
    MMM_CHECK(engine->openFolder(stop));
    return std::unique_ptr<PersonalMesh>(std::move(engine));
}

} // namespace mmm::mesh
