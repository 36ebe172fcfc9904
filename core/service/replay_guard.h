#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "service/storage.h"

#include <deque>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace mmm::service {

/// Remembers which requests were seen, so that none counts twice (WIRE G.4.1, security 03 §8.1.4).
///
/// What was seen before the service started is forgotten. So what was made before that moment is refused for
/// its time, whereupon an honest client makes its request anew. A request from a clock that is ahead was made
/// later, as it seems: whoever admits one has to keep its mark where a restart does not reach. If the clock
/// was set back by more than `mostAhead` while the service was away, what was made in the time that comes
/// again is known only by those marks.
///
/// May be called from any thread.
class ReplayGuard
{
public:
    /// SHA-256 of client and id: what is remembered has the same size whatever was sent.
    using Mark = RequestMark;
    [[nodiscard]] static Mark markOf(const std::string& client, const std::string& uniqueId);

    static constexpr std::chrono::seconds tolerance{300};
    static constexpr std::chrono::seconds memory{600};
    static constexpr std::size_t longestId = 128; ///< octets
    static constexpr std::size_t mostOfClient = 20000;
    static constexpr std::size_t mostRequests = 1000000;
    /// Anybody can be as many strangers as there is room for; the rest of it is for members.
    static constexpr std::size_t mostWithStrangers = mostRequests / 2;

    /// A clock that was set back while the service was away makes what was seen before look new. As far as
    /// clients can follow at once, the start is put ahead by as much.
    static constexpr std::chrono::seconds mostAhead = tolerance / 2;

    /// The service has served before, and does so again from `now` on; `seen` are the marks of requests that
    /// were admitted then and were made later than that. `latest` is the last time that it knew then. Before
    /// the first admit().
    void goOn(TimePoint now, TimePoint latest, const std::vector<Mark>& seen);

    /// Fault::ClockWrong if the request's time is further than the tolerance from now or not after the
    /// start, Fault::Replayed if this client used the id before, Fault::Overloaded if there are too many to
    /// remember, Fault::Malformed if the id is too long. `isMember`: the client has an account here.
    [[nodiscard]] Status admit(const std::string& client, const std::string& uniqueId, TimePoint created,
                               TimePoint now, bool isMember);

    /// What a client has to take for the time, so that what it makes now is admitted: until the second of the
    /// start is over that is the next one.
    [[nodiscard]] TimePoint timeToTell(TimePoint now) const;

private:
    struct MarkHash
    {
        std::size_t operator()(const Mark& mark) const;
    };
    using Counts = std::unordered_map<std::string, std::size_t>;
    struct Seen
    {
        TimePoint when;
        Mark mark;
        Counts::value_type* client; ///< stays where it is while others come and go
    };
    void forgetBefore(TimePoint moment);

    void remember(const std::string& client, const Mark& mark, TimePoint now);

    mutable std::mutex m_mutex;
    TimePoint m_start = TimePoint::min();
    std::chrono::seconds m_ahead{0}; ///< of the clock when it started
    std::unordered_set<Mark, MarkHash> m_seen;
    std::deque<Seen> m_byTime;
    Counts m_perClient;
};

} // namespace mmm::service
