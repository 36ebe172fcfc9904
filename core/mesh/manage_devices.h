#pragma once

#include "mesh/device_entry.h"
#include "mesh/mesh_state.h"

/// What the ceremonies that change devices share.
namespace mmm::mesh {

/// An entry of the device catalog. With membership.mutex held.
[[nodiscard]] Result<schema::CatalogedDevice> readDevice(Membership& member, const std::string& deviceUdf);

/// Now, but at least a second after what was stated before: Updated must not stand still (WIRE E.14).
[[nodiscard]] TimePoint laterThan(const std::optional<TimePoint>& before, TimePoint now);

/// The account's profile under renewed keys, signed by the account's own key and by an administration key: a
/// leaving administration device knew the former.
[[nodiscard]] Result<dare::Envelope> renewedAccount(const MeshState& state, const dare::Envelope& present,
                                                    const RenewedKeys& keys);

} // namespace mmm::mesh
