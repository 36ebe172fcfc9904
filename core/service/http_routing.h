#pragma once

#include "service/http_connection.h"

#include <string_view>

namespace mmm::service {

using HttpMessage = boost::beast::http::request<OctetsBody>;

/// Why the request is refused on its header alone, before a body is read; empty if it is not.
[[nodiscard]] std::optional<HttpResponse> checkHeader(const HttpMessage& request);

/// The one method that the request's path allows; empty for a path that does not exist.
[[nodiscard]] std::string_view allowedMethod(const HttpMessage& request);

/// Whether the client waits for leave to send the body.
[[nodiscard]] bool expectsContinue(const HttpMessage& request);

/// Hands a complete request that passed checkHeader to the handler of its path.
void route(const HttpCore& core, HttpMessage& request, std::string remoteAddress,
           std::shared_ptr<Reply> reply);

} // namespace mmm::service
