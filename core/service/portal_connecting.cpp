#include "schema/any.h"
#include "schema/key_check.h"
#include "schema/verify.h"
#include "service/transactions.h"

#include <algorithm>

/// The portal's form of connecting a device (WIRE G.7.6): other messages about the same requests.
namespace mmm::service {

namespace {

/// The result must be signed by an administration key of the account's mesh (security 03 §3.15.1).
Status checkResult(const AccountRecord& account, const dare::Envelope& result)
{
    MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(account.profileMesh));
    MMM_TRY(const schema::Verified<schema::ProfileMesh> mesh, schema::verifyProfileMesh(envelope));
    for (const schema::PublicKey& administrator : mesh->keysOnlineSignature) {
        MMM_TRY(const crypto::PublicKey key, schema::keyOf(administrator));
        if (result.verify(key))
            return {};
    }
    return fail(Fault::NotAuthorised, "the result is not signed by an administration device");
}

} // namespace

Result<protocol::ConnectStartResponse> connectStart(Call& call, const protocol::ConnectStartRequest& request)
{
    if (!request.signedRequest)
        return fail(Fault::Missing, "ConnectStart without a request");
    MMM_TRY(const AccountRecord account, call.openAccount(request.accountId));
    MMM_TRY(const auto message,
            schema::payloadOf<schema::RequestConnection>(request.signedRequest->signedData));
    MMM_TRY(const auto device, schema::verifyProfileDevice(message.envelopedProfileDevice));
    if (device.udf() != request.signedRequest->identifier)
        return fail(Fault::Contradiction, "Identifier is not the device's");
    MMM_CHECK(acceptRequest(call, account, request.signedRequest->signedData));
    return protocol::ConnectStartResponse();
}

Result<protocol::ConnectStatusResponse> connectStatus(Call& call,
                                                      const protocol::ConnectStatusRequest& request)
{
    MMM_TRY(const AccountRecord account, call.openAccount(request.accountId));
    MMM_TRY(const auto pending, call.storage.request(account.id, request.deviceId));
    if (!pending)
        return fail(Fault::NotFound, "no such request");
    protocol::ConnectStatusResponse response;
    if (!pending->result.empty()) {
        MMM_TRY(response.result, encoding::fromJson<protocol::SignedConnectionResult>(pending->result));
    }
    return response;
}

Result<protocol::ConnectPendingResponse> connectPending(Call& call,
                                                        const protocol::ConnectPendingRequest& request)
{
    MMM_TRY(const AccountRecord account, call.ownAccount(request.accountId));
    if (!call.caller.isAdministrator())
        return fail(Fault::NotAuthorised, "only an administration device sees what waits");
    MMM_TRY(const auto pending, call.storage.requests(account.id));
    protocol::ConnectPendingResponse response;
    for (const ConnectionRequestRecord& record : pending) {
        if (record.state != RequestState::Pending || record.created + requestLifetime < call.now)
            continue;
        protocol::SignedConnectionRequest entry;
        entry.identifier = record.deviceUdf;
        MMM_TRY(entry.signedData, dare::Envelope::parse(record.request));
        response.pending.push_back(std::move(entry));
    }
    return response;
}

Result<protocol::ConnectCompleteResponse> connectComplete(Call& call,
                                                          const protocol::ConnectCompleteRequest& request)
{
    if (!request.result)
        return fail(Fault::Missing, "ConnectComplete without a result");
    MMM_TRY(const AccountRecord account, call.ownAccountToWrite(request.accountId));
    MMM_CHECK(checkResult(account, request.result->signedData));
    MMM_TRY(const auto result, schema::payloadOf<protocol::ConnectionResult>(request.result->signedData));
    MMM_TRY(auto pending, call.storage.request(account.id, request.result->identifier));
    if (!pending || pending->state != RequestState::Pending)
        return fail(Fault::NotFound, "no such request");
    if (result.device != pending->deviceUdf)
        return fail(Fault::Contradiction, "the result is for another device");
    pending->state = result.result == "Accepted" ? RequestState::Accepted : RequestState::Rejected;
    pending->result = copyOf(encoding::toJson(*request.result));
    if (pending->state == RequestState::Accepted && !result.envelopedCatalogEntryDevice.isEmpty())
        MMM_CHECK(appendDevices(call, account, {result.envelopedCatalogEntryDevice}));
    MMM_CHECK(call.storage.putRequest(account.id, *pending));
    call.changedAccounts.insert(account.id);
    return protocol::ConnectCompleteResponse();
}

} // namespace mmm::service
