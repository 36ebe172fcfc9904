#pragma once

#include "schema/applications.h"

namespace mmm::ssh {

// What may stand in a host, so that it cannot be taken for anything else where it is written.

/// A name that the person types after ssh: no pattern, no spaces.
[[nodiscard]] bool isAlias(std::string_view text);
/// A name or address of a computer.
[[nodiscard]] bool isHostName(std::string_view text);
[[nodiscard]] bool isUserName(std::string_view text);
/// One or more of [user@]host[:port], with commas between.
[[nodiscard]] bool isJump(std::string_view text);
inline constexpr std::int64_t highestPort = 65535;
[[nodiscard]] constexpr bool isPort(std::int64_t port)
{
    return port > 0 && port <= highestPort;
}
/// Whether all of it is.
[[nodiscard]] bool isHost(const schema::SshHost& host);

struct ConfigPlan
{
    std::vector<schema::SshHost> hosts;
    std::string userName;       ///< where a host says none
    std::string agentSocket;    ///< path; empty: the agent that the person has anyway
    std::string knownHostsFile; ///< besides OpenSSH's own; empty: none
};

/// Lines for OpenSSH's configuration. Whatever stands behind them applies to all hosts again. Malformed if a
/// host is not one or a path cannot be written there.
[[nodiscard]] Result<std::string> configText(const ConfigPlan& plan);

} // namespace mmm::ssh
