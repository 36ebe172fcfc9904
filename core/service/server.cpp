#include "service/server.h"

#include "schema/service_accreditation.h"
#include "service/identity_keeper.h"
#include "store/data_folder.h"

#include <filesystem>
#include <fstream>
#include <limits>

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

constexpr std::uintmax_t reserveOctets = 512U << 10U;
constexpr std::uintmax_t roomWithReserve = 2U << 20U; ///< below this the reserve would do harm

std::filesystem::path reserveOf(const std::filesystem::path& folder)
{
    return folder / "reserve";
}

std::uintmax_t roomIn(const std::filesystem::path& folder)
{
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    return error ? std::numeric_limits<std::uintmax_t>::max() : space.available;
}

/// A file that holds nothing but room: given up when the service has to start on a full disk.
void keepReserve(const std::filesystem::path& folder)
{
    std::error_code error;
    const std::filesystem::path path = reserveOf(folder);
    if (std::filesystem::file_size(path, error) == reserveOctets || roomIn(folder) < roomWithReserve)
        return;
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << std::string(reserveOctets, '\0');
    file.close();
    if (!file)
        std::filesystem::remove(path, error);
}

/// Opening takes some room even where nothing is changed.
Result<std::unique_ptr<Storage>> openStorage(const StorageFactory& storage,
                                             const std::filesystem::path& folder)
{
    auto opened = storage();
    if (opened || (opened.error().fault != Fault::Io && opened.error().fault != Fault::DiskFull))
        return opened;
    std::error_code error;
    if (std::filesystem::remove(reserveOf(folder), error))
        opened = storage();
    if (!opened && roomIn(folder) < reserveOctets)
        return fail(Fault::DiskFull, "the disk of " + folder.string() +
                                         " is full; make some megabytes of room there and start the service "
                                         "again, nothing is lost");
    return opened;
}

/// What stands in the operator's file, once it is sure that everybody else will believe it, too.
Result<Bytes> readAccreditation(const std::filesystem::path& path, const ServiceIdentity& identity)
{
    const std::string name = path.string();
    std::ifstream file(path, std::ios::binary);
    Bytes octets(schema::mostAccreditationOctets + 1);
    file.read(reinterpret_cast<char*>(octets.data()), static_cast<std::streamsize>(octets.size()));
    if (file.bad() || (file.fail() && !file.eof()))
        return fail(Fault::NotFound, "accreditation: cannot read " + name);
    octets.resize(static_cast<std::size_t>(file.gcount()));
    MMM_TRY(const auto service, schema::verifyProfileService(identity.profileService));
    const auto accredited = schema::verifyServiceAccreditation(octets, service);
    if (accredited)
        return octets;
    switch (accredited.error().fault) {
    case Fault::Contradiction:
        return fail(Fault::Contradiction, "accreditation: " + name +
                                              " is for another service than this one, " +
                                              identity.serviceUdf);
    case Fault::NotAuthorised:
    case Fault::BadSignature:
    case Fault::Damaged:
        return fail(accredited.error().fault, "accreditation: what is signed in " + name +
                                                  " does not hold (" + accredited.error().detail + ")");
    default:
        return fail(accredited.error().fault, "accreditation: " + name +
                                                  " is not a statement of who runs a service (" +
                                                  accredited.error().detail + ")");
    }
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
    MMM_TRY(const std::unique_ptr<Storage> first, openStorage(storage, options.folder));
    const TimePoint now = options.clock->now();
    auto tls = options.certificateChain.empty()
                   ? openTlsIdentity(*first, *options.keyStore, namesOf(options), now)
                   : TlsIdentity::loadFiles(options.certificateChain, options.certificateKey);
    if (!tls)
        return tl::unexpected<Error>(tls.error());
    MMM_TRY(ServiceIdentity identity, openServiceIdentity(*first, *options.keyStore, tls->spkiSha256(), now));

    if (!options.accreditation.empty()) {
        MMM_TRY(identity.accreditation, readAccreditation(options.accreditation, identity));
    }

    keepReserve(options.folder);
    auto p = std::make_unique<Private>(std::move(*folder));
    p->serviceUdf = identity.serviceUdf;
    p->tlsKeyDigest = tls->spkiSha256();
    options.http.limits.mostBodyBytes = bodyLimit(options.policy);
    Service::Options serviceOptions;
    serviceOptions.policy = std::move(options.policy);
    serviceOptions.threads = options.threads;
    serviceOptions.clock = options.clock;
    serviceOptions.peers = std::move(options.peers);
    serviceOptions.report = std::move(options.report);
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
