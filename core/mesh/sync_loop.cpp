#include "mesh/sync_loop.h"

#include "mesh/account_move.h"
#include "mesh/account_place.h"
#include "mesh/align_applications.h"
#include "mesh/ceremonies.h"
#include "mesh/exchange.h"
#include "mesh/mesh_change.h"
#include "mesh/message_flows.h"
#include "mesh/new_first.h"
#include "mesh/service_log.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

/// An idle device asks less than once a minute.
constexpr std::chrono::seconds statusHold{90};
constexpr std::chrono::seconds firstRetry{1};
constexpr std::chrono::seconds longestRetry{60};
/// A service that takes what is sent and never shows it must not keep this device busy.
constexpr int mostRoundsOfSending = 8;
/// While the first service cannot be reached, the further ones are asked whether it is the first one still.
constexpr std::chrono::seconds askWhileLost{60};

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

SyncLoop::SyncLoop(MeshState& state, KeepInStep& inStep)
    : m_state(state),
      m_inStep(inStep),
      m_further(inStep),
      m_thread([this] { run(); })
{}

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
        // while it is tried again, the person still sees what the last attempt failed of
        shown.fault = phase == SyncPhase::Working ? m_shown.fault : std::move(fault);
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

bool SyncLoop::hasToSend() const
{
    {
        const std::scoped_lock lock(m_state.mutex);
        if (m_state.record.change)
            return true;
    }
    const auto member = m_state.member();
    const std::scoped_lock lock(member->mutex);
    return member->containers->pendingCount() + member->outbox->waitingCount() > 0;
}

Status SyncLoop::exchange(bool hold)
{
    const std::stop_token stop = m_stopAll.get_token();
    // sending may bring in what others have written meanwhile: that is looked at before the next wait
    const bool isSending = hasToSend() && m_roundsOfSending < mostRoundsOfSending;
    m_roundsOfSending = isSending ? m_roundsOfSending + 1 : 0;
    m_isNews = isSending;
    m_rest = {};
    // a change of service goes on by itself; while it cannot, all else does
    (void)continueMove(m_state, stop);
    MMM_CHECK(finishChange(m_state, stop));
    // what cannot be sent does not keep from looking at what is new
    Status sent = postOutbox(m_state, stop);
    if (sent)
        sent = uploadAll(m_state, stop);
    if (!sent && (meansOffline(sent.error().fault) || sent.error().fault == Fault::Cancelled))
        return sent;
    std::stop_token holdStop;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_woken || !sent || isSending)
            hold = false;
        m_stopHold = std::stop_source();
        holdStop = m_stopHold.get_token();
    }
    if (hold)
        show(SyncPhase::Idle);
    const Stopwatch asked;
    const auto status =
        askStatus(m_state, hold ? statusHold : std::chrono::seconds(0), hold ? holdStop : stop);
    if (!status)
        return tl::unexpected<Error>(status.error());
    const auto progress = [this](double share) { show(SyncPhase::Working, share); };
    MMM_TRY(const auto changed, downloadAll(m_state, *status, stop, progress));
    m_isNews = m_isNews || !changed.empty();
    m_rest = hold ? m_holdPause.after(asked.elapsed(), m_isNews) : std::chrono::milliseconds(0);
    if (!status->envelopedProfileMaster.isEmpty())
        MMM_CHECK(takeUpDevices(m_state, &*status, stop));
    MMM_TRY(const bool isElsewhere, followPlace(m_state, stop));
    if (isElsewhere) {
        wake();
        return {};
    }
    if (std::ranges::find(changed, schema::store_name::inbound) != changed.end())
        m_state.observers.tell([](Observer& o) { o.messagesChanged(); });
    MMM_CHECK(acceptProvedRequests(m_state, stop));
    MMM_CHECK(takeInMessages(m_state));
    MMM_CHECK(alignApplications(m_state, stop));
    MMM_CHECK(alignInheritance(m_state, stop));
    MMM_CHECK(m_state.rememberService());
    MMM_CHECK(watchServiceLog(m_state, stop));
    // nothing has to be refused before the person is told
    if (sent && status->statusExtended == static_cast<std::int64_t>(protocol::StatusDetail::Suspended))
        return fail(Fault::Suspended, "the account is suspended");
    return sent;
}

bool SyncLoop::followsFurther(const Status& done)
{
    const TimePoint now = m_state.options.clock->now();
    const bool isLost = !done && (meansOffline(done.error().fault) || done.error().fault == Fault::ReadOnly);
    const bool isDue = !m_furtherAsked || now < *m_furtherAsked || now >= *m_furtherAsked + askWhileLost;
    if (!m_inStep.hasFoundAnotherFirst() && !(isLost && isDue))
        return false;
    m_furtherAsked = now;
    return followFurther(m_state, m_stopAll.get_token()).value_or(false);
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
        if (followsFurther(done)) {
            isCaughtUp = false;
            continue;
        }
        m_further.wake(m_isNews);
        if (done) {
            isCaughtUp = true;
            retry = firstRetry;
            show(SyncPhase::Idle);
            pause(m_rest);
            continue;
        }
        const Fault fault = done.error().fault;
        if (fault == Fault::Cancelled)
            continue; // woken: there is something to send
        isCaughtUp = false;
        if (fault == Fault::AccountClosed) {
            const auto followed = followProfile(m_state, m_stopAll.get_token());
            if (followed.value_or(false))
                continue;
            if (!followed && meansOffline(followed.error().fault)) {
                show(SyncPhase::Offline, 1, followed.error());
                pause(retry);
                retry = std::min(retry * 2, longestRetry);
                continue;
            }
        }
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
