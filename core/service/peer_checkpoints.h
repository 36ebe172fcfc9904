#pragma once

#include "protocol/portal_transactions.h"
#include "service/peers.h"

namespace mmm::service {

/// Asks another service for its last checkpoint and enrols it in the log of this one, so that neither can
/// tell a different story later without the other's log showing it (WIRE G.7.5). A checkpoint that does not
/// fit the one before is not enrolled but logged as an incident. Blocks while the other service is asked.
[[nodiscard]] Status enrolCheckpoint(Call& call, PeerBook& peers, const std::string& domain,
                                     const std::stop_token& stop);

/// The last ones enrolled.
[[nodiscard]] Result<std::vector<protocol::PeerCheckpoint>> enrolledCheckpoints(Storage& storage);

} // namespace mmm::service
