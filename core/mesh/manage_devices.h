#pragma once

#include "mesh/mesh_state.h"

/// What the ceremonies that change devices share.
namespace mmm::mesh {

/// An entry of the device catalog. With membership.mutex held.
[[nodiscard]] Result<schema::CatalogedDevice> readDevice(Membership& member, const std::string& deviceUdf);

/// Now, but at least a second after what was stated before: Updated must not stand still (WIRE E.14).
[[nodiscard]] TimePoint laterThan(const std::optional<TimePoint>& before, TimePoint now);

} // namespace mmm::mesh
