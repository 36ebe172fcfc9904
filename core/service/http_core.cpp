#include "service/http_core.h"

#include "service/http_connection.h"

#include <algorithm>

namespace mmm::service {

bool HttpCore::admit(const boost::asio::ip::address& peer, std::uint64_t listener,
                     std::shared_ptr<HttpConnection> connection)
{
    const std::lock_guard lock(m_mutex);
    const auto key = peerKey(peer);
    const auto counted = m_perAddress.find(key);
    const std::size_t ofPeer = counted == m_perAddress.end() ? 0 : counted->second;
    if (m_isFinishing || m_connections.size() >= m_limits.mostConnections ||
        (!peer.is_loopback() && ofPeer >= m_limits.mostConnectionsPerAddress)) {
        ++refusedConnections;
        return false;
    }
    m_connections.emplace(connection.get(), Entry{connection, listener});
    m_perAddress[key] = ofPeer + 1;
    ++connections;
    return true;
}

void HttpCore::release(const boost::asio::ip::address& peer, const HttpConnection* connection)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_connections.erase(connection) == 0)
            return;
        if (const auto counted = m_perAddress.find(peerKey(peer));
            counted != m_perAddress.end() && --counted->second == 0)
            m_perAddress.erase(counted);
    }
    m_changed.notify_all();
}

std::vector<std::shared_ptr<HttpConnection>> HttpCore::living(std::optional<std::uint64_t> listener) const
{
    std::vector<std::shared_ptr<HttpConnection>> found;
    for (const auto& [key, entry] : m_connections)
        if (!listener || entry.listener == *listener)
            if (auto connection = entry.connection.lock())
                found.push_back(std::move(connection));
    return found;
}

void HttpCore::finishAll()
{
    std::unique_lock lock(m_mutex);
    m_isFinishing = true;
    const auto all = living({});
    lock.unlock();
    for (const auto& connection : all)
        connection->finish();
}

void HttpCore::closeAll()
{
    std::unique_lock lock(m_mutex);
    const auto all = living({});
    lock.unlock();
    for (const auto& connection : all)
        connection->close();
}

void HttpCore::closeAllOf(std::uint64_t listener)
{
    std::unique_lock lock(m_mutex);
    const auto some = living(listener);
    lock.unlock();
    for (const auto& connection : some)
        connection->close();
}

bool HttpCore::waitUntilEmpty(std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, timeout, [this] { return m_connections.empty(); });
}

std::size_t HttpCore::openConnections() const
{
    const std::lock_guard lock(m_mutex);
    return m_connections.size();
}

} // namespace mmm::service
