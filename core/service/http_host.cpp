#include "service/http_host.h"

#include "service/http_connection.h"
#include "service/tls_context.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#include <thread>

#ifndef _WIN32
#include <fcntl.h>
#endif

namespace mmm::service {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using namespace std::chrono_literals;

struct HttpListener
{
    explicit HttpListener(asio::io_context& io) : acceptor(asio::make_strand(io)) {}

    tcp::acceptor acceptor;
    std::uint64_t number = 0;
    protocol::Endpoint endpoint;
};

namespace {

constexpr auto awaiting = asio::as_tuple(asio::use_awaitable);

Fault faultOf(const error_code& error)
{
    if (error == asio::error::address_in_use)
        return Fault::InUse;
    if (error == asio::error::access_denied)
        return Fault::NotAuthorised;
    if (error == boost::system::errc::address_not_available ||
        error == asio::error::address_family_not_supported)
        return Fault::NotFound;
    return Fault::Io;
}

/// A program that this one starts would otherwise hold the port even after we are gone.
void keepFromChildren([[maybe_unused]] tcp::acceptor& acceptor, [[maybe_unused]] error_code& error)
{
#ifndef _WIN32
    if (!error && ::fcntl(acceptor.native_handle(), F_SETFD, FD_CLOEXEC) != 0)
        error = error_code(errno, boost::system::system_category());
#endif
}

error_code open(tcp::acceptor& acceptor, const tcp::endpoint& endpoint)
{
    error_code error;
    acceptor.open(endpoint.protocol(), error);
    keepFromChildren(acceptor, error);
    if (!error && endpoint.address().is_v6())
        acceptor.set_option(asio::ip::v6_only(true), error);
#ifndef _WIN32
    // On Windows the option would let another process take over the port.
    if (!error)
        acceptor.set_option(asio::socket_base::reuse_address(true), error);
#endif
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    return error;
}

asio::awaitable<void> acceptFrom(std::shared_ptr<HttpCore> core, std::shared_ptr<HttpListener> listener)
{
    asio::steady_timer pause(listener->acceptor.get_executor());
    while (listener->acceptor.is_open()) {
        auto [error, socket] =
            co_await listener->acceptor.async_accept(asio::make_strand(core->io()), awaiting);
        if (error == asio::error::operation_aborted)
            break;
        if (error) { // such as no file descriptors left: that passes, so go on when others have closed
            pause.expires_after(100ms);
            co_await pause.async_wait(awaiting);
            continue;
        }
        const auto peer = socket.remote_endpoint(error).address();
        if (error)
            continue;
        try {
            const auto connection = std::make_shared<HttpConnection>(core, std::move(socket), peer);
            if (core->admit(peer, listener->number, connection))
                connection->start();
        } catch (const std::exception&) {
            ++core->refusedConnections; // no memory for one more
        }
    }
}

} // namespace

struct HttpHost::Private
{
    explicit Private(std::shared_ptr<HttpCore> shared)
        : core(std::move(shared)),
          work(core->io().get_executor())
    {}

    std::shared_ptr<HttpCore> core;
    asio::executor_work_guard<asio::io_context::executor_type> work;
    std::vector<std::thread> threads;

    mutable std::mutex mutex; // guards what follows
    std::vector<std::shared_ptr<HttpListener>> listeners;
    std::uint64_t lastNumber = 0;
    bool isStopped = false;

    Result<std::shared_ptr<HttpListener>> listen(const ListenAddress& wanted);
};

Result<std::shared_ptr<HttpListener>> HttpHost::Private::listen(const ListenAddress& wanted)
{
    error_code error;
    const auto address = asio::ip::make_address(wanted.address, error);
    if (error)
        return fail(Fault::Malformed, "not an address to listen on: " + wanted.address);
    const std::lock_guard lock(mutex);
    if (isStopped)
        return fail(Fault::Cancelled, "the host has stopped");

    auto listener = std::make_shared<HttpListener>(core->io());
    bool isOpen = false;
    if (wanted.port == 0 && !listeners.empty()) {
        isOpen = !open(listener->acceptor, {address, listeners.front()->endpoint.port});
        if (!isOpen)
            listener->acceptor.close(error);
    }
    if (!isOpen) {
        error = open(listener->acceptor, {address, wanted.port});
        if (error)
            return fail(faultOf(error), "cannot listen on " + wanted.address + ": " + error.message());
    }
    listener->number = ++lastNumber;
    listener->endpoint.host = address.to_string();
    listener->endpoint.port = listener->acceptor.local_endpoint(error).port();
    listeners.push_back(listener);
    asio::co_spawn(listener->acceptor.get_executor(), acceptFrom(core, listener), asio::detached);
    return listener;
}

HttpHost::HttpHost(std::unique_ptr<Private> p) : d(std::move(p)) {}

HttpHost::~HttpHost()
{
    stop(1s);
}

Result<std::unique_ptr<HttpHost>> HttpHost::start(HttpHostOptions options, const TlsIdentity& identity,
                                                  HttpHandler meshHandler, UdfHandler udfHandler)
{
    MMM_TRY(auto tls, makeServerTls(identity));
    try {
        auto core = std::make_shared<HttpCore>(options.limits, std::move(tls), std::move(meshHandler),
                                               std::move(udfHandler));
        std::unique_ptr<HttpHost> host(new HttpHost(std::make_unique<Private>(std::move(core))));
        for (const ListenAddress& address : options.addresses) {
            const auto listener = host->d->listen(address);
            if (!listener && !address.isOptional)
                return tl::unexpected(listener.error());
        }
        if (host->d->listeners.empty())
            return fail(Fault::NotFound, "no address to listen on");
        for (unsigned i = 0; i < std::max(1u, options.threads); ++i)
            host->d->threads.emplace_back([shared = host->d->core] {
                for (;;) {
                    try {
                        shared->io().run();
                        return;
                    } catch (const std::exception&) {
                        continue; // one handler failed; the others go on
                    }
                }
            });
        return host;
    } catch (const std::exception& exception) {
        return fail(Fault::Io, exception.what());
    }
}

std::vector<protocol::Endpoint> HttpHost::listening() const
{
    const std::lock_guard lock(d->mutex);
    std::vector<protocol::Endpoint> endpoints;
    for (const auto& listener : d->listeners)
        endpoints.push_back(listener->endpoint);
    return endpoints;
}

Result<protocol::Endpoint> HttpHost::addListener(const ListenAddress& address)
{
    MMM_TRY(const auto listener, d->listen(address));
    return listener->endpoint;
}

Status HttpHost::removeListener(const protocol::Endpoint& endpoint)
{
    std::shared_ptr<HttpListener> removed;
    {
        const std::lock_guard lock(d->mutex);
        const auto found = std::ranges::find_if(d->listeners, [&](const auto& listener) {
            return listener->endpoint.host == endpoint.host && listener->endpoint.port == endpoint.port;
        });
        if (found == d->listeners.end())
            return fail(Fault::NotFound, "not listening there");
        removed = *found;
        d->listeners.erase(found);
    }
    asio::post(removed->acceptor.get_executor(), asio::use_future([removed] {
                   error_code ignored;
                   removed->acceptor.close(ignored);
               }))
        .wait();
    d->core->closeAllOf(removed->number);
    return {};
}

void HttpHost::stop(std::chrono::milliseconds grace)
{
    std::vector<std::shared_ptr<HttpListener>> listeners;
    {
        const std::lock_guard lock(d->mutex);
        if (std::exchange(d->isStopped, true))
            return;
        listeners = std::exchange(d->listeners, {});
    }
    for (const auto& listener : listeners)
        asio::post(listener->acceptor.get_executor(), [listener] {
            error_code ignored;
            listener->acceptor.close(ignored);
        });
    if (!d->threads.empty()) {
        d->core->finishAll();
        if (!d->core->waitUntilEmpty(grace)) {
            d->core->closeAll();
            d->core->waitUntilEmpty(5s);
        }
    }
    d->work.reset();
    if (d->core->openConnections() > 0 || d->threads.empty())
        d->core->io().stop();
    for (std::thread& thread : d->threads)
        thread.join();
}

HttpHostCounters HttpHost::counters() const
{
    const HttpCore& core = *d->core;
    return {core.connections,      core.refusedConnections, core.failedHandshakes, core.requests,
            core.rejectedRequests, core.abandonedRequests,  core.openConnections()};
}

} // namespace mmm::service
