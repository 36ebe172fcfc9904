#pragma once

#include "engine.h"
#include "scripted_catalog.h"
#include "scripted_messaging.h"

#include <atomic>
#include <condition_variable>

namespace mmm::test {

class ScriptedAccount final : public mesh::Account
{
public:
    explicit ScriptedAccount(const ScriptedCatalog<schema::Task>::Changed& changed);

    [[nodiscard]] std::string address() const override { return "alice@example.com"; }
    [[nodiscard]] std::string udf() const override { return "MAAA-BBBB-CCCC"; }
    [[nodiscard]] ScriptedCatalog<schema::Contact>& contacts() override { return m_contacts; }
    [[nodiscard]] ScriptedCatalog<schema::CatalogedBookmark>& bookmarks() override { return m_bookmarks; }
    [[nodiscard]] ScriptedCatalog<schema::Task>& tasks() override { return m_tasks; }
    [[nodiscard]] ScriptedCatalog<schema::CatalogedCredential>& credentials() override
    {
        return m_credentials;
    }

private:
    ScriptedCatalog<schema::Contact> m_contacts;
    ScriptedCatalog<schema::CatalogedBookmark> m_bookmarks;
    ScriptedCatalog<schema::Task> m_tasks;
    ScriptedCatalog<schema::CatalogedCredential> m_credentials;
};

/// Escrow of a seed that is in memory.
class ScriptedRecovery final : public mesh::Recovery
{
public:
    ScriptedRecovery();
    [[nodiscard]] mesh::RecoveryState state() const override;
    [[nodiscard]] Result<mesh::MadeShares> makeShares(const mesh::NewShares&, std::stop_token) override;
    [[nodiscard]] mesh::ShareCheck checkShare(const mesh::EscrowShare&) const override;
    [[nodiscard]] Status forgetSet(const std::string&) override;
    [[nodiscard]] Status moveMasterAway(const std::vector<mesh::EscrowShare>&, BytesView,
                                        std::stop_token) override;
    [[nodiscard]] Status lendMaster(const std::vector<mesh::EscrowShare>&, BytesView,
                                    std::stop_token) override;

private:
    mutable std::mutex m_mutex;
    mesh::RecoveryState m_state;
    std::vector<mesh::EscrowShare> m_shares;
};

/// A personal mesh that does what a test says, without keys, disk or network. Thread-safe as the real one.
class ScriptedMesh final : public mesh::PersonalMesh
{
public:
    explicit ScriptedMesh(mesh::Stage stage = mesh::Stage::New);

    // what a test does
    void failNext(Fault fault);
    /// The other device decides; awaitConnection() returns.
    void decide(bool accepted);
    void addDevice(const mesh::DeviceInfo& device);
    void addRequest(const mesh::PendingRequest& request);
    void addMessage(const mesh::MessageInfo& message, bool outgoing = false);
    /// A message of a person's, with what it brings.
    void addLetter(const mesh::MessageDetail& detail, bool outgoing = false);
    [[nodiscard]] ScriptedMessaging& letters() { return m_messaging; }
    void setSyncState(const mesh::SyncState& state);
    void report(const mesh::Problem& problem);
    [[nodiscard]] ScriptedAccount& scripted() { return m_account; }
    [[nodiscard]] int cancelledPins() const { return m_cancelledPins; }
    [[nodiscard]] bool isSyncing() const { return m_syncing; }

    // what the application does
    [[nodiscard]] mesh::Stage stage() const override;
    void addObserver(mesh::Observer* observer) override;
    void removeObserver(mesh::Observer* observer) override;
    [[nodiscard]] Status create(const mesh::NewMesh&, const mesh::Progress&, std::stop_token) override;
    [[nodiscard]] Status recover(const mesh::RecoverMesh&, const mesh::Progress&, std::stop_token) override;
    [[nodiscard]] mesh::Recovery& recovery() override { return m_recovery; }
    [[nodiscard]] Status requestConnection(const mesh::ConnectionOffer&, const std::string&,
                                           const mesh::Progress&, std::stop_token) override;
    [[nodiscard]] std::optional<mesh::OwnRequest> ownRequest() const override;
    [[nodiscard]] Result<mesh::Stage> awaitConnection(const mesh::Progress&, std::stop_token) override;
    [[nodiscard]] Status abandonConnection() override;
    void startSync() override { m_syncing = true; }
    void stopSync() override { m_syncing = false; }
    void syncNow() override {}
    [[nodiscard]] mesh::SyncState syncState() const override;
    /// The "seal" turns the octets around, so that a test sees that what is kept is not the plain text.
    [[nodiscard]] Result<Bytes> lock(const Secret& drafts) override;
    [[nodiscard]] Result<Secret> unlock(BytesView drafts, std::stop_token) override;
    [[nodiscard]] mesh::Account* account() override;
    [[nodiscard]] ScriptedMessaging& messaging() override { return m_messaging; }
    [[nodiscard]] Result<std::vector<mesh::DeviceInfo>> devices() override;
    [[nodiscard]] bool isAdministrator() const override { return true; }
    [[nodiscard]] Status renameDevice(const std::string&, const std::string&) override;
    [[nodiscard]] Status disconnectDevice(const std::string&, std::stop_token) override;
    [[nodiscard]] Status grantAdministration(const std::string&, std::stop_token) override;
    [[nodiscard]] Result<mesh::PinOffer> issuePin(std::chrono::minutes, std::stop_token) override;
    [[nodiscard]] Status cancelPin(const std::string&) override;
    [[nodiscard]] Result<std::vector<mesh::PendingRequest>> pendingRequests() override;
    [[nodiscard]] Status acceptRequest(const std::string&, std::stop_token) override;
    [[nodiscard]] Status rejectRequest(const std::string&, std::stop_token) override;
    [[nodiscard]] Result<std::vector<mesh::MessageInfo>> inbox() override;
    [[nodiscard]] Result<std::vector<mesh::MessageInfo>> outbox() override;
    [[nodiscard]] Status markMessage(const std::string&, mesh::MessageState) override;
    [[nodiscard]] mesh::ServiceInfo service() const override;
    [[nodiscard]] Status setNetworkVisible(bool) override;

private:
    void tell(const std::function<void(mesh::Observer&)>& call);
    void enter(mesh::Stage stage);
    [[nodiscard]] Status takeFault();
    [[nodiscard]] Status answer(const std::string& messageId, mesh::MessageState state);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_decided;
    std::optional<bool> m_decision;
    mesh::Stage m_stage;
    std::vector<mesh::Observer*> m_observers;
    std::optional<Fault> m_fault;
    std::optional<mesh::OwnRequest> m_request;
    std::vector<mesh::DeviceInfo> m_devices;
    std::vector<mesh::PendingRequest> m_requests;
    std::vector<mesh::MessageInfo> m_inbox;
    std::vector<mesh::MessageInfo> m_outbox;
    mesh::SyncState m_sync;
    bool m_networkVisible = false;
    std::atomic<bool> m_syncing = false;
    std::atomic<int> m_cancelledPins = 0;
    ScriptedAccount m_account;
    ScriptedMessaging m_messaging;
    ScriptedRecovery m_recovery;
};

/// Doors that lead to a scripted mesh. `parseOffer` takes `mcu://account/PIN`.
[[nodiscard]] desktop::Engine scriptedEngine();

/// Entries of every kind, for looking at.
void fillWithExamples(ScriptedMesh& mesh);

} // namespace mmm::test
