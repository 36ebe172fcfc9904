#pragma once

#include "mesh/mesh_state.h"

/// What passes between this device's containers and the service (WIRE F.8, G.8.3–5).
namespace mmm::mesh {

/// Fetches what a container lacks, verifies it and takes it in. What is wrong with the service's frames is
/// told to the observers and returned as the finding's fault; what was there stays usable.
[[nodiscard]] Status download(MeshState& state, const std::string& container, std::stop_token stop,
                              const std::function<void(double)>& progress = {});

/// Signs and sends what waits in a container; fetches first if the service has moved on. Success if nothing
/// waits any more but conflicts.
[[nodiscard]] Status upload(MeshState& state, const std::string& container, std::stop_token stop);

/// All containers, the device catalog first: uploads, then what `status` says is new. Says whether anything
/// came in.
[[nodiscard]] Status uploadAll(MeshState& state, std::stop_token stop);
[[nodiscard]] Result<std::vector<std::string>> downloadAll(MeshState& state,
                                                           const protocol::StatusResponse& status,
                                                           std::stop_token stop,
                                                           const std::function<void(double)>& progress = {});

/// Asks how things stand. With `hold` the service answers when something changes, or after that time.
[[nodiscard]] Result<protocol::StatusResponse> askStatus(MeshState& state, std::chrono::seconds hold,
                                                         std::stop_token stop);

/// Draws the consequences of new frames in the device catalog and of a new mesh profile: who may write, this
/// device's own keys, whether it is still connected. Disconnected if it is not.
[[nodiscard]] Status takeUpDevices(MeshState& state, const protocol::StatusResponse* status,
                                   std::stop_token stop);

} // namespace mmm::mesh
