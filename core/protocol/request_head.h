#pragma once

#include "base/bytes.h"
#include "base/error.h"

namespace mmm::protocol {

/// An envelope in JSON as a peer has sent it, with an empty body in place of its own: enough to see from whom
/// it claims to be, before anything large is read. The body is passed over and neither checked nor copied;
/// what is left has still to be parsed.
///
/// Malformed for what is no list of a header, a body, and perhaps a trailer; TooLarge if what is left would
/// be longer than that.
[[nodiscard]] Result<Bytes> withoutBody(BytesView envelope, std::size_t most);

} // namespace mmm::protocol
