#pragma once

#include "protocol/endpoint.h"

#include <chrono>
#include <map>
#include <stop_token>

namespace mmm::protocol {

/// One SRV record (RFC 2782).
struct ServiceRecord
{
    std::string target;
    std::uint16_t port = 0;
    std::uint16_t priority = 0;
    std::uint16_t weight = 0;
};

/// What the domain name system says about the Mesh service of a domain.
struct ServiceRecords
{
    std::vector<ServiceRecord> services;
    /// Texts at `_mmm._tcp.<domain>`.
    std::vector<std::string> domainTexts;
    /// Texts at `_mmm._tcp.<target>`, by target; they override those of the domain.
    std::map<std::string, std::vector<std::string>> targetTexts;
};

/// A number from 0 to bound inclusive; all equally likely.
using RandomBelow = std::function<std::uint32_t(std::uint32_t bound)>;

/// The order in which to try the records: by priority, among equals at random by weight (RFC 2782).
[[nodiscard]] std::vector<ServiceRecord> inOrderOfTrial(std::vector<ServiceRecord> records,
                                                        const RandomBelow& random);

/// The endpoints to try, one after the other, each until it answers (next on Offline or on HTTP 404 without a
/// Mesh payload), as WIRE G.2 prescribes. Pure: no network.
///
/// Every endpoint asks for a certificate of the domain itself (or `mmm.<domain>`): without DNSSEC the target
/// of an SRV record proves nothing.
[[nodiscard]] std::vector<Endpoint> endpointsOf(std::string_view domain, const ServiceRecords& records,
                                                const RandomBelow& random);

/// How discover() finds services.
struct DiscoveryOptions
{
    /// Answers for domains (lower case) that are not asked of the domain name system: embedded services,
    /// tests.
    std::map<std::string, std::vector<Endpoint>> known;
    std::chrono::milliseconds timeout = std::chrono::seconds(5);
};

/// The endpoints of the service that holds the accounts `…@domain`.
///
/// Blocks its thread, which needs no running event loop. When the domain name system does not answer in time
/// the fall-back endpoints are returned; they will fail with Offline soon enough. Faults: NameInvalid (not a
/// DNS name), NotFound (the domain says that it has no such service), Cancelled.
[[nodiscard]] Result<std::vector<Endpoint>> discover(std::string_view domain, const DiscoveryOptions& options,
                                                     const std::stop_token& stop = {});

} // namespace mmm::protocol
