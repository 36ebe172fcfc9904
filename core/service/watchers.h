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

    /// Per account. Anybody may hail an account, which takes no place away from its own devices.
    static constexpr std::size_t mostMembers = 64;
    static constexpr std::size_t mostStrangers = 16;

    /// Calls `wake` once: at the next change of the account, or when the time is over. Gives a number for
    /// cancel(), or 0 if there are too many already: of the account's devices, or of others.
    [[nodiscard]] std::uint64_t watch(std::int64_t account, bool isMember, std::chrono::milliseconds time,
                                      Wake wake);
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
        bool isMember;
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
