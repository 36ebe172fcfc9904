#pragma once

#include "dare/envelope.h"

namespace mmm::protocol {

/// An address at which a service was found.
struct KnownEndpoint : encoding::RecordBase
{
    static constexpr std::string_view className = "Endpoint";
    std::string host;
    std::int64_t port = 0;
    std::string portal;
    static constexpr auto fields()
    {
        using K = KnownEndpoint;
        using encoding::field;
        return fieldTable(field("Host", &K::host), field("Port", &K::port), field("Portal", &K::portal));
    }
};

/// Where a service is and what was pinned of it: what whoever talks to it keeps.
struct KnownService : encoding::RecordBase
{
    static constexpr std::string_view className = "Service";
    std::string domain;
    std::vector<KnownEndpoint> endpoints; ///< empty: the DNS is asked
    std::string serviceUdf;               ///< of the ProfileService; once known it never changes
    Bytes tlsKeyDigest;                   ///< pinned TLS key; empty: an authority's certificate
    Bytes hostKey;                        ///< Ed448 key of ProfileHost.KeyAuthentication
    static constexpr auto fields()
    {
        using K = KnownService;
        using encoding::field;
        return fieldTable(field("Domain", &K::domain), field("Endpoints", &K::endpoints),
                          field("ServiceUDF", &K::serviceUdf), field("TlsKeyDigest", &K::tlsKeyDigest),
                          field("HostKey", &K::hostKey));
    }
};

} // namespace mmm::protocol

MMM_RECORD_DECLARED(mmm::protocol::KnownEndpoint)
MMM_RECORD_DECLARED(mmm::protocol::KnownService)
