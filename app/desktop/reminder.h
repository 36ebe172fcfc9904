#pragma once

#include "schema/task.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <span>
#include <vector>

/// What reminders of tasks mean: TRIGGER values of RFC 5545 §3.8.6.3, without the property's parameters, so
/// that a duration counts from the start of the task, or from its end if it has no start (WIRE F.2).
namespace mmm::desktop {

/// "1 hour", "90 minutes": how long something takes, whatever its sign.
[[nodiscard]] QString durationText(std::chrono::seconds duration);

struct Trigger
{
    enum Kind
    {
        ByTask,  ///< so long before (below 0) or after it begins
        ByClock, ///< at a moment of its own
        ByOther, ///< a place, another task: nothing that the clock tells
    };
    Kind kind = ByOther;
    std::chrono::seconds offset{};
    QString clock; ///< yyyyMMdd, with THHmmss, with Z

    [[nodiscard]] static Trigger parse(const std::string& value);
};

/// The values that forms offer, from the shortest time before the task to the longest.
[[nodiscard]] std::span<const std::string_view> offeredTriggers();
/// In the person's words, as in a list of choices: "15 minutes before".
[[nodiscard]] QStringList offeredTriggerTexts();
[[nodiscard]] QString triggerText(const std::string& value);
/// Where the value stands among those offered, in whatever way it is written; -1 if it is another.
[[nodiscard]] int offeredTrigger(const std::string& value);

/// What a task begins with: its start, or without one its end. In the task's time zone, or this computer's.
[[nodiscard]] QDateTime beginOf(const schema::Task& task);
/// When the task takes place next, not before `from`: for one that does not repeat, or no more, or whose rule
/// is not worked out (Recurrence), whenever it does. None without a date.
[[nodiscard]] std::optional<TimePoint> timeOf(const schema::Task& task, TimePoint from);

/// One reminder that is due.
struct Due
{
    std::string entry; ///< of the catalog of tasks
    TimePoint when;
    std::optional<TimePoint> begins; ///< what it reminds of
    std::optional<TimePoint> leave;  ///< when one has to leave for that
    QString title;
    QString place;
};

/// The reminders of a task that are due until `until`, and of those that were due before `now` the ones that
/// are of use still: until what they remind of is over, and for a day after it has begun or, if that is
/// later, after they were due.
[[nodiscard]] std::vector<Due> remindersOf(const std::string& entry, const schema::Task& task, TimePoint now,
                                           TimePoint until);

/// When that is, as a reminder says it: "14:00", "Tomorrow, 9:00", or the date.
[[nodiscard]] QString beginText(TimePoint begins, TimePoint now);

} // namespace mmm::desktop
