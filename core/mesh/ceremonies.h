#pragma once

#include "mesh/mesh_state.h"
#include "mesh/recovery.h"

/// The ceremonies of the personal mesh, one file each.
namespace mmm::mesh {

// create.cpp
[[nodiscard]] Status createMesh(MeshState& state, const NewMesh& choice, const Progress& progress,
                                std::stop_token stop);

// connect_this.cpp: this device asks
/// Where to look for the service of an offer's account.
[[nodiscard]] ServiceRecord placeOf(const MeshState& state, const ConnectionOffer& offer);
[[nodiscard]] Status requestConnection(MeshState& state, const ConnectionOffer& offer,
                                       const std::string& deviceName, const Progress& progress,
                                       std::stop_token stop);
[[nodiscard]] std::optional<OwnRequest> ownRequest(const MeshState& state);
[[nodiscard]] Result<Stage> awaitConnection(MeshState& state, const Progress& progress, std::stop_token stop);
[[nodiscard]] Status abandonConnection(MeshState& state);

// pins.cpp
[[nodiscard]] Result<PinOffer> issuePin(MeshState& state, std::chrono::minutes validity);
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

// message_list.cpp
[[nodiscard]] Result<std::vector<MessageInfo>> listMessages(MeshState& state, bool isInbox);
[[nodiscard]] Status markMessage(MeshState& state, const std::string& messageId, MessageState messageState);

} // namespace mmm::mesh
