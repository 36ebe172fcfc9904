#pragma once

#include "base/error.h"
#include "schema/task.h"

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

} // namespace mmm::interchange
