#pragma once

#include "protocol/discovery.h"
#include "protocol/known_service.h"
#include "service/call.h"
#include "service/http_message.h"

#include <functional>
#include <memory>

namespace mmm::service {

/// The Mesh service: takes requests, finds out whose they are, does them, and answers (WIRE G). Whatever
/// carries HTTP calls handler(); see http_host.h.
///
/// Works on threads of its own. Every function may be called from any thread.
class Service
{
public:
    struct Options
    {
        ServicePolicy policy;
        unsigned threads = 2;
        std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
        /// Other services that are not to be looked for in the DNS, by domain; see PeerBook.
        std::map<std::string, protocol::KnownService> peers{};
        protocol::DiscoveryOptions discovery{};
        /// Takes lines for the operator's log, from any thread.
        std::function<void(const std::string& line)> report = [](const std::string&) {};
    };

    /// Fails if the storage cannot be opened.
    [[nodiscard]] static Result<std::unique_ptr<Service>> start(Options options, ServiceIdentity identity,
                                                                const StorageFactory& storage);
    /// Answers what is being held, finishes what is in hand.
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// For HttpHost::start; must not be called after the service is gone.
    [[nodiscard]] HttpHandler handler();
    [[nodiscard]] UdfHandler udfHandler();

    /// Answers all held requests now: before the host stops.
    void releaseHeld();

private:
    struct Private;
    explicit Service(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace mmm::service
