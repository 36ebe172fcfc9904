#pragma once

#include "service/call.h"

namespace mmm::service {

/// What goes back to the client.
struct Answer
{
    protocol::StatusCode status = protocol::StatusCode::Ok;
    Secret payload; ///< JSON of the response, tagged
};

/// `{"MeshResponse":{…}}` for a failure. About failures of the service itself it says no more than that.
[[nodiscard]] Answer refusal(const Error& error, const Bytes& requestId = {});

/// Reads the request, finds the transaction of that name and does it inside one change of the storage
/// (WIRE G.6), if the caller still is inside it what it was when it proved itself. Sets call.hold instead of
/// an answer if the request is to be held. A suspended account is told so with every answer, and refused what
/// it may not do.
[[nodiscard]] Answer dispatch(Call& call, BytesView payload);

} // namespace mmm::service
