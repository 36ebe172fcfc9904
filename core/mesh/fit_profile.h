#pragma once

#include "mesh/account_place.h"

/// What the account says of itself follows from where it is.
namespace mmm::mesh {

/// The word about the account's place in the catalog is what shall be. Here its profile, the entries of its
/// devices, the contacts and the card are made to fit: after a further service was added, and where the first
/// service has changed and whoever did that came no further. An administration device does so along with the
/// exchange; nothing is done while another change is under way.
[[nodiscard]] Status fitProfile(MeshState& state, std::stop_token stop);

/// The same for a word that is new: it is put into the catalog first, together with what the contacts and
/// devices hear. `gone` are addresses that are none any more.
[[nodiscard]] Status tellAll(MeshState& state, const AccountPlace& place, const dare::Envelope& profile,
                             const std::vector<std::string>& gone, std::stop_token stop);

/// The account's profile with the addresses of that place, newer than the present one.
[[nodiscard]] Result<dare::Envelope> profileAt(MeshState& state, const AccountPlace& place);
/// The same as a service gets it for whom it is too early: as old as the present one, so that the one above
/// takes its place, also within a second.
[[nodiscard]] Result<dare::Envelope> announcedAt(MeshState& state, const AccountPlace& place);

/// All addresses that the account has, the first service's first.
[[nodiscard]] std::vector<std::string> addressesOf(const AccountPlace& place);

/// The word as it stands, or as it would be if nobody has said one so far; to be changed and said again.
[[nodiscard]] AccountPlace presentPlace(MeshState& state, Membership& member);

} // namespace mmm::mesh
