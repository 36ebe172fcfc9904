#pragma once

#include "scripted_account.h"
#include "scripted_applications.h"
#include "scripted_archives.h"
#include "scripted_files.h"
#include "scripted_groups.h"
#include "scripted_inheritance.h"
#include "scripted_messaging.h"
#include "scripted_move.h"
#include "scripted_preconfigured.h"
#include "scripted_recovery.h"
#include "scripted_trust.h"

#include "mesh/personal_mesh.h"

#include <atomic>
#include <condition_variable>

namespace mmm::test {

/// A personal mesh that does what a test says, without keys, disk or network. Thread-safe as the real one.
class ScriptedMesh : public mesh::PersonalMesh
{
public:
    explicit ScriptedMesh(mesh::Stage stage = mesh::Stage::New, std::string address = "alice@example.com",
                          std::string udf = "MAAA-BBBB-CCCC");

    // what a test does
    void failNext(Fault fault);
    /// The other device decides; awaitConnection() returns.
    void decide(bool accepted);
    void addDevice(const mesh::DeviceInfo& device);
    /// As the service reports it, which nobody announces.
    void seeDevice(const std::string& udf, TimePoint when);
    void addRequest(const mesh::PendingRequest& request);
    void addMessage(const mesh::MessageInfo& message, bool outgoing = false);
    /// A message of a person's, with what it brings.
    void addLetter(const mesh::MessageDetail& detail, bool outgoing = false);
    [[nodiscard]] ScriptedMessaging& letters() { return m_messaging; }
    void setSyncState(const mesh::SyncState& state);
    void report(const mesh::Problem& problem);
    /// As from the service, such as when another device has deleted the account.
    void enter(mesh::Stage stage);
    [[nodiscard]] ScriptedAccount& scripted() { return m_account; }
    [[nodiscard]] int cancelledPins() const { return m_cancelledPins; }
    [[nodiscard]] bool isSyncing() const { return m_syncing; }

    // what the application does
    [[nodiscard]] mesh::Stage stage() const override;
    void addObserver(mesh::Observer* observer) override;
    void removeObserver(mesh::Observer* observer) override;
    [[nodiscard]] Status create(const mesh::NewMesh&, const mesh::Progress&, std::stop_token) override;
    [[nodiscard]] Status resumeCreation(const mesh::Progress&, std::stop_token) override;
    [[nodiscard]] Status abandonCreation(bool evenIfTaken, std::stop_token) override;
    [[nodiscard]] Status recover(const mesh::RecoverMesh&, const mesh::Progress&, std::stop_token) override;
    [[nodiscard]] mesh::Recovery& recovery() override { return m_recovery; }
    [[nodiscard]] ScriptedInheritance& inheritance() override { return m_inheritance; }
    [[nodiscard]] ScriptedPreconfigured& preconfigured() override { return m_preconfigured; }
    [[nodiscard]] ScriptedFiles& files() override { return m_files; }
    [[nodiscard]] ScriptedArchives& archives() override { return m_archives; }
    [[nodiscard]] ScriptedMove& serviceChange() override { return m_move; }
    [[nodiscard]] ScriptedTrust& trust() override { return m_trust; }
    /// Whether the service is on this computer, as it is at first.
    void setEmbedded(bool embedded);
    [[nodiscard]] mesh::Applications& applications() override { return m_applications; }
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
    [[nodiscard]] Status deleteAccount(std::stop_token) override;
    [[nodiscard]] mesh::Account* account() override;
    [[nodiscard]] ScriptedMessaging& messaging() override { return m_messaging; }
    [[nodiscard]] ScriptedGroups& groups() override { return m_groups; }
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
    [[nodiscard]] Status takeFault();
    [[nodiscard]] Status answer(const std::string& messageId, mesh::MessageState state);
    [[nodiscard]] Status mark(const std::vector<std::string>& ids, mesh::MessageState state);
    [[nodiscard]] Status restore(const std::vector<std::string>& ids);

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
    std::vector<mesh::MessageInfo> m_deletedIn;
    std::vector<mesh::MessageInfo> m_deletedOut;
    std::map<std::string, mesh::MessageInfo> m_undeleted; ///< as they were before
    mesh::SyncState m_sync;
    bool m_networkVisible = false;
    bool m_isEmbedded = true;
    std::atomic<bool> m_syncing = false;
    std::atomic<int> m_cancelledPins = 0;
    ScriptedAccount m_account;
    ScriptedMessaging m_messaging;
    ScriptedGroups m_groups;
    ScriptedRecovery m_recovery;
    ScriptedInheritance m_inheritance;
    ScriptedPreconfigured m_preconfigured;
    ScriptedMove m_move;
    ScriptedFiles m_files;
    ScriptedArchives m_archives;
    ScriptedTrust m_trust;
    ScriptedApplications m_applications{m_account.sshProfiles()};
};

} // namespace mmm::test
