#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <utility>

namespace mmm::mesh {

/// How long to rest before the service is asked again what it should have held until there is news. It
/// answers early when something changed that does not concern this device, but also when others keep it from
/// holding anything: then a device that came again at once would never come to rest. Belongs to one thread.
class HoldPause
{
public:
    static constexpr std::chrono::milliseconds first{5000};
    static constexpr std::chrono::milliseconds longest{60000};
    static constexpr int mostWithout = 2; ///< early answers in a row that are nothing unusual

    /// After an answer that came in so much time.
    [[nodiscard]] std::chrono::milliseconds after(std::chrono::milliseconds time, bool isNews)
    {
        if (isNews || time >= m_next) {
            m_early = 0;
            m_next = first;
            return {};
        }
        if (++m_early <= mostWithout)
            return {};
        return std::exchange(m_next, std::min(m_next * 2, longest));
    }

private:
    int m_early = 0;
    std::chrono::milliseconds m_next = first;
};

/// Measures a request.
class Stopwatch
{
public:
    [[nodiscard]] std::chrono::milliseconds elapsed() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                     m_start);
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// False if the wait was stopped.
inline bool pauseFor(std::chrono::milliseconds time, const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

} // namespace mmm::mesh
