#pragma once

#include "base/error.h"

#include <string>
#include <string_view>

namespace mmm::ssh {

/// The text with our block replaced by these lines, or with the block at its end if it has none; no lines
/// take the block out. All else stays octet for octet. `id` tells the blocks of several profiles apart.
/// Malformed if the marks are not a pair, such as when somebody removed one: nobody knows then what is ours.
[[nodiscard]] Result<std::string> replaceBlock(std::string_view text, std::string_view id,
                                               std::string_view lines);

} // namespace mmm::ssh
