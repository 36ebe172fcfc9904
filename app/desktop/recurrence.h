#pragma once

#include <QDate>
#include <QDateTime>
#include <optional>
#include <string_view>
#include <vector>

namespace mmm::desktop {

/// When something that repeats takes place, by an RRULE value (RFC 5545 §3.3.10).
///
/// It goes by whole days: every day, week, month or year, or every so many of them, with a count or an end,
/// narrowed by months, days of the month or year, and weekdays. A rule with other parts, such as hours or
/// BYSETPOS, is not worked out. What repeats keeps its time of day, also over a change to summer time.
class Recurrence
{
public:
    /// None if the rule is not one, or has a part that is not worked out.
    [[nodiscard]] static std::optional<Recurrence> parse(std::string_view rule);

    /// The first time not before `from` of what first takes place at `start`, in whose time zone the rule is
    /// read. None if it is over by then, or there is none within some hundred years.
    [[nodiscard]] std::optional<QDateTime> next(const QDateTime& start, const QDateTime& from) const;

private:
    enum class Frequency
    {
        Daily,
        Weekly,
        Monthly,
        Yearly,
    };
    struct Weekday
    {
        int day = 0;  ///< 1 is Monday
        int week = 0; ///< of the month or year, below 0 from its end; 0: every one
    };

    [[nodiscard]] bool takePart(std::string_view name, std::string_view value);
    [[nodiscard]] bool isOn(const QDate& day, const QDate& first) const;
    [[nodiscard]] bool isInTurn(const QDate& day, const QDate& first) const;
    [[nodiscard]] bool isWeekday(const QDate& day) const;
    [[nodiscard]] bool isPast(const QDateTime& when) const;

    Frequency m_frequency = Frequency::Daily;
    int m_interval = 1;
    int m_count = 0; ///< 0: no end
    QDateTime m_until;
    bool m_untilIsLocal = false; ///< in the time zone of the start
    int m_firstOfWeek = 1;
    std::vector<Weekday> m_weekdays;
    std::vector<int> m_monthDays;
    std::vector<int> m_yearDays;
    std::vector<int> m_months;
};

} // namespace mmm::desktop
