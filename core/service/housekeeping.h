#pragma once

#include "service/call.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace mmm::service {

/// Calls a function at regular intervals, on a thread of its own, until it is destroyed.
class Timer
{
public:
    Timer(std::chrono::milliseconds interval, std::function<void()> tick);
    ~Timer();
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;

    /// Calls the function as soon as possible, and then at the usual intervals.
    void hurry();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isHurried = false;
    bool m_stopping = false;
    std::thread m_thread;
};

/// What a service does without being asked: states how far the log of publications is, and erases the data of
/// accounts that were deleted thirty days ago (WIRE G.7.5, G.8.8).
[[nodiscard]] Status keepHouse(Call& call);

} // namespace mmm::service
