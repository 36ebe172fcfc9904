#pragma once

#include "base/error.h"

#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace mmm::store {

/// Works on numbers 0…count−1 with several threads and takes the results in order on the calling thread. Few
/// results are held at a time. The first failure, of working or of taking, ends it all.
template<typename Output>
class OrderedParallel
{
public:
    template<typename MakeWorker, typename Take>
    [[nodiscard]] static Status run(std::size_t count, std::size_t threads, const MakeWorker& makeWorker,
                                    const Take& take)
    {
        if (threads <= 1 || count <= 1) {
            auto work = makeWorker();
            for (std::size_t i = 0; i < count; ++i) {
                MMM_TRY(Output output, guarded(work, i));
                MMM_CHECK(take(i, std::move(output)));
            }
            return {};
        }
        OrderedParallel shared(count, threads);
        std::vector<std::jthread> workers;
        for (std::size_t i = 0; i < std::min(threads, count); ++i)
            workers.emplace_back([&] { shared.workLoop(makeWorker()); });
        const Status status = shared.takeLoop(take);
        shared.stop();
        return status;
    }

private:
    OrderedParallel(std::size_t count, std::size_t threads) : m_count(count), m_window(4 * threads) {}

    template<typename Work>
    static Result<Output> guarded(Work& work, std::size_t i)
    {
        try {
            return work(i);
        } catch (const std::exception& exception) {
            return fail(Fault::Internal, exception.what());
        }
    }

    template<typename Work>
    void workLoop(Work work)
    {
        for (;;) {
            std::size_t mine = 0;
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, [&] { return m_stopped || m_next < m_taken + m_window; });
                if (m_stopped || m_next >= m_count)
                    return;
                mine = m_next++;
            }
            Result<Output> output = guarded(work, mine);
            const std::lock_guard lock(m_mutex);
            m_ready.emplace(mine, std::move(output));
            m_changed.notify_all();
        }
    }

    template<typename Take>
    Status takeLoop(const Take& take)
    {
        for (std::size_t i = 0; i < m_count; ++i) {
            Result<Output> output = fail(Fault::Internal);
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, [&] { return m_ready.contains(i); });
                output = std::move(m_ready.extract(i).mapped());
                m_taken = i + 1;
                m_changed.notify_all();
            }
            if (!output)
                return tl::unexpected<Error>(std::move(output).error());
            MMM_CHECK(take(i, std::move(*output)));
        }
        return {};
    }

    void stop()
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_changed.notify_all();
    }

    const std::size_t m_count;
    const std::size_t m_window;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::size_t, Result<Output>> m_ready;
    std::size_t m_next = 0;
    std::size_t m_taken = 0;
    bool m_stopped = false;
};

} // namespace mmm::store
