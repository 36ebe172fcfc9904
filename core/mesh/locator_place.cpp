#include "mesh/locator_place.h"

#include "mesh/ceremonies.h"
#include "mesh/connection_offer.h"
#include "protocol/located_content.h"
#include "protocol/portal_transactions.h"

namespace mmm::mesh {

namespace {

Result<dare::Envelope> fromService(MeshState& state, const udf::Locator& locator,
                                   const std::string& identifier, std::stop_token stop)
{
    MMM_TRY(const ServicePlace place, placeOf(locator));
    MMM_TRY(const ServiceQuestion question, ServiceQuestion::to(state, place));
    protocol::GetRequest request;
    request.identifier = identifier;
    MMM_TRY(const auto response, question.ask<protocol::GetResponse>(std::move(request), stop));
    for (const protocol::PortalEntry& entry : response.entries) {
        if (const auto* online = std::get_if<protocol::OnlineEscrowEntry>(&entry))
            return online->encryptedData;
    }
    return fail(Fault::NotFound, "the service has nothing of that name");
}

} // namespace

void addPlace(const ConnectionOffer& offer, udf::Locator& locator)
{
    if (!offer.serviceUdf.empty())
        locator.query.push_back({"s", offer.serviceUdf});
    for (const protocol::Endpoint& endpoint : offer.endpoints) {
        const bool isV6 = endpoint.host.find(':') != std::string::npos;
        locator.query.push_back(
            {"h", (isV6 ? "[" + endpoint.host + "]" : endpoint.host) + ":" + std::to_string(endpoint.port)});
    }
}

void addPlace(const MeshState& state, udf::Locator& locator)
{
    addPlace(ownOffer(state), locator);
}

Result<dare::Envelope> fetchLocated(MeshState& state, const udf::Locator& locator, std::stop_token stop)
{
    MMM_TRY(const udf::Udf identifier, udf::contentIdentifier(locator));
    Result<dare::Envelope> published = fromService(state, locator, identifier.text(), stop);
    if (published || stop.stop_requested() || published.error().fault == Fault::Malformed)
        return published;
    Result<dare::Envelope> fetched = protocol::fetchContent(locator, std::nullopt, stop);
    return fetched ? fetched : published;
}

Result<ServicePlace> placeOf(const udf::Locator& locator)
{
    // the same spelling of hosts as in the codes that connect devices
    std::string offer = "mcu://x@" + locator.authority + "/";
    char separator = '?';
    for (const udf::QueryItem& one : locator.query) {
        if (one.name != "h" && one.name != "s")
            continue;
        if (one.value.find_first_of("&#?/%") != std::string::npos)
            return fail(Fault::Malformed, "not an address of a service");
        offer += separator + one.name + "=" + one.value;
        separator = '&';
    }
    MMM_TRY(const ConnectionOffer parsed, ConnectionOffer::parse(offer));
    return ServicePlace{locator.authority, parsed.endpoints, parsed.serviceUdf};
}

} // namespace mmm::mesh
