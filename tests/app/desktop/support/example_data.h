#pragma once

#include "scripted_mesh.h"

namespace mmm::test {

/// Entries of every kind, for looking at.
void fillWithExamples(ScriptedMesh& mesh);

/// The card of a group that this account does not belong to. Gives the entry's id.
std::string addGroupContact(ScriptedMesh& mesh);

} // namespace mmm::test
