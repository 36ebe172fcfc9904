#include "service/replay_guard.h"

#include "crypto/hash.h"

#include <algorithm>
#include <cstring>

namespace mmm::service {

std::size_t ReplayGuard::MarkHash::operator()(const Mark& mark) const
{
    std::size_t hash = 0; // any octets of a digest are as good as others
    std::memcpy(&hash, mark.data(), sizeof hash);
    return hash;
}

void ReplayGuard::forgetBefore(TimePoint moment)
{
    while (!m_byTime.empty() && m_byTime.front().when < moment) {
        const Seen& oldest = m_byTime.front();
        m_seen.erase(oldest.mark);
        if (--oldest.client->second == 0)
            m_perClient.erase(std::string(oldest.client->first));
        m_byTime.pop_front();
    }
}

ReplayGuard::Mark ReplayGuard::markOf(const std::string& client, const std::string& uniqueId)
{
    Mark mark{};
    std::ranges::copy(crypto::sha256(bytesOf(client + '\n' + uniqueId)), mark.begin());
    return mark;
}

void ReplayGuard::remember(const std::string& client, const Mark& mark, TimePoint now)
{
    const auto counted = m_perClient.try_emplace(client, 0).first;
    m_byTime.push_back({now, mark, &*counted});
    m_seen.insert(mark);
    ++counted->second;
}

void ReplayGuard::goOn(TimePoint now, TimePoint latest, const std::vector<Mark>& seen)
{
    const std::scoped_lock lock(m_mutex);
    m_start = std::clamp(latest, now, now + mostAhead);
    m_ahead = m_start - now;
    for (const Mark& mark : seen)
        remember({}, mark, now);
}

TimePoint ReplayGuard::timeToTell(TimePoint now) const
{
    constexpr std::chrono::seconds second{1};
    const std::scoped_lock lock(m_mutex);
    return std::max(now, std::min(m_start, now + m_ahead) + second);
}

Status ReplayGuard::admit(const std::string& client, const std::string& uniqueId, TimePoint created,
                          TimePoint now, bool isMember)
{
    if (uniqueId.size() > longestId)
        return fail(Fault::Malformed, "UniqueID too long");
    if (created > now + tolerance || created + tolerance < now)
        return fail(Fault::ClockWrong, "Clock");
    const Mark mark = markOf(client, uniqueId);
    const std::scoped_lock lock(m_mutex);
    // a clock that was set back since the start: nobody could ask until it is there again
    m_start = std::min(m_start, now + m_ahead);
    if (created <= m_start)
        return fail(Fault::ClockWrong, "made before the service started");
    forgetBefore(now - memory);
    if (m_seen.contains(mark))
        return fail(Fault::Replayed, "Replay");
    if (m_seen.size() >= (isMember ? mostRequests : mostWithStrangers))
        return fail(Fault::Overloaded, "too many requests");
    const auto counted = m_perClient.find(client);
    if (counted != m_perClient.end() && counted->second >= mostOfClient)
        return fail(Fault::Overloaded, "too many requests of this client");
    remember(client, mark, now);
    return {};
}

} // namespace mmm::service
