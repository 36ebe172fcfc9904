#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace mmm::interchange {

/// A line of iCalendar (RFC 5545 §3.1), such as `DTSTART;TZID=Europe/Vienna:20260504T090000`.
struct CalendarLine
{
    std::string name;                              ///< in lower case
    std::map<std::string, std::string> parameters; ///< names in lower case, values without quotes
    std::string value;

    /// Empty if there is no such parameter.
    [[nodiscard]] std::string parameter(const std::string& lowerName) const;
};

/// The lines of a text one after the other, folded ones put together. What is no such line is left out. The
/// text must outlive this.
class CalendarLines
{
public:
    explicit CalendarLines(std::string_view text) : m_rest(text) {}

    /// None at the end.
    [[nodiscard]] std::optional<CalendarLine> next();

private:
    [[nodiscard]] std::string unfolded();

    std::string_view m_rest;
};

/// A TEXT value (RFC 5545 §3.3.11) without its backslashes.
[[nodiscard]] std::string calendarText(std::string_view value);

} // namespace mmm::interchange
