#include "service/watchers.h"

#include <algorithm>
#include <vector>

namespace mmm::service {

namespace {

/// One that cannot be woken, such as for want of memory, keeps no others asleep.
void call(const Watchers::Wake& wake)
{
    try {
        wake();
    } catch (const std::exception&) {
        // its request is dropped, which answers it
    }
}

} // namespace

Watchers::Watchers() : m_thread([this] { run(); }) {}

Watchers::~Watchers()
{
    wakeAll();
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

std::uint64_t Watchers::watch(std::int64_t account, bool isMember, std::chrono::milliseconds time, Wake wake)
{
    std::uint64_t number = 0;
    {
        const std::scoped_lock lock(m_mutex);
        const auto isAlike = [&](const auto& entry) {
            return entry.second.account == account && entry.second.isMember == isMember;
        };
        const auto most = static_cast<std::ptrdiff_t>(isMember ? mostMembers : mostStrangers);
        if (m_stopping || std::ranges::count_if(m_watches, isAlike) >= most)
            return 0;
        number = m_next++;
        m_watches.emplace(number,
                          Watch{account, isMember, std::chrono::steady_clock::now() + time, std::move(wake)});
    }
    m_changed.notify_all();
    return number;
}

bool Watchers::cancel(std::uint64_t number)
{
    const std::scoped_lock lock(m_mutex);
    return m_watches.erase(number) > 0;
}

void Watchers::notify(std::int64_t account)
{
    std::vector<Wake> due;
    {
        const std::scoped_lock lock(m_mutex);
        for (auto watch = m_watches.begin(); watch != m_watches.end();) {
            if (watch->second.account == account) {
                due.push_back(std::move(watch->second.wake));
                watch = m_watches.erase(watch);
            } else {
                ++watch;
            }
        }
    }
    for (const Wake& wake : due)
        call(wake);
}

void Watchers::wakeAll()
{
    std::map<std::uint64_t, Watch> all;
    {
        const std::scoped_lock lock(m_mutex);
        all.swap(m_watches);
    }
    for (const auto& [number, watch] : all)
        call(watch.wake);
}

void Watchers::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        Time next = Time::max();
        std::vector<Wake> due;
        const Time now = std::chrono::steady_clock::now();
        for (auto watch = m_watches.begin(); watch != m_watches.end();) {
            if (watch->second.deadline <= now) {
                due.push_back(std::move(watch->second.wake));
                watch = m_watches.erase(watch);
            } else {
                next = std::min(next, watch->second.deadline);
                ++watch;
            }
        }
        if (!due.empty()) {
            lock.unlock();
            for (const Wake& wake : due)
                call(wake);
            lock.lock();
        } else if (next == Time::max()) {
            m_changed.wait(lock);
        } else {
            m_changed.wait_until(lock, next);
        }
    }
}

} // namespace mmm::service
