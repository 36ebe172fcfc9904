#include "mesh/fit_profile.h"

#include "mesh/account_addresses.h"
#include "mesh/exchange.h"
#include "mesh/manage_devices.h"
#include "mesh/mesh_change.h"
#include "service/account_name.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

struct Known
{
    LocalRecord record; ///< where the account is, as this device has it
    std::optional<AccountPlace> told;
    bool isAdministrator = false;
    bool isBusy = false;
};

Known known(MeshState& state, Membership& member)
{
    Known known;
    known.told = toldPlace(member);
    {
        const std::scoped_lock lock(member.mutex);
        known.isAdministrator = member.keys->administration.has_value();
    }
    const std::scoped_lock lock(state.mutex);
    known.record = state.record;
    known.isBusy = state.record.move || state.record.change;
    return known;
}

bool isNamedIn(const schema::ProfileAccount& profile, const std::string& address)
{
    return std::ranges::any_of(profile.serviceIds,
                               [&](const std::string& id) { return asciiLower(id) == address; });
}

Result<dare::Envelope> profileWith(MeshState& state, const AccountPlace& place,
                                   const std::function<TimePoint(const std::optional<TimePoint>&)>& updated)
{
    const auto member = state.member();
    dare::Envelope present;
    {
        const std::scoped_lock lock(state.mutex);
        present = state.record.profileAccount;
    }
    MMM_TRY(const auto verified, schema::verifyProfileAccount(present));
    const TimePoint time = updated(verified->updated);
    const std::scoped_lock lock(member->mutex);
    if (!member->keys->administration)
        return fail(Fault::NotAuthorised, "not an administration device");
    return withAddresses(present, *member->keys->administration, addressesOf(place), time);
}

/// This device has come to the first service by the account's profile, which says no more than the address.
Status tellNewFirst(MeshState& state, Membership& member, const Known& known, std::stop_token stop)
{
    MMM_TRY(const auto profile, publishedProfile(state, member, stop));
    FurtherPlace former;
    former.address = known.told->address;
    former.service = known.told->service;
    AccountPlace place = placeAfter(known.record, known.record.account, known.record.service,
                                    known.record.placeUpdated.value_or(state.now()));
    place.further = furtherAfter(known.told, former, place.address);
    return tellAll(state, place, profile.envelope(), {}, stop);
}

} // namespace

std::vector<std::string> addressesOf(const AccountPlace& place)
{
    std::vector<std::string> addresses{place.address};
    for (const FurtherPlace& further : place.further)
        addresses.push_back(further.address);
    return addresses;
}

AccountPlace presentPlace(MeshState& state, Membership& member)
{
    const Known now = known(state, member);
    AccountPlace place = placeAfter(now.record, now.record.account, now.record.service, {});
    if (now.told)
        place.further = now.told->further;
    place.updated = laterThan(now.told ? now.told->updated : now.record.placeUpdated, state.now());
    return place;
}

Result<dare::Envelope> profileAt(MeshState& state, const AccountPlace& place)
{
    return profileWith(state, place, [&](const std::optional<TimePoint>& present) {
        return laterThan(present, state.now());
    });
}

Result<dare::Envelope> announcedAt(MeshState& state, const AccountPlace& place)
{
    return profileWith(
        state, place, [&](const std::optional<TimePoint>& present) { return present.value_or(state.now()); });
}

Status tellAll(MeshState& state, const AccountPlace& place, const dare::Envelope& profile,
               const std::vector<std::string>& gone, std::stop_token stop)
{
    const auto member = state.member();
    Bytes hostKey;
    {
        const std::scoped_lock lock(state.mutex);
        hostKey = state.record.service.hostKey;
    }
    {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(MeshChange change, entriesWith(state, *member, profile, place.address));
        MMM_CHECK(tellPlace(*member, place));
        state.settle(*member, hostKey); // who reads the contacts may have changed
        MMM_CHECK(writeContactsAnew(*member));
        MMM_CHECK(nameOnCard(state, *member, addressesOf(place), gone));
        MMM_CHECK(planChange(state, std::move(change)));
    }
    MMM_CHECK(finishChange(state, stop));
    return uploadAll(state, stop);
}

Status fitProfile(MeshState& state, std::stop_token stop)
{
    const auto member = state.member();
    const Known now = known(state, *member);
    if (!now.told || now.told->further.empty() || !now.isAdministrator || now.isBusy)
        return {};
    if (now.told->address != now.record.account)
        return now.record.placeUpdated && *now.told->updated < *now.record.placeUpdated
                   ? tellNewFirst(state, *member, now, stop)
                   : Status();
    MMM_TRY(const auto profile, schema::verifyProfileAccount(now.record.profileAccount));
    // a profile that is newer than the word is from somebody who has changed the first service since
    const bool isNewer = profile->updated && *now.told->updated < *profile->updated;
    const bool isFirstRight = isNewer || (!profile->serviceIds.empty() &&
                                          asciiLower(profile->serviceIds.front()) == now.told->address);
    if (isFirstRight && std::ranges::all_of(now.told->further, [&](const FurtherPlace& place) {
            return isNamedIn(*profile, place.address);
        }))
        return {};
    MMM_TRY(const dare::Envelope fitting, profileAt(state, *now.told));
    return tellAll(state, *now.told, fitting, {}, stop);
}

} // namespace mmm::mesh
