#pragma once

#include "base/clock.h"
#include "dare/envelope.h"

#include <functional>
#include <optional>

/// Authentication of requests and responses, end to end over TLS (WIRE G.4, G.5; cryptography 05 §7).
///
/// A request is a DARE envelope whose key exchange includes the long-term keys of both parties: only the
/// holder of the client's key can make it, only the holder of the server's key can answer it, and the answer
/// fits this request alone. The authenticator of WIRE G.4.1 and G.4.2 does not suffice for that, since an
/// ephemeral key can be chosen so that it cancels the long-term one; beside it, as `signature`, goes a proof
/// that needs a long-term key. Both ends refuse what has none.
namespace mmm::protocol {

/// An assertion that a request carries so that the service can accredit the key.
struct Credential
{
    std::string name; ///< ProfileDevice, Connection, ProfileHost, ConnectionHost or ProfileService
    dare::Envelope envelope;
};

/// With what a party proves itself.
struct Identity
{
    std::shared_ptr<const crypto::PrivateKey> key; ///< for authentication
    std::vector<Credential> credentials;
};

/// A symmetric key that stands for an authenticated client for some time.
struct Ticket
{
    Bytes token; ///< opaque, at most 512 octets
    SharedSecret master;
    TimePoint expires;
};

/// An answer whose authenticator was right.
struct AuthenticReply
{
    Secret payload;
    std::optional<Ticket> ticket;
    std::optional<TimePoint> serverTime;
};

/// The client's side of one request and its response. Move-only.
class RequestSeal
{
public:
    /// `host` is the DNS name of the Host header in lower case without a port, `created` the client's time.
    [[nodiscard]] static Result<RequestSeal> make(BytesView payload, std::string_view host,
                                                  const Identity& client, const crypto::PublicKey& server,
                                                  TimePoint created,
                                                  crypto::Random& random = crypto::systemRandom());

    [[nodiscard]] static Result<RequestSeal> withTicket(BytesView payload, std::string_view host,
                                                        const Ticket& ticket, TimePoint created,
                                                        crypto::Random& random = crypto::systemRandom());

    /// The body of the HTTP request.
    [[nodiscard]] const Bytes& body() const { return m_body; }

    /// Opens the response. BadSignature if it is not the service's answer to this very request.
    [[nodiscard]] Result<AuthenticReply> open(BytesView body) const;

private:
    RequestSeal() = default;
    [[nodiscard]] Result<Secret> responseKey(const dare::Envelope& response) const;

    Bytes m_body;
    Bytes m_authenticator;
    Secret m_master;                         ///< MK, or the ticket's
    Secret m_longTerm;                       ///< the agreement of the long-term keys; empty with a ticket
    std::optional<crypto::PrivateKey> m_sum; ///< a + e; absent with a ticket
    std::optional<crypto::PublicKey> m_server;
    std::string m_clientUdf;
};

/// How a request proves its client.
enum class Proof
{
    KeyAgreement, ///< WIRE G.4.1
    Ticket,       ///< WIRE G.5
    Signature,    ///< WIRE G.4.3
};

/// The service's side: a request as it arrived, before anything in it is believed.
class ReceivedRequest
{
public:
    /// Reads the envelope; bounded and strict. Checks nothing but its form.
    [[nodiscard]] static Result<ReceivedRequest> parse(BytesView body);

    [[nodiscard]] Proof proof() const { return m_proof; }
    /// The key that the client claims to hold; empty with a ticket.
    [[nodiscard]] const std::string& clientUdf() const { return m_clientUdf; }
    [[nodiscard]] const std::string& serverUdf() const { return m_serverUdf; }
    [[nodiscard]] const std::vector<Credential>& credentials() const { return m_credentials; }
    [[nodiscard]] const Bytes& ticket() const { return m_ticket; }
    /// For the check of freshness: both are protected by the proof, once it was checked.
    [[nodiscard]] TimePoint created() const { return m_created; }
    [[nodiscard]] const std::string& uniqueId() const { return m_uniqueId; }

    /// Checks the proof; the request's text afterwards is the client's. BadSignature otherwise.
    [[nodiscard]] Status openWithKey(std::string_view host, const crypto::PrivateKey& server,
                                     const crypto::PublicKey& client);
    [[nodiscard]] Status openWithTicket(std::string_view host, const SharedSecret& master);
    [[nodiscard]] Status openWithSignature(const crypto::PublicKey& client);
    /// Whether the proof was right, so that the response can be sealed.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] BytesView payload() const { return m_payload.view(); }

    /// Seals the response to this request, which must have been opened.
    struct Issue
    {
        std::optional<std::string> ticketExpires; ///< offer a ticket: RFC 3339
        /// Makes the token for a ticket's master key.
        std::function<Bytes(const SharedSecret& master)> makeToken;
    };
    [[nodiscard]] Result<Bytes> seal(BytesView payload, TimePoint now, const Issue& issue = {},
                                     crypto::Random& random = crypto::systemRandom()) const;

private:
    ReceivedRequest() = default;
    [[nodiscard]] Status checkAuthenticator(std::string_view host, Secret master);
    void accept();

    dare::Envelope m_envelope;
    Proof m_proof = Proof::KeyAgreement;
    std::string m_clientUdf;
    std::string m_serverUdf;
    std::vector<Credential> m_credentials;
    Bytes m_ticket;
    TimePoint m_created;
    std::string m_uniqueId;

    // once opened
    bool m_isOpen = false;
    Secret m_payload;
    Secret m_master;
    Secret m_longTerm; ///< the agreement of the long-term keys
    Bytes m_authenticator;
    std::optional<crypto::PrivateKey> m_server;
    std::optional<crypto::PublicKey> m_clientSum; ///< A + E
};

/// The name of the transaction: the tag of the request object. Malformed if the text does not begin as one.
[[nodiscard]] Result<std::string> transactionName(BytesView payload);

} // namespace mmm::protocol
