#pragma once

#include "options.h"

namespace mmm::cli {

// One function per command, each in a file of its own name. An error means that the input could not be worked
// on; what was found to be wrong in it is in the exit code and the output.

[[nodiscard]] Result<ExitCode> inspect(const Options& options);
[[nodiscard]] Result<ExitCode> verify(const Options& options);
[[nodiscard]] Result<ExitCode> decrypt(const Options& options);
[[nodiscard]] Result<ExitCode> seal(const Options& options);
[[nodiscard]] Result<ExitCode> fetch(const Options& options);

} // namespace mmm::cli
