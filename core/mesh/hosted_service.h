#pragma once

#include "mesh/options.h"
#include "protocol/known_service.h"
#include "service/server.h"

namespace mmm::mesh {

/// The Mesh service that this desktop holds for its own account: on this computer, and on the local network
/// when the person wants that.
class HostedService
{
public:
    /// A domain for a service on this computer: its host name under `local`.
    [[nodiscard]] static std::string domainOfThisComputer();

    /// Where all that it keeps is.
    [[nodiscard]] static std::filesystem::path folderOf(const Options& options);

    /// Takes the port if it is free, otherwise another one.
    [[nodiscard]] static Result<std::unique_ptr<HostedService>>
    start(const Options& options, const std::string& domain, std::uint16_t port, bool networkVisible);

    [[nodiscard]] const std::string& domain() const { return m_domain; }
    [[nodiscard]] Status setNetworkVisible(bool visible);
    [[nodiscard]] bool isNetworkVisible() const { return m_networkVisible; }
    /// Where devices reach it, this computer's own address last.
    [[nodiscard]] std::vector<protocol::Endpoint> endpoints() const;
    /// The same as a record of the service has them.
    [[nodiscard]] std::vector<protocol::KnownEndpoint> knownEndpoints() const;
    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] const std::string& serviceUdf() const { return m_server->serviceUdf(); }

private:
    explicit HostedService(std::string domain) : m_domain(std::move(domain)) {}

    std::string m_domain;
    std::unique_ptr<service::Server> m_server;
    bool m_networkVisible = false;
};

} // namespace mmm::mesh
