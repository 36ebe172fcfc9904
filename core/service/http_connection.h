#pragma once

#include "service/http_core.h"

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/vector_body.hpp>

namespace mmm::service {

/// A body as it arrives. Unlike Beast's own it does not allocate what a header merely announces.
struct OctetsBody
{
    using value_type = Bytes;
    class reader
    {
    public:
        template<bool isRequest, typename Fields>
        reader(boost::beast::http::header<isRequest, Fields>&, value_type& octets) : m_octets(octets)
        {}
        void init(const boost::optional<std::uint64_t>&, boost::system::error_code& error) { error = {}; }
        template<typename Buffers>
        std::size_t put(const Buffers& buffers, boost::system::error_code& error)
        {
            error = {};
            std::size_t size = 0;
            for (const boost::asio::const_buffer buffer : boost::beast::buffers_range(buffers)) {
                const auto* from = static_cast<const std::uint8_t*>(buffer.data());
                m_octets.insert(m_octets.end(), from, from + buffer.size());
                size += buffer.size();
            }
            return size;
        }
        void finish(boost::system::error_code& error) { error = {}; }

    private:
        value_type& m_octets;
    };
};

/// One peer's connection, from the handshake to the end. Lives on a strand of its own; kept alive by what it
/// has under way.
///
/// At most one read is under way at any time, also while a request is held: that is how a peer's leaving is
/// seen. What it brings is collected in m_input and waits there until the next request is looked for.
class HttpConnection : public std::enable_shared_from_this<HttpConnection>
{
public:
    using Socket = boost::asio::ip::tcp::socket;

    HttpConnection(std::shared_ptr<HttpCore> core, Socket socket, boost::asio::ip::address peer);
    ~HttpConnection();

    /// Serves the peer until one of the two ends it.
    void start();
    /// Ends after the request in hand. Any thread.
    void finish();
    /// Ends now. Any thread.
    void close();

private:
    using Parser = boost::beast::http::request_parser<OctetsBody>;
    template<typename T>
    using Awaitable = boost::asio::awaitable<T>;

    Awaitable<void> run();
    Awaitable<bool> serveOne();
    Awaitable<bool> readHeader(Parser& parser);
    Awaitable<bool> readBody(Parser& parser, BodyBudget::Share& share);
    Awaitable<bool> hand(Parser& parser);
    /// Answers without a handler. These return whether the connection goes on.
    Awaitable<bool> reject(const Parser& parser, HttpResponse response);
    /// Refuses a request that cannot be read to its end; false, for the connection ends with it.
    Awaitable<bool> refuse(const Parser& parser, int status, std::string_view why);
    Awaitable<bool> respond(HttpResponse response, bool isKept, std::string_view allowed = {});
    Awaitable<bool> writeContinue();
    Awaitable<void> drain();
    Awaitable<void> shutdown();

    /// Feeds what has been read to the parser until it wants more or has what it is looking for.
    boost::system::error_code feed(Parser& parser);
    /// Waits until m_input has grown; false when it cannot.
    Awaitable<bool> moreInput();
    void startRead();
    Awaitable<void> wait();
    void wake() { m_event.cancel(); }
    void setDeadline(std::chrono::milliseconds fromNow);
    void closeNow();
    [[nodiscard]] bool isEnded() const { return m_isClosed || m_readError; }

    const std::shared_ptr<HttpCore> m_core;
    const boost::asio::ip::address m_peer;
    boost::asio::ssl::stream<Socket> m_stream;
    boost::asio::steady_timer m_event;
    boost::asio::steady_timer m_deadline;

    boost::beast::flat_buffer m_input;
    std::array<char, 16384> m_chunk;
    bool m_isReading = false;
    boost::system::error_code m_readError;

    std::optional<HttpResponse> m_response;
    bool m_isEstablished = false; ///< the handshake is done
    bool m_isClosed = false;
    bool m_isFinishing = false;
};

} // namespace mmm::service
