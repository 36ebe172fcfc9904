#pragma once

#include "service/http_host.h"

#include <boost/asio/ip/address.hpp>
#include <map>
#include <mutex>

namespace mmm::service {

/// Who counts as one peer: an IPv4 address, or the /64 network that one IPv6 subscriber owns whole.
[[nodiscard]] boost::asio::ip::address peerKey(const boost::asio::ip::address& address);

/// What the bodies of requests occupy together. Small ones, which almost all requests are, have room of their
/// own, so that no number of large ones keeps them out; and nobody has all of either. Any thread.
class BodyBudget
{
public:
    explicit BodyBudget(const HttpLimits& limits) : m_limits(limits) {}

    /// What one body occupies; gives it back in the end.
    class Share
    {
    public:
        Share(BodyBudget& budget, const boost::asio::ip::address& peer);
        ~Share();
        Share(const Share&) = delete;
        Share& operator=(const Share&) = delete;
        /// The body has that many octets now. False if that is more than there is room for.
        [[nodiscard]] bool growTo(std::size_t octets);

    private:
        BodyBudget& m_budget;
        const boost::asio::ip::address m_peer;
        std::size_t m_octets = 0;
    };

private:
    struct Pool
    {
        std::size_t octets = 0;
        std::map<boost::asio::ip::address, std::size_t> ofPeers{};
        void add(const boost::asio::ip::address& peer, std::size_t more);
        void remove(const boost::asio::ip::address& peer, std::size_t less);
    };
    Pool& poolFor(std::size_t octets);

    const HttpLimits m_limits;
    std::mutex m_mutex;
    Pool m_small;
    Pool m_large;
};

} // namespace mmm::service
