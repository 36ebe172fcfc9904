#pragma once

#include "base/clock.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mmm::interchange {

/// What the clocks of a place show, as moments. The system's copy of the IANA time zone database knows.
class ZoneClock
{
public:
    ZoneClock();
    ~ZoneClock();
    ZoneClock(const ZoneClock&) = delete;
    ZoneClock& operator=(const ZoneClock&) = delete;

    /// Whether there is a zone of that name.
    [[nodiscard]] bool knows(const std::string& zone);
    /// The moment at which the clocks show a DATE or DATE-TIME value of RFC 5545, the day alone as its first
    /// moment. In UTC if the value says so, and where the zone's name is empty or unknown on this computer's
    /// clock. None if it is no such value.
    [[nodiscard]] std::optional<TimePoint> moment(std::string_view value, const std::string& zone);
    /// What the clocks show at a moment, as a DATE-TIME value without Z, such as 20260504T090000; where the
    /// zone's name is empty or unknown, this computer's. Empty for moments after the year 9999.
    [[nodiscard]] std::string shown(TimePoint moment, const std::string& zone);

private:
    struct Zone;
    [[nodiscard]] Zone* find(const std::string& name);

    std::map<std::string, std::unique_ptr<Zone>> m_zones; ///< null: there is none of that name
};

} // namespace mmm::interchange
