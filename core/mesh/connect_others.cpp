#include "mesh/align_applications.h"
#include "mesh/catalog_token.h"
#include "mesh/ceremonies.h"
#include "mesh/device_entry.h"
#include "mesh/exchange.h"
#include "mesh/log_witness.h"
#include "schema/any.h"
#include "schema/key_check.h"
#include "udf/witness.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

/// A request that this device has checked for itself: the service's word is not needed for anything.
struct Checked
{
    schema::AcknowledgeConnection acknowledgement;
    schema::RequestConnection request;
    schema::Verified<schema::ProfileDevice> device;
    std::string witness;
    TimePoint arrived;
};

Result<Checked> check(Membership& membership, const store::SpooledMessage& message)
{
    MMM_TRY(const dare::Envelope envelope, membership.containers->inbound().envelope(message.id));
    MMM_TRY(auto acknowledgement, schema::payloadOf<schema::AcknowledgeConnection>(envelope));
    MMM_TRY(auto request,
            schema::payloadOf<schema::RequestConnection>(acknowledgement.envelopedRequestConnection));
    MMM_TRY(auto device, schema::verifyProfileDevice(request.envelopedProfileDevice));
    MMM_TRY(const crypto::PublicKey authentication, schema::keyOf(device->keyAuthentication));
    MMM_TRY(const crypto::PublicKey offline, schema::keyOf(device->keyOfflineSignature));
    if (!acknowledgement.envelopedRequestConnection.verify(authentication) &&
        !acknowledgement.envelopedRequestConnection.verify(offline))
        return fail(Fault::BadSignature, "the request is not signed by the device");
    MMM_TRY(const crypto::PublicKey mesh, schema::keyOf(membership.mesh->keyOfflineSignature));
    std::string witness =
        udf::connectionWitness(mesh, acknowledgement.serverNonce, offline, request.clientNonce);
    return Checked{std::move(acknowledgement), std::move(request), std::move(device), std::move(witness),
                   message.created};
}

bool isOpen(const store::SpooledMessage& message, TimePoint now)
{
    return message.className == schema::AcknowledgeConnection::className &&
           (message.state == store::MessageState::Unread || message.state == store::MessageState::Read) &&
           message.created + requestLifetime > now;
}

Status accept(MeshState& state, Membership& member, const Checked& checked, const PinCheck& pin)
{
    MMM_TRY(schema::CatalogedDevice entry, entryFor(state, member, checked.device));
    entry.pinWitness = pin.adminWitness;
    MMM_CHECK(member.containers->devices().put(entry.deviceUdf, encoding::toTaggedJson(entry)));
    store::Spool& inbound = member.containers->inbound();
    MMM_CHECK(
        inbound.setState({checked.acknowledgement.messageId}, store::MessageState::Accept, entry.deviceUdf));
    if (!pin.pinMessageId.empty() && pin.isProved)
        MMM_CHECK(inbound.setState({pin.pinMessageId}, store::MessageState::Accept,
                                   checked.acknowledgement.messageId));
    return {};
}

Status sendDecision(MeshState& state, std::stop_token stop)
{
    // what the device needs for applications is in its entry from the start
    MMM_CHECK(alignApplications(state, stop));
    MMM_CHECK(upload(state, std::string(schema::store_name::device), stop));
    MMM_CHECK(upload(state, std::string(schema::store_name::inbound), stop));
    return takeUpDevices(state, nullptr, stop);
}

} // namespace

Result<schema::CatalogedDevice> entryFor(MeshState& state, const Membership& member,
                                         const schema::Verified<schema::ProfileDevice>& device)
{
    const MemberKeys& keys = *member.keys;
    dare::Envelope profileAccount;
    {
        const std::scoped_lock lock(state.mutex);
        profileAccount = state.record.profileAccount;
    }
    MMM_TRY(const crypto::PublicKey meshEncryption, schema::keyOf(member.mesh->keyEncryption));
    DeviceEntryPlan plan{device,
                         device->description,
                         *keys.administration,
                         meshEncryption,
                         member.mesh.udf(),
                         profileAccount,
                         member.accountUdf,
                         {member.address()},
                         keys.accountEncryption,
                         keys.formerEncryption,
                         nullptr,
                         state.now(),
                         keys.mortal};
    plan.serviceToken = notaryTokenFor(state);
    if (const auto devices = catalogToken(member.containers->devices(), member.accountUdf))
        plan.devicesToken = devices->text();
    return makeDeviceEntry(plan);
}

Result<std::vector<PendingRequest>> pendingRequests(MeshState& state)
{
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    std::vector<PendingRequest> pending;
    if (!member->keys->administration)
        return pending;
    for (const store::SpooledMessage& message : member->containers->inbound().messages()) {
        if (!isOpen(message, state.now()))
            continue;
        const auto checked = check(*member, message);
        if (!checked)
            continue;
        PendingRequest request;
        request.messageId = message.id;
        request.deviceUdf = checked->device.udf();
        request.deviceName = checked->device->description;
        request.witness = checked->witness;
        request.pin = checkPin(state, *member, checked->acknowledgement, checked->request).proof;
        request.arrived = message.created;
        request.expires = message.created + requestLifetime;
        pending.push_back(std::move(request));
    }
    return pending;
}

Status decide(MeshState& state, const std::string& messageId, bool isAccepted, std::stop_token stop)
{
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        if (!member->keys->administration)
            return fail(Fault::NotAuthorised, "only an administration device can decide");
        const auto message = member->containers->inbound().message(messageId);
        if (!message || !isOpen(*message, state.now()))
            return fail(Fault::Expired, "the request has been decided or is over");
        MMM_TRY(const Checked checked, check(*member, *message));
        if (isAccepted) {
            MMM_CHECK(accept(state, *member, checked, {}));
        } else {
            MMM_CHECK(member->containers->inbound().setState({messageId}, store::MessageState::Reject));
        }
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return sendDecision(state, stop);
}

Status acceptProvedRequests(MeshState& state, std::stop_token stop)
{
    const auto member = state.member();
    bool any = false;
    {
        const std::scoped_lock lock(member->mutex);
        if (!member->keys->administration)
            return {};
        for (const store::SpooledMessage& message : member->containers->inbound().messages()) {
            if (!isOpen(message, state.now()))
                continue;
            const auto checked = check(*member, message);
            if (!checked)
                continue;
            const PinCheck pin = checkPin(state, *member, checked->acknowledgement, checked->request);
            if (!pin.isProved)
                continue;
            MMM_CHECK(accept(state, *member, *checked, pin));
            any = true;
        }
    }
    if (!any)
        return {};
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return sendDecision(state, stop);
}

} // namespace mmm::mesh
