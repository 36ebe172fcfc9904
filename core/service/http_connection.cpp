#include "service/http_connection.h"

#include "service/http_routing.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/write.hpp>

namespace mmm::service {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;
using namespace std::chrono_literals;

namespace {

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);

// What may wait unparsed: a header and a chunk beyond it.
constexpr std::size_t kMostInput = 64 << 10;
// After an early answer so much of the rest of a request is taken in, so that the answer is not lost.
constexpr std::size_t kMostDrained = 1 << 20;
constexpr auto kLinger = 2s;
// For the peer's part of the closing handshake, which nothing depends on: what was sent is on its way.
constexpr auto kGoodbye = 100ms;

} // namespace

HttpConnection::HttpConnection(std::shared_ptr<HttpCore> core, Socket socket, asio::ip::address peer)
    : m_core(std::move(core)),
      m_peer(std::move(peer)),
      m_stream(std::move(socket), m_core->tls()),
      m_event(m_stream.get_executor()),
      m_deadline(m_stream.get_executor())
{}

HttpConnection::~HttpConnection()
{
    m_core->release(m_peer, this);
}

void HttpConnection::start()
{
    error_code ignored;
    m_stream.next_layer().set_option(asio::ip::tcp::no_delay(true), ignored);
    m_stream.next_layer().set_option(asio::socket_base::keep_alive(true), ignored);
    // Whatever goes wrong in a connection ends that connection and nothing else.
    asio::co_spawn(m_stream.get_executor(), run(),
                   [self = shared_from_this()](const std::exception_ptr&) { self->closeNow(); });
}

void HttpConnection::finish()
{
    asio::post(m_stream.get_executor(), [self = shared_from_this()] {
        self->m_isFinishing = true;
        if (self->m_isEstablished)
            self->wake();
        else
            self->closeNow();
    });
}

void HttpConnection::close()
{
    asio::post(m_stream.get_executor(), [self = shared_from_this()] { self->closeNow(); });
}

void HttpConnection::closeNow()
{
    error_code ignored;
    m_isClosed = true;
    m_stream.next_layer().close(ignored);
    m_deadline.cancel();
    wake();
}

void HttpConnection::setDeadline(std::chrono::milliseconds fromNow)
{
    m_deadline.expires_after(fromNow);
    m_deadline.async_wait([weak = weak_from_this()](error_code error) {
        const auto self = weak.lock();
        // The deadline may have been moved while this was on its way.
        if (!error && self && self->m_deadline.expiry() <= std::chrono::steady_clock::now())
            self->closeNow();
    });
}

HttpConnection::Awaitable<void> HttpConnection::wait()
{
    m_event.expires_at(std::chrono::steady_clock::time_point::max());
    co_await m_event.async_wait(kAwait);
}

void HttpConnection::startRead()
{
    if (m_isReading || isEnded() || m_input.size() >= kMostInput)
        return;
    m_isReading = true;
    m_stream.async_read_some(asio::buffer(m_chunk),
                             [self = shared_from_this()](error_code error, std::size_t size) {
                                 self->m_isReading = false;
                                 self->m_readError = error;
                                 self->m_input.commit(asio::buffer_copy(self->m_input.prepare(size),
                                                                        asio::buffer(self->m_chunk, size)));
                                 self->wake();
                             });
}

HttpConnection::Awaitable<bool> HttpConnection::moreInput()
{
    const std::size_t before = m_input.size();
    startRead();
    while (m_input.size() == before && m_isReading && !isEnded())
        co_await wait();
    co_return m_input.size() > before;
}

error_code HttpConnection::feed(Parser& parser)
{
    const bool isHeader = !parser.is_header_done();
    error_code error;
    while (!parser.is_done() && isHeader == !parser.is_header_done() && m_input.size() > 0) {
        const std::size_t taken = parser.put(m_input.data(), error);
        m_input.consume(taken);
        if (error || taken == 0)
            break;
    }
    return error == http::error::need_more ? error_code() : error;
}

HttpConnection::Awaitable<void> HttpConnection::run()
{
    setDeadline(m_core->limits().handshake);
    const auto [error] = co_await m_stream.async_handshake(asio::ssl::stream_base::server, kAwait);
    if (error) {
        ++m_core->failedHandshakes;
        closeNow();
        co_return;
    }
    m_isEstablished = true;
    while (co_await serveOne()) {
    }
    co_await shutdown();
}

HttpConnection::Awaitable<bool> HttpConnection::serveOne()
{
    setDeadline(m_core->limits().idle);
    startRead();
    while (m_input.size() == 0) {
        if (m_isFinishing || isEnded())
            co_return false;
        co_await wait();
    }

    Parser parser;
    parser.eager(false);
    parser.header_limit(std::uint32_t(m_core->limits().mostHeaderBytes));
    parser.body_limit(m_core->limits().mostBodyBytes);
    BodyBudget::Share share(m_core->bodies, m_peer);
    if (!co_await readHeader(parser))
        co_return false;
    if (auto rejection = checkHeader(parser.get()))
        co_return co_await reject(parser, std::move(*rejection));
    if (!co_await readBody(parser, share))
        co_return false;
    co_return co_await hand(parser);
}

HttpConnection::Awaitable<bool> HttpConnection::readHeader(Parser& parser)
{
    setDeadline(m_core->limits().header);
    for (;;) {
        const error_code error = feed(parser);
        if (error == http::error::body_limit)
            co_return co_await refuse(parser, 413, "Request too large");
        if (error == http::error::header_limit)
            co_return co_await refuse(parser, 400, "Header too large");
        if (error)
            co_return co_await refuse(parser, 400, "Not an HTTP request");
        if (parser.is_header_done())
            co_return true;
        if (!co_await moreInput())
            co_return false;
    }
}

HttpConnection::Awaitable<bool> HttpConnection::readBody(Parser& parser, BodyBudget::Share& share)
{
    const HttpLimits& limits = m_core->limits();
    const std::size_t expected =
        limits.slowestBytesPerSecond * static_cast<std::size_t>(limits.transfer.count()) / 1000;
    std::size_t counted = 0; // when the time began that runs now
    setDeadline(limits.transfer);
    if (!parser.is_done() && m_input.size() == 0 && expectsContinue(parser.get()) &&
        !co_await writeContinue())
        co_return false;
    for (;;) {
        const error_code error = feed(parser);
        if (error == http::error::body_limit)
            co_return co_await refuse(parser, 413, "Request too large");
        if (error)
            co_return co_await refuse(parser, 400, "Not an HTTP request");
        const std::size_t received = parser.get().body().size();
        if (!share.growTo(received))
            co_return co_await refuse(parser, 503, "Try again later");
        if (parser.is_done())
            co_return true;
        // whoever has sent a lot at once has not earned the time to send nothing for hours
        if (received - counted >= expected) {
            counted = received;
            setDeadline(limits.transfer);
        }
        if (!co_await moreInput())
            co_return false;
    }
}

HttpConnection::Awaitable<bool> HttpConnection::hand(Parser& parser)
{
    m_response.reset();
    auto reply = std::make_shared<Reply>([weak = weak_from_this()](HttpResponse response) {
        const auto self = weak.lock();
        if (!self)
            return;
        asio::post(self->m_stream.get_executor(), [self, response = std::move(response)]() mutable {
            self->m_response = std::move(response);
            self->wake();
        });
    });
    const std::weak_ptr<Reply> watched = reply;
    const bool isKept = parser.keep_alive();

    ++m_core->requests;
    setDeadline(m_core->limits().answer);
    try {
        route(*m_core, parser.get(), m_peer.to_string(), std::move(reply));
    } catch (const std::exception&) {
        if (const auto unanswered = watched.lock())
            unanswered->send(statusResponse(500, "Internal error"));
    }

    while (!m_response) {
        startRead();
        if (isEnded()) {
            ++m_core->abandonedRequests;
            if (const auto unanswered = watched.lock())
                unanswered->abandon();
            co_return false;
        }
        co_await wait();
    }
    co_return co_await respond(std::move(*m_response), isKept);
}

HttpConnection::Awaitable<bool> HttpConnection::reject(const Parser& parser, HttpResponse response)
{
    ++m_core->rejectedRequests;
    const bool isWhole = parser.is_done();
    const bool isHead = parser.is_header_done() && parser.get().method() == http::verb::head;
    const std::string_view allowed =
        response.status == 405 ? allowedMethod(parser.get()) : std::string_view();
    if (!co_await respond(std::move(response), isWhole && !isHead && parser.keep_alive(), allowed)) {
        if (!isWhole)
            co_await drain();
        co_return false;
    }
    co_return true;
}

HttpConnection::Awaitable<bool> HttpConnection::refuse(const Parser& parser, int status, std::string_view why)
{
    co_await reject(parser, statusResponse(status, why));
    co_return false;
}

HttpConnection::Awaitable<bool> HttpConnection::respond(HttpResponse response, bool isKept,
                                                        std::string_view allowed)
{
    const bool isKeptAlive = isKept && !m_isFinishing;
    const HttpLimits& limits = m_core->limits();
    http::response<http::vector_body<std::uint8_t>> message;
    message.version(11);
    message.result(response.status >= 200 && response.status <= 599 ? unsigned(response.status) : 500u);
    message.set(http::field::content_type, response.contentType);
    message.set(http::field::cache_control, "no-store");
    message.set("X-Content-Type-Options", "nosniff");
    if (!allowed.empty())
        message.set(http::field::allow, beast::string_view(allowed.data(), allowed.size()));
    message.keep_alive(isKeptAlive);
    message.body() = std::move(response.body);
    message.prepare_payload();

    setDeadline(limits.transfer + std::chrono::seconds(message.body().size() / limits.slowestBytesPerSecond));
    const auto [error, size] = co_await http::async_write(m_stream, message, kAwait);
    if (error)
        closeNow();
    co_return !error && isKeptAlive;
}

HttpConnection::Awaitable<bool> HttpConnection::writeContinue()
{
    static constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
    setDeadline(m_core->limits().transfer);
    const auto [error, size] = co_await asio::async_write(m_stream, asio::buffer(line), kAwait);
    co_return !error;
}

HttpConnection::Awaitable<void> HttpConnection::drain()
{
    setDeadline(kLinger);
    for (std::size_t drained = 0; drained < kMostDrained && !isEnded();) {
        drained += m_input.size();
        m_input.consume(m_input.size());
        if (!co_await moreInput())
            break;
    }
}

HttpConnection::Awaitable<void> HttpConnection::shutdown()
{
    if (!isEnded()) {
        error_code ignored;
        m_stream.next_layer().cancel(ignored);
        while (m_isReading)
            co_await wait();
        setDeadline(kGoodbye);
        co_await m_stream.async_shutdown(kAwait);
    }
    closeNow();
}

} // namespace mmm::service
