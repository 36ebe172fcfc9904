#pragma once

#include "base/bytes.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace mmm::service {

/// A request to the Mesh path, complete and within the size limit; nothing in it is authenticated yet.
struct HttpRequest
{
    /// The portal's name out of the Host header: lower case, without port (WIRE G.4.1).
    std::string host;
    /// The peer's address without port.
    std::string remoteAddress;
    Bytes body;
};

/// A request for an opaque object by its identifier (WIRE A.8.1).
struct UdfRequest
{
    /// As in the path: 1 to 200 letters, digits and hyphens.
    std::string identifier;
    std::string host;
    std::string remoteAddress;
};

struct HttpResponse
{
    int status = 200;
    Bytes body = {};
    std::string contentType = "application/json";
};

/// The response that says only a status: `{"MeshResponse":{"Status":…,"StatusDescription":"…"}}` (WIRE G.1).
/// The description must need no escaping in JSON.
[[nodiscard]] HttpResponse statusResponse(int status, std::string_view description);

/// The way back to the peer, for one request. Any thread. Destroyed without an answer it answers 503.
class Reply
{
public:
    using Deliver = std::function<void(HttpResponse)>;

    explicit Reply(Deliver deliver) : m_deliver(std::move(deliver)) {}
    ~Reply();
    Reply(const Reply&) = delete;
    Reply& operator=(const Reply&) = delete;

    /// Answers; only the first answer counts. Returns at once and never fails: a peer that went away gets
    /// none.
    void send(HttpResponse response);

    /// Calls `callback` once, on an io thread, when the peer goes away before the answer; at once if it did
    /// so already. For releasing what a held request occupies. The callback must return quickly; set it once.
    /// It is dropped when an answer is sent.
    void onAbandoned(std::function<void()> callback);

    /// True once the peer went away: work on the answer may stop.
    [[nodiscard]] bool isAbandoned() const;

    /// For the connection: the peer went away.
    void abandon();

private:
    mutable std::mutex m_mutex;
    Deliver m_deliver; ///< empty once answered or abandoned
    std::function<void()> m_abandonedCallback;
    bool m_isAbandoned = false;
};

/// Called on an io thread for each request; must return at once. `reply` may be answered at any later time
/// from any thread (worker pool, held Status request).
using HttpHandler = std::function<void(HttpRequest, std::shared_ptr<Reply>)>;
using UdfHandler = std::function<void(UdfRequest, std::shared_ptr<Reply>)>;

} // namespace mmm::service
