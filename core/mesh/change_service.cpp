#include "mesh/change_service.h"

#include "mesh/further_services.h"
#include "mesh/mover.h"
#include "mesh/service_here.h"

namespace mmm::mesh {

namespace {

/// The former service is looked at as often as an idle device looks at its own.
constexpr std::chrono::seconds lookInterval{60};

class ServiceChangeDoor final : public ServiceChange
{
public:
    ServiceChangeDoor(MeshState& state, KeepInStep& inStep, const WithoutExchange& withoutExchange)
        : m_state(state),
          m_withoutExchange(withoutExchange),
          m_further(makeFurtherServices(state, inStep, withoutExchange))
    {}

    std::optional<MoveState> state() const override
    {
        const auto move = plannedMove(m_state);
        const auto member = m_state.member();
        if (!move || !member)
            return std::nullopt;
        MoveState shown;
        shown.from = move->formerAddress;
        shown.to = move->address;
        shown.step = stepOf(*move);
        if (shown.step == MoveStep::Leaving)
            shown.waitingFor = Mover::waitingFor(*member);
        shown.isWithoutFormer = move->isFormerLost;
        return shown;
    }

    std::string domainHere() const override { return m_state.member() ? mesh::domainHere(m_state) : ""; }

    Status begin(const NewService& wanted, const MoveProgress& progress, std::stop_token stop) override
    {
        return alone([&] { return moveAccount(m_state, wanted, progress, stop); });
    }
    Status resume(const MoveProgress& progress, std::stop_token stop) override
    {
        return alone([&] { return Mover(m_state, progress, stop).run(); });
    }
    Status cancel(std::stop_token stop) override
    {
        return alone([&] { return Mover(m_state, {}, stop).cancel(); });
    }
    Status leave(std::stop_token stop) override
    {
        return alone([&] { return Mover(m_state, {}, stop).look(true); });
    }
    Status goOnWithoutFormer(const MoveProgress& progress, std::stop_token stop) override
    {
        return alone([&] { return Mover(m_state, progress, stop).goOnWithoutFormer(); });
    }
    FurtherServices& further() override { return *m_further; }

private:
    Status alone(const std::function<Status()>& work)
    {
        return m_state.member() ? m_withoutExchange(work) : fail(Fault::Unsupported, "there is no account");
    }

    MeshState& m_state;
    const WithoutExchange m_withoutExchange;
    const std::unique_ptr<FurtherServices> m_further;
};

} // namespace

Status moveAccount(MeshState& state, const NewService& wanted, const MoveProgress& progress,
                   std::stop_token stop)
{
    Mover mover(state, progress, std::move(stop));
    MMM_CHECK(mover.plan(wanted));
    return mover.run();
}

std::unique_ptr<ServiceChange> makeServiceChange(MeshState& state, KeepInStep& inStep,
                                                 const WithoutExchange& withoutExchange)
{
    return std::make_unique<ServiceChangeDoor>(state, inStep, withoutExchange);
}

Status endMove(MeshState& state, std::stop_token stop)
{
    const auto move = plannedMove(state);
    if (!move)
        return {};
    Mover mover(state, {}, std::move(stop));
    if (stepOf(*move) == MoveStep::Copying)
        return mover.cancel();
    MMM_CHECK(mover.run());
    return mover.look(true);
}

bool isOnItsWay(const LocalRecord& record)
{
    return record.move && stepOf(*record.move) != MoveStep::Leaving;
}

Status continueMove(MeshState& state, std::stop_token stop)
{
    const auto move = plannedMove(state);
    if (!move || stepOf(*move) == MoveStep::Copying)
        return {};
    const auto member = state.member();
    const TimePoint now = state.options.clock->now();
    const bool wasTelling = stepOf(*move) != MoveStep::Leaving;
    {
        const std::scoped_lock lock(member->mutex);
        const bool isDue =
            !member->formerAsked || now >= *member->formerAsked + lookInterval || now < *member->formerAsked;
        if (!isDue)
            return {};
        member->formerAsked = now;
    }
    Mover mover(state, {}, stop);
    MMM_CHECK(mover.run());
    const Status looked = mover.look(false);
    if (wasTelling || !plannedMove(state))
        state.observers.tell([](Observer& o) { o.devicesChanged(); });
    return looked;
}

} // namespace mmm::mesh
