#pragma once

#include "mesh/mesh_state.h"

/// To whom the containers of the account are encrypted (WIRE F.4). With the membership's mutex held, all of
/// it.
namespace mmm::mesh {

/// Whether a container can be marked as what dies with the person: only those whose entries the account's own
/// devices write. Messages come from others, who know but one key of the account, and the applications hold
/// what every device needs.
[[nodiscard]] bool isMarkable(std::string_view container);

/// Whether what is written into the container now dies with the person: its last exchange is to none of the
/// account's keys that are in escrow. So every device that has the frames has the mark too, and a recovered
/// one sees it without being able to read anything.
[[nodiscard]] bool isMortal(Membership& who, std::string_view container);

/// Sets the recipients of what is sent next. None, so that nothing can be sent, while this device lacks the
/// key that the mark asks for.
void settleRecipients(Membership& who, std::string_view container, BytesView hostKey);

} // namespace mmm::mesh
