#pragma once

#include "scripted_mesh.h"

namespace mmm::test {

/// What the preview shows: "usual" (some of everything), "empty", "one" (entry of each kind), "many" (10,000
/// of each), "long" (texts that do not fit, and names written from right to left). False for another word.
[[nodiscard]] bool fillForPreview(ScriptedMesh& mesh, const std::string& which);

} // namespace mmm::test
