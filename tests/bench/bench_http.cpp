// How many requests a second the service's host answers: 2 KB posts over kept TLS 1.3 connections on
// loopback, clients and host sharing the machine; and how long one call of the client takes. A table, or JSON
// with --json; --quick only shows that it works.

#include "bench/figures.h"

#include "protocol/http_client.h"
#include "service/http_host.h"

#include <QCoreApplication>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

using namespace mmm;
using namespace mmm::service;
namespace asio = boost::asio;
namespace http = boost::beast::http;
using Steady = std::chrono::steady_clock;

namespace {

constexpr int kConnections = 32;
constexpr std::size_t kRequestBytes = 2048;

asio::awaitable<void> postUntil(asio::io_context& io, asio::ssl::context& tls, std::uint16_t port,
                                Steady::time_point end, std::uint64_t& answers)
{
    asio::ssl::stream<asio::ip::tcp::socket> stream(io, tls);
    co_await stream.next_layer().async_connect({asio::ip::address_v4::loopback(), port}, asio::use_awaitable);
    stream.next_layer().set_option(asio::ip::tcp::no_delay(true));
    co_await stream.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
    http::request<http::string_body> request(http::verb::post, "/.well-known/mmm", 11);
    request.set(http::field::host, "service.example");
    request.set(http::field::content_type, "application/json");
    request.body() = std::string(kRequestBytes, 'x');
    request.prepare_payload();
    boost::beast::flat_buffer buffer;
    while (Steady::now() < end) {
        co_await http::async_write(stream, request, asio::use_awaitable);
        http::response<http::string_body> response;
        co_await http::async_read(stream, buffer, response, asio::use_awaitable);
        if (response.result_int() != 201)
            co_return;
        ++answers;
    }
}

double requestsPerSecond(std::uint16_t port, std::chrono::milliseconds duration)
{
    asio::io_context io;
    asio::ssl::context tls(asio::ssl::context::tls_client);
    std::uint64_t answers = 0;
    const auto begin = Steady::now();
    for (int i = 0; i < kConnections; ++i)
        asio::co_spawn(io, postUntil(io, tls, port, begin + duration, answers), asio::detached);
    io.run();
    return double(answers) / std::chrono::duration<double>(Steady::now() - begin).count();
}

double microsecondsPerCall(const protocol::Endpoint& endpoint, const protocol::TlsTrust& trust, int calls)
{
    protocol::HttpClient client;
    const Bytes body(kRequestBytes, 'x');
    const auto begin = Steady::now();
    for (int i = 0; i < calls; ++i)
        if (!client.post(endpoint, trust, body, std::chrono::seconds(10)))
            return -1;
    return std::chrono::duration<double, std::micro>(Steady::now() - begin).count() / calls;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto identity = TlsIdentity::create({{"localhost"}, {"127.0.0.1"}}, SystemClock().now());
    if (!identity)
        return 1;
    const auto host =
        HttpHost::start({{{"127.0.0.1"}}, 1, {}}, *identity, [](HttpRequest, std::shared_ptr<Reply> reply) {
            reply->send(statusResponse(201, "OK"));
        });
    if (!host)
        return 1;
    const bool isQuick = QCoreApplication::arguments().contains(QStringLiteral("--quick"));
    const protocol::Endpoint endpoint = (*host)->listening().front();
    const double rate = requestsPerSecond(endpoint.port, std::chrono::milliseconds(isQuick ? 100 : 3000));
    const double call = microsecondsPerCall(endpoint, protocol::TlsTrust::pinned(identity->spkiSha256()),
                                            isQuick ? 10 : 2000);
    bench::Figures figures(argc, argv);
    figures.add("http requests (1/s)", "http: requests of 2 KB over 32 kept connections", rate, "/s");
    figures.add("http client call (us)", "http: one call after the other", call, "us");
    figures.print();
    return rate > 0 && call > 0 ? 0 : 1;
}
