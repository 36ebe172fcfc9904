#include "protocol/service_link.h"

#include "protocol/status.h"
#include "schema/key_check.h"
#include "schema/verify.h"

#include <QCoreApplication>
#include <QThread>

namespace mmm::protocol {

namespace {

/// Clocks that differ by less are the same: what they say is in whole seconds.
constexpr std::chrono::seconds sameTime{2};

std::unique_ptr<HttpClient>& ownedClient()
{
    thread_local std::unique_ptr<HttpClient> client;
    return client;
}

/// Connections are kept open per thread: a client belongs to the thread that made it.
HttpClient& clientOfThisThread()
{
    std::unique_ptr<HttpClient>& client = ownedClient();
    if (!client) {
        client = std::make_unique<HttpClient>();
        // the first thread ends after the application object, without which Qt takes no connection down
        const QCoreApplication* application = QCoreApplication::instance();
        if (application && QThread::currentThread() == application->thread())
            qAddPostRoutine([] { ownedClient().reset(); });
    }
    return *client;
}

bool isLocalName(std::string_view domain)
{
    return domain.ends_with(".local") || domain == "localhost" || domain.ends_with(".localhost");
}

Endpoint endpointOf(const KnownEndpoint& record)
{
    Endpoint endpoint;
    endpoint.host = record.host;
    endpoint.port = static_cast<std::uint16_t>(record.port);
    endpoint.hostHeader = record.portal;
    return endpoint;
}

} // namespace

ServiceLink::ServiceLink(KnownService record, DiscoveryOptions discovery, std::shared_ptr<const Clock> clock)
    : m_discovery(std::move(discovery)),
      m_clock(std::move(clock)),
      m_record(std::move(record))
{}

KnownService ServiceLink::record() const
{
    const std::scoped_lock lock(m_mutex);
    return m_record;
}

std::chrono::seconds ServiceLink::clockOffset() const
{
    const std::scoped_lock lock(m_mutex);
    return m_clockOffset;
}

bool ServiceLink::hasAnswered() const
{
    const std::scoped_lock lock(m_mutex);
    return m_hasAnswered;
}

Result<std::vector<Endpoint>> ServiceLink::endpoints(std::stop_token stop)
{
    const KnownService known = record();
    std::vector<Endpoint> found;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_working)
            found.push_back(*m_working);
    }
    for (const KnownEndpoint& endpoint : known.endpoints)
        found.push_back(endpointOf(endpoint));
    if (found.empty()) {
        MMM_TRY(found, discover(known.domain, m_discovery, stop));
    }
    return found;
}

TlsTrust ServiceLink::trust() const
{
    const KnownService known = record();
    return known.tlsKeyDigest.empty() ? TlsTrust::system() : TlsTrust::pinned(known.tlsKeyDigest);
}

Result<HttpReply> ServiceLink::post(const TlsTrust& trust, BytesView body, std::chrono::milliseconds timeout,
                                    std::stop_token stop)
{
    MMM_TRY(const auto candidates, endpoints(stop));
    Result<HttpReply> reply = fail(Fault::Offline, "no address");
    for (const Endpoint& endpoint : candidates) {
        reply = clientOfThisThread().post(endpoint, trust, body, timeout, stop);
        if (reply) {
            const std::scoped_lock lock(m_mutex);
            m_working = endpoint;
            return reply;
        }
        if (reply.error().fault == Fault::Cancelled)
            break;
        const std::scoped_lock lock(m_mutex);
        m_working.reset();
    }
    return reply;
}

Result<HelloResponse> ServiceLink::hello(std::stop_token stop, std::chrono::milliseconds timeout)
{
    const KnownService known = record();
    HelloRequest request;
    request.service = known.domain;
    const Secret payload = encoding::toTaggedJson(request);
    // The answer is judged by what the service itself signed, so any TLS key will do for this one question
    // where no authority vouches for the name: on this network, or where the offer told the fingerprint.
    const bool isLocal = isLocalName(known.domain) || !known.endpoints.empty() || !known.serviceUdf.empty();
    MMM_TRY(const HttpReply reply,
            post(isLocal ? TlsTrust::firstUse() : TlsTrust::system(), payload, timeout, stop));
    MMM_TRY(const auto document, encoding::JsonDocument::parse(reply.body));
    MMM_TRY(const encoding::JsonValue object, successOf(document.root()));
    MMM_TRY(HelloResponse response, encoding::readRecord<HelloResponse>(object));
    MMM_CHECK(accept(response, isLocal ? BytesView(reply.spkiSha256) : BytesView()));
    return response;
}

Status ServiceLink::accept(const HelloResponse& response, BytesView tlsKey)
{
    const KnownService known = record();
    MMM_TRY(const auto service, schema::verifyProfileService(response.envelopedProfileService));
    MMM_TRY(const auto host, schema::verifyProfileHost(response.envelopedProfileHost));
    if (!known.serviceUdf.empty() && service.udf() != known.serviceUdf)
        return fail(Fault::WrongService, "the service has another fingerprint than the one known");
    MMM_CHECK(schema::verifyConnectionHost(response.envelopedConnectionHost, service, host));
    if (!tlsKey.empty() && !std::ranges::equal(host->tlsKeyDigest, tlsKey))
        return fail(Fault::WrongService, "the connection leads to somebody else than the service's host");
    MMM_TRY(const crypto::PublicKey hostKey, schema::keyOf(host->keyAuthentication));
    const std::scoped_lock lock(m_mutex);
    m_record.serviceUdf = service.udf();
    m_record.hostKey = hostKey.raw();
    m_record.tlsKeyDigest = copyOf(tlsKey);
    return {};
}

Result<encoding::JsonValue> ServiceLink::successOf(const encoding::JsonValue& root)
{
    if (root.kind() != encoding::JsonKind::Object || root.size() != 1)
        return fail(Fault::ProtocolViolation, "a response is one tagged object");
    const encoding::JsonValue object = *root.children().begin();
    const auto status = object.find("Status");
    if (!status || !status->integer())
        return fail(Fault::ProtocolViolation, "response without a status");
    constexpr std::int64_t firstFailure = 300;
    if (*status->integer() < firstFailure)
        return object;
    MMM_TRY(const auto response, encoding::readRecord<Response>(object));
    return tl::unexpected<Error>(faultOf(response));
}

Result<Secret> ServiceLink::transactPayload(const Identity& identity, const Secret& request,
                                            std::stop_token stop, std::chrono::milliseconds timeout)
{
    if (record().hostKey.empty())
        MMM_CHECK(hello(stop));
    constexpr int mostAttempts = 3;
    Result<Secret> answer = fail(Fault::Internal);
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        bool tryAgain = false;
        answer = tryOnce(identity, request, stop, timeout, tryAgain);
        if (!tryAgain)
            break;
    }
    return answer;
}

Result<Secret> ServiceLink::tryOnce(const Identity& identity, const Secret& request, std::stop_token stop,
                                    std::chrono::milliseconds timeout, bool& tryAgain)
{
    const std::string owner = schema::udfOf(identity.key->publicKey());
    std::optional<Ticket> ticket;
    TimePoint now = m_clock->now();
    {
        const std::scoped_lock lock(m_mutex);
        now += m_clockOffset;
        if (m_ticket && m_ticketOwner == owner && m_ticket->expires > now)
            ticket = m_ticket;
    }
    const KnownService known = record();
    MMM_TRY(const crypto::PublicKey hostKey, crypto::PublicKey::decode(crypto::Curve::Ed448, known.hostKey));
    MMM_TRY(const RequestSeal seal, ticket
                                        ? RequestSeal::withTicket(request, known.domain, *ticket, now)
                                        : RequestSeal::make(request, known.domain, identity, hostKey, now));
    const auto reply = post(trust(), seal.body(), timeout, stop);
    if (!reply) {
        // another TLS key: the service may have a new host, for which it must vouch
        if (reply.error().fault == Fault::WrongService && hello(stop))
            tryAgain = true;
        return tl::unexpected<Error>(reply.error());
    }
    const std::size_t first = textOf(reply->body).find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return fail(Fault::ProtocolViolation, "empty response");
    if (reply->body[first] != '[') {
        // not authenticated: good for a second attempt, never for a result
        MMM_TRY(const auto document, encoding::JsonDocument::parse(reply->body));
        const auto status = successOf(document.root());
        if (status)
            return fail(Fault::ProtocolViolation, "a response without the service's authenticator");
        if (ticket) {
            const std::scoped_lock lock(m_mutex);
            m_ticket.reset();
            tryAgain = true;
        } else if (status.error().fault == Fault::WrongService) {
            tryAgain = hello(stop).has_value();
        }
        return tl::unexpected<Error>(status.error());
    }
    MMM_TRY(AuthenticReply opened, seal.open(reply->body));
    MMM_TRY(const auto document, encoding::JsonDocument::parse(opened.payload));
    const auto success = successOf(document.root());
    const std::scoped_lock lock(m_mutex);
    const bool isStale =
        !success && (success.error().fault == Fault::Expired || success.error().fault == Fault::ClockWrong);
    if (isStale && opened.serverTime) {
        // the request's time was too far off, or the ticket is over: neither will be so the next time
        m_clockOffset = *opened.serverTime - m_clock->now();
        m_ticket.reset();
        tryAgain = true;
    } else if (opened.serverTime && std::chrono::abs(*opened.serverTime - m_clock->now()) < sameTime) {
        // the clocks agree: a correction for the second of the service's start is not for later
        m_clockOffset = std::chrono::seconds(0);
    }
    m_hasAnswered = m_hasAnswered || !tryAgain;
    if (opened.ticket && !tryAgain) {
        m_ticket = opened.ticket;
        m_ticketOwner = owner;
    }
    return std::move(opened.payload);
}

} // namespace mmm::protocol
