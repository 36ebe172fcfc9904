#pragma once

#include "service/tls_identity.h"

#include <boost/asio/ssl/context.hpp>
#include <memory>

namespace mmm::service {

/// A server's TLS settings: TLS 1.3 only, HTTP/1.1 only, no early data, no client certificates.
/// TlsFailed if the library refuses the identity.
[[nodiscard]] Result<std::shared_ptr<boost::asio::ssl::context>> makeServerTls(const TlsIdentity& identity);

} // namespace mmm::service
