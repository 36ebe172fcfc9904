#pragma once

#include "mesh/applications.h"
#include "mesh/mesh_state.h"

#include <memory>

/// The keys that devices have for applications (WIRE F.3). An administration device gives each connected
/// device an overlay for each profile, in its activation, and publishes the resulting keys in the profile's
/// entry, each accredited by a ConnectionApplication. What is there is brought in line with the devices: so a
/// further device gets its key, and that of a device which left goes.
namespace mmm::mesh {

/// What is written is sent with the next exchange. On other than administration devices nothing happens.
/// Does not use the network.
[[nodiscard]] Status alignApplications(MeshState& state, std::stop_token stop);

[[nodiscard]] std::unique_ptr<Applications> makeApplications(MeshState& state);

} // namespace mmm::mesh
