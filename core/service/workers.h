#pragma once

#include "service/storage.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace mmm::service {

/// Threads that do the work of requests, each with a storage of its own.
class Workers
{
public:
    using Work = std::function<void(Storage&)>;

    /// Opens one storage per thread before it returns; fails if one cannot be opened.
    [[nodiscard]] static Result<std::unique_ptr<Workers>> start(const StorageFactory& storage,
                                                                unsigned threads);
    /// Finishes the work in hand; what waits is dropped.
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// From any thread. An exception ends the work, not the thread. False if so much is waiting already that
    /// the caller should be sent away.
    [[nodiscard]] bool post(Work work);

private:
    Workers() = default;
    void run(Storage& storage);

    static constexpr std::size_t mostWaiting = 10000;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Work> m_waiting;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace mmm::service
