#include "mesh/hosted_service.h"

#include <QHostInfo>
#include <QNetworkInterface>

#include <algorithm>

namespace mmm::mesh {

namespace {

bool isLoopback(const protocol::Endpoint& endpoint)
{
    return QHostAddress(QString::fromStdString(endpoint.host)).isLoopback();
}

/// Addresses by which other computers reach this one.
std::vector<std::string> networkAddresses()
{
    std::vector<std::string> addresses;
    const auto all = QNetworkInterface::allAddresses();
    for (const QHostAddress& address : all) {
        if (!address.isLoopback() && !address.isLinkLocal() &&
            address.protocol() == QAbstractSocket::IPv4Protocol)
            addresses.push_back(address.toString().toStdString());
    }
    return addresses;
}

} // namespace

std::string HostedService::domainOfThisComputer()
{
    std::string name;
    for (const QChar c : QHostInfo::localHostName().toLower().section(u'.', 0, 0)) {
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (isPlain)
            name += static_cast<char>(c.unicode());
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && name.back() == '-')
        name.pop_back();
    return (name.empty() ? "this-computer" : name) + ".local";
}

std::filesystem::path HostedService::folderOf(const Options& options)
{
    return options.folder / "service";
}

Result<std::unique_ptr<HostedService>> HostedService::start(const Options& options, const std::string& domain,
                                                            std::uint16_t port, bool networkVisible)
{
    auto hosted = std::unique_ptr<HostedService>(new HostedService(domain));
    const auto serve = [&](std::uint16_t wanted) {
        service::ServerOptions server;
        server.folder = folderOf(options);
        server.keyStore = options.keyStore;
        server.clock = options.clock;
        server.policy.domains = {domain};
        // the disk is the owner's own; what others may fill is bounded all the same
        server.policy.quotaOctets = std::uint64_t(16) << 30U;
        server.policy.publicationsPerHour = 0;
        server.http.addresses = {{"127.0.0.1", wanted}};
        return service::Server::start(std::move(server));
    };
    auto server = serve(port);
    if (!server && port != 0 &&
        (server.error().fault == Fault::InUse || server.error().fault == Fault::NotAuthorised))
        server = serve(0);
    if (!server)
        return tl::unexpected<Error>(server.error());
    hosted->m_server = std::move(*server);
    // a computer without a network serves itself all the same
    if (networkVisible)
        (void)hosted->setNetworkVisible(true);
    return hosted;
}

Status HostedService::setNetworkVisible(bool visible)
{
    for (const protocol::Endpoint& endpoint : m_server->listening()) {
        if (!isLoopback(endpoint))
            MMM_CHECK(m_server->host().removeListener(endpoint));
    }
    m_networkVisible = false;
    if (!visible)
        return {};
    const std::uint16_t wanted = port();
    bool any = false;
    for (const std::string& address : networkAddresses()) {
        if (m_server->host().addListener({address, wanted}) || m_server->host().addListener({address, 0}))
            any = true;
    }
    if (!any)
        return fail(Fault::Offline, "this computer has no address on a network");
    m_networkVisible = true;
    return {};
}

std::vector<protocol::Endpoint> HostedService::endpoints() const
{
    std::vector<protocol::Endpoint> endpoints = m_server->listening();
    for (protocol::Endpoint& endpoint : endpoints)
        endpoint.hostHeader = m_domain;
    std::stable_partition(endpoints.begin(), endpoints.end(),
                          [](const protocol::Endpoint& e) { return !isLoopback(e); });
    return endpoints;
}

std::vector<protocol::KnownEndpoint> HostedService::knownEndpoints() const
{
    std::vector<protocol::KnownEndpoint> known;
    for (const protocol::Endpoint& endpoint : endpoints()) {
        protocol::KnownEndpoint& place = known.emplace_back();
        place.host = endpoint.host;
        place.port = endpoint.port;
        place.portal = m_domain;
    }
    return known;
}

std::uint16_t HostedService::port() const
{
    const auto listening = m_server->listening();
    const auto loopback = std::ranges::find_if(listening, isLoopback);
    return loopback == listening.end() ? 0 : loopback->port;
}

} // namespace mmm::mesh
