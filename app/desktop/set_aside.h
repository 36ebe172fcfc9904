#pragma once

#include "base/error.h"

#include <filesystem>

namespace mmm::desktop {

/// Moves what a mesh left in the data folder into a folder "removed-<seconds>" in it, so that a new start is
/// possible and nothing is lost. The person's settings stay. Nothing may have the folder open.
[[nodiscard]] Status setAside(const std::filesystem::path& folder);

} // namespace mmm::desktop
