#include "mesh/new_first.h"

#include "mesh/fit_profile.h"
#include "service/account_name.h"

namespace mmm::mesh {

namespace {

using AccountProfile = schema::Verified<schema::ProfileAccount>;

/// With the key of an administrator where there is one, since it may bring what devices may not.
AccountEnd endAt(Membership& member, const std::shared_ptr<ServiceLink>& link, const std::string& address,
                 const AccountProfile& profile)
{
    const std::scoped_lock lock(member.mutex);
    const auto& administration = member.keys->administration;
    return {link,
            administration
                ? protocol::Identity{administration->signature, {{"ProfileAccount", profile.envelope()}}}
                : member.keys->identity,
            address};
}

std::shared_ptr<ServiceLink> linkTo(const MeshState& state, const FurtherPlace& place)
{
    return std::make_shared<ServiceLink>(place.service, state.discovery(), state.options.clock);
}

/// The profile, if the service says that it is the account's first one now and is right.
Result<std::optional<AccountProfile>> newFirst(MeshState& state, Membership& member, ServiceLink& link,
                                               const FurtherPlace& place, std::stop_token stop)
{
    MMM_TRY(AccountProfile profile, publishedProfileAt(state, member, link, place.address, stop));
    dare::Envelope present;
    {
        const std::scoped_lock lock(state.mutex);
        present = state.record.profileAccount;
    }
    MMM_TRY(const auto known, schema::verifyProfileAccount(present));
    const bool isNewer = profile->updated && known->updated && *known->updated < *profile->updated;
    if (!isNewer || profile->serviceIds.empty() || asciiLower(profile->serviceIds.front()) != place.address)
        return std::nullopt;
    return std::optional(std::move(profile));
}

/// A service that says so.
struct NewFirst
{
    FurtherPlace place;
    std::shared_ptr<ServiceLink> link;
    AccountProfile profile;
};

std::optional<NewFirst> findFirst(MeshState& state, Membership& member, std::stop_token stop)
{
    const auto told = toldPlace(member);
    if (!told || told->address != member.address())
        return std::nullopt;
    for (const FurtherPlace& place : told->further) {
        const auto link = linkTo(state, place);
        auto profile = newFirst(state, member, *link, place, stop);
        if (profile && *profile)
            return NewFirst{place, link, std::move(**profile)};
    }
    return std::nullopt;
}

/// From now on this device exchanges with that service.
Status goTo(MeshState& state, Membership& member, const NewFirst& first, std::stop_token stop)
{
    const std::string& address = first.place.address;
    MMM_CHECK(checkArrival(member, *first.link, address, stop));
    MMM_CHECK(rejoin(member, endAt(member, first.link, address, first.profile), stop));
    LocalRecord known;
    {
        const std::scoped_lock lock(state.mutex);
        known = state.record;
    }
    return enterPlace(
        state, placeAfter(known, address, first.link->record(), first.profile->updated.value_or(state.now())),
        first.link, [](LocalRecord& record) { record.move.reset(); });
}

} // namespace

bool isFirstElsewhere(MeshState& state, std::stop_token stop)
{
    return findFirst(state, *state.member(), stop).has_value();
}

Result<bool> followFurther(MeshState& state, std::stop_token stop)
{
    const auto member = state.member();
    const auto found = findFirst(state, *member, stop);
    if (!found)
        return false;
    MMM_CHECK(goTo(state, *member, *found, stop));
    return true;
}

Result<bool> followTo(MeshState& state, const FurtherPlace& place, std::stop_token stop)
{
    const auto member = state.member();
    const auto link = linkTo(state, place);
    auto profile = newFirst(state, *member, *link, place, stop);
    if (!profile || !*profile)
        return false; // the account is not there, or was not taken there for good
    MMM_CHECK(goTo(state, *member, {place, link, std::move(**profile)}, stop));
    return true;
}

Status takeOver(MeshState& state, const FurtherPlace& place, std::stop_token stop)
{
    const auto member = state.member();
    AccountPlace after = presentPlace(state, *member);
    FurtherPlace former;
    former.address = after.address;
    former.service = after.service;
    after.further = furtherAfter(after, former, place.address);
    after.address = place.address;
    const auto link = linkTo(state, place);
    MMM_CHECK(link->hello(stop));
    MMM_TRY(const dare::Envelope signedProfile, profileAt(state, after));
    MMM_TRY(auto profile, schema::verifyProfileAccount(signedProfile, &member->mesh));
    protocol::CreateRequest request;
    request.serviceId = place.address;
    {
        const std::scoped_lock lock(state.mutex);
        request.signedProfileMesh = state.record.profileMesh;
    }
    request.signedAssertionAccount = signedProfile;
    const AccountEnd end = endAt(*member, link, place.address, profile);
    MMM_CHECK(
        link->transact<protocol::CreateResponse>(end.identity, std::move(request), stop).map([](const auto&) {
        }));
    MMM_CHECK(goTo(state, *member, {place, link, std::move(profile)}, stop));
    // from here on it goes on along with the exchange, if it must
    MMM_CHECK(catchUp(state, stop));
    return fitProfile(state, stop);
}

} // namespace mmm::mesh
