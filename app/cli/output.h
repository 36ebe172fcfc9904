#pragma once

#include "base/bytes.h"

#include <string>
#include <vector>

namespace mmm::cli {

/// Text from a file made safe for a terminal: control characters and broken UTF-8 become `?`, long text is
/// cut to so many octets.
[[nodiscard]] std::string printable(std::string_view text, std::size_t longest = 60);

/// Columns as wide as they need to be; the first row is the heading.
[[nodiscard]] std::string table(const std::vector<std::vector<std::string>>& rows);

/// Names and values, one per line; empty values are left out.
[[nodiscard]] std::string list(const std::vector<std::pair<std::string, std::string>>& entries);

/// To the standard output. False if it is closed or full.
[[nodiscard]] bool print(BytesView octets);
[[nodiscard]] inline bool print(std::string_view text)
{
    return print(bytesOf(text));
}

} // namespace mmm::cli
