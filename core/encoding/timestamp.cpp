#include "encoding/timestamp.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace mmm::encoding {

using namespace std::chrono;

namespace {

/// Reads exactly `count` digits from the front.
Result<int> digits(std::string_view& text, std::size_t count)
{
    if (text.size() < count || text.front() == '-')
        return fail(Fault::Malformed, "not a timestamp");
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + count, value);
    if (error != std::errc() || end != text.data() + count)
        return fail(Fault::Malformed, "not a timestamp");
    text.remove_prefix(count);
    return value;
}

Status literal(std::string_view& text, char expected)
{
    if (text.empty() || text.front() != expected)
        return fail(Fault::Malformed, "not a timestamp");
    text.remove_prefix(1);
    return {};
}

/// The offset from UTC that ends a timestamp.
Result<minutes> zone(std::string_view& text)
{
    if (text == "Z" || text == "z") {
        text.remove_prefix(1);
        return minutes(0);
    }
    if (text.empty() || (text.front() != '+' && text.front() != '-'))
        return fail(Fault::Malformed, "timestamp without a zone");
    const int sign = text.front() == '-' ? -1 : 1;
    text.remove_prefix(1);
    MMM_TRY(const int hour, digits(text, 2));
    MMM_CHECK(literal(text, ':'));
    MMM_TRY(const int minute, digits(text, 2));
    if (hour > 23 || minute > 59)
        return fail(Fault::Malformed, "zone out of range");
    return minutes(sign * (hour * 60 + minute));
}

} // namespace

std::string toTimestamp(TimePoint moment)
{
    constexpr TimePoint first = sys_days(year(0) / 1 / 1);
    constexpr TimePoint last = sys_days(year(10000) / 1 / 1) - seconds(1);
    moment = std::clamp(moment, first, last);
    const auto midnight = floor<days>(moment);
    const year_month_day date(midnight);
    const hh_mm_ss time(moment - midnight);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", int(date.year()),
                  unsigned(date.month()), unsigned(date.day()), int(time.hours().count()),
                  int(time.minutes().count()), int(time.seconds().count()));
    return text;
}

Result<TimePoint> fromTimestamp(std::string_view text)
{
    MMM_TRY(const int y, digits(text, 4));
    MMM_CHECK(literal(text, '-'));
    MMM_TRY(const int m, digits(text, 2));
    MMM_CHECK(literal(text, '-'));
    MMM_TRY(const int d, digits(text, 2));
    if (!text.empty() && text.front() == 't')
        text.remove_prefix(1);
    else
        MMM_CHECK(literal(text, 'T'));
    MMM_TRY(const int hour, digits(text, 2));
    MMM_CHECK(literal(text, ':'));
    MMM_TRY(const int minute, digits(text, 2));
    MMM_CHECK(literal(text, ':'));
    MMM_TRY(const int second, digits(text, 2));
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
        if (end == 0)
            return fail(Fault::Malformed, "empty fraction");
        text.remove_prefix(end);
    }
    MMM_TRY(const minutes offset, zone(text));
    const year_month_day date = year(y) / month(static_cast<unsigned>(m)) / day(static_cast<unsigned>(d));
    // a leap second (60) is read as the second after
    if (!text.empty() || !date.ok() || hour > 23 || minute > 59 || second > 60)
        return fail(Fault::Malformed, "timestamp out of range");
    return TimePoint(sys_days(date)) + hours(hour) + minutes(minute) + seconds(second) - offset;
}

} // namespace mmm::encoding
