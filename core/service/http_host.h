#pragma once

#include "protocol/endpoint.h"
#include "service/http_message.h"
#include "service/tls_identity.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace mmm::service {

/// An address to listen on.
struct ListenAddress
{
    /// IPv4 or IPv6 literal; `0.0.0.0` and `::` stand for all addresses of that family.
    std::string address;
    /// 0: any free port; the same one for all addresses of a host where that is possible.
    std::uint16_t port = 0;
    /// The host starts even when this address does not exist here (a computer without IPv6).
    bool isOptional = false;
};

/// Limits that keep one peer, or many, from occupying the service (WIRE G.1). Times are upper bounds.
struct HttpLimits
{
    /// A request's body: 1 MiB and what ConstraintsUpdate.BytesMax announces.
    std::size_t mostBodyBytes = (1u << 20) + (4u << 20);
    std::size_t mostHeaderBytes = 8u << 10;
    /// Bodies of all requests together; beyond it requests are answered 503. Half of it, or one largest body,
    /// for one IPv4 address or one IPv6 /64 network; loopback excepted.
    std::size_t mostBytesInFlight = 128u << 20;
    /// Bodies up to this size are counted apart, a quarter for one address or network.
    std::size_t smallBodyBytes = 1u << 20;
    std::size_t mostSmallBytesInFlight = 64u << 20;
    std::size_t mostConnections = 1024;
    /// From one IPv4 address or one IPv6 /64 network; loopback excepted.
    std::size_t mostConnectionsPerAddress = 64;

    std::chrono::milliseconds handshake = std::chrono::seconds(10);
    std::chrono::milliseconds header = std::chrono::seconds(10);
    /// For taking an answer; longer by what its size needs at slowestBytesPerSecond. For a body as well, and
    /// again each time that so much of it has come as that speed brings in this time.
    std::chrono::milliseconds transfer = std::chrono::seconds(30);
    std::size_t slowestBytesPerSecond = 8u << 10;
    /// Between two requests of a connection.
    std::chrono::milliseconds idle = std::chrono::seconds(90);
    /// For the handler's answer; longer than any request is held.
    std::chrono::milliseconds answer = std::chrono::minutes(6);
};

struct HttpHostOptions
{
    std::vector<ListenAddress> addresses = {{"127.0.0.1"}, {"::1", 0, true}};
    /// Threads that serve connections. One carries thousands of requests a second.
    unsigned threads = 1;
    HttpLimits limits = {};
};

/// What a host has done since its start.
struct HttpHostCounters
{
    std::uint64_t connections = 0;        ///< accepted
    std::uint64_t refusedConnections = 0; ///< over a limit
    std::uint64_t failedHandshakes = 0;   ///< not TLS 1.3, or broken off
    std::uint64_t requests = 0;           ///< handed to a handler
    std::uint64_t rejectedRequests = 0;   ///< answered with an error before that
    std::uint64_t abandonedRequests = 0;  ///< the peer left before the answer
    std::uint64_t openConnections = 0;    ///< now
};

/// Speaks HTTP/1.1 over TLS 1.3 to clients and hands their requests to a handler (WIRE G.1, A.8.1).
///
/// Works on threads of its own; handlers are called there. All functions may be called from any other thread.
/// What a peer sends cannot make it fail: it is limited in size, time and number, and answered or cut off.
class HttpHost
{
public:
    /// Listens on the addresses and serves until stop(). `udfHandler` may be empty: 404 for all its paths.
    /// Faults: InUse (port taken), NotFound (no such address here), NotAuthorised (port not allowed to this
    /// user), Malformed (not an address), TlsFailed (an identity that the TLS library refuses), Io.
    [[nodiscard]] static Result<std::unique_ptr<HttpHost>> start(HttpHostOptions options,
                                                                 const TlsIdentity& identity,
                                                                 HttpHandler meshHandler,
                                                                 UdfHandler udfHandler = {});

    /// Stops with a grace of one second unless stopped already.
    ~HttpHost();
    HttpHost(const HttpHost&) = delete;
    HttpHost& operator=(const HttpHost&) = delete;

    /// The addresses and ports listened on, with the path of the Mesh.
    [[nodiscard]] std::vector<protocol::Endpoint> listening() const;

    /// Listens on a further address. Faults as for start.
    [[nodiscard]] Result<protocol::Endpoint> addListener(const ListenAddress& address);
    /// Stops listening there and closes the connections that came that way. NotFound if nothing listens
    /// there.
    [[nodiscard]] Status removeListener(const protocol::Endpoint& endpoint);

    /// Takes no more connections, lets requests in hand be answered for up to `grace`, then closes what is
    /// left. Requests that are being held should be answered by their holder first. Blocks; not from a
    /// handler.
    void stop(std::chrono::milliseconds grace);

    [[nodiscard]] HttpHostCounters counters() const;

private:
    struct Private;
    explicit HttpHost(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace mmm::service
