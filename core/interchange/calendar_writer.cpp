#include "interchange/calendar_file.h"
#include "interchange/ical_memory.h"
#include "interchange/zone_clock.h"
#include "schema/syntax.h"
#include "udf/udf.h"

#include <set>

namespace mmm::interchange {

namespace {

/// Puts a property, written as its line, to a component.
void addLine(icalcomponent* component, const std::string& line)
{
    icalcomponent_add_property(component, icalproperty_new_from_string(line.c_str()));
}

std::string utcText(ZoneClock& clock, TimePoint moment)
{
    return clock.shown(moment, "UTC") + "Z";
}

class CalendarWriter
{
public:
    explicit CalendarWriter(TimePoint written)
        : m_written(written),
          m_calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT))
    {
        icalcomponent_add_property(m_calendar.get(), icalproperty_new_version("2.0"));
        icalcomponent_add_property(m_calendar.get(), icalproperty_new_prodid("-//Mesh Desktop//EN"));
    }

    void add(schema::Task task)
    {
        for (std::optional<TimePoint>* moment : {&task.start, &task.finish}) {
            if (*moment && !isKnown(**moment))
                moment->reset();
        }
        m_isEvent = task.start && task.busy;
        m_item = icalcomponent_new(m_isEvent ? ICAL_VEVENT_COMPONENT : ICAL_VTODO_COMPONENT);
        const std::string id = task.key.empty() ? udf::Udf::nonce().text() : task.key;
        icalcomponent_add_property(m_item, icalproperty_new_uid(id.c_str()));
        addLine(m_item, "DTSTAMP:" + utcText(m_clock, m_written));
        icalcomponent_add_property(m_item, icalproperty_new_summary(task.title.c_str()));
        if (!task.description.empty())
            icalcomponent_add_property(m_item, icalproperty_new_description(task.description.c_str()));
        if (!task.location.empty())
            icalcomponent_add_property(m_item, icalproperty_new_location(task.location.c_str()));
        addTimes(task);
        // what another device has written may be anything
        if (schema::syntax::isRecurrence(task.repeat))
            addLine(m_item, "RRULE:" + task.repeat);
        if (m_isEvent)
            addLine(m_item, *task.busy ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT");
        for (const std::string& conference : task.conference) {
            if (schema::syntax::isUri(conference))
                addLine(m_item, "CONFERENCE;VALUE=URI:" + conference);
        }
        if (schema::syntax::isDuration(task.startTravel))
            addLine(m_item, "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:" + task.startTravel);
        for (const std::string& trigger : task.trigger)
            addAlarm(task, trigger);
        icalcomponent_add_component(m_calendar.get(), m_item);
    }

    std::string text() { return taken(icalcomponent_as_ical_string_r(m_calendar.get())); }

private:
    /// A date has four digits for the year.
    bool isKnown(TimePoint moment) { return !m_clock.shown(moment, "UTC").empty(); }

    void addTimes(const schema::Task& task)
    {
        const bool isOfDays = m_isEvent && task.finish && task.timeZone.empty() && isMidnight(*task.start) &&
                              isMidnight(*task.finish) && *task.finish > *task.start;
        if (task.start)
            addTime(task, "DTSTART", *task.start, isOfDays);
        if (task.finish)
            addTime(task, m_isEvent ? "DTEND" : "DUE", *task.finish, isOfDays);
    }

    bool isMidnight(TimePoint moment) { return m_clock.shown(moment, {}).ends_with("T000000"); }

    void addTime(const schema::Task& task, const std::string& name, TimePoint moment, bool isDay)
    {
        const std::string& zone = task.timeZone;
        const std::string there = m_clock.shown(moment, zone);
        // a clock that is put back shows some times twice
        const bool isClear = m_clock.moment(there, zone) == moment;
        if (isDay)
            addLine(m_item, name + ";VALUE=DATE:" + there.substr(0, there.find('T')));
        else if (isClear && !zone.empty() && describeZone(zone))
            addLine(m_item, name + ";TZID=" + zone + ":" + there);
        else if (isClear && zone.empty() && !task.repeat.empty())
            addLine(m_item, name + ":" + there);
        else
            addLine(m_item, name + ":" + utcText(m_clock, moment));
    }

    /// Whether the file says what that zone is.
    bool describeZone(const std::string& name)
    {
        if (m_zones.contains(name))
            return true;
        icaltimezone* known = m_clock.knows(name) ? icaltimezone_get_builtin_timezone(name.c_str()) : nullptr;
        icalcomponent* described = known != nullptr ? icaltimezone_get_component(known) : nullptr;
        if (described == nullptr)
            return false;
        icalcomponent* copy = icalcomponent_new_clone(described);
        // libical gives it a name of its own
        icalproperty_set_tzid(icalcomponent_get_first_property(copy, ICAL_TZID_PROPERTY), name.c_str());
        icalcomponent_add_component(m_calendar.get(), copy);
        m_zones.insert(name);
        return true;
    }

    void addAlarm(const schema::Task& task, const std::string& trigger)
    {
        std::string line;
        if (schema::syntax::isDuration(trigger)) {
            // it counts from the start, where there is one
            line = task.start ? "TRIGGER:" + trigger : "TRIGGER;RELATED=END:" + trigger;
        } else if (const auto moment = m_clock.moment(trigger, task.timeZone); moment && isKnown(*moment)) {
            line = "TRIGGER;VALUE=DATE-TIME:" + utcText(m_clock, *moment);
        } else {
            return;
        }
        icalcomponent* alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
        addLine(alarm, "ACTION:DISPLAY");
        icalcomponent_add_property(alarm, icalproperty_new_description(task.title.c_str()));
        addLine(alarm, line);
        icalcomponent_add_component(m_item, alarm);
    }

    const TimePoint m_written;
    ZoneClock m_clock;
    OwnedComponent m_calendar;
    icalcomponent* m_item = nullptr; ///< the one that is being written
    bool m_isEvent = false;
    std::set<std::string> m_zones; ///< those that the file describes
};

} // namespace

std::string writeCalendar(std::span<const schema::Task> tasks, TimePoint written)
{
    icalerror_set_errors_are_fatal(0);
    CalendarWriter writer(written);
    for (const schema::Task& task : tasks)
        writer.add(task);
    return writer.text();
}

} // namespace mmm::interchange
