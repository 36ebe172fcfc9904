#include "service/server.h"

#include "service/identity_keeper.h"
#include "store/data_folder.h"

namespace mmm::service {

struct Server::Private
{
    explicit Private(store::DataFolder held) : folder(std::move(held)) {}

    store::DataFolder folder; ///< for this process alone
    std::string serviceUdf;
    Bytes tlsKeyDigest;
    std::unique_ptr<Service> service;
    std::unique_ptr<HttpHost> host; ///< last: it calls the service
};

namespace {

TlsIdentity::Names namesOf(const ServerOptions& options)
{
    TlsIdentity::Names names;
    names.dnsNames = options.policy.domains;
    names.dnsNames.emplace_back("localhost");
    for (const ListenAddress& address : options.http.addresses) {
        if (address.address != "0.0.0.0" && address.address != "::")
            names.addresses.push_back(address.address);
    }
    return names;
}

/// The body limit of HTTP follows from what an Upload may hold, base64url included (WIRE G.1).
std::size_t bodyLimit(const ServicePolicy& policy)
{
    constexpr std::size_t overhead = 1U << 20U;
    return overhead + policy.updateOctets;
}

} // namespace

Server::Server(std::unique_ptr<Private> p) : d(std::move(p)) {}

Result<std::unique_ptr<Server>> Server::start(ServerOptions options)
{
    if (options.policy.domains.empty())
        return fail(Fault::Missing, "a service needs a domain");
    for (std::string& domain : options.policy.domains)
        domain = asciiLower(domain);
    auto folder = store::DataFolder::lock(std::filesystem::absolute(options.folder).string());
    if (!folder)
        return fail(folder.error().fault,
                    folder.error().fault == Fault::InUse
                        ? "another process serves the data in " + options.folder.string()
                        : "cannot use " + options.folder.string());
    const StorageFactory storage =
        options.storage ? options.storage : sqliteStorage((options.folder / "service.db").string());
    MMM_TRY(const std::unique_ptr<Storage> first, storage());
    const TimePoint now = options.clock->now();
    auto tls = options.certificateChain.empty()
                   ? openTlsIdentity(*first, *options.keyStore, namesOf(options), now)
                   : TlsIdentity::loadFiles(options.certificateChain, options.certificateKey);
    if (!tls)
        return tl::unexpected<Error>(tls.error());
    MMM_TRY(ServiceIdentity identity, openServiceIdentity(*first, *options.keyStore, tls->spkiSha256(), now));

    auto p = std::make_unique<Private>(std::move(*folder));
    p->serviceUdf = identity.serviceUdf;
    p->tlsKeyDigest = tls->spkiSha256();
    options.http.limits.mostBodyBytes = bodyLimit(options.policy);
    Service::Options serviceOptions;
    serviceOptions.policy = std::move(options.policy);
    serviceOptions.threads = options.threads;
    serviceOptions.clock = options.clock;
    serviceOptions.peers = std::move(options.peers);
    MMM_TRY(p->service, Service::start(std::move(serviceOptions), std::move(identity), storage));
    MMM_TRY(p->host,
            HttpHost::start(std::move(options.http), *tls, p->service->handler(), p->service->udfHandler()));
    return std::unique_ptr<Server>(new Server(std::move(p)));
}

Server::~Server()
{
    if (d->host)
        stop(std::chrono::seconds(1));
}

std::vector<protocol::Endpoint> Server::listening() const
{
    return d->host->listening();
}

const std::string& Server::serviceUdf() const
{
    return d->serviceUdf;
}

const Bytes& Server::tlsKeyDigest() const
{
    return d->tlsKeyDigest;
}

HttpHost& Server::host()
{
    return *d->host;
}

void Server::stop(std::chrono::milliseconds grace)
{
    d->service->releaseHeld();
    d->host->stop(grace);
}

} // namespace mmm::service
