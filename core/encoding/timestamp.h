#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <string>
#include <string_view>

namespace mmm::encoding {

/// RFC 3339 in UTC, whole seconds: "YYYY-MM-DDThh:mm:ssZ" (WIRE 0.4). A moment outside the years 0000 to 9999
/// is clamped to the nearest one inside.
[[nodiscard]] std::string toTimestamp(TimePoint moment);

/// Reads RFC 3339 with any offset; fractional seconds are dropped. Fault::Malformed otherwise.
[[nodiscard]] Result<TimePoint> fromTimestamp(std::string_view text);

} // namespace mmm::encoding
