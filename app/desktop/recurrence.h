#pragma once

#include <QDateTime>
#include <memory>
#include <optional>
#include <string_view>

struct icalrecurrencetype;

namespace mmm::desktop {

/// When something that repeats takes place, by an RRULE value (RFC 5545 §3.3.10), as libical works it out.
///
/// What repeats keeps its time of day, also over a change to summer time. What repeats more often than daily
/// is nothing to be reminded of, and its rule is not taken.
class Recurrence
{
public:
    /// None if the rule is not one, or not one for days.
    [[nodiscard]] static std::optional<Recurrence> parse(std::string_view rule);

    /// The first time not before `from` of what first takes place at `start`, in whose time zone the rule is
    /// read. None if it is over by then, or never comes as far as libical looks.
    [[nodiscard]] std::optional<QDateTime> next(const QDateTime& start, const QDateTime& from) const;

private:
    std::shared_ptr<const icalrecurrencetype> m_rule;
};

} // namespace mmm::desktop
