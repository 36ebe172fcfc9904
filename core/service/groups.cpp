#include "crypto/threshold.h"
#include "dare/event_rules.h"
#include "dare/key_exchange.h"
#include "schema/any.h"
#include "schema/catalog.h"
#include "schema/key_check.h"
#include "schema/verify.h"
#include "service/batch_chain.h"
#include "service/room.h"
#include "service/transactions.h"

#include <algorithm>

/// Groups (WIRE E.20, G.8.11). The service helps with decryptions and can do none: of a group's key it has
/// one share per member, which is useless without the member's. Forgetting it ends the membership.
namespace mmm::service {

namespace {

constexpr std::size_t mostMembersPerUpload = 256;

Result<schema::Verified<schema::ProfileGroup>> profileOf(const AccountRecord& group)
{
    MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(group.profileAccount));
    return schema::verifyProfileGroup(envelope);
}

/// The administrator who leads a mesh here makes the group; whoever is an administrator of it changes it. The
/// group's own key alone does not do: former administrators knew it.
Result<protocol::CreateResponse> replaceGroup(Call& call, AccountRecord stored,
                                              const schema::Verified<schema::ProfileGroup>& offered)
{
    MMM_TRY(const schema::Verified<schema::ProfileGroup> known, profileOf(stored));
    protocol::CreateResponse response;
    response.status = static_cast<std::int64_t>(protocol::StatusCode::Updated);
    if (offered.envelope() == known.envelope())
        return response;
    MMM_CHECK(schema::checkSuccession(*known, *offered));
    MMM_CHECK(schema::verifyByAny(offered.envelope(), known->keysOnlineSignature));
    if (offered->updated == known->updated)
        return fail(Fault::Conflict, "another profile of the same time");
    stored.profileAccount = offered.envelope().toJson();
    stored.modified = call.now;
    MMM_CHECK(call.storage.updateAccount(stored));
    MMM_CHECK(publishProfile(call, stored, offered.envelope(), stored.accountUdf, offered->names,
                             offered->updated));
    call.changedAccounts.insert(stored.id);
    return response;
}

/// The batch must be signed by an administrator of now (WIRE K.2).
Status checkAdministrator(Call& call, const AccountRecord& group, const schema::ProfileGroup& profile,
                          const std::vector<dare::Envelope>& frames)
{
    const std::int64_t from = frames.front().header().index();
    MMM_TRY(BatchChain chain,
            BatchChain::before(call.storage, group.id, group.accountUdf, schema::store_name::member, from));
    for (const dare::Envelope& frame : frames)
        MMM_CHECK(chain.add(frame));
    return isSignedByAny(profile.keysOnlineSignature, frames.back(), chain.manifest(from))
               ? Status()
               : fail(Fault::NotAuthorised, "the members of a group are written by its administrators only");
}

Result<crypto::PrivateKey> shareOf(const Call& call, const dare::Envelope& envelope)
{
    if (!envelope.header().isEncrypted())
        return fail(Fault::NotAuthorised, "a share that anybody could read");
    dare::KeyRing ring;
    ring.add(call.identity.hostAuthentication);
    MMM_TRY(const Secret payload, envelope.open(ring));
    MMM_TRY(const auto document, encoding::JsonDocument::parse(payload));
    MMM_TRY(const dare::Key key, encoding::Codec<dare::Key>::read(document.root()));
    return dare::toPrivateKey(key);
}

/// The newest profile that was shown here of an account that is kept elsewhere, be it since it left.
Result<std::optional<TimePoint>> profileUpdated(Call& call, const MemberRecord& member)
{
    MMM_TRY(const AccountAddress address, parseAddress(member.address));
    MMM_TRY(const auto account, call.storage.account(address.canonical()));
    if (!call.policy.serves(address.domain) || !account)
        return member.profileUpdated;
    if (account->state != AccountState::Closed || account->accountUdf != member.memberUdf)
        return fail(Fault::NotAuthorised, "not a device of the account that is kept here");
    MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(account->profileAccount));
    MMM_TRY(const auto last, schema::verifyProfileAccount(envelope));
    return std::max(last->updated, member.profileUpdated);
}

/// Who asks must be a device of the member's account. Where that account is kept here, its device catalog
/// says which devices there are; of others the newest profile that was shown.
Status checkMember(Call& call, const AccountRecord& group, MemberRecord& member)
{
    const Caller& caller = call.caller;
    if (caller.mode == CallerMode::Member && caller.device && caller.account->accountUdf == member.memberUdf)
        return {};
    if (caller.mode != CallerMode::Guest || caller.guestUdf != member.memberUdf)
        return fail(Fault::NotAuthorised, "not a member of the group");
    MMM_TRY(member.profileUpdated, profileUpdated(call, member));
    if (caller.guestUpdated < member.profileUpdated)
        return fail(Fault::Disconnected, "the account has a newer profile than the device");
    if (caller.guestUpdated == member.profileUpdated)
        return {};
    member.profileUpdated = caller.guestUpdated;
    return call.storage.putMember(group.id, member);
}

} // namespace

Result<protocol::CreateResponse> createGroup(Call& call, const std::string& address,
                                             const protocol::CreateRequest& request)
{
    MMM_TRY(const auto group, schema::verifyProfileGroup(request.signedAssertionAccount));
    const auto same = [&](const std::string& id) { return asciiLower(id) == address; };
    if (group->serviceIds.size() != 1 || std::ranges::none_of(group->serviceIds, same))
        return fail(Fault::Contradiction, "the group's profile does not name this address");
    MMM_CHECK(schema::keyOf(group->keyEncryption));
    if (group->keysOnlineSignature.empty())
        return fail(Fault::Missing, "a group without an administrator");
    MMM_TRY(const auto existing, call.storage.account(address));
    if (existing) {
        if (!existing->isGroup || existing->accountUdf != group.udf() ||
            existing->state != AccountState::Open)
            return fail(Fault::NameTaken, "That name is not available");
        return replaceGroup(call, *existing, group);
    }
    MMM_TRY(const AccountRecord maker, call.ownAccount({}));
    MMM_TRY(const auto mesh, schema::verifyProfileMesh(request.signedProfileMesh, maker.meshUdf));
    if (maker.isGroup || !call.caller.may("Write", schema::store_name::application))
        return fail(Fault::NotAuthorised, "this device may not make groups");
    if (!call.rates.admit("groups of " + maker.address, 1, call.policy.groupsPerHour, call.now))
        return fail(Fault::Overloaded, "too many groups within an hour");
    AccountRecord account;
    account.address = address;
    account.meshUdf = mesh.udf();
    account.accountUdf = group.udf();
    account.profileMesh = request.signedProfileMesh.toJson();
    account.profileAccount = request.signedAssertionAccount.toJson();
    account.created = call.now;
    account.modified = call.now;
    account.isGroup = true;
    MMM_CHECK(
        checkRoom(call, maker, account.profileMesh.size() + account.profileAccount.size(), RoomFor::Owner));
    MMM_TRY(account.id, call.storage.createAccount(account, maker.id));
    MMM_CHECK(publishProfile(call, account, request.signedAssertionAccount, group.udf(), group->names,
                             group->updated));
    return protocol::CreateResponse();
}

Status putMembers(Call& call, const AccountRecord& group, const std::vector<dare::Envelope>& members)
{
    if (!group.isGroup)
        return fail(Fault::NotAuthorised, "only groups have members");
    if (members.size() > mostMembersPerUpload)
        return fail(Fault::TooLarge, "too many members at once");
    MMM_TRY(const auto profile, profileOf(group));
    MMM_TRY(const crypto::PublicKey whole, schema::keyOf(profile->keyEncryption));
    for (const dare::Envelope& envelope : members) {
        MMM_CHECK(schema::verifyByAny(envelope, profile->keysOnlineSignature));
        MMM_TRY(const auto entry, schema::payloadOf<schema::CatalogedMember>(envelope));
        MMM_TRY(const auto connection,
                schema::verifyConnectionGroup(entry.envelopedConnectionGroup, profile));
        if (entry.udf.empty() || connection->subjectUdf != entry.udf)
            return fail(Fault::Contradiction, "the connection is another member's");
        MMM_TRY(const AccountAddress address, parseAddress(entry.contactAddress));
        MMM_TRY(const crypto::PrivateKey share, shareOf(call, entry.envelopedServiceKey));
        if (share.curve() != whole.curve() || share.publicKey() == whole)
            return fail(Fault::BadKey, "not a share of the group's key");
        MemberRecord member;
        member.memberUdf = entry.udf;
        member.address = address.canonical();
        member.serviceKey = entry.envelopedServiceKey.toJson();
        if (!entry.envelopedMemberKey.isEmpty())
            member.memberKey = entry.envelopedMemberKey.toJson();
        member.added = call.now;
        MMM_CHECK(checkRoom(call, group, member.serviceKey.size() + member.memberKey.size(), RoomFor::Owner));
        MMM_TRY(const auto before, call.storage.member(group.id, member.memberUdf));
        if (before)
            member.profileUpdated = before->profileUpdated;
        MMM_CHECK(call.storage.putMember(group.id, member));
    }
    return {};
}

Status applyMembers(Call& call, const AccountRecord& group, const std::vector<dare::Envelope>& frames)
{
    if (frames.empty())
        return {};
    MMM_TRY(const auto profile, profileOf(group));
    MMM_CHECK(checkAdministrator(call, group, *profile, frames));
    for (const dare::Envelope& frame : frames) {
        MMM_TRY(const dare::ContentMeta meta, frame.contentMeta());
        if (meta.event == dare::eventName(dare::Event::Delete))
            MMM_CHECK(call.storage.removeMember(group.id, meta.uniqueId));
    }
    return {};
}

Result<protocol::RecryptResponse> recryptData(Call& call, const protocol::RecryptRequest& request)
{
    if (call.caller.mode != CallerMode::Member && call.caller.mode != CallerMode::Guest)
        return fail(Fault::NotAuthorised, "a connected device is needed");
    MMM_TRY(const AccountRecord group, call.openGroup(request.account));
    MMM_TRY(auto member, call.storage.member(group.id, request.memberUdf));
    if (!member)
        return fail(Fault::NotAuthorised, "not a member of the group");
    MMM_CHECK(checkMember(call, group, *member));
    if (!call.rates.admit("recrypt " + member->memberUdf, 1, call.policy.recryptionsPerHour, call.now))
        return fail(Fault::Overloaded, "too many decryptions within an hour");
    MMM_TRY(const auto profile, profileOf(group));
    MMM_TRY(const crypto::PublicKey whole, schema::keyOf(profile->keyEncryption));
    if (!request.groupKeyId.empty() && !dare::isIdentifierOf(request.groupKeyId, whole))
        return fail(Fault::NotFound, "not a key of the group");
    // strict: on the curve, of prime order, not neutral; everything else would tell of the share
    MMM_TRY(const crypto::PublicKey ephemeral, dare::toPublicKey(request.ephemeralKey));
    if (ephemeral.curve() != whole.curve())
        return fail(Fault::BadKey, "a key on another curve than the group's");
    MMM_TRY(const dare::Envelope sealed, dare::Envelope::parse(member->serviceKey));
    const auto share = shareOf(call, sealed);
    if (!share)
        return fail(Fault::NotYet, "the member's share is for another host");
    MMM_TRY(const Secret partial, crypto::partialAgreement(*share, ephemeral));
    protocol::RecryptResponse response;
    response.partial = copyOf(partial);
    if (request.returnKey.value_or(false) && !member->memberKey.empty()) {
        MMM_TRY(response.decryptionKey, dare::Envelope::parse(member->memberKey));
    }
    return response;
}

} // namespace mmm::service
