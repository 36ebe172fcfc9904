#include "core/mesh/scenario.h"

#include <QElapsedTimer>
#include <QTest>

namespace scenario {

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
}

protocol::Endpoint World::endpoint() const
{
    protocol::Endpoint endpoint;
    endpoint.host = "127.0.0.1";
    endpoint.port = m_port;
    endpoint.hostHeader = m_name;
    return endpoint;
}

Desktop::Desktop(World& world) : m_world(world) {}

Status Desktop::open()
{
    mesh::Options options;
    options.folder = m_folder.path().toStdString();
    options.keyStore = keys;
    options.clock = clock;
    options.knownServices = m_world.others();
    options.knownServices[m_world.name()] = m_world.endpoint();
    MMM_TRY(mesh, mesh::PersonalMesh::open(std::move(options)));
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
