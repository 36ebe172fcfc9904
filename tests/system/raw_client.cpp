#include "system/raw_client.h"

#include "udf/udf.h"

namespace mmm::system_test {

namespace {

/// In the second of its start a service tells clients to take the next one for the time.
constexpr std::chrono::seconds aheadBy{1};

protocol::Endpoint placeOf(const ServiceProcess& service)
{
    protocol::Endpoint endpoint;
    endpoint.host = "127.0.0.1";
    endpoint.port = service.port();
    endpoint.hostHeader = service.name().toStdString();
    return endpoint;
}

crypto::PublicKey hostKeyOf(const ServiceProcess& service)
{
    protocol::KnownService known;
    known.domain = service.name().toStdString();
    known.endpoints.push_back(protocol::KnownEndpoint{{}, "127.0.0.1", service.port(), known.domain});
    protocol::ServiceLink link(known, {}, std::make_shared<SystemClock>());
    const auto hello = link.hello();
    if (!hello)
        qFatal("the service does not say who it is: %s", hello.error().detail.c_str());
    const auto host = schema::verifyProfileHost(hello->envelopedProfileHost);
    return schema::keyOf(host.value()->keyAuthentication).value();
}

} // namespace

Result<protocol::HttpReply> postOctets(const ServiceProcess& service, BytesView body)
{
    protocol::HttpClient client;
    return client.post(placeOf(service), protocol::TlsTrust::firstUse(), body, std::chrono::seconds(30));
}

std::string overheard(BytesView body)
{
    const auto envelope = dare::Envelope::parse(body);
    return std::string(envelope ? textOf(envelope->body()) : textOf(body));
}

RawClient::RawClient(const ServiceProcess& service, const std::string& name)
    : m_service(service),
      m_person(name, service.name().toStdString()),
      m_hostKey(hostKeyOf(service))
{}

template<encoding::Record Request>
protocol::RequestSeal RawClient::sealed(const protocol::Identity& identity, Request request) const
{
    return protocol::RequestSeal::make(serving::House::textOfRequest(std::move(request)),
                                       m_service.name().toStdString(), identity, m_hostKey,
                                       SystemClock().now() + aheadBy)
        .value();
}

serving::Answer RawClient::post(const protocol::RequestSeal& request) const
{
    auto reply = postOctets(m_service, request.body());
    std::promise<service::HttpResponse> promise;
    service::HttpResponse response;
    if (reply) {
        response.status = reply->status;
        response.body = std::move(reply->body);
    } else {
        response.status = 0;
    }
    promise.set_value(std::move(response));
    return serving::Waiting(promise.get_future(), {}, serving::SealPointer(serving::SealPointer(), &request))
        .answer();
}

bool RawClient::settles()
{
    const auto created = post(sealed(m_person.device.identity(), m_person.createRequest()));
    const auto update = m_person.deviceUpdate(
        {{m_person.device.udf, "New", std::string(encoding::toTaggedJson(m_person.member.entry).text())}});
    const auto uploaded = post(sealed(m_person.member.identity(true), m_person.upload(update)));
    if (created.status() != 201 || uploaded.status() != 202)
        qWarning("%s; %s", serving::describe(created).c_str(), serving::describe(uploaded).c_str());
    return created.status() == 201 && uploaded.status() == 202;
}

dare::Envelope RawClient::message(std::size_t octets) const
{
    const std::string className(schema::RequestContact::className);
    const dare::Envelope usual = m_person.message(className, udf::Udf::nonce().text());
    dare::SealOptions options;
    options.meta = usual.contentMeta().value();
    options.signers = {&m_person.member.keys.signature.key};
    return dare::seal(bytesOf(std::string(octets, 'x')), options).value();
}

protocol::RequestSeal RawClient::sealed(const dare::Envelope& message, const std::string& recipient) const
{
    protocol::PostRequest request;
    request.account = m_person.address;
    request.accounts = {recipient};
    request.message = {message};
    return sealed(m_person.member.identity(), request);
}

int RawClient::count(const std::string& spool, const dare::Envelope& message) const
{
    protocol::DownloadRequest request;
    protocol::ConstraintsSelect select;
    select.container = spool;
    select.indexMin = 1;
    request.select = {select};
    request.account = m_person.address;
    const serving::Answer answer = post(sealed(m_person.member.identity(), request));
    if (answer.status() == 404)
        return 0;
    if (answer.status() != 201)
        return -1;
    int found = 0;
    for (const auto& update : answer.as<protocol::DownloadResponse>().updates) {
        for (const dare::Envelope& frame : update.envelopes) {
            const auto meta = frame.contentMeta();
            found += meta && meta->uniqueId == message.contentMeta()->uniqueId ? 1 : 0;
        }
    }
    return found;
}

} // namespace mmm::system_test
