#include "mesh/service_here.h"

#include "mesh/ceremonies.h"
#include "service/account_name.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

/// With the state's mutex held.
std::string domainIn(const MeshState& state)
{
    if (state.record.isFurther)
        return state.options.domainHere;
    return state.record.embedded ? state.record.embeddedDomain : HostedService::domainOfThisComputer();
}

/// Stops it, or takes it out of the local network again. It is stopped without the lock, since that waits for
/// its requests.
void undo(MeshState& state, bool isStarted, bool isShown)
{
    std::unique_ptr<HostedService> ending;
    const std::scoped_lock lock(state.mutex);
    if (isStarted)
        ending = std::move(state.hosted);
    else if (isShown && state.hosted)
        (void)state.hosted->setNetworkVisible(false);
}

} // namespace

std::string domainHere(const MeshState& state)
{
    const std::scoped_lock lock(state.mutex);
    const std::string domain = domainIn(state);
    return isEmbedded(state.record) || domain == state.record.service.domain ? std::string() : domain;
}

ServiceRecord asReachedNow(const MeshState& state, ServiceRecord service)
{
    const std::scoped_lock lock(state.mutex);
    if (state.hosted && state.hosted->serviceUdf() == service.serviceUdf)
        service.endpoints = state.hosted->knownEndpoints();
    return service;
}

ServiceHere::~ServiceHere()
{
    if (!m_isKept)
        undo(m_state, m_isStarted, m_isShown);
}

Result<FurtherPlace> ServiceHere::open(const std::string& name)
{
    const auto member = m_state.member();
    const std::string domain = domainHere(m_state);
    bool isAtHome = false;
    bool isFurther = false;
    {
        const std::scoped_lock lock(m_state.mutex);
        isAtHome = isEmbedded(m_state.record) || domainIn(m_state) == m_state.record.service.domain;
        isFurther = m_state.record.isFurther;
    }
    if (domain.empty())
        return isAtHome ? fail(Fault::Exists, "the account is on this computer already")
                        : fail(Fault::Unsupported, "no service on this computer");
    FurtherPlace place;
    MMM_TRY(const service::AccountAddress present, service::parseAddress(member->address()));
    const std::string wanted = name.empty() ? present.name : asciiLower(name);
    MMM_CHECK(service::checkName(wanted, {}));
    place.address = wanted + "@" + domain;
    if (isFurther) {
        ConnectionOffer offer;
        offer.account = place.address;
        place.service = placeOf(m_state, offer);
        return place;
    }
    MMM_CHECK(start());
    bool isAlone = true;
    {
        const std::scoped_lock lock(member->mutex);
        isAlone = member->containers->devices().ids().size() < 2;
    }
    if (!isAlone)
        MMM_CHECK(show());
    // one that has a copy of the account knows it by the address that it has there
    if (const auto told = toldPlace(*member)) {
        const auto known =
            std::ranges::find(told->further, domain, [](const FurtherPlace& f) { return f.service.domain; });
        if (known != told->further.end())
            place.address = known->address;
    }
    const std::scoped_lock lock(m_state.mutex);
    place.service.domain = domain;
    place.service.serviceUdf = m_state.hosted->serviceUdf();
    place.service.endpoints = m_state.hosted->knownEndpoints();
    return place;
}

Status ServiceHere::start()
{
    std::string domain;
    {
        const std::scoped_lock lock(m_state.mutex);
        if (m_state.hosted)
            return {};
        domain = domainIn(m_state);
    }
    MMM_TRY(auto hosted, HostedService::start(m_state.options, domain, m_state.options.embeddedPort, false));
    const std::scoped_lock lock(m_state.mutex);
    m_state.hosted = std::move(hosted);
    m_isStarted = true;
    return {};
}

Status ServiceHere::show()
{
    const std::scoped_lock lock(m_state.mutex);
    if (m_state.hosted->isNetworkVisible())
        return {};
    m_isShown = true;
    const Status shown = m_state.hosted->setNetworkVisible(true);
    // without a network there is nobody who could follow, until there is one
    return shown || shown.error().fault == Fault::Offline ? Status() : shown;
}

void ServiceHere::enter(LocalRecord& record) const
{
    record.move->isStartedHere = m_isStarted;
    record.move->isShownHere = m_isShown;
    if (m_isShown)
        record.networkVisible = true;
    if (!m_isStarted)
        return;
    record.embedded = true;
    record.embeddedDomain = m_state.hosted->domain();
    record.embeddedPort = m_state.hosted->port();
}

void closeHere(MeshState& state, const MoveRecord& move)
{
    if (move.isStartedHere || move.isShownHere)
        undo(state, move.isStartedHere, move.isShownHere);
}

} // namespace mmm::mesh
