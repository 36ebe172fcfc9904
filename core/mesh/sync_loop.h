#pragma once

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
    explicit SyncLoop(MeshState& state);
    ~SyncLoop();
    SyncLoop(const SyncLoop&) = delete;
    SyncLoop& operator=(const SyncLoop&) = delete;

    /// Something waits to be sent, or the person asked.
    void wake();
    [[nodiscard]] SyncState current() const;

private:
    void run();
    /// One exchange. `hold` asks the service to wait for news if there is none.
    [[nodiscard]] Status exchange(bool hold);
    void show(SyncPhase phase, double progress = 1, std::optional<Error> fault = std::nullopt);
    void pause(std::chrono::milliseconds time);

    MeshState& m_state;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    SyncState m_shown;
    bool m_woken = true;
    std::stop_source m_stopAll;
    std::stop_source m_stopHold; ///< ends the held request, nothing else
    std::thread m_thread;
};

} // namespace mmm::mesh
