#include "recurrence.h"

#include "schema/syntax.h"

#include <QTimeZone>
#include <libical/ical.h>
#include <string>

namespace mmm::desktop {

namespace {

/// Of a rule with a count, which has to be followed from its start.
constexpr int mostSteps = 100000;

struct EndIterator
{
    void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

/// Date and time of day, without a zone: a rule is worked out by the clock on the wall.
icaltimetype onTheWall(const QDateTime& when)
{
    icaltimetype plain = icaltime_null_time();
    plain.year = when.date().year();
    plain.month = when.date().month();
    plain.day = when.date().day();
    plain.hour = when.time().hour();
    plain.minute = when.time().minute();
    plain.second = when.time().second();
    return plain;
}

/// What the clocks skip when summer time begins is shown by them an hour later.
QDateTime inZone(const icaltimetype& plain, const QTimeZone& zone)
{
    const QDate day(plain.year, plain.month, plain.day);
    const QTime time(plain.hour, plain.minute, plain.second);
    const QDateTime when(day, time, zone);
    constexpr int hour = 3600;
    return when.isValid() ? when : QDateTime(day, time.addSecs(hour), zone);
}

/// The end that a rule names, by the same clock as its start.
icaltimetype endOf(const icalrecurrencetype& rule, const QTimeZone& zone)
{
    icaltimetype end = rule.until;
    if (end.is_date != 0) { // to its very end
        end.is_date = 0;
        end.hour = 23;
        end.minute = end.second = 59;
    } else if (icaltime_is_utc(end) != 0) {
        const QDateTime moment({end.year, end.month, end.day}, {end.hour, end.minute, end.second}, Qt::UTC);
        end = onTheWall(moment.toTimeZone(zone));
    }
    return end;
}

} // namespace

std::optional<Recurrence> Recurrence::parse(std::string_view rule)
{
    if (!schema::syntax::isRecurrence(rule))
        return std::nullopt;
    icalerror_set_errors_are_fatal(0); // an error is an answer
    const icalrecurrencetype parsed = icalrecurrencetype_from_string(std::string(rule).c_str());
    switch (parsed.freq) {
    case ICAL_DAILY_RECURRENCE:
    case ICAL_WEEKLY_RECURRENCE:
    case ICAL_MONTHLY_RECURRENCE:
    case ICAL_YEARLY_RECURRENCE:
        break;
    default:
        return std::nullopt;
    }
    Recurrence recurrence;
    recurrence.m_rule = std::make_shared<const icalrecurrencetype>(parsed);
    return recurrence;
}

std::optional<QDateTime> Recurrence::next(const QDateTime& start, const QDateTime& from) const
{
    if (start >= from)
        return start;
    const QTimeZone zone = start.timeZone();
    icalrecurrencetype rule = *m_rule;
    if (icaltime_is_null_time(rule.until) == 0)
        rule.until = endOf(rule, zone);
    const std::unique_ptr<icalrecur_iterator, EndIterator> times(
        icalrecur_iterator_new(rule, onTheWall(start)));
    if (!times)
        return std::nullopt;
    // the day before: what the clocks skip is shown later than the rule has it
    if (const QDateTime near = from.toTimeZone(zone).addDays(-1); rule.count == 0 && near > start)
        icalrecur_iterator_set_start(times.get(), onTheWall(near));
    for (int steps = 0; steps < mostSteps; ++steps) {
        const icaltimetype found = icalrecur_iterator_next(times.get());
        if (icaltime_is_null_time(found) != 0)
            return std::nullopt;
        if (const QDateTime when = inZone(found, zone); when >= from)
            return when;
    }
    return std::nullopt;
}

} // namespace mmm::desktop
