#include "mesh/group_card.h"
#include "mesh/group_flows.h"
#include "mesh/log_witness.h"
#include "mesh/shared_key.h"
#include "protocol/portal_transactions.h"
#include "schema/key_check.h"
#include "schema/make.h"
#include "service/account_name.h"

/// Making, changing and ending a group's account (WIRE E.20.1).
namespace mmm::mesh {

Result<std::string> createGroup(MeshState& state, const std::string& name, std::stop_token stop)
{
    MMM_CHECK(service::checkName(name, {}));
    const auto member = state.member();
    protocol::CreateRequest request;
    protocol::Identity identity;
    std::string domain;
    {
        const std::scoped_lock lock(member->mutex);
        identity = member->keys->identity;
        request.signedProfileMesh = member->mesh.envelope();
    }
    {
        const std::scoped_lock lock(state.mutex);
        domain = state.record.service.domain;
    }
    const std::string address = asciiLower(name) + "@" + domain;
    const auto offline = freshKey();
    const auto administration = freshKey();
    crypto::PrivateKey whole = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    schema::ProfileGroup content = schema::makeProfileGroup(
        offline->publicKey(), {administration->publicKey()}, whole.publicKey(), address, state.now());
    content.notaryToken = notaryTokenFor(state);
    MMM_TRY(const dare::Envelope envelope,
            schema::sealRecord(content, {offline.get(), administration.get()}));
    MMM_TRY(const auto profile, schema::verifyProfileGroup(envelope));
    request.serviceId = address;
    request.signedAssertionAccount = envelope;
    const auto link = state.serviceLink();
    MMM_CHECK(link->transact<protocol::CreateResponse>(identity, std::move(request), stop));
    crypto::PublicKey publicKey = whole.publicKey();
    const GroupKeys group{profile,
                          address,
                          link->record().serviceUdf,
                          schema::GroupPart{std::move(publicKey), std::move(whole), {}},
                          administration,
                          offline};
    {
        const std::scoped_lock lock(member->mutex);
        MMM_CHECK(putGroup(*member, group));
    }
    schema::CatalogedMember own;
    own.udf = member->accountUdf;
    own.contactAddress = member->address();
    own.state = "Accepted";
    own.administratorUdf = schema::udfOf(administration->publicKey());
    // the group is there, whether or not its list of members is begun now
    if (auto list = GroupCatalog::open(state, group, stop))
        (void)list->put({own}, stop);
    return group.udf();
}

Status dissolveGroup(MeshState& state, const std::string& udf, std::stop_token stop)
{
    MMM_TRY(const GroupKeys group, presentGroup(state, udf, stop));
    if (!group.isAdministrator())
        return fail(Fault::NotAuthorised, "not an administrator of the group");
    MMM_TRY(const ServiceQuestion service, askAsAdministrator(state, group));
    protocol::DeleteRequest request;
    request.account = group.address;
    const auto done = service.ask<protocol::DeleteResponse>(std::move(request), stop);
    if (!done && done.error().fault != Fault::AccountClosed)
        return tl::unexpected<Error>(done.error());
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    // what would be encrypted to it now, nobody could open
    MMM_CHECK(removeGroupCard(*member, udf));
    return removeGroup(*member, udf);
}

Result<GroupKeys> publishGroup(MeshState& state, GroupKeys group, const schema::ProfileGroup& profile,
                               std::stop_token stop)
{
    const auto member = state.member();
    schema::ProfileGroup next = profile;
    const TimePoint later =
        group.profile->updated.value_or(TimePoint()) + std::chrono::seconds(1); // stamps have seconds
    next.updated = std::max(state.now(), later);
    next.notaryToken = notaryTokenFor(state, std::move(next.notaryToken));
    MMM_TRY(const dare::Envelope envelope,
            schema::sealRecord(next, {group.offline.get(), group.administration.get()}));
    MMM_TRY(const auto verified, schema::verifyProfileGroup(envelope));
    MMM_TRY(const ServiceQuestion service, askAsAdministrator(state, group));
    protocol::CreateRequest request;
    request.serviceId = group.address;
    {
        const std::scoped_lock lock(member->mutex);
        request.signedProfileMesh = member->mesh.envelope();
    }
    request.signedAssertionAccount = envelope;
    MMM_CHECK(service.ask<protocol::CreateResponse>(std::move(request), stop));
    group.profile = verified;
    const std::scoped_lock lock(member->mutex);
    MMM_CHECK(putGroup(*member, group));
    return group;
}

Result<GroupKeys> presentGroup(MeshState& state, const std::string& udf, std::stop_token stop)
{
    const auto member = state.member();
    std::string address;
    {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(const GroupKeys known, openGroup(*member, udf));
        address = known.address;
    }
    MMM_TRY(const auto profile, lookUpGroup(state, address, stop));
    const std::scoped_lock lock(member->mutex);
    MMM_TRY(GroupKeys group, openGroup(*member, udf));
    if (profile.udf() != udf)
        return fail(Fault::WrongService, "the address belongs to another group");
    MMM_CHECK(schema::checkSuccession(*group.profile, *profile));
    if (profile.envelope() == group.profile.envelope())
        return group;
    group.profile = profile;
    // an administrator who was taken the right away has none of its keys any more
    const auto isOurs = [&](const schema::PublicKey& key) {
        return group.administration && key.udf == schema::udfOf(group.administration->publicKey());
    };
    if (std::ranges::none_of(profile->keysOnlineSignature, isOurs))
        group.administration.reset();
    MMM_CHECK(putGroup(*member, group));
    return group;
}

} // namespace mmm::mesh
