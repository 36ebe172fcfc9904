#include "core/mesh/scenario.h"

#include "service/identity_keeper.h"
#include "service/storage.h"

#include <QElapsedTimer>
#include <QTest>

#include <limits>

namespace scenario {

ForgedService::ForgedService(service::ServerOptions options, Bytes accreditation)
{
    const TimePoint now = options.clock->now();
    const auto storage = options.storage().value();
    service::TlsIdentity::Names names;
    names.dnsNames = options.policy.domains;
    const auto tls = service::openTlsIdentity(*storage, *options.keyStore, names, now).value();
    auto identity = service::openServiceIdentity(*storage, *options.keyStore, tls.spkiSha256(), now).value();
    identity.accreditation = std::move(accreditation);
    service::Service::Options serviceOptions;
    serviceOptions.policy = std::move(options.policy);
    m_service =
        service::Service::start(std::move(serviceOptions), std::move(identity), options.storage).value();
    m_host =
        service::HttpHost::start(std::move(options.http), tls, m_service->handler(), m_service->udfHandler())
            .value();
}

ForgedService::~ForgedService()
{
    m_service->releaseHeld();
    m_host->stop(std::chrono::seconds(1));
}

World::World(std::string name) : m_name(std::move(name))
{
    startService();
}

void World::startService()
{
    service::ServerOptions options;
    options.folder = servicePath().toStdString();
    options.keyStore = m_keys;
    options.policy.domains = {m_name};
    options.policy.courierInterval = std::chrono::milliseconds(50);
    options.policy.quotaOctets = m_quota.value_or(options.policy.quotaOctets);
    for (const auto& [otherName, endpoint] : m_others) {
        protocol::KnownEndpoint place;
        place.host = endpoint.host;
        place.port = endpoint.port;
        place.portal = otherName;
        protocol::KnownService& peer = options.peers[otherName];
        peer.domain = otherName;
        peer.endpoints.push_back(std::move(place));
    }
    options.http.addresses = {{"127.0.0.1", m_port}};
    options.storage = lyingStorage(service::sqliteStorage((options.folder / "service.db").string()), m_lies);
    options.accreditation = m_accreditation;
    if (m_shown) {
        m_forged = std::make_unique<ForgedService>(std::move(options), *m_shown);
        return;
    }
    auto server = service::Server::start(std::move(options));
    if (!server)
        qFatal("the service does not start: %s", server.error().detail.c_str());
    m_server = std::move(*server);
    m_port = m_server->listening().front().port;
}

void World::meet(World& other)
{
    m_others[other.m_name] = other.endpoint();
    other.m_others[m_name] = endpoint();
    for (World* world : {this, &other}) {
        world->stopService();
        world->startService();
    }
}

void World::stopService()
{
    m_server.reset();
    m_forged.reset();
}

std::vector<service::FrameRecord> World::frames(const std::string& account,
                                                const std::string& container) const
{
    constexpr std::size_t unlimited = std::numeric_limits<std::int32_t>::max();
    const auto storage = service::sqliteStorage(servicePath().toStdString() + "/service.db")().value();
    const auto owner = storage->account(account).value();
    const auto found = owner ? storage->container(owner->id, container).value() : std::nullopt;
    return found ? storage->frames(found->id, 0, unlimited, unlimited, unlimited).value()
                 : std::vector<service::FrameRecord>();
}

protocol::Endpoint World::endpoint() const
{
    protocol::Endpoint endpoint;
    endpoint.host = "127.0.0.1";
    endpoint.port = m_port;
    endpoint.hostHeader = m_name;
    return endpoint;
}

void Listener::problem(const mesh::Problem& found)
{
    const std::scoped_lock lock(m_mutex);
    m_problems.push_back(found);
}

void Listener::syncChanged(const mesh::SyncState& state)
{
    const std::scoped_lock lock(m_mutex);
    m_sync = state;
}

void Listener::forgetSync()
{
    const std::scoped_lock lock(m_mutex);
    m_sync.reset();
}

std::optional<mesh::SyncState> Listener::sync() const
{
    const std::scoped_lock lock(m_mutex);
    return m_sync;
}

void Listener::forget()
{
    const std::scoped_lock lock(m_mutex);
    m_problems.clear();
}

std::optional<mesh::Problem> Listener::first() const
{
    const std::scoped_lock lock(m_mutex);
    return m_problems.empty() ? std::nullopt : std::optional(m_problems.front());
}

Desktop::Desktop(World& world) : m_world(world) {}

mesh::Options Desktop::options() const
{
    mesh::Options options;
    options.folder = m_folder.path().toStdString();
    options.keyStore = keys;
    options.clock = clock;
    options.embeddedPort = 0; // tests run side by side
    options.knownServices = m_world.others();
    options.knownServices[m_world.name()] = m_world.endpoint();
    return options;
}

Status Desktop::open()
{
    MMM_TRY(mesh, mesh::PersonalMesh::open(options()));
    mesh->addObserver(&listener);
    return {};
}

Status Desktop::createMesh(const std::string& name, const std::string& fullName)
{
    mesh::NewMesh choice;
    choice.accountName = name;
    choice.fullName = fullName;
    choice.deviceName = "First desktop";
    choice.service.embedded = false;
    choice.service.domain = m_world.name();
    MMM_CHECK(mesh->create(choice));
    mesh->startSync();
    return {};
}

Status Desktop::join(const mesh::ConnectionOffer& offer, const std::string& name)
{
    MMM_CHECK(mesh->requestConnection(offer, name));
    MMM_CHECK(mesh->awaitConnection());
    mesh->startSync();
    return {};
}

Status Desktop::join(Desktop& administrator, const std::string& name)
{
    MMM_TRY(const auto pin, administrator->issuePin());
    MMM_TRY(const auto offer, mesh::ConnectionOffer::parse(pin.text.text()));
    return join(offer, name);
}

bool Desktop::settles()
{
    listener.forgetSync();
    mesh->syncNow();
    return eventually([this] {
        const auto state = listener.sync();
        return state && state->phase == mesh::SyncPhase::Idle && state->pending == 0;
    });
}

std::set<std::string> Desktop::bookmarkTitles()
{
    std::set<std::string> titles;
    account().bookmarks().visit([&titles](const auto& row) { titles.insert(row.entry.title); });
    return titles;
}

void Snapshot::take(const std::filesystem::path& folder)
{
    namespace fs = std::filesystem;
    if (m_isTaken)
        return;
    fs::copy(folder, path(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    m_isTaken = true;
}

void Snapshot::restore(const std::filesystem::path& folder) const
{
    namespace fs = std::filesystem;
    for (const auto& entry : fs::directory_iterator(folder))
        fs::remove_all(entry.path());
    fs::copy(path(), folder, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
}

bool eventually(const std::function<bool()>& condition, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > milliseconds)
            return false;
        QTest::qWait(20);
    }
    return true;
}

schema::CatalogedBookmark bookmark(const std::string& title, const std::string& uri, const std::string& path)
{
    schema::CatalogedBookmark entry;
    entry.title = title;
    entry.uri = uri;
    entry.path = path;
    return entry;
}

std::string describe(const Error& error)
{
    return "fault " + std::to_string(static_cast<int>(error.fault)) + ": " + error.detail;
}

} // namespace scenario
