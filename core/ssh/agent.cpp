#include "ssh/agent.h"

#include "ssh/wire.h"

#include <algorithm>

namespace mmm::ssh {

namespace {

constexpr std::size_t mostServers = 16; // as in OpenSSH

/// Whether the server's key signed the session. Unsupported for other than Ed25519 keys.
Status verifyServer(const SessionBind& bind)
{
    MMM_TRY(const PublicKey key, PublicKey::fromBlob(bind.hostKey));
    MMM_TRY(const crypto::PublicKey ed25519, key.ed25519());
    Reader reader(bind.signature);
    MMM_TRY(const std::string_view type, reader.text());
    MMM_TRY(const BytesView signature, reader.string());
    MMM_CHECK(reader.end());
    if (type != ed25519Type || !ed25519.verify(bind.session, signature))
        return fail(Fault::BadSignature, "the server did not sign the session");
    return {};
}

} // namespace

Status AgentClient::bind(const SessionBind& bind)
{
    constexpr std::size_t longestSession = 128;
    if (bind.session.empty() || bind.session.size() > longestSession || bind.hostKey.empty())
        return fail(Fault::Malformed, "not a session");
    if (m_servers.size() == mostServers)
        return fail(Fault::TooLarge, "forwarded through too many servers");
    const auto isSame = [&](const BoundServer& known) { return known.session == bind.session; };
    // a connection that has been bound for logging in is not forwarded afterwards
    if (std::ranges::any_of(m_servers, isSame) || (!m_servers.empty() && !m_servers.back().isForwarding))
        return fail(Fault::Contradiction, "already bound");
    const Status verified = verifyServer(bind);
    if (!verified && verified.error().fault != Fault::Unsupported)
        return verified;
    m_servers.push_back({bind.hostKey, bind.session, verified.has_value(), bind.isForwarding});
    return {};
}

Result<WantedSignature> AgentClient::check(const SignRequest& request) const
{
    WantedSignature wanted;
    MMM_TRY(wanted.purpose, purposeOf(request.data, request.blob));
    wanted.blob = request.blob;
    wanted.data = request.data;
    wanted.isForwarded = std::ranges::any_of(m_servers, &BoundServer::isForwarding);
    if (wanted.purpose.kind != Purpose::Kind::Login || m_servers.empty())
        return wanted;
    const BoundServer& last = m_servers.back();
    if (last.isForwarding || last.session != wanted.purpose.session ||
        (!wanted.purpose.hostKey.empty() && wanted.purpose.hostKey != last.hostKey))
        return fail(Fault::Contradiction, "a login at another server than the client has named");
    wanted.server = last;
    return wanted;
}

} // namespace mmm::ssh
