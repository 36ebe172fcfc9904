#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace mmm::protocol {

/// Asks to stop when a time is over, or earlier when somebody else does. For work of many steps, each with a
/// patience of its own, that must not take as long as all of them together.
class TimeLimit
{
public:
    TimeLimit(std::chrono::milliseconds time, const std::stop_token& outer)
        : m_outer(outer, Pass{&m_source}),
          m_thread([this, time](const std::stop_token& done) {
              std::mutex mutex;
              std::condition_variable_any never;
              std::unique_lock lock(mutex);
              never.wait_for(lock, done, time, [] { return false; });
              if (!done.stop_requested())
                  m_source.request_stop();
          })
    {}
    TimeLimit(const TimeLimit&) = delete;
    TimeLimit& operator=(const TimeLimit&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    struct Pass
    {
        std::stop_source* to;
        void operator()() const { to->request_stop(); }
    };
    std::stop_source m_source;
    std::stop_callback<Pass> m_outer;
    std::jthread m_thread; // last: ends before what it stops
};

} // namespace mmm::protocol
