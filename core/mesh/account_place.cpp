#include "mesh/account_place.h"

#include "mesh/ceremonies.h"
#include "mesh/people.h"
#include "protocol/portal_transactions.h"
#include "schema/any.h"
#include "schema/key_check.h"
#include "schema/make.h"
#include "service/account_name.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

constexpr auto entryId = "place";

} // namespace

Status checkArrival(Membership& member, ServiceLink& link, const std::string& address, std::stop_token stop)
{
    MMM_CHECK(link.hello(stop));
    protocol::StatusRequest request;
    request.account = address;
    protocol::Identity identity;
    {
        const std::scoped_lock lock(member.mutex);
        identity = member.keys->identity;
    }
    return link.transact<protocol::StatusResponse>(identity, std::move(request), stop).map([](const auto&) {
    });
}

std::optional<AccountPlace> toldPlace(Membership& member)
{
    const std::scoped_lock lock(member.mutex);
    return toldPlaceIn(member);
}

std::optional<AccountPlace> toldPlaceIn(Membership& member)
{
    const auto payload = member.applications().read(entryId);
    if (!payload)
        return std::nullopt;
    const auto entry = encoding::fromTaggedJson<CatalogedAccountPlace>(*payload);
    const auto account = schema::verifyProfileAccount(member.keys->profile);
    if (!entry || !account || !schema::verifyByAny(entry->envelopedPlace, (*account)->keysOnlineSignature))
        return std::nullopt;
    auto place = schema::payloadOf<AccountPlace>(entry->envelopedPlace);
    return place && place->updated ? std::optional(std::move(*place)) : std::nullopt;
}

Result<schema::Verified<schema::ProfileAccount>> publishedProfile(MeshState& state, Membership& member,
                                                                  std::stop_token stop)
{
    return publishedProfileAt(state, member, *state.serviceLink(), member.address(), stop);
}

Result<schema::Verified<schema::ProfileAccount>> publishedProfileAt(MeshState& state, Membership& member,
                                                                    ServiceLink& link,
                                                                    const std::string& address,
                                                                    std::stop_token stop)
{
    protocol::Identity identity;
    {
        const std::scoped_lock lock(state.mutex);
        identity = {state.device->authentication.keyInUse(), {{"ProfileDevice", state.device->profile}}};
    }
    protocol::GetRequest request;
    request.account = address;
    request.multiple = true;
    MMM_TRY(const auto response, link.transact<protocol::GetResponse>(identity, std::move(request), stop));
    const std::scoped_lock lock(member.mutex);
    for (const protocol::PortalEntry& entry : response.entries) {
        const auto* published = std::get_if<protocol::SignedProfile>(&entry);
        if (!published || !schema::payloadOf<schema::ProfileAccount>(published->signedData))
            continue;
        MMM_TRY(auto profile, schema::verifyProfileAccount(published->signedData, &member.mesh));
        MMM_CHECK(schema::verifyByAny(published->signedData, member.mesh->keysOnlineSignature));
        MMM_TRY(const auto known, schema::verifyProfileAccount(member.keys->profile));
        MMM_CHECK(schema::checkSuccession(*known, *profile));
        return profile;
    }
    return fail(Fault::NotFound, "the service has no profile of the account");
}

Status tellPlace(Membership& member, const AccountPlace& place)
{
    if (!member.keys->administration)
        return fail(Fault::NotAuthorised, "not an administration device");
    MMM_TRY(const dare::Envelope sealed,
            schema::sealRecord(place, {member.keys->administration->accountOnlineSignature.get()}));
    return putPlace(member, sealed);
}

Result<dare::Envelope> resealedPlace(Membership& member, const crypto::PrivateKey& online)
{
    const auto told = toldPlaceIn(member);
    return told ? schema::sealRecord(*told, {&online}) : Result<dare::Envelope>(dare::Envelope());
}

Status putPlace(Membership& member, const dare::Envelope& sealed)
{
    CatalogedAccountPlace entry;
    entry.key = entryId;
    entry.envelopedPlace = sealed;
    return member.applications().put(entry.key, encoding::toTaggedJson(entry));
}

AccountPlace placeAfter(const LocalRecord& record, const std::string& address, const ServiceRecord& service,
                        TimePoint updated)
{
    AccountPlace place;
    place.address = address;
    place.service = service;
    place.updated = updated;
    place.formerAddresses = record.formerAddresses;
    place.formerServices = record.formerServices;
    // who comes back is there again
    std::erase(place.formerAddresses, address);
    const auto isAt = [](const std::string& domain) {
        return [&domain](const ServiceRecord& known) { return known.domain == domain; };
    };
    std::erase_if(place.formerServices, isAt(service.domain));
    if (record.account != address) {
        std::erase(place.formerAddresses, record.account);
        place.formerAddresses.push_back(record.account);
        std::erase_if(place.formerServices, isAt(record.service.domain));
        place.formerServices.push_back(record.service);
    }
    return place;
}

std::vector<FurtherPlace> furtherAfter(const std::optional<AccountPlace>& told, const FurtherPlace& from,
                                       const std::string& to)
{
    if (!told)
        return {};
    std::vector<FurtherPlace> further = told->further;
    const auto target = std::ranges::find(further, to, &FurtherPlace::address);
    if (target != further.end())
        *target = from;
    return further;
}

bool isAmong(const std::vector<FurtherPlace>& further, const std::string& address)
{
    return std::ranges::find(further, address, &FurtherPlace::address) != further.end();
}

Status enterPlace(MeshState& state, const AccountPlace& place, const std::shared_ptr<ServiceLink>& link,
                  const std::function<void(LocalRecord&)>& also)
{
    const ServiceRecord known = link->record();
    MMM_CHECK(state.changeRecord([&](LocalRecord& record) {
        if (isEmbedded(record))
            record.embeddedDomain = record.service.domain;
        if (state.hosted && state.hosted->serviceUdf() == known.serviceUdf)
            record.embeddedDomain.clear(); // it has come to this computer
        record.account = place.address;
        record.service = known;
        record.formerAddresses = place.formerAddresses;
        record.formerServices = place.formerServices;
        record.placeUpdated = place.updated;
        // what another service has said of its log
        record.profileService = {};
        record.checkpoints.clear();
        if (also)
            also(record);
    }));
    const auto member = state.member();
    {
        const std::scoped_lock lock(state.mutex);
        state.link = link;
    }
    member->moveTo(place.address, place.formerAddresses);
    {
        const std::scoped_lock lock(member->mutex);
        member->lastSeen.clear();
        member->logAsked.reset();
        member->logCompared.clear();
        member->logTold.clear();
        member->sharedMark.clear();
        state.settle(*member, known.hostKey);
    }
    state.observers.tell([](Observer& o) { o.devicesChanged(); });
    state.tellStage(Stage::Ready);
    return {};
}

Result<bool> followPlace(MeshState& state, std::stop_token stop)
{
    const auto member = state.member();
    const auto place = toldPlace(*member);
    if (!place)
        return false;
    LocalRecord known;
    {
        const std::scoped_lock lock(state.mutex);
        known.account = state.record.account;
        known.placeUpdated = state.record.placeUpdated;
        known.move = state.record.move;
    }
    if (known.move || (known.placeUpdated && *place->updated <= *known.placeUpdated))
        return false;
    if (place->address == known.account) {
        // connected after the account had come here
        MMM_CHECK(state.changeRecord([&](LocalRecord& record) {
            record.formerAddresses = place->formerAddresses;
            record.formerServices = place->formerServices;
            record.placeUpdated = place->updated;
        }));
        member->moveTo(place->address, place->formerAddresses);
        const std::scoped_lock lock(member->mutex);
        member->checked.clear();
        return false;
    }
    const auto link = std::make_shared<ServiceLink>(place->service, state.discovery(), state.options.clock);
    MMM_CHECK(checkArrival(*member, *link, place->address, stop));
    MMM_CHECK(enterPlace(state, *place, link));
    return true;
}

Result<bool> followProfile(MeshState& state, std::stop_token stop)
{
    const auto member = state.member();
    MMM_TRY(const auto profile, publishedProfile(state, *member, stop));
    const std::string address =
        profile->serviceIds.empty() ? std::string() : asciiLower(profile->serviceIds.front());
    MMM_TRY(const service::AccountAddress parts, service::parseAddress(address));
    LocalRecord known;
    {
        const std::scoped_lock lock(state.mutex);
        known.account = state.record.account;
        known.service = state.record.service;
        known.formerAddresses = state.record.formerAddresses;
        known.formerServices = state.record.formerServices;
    }
    if (address == known.account || parts.domain == known.service.domain)
        return false;
    ConnectionOffer offer;
    offer.account = address;
    const auto link =
        std::make_shared<ServiceLink>(placeOf(state, offer), state.discovery(), state.options.clock);
    MMM_CHECK(checkArrival(*member, *link, address, stop));
    MMM_CHECK(enterPlace(state,
                         placeAfter(known, address, link->record(), profile->updated.value_or(state.now())),
                         link, [](LocalRecord& record) { record.move.reset(); }));
    return true;
}

} // namespace mmm::mesh

MMM_RECORD_COMPILED(mmm::mesh::FurtherPlace)
MMM_RECORD_COMPILED(mmm::mesh::AccountPlace)
MMM_RECORD_COMPILED(mmm::mesh::CatalogedAccountPlace)
