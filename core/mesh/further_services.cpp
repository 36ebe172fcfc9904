#include "mesh/further_services.h"

#include "mesh/exchange.h"
#include "mesh/fit_profile.h"
#include "mesh/keep_in_step.h"
#include "mesh/late_messages.h"
#include "mesh/new_first.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

class FurtherServicesDoor final : public FurtherServices
{
public:
    FurtherServicesDoor(MeshState& state, KeepInStep& inStep, WithoutExchange withoutExchange)
        : m_state(state),
          m_inStep(inStep),
          m_withoutExchange(std::move(withoutExchange))
    {}

    std::vector<AccountService> services() const override
    {
        const auto member = m_state.member();
        if (!member)
            return {};
        std::vector<AccountService> all(1);
        all.front().address = member->address();
        all.front().isFirst = true;
        const auto told = toldPlace(*member);
        for (const FurtherPlace& place : told ? told->further : std::vector<FurtherPlace>()) {
            if (place.address != member->address())
                all.push_back(m_inStep.standing(place.address));
        }
        return all;
    }

    Status add(const NewService& wanted, const std::function<void(double)>& progress,
               std::stop_token stop) override
    {
        return alone([&] { return addNow(wanted, progress, stop); });
    }
    Status remove(const std::string& address, bool evenIfItStays, std::stop_token stop) override
    {
        return alone([&] { return removeNow(address, evenIfItStays, stop); });
    }
    Status makeFirst(const std::string& address, bool evenIfLost, const MoveProgress& progress,
                     std::stop_token stop) override
    {
        return alone([&]() -> Status {
            MMM_TRY(const FurtherPlace place, known(address));
            // nobody goes to a service that lacks what there is, if that can be helped
            const Status moved = moveAccount(m_state, {place.address, {}}, progress, stop);
            if (moved || !evenIfLost || !meansUnreachable(moved.error().fault) || isOnItsWayNow())
                return moved;
            return takeOver(m_state, place, stop);
        });
    }

private:
    Status alone(const std::function<Status()>& work)
    {
        if (!m_state.member())
            return fail(Fault::Unsupported, "there is no account");
        return m_withoutExchange([&]() -> Status {
            const auto member = m_state.member();
            {
                const std::scoped_lock lock(member->mutex);
                if (!member->keys->administration)
                    return fail(Fault::NotAuthorised, "not an administration device");
            }
            {
                const std::scoped_lock lock(m_state.mutex);
                if (m_state.record.move)
                    return fail(Fault::Conflict, "the account is on its way");
            }
            const Status done = work();
            m_state.observers.tell([](Observer& o) { o.devicesChanged(); });
            return done;
        });
    }

    bool isOnItsWayNow() const
    {
        const std::scoped_lock lock(m_state.mutex);
        return m_state.record.move.has_value();
    }

    Result<FurtherPlace> known(const std::string& address) const
    {
        const auto told = toldPlace(*m_state.member());
        if (told) {
            const auto found = std::ranges::find(told->further, address, &FurtherPlace::address);
            if (found != told->further.end())
                return *found;
        }
        return fail(Fault::NotFound, "no service of this account");
    }

    Status addNow(const NewService& wanted, const std::function<void(double)>& progress, std::stop_token stop)
    {
        const auto member = m_state.member();
        AccountPlace place = presentPlace(m_state, *member);
        MMM_TRY(FurtherPlace to, destinationOf(m_state, place.address, {}, wanted));
        if (std::ranges::any_of(place.further, [&](const FurtherPlace& present) {
                return present.service.domain == to.service.domain;
            }))
            return fail(Fault::Exists, "the account is at that service already");
        if (place.further.size() >= mostFurtherServices)
            return fail(Fault::TooLarge, "as many services as there can be");
        const auto link =
            std::make_shared<ServiceLink>(to.service, m_state.discovery(), m_state.options.clock);
        MMM_CHECK(link->hello(stop));
        to.service = link->record();
        MMM_CHECK(exchangeAll(m_state, stop));
        place.further.push_back(to);
        MMM_CHECK(copyTo(place, {link, {}, to.address}, progress, stop));
        MMM_CHECK(catchUp(m_state, stop));
        std::erase(place.formerAddresses, to.address);
        place.formerAddresses.push_back(to.address); // what is written to it is for this account
        const auto isThere = [&](const ServiceRecord& known) { return known.domain == to.service.domain; };
        std::erase_if(place.formerServices, isThere);
        place.formerServices.push_back(to.service);
        {
            const std::scoped_lock lock(member->mutex);
            MMM_CHECK(tellPlace(*member, place));
        }
        // from here on it is one of the account's services; what cannot be done now is done along with the
        // exchange
        if (fitProfile(m_state, stop) && uploadAll(m_state, stop))
            (void)m_inStep.lookAt(to, stop);
        return {};
    }

    /// The service gets the account, which nobody finds there yet, and all that the first one has.
    Status copyTo(const AccountPlace& place, AccountEnd end, const std::function<void(double)>& progress,
                  std::stop_token stop)
    {
        const auto member = m_state.member();
        MMM_TRY(const dare::Envelope announced, announcedAt(m_state, place));
        protocol::CreateRequest request;
        request.serviceId = end.address;
        request.signedAssertionAccount = announced;
        protocol::Identity device;
        {
            const std::scoped_lock lock(m_state.mutex);
            request.signedProfileMesh = m_state.record.profileMesh;
            device = {m_state.device->authentication.keyInUse(),
                      {{"ProfileDevice", m_state.device->profile}}};
        }
        MMM_CHECK(end.link->transact<protocol::CreateResponse>(device, std::move(request), stop)
                      .map([](const auto&) {}));
        AccountEnd first{m_state.serviceLink(), {}, member->address()};
        {
            const std::scoped_lock lock(member->mutex);
            first.identity = member->keys->identity;
            end.identity = {member->keys->administration->signature, {{"ProfileAccount", announced}}};
        }
        const Status copied = copyFrames(first, end, {}, progress, stop);
        if (!copied)
            (void)deleteAt(end, {}); // should that not be possible, it forgets an account that does not come
        return copied;
    }

    Status removeNow(const std::string& address, bool evenIfItStays, std::stop_token stop)
    {
        const auto member = m_state.member();
        MMM_TRY(const FurtherPlace leaving, known(address));
        MMM_CHECK(exchangeAll(m_state, stop));
        // what has come there is not left behind
        (void)m_inStep.lookAt(leaving, stop);
        AccountPlace place = presentPlace(m_state, *member);
        std::erase_if(place.further, [&](const FurtherPlace& further) { return further.address == address; });
        if (const Status deleted = deleteAt(furtherEnd(m_state, leaving), stop); !deleted && !evenIfItStays)
            return deleted;
        m_inStep.forget(address);
        MMM_TRY(const dare::Envelope profile, profileAt(m_state, place));
        return tellAll(m_state, place, profile, {address}, stop);
    }

    MeshState& m_state;
    KeepInStep& m_inStep;
    const WithoutExchange m_withoutExchange;
};

} // namespace

std::unique_ptr<FurtherServices> makeFurtherServices(MeshState& state, KeepInStep& inStep,
                                                     const WithoutExchange& withoutExchange)
{
    return std::make_unique<FurtherServicesDoor>(state, inStep, withoutExchange);
}

} // namespace mmm::mesh
