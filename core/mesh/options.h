#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "keystore/key_store.h"
#include "protocol/endpoint.h"

#include <filesystem>
#include <map>
#include <memory>

namespace mmm::mesh {

/// What the mesh needs from its surroundings.
struct Options
{
    std::filesystem::path folder; ///< the data folder, made if missing (0700)
    std::shared_ptr<keystore::KeyStore> keyStore;
    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
    /// Services whose place is known without asking the DNS: domain → endpoint.
    std::map<std::string, protocol::Endpoint> knownServices;
    /// Domain of the service on this computer, if the mesh of another folder holds it: one of those above.
    std::string domainHere;
    /// Preferred port of the embedded service; another one is taken if it is in use.
    std::uint16_t embeddedPort = 4483;
};

/// Where the account shall be kept.
struct ServiceChoice
{
    bool embedded = true; ///< on this computer
    std::string domain;   ///< otherwise the DNS name of the service
    std::string address;  ///< "host:port" where the DNS does not know the service; may be empty
};

struct NewMesh
{
    std::string accountName; ///< the part before the @
    std::string fullName;    ///< for the person's own contact entry; may be empty
    std::string deviceName;
    ServiceChoice service;
};

struct ServiceInfo
{
    std::string account; ///< name@domain
    std::string domain;
    bool embedded = false;
    bool running = false; ///< embedded: whether it could be started
    bool networkVisible = false;
    std::vector<protocol::Endpoint> endpoints;
    std::string serviceUdf; ///< fingerprint of the ProfileService
};

} // namespace mmm::mesh
