#include "service/rate_guard.h"

namespace mmm::service {

bool RateGuard::admit(const std::string& name, std::size_t count, std::size_t most, TimePoint now,
                      bool isMember)
{
    constexpr std::chrono::seconds clearingInterval{60};
    constexpr auto half = std::chrono::duration_cast<std::chrono::seconds>(window) / 2;
    const std::scoped_lock lock(m_mutex);
    const std::size_t room = isMember ? mostNames : mostWithStrangers;
    if (m_counts.size() >= room) {
        // looking at all of them takes a while, so not each time
        if (now >= m_cleared + clearingInterval || now < m_cleared) {
            std::erase_if(m_counts, [now](const auto& entry) { return entry.second.since + window < now; });
            m_cleared = now;
        }
        if (m_counts.size() >= room && !m_counts.contains(name))
            return false;
    }
    const auto [entry, isNew] = m_counts.try_emplace(name, Count{now, 0, 0});
    Count& counted = entry->second;
    if (now >= counted.since + window || now < counted.since) {
        counted = {now, 0, 0};
    } else if (now >= counted.since + half) {
        counted = {counted.since + half, 0, counted.now};
    }
    if (counted.before + counted.now + count > most)
        return false;
    counted.now += count;
    return true;
}

} // namespace mmm::service
