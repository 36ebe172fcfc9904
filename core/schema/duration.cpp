#include "schema/duration.h"

#include "schema/syntax.h"

namespace mmm::schema {

namespace {

constexpr std::int64_t secondsOf(char unit)
{
    switch (unit) {
    case 'W':
        return 604800;
    case 'D':
        return 86400;
    case 'H':
        return 3600;
    case 'M':
        return 60;
    case 'S':
        return 1;
    default:
        return 0; // P, T and the sign stand for no time
    }
}

} // namespace

std::chrono::seconds durationOf(std::string_view text)
{
    if (!syntax::isDuration(text)) // after this no amount has more than six digits
        return {};
    std::int64_t sum = 0;
    std::int64_t amount = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            amount = amount * 10 + (c - '0');
        } else {
            sum += amount * secondsOf(c);
            amount = 0;
        }
    }
    return std::chrono::seconds(text.starts_with('-') ? -sum : sum);
}

} // namespace mmm::schema
