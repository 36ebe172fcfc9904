#pragma once

#include "mesh/personal_mesh.h"
#include "options.h"

namespace mmm::meshtool {

[[nodiscard]] Result<ExitCode> create(mesh::PersonalMesh& mesh, const Options& options);
[[nodiscard]] Result<ExitCode> contact(mesh::PersonalMesh& mesh, const Options& options);
[[nodiscard]] Result<ExitCode> confirm(mesh::PersonalMesh& mesh, const Options& options);

} // namespace mmm::meshtool
