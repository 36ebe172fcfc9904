#include "recurrence.h"

#include "schema/syntax.h"

#include <QTimeZone>
#include <algorithm>
#include <array>
#include <charconv>

namespace mmm::desktop {

namespace {

constexpr qint64 farthest = 366LL * 400; ///< days that are looked through

int numberOf(std::string_view text)
{
    int number = 0;
    if (text.starts_with('+'))
        text.remove_prefix(1);
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

template<typename Take>
void eachOf(std::string_view list, char separator, Take take)
{
    for (;;) {
        const std::size_t end = list.find(separator);
        take(list.substr(0, end));
        if (end == std::string_view::npos)
            return;
        list.remove_prefix(end + 1);
    }
}

std::vector<int> numbersOf(std::string_view list)
{
    std::vector<int> numbers;
    eachOf(list, ',', [&numbers](std::string_view one) { numbers.push_back(numberOf(one)); });
    return numbers;
}

int weekdayOf(std::string_view name)
{
    constexpr std::array<std::string_view, 7> names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    return int(std::ranges::find(names, name) - names.begin()) + 1;
}

/// A day by its number, from the end if below 0, among so many.
bool isOneOf(const std::vector<int>& numbers, int number, int last)
{
    return std::ranges::any_of(
        numbers, [=](int wanted) { return (wanted < 0 ? last + 1 + wanted : wanted) == number; });
}

/// What the clocks skip when summer time begins is shown by them an hour later.
QDateTime atTimeOf(const QDateTime& start, const QDate& day)
{
    QDateTime when = start;
    when.setDate(day);
    if (when.isValid())
        return when;
    constexpr int hour = 3600;
    when.setTime(start.time().addSecs(hour));
    return when;
}

} // namespace

std::optional<Recurrence> Recurrence::parse(std::string_view rule)
{
    if (!schema::syntax::isRecurrence(rule))
        return std::nullopt;
    Recurrence recurrence;
    bool isWhole = true;
    eachOf(rule, ';', [&](std::string_view part) {
        const std::size_t equals = part.find('=');
        isWhole = recurrence.takePart(part.substr(0, equals), part.substr(equals + 1)) && isWhole;
    });
    if (!isWhole)
        return std::nullopt;
    return recurrence;
}

bool Recurrence::takePart(std::string_view name, std::string_view value)
{
    if (name == "FREQ") {
        constexpr std::array<std::string_view, 4> names{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
        const auto found = std::ranges::find(names, value);
        m_frequency = Frequency(found - names.begin());
        return found != names.end();
    }
    if (name == "INTERVAL") {
        m_interval = numberOf(value);
    } else if (name == "COUNT") {
        m_count = numberOf(value);
    } else if (name == "UNTIL") {
        const QString text = QString::fromLatin1(value.data(), qsizetype(value.size()));
        m_untilIsLocal = !text.endsWith(QLatin1Char('Z'));
        const QDate day = QDate::fromString(text.left(8), QStringLiteral("yyyyMMdd"));
        // a day alone counts to its end
        const QTime time =
            text.size() > 8 ? QTime::fromString(text.mid(9, 6), QStringLiteral("HHmmss")) : QTime(23, 59, 59);
        m_until = QDateTime(day, time, Qt::UTC);
        return m_until.isValid();
    } else if (name == "BYDAY") {
        eachOf(value, ',', [this](std::string_view one) {
            const std::string_view week = one.substr(0, one.size() - 2);
            m_weekdays.push_back({weekdayOf(one.substr(one.size() - 2)), week.empty() ? 0 : numberOf(week)});
        });
    } else if (name == "BYMONTHDAY") {
        m_monthDays = numbersOf(value);
    } else if (name == "BYYEARDAY") {
        m_yearDays = numbersOf(value);
    } else if (name == "BYMONTH") {
        m_months = numbersOf(value);
    } else if (name == "WKST") {
        m_firstOfWeek = weekdayOf(value);
    } else {
        return false;
    }
    return true;
}

bool Recurrence::isInTurn(const QDate& day, const QDate& first) const
{
    switch (m_frequency) {
    case Frequency::Daily:
        return first.daysTo(day) % m_interval == 0;
    case Frequency::Weekly: {
        const auto weekOf = [this](const QDate& of) {
            return of.addDays(-((of.dayOfWeek() - m_firstOfWeek + 7) % 7));
        };
        return weekOf(first).daysTo(weekOf(day)) / 7 % m_interval == 0;
    }
    case Frequency::Monthly:
        return ((day.year() - first.year()) * 12 + day.month() - first.month()) % m_interval == 0;
    case Frequency::Yearly:
        return (day.year() - first.year()) % m_interval == 0;
    }
    return false;
}

bool Recurrence::isWeekday(const QDate& day) const
{
    const bool isByMonth =
        m_frequency == Frequency::Monthly || (m_frequency == Frequency::Yearly && !m_months.empty());
    const int number = isByMonth ? day.day() : day.dayOfYear();
    const int last = isByMonth ? day.daysInMonth() : day.daysInYear();
    return std::ranges::any_of(m_weekdays, [&](const Weekday& wanted) {
        if (wanted.day != day.dayOfWeek())
            return false;
        if (wanted.week == 0 || m_frequency == Frequency::Daily || m_frequency == Frequency::Weekly)
            return true;
        return wanted.week > 0 ? (number - 1) / 7 + 1 == wanted.week
                               : (last - number) / 7 + 1 == -wanted.week;
    });
}

bool Recurrence::isOn(const QDate& day, const QDate& first) const
{
    if (!isInTurn(day, first) || (!m_months.empty() && !isOneOf(m_months, day.month(), 12)) ||
        (!m_weekdays.empty() && !isWeekday(day)) ||
        (!m_monthDays.empty() && !isOneOf(m_monthDays, day.day(), day.daysInMonth())) ||
        (!m_yearDays.empty() && !isOneOf(m_yearDays, day.dayOfYear(), day.daysInYear())))
        return false;
    if (!m_weekdays.empty() || !m_monthDays.empty() || !m_yearDays.empty())
        return true;
    // what the rule does not say is as at the start
    switch (m_frequency) {
    case Frequency::Daily:
        return true;
    case Frequency::Weekly:
        return day.dayOfWeek() == first.dayOfWeek();
    case Frequency::Monthly:
        return day.day() == first.day();
    case Frequency::Yearly:
        return day.day() == first.day() && (!m_months.empty() || day.month() == first.month());
    }
    return false;
}

bool Recurrence::isPast(const QDateTime& when) const
{
    if (!m_until.isValid())
        return false;
    return m_untilIsLocal ? QDateTime(when.date(), when.time(), Qt::UTC) > m_until : when > m_until;
}

std::optional<QDateTime> Recurrence::next(const QDateTime& start, const QDateTime& from) const
{
    if (start >= from)
        return start;
    const QDate first = start.date();
    // with a count every one has to be seen; otherwise those long before need not
    const QDate wanted = from.toTimeZone(start.timeZone()).date().addDays(-1);
    QDate day = m_count > 0 ? first.addDays(1) : std::max(first.addDays(1), wanted);
    int seen = 1; // the start is one of them, whatever the rule says
    for (qint64 looked = 0; looked < farthest && (m_count == 0 || seen < m_count); ++looked) {
        if (isOn(day, first)) {
            const QDateTime when = atTimeOf(start, day);
            if (isPast(when))
                return std::nullopt;
            ++seen;
            if (when >= from)
                return when;
        }
        day = day.addDays(1);
    }
    return std::nullopt;
}

} // namespace mmm::desktop
