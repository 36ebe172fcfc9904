#include "schema/syntax.h"

#include "base/ascii.h"
#include "encoding/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <string>

namespace mmm::schema::syntax {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isBeyondAscii(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool isUtf8(std::string_view text)
{
    return encoding::isUtf8(bytesOf(text));
}

/// Calls with each part between separators; false as soon as one is refused.
template<typename Accept>
bool eachPart(std::string_view text, char separator, Accept accept)
{
    for (;;) {
        const std::size_t end = text.find(separator);
        if (!accept(text.substr(0, end)))
            return false;
        if (end == std::string_view::npos)
            return true;
        text.remove_prefix(end + 1);
    }
}

std::optional<int> number(std::string_view digits)
{
    constexpr std::size_t longest = 6;
    int value = 0;
    if (digits.empty() || digits.size() > longest || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool isBetween(std::string_view digits, int least, int most)
{
    const auto value = number(digits);
    return value && *value >= least && *value <= most;
}

/// A list of numbers whose absolute value is from 1 to most.
bool isSignedList(std::string_view list, int most)
{
    return eachPart(list, ',', [most](std::string_view item) {
        if (!item.empty() && (item.front() == '+' || item.front() == '-'))
            item.remove_prefix(1);
        return isBetween(item, 1, most);
    });
}

bool isList(std::string_view list, int least, int most)
{
    return eachPart(list, ',', [=](std::string_view item) { return isBetween(item, least, most); });
}

bool isWeekday(std::string_view text)
{
    static constexpr std::array<std::string_view, 7> days{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    return std::find(days.begin(), days.end(), text) != days.end();
}

/// "MO", "2TU", "-1SU".
bool isWeekdayRule(std::string_view text)
{
    if (text.size() < 2 || !isWeekday(text.substr(text.size() - 2)))
        return false;
    const std::string_view week = text.substr(0, text.size() - 2);
    constexpr int weeksOfYear = 53;
    return week.empty() || isSignedList(week, weeksOfYear);
}

bool isFrequency(std::string_view text)
{
    static constexpr std::array<std::string_view, 7> frequencies{"SECONDLY", "MINUTELY", "HOURLY", "DAILY",
                                                                 "WEEKLY",   "MONTHLY",  "YEARLY"};
    return std::find(frequencies.begin(), frequencies.end(), text) != frequencies.end();
}

bool isRulePart(std::string_view name, std::string_view value)
{
    constexpr int mostRepetitions = 99999;
    if (name == "FREQ")
        return isFrequency(value);
    if (name == "INTERVAL" || name == "COUNT")
        return isBetween(value, 1, mostRepetitions);
    if (name == "UNTIL")
        return isDateTime(value);
    if (name == "BYSECOND")
        return isList(value, 0, 60);
    if (name == "BYMINUTE")
        return isList(value, 0, 59);
    if (name == "BYHOUR")
        return isList(value, 0, 23);
    if (name == "BYDAY")
        return eachPart(value, ',', isWeekdayRule);
    if (name == "BYMONTHDAY")
        return isSignedList(value, 31);
    if (name == "BYYEARDAY" || name == "BYSETPOS")
        return isSignedList(value, 366);
    if (name == "BYWEEKNO")
        return isSignedList(value, 53);
    if (name == "BYMONTH")
        return isList(value, 1, 12);
    return name == "WKST" && isWeekday(value);
}

/// Takes digits and one of the units from the front; the unit, or 0.
char takeAmount(std::string_view& text)
{
    std::size_t digits = 0;
    while (digits < text.size() && isDigit(text[digits]))
        ++digits;
    constexpr std::size_t longest = 6;
    if (digits == 0 || digits > longest || digits == text.size())
        return 0;
    const char unit = text[digits];
    text.remove_prefix(digits + 1);
    return unit;
}

/// Amounts whose units stand in this order, each at most once, at least one.
bool isAmounts(std::string_view text, std::string_view units)
{
    if (text.empty())
        return false;
    std::size_t next = 0;
    while (!text.empty()) {
        const char unit = takeAmount(text);
        const std::size_t place = unit == 0 ? std::string_view::npos : units.find(unit, next);
        if (place == std::string_view::npos)
            return false;
        next = place + 1;
    }
    return true;
}

bool isHostLabel(std::string_view label)
{
    constexpr std::size_t longest = 63;
    return !label.empty() && label.size() <= longest && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(),
                       [](char c) { return isLetter(c) || isDigit(c) || c == '-' || isBeyondAscii(c); });
}

} // namespace

bool isLine(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), isControl) && isUtf8(text);
}

bool isText(std::string_view text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return isControl(c) && c != '\n' && c != '\r' && c != '\t'; }) &&
           isUtf8(text);
}

bool isScheme(std::string_view text)
{
    return !text.empty() && isLetter(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
        return isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.';
    });
}

bool isUri(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || !isScheme(text.substr(0, colon)) || !isLine(text) ||
        text.find_first_of(" <>\"") != std::string_view::npos)
        return false;
    std::string_view rest = text.substr(colon + 1);
    if (rest.empty())
        return false;
    const std::string scheme = asciiLower(text.substr(0, colon));
    if (scheme != "http" && scheme != "https" && scheme != "ftp")
        return true;
    if (!rest.starts_with("//"))
        return false;
    std::string_view authority = rest.substr(2, rest.find_first_of("/?#", 2) - 2);
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos)
        authority.remove_prefix(at + 1);
    return !authority.empty() && authority.front() != ':';
}

bool isEmail(std::string_view text)
{
    constexpr std::size_t longest = 254;
    constexpr std::size_t longestLocal = 64;
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || text.size() > longest || !isLine(text))
        return false;
    const std::string_view local = text.substr(0, at);
    if (local.empty() || local.size() > longestLocal)
        return false;
    const bool localFits = eachPart(local, '.', [](std::string_view atom) {
        return !atom.empty() && std::all_of(atom.begin(), atom.end(), [](char c) {
            return isLetter(c) || isDigit(c) || isBeyondAscii(c) ||
                   std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
        });
    });
    return localFits && eachPart(text.substr(at + 1), '.', isHostLabel);
}

bool isDuration(std::string_view text)
{
    if (!text.empty() && (text.front() == '+' || text.front() == '-'))
        text.remove_prefix(1);
    if (!text.starts_with('P'))
        return false;
    text.remove_prefix(1);
    const std::size_t time = text.find('T');
    const std::string_view days = text.substr(0, time);
    if (time == std::string_view::npos)
        return isAmounts(days, "W") || isAmounts(days, "D");
    return (days.empty() || isAmounts(days, "D")) && isAmounts(text.substr(time + 1), "HMS");
}

bool isDateTime(std::string_view text)
{
    constexpr std::size_t dateSize = 8;
    constexpr std::size_t dateTimeSize = 15;
    if (text.size() > dateTimeSize && text.ends_with('Z')) // a day alone is in no zone
        text.remove_suffix(1);
    if (text.size() != dateSize && text.size() != dateTimeSize)
        return false;
    if (!isBetween(text.substr(0, 4), 0, 9999) || !isBetween(text.substr(4, 2), 1, 12) ||
        !isBetween(text.substr(6, 2), 1, 31))
        return false;
    return text.size() == dateSize ||
           (text[dateSize] == 'T' && isBetween(text.substr(9, 2), 0, 23) &&
            isBetween(text.substr(11, 2), 0, 59) && isBetween(text.substr(13, 2), 0, 60));
}

bool isRecurrence(std::string_view text)
{
    constexpr std::size_t longest = 1024;
    if (text.size() > longest)
        return false;
    std::set<std::string_view> seen;
    const bool partsFit = eachPart(text, ';', [&seen](std::string_view part) {
        const std::size_t equals = part.find('=');
        return equals != std::string_view::npos && seen.insert(part.substr(0, equals)).second &&
               isRulePart(part.substr(0, equals), part.substr(equals + 1));
    });
    return partsFit && seen.contains("FREQ") && !(seen.contains("COUNT") && seen.contains("UNTIL"));
}

bool isTrigger(std::string_view text)
{
    constexpr std::string_view task = "task:";
    if (text.starts_with(task))
        return text.size() > task.size() && isLine(text);
    return isDuration(text) || isDateTime(text) || (text.starts_with("geo:") && isUri(text));
}

bool isTimeZone(std::string_view text)
{
    constexpr std::size_t longest = 64;
    return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
        return isLetter(c) || isDigit(c) || std::string_view("_+-/").find(c) != std::string_view::npos;
    });
}

} // namespace mmm::schema::syntax
