#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <array>
#include <deque>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace mmm::service {

/// Remembers which requests were seen, so that none counts twice (WIRE G.4.1, security 03 §8.1.4).
/// May be called from any thread.
class ReplayGuard
{
public:
    static constexpr std::chrono::seconds tolerance{300};
    static constexpr std::chrono::seconds memory{600};
    static constexpr std::size_t longestId = 128; ///< octets
    static constexpr std::size_t mostOfClient = 20000;
    static constexpr std::size_t mostRequests = 1000000;
    /// Anybody can be as many strangers as there is room for; the rest of it is for members.
    static constexpr std::size_t mostWithStrangers = mostRequests / 2;

    /// Fault::ClockWrong if the request's time is further than the tolerance from now, Fault::Replayed if
    /// this client used the id before, Fault::Overloaded if there are too many to remember, Fault::Malformed
    /// if the id is too long. `isMember`: the client has an account here.
    [[nodiscard]] Status admit(const std::string& client, const std::string& uniqueId, TimePoint created,
                               TimePoint now, bool isMember);

private:
    /// SHA-256 of client and id: what is remembered has the same size whatever was sent.
    using Mark = std::array<std::uint8_t, 32>;
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

    std::mutex m_mutex;
    std::unordered_set<Mark, MarkHash> m_seen;
    std::deque<Seen> m_byTime;
    Counts m_perClient;
};

} // namespace mmm::service
