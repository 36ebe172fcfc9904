#pragma once

#include "mesh/account_move.h"

/// Messages that come to a service which is not the account's first one: it keeps them apart, in a spool that
/// no device writes, so that its other containers stay copies (WIRE E.12.3).
namespace mmm::mesh {

/// Brings what has come there since a frame over to the account's first service; `next` hears how many frames
/// are dealt with, after each. A message that was brought before, by whichever device, is not brought again.
[[nodiscard]] Status bringLate(Membership& member, const AccountEnd& from, const AccountEnd& to,
                               std::int64_t firstFrame, const std::function<Status(std::int64_t)>& next,
                               std::stop_token stop);

/// Whether a service has forgotten the account, so that nothing comes there any more.
[[nodiscard]] bool isGone(Fault fault);

} // namespace mmm::mesh
