#pragma once

#include "mesh/options.h"

namespace mmm::system_test {

/// Asks to be connected as somebody who has seen the name of the offer's PIN on its way, but does not know
/// the PIN.
[[nodiscard]] Status guessPin(const mesh::Options& options, const std::string& offer);

} // namespace mmm::system_test
