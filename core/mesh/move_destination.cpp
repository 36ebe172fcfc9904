#include "mesh/account_addresses.h"
#include "mesh/account_move.h"
#include "mesh/ceremonies.h"
#include "mesh/people.h"
#include "service/account_name.h"
#include "udf/strong_name.h"

namespace mmm::mesh {

namespace {

Result<schema::Verified<schema::ProfileAccount>> ownProfile(const MeshState& state)
{
    const std::scoped_lock lock(state.mutex);
    return schema::verifyProfileAccount(state.record.profileAccount);
}

} // namespace

Result<FurtherPlace> destinationOf(const MeshState& state, const std::string& presentAddress,
                                   const std::optional<AccountPlace>& told, const NewService& wanted)
{
    MMM_TRY(const service::AccountAddress present, service::parseAddress(presentAddress));
    // a strong internet name's fingerprint is that of the account, or of the service if it names none
    std::optional<udf::Udf> subject;
    std::string text = asciiLower(wanted.address);
    if (auto strong = udf::StrongName::parse(text)) {
        text = std::move(strong->address);
        subject = strong->subject;
    } else if (strong.error().fault != Fault::Missing) {
        return fail(Fault::NameInvalid, strong.error().detail);
    }
    const bool isOfAccount = text.find('@') != std::string::npos;
    if (subject && isOfAccount) {
        MMM_TRY(const auto own, ownProfile(state));
        if (!isSubject(*subject, own))
            return fail(Fault::Contradiction, "the address demands another account than this one");
    }
    const std::string demanded = subject && !isOfAccount ? subject->text() : std::string();
    const auto parsed = service::parseAddress(isOfAccount ? text : present.name + "@" + text);
    if (!parsed || !protocol::isDnsName(parsed->domain))
        return fail(Fault::NameInvalid, "not the name of a service");
    const service::AccountAddress& parts = *parsed;
    MMM_CHECK(service::checkName(parts.name, {}));
    if (asciiLower(parts.domain) == asciiLower(present.domain))
        return fail(Fault::Exists, "the account is at that service already");
    for (const FurtherPlace& further : told ? told->further : std::vector<FurtherPlace>()) {
        if (further.service.domain != parts.domain)
            continue;
        if (!demanded.empty() && !udf::sameText(further.service.serviceUdf, demanded))
            return fail(Fault::WrongService, "the service is not the one that its name demands");
        return further;
    }
    FurtherPlace place;
    ConnectionOffer offer;
    offer.account = parts.canonical();
    offer.serviceUdf = demanded;
    if (!wanted.place.empty()) {
        MMM_TRY(const auto given, ConnectionOffer::parse("mcu://x@" + parts.domain + "/?h=" + wanted.place));
        offer.endpoints = given.endpoints;
    }
    place.address = offer.account;
    place.service = placeOf(state, offer);
    return place;
}

} // namespace mmm::mesh
