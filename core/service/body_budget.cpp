#include "service/body_budget.h"

#include <algorithm>

namespace mmm::service {

boost::asio::ip::address peerKey(const boost::asio::ip::address& address)
{
    if (!address.is_v6())
        return address;
    auto octets = address.to_v6().to_bytes();
    std::fill(octets.begin() + 8, octets.end(), 0);
    return boost::asio::ip::address_v6(octets);
}

void BodyBudget::Pool::add(const boost::asio::ip::address& peer, std::size_t more)
{
    octets += more;
    ofPeers[peer] += more;
}

void BodyBudget::Pool::remove(const boost::asio::ip::address& peer, std::size_t less)
{
    if (less == 0)
        return;
    octets -= less;
    const auto ofPeer = ofPeers.find(peer);
    ofPeer->second -= less;
    if (ofPeer->second == 0)
        ofPeers.erase(ofPeer);
}

BodyBudget::Pool& BodyBudget::poolFor(std::size_t octets)
{
    return octets <= m_limits.smallBodyBytes ? m_small : m_large;
}

BodyBudget::Share::Share(BodyBudget& budget, const boost::asio::ip::address& peer)
    : m_budget(budget),
      m_peer(peer.is_loopback() ? peer : peerKey(peer))
{}

BodyBudget::Share::~Share()
{
    const std::scoped_lock lock(m_budget.m_mutex);
    m_budget.poolFor(m_octets).remove(m_peer, m_octets);
}

bool BodyBudget::Share::growTo(std::size_t octets)
{
    const HttpLimits& limits = m_budget.m_limits;
    const std::scoped_lock lock(m_budget.m_mutex);
    Pool& before = m_budget.poolFor(m_octets);
    Pool& after = m_budget.poolFor(octets);
    const bool isSmall = &after == &m_budget.m_small;
    const std::size_t most = isSmall ? limits.mostSmallBytesInFlight : limits.mostBytesInFlight;
    // the largest body must get through
    const std::size_t mostOfPeer = isSmall ? limits.mostSmallBytesInFlight / 4
                                           : std::max(limits.mostBytesInFlight / 2, limits.mostBodyBytes);
    before.remove(m_peer, m_octets);
    m_octets = 0;
    const auto ofPeer = after.ofPeers.find(m_peer);
    const std::size_t present = ofPeer == after.ofPeers.end() ? 0 : ofPeer->second;
    // behind the loopback address there may be many, such as those whom a proxy speaks for
    if (after.octets + octets > most || (!m_peer.is_loopback() && present + octets > mostOfPeer))
        return false;
    if (octets > 0)
        after.add(m_peer, octets);
    m_octets = octets;
    return true;
}

} // namespace mmm::service
