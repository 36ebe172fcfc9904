#pragma once

#include "engine.h"

namespace mmm::test {

/// Doors that lead to a scripted mesh. `parseOffer` takes `mcu://account/PIN`.
[[nodiscard]] desktop::Engine scriptedEngine();

} // namespace mmm::test
