#include "system/man_in_the_middle.h"

#include "protocol/http_client.h"
#include "service/http_host.h"

#include <atomic>
#include <mutex>
#include <thread>

namespace mmm::system_test {

struct ManInTheMiddle::Private
{
    std::atomic<int> requests{0};
    std::atomic<int> others{0};
    std::mutex mutex;
    std::vector<Bytes> overheard;
    std::unique_ptr<service::HttpHost> host;
};

ManInTheMiddle::ManInTheMiddle(quint16 port, quint16 servicePort) : d(std::make_unique<Private>())
{
    const auto own = service::TlsIdentity::create({{"example.com"}, {"127.0.0.1"}}, SystemClock().now());
    if (own)
        listen(port, servicePort, *own);
}

ManInTheMiddle::ManInTheMiddle(quint16 port, quint16 servicePort, const service::TlsIdentity& identity)
    : d(std::make_unique<Private>())
{
    listen(port, servicePort, identity);
}

void ManInTheMiddle::listen(quint16 port, quint16 servicePort, const service::TlsIdentity& identity)
{
    service::HttpHostOptions options;
    options.addresses = {{"127.0.0.1", port}};
    const auto handler = [p = d.get(), servicePort](service::HttpRequest request,
                                                    std::shared_ptr<service::Reply> reply) {
        ++p->requests;
        if (!std::string_view(textOf(request.body)).starts_with(R"({"Hello":)"))
            ++p->others;
        {
            const std::scoped_lock lock(p->mutex);
            p->overheard.push_back(request.body);
        }
        std::thread([servicePort, request = std::move(request), reply] {
            protocol::Endpoint endpoint;
            endpoint.host = "127.0.0.1";
            endpoint.port = servicePort;
            endpoint.hostHeader = "example.com";
            protocol::HttpClient client;
            auto answer =
                client.post(endpoint, protocol::TlsTrust::firstUse(), request.body, std::chrono::seconds(10));
            service::HttpResponse response;
            response.status = answer ? answer->status : 502;
            if (answer)
                response.body = std::move(answer->body);
            reply->send(std::move(response));
        }).detach();
    };
    auto host = service::HttpHost::start(std::move(options), identity, handler);
    if (host)
        d->host = std::move(*host);
    else
        qWarning("%s", host.error().detail.c_str());
}

ManInTheMiddle::~ManInTheMiddle()
{
    if (d->host)
        d->host->stop(std::chrono::seconds(2));
}

bool ManInTheMiddle::isListening() const
{
    return d->host != nullptr;
}

int ManInTheMiddle::requests() const
{
    return d->requests;
}

int ManInTheMiddle::otherThanHello() const
{
    return d->others;
}

std::vector<Bytes> ManInTheMiddle::overheard() const
{
    const std::scoped_lock lock(d->mutex);
    return d->overheard;
}

} // namespace mmm::system_test
