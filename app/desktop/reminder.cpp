#include "reminder.h"

#include "interchange/duration.h"
#include "recurrence.h"
#include "schema/syntax.h"
#include "text.h"

#include <QCoreApplication>
#include <QTimeZone>
#include <algorithm>
#include <array>

namespace mmm::desktop {

namespace {

using interchange::durationOf;
using std::chrono::seconds;

constexpr std::array<std::string_view, 9> offered{"PT0S",  "-PT5M", "-PT15M", "-PT30M", "-PT1H",
                                                  "-PT2H", "-P1D",  "-P2D",   "-P1W"};
constexpr seconds day = std::chrono::hours(24);
constexpr int mostTimes = 64; ///< of what repeats, in one look at it

struct Unit
{
    char letter;
    std::int64_t seconds;
};
constexpr std::array<Unit, 5> units{{{'W', 604800}, {'D', 86400}, {'H', 3600}, {'M', 60}, {'S', 1}}};

/// The largest unit of which there is a whole number; minutes of nothing.
const Unit& unitOf(std::int64_t length)
{
    if (length == 0)
        return units[3];
    return *std::ranges::find_if(units, [length](const Unit& one) { return length % one.seconds == 0; });
}

QString relativeText(seconds offset)
{
    const auto say = [](const char* text, std::int64_t number) {
        return QCoreApplication::translate("Reminder", text, nullptr, int(number));
    };
    const std::int64_t away = std::abs(offset.count());
    if (away == 0)
        return QCoreApplication::translate("Reminder", "At the time");
    const bool isBefore = offset < seconds::zero();
    const Unit& unit = unitOf(away);
    const std::int64_t number = away / unit.seconds;
    switch (unit.letter) {
    case 'W':
        return isBefore ? say(QT_TRANSLATE_N_NOOP("Reminder", "%n weeks before"), number)
                        : say(QT_TRANSLATE_N_NOOP("Reminder", "%n weeks after"), number);
    case 'D':
        return isBefore ? say(QT_TRANSLATE_N_NOOP("Reminder", "%n days before"), number)
                        : say(QT_TRANSLATE_N_NOOP("Reminder", "%n days after"), number);
    case 'H':
        return isBefore ? say(QT_TRANSLATE_N_NOOP("Reminder", "%n hours before"), number)
                        : say(QT_TRANSLATE_N_NOOP("Reminder", "%n hours after"), number);
    case 'M':
        return isBefore ? say(QT_TRANSLATE_N_NOOP("Reminder", "%n minutes before"), number)
                        : say(QT_TRANSLATE_N_NOOP("Reminder", "%n minutes after"), number);
    default:
        return isBefore ? say(QT_TRANSLATE_N_NOOP("Reminder", "%n seconds before"), number)
                        : say(QT_TRANSLATE_N_NOOP("Reminder", "%n seconds after"), number);
    }
}

QTimeZone zoneOf(const schema::Task& task)
{
    const QTimeZone zone(QByteArray::fromStdString(task.timeZone));
    return !task.timeZone.empty() && zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

/// Without a Z it is the time of day in that zone.
QDateTime momentOf(const QString& clock, const QTimeZone& zone)
{
    const QDate date = QDate::fromString(clock.left(8), QStringLiteral("yyyyMMdd"));
    const QTime time =
        clock.size() > 8 ? QTime::fromString(clock.mid(9, 6), QStringLiteral("HHmmss")) : QTime(0, 0);
    return clock.endsWith(QLatin1Char('Z')) ? QDateTime(date, time, Qt::UTC) : QDateTime(date, time, zone);
}

/// When nobody needs a reminder any more.
TimePoint uselessFrom(const schema::Task& task, std::optional<TimePoint> begins, TimePoint due)
{
    if (!begins)
        return due + day;
    const TimePoint later = std::max(*begins, due) + day;
    return task.start && task.finish ? std::min(*begins + (*task.finish - *task.start), later) : later;
}

} // namespace

QString durationText(seconds duration)
{
    const std::int64_t length = std::abs(duration.count());
    const Unit& unit = unitOf(length);
    const int number = int(length / unit.seconds);
    switch (unit.letter) {
    case 'W':
        return QCoreApplication::translate("Reminder", "%n weeks", nullptr, number);
    case 'D':
        return QCoreApplication::translate("Reminder", "%n days", nullptr, number);
    case 'H':
        return QCoreApplication::translate("Reminder", "%n hours", nullptr, number);
    case 'M':
        return QCoreApplication::translate("Reminder", "%n minutes", nullptr, number);
    default:
        return QCoreApplication::translate("Reminder", "%n seconds", nullptr, number);
    }
}

Trigger Trigger::parse(const std::string& value)
{
    Trigger trigger;
    if (schema::syntax::isDuration(value)) {
        trigger.kind = ByTask;
        trigger.offset = durationOf(value);
    } else if (schema::syntax::isTrigger(value) && value.find(':') == std::string::npos) {
        trigger.kind = ByClock;
        trigger.clock = toText(value);
    }
    return trigger;
}

std::span<const std::string_view> offeredTriggers()
{
    return offered;
}

QStringList offeredTriggerTexts()
{
    QStringList texts;
    for (const std::string_view value : offered)
        texts.append(triggerText(std::string(value)));
    return texts;
}

QString triggerText(const std::string& value)
{
    const Trigger trigger = Trigger::parse(value);
    switch (trigger.kind) {
    case Trigger::ByTask:
        return relativeText(trigger.offset);
    case Trigger::ByClock:
        if (const QDateTime moment = momentOf(trigger.clock, QTimeZone::systemTimeZone()); moment.isValid())
            return momentText(fromDateTime(moment));
        break;
    case Trigger::ByOther:
        if (value.starts_with("task:"))
            return QCoreApplication::translate("Reminder", "With another task");
        if (value.starts_with("geo:"))
            return QCoreApplication::translate("Reminder", "At a place");
        break;
    }
    return QCoreApplication::translate("Reminder", "Otherwise: %1").arg(toText(value).left(100).simplified());
}

int offeredTrigger(const std::string& value)
{
    const Trigger trigger = Trigger::parse(value);
    if (trigger.kind != Trigger::ByTask)
        return -1;
    const auto found = std::ranges::find(offered, trigger.offset, durationOf);
    return found == offered.end() ? -1 : int(found - offered.begin());
}

QDateTime beginOf(const schema::Task& task)
{
    const std::optional<TimePoint> begins = task.start ? task.start : task.finish;
    return begins ? toDateTime(*begins).toTimeZone(zoneOf(task)) : QDateTime();
}

std::optional<TimePoint> timeOf(const schema::Task& task, TimePoint from)
{
    const std::optional<TimePoint> begins = task.start ? task.start : task.finish;
    if (!begins || task.repeat.empty()) // nearly all: a list of thousands asks for no time zone
        return begins;
    if (const auto rule = Recurrence::parse(task.repeat)) {
        if (const auto next = rule->next(beginOf(task), toDateTime(from)))
            return fromDateTime(*next);
    }
    return begins;
}

std::vector<Due> remindersOf(const std::string& entry, const schema::Task& task, TimePoint now,
                             TimePoint until)
{
    std::vector<Due> dues;
    const auto add = [&](TimePoint when, std::optional<TimePoint> begins) {
        const bool isThere = std::ranges::any_of(dues, [when](const Due& due) { return due.when == when; });
        const std::optional<TimePoint> leave = begins && schema::syntax::isDuration(task.startTravel)
                                                   ? std::optional(*begins - durationOf(task.startTravel))
                                                   : std::nullopt;
        if (!isThere && when <= until && now < uselessFrom(task, begins, when))
            dues.push_back({entry, when, begins, leave, toText(task.title).left(500).simplified(),
                            toText(task.location).left(500).simplified()});
    };
    for (const std::string& value : task.trigger) {
        const Trigger trigger = Trigger::parse(value);
        if (trigger.kind == Trigger::ByClock) {
            if (const QDateTime moment = momentOf(trigger.clock, zoneOf(task)); moment.isValid())
                add(fromDateTime(moment), timeOf(task, fromDateTime(moment)));
        } else if (trigger.kind == Trigger::ByTask) {
            // one that began earlier is over for a day, whether it is due before or after that
            TimePoint from = now - day - std::max(trigger.offset, seconds::zero());
            for (int times = 0; times < mostTimes; ++times) {
                const std::optional<TimePoint> begins = timeOf(task, from);
                if (!begins || *begins < from || *begins + trigger.offset > until)
                    break;
                add(*begins + trigger.offset, begins);
                from = *begins + seconds(1);
            }
        }
    }
    return dues;
}

QString beginText(TimePoint begins, TimePoint now)
{
    const QDateTime when = toDateTime(begins);
    const qint64 days = toDateTime(now).date().daysTo(when.date());
    if (days == 0)
        return clockText(when.time());
    return days == 1 ? QCoreApplication::translate("Reminder", "Tomorrow, %1").arg(clockText(when.time()))
                     : momentText(begins);
}

} // namespace mmm::desktop
