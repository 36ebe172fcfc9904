#pragma once

#include "protocol/authentication.h"
#include "service/call.h"
#include "service/replay_guard.h"
#include "service/ticket_office.h"

namespace mmm::service {

/// Finds out who sent a request (WIRE G.4). May be used from any thread, each with its own storage.
class Authenticator
{
public:
    Authenticator(const ServiceIdentity& identity, const Clock& clock) : m_identity(identity), m_clock(clock)
    {}

    /// Before the first request: what a service that has served before must not admit again.
    [[nodiscard]] Status begin(Storage& storage);

    /// What the time is, so that the next start knows whether the clock was set back since. From time to
    /// time, and at the end.
    [[nodiscard]] Status noteTime(Storage& storage) const;

    /// As whom a request comes if its proof is right, which is not looked at. Faults as of authenticate().
    [[nodiscard]] Result<CallerMode> claimedMode(Storage& storage,
                                                 const protocol::ReceivedRequest& request) const;

    /// The time as an answer states it.
    [[nodiscard]] TimePoint timeToTell() const { return m_replays.timeToTell(m_clock.now()); }

    /// Proves the request and says whose it is; afterwards request.payload() is the caller's.
    /// BadSignature if the proof is wrong, Disconnected if the key is nobody's, Expired for a ticket that is
    /// over, WrongService if it was made for another host. After ClockWrong, Replayed, Suspended and
    /// AccountClosed the answer can be sealed: the proof was right.
    [[nodiscard]] Result<Caller> authenticate(Storage& storage, std::string_view host,
                                              protocol::ReceivedRequest& request);

    /// The caller as the storage knows it now: a held request may outlive its device's membership.
    [[nodiscard]] Result<Caller> refresh(Storage& storage, const Caller& caller) const;

    /// The same inside a change of the storage: what was proved before it began may be over by then. The
    /// caller has the account and the device of the moment afterwards. Expired if what it proved to be has
    /// changed, so that it proves itself anew.
    [[nodiscard]] static Status confirm(Storage& storage, Caller& caller);

    /// A ticket to go with the answer, where one may be had.
    [[nodiscard]] protocol::ReceivedRequest::Issue ticketFor(const Caller& caller) const;

private:
    struct Claim
    {
        Caller caller;
        std::optional<crypto::PublicKey> key;
    };
    [[nodiscard]] Result<Claim> claimOf(Storage& storage, const protocol::ReceivedRequest& request) const;
    [[nodiscard]] Result<Claim> byCatalog(const AccountRecord& account, const DeviceRecord& device,
                                          const std::string& keyUdf) const;
    [[nodiscard]] Result<Claim> byProfile(const dare::Envelope& profile, const std::string& keyUdf) const;
    [[nodiscard]] Result<Claim> byHost(const dare::Envelope& host, const protocol::ReceivedRequest& request,
                                       const std::string& keyUdf) const;
    [[nodiscard]] Result<Claim> byConnection(Storage& storage, const dare::Envelope& connection,
                                             const std::string& keyUdf) const;
    [[nodiscard]] Result<Claim> byGroup(Storage& storage, const dare::Envelope& group,
                                        const std::string& keyUdf) const;
    [[nodiscard]] static Result<Claim> byGuest(const dare::Envelope& connection,
                                               const dare::Envelope& account, const std::string& keyUdf);
    [[nodiscard]] static Result<Claim> byAdministrator(const AccountRecord& account,
                                                       const schema::PublicKey& administrator,
                                                       const std::string& keyUdf);
    [[nodiscard]] Result<Claim> byAdministration(Storage& storage, const dare::Envelope& account,
                                                 const std::string& keyUdf) const;
    [[nodiscard]] Result<Caller> withTicket(Storage& storage, std::string_view host,
                                            protocol::ReceivedRequest& request);

    const ServiceIdentity& m_identity;
    const Clock& m_clock;
    ReplayGuard m_replays;
    TicketOffice m_tickets;
};

} // namespace mmm::service
