#include "interchange/calendar_file.h"

#include "base/ascii.h"
#include "encoding/utf8.h"
#include "interchange/beginning.h"
#include "interchange/duration.h"
#include "interchange/ical_memory.h"
#include "interchange/zone_clock.h"
#include "schema/syntax.h"
#include "schema/validate.h"

#include <algorithm>
#include <map>
#include <optional>

namespace mmm::interchange {

namespace {

constexpr std::size_t mostTasks = 100000;
constexpr std::size_t mostAlarms = 64; ///< of one task
constexpr std::size_t longestLine = 4096;
constexpr std::size_t longestDescription = 100000;
constexpr std::string_view head = "begin:vcalendar";
constexpr int mostNested = 16; ///< components within each other; libical clears them away by recursion

/// What a property says, without the escapes of a text.
struct Property
{
    explicit Property(icalproperty* property)
        : name(asciiLower(taken(icalproperty_get_property_name_r(property))))
    {
        const icalvalue* held = icalproperty_get_value(property);
        if (held != nullptr && icalvalue_isa(held) == ICAL_TEXT_VALUE)
            value = icalvalue_get_text(held);
        else if (held != nullptr)
            value = taken(icalvalue_as_ical_string_r(held));
        if (icalparameter* of = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER))
            zone = icalparameter_get_tzid(of);
        if (icalparameter* of = icalproperty_get_first_parameter(property, ICAL_RELATED_PARAMETER))
            isFromEnd = icalparameter_get_related(of) == ICAL_RELATED_END;
    }

    std::string name; ///< in lower case
    std::string value;
    std::string zone;
    bool isFromEnd = false;
};

template<typename Take>
void eachPropertyOf(icalcomponent* component, Take take)
{
    for (icalproperty* one = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); one != nullptr;
         one = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY))
        take(Property(one));
}

template<typename Take>
void eachPartOf(icalcomponent* component, icalcomponent_kind kind, Take take)
{
    for (icalcompiter part = icalcomponent_begin_component(component, kind);
         icalcompiter_deref(&part) != nullptr; icalcompiter_next(&part))
        take(icalcompiter_deref(&part));
}

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
};

/// What was read of an event or task.
struct Item
{
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

/// Without the blanks around it, so that one of blanks alone is none.
std::string lineOf(std::string line)
{
    std::ranges::replace_if(line, isControl, ' ');
    line.erase(0, std::min(line.find_first_not_of(' '), line.size()));
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

std::string textOfLines(std::string text)
{
    std::erase_if(text, [](char c) { return isControl(c) && c != '\n' && c != '\t'; });
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
    /// A calendar, or several as one file can hold them.
    Status take(icalcomponent* component)
    {
        Status status;
        eachPartOf(component, ICAL_VCALENDAR_COMPONENT, [&](icalcomponent* part) {
            if (status)
                status = take(part);
        });
        eachPartOf(component, ICAL_VTIMEZONE_COMPONENT, [this](icalcomponent* part) { takeZone(part); });
        for (const icalcomponent_kind kind : {ICAL_VEVENT_COMPONENT, ICAL_VTODO_COMPONENT})
            eachPartOf(component, kind, [this](icalcomponent* part) { m_items.push_back(itemOf(part)); });
        if (m_items.size() > mostTasks)
            return fail(Fault::TooLarge, "too many entries");
        return status;
    }

    CalendarFile finish()
    {
        CalendarFile file;
        for (Item& item : m_items)
            add(file, item);
        return file;
    }

private:
    void takeZone(icalcomponent* component)
    {
        std::string name;
        std::string place;
        eachPropertyOf(component, [&](const Property& property) {
            if (property.name == "tzid")
                name = property.value;
            else if (property.name == "x-lic-location")
                place = property.value;
        });
        if (!place.empty())
            m_zones[name] = place;
    }

    static Item itemOf(icalcomponent* component)
    {
        Item item;
        if (icalcomponent_isa(component) == ICAL_VEVENT_COMPONENT)
            item.task.busy = true; // unless it says otherwise
        eachPropertyOf(component, [&item](const Property& property) { takeProperty(item, property); });
        eachPartOf(component, ICAL_VALARM_COMPONENT, [&item](icalcomponent* part) { takeAlarm(item, part); });
        return item;
    }

    static void takeAlarm(Item& item, icalcomponent* component)
    {
        Alarm alarm;
        bool isNone = false; // where a calendar has switched off its usual one
        eachPropertyOf(component, [&](const Property& property) {
            if (property.name == "trigger")
                alarm = {property.value, property.isFromEnd};
            else if (property.name == "action")
                isNone = asciiLower(property.value) == "none";
        });
        if (!isNone && item.alarms.size() < mostAlarms)
            item.alarms.push_back(std::move(alarm));
    }

    static void takeProperty(Item& item, const Property& property)
    {
        schema::Task& task = item.task;
        const std::string lower = asciiLower(property.value);
        if (property.name == "summary")
            task.title = lineOf(property.value);
        else if (property.name == "description")
            task.description = textOfLines(property.value);
        else if (property.name == "location")
            task.location = lineOf(property.value);
        else if (property.name == "dtstart")
            item.start = Written{property.value, property.zone};
        else if (property.name == "dtend" || property.name == "due")
            item.finish = Written{property.value, property.zone};
        else if (property.name == "duration")
            item.duration = property.value;
        else if (property.name == "rrule" && schema::syntax::isRecurrence(property.value))
            task.repeat = property.value;
        else if (property.name == "rrule" || property.name == "rdate" || property.name == "exdate")
            item.hasExceptions = true;
        else if (property.name == "recurrence-id")
            item.isException = true;
        else if (property.name == "status")
            item.isFinished = lower == "cancelled" || lower == "completed";
        else if (property.name == "transp")
            task.busy = lower != "transparent";
        else if (property.name == "conference" && schema::syntax::isUri(property.value))
            task.conference.push_back(property.value);
        else if (property.name == "x-lic-error" && property.value.find("RRULE") != std::string::npos)
            item.hasExceptions = true; // a rule that is none
        else if (property.name == "x-apple-travel-duration" && schema::syntax::isDuration(property.value))
            task.startTravel = property.value;
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
        } else if (task.start && durationOf(item.duration) > std::chrono::seconds::zero()) {
            task.finish = *task.start + durationOf(item.duration);
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
                const std::int64_t seconds = (*task.finish - *task.start + durationOf(trigger)).count();
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
    std::map<std::string, std::string> m_zones; ///< names of the database, by those of the file
};

/// With the folded lines put together again, which may have been cut within a character.
std::string unfolded(std::string_view text)
{
    std::string whole;
    whole.reserve(text.size());
    for (const char c : text) {
        if ((c == ' ' || c == '\t') && whole.ends_with('\n'))
            whole.pop_back();
        else if (c != '\r')
            whole += c;
    }
    return whole;
}

bool isTooDeep(std::string_view lines)
{
    int depth = 0;
    while (!lines.empty() && depth <= mostNested) {
        const std::string start = asciiLower(lines.substr(0, 5));
        if (start == "begin")
            ++depth;
        else if (start.starts_with("end:"))
            --depth;
        lines.remove_prefix(std::min(lines.find('\n'), lines.size() - 1) + 1);
    }
    return depth > mostNested;
}

} // namespace

bool isCalendar(BytesView text)
{
    return asciiLower(withoutBlanksBefore(textOf(text)).substr(0, head.size())) == head;
}

Result<CalendarFile> readCalendar(BytesView text)
{
    const std::string lines = unfolded(withoutMark(textOf(text)));
    if (!isCalendar(text) || !encoding::isUtf8(bytesOf(lines)) || lines.find('\0') != std::string::npos ||
        isTooDeep(lines))
        return fail(Fault::Malformed, "not a calendar");
    icalerror_set_errors_are_fatal(0); // an error is an answer
    const OwnedComponent root(icalparser_parse_string(lines.c_str()));
    if (!root)
        return fail(Fault::Malformed, "a calendar without an end");
    Reader reader;
    if (icalcomponent_isa(root.get()) == ICAL_VCALENDAR_COMPONENT ||
        icalcomponent_isa(root.get()) == ICAL_XROOT_COMPONENT)
        MMM_CHECK(reader.take(root.get()));
    return reader.finish();
}

} // namespace mmm::interchange
