#pragma once

#include <algorithm>
#include <string_view>

namespace mmm::interchange {

/// Without the byte order mark that some programs write before UTF-8.
inline std::string_view withoutMark(std::string_view text)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark))
        text.remove_prefix(mark.size());
    return text;
}

/// From the first character on that is not blank; by it a file is known.
inline std::string_view withoutBlanksBefore(std::string_view text)
{
    text = withoutMark(text);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text;
}

} // namespace mmm::interchange
