#pragma once

#include "service/call.h"

namespace mmm::service {

/// What goes back to the client.
struct Answer
{
    protocol::StatusCode status = protocol::StatusCode::Ok;
    Secret payload; ///< JSON of the response, tagged
};

/// The status that stands for a fault (WIRE G.3.2). Faults of the service itself are 500 and say no more.
[[nodiscard]] protocol::StatusCode statusOf(Fault fault);

/// `{"MeshResponse":{…}}` for a failure.
[[nodiscard]] Answer refusal(const Error& error, const Bytes& requestId = {});

/// Reads the request, finds the transaction of that name and does it inside one change of the storage
/// (WIRE G.6). Sets call.hold instead of an answer if the request is to be held.
[[nodiscard]] Answer dispatch(Call& call, BytesView payload);

} // namespace mmm::service
