#pragma once

#include "mesh/mesh_state.h"

/// Where the account says that it is: in its own profile, in the entries of its devices and on the person's
/// card (WIRE E.12.3). The address at its first service, with which all devices exchange, comes first.
namespace mmm::mesh {

/// The account's profile with other addresses, as good as the one of before: signed by the account's own key
/// and by an administration key.
[[nodiscard]] Result<dare::Envelope> withAddresses(const dare::Envelope& present,
                                                   const AdministrationKeys& keys,
                                                   std::vector<std::string> addresses, TimePoint updated);

/// The entries of all devices with another profile of the account, and with its first address; keys and
/// rights stay. With member.mutex held.
[[nodiscard]] Result<MeshChange> entriesWith(const MeshState& state, Membership& member,
                                             const dare::Envelope& profile, const std::string& address);

/// Writes every contact again, under the keys of all services that shall read whose messages to take (WIRE
/// F.4). With member.mutex held.
[[nodiscard]] Status writeContactsAnew(Membership& member);

/// Puts `addresses` where the card names the account, in place of those and of `gone`. A card that does not
/// name it stays as it is. With member.mutex held.
[[nodiscard]] Status nameOnCard(MeshState& state, Membership& member,
                                const std::vector<std::string>& addresses,
                                const std::vector<std::string>& gone);

} // namespace mmm::mesh
