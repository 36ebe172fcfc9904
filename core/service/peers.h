#pragma once

#include "protocol/service_link.h"
#include "service/call.h"

namespace mmm::service {

/// The other services that this one talks to, by the domain of their accounts. A service is pinned by its
/// ProfileService when it is first met (WIRE G.2, F.6). May be used from any thread.
class PeerBook
{
public:
    /// `configured`: services that the operator names instead of asking the DNS; with a fingerprint they are
    /// believed on that, otherwise on first use.
    PeerBook(std::map<std::string, protocol::KnownService> configured, protocol::DiscoveryOptions discovery,
             std::shared_ptr<const Clock> clock);

    /// The way to the service of a domain; what is known of it comes from the storage.
    [[nodiscard]] Result<std::shared_ptr<protocol::ServiceLink>> link(Storage& storage,
                                                                      const std::string& domain);
    /// Makes sure that the service of the domain is pinned, and gives its fingerprint. Blocks while that
    /// service is asked for it.
    [[nodiscard]] Result<std::string> learn(Storage& storage, const std::string& domain,
                                            const std::stop_token& stop = {});
    /// Keeps what the link has learnt.
    [[nodiscard]] Status remember(Storage& storage, const std::string& domain,
                                  const protocol::ServiceLink& link);

    [[nodiscard]] std::vector<std::string> configuredDomains() const;

private:
    const std::map<std::string, protocol::KnownService> m_configured;
    const protocol::DiscoveryOptions m_discovery;
    const std::shared_ptr<const Clock> m_clock;
    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<protocol::ServiceLink>> m_links;
};

/// Who this service is to others.
[[nodiscard]] protocol::Identity identityOf(const ServiceIdentity& identity);

} // namespace mmm::service
