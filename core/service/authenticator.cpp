#include "service/authenticator.h"

#include "encoding/timestamp.h"
#include "schema/any.h"
#include "schema/catalog.h"
#include "schema/key_check.h"
#include "schema/make.h"
#include "schema/verify.h"
#include "udf/fingerprint.h"

#include <algorithm>

namespace mmm::service {

namespace {

constexpr auto latestSetting = "latest";

tl::unexpected<Error> unknownDevice()
{
    return fail(Fault::Disconnected, "the key is not that of a connected device");
}

/// Told only to who has proved to be of the account. What a suspended one may do, the dispatcher knows.
Status checkOpen(const Caller& caller)
{
    return caller.account && caller.account->state == AccountState::Closed
               ? fail(Fault::AccountClosed, "the account was deleted")
               : Status();
}

const dare::Envelope* credential(const protocol::ReceivedRequest& request, std::string_view name)
{
    for (const protocol::Credential& credential : request.credentials()) {
        if (credential.name == name)
            return &credential.envelope;
    }
    return nullptr;
}

/// The key if its fingerprint is the one claimed.
Result<crypto::PublicKey> claimedKey(const std::optional<schema::PublicKey>& key, const std::string& keyUdf)
{
    MMM_TRY(const crypto::PublicKey decoded, schema::keyOf(key));
    if (udf::fingerprint(decoded).text() != keyUdf)
        return unknownDevice();
    return decoded;
}

} // namespace

Status Authenticator::begin(Storage& storage)
{
    constexpr auto served = "served";
    MMM_TRY(const auto before, storage.setting(served));
    if (!before)
        return storage.setSetting(served, bytesOf("1"));
    const TimePoint now = m_clock.now();
    MMM_TRY(const auto text, storage.setting(latestSetting));
    const auto latest = text ? encoding::fromTimestamp(textOf(*text)) : Result<TimePoint>(now);
    MMM_TRY(const auto seen, storage.seenAfter(now));
    m_replays.goOn(now, latest.value_or(now), seen);
    return {};
}

Status Authenticator::noteTime(Storage& storage) const
{
    return storage.setSetting(latestSetting, bytesOf(encoding::toTimestamp(m_clock.now())));
}

Result<CallerMode> Authenticator::claimedMode(Storage& storage,
                                              const protocol::ReceivedRequest& request) const
{
    if (request.proof() == protocol::Proof::Ticket)
        return m_tickets.read(request.ticket(), m_clock.now()).map([](const auto&) {
            return CallerMode::Member;
        });
    MMM_TRY(const Claim claim, claimOf(storage, request));
    return claim.caller.mode;
}

Result<Caller> Authenticator::authenticate(Storage& storage, std::string_view host,
                                           protocol::ReceivedRequest& request)
{
    const TimePoint now = m_clock.now();
    Caller caller;
    if (request.proof() == protocol::Proof::Ticket) {
        MMM_TRY(caller, withTicket(storage, host, request));
    } else {
        MMM_TRY(Claim claim, claimOf(storage, request));
        if (request.proof() == protocol::Proof::KeyAgreement) {
            if (request.serverUdf() != udf::fingerprint(m_identity.hostAuthentication->publicKey()).text())
                return fail(Fault::WrongService, "encrypted to another host");
            MMM_CHECK(request.openWithKey(host, *m_identity.hostAuthentication, *claim.key));
        } else {
            MMM_CHECK(request.openWithSignature(*claim.key));
        }
        caller = std::move(claim.caller);
    }
    MMM_CHECK(m_replays.admit(caller.keyUdf, request.uniqueId(), request.created(), now,
                              caller.mode == CallerMode::Member));
    // from then on a restart refuses it for its time; on a full disk it comes again, with the service's time
    if (request.created() > now &&
        !storage.keepSeen(ReplayGuard::markOf(caller.keyUdf, request.uniqueId()), request.created()))
        return fail(Fault::ClockWrong, "Clock");
    MMM_CHECK(checkOpen(caller));
    // on a full disk this cannot be noted, and reading goes on all the same
    if (caller.device)
        (void)storage.touchDevice(caller.account->id, caller.deviceUdf, now);
    return caller;
}

Result<Caller> Authenticator::withTicket(Storage& storage, std::string_view host,
                                         protocol::ReceivedRequest& request)
{
    MMM_TRY(const TicketContent ticket, m_tickets.read(request.ticket(), m_clock.now()));
    MMM_CHECK(request.openWithTicket(host, ticket.master));
    MMM_TRY(const auto found, storage.deviceByKey(ticket.authenticationUdf));
    if (!found || found->first.address != ticket.account || found->second.frame != ticket.entryFrame)
        return fail(Fault::Expired, "the device's entry has changed");
    MMM_TRY(Claim claim, byCatalog(found->first, found->second, ticket.authenticationUdf));
    return std::move(claim.caller);
}

Result<Authenticator::Claim> Authenticator::claimOf(Storage& storage,
                                                    const protocol::ReceivedRequest& request) const
{
    const std::string& keyUdf = request.clientUdf();
    MMM_TRY(const auto found, storage.deviceByKey(keyUdf));
    if (found) {
        // to the groups of this service, who has left is like somebody who never was here
        const dare::Envelope* connection = credential(request, "Connection");
        const dare::Envelope* account = credential(request, "ProfileAccount");
        if (found->first.state == AccountState::Closed && connection && account)
            return byGuest(*connection, *account, keyUdf);
        return byCatalog(found->first, found->second, keyUdf);
    }
    if (const dare::Envelope* group = credential(request, "ProfileGroup"))
        return byGroup(storage, *group, keyUdf);
    if (const dare::Envelope* connection = credential(request, "Connection")) {
        auto here = byConnection(storage, *connection, keyUdf);
        const dare::Envelope* account = credential(request, "ProfileAccount");
        return here || !account || here.error().fault != Fault::Disconnected
                   ? std::move(here)
                   : byGuest(*connection, *account, keyUdf);
    }
    if (const dare::Envelope* host = credential(request, "ProfileHost"))
        return byHost(*host, request, keyUdf);
    if (const dare::Envelope* account = credential(request, "ProfileAccount"))
        return byAdministration(storage, *account, keyUdf);
    if (const dare::Envelope* profile = credential(request, "ProfileDevice"))
        return byProfile(*profile, keyUdf);
    return unknownDevice();
}

Result<Authenticator::Claim> Authenticator::byCatalog(const AccountRecord& account,
                                                      const DeviceRecord& device,
                                                      const std::string& keyUdf) const
{
    MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(device.connection));
    MMM_TRY(const schema::ConnectionAccount connection,
            schema::payloadOf<schema::ConnectionAccount>(envelope));
    Claim claim;
    MMM_TRY(claim.key, claimedKey(connection.keyAuthentication, keyUdf));
    claim.caller.mode = CallerMode::Member;
    claim.caller.keyUdf = keyUdf;
    claim.caller.deviceUdf = device.deviceUdf;
    claim.caller.account = account;
    claim.caller.device = device;
    claim.caller.permissions = connection.permissions;
    return claim;
}

Result<Authenticator::Claim> Authenticator::byProfile(const dare::Envelope& envelope,
                                                      const std::string& keyUdf) const
{
    MMM_TRY(const schema::Verified<schema::ProfileDevice> profile, schema::verifyProfileDevice(envelope));
    Claim claim;
    MMM_TRY(claim.key, claimedKey(profile->keyAuthentication, keyUdf));
    claim.caller.mode = CallerMode::Device;
    claim.caller.keyUdf = keyUdf;
    claim.caller.deviceUdf = profile.udf();
    return claim;
}

/// The host of another service, which that service vouches for.
Result<Authenticator::Claim> Authenticator::byHost(const dare::Envelope& envelope,
                                                   const protocol::ReceivedRequest& request,
                                                   const std::string& keyUdf) const
{
    const dare::Envelope* connection = credential(request, "ConnectionHost");
    const dare::Envelope* profile = credential(request, "ProfileService");
    if (!connection || !profile)
        return fail(Fault::Missing, "a host that no service vouches for");
    MMM_TRY(const auto host, schema::verifyProfileHost(envelope));
    MMM_TRY(const auto service, schema::verifyProfileService(*profile));
    MMM_CHECK(schema::verifyConnectionHost(*connection, service, host));
    Claim claim;
    MMM_TRY(claim.key, claimedKey(host->keyAuthentication, keyUdf));
    claim.caller.mode = CallerMode::Service;
    claim.caller.keyUdf = keyUdf;
    claim.caller.serviceUdf = service.udf();
    return claim;
}

/// A device that is connected but not in the catalog: only while there is no device catalog yet, right after
/// the account was made. Later the catalog alone says who is connected.
Result<Authenticator::Claim> Authenticator::byConnection(Storage& storage, const dare::Envelope& envelope,
                                                         const std::string& keyUdf) const
{
    MMM_TRY(const schema::ConnectionAccount unverified,
            schema::payloadOf<schema::ConnectionAccount>(envelope));
    for (const std::string& address : unverified.serviceId) {
        MMM_TRY(const AccountAddress parts, parseAddress(address));
        MMM_TRY(const auto account, storage.account(parts.canonical()));
        if (!account)
            continue;
        MMM_TRY(const auto catalog, storage.container(account->id, std::string(schema::store_name::device)));
        if (catalog && catalog->frames > 0)
            return unknownDevice();
        MMM_TRY(const dare::Envelope profileEnvelope, dare::Envelope::parse(account->profileAccount));
        MMM_TRY(const schema::Verified<schema::ProfileAccount> profile,
                schema::verifyProfileAccount(profileEnvelope));
        MMM_TRY(const schema::Verified<schema::ConnectionAccount> connection,
                schema::verifyConnectionAccount(envelope, profile));
        Claim claim;
        MMM_TRY(claim.key, claimedKey(connection->keyAuthentication, keyUdf));
        claim.caller.mode = CallerMode::Member;
        claim.caller.keyUdf = keyUdf;
        claim.caller.account = account;
        claim.caller.isBeforeCatalog = true;
        claim.caller.permissions = connection->permissions;
        return claim;
    }
    return unknownDevice();
}

Result<Authenticator::Claim> Authenticator::byAdministrator(const AccountRecord& account,
                                                            const schema::PublicKey& administrator,
                                                            const std::string& keyUdf)
{
    Claim claim;
    MMM_TRY(claim.key, claimedKey(administrator, keyUdf));
    claim.caller.mode = CallerMode::Member;
    claim.caller.keyUdf = keyUdf;
    claim.caller.account = account;
    claim.caller.permissions = {schema::makePermission("Administration")};
    return claim;
}

/// An administration key of the account's personal mesh proves itself: how a recovered mesh, whose device is
/// not in the catalog yet, gets there (WIRE G.8.2). The credential only says which account is meant; the mesh
/// as it is stored says who administers it.
Result<Authenticator::Claim> Authenticator::byAdministration(Storage& storage, const dare::Envelope& envelope,
                                                             const std::string& keyUdf) const
{
    MMM_TRY(const schema::Verified<schema::ProfileAccount> named, schema::verifyProfileAccount(envelope));
    for (const std::string& address : named->serviceIds) {
        MMM_TRY(const AccountAddress parts, parseAddress(address));
        MMM_TRY(const auto account, storage.account(parts.canonical()));
        if (!account || account->accountUdf != named.udf() || account->state == AccountState::Closed)
            continue;
        MMM_TRY(const dare::Envelope meshEnvelope, dare::Envelope::parse(account->profileMesh));
        MMM_TRY(const schema::ProfileMesh mesh, schema::payloadOf<schema::ProfileMesh>(meshEnvelope));
        const auto administrator =
            std::ranges::find(mesh.keysOnlineSignature, keyUdf, &schema::PublicKey::udf);
        if (administrator != mesh.keysOnlineSignature.end())
            return byAdministrator(*account, *administrator, keyUdf);
    }
    return unknownDevice();
}

/// An administrator of a group, by the key that the group's profile has for it as it is stored here. The
/// credential only says which group is meant.
Result<Authenticator::Claim> Authenticator::byGroup(Storage& storage, const dare::Envelope& envelope,
                                                    const std::string& keyUdf) const
{
    MMM_TRY(const schema::Verified<schema::ProfileGroup> named, schema::verifyProfileGroup(envelope));
    for (const std::string& address : named->serviceIds) {
        MMM_TRY(const AccountAddress parts, parseAddress(address));
        MMM_TRY(const auto account, storage.account(parts.canonical()));
        if (!account || !account->isGroup || account->accountUdf != named.udf())
            continue;
        MMM_TRY(const dare::Envelope stored, dare::Envelope::parse(account->profileAccount));
        MMM_TRY(const schema::ProfileGroup group, schema::payloadOf<schema::ProfileGroup>(stored));
        const auto administrator =
            std::ranges::find(group.keysOnlineSignature, keyUdf, &schema::PublicKey::udf);
        if (administrator != group.keysOnlineSignature.end())
            return byAdministrator(*account, *administrator, keyUdf);
    }
    return unknownDevice();
}

/// A device of an account that is kept elsewhere: good for what members of groups may do, which is where it
/// is looked at whose account that is. Whether the device is still connected is known by the account's
/// profile only, whose online key changes when an administration device leaves.
Result<Authenticator::Claim> Authenticator::byGuest(const dare::Envelope& connection,
                                                    const dare::Envelope& account, const std::string& keyUdf)
{
    MMM_TRY(const schema::Verified<schema::ProfileAccount> profile, schema::verifyProfileAccount(account));
    MMM_TRY(const schema::Verified<schema::ConnectionAccount> member,
            schema::verifyConnectionAccount(connection, profile));
    // without these two the connection would fit any account
    if (member->subjectUdf.empty() || member->authorityUdf.empty() || !profile.isCurrent() ||
        !member.isCurrent())
        return unknownDevice();
    Claim claim;
    MMM_TRY(claim.key, claimedKey(member->keyAuthentication, keyUdf));
    claim.caller.mode = CallerMode::Guest;
    claim.caller.keyUdf = keyUdf;
    claim.caller.guestUdf = profile.udf();
    claim.caller.guestUpdated = profile->updated;
    return claim;
}

Result<Caller> Authenticator::refresh(Storage& storage, const Caller& caller) const
{
    if (caller.mode != CallerMode::Member)
        return caller;
    MMM_TRY(const auto found, storage.deviceByKey(caller.keyUdf));
    if (!found) {
        Caller same = caller;
        MMM_CHECK(confirm(storage, same));
        return same;
    }
    MMM_TRY(Claim claim, byCatalog(found->first, found->second, caller.keyUdf));
    MMM_CHECK(checkOpen(claim.caller));
    return std::move(claim.caller);
}

Status Authenticator::confirm(Storage& storage, Caller& caller)
{
    if (caller.mode != CallerMode::Member)
        return {};
    if (caller.device) {
        MMM_TRY(const auto found, storage.deviceByKey(caller.keyUdf));
        if (!found || found->first.id != caller.account->id)
            return unknownDevice();
        if (found->second.frame != caller.device->frame)
            return fail(Fault::Expired, "the device's entry has changed");
        caller.account = found->first;
        caller.device = found->second;
        return checkOpen(caller);
    }
    MMM_TRY(const auto account, storage.account(caller.account->address));
    if (!account || account->id != caller.account->id)
        return unknownDevice();
    // who administers it stands in there
    if (account->profileMesh != caller.account->profileMesh ||
        account->profileAccount != caller.account->profileAccount)
        return fail(Fault::Expired, "the account's profiles have changed");
    if (caller.isBeforeCatalog) {
        MMM_TRY(const auto catalog, storage.container(account->id, std::string(schema::store_name::device)));
        if (catalog && catalog->frames > 0)
            return fail(Fault::Expired, "there is a device catalog now");
    }
    caller.account = account;
    return checkOpen(caller);
}

protocol::ReceivedRequest::Issue Authenticator::ticketFor(const Caller& caller) const
{
    if (caller.mode != CallerMode::Member || !caller.device)
        return {};
    TicketContent content;
    content.account = caller.account->address;
    content.authenticationUdf = caller.keyUdf;
    content.entryFrame = caller.device->frame;
    content.expires = m_clock.now() + TicketOffice::lifetime;
    protocol::ReceivedRequest::Issue issue;
    issue.ticketExpires = encoding::toTimestamp(content.expires);
    issue.makeToken = [this, content](const SharedSecret& master) {
        TicketContent whole = content;
        whole.master = master;
        return m_tickets.issue(whole);
    };
    return issue;
}

} // namespace mmm::service
