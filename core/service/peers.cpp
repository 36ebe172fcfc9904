#include "service/peers.h"

#include "protocol/time_limit.h"
#include "service/transactions.h"

namespace mmm::service {

namespace {

constexpr std::size_t mostLinks = 1000;
constexpr std::chrono::seconds patience{5}; // WIRE G.1: of a Post between services

bool isUnreachable(Fault fault)
{
    return fault == Fault::Offline || fault == Fault::Timeout || fault == Fault::TlsFailed ||
           fault == Fault::Cancelled;
}

std::string nameOf(const std::string& domain)
{
    return "domain " + domain;
}

Result<std::optional<protocol::KnownService>> stored(Storage& storage, const std::string& domain)
{
    MMM_TRY(const auto json, storage.peer(nameOf(domain)));
    if (!json)
        return std::nullopt;
    MMM_TRY(protocol::KnownService known, encoding::fromJson<protocol::KnownService>(*json));
    return known;
}

} // namespace

PeerBook::PeerBook(std::map<std::string, protocol::KnownService> configured,
                   protocol::DiscoveryOptions discovery, std::shared_ptr<const Clock> clock)
    : m_configured(std::move(configured)),
      m_discovery(std::move(discovery)),
      m_clock(std::move(clock))
{}

Result<std::shared_ptr<protocol::ServiceLink>> PeerBook::link(Storage& storage, const std::string& domain)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto found = m_links.find(domain); found != m_links.end())
            return found->second;
    }
    MMM_TRY(const auto pinned, stored(storage, domain));
    protocol::KnownService known = pinned.value_or(protocol::KnownService());
    known.domain = domain;
    if (const auto configured = m_configured.find(domain); configured != m_configured.end()) {
        known.endpoints = configured->second.endpoints;
        // the operator knows best, also when a service has a new identity
        if (!configured->second.serviceUdf.empty() && configured->second.serviceUdf != known.serviceUdf) {
            known.serviceUdf = configured->second.serviceUdf;
            known.hostKey.clear();
            known.tlsKeyDigest.clear();
        }
    }
    auto link = std::make_shared<protocol::ServiceLink>(std::move(known), m_discovery, m_clock);
    const std::scoped_lock lock(m_mutex);
    if (m_links.size() >= mostLinks)
        m_links.clear();
    return m_links.try_emplace(domain, std::move(link)).first->second;
}

Status PeerBook::checkRested(const std::string& domain)
{
    const TimePoint now = m_clock->now();
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_failures, [now](const auto& entry) { return entry.second.until <= now; });
    const auto found = m_failures.find(domain);
    return found == m_failures.end() ? Status() : tl::unexpected<Error>(found->second.fault);
}

tl::unexpected<Error> PeerBook::leaveAlone(const std::string& domain, Error fault,
                                           const std::stop_token& stop)
{
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    if (fault.fault == Fault::Cancelled)
        fault = {Fault::Timeout, "the other service takes too long"};
    const std::scoped_lock lock(m_mutex);
    if (m_failures.size() < mostLinks)
        m_failures.insert_or_assign(domain, Failure{m_clock->now() + rest, fault});
    return tl::unexpected<Error>(std::move(fault));
}

Status PeerBook::learn(Storage& storage, const std::string& domain, const std::stop_token& stop)
{
    MMM_TRY(const auto way, link(storage, domain));
    if (!way->record().hostKey.empty())
        return {};
    MMM_CHECK(checkRested(domain));
    const protocol::TimeLimit limit(longestTalk, stop);
    const auto hello = way->hello(limit.token(), patience);
    if (!hello)
        return leaveAlone(domain, hello.error(), stop);
    return remember(storage, domain, *way);
}

Result<protocol::PostResponse> PeerBook::post(Storage& storage, const std::string& domain,
                                              const protocol::Identity& identity,
                                              protocol::PostRequest request, const std::stop_token& stop)
{
    MMM_CHECK(checkRested(domain));
    MMM_CHECK(learn(storage, domain, stop));
    MMM_TRY(const auto way, link(storage, domain));
    const protocol::TimeLimit limit(longestTalk, stop);
    auto response =
        way->transact<protocol::PostResponse>(identity, std::move(request), limit.token(), patience);
    MMM_CHECK(remember(storage, domain, *way));
    if (!response && isUnreachable(response.error().fault))
        return leaveAlone(domain, response.error(), stop);
    return response;
}

Status PeerBook::remember(Storage& storage, const std::string& domain, const protocol::ServiceLink& link)
{
    const Secret json = encoding::toJson(link.record());
    MMM_TRY(const auto before, storage.peer(nameOf(domain)));
    return before && std::ranges::equal(*before, json.view()) ? Status()
                                                              : storage.putPeer(nameOf(domain), json);
}

std::vector<std::string> PeerBook::configuredDomains() const
{
    std::vector<std::string> domains;
    for (const auto& [domain, service] : m_configured)
        domains.push_back(domain);
    return domains;
}

protocol::Identity identityOf(const ServiceIdentity& identity)
{
    return {identity.hostAuthentication,
            {{"ProfileHost", identity.profileHost},
             {"ConnectionHost", identity.connectionHost},
             {"ProfileService", identity.profileService}}};
}

bool isServiceOf(Call& call, const std::string& domain, const std::string& serviceUdf)
{
    const auto known = stored(call.storage, asciiLower(domain));
    return known && *known && !serviceUdf.empty() && (*known)->serviceUdf == serviceUdf;
}

} // namespace mmm::service
