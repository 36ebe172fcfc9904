#pragma once

#include "ssh/agent_request.h"

namespace mmm::ssh {

/// The server that a client has said it speaks to.
struct BoundServer
{
    Bytes hostKey;
    Bytes session;
    /// The server has proved itself in front of this agent. False for kinds of host keys that this program
    /// cannot verify.
    bool isVerified = false;
    bool isForwarding = false;
};

/// A signature that a client wants, after everything about it was checked.
struct WantedSignature
{
    Bytes blob; ///< the key
    Bytes data;
    Purpose purpose;
    std::optional<BoundServer> server; ///< of a login, if the client said so
    bool isForwarded = false;          ///< asked by a server that the person has logged in to
};

/// What one client of the agent has said so far, and what follows for its next request. Knows neither keys
/// nor sockets; a value.
class AgentClient
{
public:
    /// ListKeys and OtherRequest are the caller's; BadSignature, Contradiction, TooLarge for a server that
    /// may not be bound.
    [[nodiscard]] Status bind(const SessionBind& bind);
    /// Unsupported for data that is neither a login nor a signature of a file, Contradiction if the login is
    /// for another server than the client has bound.
    [[nodiscard]] Result<WantedSignature> check(const SignRequest& request) const;

private:
    std::vector<BoundServer> m_servers;
};

} // namespace mmm::ssh
