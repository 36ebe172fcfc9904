#pragma once

#include "mesh/mesh_state.h"

/// Changes that concern the mesh's profiles and its devices' entries at once: a device leaves, a device
/// becomes an administrator. Each is planned as a whole, remembered, and then carried out in steps that may
/// be repeated; one that was interrupted is continued by the sync loop.
namespace mmm::mesh {

/// Keeps the plan. Conflict while another change is under way.
[[nodiscard]] Status planChange(MeshState& state, MeshChange change);

/// Carries out what was planned, or goes on with it; success if nothing was. Conflict if another
/// administration device was first: the plan is then dropped and nothing of it has happened. After any other
/// failure it is still planned.
[[nodiscard]] Status finishChange(MeshState& state, std::stop_token stop);

/// The marks beyond which nothing of a device that leaves counts. With membership.mutex held.
[[nodiscard]] std::vector<schema::ContainerMark> closingMarks(Containers& containers);

} // namespace mmm::mesh
