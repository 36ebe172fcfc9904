#include "service/replay_guard.h"

namespace mmm::service {

Status ReplayGuard::admit(const std::string& client, const std::string& uniqueId, TimePoint created,
                          TimePoint now)
{
    if (created > now + tolerance || created + tolerance < now)
        return fail(Fault::ClockWrong, "Clock");
    const std::string key = client + '\n' + uniqueId;
    const std::scoped_lock lock(m_mutex);
    while (!m_byTime.empty() && m_byTime.begin()->first + memory < now) {
        m_seen.erase(m_byTime.begin()->second);
        m_byTime.erase(m_byTime.begin());
    }
    if (m_seen.contains(key))
        return fail(Fault::Replayed, "Replay");
    if (m_seen.size() >= mostRequests)
        return fail(Fault::Overloaded, "too many requests");
    m_seen.insert(key);
    m_byTime.emplace(now, key);
    return {};
}

} // namespace mmm::service
