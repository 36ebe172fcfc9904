#pragma once

#include "mesh/account_move.h"

/// The account's first service is another one than this device knew, and the former one may be lost.
namespace mmm::mesh {

/// Asks the further services whether one of them is the first now: the account's own profile says so, newer
/// than the one that this device has, and signed by the account and by an administrator of the mesh. True if
/// this device has gone there.
[[nodiscard]] Result<bool> followFurther(MeshState& state, std::stop_token stop);

/// Asks one service, which this device may never have heard of.
[[nodiscard]] Result<bool> followTo(MeshState& state, const FurtherPlace& place, std::stop_token stop);

/// Only asks.
[[nodiscard]] bool isFirstElsewhere(MeshState& state, std::stop_token stop);

/// Makes a further service the first one without asking the one that is it now. Once the new one has the
/// profile, every administration device can do the rest.
[[nodiscard]] Status takeOver(MeshState& state, const FurtherPlace& place, std::stop_token stop);

/// Brings this device and a service together that has not got the last frames of the former one: what it
/// lacks is sent to it, as it is or, where something else has come there, as changes of this device. May be
/// repeated.
[[nodiscard]] Status rejoin(Membership& member, const AccountEnd& end, std::stop_token stop);

} // namespace mmm::mesh
