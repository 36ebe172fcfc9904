#pragma once

#include "base/error.h"

#include <filesystem>

namespace mmm::dare {

/// Puts a file in the place of another in one step, durably: after a crash the place holds either, whole, and
/// when the call has returned it holds the new one. Both are on the same file system. NotFound, DiskFull,
/// ReadOnly or Io.
[[nodiscard]] Status moveInPlace(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace mmm::dare
