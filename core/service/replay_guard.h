#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <mutex>
#include <set>
#include <string>
#include <unordered_set>

namespace mmm::service {

/// Remembers which requests were seen, so that none counts twice (WIRE G.4.1, security 03 §8.1.4).
/// May be called from any thread.
class ReplayGuard
{
public:
    static constexpr std::chrono::seconds tolerance{300};
    static constexpr std::chrono::seconds memory{600};
    static constexpr std::size_t mostRequests = 1000000;

    /// Fault::ClockWrong if the request's time is further than the tolerance from now, Fault::Replayed if
    /// this client used the id before, Fault::Overloaded if there are too many to remember.
    [[nodiscard]] Status admit(const std::string& client, const std::string& uniqueId, TimePoint created,
                               TimePoint now);

private:
    std::mutex m_mutex;
    std::unordered_set<std::string> m_seen;
    std::set<std::pair<TimePoint, std::string>> m_byTime;
};

} // namespace mmm::service
