#pragma once

#include "base/bytes.h"
#include "base/error.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mmm::protocol {

/// The path of a Mesh service (SEC03 "Service Prefix") and the default of the discovery draft (WIRE G.1,
/// G.2).
inline constexpr std::string_view kMeshPath = "/.well-known/mmm";
inline constexpr std::string_view kMeshPathDiscovery = "/.well-known/srv/mmm";
/// Where opaque envelopes are fetched by identifier, in both forms (WIRE A.8.1); the identifier follows.
inline constexpr std::string_view kUdfPath = "/.well-known/mmm-udf/";
inline constexpr std::string_view kUdfPathDiscovery = "/.well-known/srv/mmm-udf/";

/// Where a service is reached: one DNS name or address, port and path. A plain value.
struct Endpoint
{
    /// DNS name, or an IP address literal (IPv6 without brackets).
    std::string host = {};
    std::uint16_t port = 443;
    std::string path = std::string(kMeshPath);
    /// The portal's DNS name when it differs from host: sent as Host and in the TLS handshake, and the name
    /// that the certificate must carry. Empty: host.
    std::string hostHeader = {};
    /// Further names of which the certificate may carry one instead (WIRE G.2: `mmm.<domain>`).
    std::vector<std::string> alsoNamed = {};

    friend bool operator==(const Endpoint&, const Endpoint&) = default;

    /// The portal's name as both ends put it into the request authenticator (WIRE G.4.1): lower case, no
    /// port, no brackets.
    [[nodiscard]] std::string portalName() const;
    /// The value of the Host header.
    [[nodiscard]] std::string hostField() const;
    /// `https://host:port/path`; for messages and logs, too.
    [[nodiscard]] std::string url(std::string_view scheme = "https") const;
};

/// The name in a Host header: lower case, without port and brackets. Malformed unless it is a DNS name or an
/// IP address literal with an optional port.
[[nodiscard]] Result<std::string> nameOfHostField(std::string_view field);

/// Whether the text is a DNS name in letters, digits and hyphens (an IDN in its ASCII form); at most 253
/// octets.
[[nodiscard]] bool isDnsName(std::string_view text);

/// Whether the text is an IPv4 or IPv6 address literal (no brackets, a zone is allowed).
[[nodiscard]] bool isAddressLiteral(std::string_view text);

} // namespace mmm::protocol
