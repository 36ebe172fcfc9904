#include "interchange/zone_clock.h"

#include "schema/syntax.h"

#include <algorithm>
#include <charconv>
#include <glib.h>

namespace mmm::interchange {

struct ZoneClock::Zone
{
    GTimeZone* zone;

    explicit Zone(GTimeZone* taken) : zone(taken) {}
    ~Zone() { g_time_zone_unref(zone); }
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;
};

namespace {

constexpr auto utc = "UTC";

int amountOf(std::string_view digits)
{
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// Whether GLib may look for a file of that name: it must stay within the database.
bool isSafeName(const std::string& name)
{
    return schema::syntax::isTimeZone(name) && !name.starts_with('/');
}

} // namespace

ZoneClock::ZoneClock() = default;
ZoneClock::~ZoneClock() = default;

ZoneClock::Zone* ZoneClock::find(const std::string& name)
{
    const auto [place, isFirst] = m_zones.try_emplace(name);
    if (isFirst && name.empty())
        place->second = std::make_unique<Zone>(g_time_zone_new_local());
    else if (isFirst && isSafeName(name)) {
        if (GTimeZone* zone = g_time_zone_new_identifier(name.c_str()))
            place->second = std::make_unique<Zone>(zone);
    }
    return place->second.get();
}

bool ZoneClock::knows(const std::string& zone)
{
    return !zone.empty() && find(zone) != nullptr;
}

std::optional<TimePoint> ZoneClock::moment(std::string_view value, const std::string& zone)
{
    constexpr std::size_t dateSize = 8;
    if (!schema::syntax::isDateTime(value))
        return std::nullopt;
    const bool isUtc = value.ends_with('Z');
    const bool hasTime = value.size() > dateSize;
    Zone* place = find(isUtc ? utc : zone);
    if (place == nullptr)
        place = find({});
    const auto part = [&](std::size_t from, std::size_t size) { return amountOf(value.substr(from, size)); };
    constexpr double lastSecond = 59; // of a minute with a leap second too
    GDateTime* moment =
        g_date_time_new(place->zone, part(0, 4), part(4, 2), part(6, 2), hasTime ? part(9, 2) : 0,
                        hasTime ? part(11, 2) : 0, hasTime ? std::min(lastSecond, double(part(13, 2))) : 0);
    if (moment == nullptr) // 31 February
        return std::nullopt;
    const TimePoint found{std::chrono::seconds(g_date_time_to_unix(moment))};
    g_date_time_unref(moment);
    return found;
}

std::string ZoneClock::shown(TimePoint moment, const std::string& zone)
{
    Zone* place = find(zone);
    if (place == nullptr)
        place = find({});
    std::string text;
    GDateTime* utcTime = g_date_time_new_from_unix_utc(moment.time_since_epoch().count());
    GDateTime* there = utcTime != nullptr ? g_date_time_to_timezone(utcTime, place->zone) : nullptr;
    if (there != nullptr) {
        // "%Y" of GLib has no leading zeros
        char* clock = g_date_time_format(there, "%m%dT%H%M%S");
        std::string year = std::to_string(g_date_time_get_year(there));
        constexpr std::size_t yearDigits = 4;
        year.insert(0, yearDigits - std::min(yearDigits, year.size()), '0');
        text = year + clock;
        g_free(clock);
        g_date_time_unref(there);
    }
    if (utcTime != nullptr)
        g_date_time_unref(utcTime);
    return text;
}

} // namespace mmm::interchange
