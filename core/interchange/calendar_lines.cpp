#include "interchange/calendar_lines.h"

#include "base/ascii.h"

namespace mmm::interchange {

namespace {

/// Takes a piece up to one of the ends that stands outside of quotes.
std::string_view takePiece(std::string_view& text, std::string_view ends)
{
    bool isQuoted = false;
    std::size_t size = 0;
    for (; size < text.size(); ++size) {
        if (text[size] == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && ends.find(text[size]) != std::string_view::npos)
            break;
    }
    const std::string_view piece = text.substr(0, size);
    text.remove_prefix(size);
    return piece;
}

std::string withoutQuotes(std::string_view value)
{
    std::string plain(value);
    std::erase(plain, '"');
    return plain;
}

} // namespace

std::string CalendarLine::parameter(const std::string& lowerName) const
{
    const auto found = parameters.find(lowerName);
    return found == parameters.end() ? std::string() : found->second;
}

std::string CalendarLines::unfolded()
{
    std::string line;
    do {
        const std::size_t end = m_rest.find('\n');
        std::string_view part = m_rest.substr(0, end);
        m_rest = end == std::string_view::npos ? std::string_view() : m_rest.substr(end + 1);
        if (part.ends_with('\r'))
            part.remove_suffix(1);
        line += part;
        const bool goesOn = m_rest.starts_with(' ') || m_rest.starts_with('\t');
        if (!goesOn)
            break;
        m_rest.remove_prefix(1);
    } while (!m_rest.empty());
    return line;
}

std::optional<CalendarLine> CalendarLines::next()
{
    while (!m_rest.empty()) {
        const std::string whole = unfolded();
        std::string_view rest = whole;
        CalendarLine line;
        line.name = asciiLower(takePiece(rest, ";:"));
        while (rest.starts_with(';')) {
            rest.remove_prefix(1);
            std::string_view pair = takePiece(rest, ";:");
            const std::string_view name = takePiece(pair, "=");
            if (pair.starts_with('='))
                line.parameters.insert_or_assign(asciiLower(name), withoutQuotes(pair.substr(1)));
        }
        if (line.name.empty() || !rest.starts_with(':'))
            continue;
        line.value = rest.substr(1);
        return line;
    }
    return std::nullopt;
}

std::string calendarText(std::string_view value)
{
    std::string text;
    text.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            text += value[i];
            continue;
        }
        ++i;
        text += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
    }
    return text;
}

} // namespace mmm::interchange
