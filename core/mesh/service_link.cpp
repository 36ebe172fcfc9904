#include "mesh/service_link.h"

#include "schema/key_check.h"
#include "schema/verify.h"

namespace mmm::mesh {

namespace {

using protocol::StatusCode;
using protocol::StatusDetail;

/// Connections are kept open per thread: a client belongs to the thread that made it.
protocol::HttpClient& clientOfThisThread()
{
    thread_local protocol::HttpClient client;
    return client;
}

bool isLocalName(std::string_view domain)
{
    return domain.ends_with(".local") || domain == "localhost" || domain.ends_with(".localhost");
}

protocol::Endpoint endpointOf(const EndpointRecord& record)
{
    protocol::Endpoint endpoint;
    endpoint.host = record.host;
    endpoint.port = static_cast<std::uint16_t>(record.port);
    endpoint.hostHeader = record.portal;
    return endpoint;
}

} // namespace

Error faultOf(const protocol::Response& response)
{
    const auto detail = static_cast<StatusDetail>(response.statusExtended.value_or(0));
    Fault fault = Fault::ServiceFailed;
    switch (static_cast<StatusCode>(response.status)) {
    case StatusCode::BadRequest:
        fault = Fault::ProtocolViolation;
        break;
    case StatusCode::NotAuthorised:
        fault = detail == StatusDetail::Rejected    ? Fault::Refused
                : detail == StatusDetail::Replay    ? Fault::Replayed
                : detail == StatusDetail::ClockSkew ? Fault::Expired
                                                    : Fault::NotAuthorised;
        break;
    case StatusCode::NotFound:
        fault = Fault::NotFound;
        break;
    case StatusCode::Conflict:
        fault = Fault::Conflict;
        break;
    case StatusCode::TooLarge:
        fault = Fault::TooLarge;
        break;
    case StatusCode::Overloaded:
        fault = Fault::Overloaded;
        break;
    case StatusCode::MovedPermanently:
    case StatusCode::MovedTemporarily:
        fault = Fault::Unsupported;
        break;
    default:
        break;
    }
    return {fault, response.statusDescription};
}

ServiceLink::ServiceLink(ServiceRecord record, protocol::DiscoveryOptions discovery,
                         std::shared_ptr<const Clock> clock)
    : m_discovery(std::move(discovery)),
      m_clock(std::move(clock)),
      m_record(std::move(record))
{}

ServiceRecord ServiceLink::record() const
{
    const std::scoped_lock lock(m_mutex);
    return m_record;
}

std::chrono::seconds ServiceLink::clockOffset() const
{
    const std::scoped_lock lock(m_mutex);
    return m_clockOffset;
}

Result<std::vector<protocol::Endpoint>> ServiceLink::endpoints(std::stop_token stop)
{
    const ServiceRecord known = record();
    std::vector<protocol::Endpoint> found;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_working)
            found.push_back(*m_working);
    }
    for (const EndpointRecord& endpoint : known.endpoints)
        found.push_back(endpointOf(endpoint));
    if (found.empty()) {
        MMM_TRY(found, protocol::discover(known.domain, m_discovery, stop));
    }
    return found;
}

protocol::TlsTrust ServiceLink::trustFor(const protocol::Endpoint&) const
{
    const ServiceRecord known = record();
    return known.tlsKeyDigest.empty() ? protocol::TlsTrust::system()
                                      : protocol::TlsTrust::pinned(known.tlsKeyDigest);
}

Result<protocol::HttpReply> ServiceLink::post(const protocol::TlsTrust* trust, BytesView body,
                                              std::chrono::milliseconds timeout, std::stop_token stop)
{
    MMM_TRY(const auto candidates, endpoints(stop));
    Result<protocol::HttpReply> reply = fail(Fault::Offline, "no address");
    for (const protocol::Endpoint& endpoint : candidates) {
        reply = clientOfThisThread().post(endpoint, trust ? *trust : trustFor(endpoint), body, timeout, stop);
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

Result<protocol::HelloResponse> ServiceLink::hello(std::stop_token stop)
{
    const ServiceRecord known = record();
    protocol::HelloRequest request;
    request.service = known.domain;
    const Secret payload = encoding::toTaggedJson(request);
    // The answer is judged by what the service itself signed, so any TLS key will do for this one question
    // where no authority vouches for the name: on this network, or where the offer told the fingerprint.
    const bool isLocal = isLocalName(known.domain) || !known.endpoints.empty() || !known.serviceUdf.empty();
    const protocol::TlsTrust firstUse = protocol::TlsTrust::firstUse();
    const protocol::TlsTrust system = protocol::TlsTrust::system();
    MMM_TRY(const protocol::HttpReply reply, post(isLocal ? &firstUse : &system, payload, patience, stop));
    MMM_TRY(const auto document, encoding::JsonDocument::parse(reply.body));
    MMM_TRY(const encoding::JsonValue object, successOf(document.root()));
    MMM_TRY(protocol::HelloResponse response, encoding::readRecord<protocol::HelloResponse>(object));
    MMM_CHECK(accept(response, isLocal ? BytesView(reply.spkiSha256) : BytesView()));
    return response;
}

Status ServiceLink::accept(const protocol::HelloResponse& response, BytesView tlsKey)
{
    const ServiceRecord known = record();
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
    MMM_TRY(const auto response, encoding::readRecord<protocol::Response>(object));
    return tl::unexpected<Error>(faultOf(response));
}

Result<Secret> ServiceLink::transactPayload(const protocol::Identity& identity, const Secret& request,
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

Result<Secret> ServiceLink::tryOnce(const protocol::Identity& identity, const Secret& request,
                                    std::stop_token stop, std::chrono::milliseconds timeout, bool& tryAgain)
{
    const std::string owner = schema::udfOf(identity.key->publicKey());
    std::optional<protocol::Ticket> ticket;
    TimePoint now = m_clock->now();
    {
        const std::scoped_lock lock(m_mutex);
        now += m_clockOffset;
        if (m_ticket && m_ticketOwner == owner && m_ticket->expires > now)
            ticket = m_ticket;
    }
    const ServiceRecord known = record();
    MMM_TRY(const crypto::PublicKey hostKey, crypto::PublicKey::decode(crypto::Curve::Ed448, known.hostKey));
    MMM_TRY(const protocol::RequestSeal seal,
            ticket ? protocol::RequestSeal::withTicket(request, known.domain, *ticket, now)
                   : protocol::RequestSeal::make(request, known.domain, identity, hostKey, now));
    const auto reply = post(nullptr, seal.body(), timeout, stop);
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
        } else if (status.error().detail == "encrypted to another host") {
            tryAgain = hello(stop).has_value();
        }
        return tl::unexpected<Error>(status.error());
    }
    MMM_TRY(protocol::AuthenticReply opened, seal.open(reply->body));
    MMM_TRY(const auto document, encoding::JsonDocument::parse(opened.payload));
    const auto success = successOf(document.root());
    const std::scoped_lock lock(m_mutex);
    if (!success && success.error().fault == Fault::Expired && opened.serverTime) {
        // the request's time was too far off, or the ticket is over: neither will be so the next time
        m_clockOffset = *opened.serverTime - m_clock->now();
        m_ticket.reset();
        tryAgain = true;
    }
    if (opened.ticket && !tryAgain) {
        m_ticket = opened.ticket;
        m_ticketOwner = owner;
    }
    return std::move(opened.payload);
}

} // namespace mmm::mesh
