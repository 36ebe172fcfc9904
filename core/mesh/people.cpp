#include "mesh/people.h"

#include "protocol/portal_transactions.h"
#include "schema/key_check.h"
#include "service/account_name.h"
#include "udf/strong_name.h"

#include <algorithm>
#include <array>

namespace mmm::mesh {

Result<ServiceQuestion> ServiceQuestion::to(MeshState& state, const ServicePlace& place)
{
    const auto member = state.member();
    protocol::Identity identity;
    {
        const std::scoped_lock lock(member->mutex);
        identity = member->keys->identity;
    }
    {
        const std::scoped_lock lock(state.mutex);
        if (state.record.service.domain != place.domain)
            identity = {state.device->authentication.keyInUse(), {{"ProfileDevice", state.device->profile}}};
    }
    return as(state, place, std::move(identity));
}

Result<ServiceQuestion> ServiceQuestion::as(MeshState& state, const ServicePlace& place,
                                            protocol::Identity identity)
{
    ServiceRecord record;
    const std::scoped_lock lock(state.mutex);
    if (state.record.service.domain == place.domain)
        return ServiceQuestion(state.link, std::move(identity));
    if (auto former = state.formerService(place.domain))
        return ServiceQuestion(
            std::make_shared<ServiceLink>(std::move(*former), state.discovery(), state.options.clock),
            std::move(identity));
    record.domain = place.domain;
    record.serviceUdf = place.serviceUdf;
    std::vector<protocol::Endpoint> endpoints = place.endpoints;
    if (const auto known = state.options.knownServices.find(place.domain);
        known != state.options.knownServices.end())
        endpoints.push_back(known->second);
    for (const protocol::Endpoint& endpoint : endpoints) {
        EndpointRecord entry;
        entry.host = endpoint.host;
        entry.port = endpoint.port;
        entry.portal = place.domain;
        record.endpoints.push_back(std::move(entry));
    }
    return ServiceQuestion(
        std::make_shared<ServiceLink>(std::move(record), state.discovery(), state.options.clock),
        std::move(identity));
}

Result<std::string> ServiceQuestion::serviceUdf(std::stop_token stop) const
{
    if (m_link->record().serviceUdf.empty())
        MMM_CHECK(m_link->hello(stop));
    return m_link->record().serviceUdf;
}

Result<crypto::PublicKey> ServiceQuestion::hostKey(std::stop_token stop) const
{
    if (m_link->record().hostKey.empty())
        MMM_CHECK(m_link->hello(stop));
    return crypto::PublicKey::decode(crypto::Curve::Ed448, m_link->record().hostKey);
}

Result<PersonAddress> PersonAddress::parse(std::string_view text)
{
    PersonAddress person;
    const auto strong = udf::StrongName::parse(text);
    if (strong) {
        person.address = strong->address;
        person.subject = strong->subject;
    } else if (strong.error().fault == Fault::Missing) {
        person.address = asciiLower(text);
    } else {
        return fail(Fault::NameInvalid, strong.error().detail);
    }
    const auto parts = service::parseAddress(person.address);
    if (!parts || !protocol::isDnsName(parts->domain) || !service::checkName(parts->name, {}))
        return fail(Fault::NameInvalid, "not the address of an account");
    person.address = parts->canonical();
    return person;
}

bool isSubject(const udf::Udf& subject, const schema::Verified<schema::ProfileAccount>& account)
{
    const auto is = [&](const std::string& udf) {
        const auto parsed = udf::Udf::parse(udf);
        return parsed && udf::matchesForTrust(*parsed, subject);
    };
    return is(account.udf()) || is(account->meshProfileUdf);
}

Result<KnownAccount> lookUp(MeshState& state, const PersonAddress& wanted, std::stop_token stop)
{
    MMM_TRY(const service::AccountAddress parts, service::parseAddress(wanted.address));
    MMM_TRY(const ServiceQuestion question, ServiceQuestion::to(state, {parts.domain, {}, {}}));
    protocol::GetRequest request;
    request.account = wanted.address;
    request.multiple = true;
    MMM_TRY(const auto response, question.ask<protocol::GetResponse>(std::move(request), stop));
    for (const protocol::PortalEntry& entry : response.entries) {
        const auto* published = std::get_if<protocol::SignedProfile>(&entry);
        if (!published || !schema::payloadOf<schema::ProfileAccount>(published->signedData))
            continue;
        MMM_TRY(auto account, schema::verifyProfileAccount(published->signedData));
        if (!hasAddress(*account, wanted.address))
            return fail(Fault::Contradiction, "the service gave the profile of another account");
        if (wanted.subject && !isSubject(*wanted.subject, account))
            return fail(Fault::NotAuthorised, "the account is not the one that the address demands");
        // who has gone to another service is written to there
        const std::string place = asciiLower(account->serviceIds.front());
        return KnownAccount{place, std::move(account)};
    }
    return fail(Fault::NotFound, "the service has no profile of that account");
}

bool isUnanswered(Fault fault)
{
    constexpr std::array open{Fault::Offline, Fault::Timeout, Fault::TlsFailed, Fault::Overloaded,
                              Fault::ServiceFailed};
    return std::ranges::find(open, fault) != open.end();
}

} // namespace mmm::mesh
