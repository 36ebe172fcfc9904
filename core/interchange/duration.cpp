#include "interchange/duration.h"

#include "schema/syntax.h"

#include <libical/ical.h>
#include <string>

namespace mmm::interchange {

std::chrono::seconds durationOf(std::string_view text)
{
    if (!schema::syntax::isDuration(text)) // after this no amount has more than six digits
        return {};
    const icaldurationtype parts = icaldurationtype_from_string(std::string(text).c_str());
    const std::chrono::seconds sum = std::chrono::weeks(parts.weeks) + std::chrono::days(parts.days) +
                                     std::chrono::hours(parts.hours) + std::chrono::minutes(parts.minutes) +
                                     std::chrono::seconds(parts.seconds);
    return parts.is_neg != 0 ? -sum : sum;
}

} // namespace mmm::interchange
