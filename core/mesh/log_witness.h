#pragma once

#include "mesh/mesh_state.h"
#include "protocol/notary_token.h"

/// The service's word about its log as others were given it, in ways that the service cannot touch: in what
/// an administration device seals for one that it connects, and in person, from screen to camera (security 03
/// §7.1.7, WIRE G.7.5). It is kept among the statements that devices show each other (service_log.h), so that
/// a contradiction is found out whenever it shows, and on all devices.
namespace mmm::mesh {

/// What the service stated last to this device, as a token; nothing if that does not fit into one or it never
/// stated anything.
[[nodiscard]] std::optional<protocol::NotaryToken> newestToken(const MeshState& state);
/// The same as text, or else what was there before: for profiles that are made or made anew. Not for that of
/// the mesh, which the services of all accounts of the person get: it would tell one of them of another.
[[nodiscard]] std::string notaryTokenFor(const MeshState& state, std::string before = {});

[[nodiscard]] Result<LogCodeText> showLog(MeshState& state, std::stop_token stop);
[[nodiscard]] Result<LogComparison> compareLog(MeshState& state, std::string_view code, std::stop_token stop);

/// What the administration device sealed for this one when it connected it: the service's word is taken among
/// the statements, and how far the device catalog was is noted with it. Once; success if there is nothing.
/// To be called when the catalogs have come.
[[nodiscard]] Status noteConnection(MeshState& state);

/// Whether the device catalog continues what it was when this device was connected: RolledBack or Forked if
/// not. With member.mutex held.
[[nodiscard]] Status checkDevices(Membership& member, const std::string& ownUdf,
                                  const std::string& serviceUdf);
/// Forgets how far it was. With member.mutex held.
[[nodiscard]] Status acceptDevices(Membership& member, const std::string& ownUdf);

} // namespace mmm::mesh
