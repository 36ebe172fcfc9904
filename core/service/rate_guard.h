#pragma once

#include "base/clock.h"

#include <map>
#include <mutex>
#include <string>

namespace mmm::service {

/// Counts what happens per name and hour. May be called from any thread.
class RateGuard
{
public:
    static constexpr std::chrono::hours window{1};
    static constexpr std::size_t mostNames = 100000;
    /// Anybody can have as many addresses as there is room for; the rest of it is for members.
    static constexpr std::size_t mostWithStrangers = mostNames / 2;

    /// Counts `count` more for the name, unless that makes more than `most` within the window, or there are
    /// so many names already that one more would have to be remembered. `isMember`: the name is that of
    /// somebody with an account here, or of something that the service itself does.
    [[nodiscard]] bool admit(const std::string& name, std::size_t count, std::size_t most, TimePoint now,
                             bool isMember = true);

private:
    /// Two halves of the window make a count that neither forgets at once nor needs every moment.
    struct Count
    {
        TimePoint since;
        std::size_t now = 0;
        std::size_t before = 0;
    };
    std::mutex m_mutex;
    std::map<std::string, Count> m_counts;
    TimePoint m_cleared{}; ///< when names that are over were looked for last
};

} // namespace mmm::service
