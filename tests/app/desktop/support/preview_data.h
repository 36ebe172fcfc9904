#pragma once

#include "scripted_mesh.h"
#include "scripted_personas.h"

namespace mmm::test {

/// What the preview shows: "usual" (some of everything), "empty", "one" (entry of each kind), "many" (10,000
/// of each), "long" (texts that do not fit, and names written from right to left). False for another word.
[[nodiscard]] bool fillForPreview(ScriptedMesh& mesh, const std::string& which);

/// The further accounts that belong to it: in each state for "usual" and "many".
[[nodiscard]] std::shared_ptr<PersonaScript> personasForPreview(const std::string& which);

} // namespace mmm::test
