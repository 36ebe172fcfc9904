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
    /// Who runs a domain decides how long everything there takes, so there is a limit to all of it together.
    static constexpr std::chrono::seconds longestTalk{10};
    /// A service that could not be reached is left alone for so long.
    static constexpr std::chrono::seconds rest{60};

    /// Makes sure that the service of the domain is pinned. Blocks while that service is asked for it.
    [[nodiscard]] Status learn(Storage& storage, const std::string& domain, const std::stop_token& stop);
    /// Sends a Post to the service of the domain, which is pinned if it was not, and keeps what the link has
    /// learnt. Blocks. Gives the fault of the last attempt while the service is left alone.
    [[nodiscard]] Result<protocol::PostResponse> post(Storage& storage, const std::string& domain,
                                                      const protocol::Identity& identity,
                                                      protocol::PostRequest request,
                                                      const std::stop_token& stop);
    /// Keeps what the link has learnt.
    [[nodiscard]] Status remember(Storage& storage, const std::string& domain,
                                  const protocol::ServiceLink& link);

    [[nodiscard]] std::vector<std::string> configuredDomains() const;

private:
    /// The fault for as long as the service is left alone.
    [[nodiscard]] Status checkRested(const std::string& domain);
    /// Leaves the service alone from now on. What ended for want of time is a Timeout.
    [[nodiscard]] tl::unexpected<Error> leaveAlone(const std::string& domain, Error fault,
                                                   const std::stop_token& stop);

    const std::map<std::string, protocol::KnownService> m_configured;
    const protocol::DiscoveryOptions m_discovery;
    const std::shared_ptr<const Clock> m_clock;
    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<protocol::ServiceLink>> m_links;
    struct Failure
    {
        TimePoint until;
        Error fault;
    };
    std::map<std::string, Failure> m_failures;
};

/// Who this service is to others.
[[nodiscard]] protocol::Identity identityOf(const ServiceIdentity& identity);

} // namespace mmm::service
