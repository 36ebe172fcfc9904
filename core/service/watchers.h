#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace mmm::service {

/// Status requests that are held open until something changes in their account or their time is over.
/// May be called from any thread.
class Watchers
{
public:
    using Wake = std::function<void()>;

    Watchers();
    /// Wakes everything that waits.
    ~Watchers();
    Watchers(const Watchers&) = delete;
    Watchers& operator=(const Watchers&) = delete;

    static constexpr std::size_t mostPerAccount = 64;

    /// Calls `wake` once: at the next change of the account, or when the time is over. Gives a number for
    /// cancel(), or 0 if the account has too many already.
    [[nodiscard]] std::uint64_t watch(std::int64_t account, std::chrono::milliseconds time, Wake wake);
    /// The request needs no waking any more. False if it was woken already.
    bool cancel(std::uint64_t number);
    /// Something changed in the account.
    void notify(std::int64_t account);
    /// Wakes everything, such as before the service stops.
    void wakeAll();

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Watch
    {
        std::int64_t account;
        Time deadline;
        Wake wake;
    };
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::uint64_t, Watch> m_watches;
    std::uint64_t m_next = 1;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace mmm::service
