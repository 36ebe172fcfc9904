#include "schema/any.h"
#include "schema/key_check.h"
#include "schema/verify.h"
#include "service/transactions.h"
#include "udf/udf.h"

#include <algorithm>

/// Devices that were made before anybody had them hail an account of their maker; whoever has read the code
/// of one claims it there (WIRE E.18).
namespace mmm::service {

namespace {

constexpr std::size_t witnessSize = 64;
constexpr std::size_t mostClaims = 1000;        // that wait at an account
constexpr std::size_t mostClaimsOfAccount = 32; // of them

/// What can be seen without the code: a device of that name, connected to a mesh and to an account of the
/// sender's, of which the device has the profile.
Status checkClaim(const schema::RespondConnection& claim, const std::string& sender)
{
    if (claim.messageId.empty() || claim.pinWitness.size() != witnessSize)
        return fail(Fault::Malformed, "a claim that is incomplete");
    MMM_TRY(const auto mesh, schema::verifyProfileMesh(claim.envelopedProfileMaster));
    MMM_TRY(const auto entry, schema::payloadOf<schema::CatalogedDevice>(claim.envelopedCatalogEntryDevice));
    MMM_TRY(const auto device, schema::verifyCatalogedDevice(entry, mesh));
    if (!udf::sameText(device.profile.udf(), claim.deviceUdf))
        return fail(Fault::Contradiction, "a claim for another device");
    const auto isSenders = [&](const schema::VerifiedAccountEntry& account) {
        return std::ranges::any_of(account.profile->serviceIds,
                                   [&](const std::string& id) { return asciiLower(id) == sender; });
    };
    return std::ranges::any_of(device.accounts, isSenders)
               ? Status()
               : fail(Fault::NotAuthorised, "a claim for another account");
}

} // namespace

Result<bool> takeClaim(Call& call, const AccountRecord& hailed, const std::string& sender,
                       const dare::Envelope& message)
{
    const auto claim = schema::payloadOf<schema::RespondConnection>(message);
    if (!claim || !checkClaim(*claim, sender))
        return false;
    MMM_CHECK(call.storage.removeClaimsBefore(hailed.id, call.now - claimLifetime));
    MMM_TRY(const auto known, call.storage.claim(hailed.id, claim->deviceUdf));
    if (known) // the first one counts, which its sender may repeat
        return known->sender == sender;
    MMM_TRY(const std::size_t all, call.storage.claimCount(hailed.id, {}));
    MMM_TRY(const std::size_t ofSender, call.storage.claimCount(hailed.id, sender));
    if (all >= mostClaims || ofSender >= mostClaimsOfAccount)
        return false;
    ClaimRecord record;
    record.deviceUdf = claim->deviceUdf;
    record.messageId = claim->messageId;
    record.sender = sender;
    record.created = call.now;
    record.message = message.toJson();
    MMM_CHECK(call.storage.addClaim(hailed.id, record)); // there is room: deliver() has looked
    call.changedAccounts.insert(hailed.id);
    return true;
}

Result<std::optional<protocol::StatusResponse>> claimed(Call& call, const AccountRecord& hailed,
                                                        const std::string& deviceUdf)
{
    MMM_TRY(const auto record, call.storage.claim(hailed.id, deviceUdf));
    if (!record)
        return std::optional<protocol::StatusResponse>();
    MMM_TRY(const dare::Envelope message, dare::Envelope::parse(record->message));
    MMM_TRY(const auto claim, schema::payloadOf<schema::RespondConnection>(message));
    protocol::StatusResponse response;
    response.envelopedProfileMaster = claim.envelopedProfileMaster;
    response.envelopedCatalogEntryDevice = claim.envelopedCatalogEntryDevice;
    response.pinWitness = claim.pinWitness;
    response.connectUri = claim.connectUri;
    return std::optional(std::move(response));
}

} // namespace mmm::service
