#pragma once

#include "service/body_budget.h"
#include "service/http_host.h"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <condition_variable>
#include <map>
#include <mutex>
#include <unordered_map>

namespace mmm::service {

class HttpConnection;

/// What the connections of a host share. Outlives the host as long as somebody holds a reply.
class HttpCore
{
public:
    HttpCore(HttpLimits limits, std::shared_ptr<boost::asio::ssl::context> tls, HttpHandler mesh,
             UdfHandler udf)
        : bodies(limits),
          m_limits(limits),
          m_tls(std::move(tls)),
          m_meshHandler(std::move(mesh)),
          m_udfHandler(std::move(udf))
    {}

    boost::asio::io_context& io() { return m_io; }
    const HttpLimits& limits() const { return m_limits; }
    boost::asio::ssl::context& tls() { return *m_tls; }
    const HttpHandler& meshHandler() const { return m_meshHandler; }
    const UdfHandler& udfHandler() const { return m_udfHandler; }

    /// Takes the connection in, or returns false when one of the limits on their number is reached.
    bool admit(const boost::asio::ip::address& peer, std::uint64_t listener,
               std::shared_ptr<HttpConnection> connection);
    /// The connection has come to its end.
    void release(const boost::asio::ip::address& peer, const HttpConnection* connection);

    /// Asks all connections to end after the request in hand.
    void finishAll();
    /// Ends all connections, or those of one listener, now.
    void closeAll();
    void closeAllOf(std::uint64_t listener);
    /// Waits until there is no connection; false if the time was not enough.
    bool waitUntilEmpty(std::chrono::milliseconds timeout);

    std::atomic<std::uint64_t> connections = 0;
    std::atomic<std::uint64_t> refusedConnections = 0;
    std::atomic<std::uint64_t> failedHandshakes = 0;
    std::atomic<std::uint64_t> requests = 0;
    std::atomic<std::uint64_t> rejectedRequests = 0;
    std::atomic<std::uint64_t> abandonedRequests = 0;
    BodyBudget bodies;
    std::size_t openConnections() const;

private:
    struct Entry
    {
        std::weak_ptr<HttpConnection> connection;
        std::uint64_t listener;
    };

    std::vector<std::shared_ptr<HttpConnection>> living(std::optional<std::uint64_t> listener) const;

    boost::asio::io_context m_io;
    const HttpLimits m_limits;
    const std::shared_ptr<boost::asio::ssl::context> m_tls;
    const HttpHandler m_meshHandler;
    const UdfHandler m_udfHandler;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::unordered_map<const HttpConnection*, Entry> m_connections;
    std::map<boost::asio::ip::address, std::size_t> m_perAddress;
    bool m_isFinishing = false;
};

} // namespace mmm::service
