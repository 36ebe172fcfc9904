#pragma once

#include "mesh/mesh_state.h"
#include "mesh/recovery.h"
#include "mesh/trust_chain.h"

/// The ceremonies of the personal mesh, one file each.
namespace mmm::mesh {

// create.cpp
[[nodiscard]] Status createMesh(MeshState& state, const NewMesh& choice, const Progress& progress,
                                std::stop_token stop);
[[nodiscard]] Status resumeCreation(MeshState& state, const Progress& progress, std::stop_token stop);
[[nodiscard]] Status abandonCreation(MeshState& state, bool evenIfTaken, std::stop_token stop);
/// Forgets this device's keys and all that it has of a mesh, of which no service has heard or hears any more.
[[nodiscard]] Status forgetDraft(MeshState& state);

// delete_account.cpp
/// Deletes the account at its service and notes that nothing of it is to stay here.
[[nodiscard]] Status deleteAccount(MeshState& state, std::stop_token stop);
/// Whether the account of this data folder was deleted and its data are still here.
[[nodiscard]] bool isToBeErased(const LocalRecord& record);
/// Erases keys, containers and an embedded service. To be called before anything of it is opened; may be
/// repeated.
[[nodiscard]] Status eraseDeleted(MeshState& state);

// connect_this.cpp: this device asks
/// Where to look for the service of an offer's account.
[[nodiscard]] ServiceRecord placeOf(const MeshState& state, const ConnectionOffer& offer);
/// The account may be a strong internet name: Contradiction if the service shows one with another fingerprint
/// under that address (WIRE A.12); nothing is asked of that one. NameInvalid for what is no address.
[[nodiscard]] Status requestConnection(MeshState& state, const ConnectionOffer& offer,
                                       const std::string& deviceName, const Progress& progress,
                                       std::stop_token stop);
[[nodiscard]] std::optional<OwnRequest> ownRequest(const MeshState& state);
[[nodiscard]] Result<Stage> awaitConnection(MeshState& state, const Progress& progress, std::stop_token stop);
[[nodiscard]] Status abandonConnection(MeshState& state);

// await_claim.cpp
/// Waits until somebody claims this device, which was made ready in advance; its account and service are
/// known then, and it is connected there. WrongPin if a claim is not proved.
[[nodiscard]] Status awaitClaim(MeshState& state, const Progress& progress, std::stop_token stop);

// preconfigured.cpp
[[nodiscard]] std::unique_ptr<Preconfigured> makePreconfigured(MeshState& state);

// pins.cpp
/// This account, without a PIN, and where its service is.
[[nodiscard]] ConnectionOffer ownOffer(const MeshState& state);
[[nodiscard]] Result<PinOffer> issuePin(MeshState& state, std::chrono::minutes validity,
                                        std::stop_token stop);
[[nodiscard]] Status cancelPin(MeshState& state, const std::string& messageId);

/// How a PIN that a request carries proves itself, and which one it is.
struct PinCheck
{
    PinProof proof = PinProof::None;
    std::string pinMessageId;
    Bytes adminWitness; ///< if the proof is right
    bool isProved = false;
};
/// With membership.mutex held.
[[nodiscard]] PinCheck checkPin(MeshState& state, Membership& membership,
                                const schema::AcknowledgeConnection& message,
                                const schema::RequestConnection& request);

// connect_others.cpp: an administration device decides
[[nodiscard]] Result<std::vector<PendingRequest>> pendingRequests(MeshState& state);
[[nodiscard]] Status decide(MeshState& state, const std::string& messageId, bool accept,
                            std::stop_token stop);
/// Accepts the requests whose PIN proves itself, without anybody being asked.
/// The entry of a device that is to be connected. With member.mutex held, by an administration device.
[[nodiscard]] Result<schema::CatalogedDevice> entryFor(MeshState& state, const Membership& member,
                                                       const schema::Verified<schema::ProfileDevice>& device);
[[nodiscard]] Status acceptProvedRequests(MeshState& state, std::stop_token stop);

// manage_devices.cpp
[[nodiscard]] Result<std::vector<DeviceInfo>> listDevices(MeshState& state);
[[nodiscard]] Status renameDevice(MeshState& state, const std::string& deviceUdf, const std::string& name);
[[nodiscard]] Status grantAdministration(MeshState& state, const std::string& deviceUdf,
                                         std::stop_token stop);

// disconnect.cpp
[[nodiscard]] Status disconnectDevice(MeshState& state, const std::string& deviceUdf, std::stop_token stop);

// recover_this.cpp: a device that has nothing
[[nodiscard]] Status recoverMesh(MeshState& state, const RecoverMesh& choice, const Progress& progress,
                                 std::stop_token stop);

// recovery.cpp
[[nodiscard]] std::unique_ptr<Recovery> makeRecovery(MeshState& state);

// inheritance.cpp
[[nodiscard]] std::unique_ptr<Inheritance> makeInheritance(MeshState& state);
/// Where something dies with the person, every device has the key for it: an administration device sees to
/// that.
[[nodiscard]] Status alignInheritance(MeshState& state, std::stop_token stop);

// published_files.cpp
[[nodiscard]] std::unique_ptr<PublishedFiles> makePublishedFiles(MeshState& state);

// trust_chain.cpp: calls `written` when there is something to send
[[nodiscard]] std::unique_ptr<TrustChain> makeTrustChain(MeshState& state, std::function<void()> written);

// message_list.cpp
[[nodiscard]] Result<std::vector<MessageInfo>> listMessages(MeshState& state, bool isInbox,
                                                            bool isDeleted = false);
[[nodiscard]] Status markMessages(MeshState& state, const std::vector<std::string>& messageIds,
                                  MessageState messageState);

} // namespace mmm::mesh
