#pragma once

#include <QString>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mmm::desktop {

/// The parts of a text between commas, without blanks around them, and back.
[[nodiscard]] std::vector<std::string> partsOfList(const QString& text);
[[nodiscard]] QString listOfParts(const std::vector<std::string>& parts);
/// A number from 0 to 65535; none for an empty text, and `isRight` false for anything else.
[[nodiscard]] std::optional<std::int64_t> smallNumber(const QString& text, bool& isRight);

} // namespace mmm::desktop
