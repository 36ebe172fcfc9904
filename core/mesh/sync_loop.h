#pragma once

#include "mesh/hold_pause.h"
#include "mesh/keep_in_step.h"
#include "mesh/mesh_state.h"

#include <condition_variable>
#include <thread>

namespace mmm::mesh {

/// Keeps this device in step with its service, on a thread of its own: sends what waits, asks what is new
/// with a request that the service holds until something is, and backs off while the service cannot be
/// reached.
class SyncLoop
{
public:
    SyncLoop(MeshState& state, KeepInStep& inStep);
    ~SyncLoop();
    SyncLoop(const SyncLoop&) = delete;
    SyncLoop& operator=(const SyncLoop&) = delete;

    /// Something waits to be sent, or the person asked.
    void wake();
    [[nodiscard]] SyncState current() const;

private:
    void run();
    /// Whether this device has something that the service lacks.
    [[nodiscard]] bool hasToSend() const;
    /// One exchange. `hold` asks the service to wait for news if there is none.
    [[nodiscard]] Status exchange(bool hold);
    void show(SyncPhase phase, double progress = 1, std::optional<Error> fault = std::nullopt);
    void pause(std::chrono::milliseconds time);
    /// Where the first service is lost, or no more the first one: whether this device has gone to the new
    /// one.
    [[nodiscard]] bool followsFurther(const Status& done);

    MeshState& m_state;
    KeepInStep& m_inStep;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    SyncState m_shown;
    bool m_woken = true;
    // of the thread alone
    int m_roundsOfSending = 0; ///< in a row
    bool m_isNews = false;     ///< the exchange brought or sent something
    HoldPause m_holdPause;
    std::chrono::milliseconds m_rest{}; ///< before the service is asked again
    std::optional<TimePoint> m_furtherAsked;

    std::stop_source m_stopAll;
    std::stop_source m_stopHold; ///< ends the held request, nothing else
    InStepThread m_further;
    std::thread m_thread;
};

} // namespace mmm::mesh
