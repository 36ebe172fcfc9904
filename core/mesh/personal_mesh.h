#pragma once

#include "mesh/applications.h"
#include "mesh/connection_offer.h"
#include "mesh/devices.h"
#include "mesh/inbox.h"
#include "mesh/inheritance.h"
#include "mesh/options.h"
#include "mesh/preconfigured.h"
#include "mesh/published_files.h"
#include "mesh/recovery.h"
#include "mesh/sync_state.h"
#include "mesh/trust_chain.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace mmm::mesh {

class Account;
class Archives;
class Groups;
class Messaging;
class ServiceChange;

/// How far this data folder has come.
enum class Stage
{
    New,        ///< nothing here yet: create a mesh, or connect this device to one
    Creating,   ///< a mesh is made, but its service has not said so yet: resumeCreation, abandonCreation
    Connecting, ///< this device has asked to be connected and waits for the decision
    Ready,      ///< part of a personal mesh
    Removed,    ///< was part of one; another device has disconnected it
    Locked,     ///< part of one, with its keys put away until unlock()
};

/// Told about what changes. Calls come from any thread and must return at once, without calling the mesh.
class Observer
{
public:
    virtual ~Observer() = default;
    virtual void stageChanged(Stage) {}
    /// Entries that were added, changed or removed in a catalog, by this device or another.
    virtual void entriesChanged(const std::string& /*container*/, const std::vector<std::string>& /*ids*/) {}
    virtual void devicesChanged() {}
    virtual void messagesChanged() {}
    virtual void syncChanged(const SyncState&) {}
    /// Something that the person should know and that no call of theirs reports, such as a service that
    /// rolled a catalog back.
    virtual void problem(const Problem&) {}
};

/// Progress of long work: 0 to 1, and what is being done. May be called from any thread.
enum class Step
{
    MakingKeys,
    FindingService,
    MakingAccount,
    Asking,
    CollectingKeys,
    LoadingEntries,
    Uploading
};
using Progress = std::function<void(Step, double)>;

/// The personal mesh of one data folder: the ceremonies, the account and its catalogs, and their exchange
/// with the service.
///
/// Calls block (keychain, disk, network): they are made from worker threads and may come from several at
/// once. Every one can be stopped through its stop_token and then answers Fault::Cancelled.
class PersonalMesh
{
public:
    /// Opens or prepares the folder. Fault::InUse if another process has it open.
    [[nodiscard]] static Result<std::unique_ptr<PersonalMesh>> open(Options options, std::stop_token = {});
    virtual ~PersonalMesh() = default;

    [[nodiscard]] virtual Stage stage() const = 0;
    virtual void addObserver(Observer*) = 0;
    virtual void removeObserver(Observer*) = 0;

    // First start

    /// Makes a personal mesh with this device as its administrator, and its account at a service (WIRE E.8,
    /// E.12). The keys are durable before the service hears of them. Nothing remains of an attempt that
    /// fails, unless the service may have taken the account's name: then the stage is Creating.
    [[nodiscard]] virtual Status create(const NewMesh&, const Progress& = {}, std::stop_token = {}) = 0;
    /// Goes on with what create() began before it was interrupted. Ready afterwards; New if the service
    /// refused (NameTaken and others); otherwise still Creating.
    [[nodiscard]] virtual Status resumeCreation(const Progress& = {}, std::stop_token = {}) = 0;
    /// Gives up what create() began: frees the name at the service, then forgets the keys. While the service
    /// cannot be asked it fails and nothing is forgotten; with `evenIfTaken` the name is then left taken by
    /// an account that nobody can use.
    [[nodiscard]] virtual Status abandonCreation(bool evenIfTaken, std::stop_token = {}) = 0;

    /// Makes this device an administration device of a mesh whose shares are at hand, and takes up its
    /// account (WIRE E.16, G.8.2). Other devices stay connected. BadShare if the shares are not those of the
    /// account's mesh, NotYet if they are too few. Nothing remains of an attempt that fails.
    [[nodiscard]] virtual Status recover(const RecoverMesh&, const Progress& = {}, std::stop_token = {}) = 0;

    /// Asks to be connected (WIRE E.9, E.10). Afterwards the stage is Connecting and witness() can be shown.
    [[nodiscard]] virtual Status requestConnection(const ConnectionOffer&, const std::string& deviceName,
                                                   const Progress& = {}, std::stop_token = {}) = 0;
    /// The pending request of this device, if there is one.
    [[nodiscard]] virtual std::optional<OwnRequest> ownRequest() const = 0;
    /// Waits for the decision. Ready when accepted; Fault::Refused when rejected, Expired when nobody
    /// decided.
    [[nodiscard]] virtual Result<Stage> awaitConnection(const Progress& = {}, std::stop_token = {}) = 0;
    [[nodiscard]] virtual Status abandonConnection() = 0;

    // Ready

    /// Exchanges with the service in the background from now on, until stopSync() or destruction.
    virtual void startSync() = 0;
    virtual void stopSync() = 0;
    /// Do not wait for the next occasion.
    virtual void syncNow() = 0;
    [[nodiscard]] virtual SyncState syncState() const = 0;

    /// Puts everything away that could show an entry: ends the exchange, closes the catalogs and wipes every
    /// key from memory. The stage is Locked afterwards; an embedded service goes on for the other devices, it
    /// never has their keys. What the key store itself holds in memory is its owner's to lock. Nothing else
    /// may be under way. Observers are not told: who calls knows.
    ///
    /// `drafts` are texts of the application that shall outlive this: they come back sealed under the data
    /// folder's key, and unlock() opens them.
    [[nodiscard]] virtual Result<Bytes> lock(const Secret& drafts) = 0;
    /// Reads the keys from the key store again, which may ask the person, and opens the catalogs. Gives the
    /// drafts back. The stage stays Locked if that fails.
    [[nodiscard]] virtual Result<Secret> unlock(BytesView drafts, std::stop_token = {}) = 0;

    /// Deletes the account at its service, for all devices and for good. Removed afterwards; what this device
    /// has of it is erased when the folder is opened again, and the stage is then New. NotAuthorised unless
    /// this is an administration device. The account leaves its groups; Unsupported if it is the only
    /// administrator of one (groups.h). After any failure the account is as it was, but for its groups.
    [[nodiscard]] virtual Status deleteAccount(std::stop_token = {}) = 0;

    /// The account; null before the stage is Ready.
    [[nodiscard]] virtual Account* account() = 0;
    /// Messages between people; to be used once the stage is Ready.
    [[nodiscard]] virtual Messaging& messaging() = 0;
    /// What several people decrypt, and nobody alone; to be used once the stage is Ready.
    [[nodiscard]] virtual Groups& groups() = 0;

    [[nodiscard]] virtual Result<std::vector<DeviceInfo>> devices() = 0;
    [[nodiscard]] virtual bool isAdministrator() const = 0;
    [[nodiscard]] virtual Status renameDevice(const std::string& deviceUdf, const std::string& name) = 0;
    /// Takes the device's access away and rotates the account's encryption key (WIRE F.4).
    [[nodiscard]] virtual Status disconnectDevice(const std::string& deviceUdf, std::stop_token = {}) = 0;
    [[nodiscard]] virtual Status grantAdministration(const std::string& deviceUdf, std::stop_token = {}) = 0;

    /// A new PIN, ready to be used when the call returns.
    [[nodiscard]] virtual Result<PinOffer> issuePin(std::chrono::minutes validity = std::chrono::hours(24),
                                                    std::stop_token = {}) = 0;
    [[nodiscard]] virtual Status cancelPin(const std::string& messageId) = 0;
    /// Requests of other devices that wait for a decision, oldest first.
    [[nodiscard]] virtual Result<std::vector<PendingRequest>> pendingRequests() = 0;
    [[nodiscard]] virtual Status acceptRequest(const std::string& messageId, std::stop_token = {}) = 0;
    [[nodiscard]] virtual Status rejectRequest(const std::string& messageId, std::stop_token = {}) = 0;

    [[nodiscard]] virtual Result<std::vector<MessageInfo>> inbox() = 0;
    [[nodiscard]] virtual Result<std::vector<MessageInfo>> outbox() = 0;
    [[nodiscard]] virtual Status markMessage(const std::string& messageId, MessageState) = 0;

    /// What other programs get from the mesh; to be used once the stage is Ready.
    [[nodiscard]] virtual Applications& applications() = 0;

    /// Escrow of the master secret.
    [[nodiscard]] virtual Recovery& recovery() = 0;

    /// What survives the person and what does not; to be used once the stage is Ready.
    [[nodiscard]] virtual Inheritance& inheritance() = 0;

    /// The account as one file, and back. An archive can be opened at every stage but Locked.
    [[nodiscard]] virtual Archives& archives() = 0;

    /// Files for whoever has their locator; to be used once the stage is Ready.
    [[nodiscard]] virtual PublishedFiles& files() = 0;

    /// Devices that are made ready before anybody has them.
    [[nodiscard]] virtual Preconfigured& preconfigured() = 0;

    /// Who signed what; to be used once the stage is Ready.
    [[nodiscard]] virtual TrustChain& trust() = 0;

    /// Taking the account to another service; to be used once the stage is Ready.
    [[nodiscard]] virtual ServiceChange& serviceChange() = 0;

    /// Where the account is kept.
    [[nodiscard]] virtual ServiceInfo service() const = 0;
    /// Only with the embedded service: whether other computers of the local network can reach it.
    [[nodiscard]] virtual Status setNetworkVisible(bool) = 0;
};

} // namespace mmm::mesh
