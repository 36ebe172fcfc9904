#pragma once

#include "base/error.h"
#include "schema/task.h"

#include <span>
#include <string>
#include <vector>

namespace mmm::interchange {

struct CalendarFile
{
    std::vector<schema::Task> tasks;
    std::size_t skipped = 0;        ///< without a title, or not fit for a task
    std::size_t finished = 0;       ///< done or cancelled, left out
    std::size_t withExceptions = 0; ///< single times of what repeats that differ, left out
    std::size_t unknownZones = 0;   ///< times of a zone that is not known, taken for this computer's
};

/// Whether the text begins like a calendar.
[[nodiscard]] bool isCalendar(BytesView text);

/// Reads the events and tasks (VEVENT, VTODO) of an iCalendar file (RFC 5545) with their alarms, as calendars
/// export them. Whole days begin and end at midnight on this computer's clock. Malformed if it is none,
/// TooLarge with more than 100,000 of them.
[[nodiscard]] Result<CalendarFile> readCalendar(BytesView text);

/// The same file, in UTF-8, for a calendar to import: what has a start is an event if it says whether the
/// time is taken, everything else a task. What repeats keeps its zone's clock, or this computer's if it names
/// none. `written` is when the file is made. Left out is what has no place there: the way back, reminders of
/// another task or at a place, and times after the year 9999.
[[nodiscard]] std::string writeCalendar(std::span<const schema::Task> tasks, TimePoint written);

} // namespace mmm::interchange
