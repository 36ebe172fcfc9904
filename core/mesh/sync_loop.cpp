#include "mesh/sync_loop.h"

#include "mesh/ceremonies.h"
#include "mesh/exchange.h"
#include "mesh/mesh_change.h"
#include "mesh/message_flows.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

/// An idle device asks less than once a minute.
constexpr std::chrono::seconds holdTime{90};
constexpr std::chrono::seconds firstRetry{1};
constexpr std::chrono::seconds longestRetry{60};

bool meansOffline(Fault fault)
{
    return fault == Fault::Offline || fault == Fault::Timeout || fault == Fault::Overloaded ||
           fault == Fault::ServiceFailed;
}

/// There is nothing to be in step with any more.
bool meansRemoved(Fault fault)
{
    return fault == Fault::Disconnected || fault == Fault::AccountClosed;
}

} // namespace

SyncLoop::SyncLoop(MeshState& state) : m_state(state), m_thread([this] { run(); }) {}

SyncLoop::~SyncLoop()
{
    m_stopAll.request_stop();
    wake();
    m_thread.join();
}

void SyncLoop::wake()
{
    const std::scoped_lock lock(m_mutex);
    m_woken = true;
    m_stopHold.request_stop();
    m_changed.notify_all();
}

SyncState SyncLoop::current() const
{
    const std::scoped_lock lock(m_mutex);
    return m_shown;
}

void SyncLoop::show(SyncPhase phase, double progress, std::optional<Error> fault)
{
    SyncState shown;
    {
        const auto member = m_state.member();
        const std::scoped_lock lock(member->mutex);
        shown.pending = member->containers->pendingCount() + member->outbox->waitingCount();
        shown.conflicts = member->containers->conflictCount();
    }
    {
        const std::scoped_lock lock(m_mutex);
        shown.phase = phase;
        shown.progress = progress;
        shown.fault = std::move(fault);
        shown.lastSuccess = phase == SyncPhase::Idle ? std::optional(m_state.now()) : m_shown.lastSuccess;
        m_shown = shown;
    }
    m_state.observers.tell([&](Observer& o) { o.syncChanged(shown); });
}

void SyncLoop::pause(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, time, [this] { return m_woken || m_stopAll.stop_requested(); });
}

Status SyncLoop::exchange(bool hold)
{
    const std::stop_token stop = m_stopAll.get_token();
    MMM_CHECK(finishChange(m_state, stop));
    MMM_CHECK(postOutbox(m_state, stop));
    // what cannot be sent does not keep from looking at what is new
    const Status sent = uploadAll(m_state, stop);
    if (!sent && (meansOffline(sent.error().fault) || sent.error().fault == Fault::Cancelled))
        return sent;
    std::stop_token holdStop;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_woken || !sent)
            hold = false;
        m_stopHold = std::stop_source();
        holdStop = m_stopHold.get_token();
    }
    if (hold)
        show(SyncPhase::Idle);
    const auto status = askStatus(m_state, hold ? holdTime : std::chrono::seconds(0), hold ? holdStop : stop);
    if (!status)
        return tl::unexpected<Error>(status.error());
    const auto progress = [this](double share) { show(SyncPhase::Working, share); };
    MMM_TRY(const auto changed, downloadAll(m_state, *status, stop, progress));
    if (!status->envelopedProfileMaster.isEmpty())
        MMM_CHECK(takeUpDevices(m_state, &*status, stop));
    if (std::ranges::find(changed, schema::store_name::inbound) != changed.end())
        m_state.observers.tell([](Observer& o) { o.messagesChanged(); });
    MMM_CHECK(acceptProvedRequests(m_state, stop));
    MMM_CHECK(takeInMessages(m_state));
    MMM_CHECK(m_state.rememberService());
    return sent;
}

void SyncLoop::run()
{
    std::chrono::seconds retry = firstRetry;
    bool isCaughtUp = false;
    while (!m_stopAll.stop_requested()) {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_woken)
                isCaughtUp = false;
            m_woken = false;
        }
        if (!isCaughtUp)
            show(SyncPhase::Working, -1);
        const Status done = exchange(isCaughtUp);
        if (m_stopAll.stop_requested())
            return;
        if (done) {
            isCaughtUp = true;
            retry = firstRetry;
            show(SyncPhase::Idle);
            continue;
        }
        const Fault fault = done.error().fault;
        if (fault == Fault::Cancelled)
            continue; // woken: there is something to send
        isCaughtUp = false;
        if (meansRemoved(fault)) {
            (void)m_state.changeRecord([](LocalRecord& record) { record.stage = "Removed"; });
            show(SyncPhase::Attention, 1, done.error());
            m_state.tellStage(Stage::Removed);
            return;
        }
        show(meansOffline(fault) ? SyncPhase::Offline : SyncPhase::Attention, 1, done.error());
        pause(retry);
        retry = std::min(retry * 2, longestRetry);
    }
}

} // namespace mmm::mesh
