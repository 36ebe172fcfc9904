#pragma once

#include "keystore/key_store.h"
#include "service/http_host.h"
#include "service/service.h"
#include "service/storage.h"

#include <filesystem>

namespace mmm::service {

struct ServerOptions
{
    std::filesystem::path folder; ///< where the data is kept; made if missing
    std::shared_ptr<keystore::KeyStore> keyStore;
    ServicePolicy policy; ///< with at least one domain
    HttpHostOptions http;
    unsigned threads = 2;
    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
    /// Other services that are not to be looked for in the DNS, by domain.
    std::map<std::string, protocol::KnownService> peers{};
    /// Certificate chain and private key from an authority, as PEM files; without them the server makes its
    /// own.
    std::filesystem::path certificateChain{};
    std::filesystem::path certificateKey{};
    /// File in which an account or a personal mesh states that it runs this service
    /// (schema/service_accreditation.h); shown to whoever asks who the service is.
    std::filesystem::path accreditation{};
    /// Where the data is kept; by default a SQLite file in the folder.
    StorageFactory storage{};
    /// Takes lines for the operator's log, from any thread.
    std::function<void(const std::string& line)> report = [](const std::string&) {};
};

/// A whole Mesh service: its data, its identity, its threads and the addresses that it listens on. The
/// desktop embeds one; mesh-service is little more than one.
class Server
{
public:
    /// Serves when it returns; not with an accreditation that does not hold for this service. Needs a
    /// QCoreApplication for the database driver.
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(ServerOptions options);
    /// Stops with a second of grace.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::vector<protocol::Endpoint> listening() const;
    [[nodiscard]] const std::string& serviceUdf() const;
    /// SHA-256 of the TLS key: what clients pin.
    [[nodiscard]] const Bytes& tlsKeyDigest() const;
    [[nodiscard]] HttpHost& host();

    /// Answers held requests, lets the others finish for up to `grace`, and stops.
    void stop(std::chrono::milliseconds grace);

private:
    struct Private;
    explicit Server(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace mmm::service
