#pragma once

#include "base/error.h"
#include "protocol/endpoint.h"

#include <QString>
#include <optional>

namespace mmm::desktop {

/// What is wrong with the name before the @ of an account; empty if nothing is. The service may know more.
[[nodiscard]] QString accountNameError(const QString& name);

/// "host", "host:port", "[address]:port"; none if it is not one of these.
[[nodiscard]] std::optional<protocol::Endpoint> endpointOf(const QString& address);

/// What is wrong with such an address; empty if nothing is, or nothing was entered.
[[nodiscard]] QString serviceAddressError(const QString& address);

} // namespace mmm::desktop
