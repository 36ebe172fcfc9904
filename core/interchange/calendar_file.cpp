#include "interchange/calendar_file.h"

#include "base/ascii.h"
#include "encoding/utf8.h"
#include "interchange/calendar_lines.h"
#include "interchange/zone_clock.h"
#include "schema/duration.h"
#include "schema/syntax.h"
#include "schema/validate.h"

#include <algorithm>

namespace mmm::interchange {

namespace {

constexpr std::size_t mostTasks = 100000;
constexpr std::size_t mostAlarms = 64; ///< of one task
constexpr std::size_t longestLine = 4096;
constexpr std::size_t longestDescription = 100000;
constexpr std::string_view head = "begin:vcalendar";

/// A time as it is written.
struct Written
{
    std::string value;
    std::string zone;
};

struct Alarm
{
    std::string trigger;
    bool isFromEnd = false;
    bool isNone = false; ///< where a calendar has switched off its usual one
};

/// What was read of an event or task.
struct Item
{
    bool isTask = false;
    bool isFinished = false;
    bool isException = false; ///< one time of what repeats
    bool hasExceptions = false;
    schema::Task task;
    std::optional<Written> start;
    std::optional<Written> finish;
    std::string duration;
    std::vector<Alarm> alarms;
};

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

std::string lineOf(std::string_view value)
{
    std::string line = calendarText(value);
    std::ranges::replace_if(line, isControl, ' ');
    return line;
}

std::string textOfLines(std::string_view value)
{
    std::string text = calendarText(value);
    std::erase_if(text, [](char c) { return isControl(c) && c != '\n' && c != '\t'; });
    return text;
}

std::string_view withoutMark(std::string_view text)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark))
        text.remove_prefix(mark.size());
    return text;
}

/// Some name the zone in the database by a path that ends with its name there.
std::string zoneName(const std::string& written, ZoneClock& clock)
{
    for (std::string name = written;;) {
        if (clock.knows(name))
            return name;
        const std::size_t slash = name.find('/');
        if (slash == std::string::npos)
            return {};
        name.erase(0, slash + 1);
    }
}

class Reader
{
public:
    Status take(const CalendarLine& line)
    {
        if (line.name == "begin")
            return begin(asciiLower(line.value));
        if (line.name == "end")
            end(asciiLower(line.value));
        else if (m_alarm)
            takeOfAlarm(line);
        else if (m_item && m_depth == 0)
            takeOfItem(line);
        else if (m_isZone)
            takeOfZone(line);
        return {};
    }

    CalendarFile finish()
    {
        CalendarFile file;
        for (Item& item : m_items)
            add(file, item);
        return file;
    }

private:
    Status begin(const std::string& component)
    {
        if (m_item && component == "valarm" && m_depth == 0 && !m_alarm) {
            m_alarm.emplace();
        } else if (m_item) {
            ++m_depth; // something else within
        } else if (component == "vevent" || component == "vtodo") {
            if (m_items.size() == mostTasks)
                return fail(Fault::TooLarge, "too many entries");
            m_item.emplace();
            m_item->isTask = component == "vtodo";
            if (!m_item->isTask)
                m_item->task.busy = true; // unless it says otherwise
        } else if (component == "vtimezone") {
            m_isZone = true;
            m_zone.clear();
        }
        return {};
    }

    void end(const std::string& component)
    {
        if (m_depth > 0) {
            --m_depth;
        } else if (m_alarm) {
            if (!m_alarm->isNone && m_item->alarms.size() < mostAlarms)
                m_item->alarms.push_back(std::move(*m_alarm));
            m_alarm.reset();
        } else if (m_item) {
            m_items.push_back(std::move(*m_item));
            m_item.reset();
        } else if (component == "vtimezone") {
            m_isZone = false;
        }
    }

    void takeOfAlarm(const CalendarLine& line)
    {
        if (line.name == "trigger") {
            m_alarm->trigger = line.value;
            m_alarm->isFromEnd = asciiLower(line.parameter("related")) == "end";
        } else if (line.name == "action") {
            m_alarm->isNone = asciiLower(line.value) == "none";
        }
    }

    void takeOfZone(const CalendarLine& line)
    {
        if (line.name == "tzid")
            m_zone = line.value;
        else if (line.name == "x-lic-location" && !m_zone.empty())
            m_zones[m_zone] = line.value;
    }

    void takeOfItem(const CalendarLine& line)
    {
        schema::Task& task = m_item->task;
        const std::string lower = asciiLower(line.value);
        if (line.name == "summary")
            task.title = lineOf(line.value);
        else if (line.name == "description")
            task.description = textOfLines(line.value);
        else if (line.name == "location")
            task.location = lineOf(line.value);
        else if (line.name == "dtstart")
            m_item->start = Written{line.value, line.parameter("tzid")};
        else if (line.name == "dtend" || line.name == "due")
            m_item->finish = Written{line.value, line.parameter("tzid")};
        else if (line.name == "duration")
            m_item->duration = line.value;
        else if (line.name == "rrule" && schema::syntax::isRecurrence(line.value))
            task.repeat = line.value;
        else if (line.name == "rrule" || line.name == "rdate" || line.name == "exdate")
            m_item->hasExceptions = true;
        else if (line.name == "recurrence-id")
            m_item->isException = true;
        else if (line.name == "status")
            m_item->isFinished = lower == "cancelled" || lower == "completed";
        else if (line.name == "transp")
            task.busy = lower != "transparent";
        else if (line.name == "conference" && schema::syntax::isUri(line.value))
            task.conference.push_back(line.value);
        else if (line.name == "x-apple-travel-duration" && schema::syntax::isDuration(line.value))
            task.startTravel = line.value;
    }

    /// In the database's words; empty for this computer's.
    std::string zoneOf(const Written& when, CalendarFile& file)
    {
        if (when.value.ends_with('Z'))
            return "UTC";
        if (when.zone.empty())
            return {};
        std::string name = zoneName(when.zone, m_clock);
        if (const auto known = m_zones.find(when.zone); name.empty() && known != m_zones.end())
            name = zoneName(known->second, m_clock);
        if (name.empty())
            ++file.unknownZones;
        return name;
    }

    void setTimes(Item& item, CalendarFile& file)
    {
        schema::Task& task = item.task;
        std::string zone;
        if (item.start) {
            zone = zoneOf(*item.start, file);
            task.start = m_clock.moment(item.start->value, zone);
        }
        if (item.finish) {
            const std::string there = zoneOf(*item.finish, file);
            task.finish = m_clock.moment(item.finish->value, there);
            if (!item.start)
                zone = there;
        } else if (task.start && schema::durationOf(item.duration) > std::chrono::seconds::zero()) {
            task.finish = *task.start + schema::durationOf(item.duration);
        }
        if (task.start && task.finish && *task.finish < *task.start)
            task.finish.reset();
        if (!task.repeat.empty() || zone != "UTC")
            task.timeZone = zone; // of one time in UTC it says nothing
    }

    static void setReminders(Item& item)
    {
        schema::Task& task = item.task;
        for (const Alarm& alarm : item.alarms) {
            std::string trigger = alarm.trigger;
            if (!schema::syntax::isDuration(trigger) && !schema::syntax::isDateTime(trigger))
                continue;
            // a trigger counts from the start, if there is one
            if (alarm.isFromEnd && task.start && task.finish && schema::syntax::isDuration(trigger)) {
                const std::int64_t seconds =
                    (*task.finish - *task.start + schema::durationOf(trigger)).count();
                trigger = (seconds < 0 ? "-PT" : "PT") + std::to_string(std::abs(seconds)) + "S";
                if (!schema::syntax::isDuration(trigger))
                    continue; // weeks of seconds
            }
            if (std::ranges::find(task.trigger, trigger) == task.trigger.end())
                task.trigger.push_back(std::move(trigger));
        }
    }

    void add(CalendarFile& file, Item& item)
    {
        if (item.isFinished) {
            ++file.finished;
            return;
        }
        if (item.isException || item.hasExceptions)
            ++file.withExceptions;
        if (item.isException)
            return;
        setTimes(item, file);
        setReminders(item);
        schema::Task& task = item.task;
        if (!task.start && !task.finish)
            task.repeat.clear();
        const bool fits = task.title.size() <= longestLine && task.location.size() <= longestLine &&
                          task.description.size() <= longestDescription;
        if (fits && schema::validate(task).empty())
            file.tasks.push_back(std::move(task));
        else
            ++file.skipped;
    }

    ZoneClock m_clock;
    std::vector<Item> m_items;
    std::optional<Item> m_item;
    std::optional<Alarm> m_alarm;
    std::size_t m_depth = 0; ///< of other components within the item
    bool m_isZone = false;
    std::string m_zone;
    std::map<std::string, std::string> m_zones; ///< names of the database, by those of the file
};

} // namespace

bool isCalendar(BytesView text)
{
    std::string_view begin = withoutMark(textOf(text));
    begin.remove_prefix(std::min(begin.find_first_not_of(" \t\r\n"), begin.size()));
    return asciiLower(begin.substr(0, head.size())) == head;
}

Result<CalendarFile> readCalendar(BytesView text)
{
    if (!isCalendar(text) || !encoding::isUtf8(text))
        return fail(Fault::Malformed, "not a calendar");
    Reader reader;
    CalendarLines lines(withoutMark(textOf(text)));
    while (const std::optional<CalendarLine> line = lines.next())
        MMM_CHECK(reader.take(*line));
    return reader.finish();
}

} // namespace mmm::interchange
