#pragma once

#include "configuration.h"

namespace mmm {

/// Does what the operator wants with the data of a service, running or not, and prints what came of it.
[[nodiscard]] Status performCommand(const Configuration& configuration);

} // namespace mmm
