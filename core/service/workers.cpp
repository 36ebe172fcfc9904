#include "service/workers.h"

#include <future>

namespace mmm::service {

Result<std::unique_ptr<Workers>> Workers::start(const StorageFactory& factory, unsigned threads)
{
    auto workers = std::unique_ptr<Workers>(new Workers);
    for (unsigned i = 0; i < threads; ++i) {
        // a storage belongs to the thread that opens it, so the thread reports how that went
        std::promise<Status> opened;
        std::future<Status> outcome = opened.get_future();
        workers->m_threads.emplace_back(
            [self = workers.get(), &factory, opened = std::move(opened)]() mutable {
                auto storage = factory();
                if (!storage) {
                    opened.set_value(tl::unexpected<Error>(storage.error()));
                    return;
                }
                opened.set_value({});
                self->run(**storage);
            });
        MMM_CHECK(outcome.get());
    }
    return workers;
}

Workers::~Workers()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
        m_waiting.clear();
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

bool Workers::post(Work work)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_stopping || m_waiting.size() >= mostWaiting)
            return false;
        m_waiting.push_back(std::move(work));
    }
    m_changed.notify_one();
    return true;
}

void Workers::run(Storage& storage)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
        if (m_stopping)
            return;
        const Work work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        try {
            work(storage);
        } catch (const std::exception&) {
            // such as no memory left for it: that ends this piece of work and nothing else
        }
        lock.lock();
    }
}

} // namespace mmm::service
