#pragma once

#include "protocol/endpoint.h"

#include <chrono>
#include <memory>
#include <stop_token>

namespace mmm::protocol {

/// What proves that the other end is the service meant.
struct TlsTrust
{
    enum Mode
    {
        System,   ///< the operating system's certificate authorities and the portal's name
        Pinned,   ///< exactly one key; names, issuer and expiry are not looked at
        FirstUse, ///< any key: the caller judges HttpReply::spkiSha256 and sends nothing that must stay
                  ///< secret
    };
    Mode mode = System;
    /// Pinned: SHA-256 of the DER SubjectPublicKeyInfo (32 octets).
    Bytes spkiSha256 = {};

    static TlsTrust firstUse() { return {FirstUse, {}}; }
    static TlsTrust system() { return {}; }
    static TlsTrust pinned(Bytes spkiSha256) { return {Pinned, std::move(spkiSha256)}; }
    friend bool operator==(const TlsTrust&, const TlsTrust&) = default;
};

/// An answer over HTTP, of any status; whether it is one of the Mesh the payload tells (WIRE G.1).
struct HttpReply
{
    int status = 0;
    Bytes body;
    std::string contentType;
    Bytes spkiSha256; ///< of the other end's TLS key; empty without TLS
};

struct HttpClientOptions
{
    /// Answers longer than this are cut off with TooLarge.
    std::size_t mostBodyBytes = 64u << 20;
    /// For tests only: speaks HTTP without TLS to loopback addresses.
    bool isPlainLoopbackAllowed = false;
};

/// Speaks HTTP/1.1 over TLS 1.3 to services, keeping connections open between requests.
///
/// Belongs to the thread that created it; a call blocks that thread, which needs no running event loop but a
/// QCoreApplication. While a call waits, other events of the thread are served (not those of input devices).
/// Never follows redirects, never falls back to less than TLS 1.3, sends no cookies and no credentials, and
/// sends not one octet of a request before the other end's key is found good. On a connection that breaks, a
/// request may be sent a second time: requests must be such that the service recognises them (WIRE G.4.1).
///
/// Faults: Offline (cannot be reached, connection broken, something other than HTTP came back), Timeout,
/// TlsFailed (no TLS 1.3, or a certificate that the system does not trust), WrongService (another key than
/// the pinned one), ProtocolViolation (HTTP that makes no sense), TooLarge, Cancelled, Malformed (an endpoint
/// that is none).
class HttpClient
{
public:
    explicit HttpClient(HttpClientOptions options = {});
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// Posts `body` as application/json to the endpoint's path. `timeout` covers all, from connecting to the
    /// last octet of the answer. A stop request from any thread ends the call at once with Cancelled.
    [[nodiscard]] Result<HttpReply> post(const Endpoint& endpoint, const TlsTrust& trust, BytesView body,
                                         std::chrono::milliseconds timeout, const std::stop_token& stop = {});

    /// Gets the endpoint's path.
    [[nodiscard]] Result<HttpReply> get(const Endpoint& endpoint, const TlsTrust& trust,
                                        std::chrono::milliseconds timeout, const std::stop_token& stop = {});

    /// Closes the connections kept open, such as after a change of network.
    void closeIdleConnections();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// SHA-256 of the DER SubjectPublicKeyInfo of a certificate in DER; Malformed if it is none.
[[nodiscard]] Result<Bytes> spkiSha256OfCertificate(BytesView certificate);

} // namespace mmm::protocol
