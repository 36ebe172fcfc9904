#pragma once

#include <chrono>
#include <string_view>

namespace mmm::interchange {

/// What a DURATION value of RFC 5545 §3.3.6 says, below 0 with a minus sign; 0 for anything else. A day has
/// 24 hours.
[[nodiscard]] std::chrono::seconds durationOf(std::string_view text);

} // namespace mmm::interchange
