#include "crypto/random.h"
#include "schema/any.h"
#include "schema/catalog.h"
#include "schema/key_check.h"
#include "schema/verify.h"
#include "service/room.h"
#include "service/transactions.h"
#include "udf/witness.h"

#include <algorithm>

namespace mmm::service {

namespace {

constexpr std::size_t nonceSize = 16;

/// A request, its sender's profile, and the signature of one of its keys (WIRE E.9).
struct CheckedRequest
{
    schema::RequestConnection message;
    schema::Verified<schema::ProfileDevice> device;
    crypto::PublicKey deviceKey;
};

Result<CheckedRequest> checkRequest(const dare::Envelope& envelope)
{
    MMM_TRY(schema::RequestConnection message, schema::payloadOf<schema::RequestConnection>(envelope));
    MMM_TRY(schema::Verified<schema::ProfileDevice> device,
            schema::verifyProfileDevice(message.envelopedProfileDevice));
    if (message.clientNonce.size() != nonceSize)
        return fail(Fault::Malformed, "ClientNonce has 16 octets");
    MMM_TRY(const crypto::PublicKey offline, schema::keyOf(device->keyOfflineSignature));
    MMM_TRY(const crypto::PublicKey authentication, schema::keyOf(device->keyAuthentication));
    if (!envelope.verify(authentication) && !envelope.verify(offline))
        return fail(Fault::BadSignature, "the request is not signed by the device");
    return CheckedRequest{std::move(message), std::move(device), offline};
}

/// The service's statement that a device has asked.
Result<dare::Envelope> acknowledge(const Call& call, const CheckedRequest& request,
                                   const dare::Envelope& envelope, const crypto::PublicKey& mesh,
                                   const std::string& address)
{
    schema::AcknowledgeConnection message;
    message.messageId = udf::Udf::nonce().text();
    message.sender = call.policy.domains.front();
    message.recipient = address;
    message.envelopedRequestConnection = envelope;
    message.serverNonce = crypto::randomBytes(nonceSize);
    message.witness =
        udf::connectionWitness(mesh, message.serverNonce, request.deviceKey, request.message.clientNonce);
    dare::SealOptions options;
    dare::ContentMeta meta;
    meta.uniqueId = message.messageId;
    meta.messageType = schema::AcknowledgeConnection::className;
    meta.contentType = "application/mmm";
    meta.created = call.now;
    options.meta = std::move(meta);
    options.signers = {call.identity.hostSignature.get()};
    return dare::seal(encoding::toTaggedJson(message), options);
}

} // namespace

Result<dare::Envelope> acceptRequest(Call& call, const AccountRecord& account, const dare::Envelope& envelope)
{
    MMM_TRY(const CheckedRequest request, checkRequest(envelope));
    MMM_CHECK(call.storage.removeRequestsBefore(account.id, call.now - requestLifetime));
    MMM_TRY(const auto devices, call.storage.devices(account.id));
    if (std::ranges::any_of(devices,
                            [&](const DeviceRecord& d) { return d.deviceUdf == request.device.udf(); }))
        return fail(Fault::Exists, "the device is connected already");
    MMM_TRY(const auto pending, call.storage.requests(account.id));
    const auto others = std::ranges::count_if(pending, [&](const ConnectionRequestRecord& r) {
        return r.state == RequestState::Pending && r.deviceUdf != request.device.udf();
    });
    if (static_cast<std::size_t>(others) >= call.policy.pendingRequests)
        return fail(Fault::Overloaded, "too many devices are waiting");
    // whoever has many addresses does not fill the account's spool either
    if (envelope.toJson().size() > call.policy.postOctets)
        return fail(Fault::TooLarge, "a request to connect that is too large");
    if (call.policy.connectionsPerHour > 0 &&
        !call.rates.admit("connect to " + account.address, 1, 2 * call.policy.connectionsPerHour, call.now))
        return fail(Fault::Overloaded, "too many requests to connect to the account within an hour");

    MMM_TRY(const dare::Envelope meshEnvelope, dare::Envelope::parse(account.profileMesh));
    MMM_TRY(const schema::Verified<schema::ProfileMesh> mesh, schema::verifyProfileMesh(meshEnvelope));
    MMM_TRY(const crypto::PublicKey meshKey, schema::keyOf(mesh->keyOfflineSignature));
    MMM_TRY(const dare::Envelope acknowledgement,
            acknowledge(call, request, envelope, meshKey, account.address));
    MMM_TRY(const auto message, schema::payloadOf<schema::AcknowledgeConnection>(acknowledgement));

    ConnectionRequestRecord record;
    record.deviceUdf = request.device.udf();
    record.messageId = message.messageId;
    record.created = call.now;
    record.request = envelope.toJson();
    record.acknowledgement = acknowledgement.toJson();
    // the request stands in both: it is one of the account's, and a message to it
    MMM_CHECK(
        checkRoom(call, account, record.request.size() + 2 * record.acknowledgement.size(), RoomFor::Others));
    MMM_CHECK(call.storage.putRequest(account.id, record));
    MMM_CHECK(appendToSpool(call, account, schema::store_name::inbound, acknowledgement));
    call.changedAccounts.insert(account.id);
    return acknowledgement;
}

Result<protocol::ConnectResponse> connect(Call& call, const protocol::ConnectRequest& request)
{
    MMM_TRY(const auto message,
            schema::payloadOf<schema::RequestConnection>(request.messageConnectionRequestClient));
    MMM_TRY(const AccountRecord account, call.openAccount(message.serviceId));
    // whoever decides does not look here any more
    if (!isAtHome(account))
        return fail(Fault::ReadOnly, "the account is at another service");
    protocol::ConnectResponse response;
    MMM_TRY(response.envelopedConnectionResponse,
            acceptRequest(call, account, request.messageConnectionRequestClient));
    MMM_TRY(response.envelopedProfileMaster, dare::Envelope::parse(account.profileMesh));
    MMM_TRY(response.envelopedAccountAssertion, dare::Envelope::parse(account.profileAccount));
    return response;
}

Result<protocol::StatusResponse> complete(Call& call, const protocol::CompleteRequest& request)
{
    if (call.caller.mode == CallerMode::Anonymous ||
        (!request.deviceUdf.empty() && request.deviceUdf != call.caller.deviceUdf))
        return fail(Fault::NotAuthorised, "another device");
    MMM_TRY(const AccountRecord account,
            call.openAccount(request.serviceId.empty() ? request.account : request.serviceId));
    MMM_TRY(const auto pending, call.storage.request(account.id, call.caller.deviceUdf));
    MMM_TRY(const auto devices, call.storage.devices(account.id));
    const auto device = std::ranges::find_if(
        devices, [&](const DeviceRecord& d) { return d.deviceUdf == call.caller.deviceUdf; });
    if (device == devices.end()) {
        MMM_TRY(auto claim, claimed(call, account, call.caller.deviceUdf));
        if (claim)
            return std::move(*claim);
        if (pending && pending->state == RequestState::Rejected)
            return fail(Fault::Refused, "Rejected");
        if (pending && pending->created + requestLifetime < call.now)
            return fail(Fault::NotFound, "the request is over");
        // one that has asked for nothing may hail the account until somebody claims it
        const bool waiting = !pending || pending->state == RequestState::Pending;
        if (waiting && request.holdSeconds.value_or(0) > 0)
            call.hold =
                Call::Hold{account.id, false,
                           std::min(std::chrono::seconds(*request.holdSeconds), call.policy.longestHold)};
        return pending && waiting ? fail(Fault::NotYet, "not decided yet")
                                  : fail(Fault::NotFound, "no such request");
    }
    protocol::StatusResponse response;
    MMM_TRY(response.envelopedProfileMaster, dare::Envelope::parse(account.profileMesh));
    MMM_TRY(response.envelopedCatalogEntryDevice, dare::Envelope::parse(device->entry));
    return response;
}

Status applyDecision(Call& call, const AccountRecord& account, const dare::Envelope& frame)
{
    if (frame.header().isEncrypted() || !call.caller.isAdministrator())
        return {};
    const auto message = schema::payloadOf<schema::MessageComplete>(frame);
    if (!message)
        return {}; // some other message
    MMM_TRY(const auto requests, call.storage.requests(account.id));
    for (const schema::Reference& reference : message->references) {
        for (ConnectionRequestRecord request : requests) {
            if (request.messageId != reference.messageId || request.state != RequestState::Pending)
                continue;
            const std::string decision = asciiLower(reference.relationship);
            if (decision != "accept" && decision != "reject")
                continue;
            request.state = decision == "accept" ? RequestState::Accepted : RequestState::Rejected;
            MMM_CHECK(call.storage.putRequest(account.id, request));
        }
    }
    return {};
}

} // namespace mmm::service
