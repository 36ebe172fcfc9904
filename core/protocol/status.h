#pragma once

#include "protocol/transactions.h"

/// How failures travel: the service turns a fault into a status and a detail, the client turns them back
/// (WIRE G.3.2). One table for both ends.
namespace mmm::protocol {

/// The status that stands for a fault. Faults of the service itself are 500.
[[nodiscard]] StatusCode statusOf(Fault fault);

/// What tells the fault from others of the same status; None if the status says enough.
[[nodiscard]] StatusDetail detailOf(Fault fault);

/// The fault that a response of status 300 or more means.
[[nodiscard]] Error faultOf(const Response& response);

} // namespace mmm::protocol
