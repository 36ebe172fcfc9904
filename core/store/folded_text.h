#pragma once

#include <string>
#include <string_view>

namespace mmm::store {

/// Appends the text as search sees it: case and accents folded, so that "Müller", "MULLER" and "muller" are
/// one. Compatibility forms become plain ones (the ligature fi is f and i). Ill-formed UTF-8 becomes U+FFFD.
void appendFolded(std::string& out, std::string_view text);

[[nodiscard]] std::string folded(std::string_view text);

} // namespace mmm::store
