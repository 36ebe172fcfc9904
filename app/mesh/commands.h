#pragma once

#include "mesh/personal_mesh.h"
#include "options.h"

namespace mmm::meshtool {

[[nodiscard]] Result<ExitCode> create(mesh::PersonalMesh& mesh, const Options& options);
[[nodiscard]] Result<ExitCode> contact(mesh::PersonalMesh& mesh, const Options& options);
[[nodiscard]] Result<ExitCode> confirm(mesh::PersonalMesh& mesh, const Options& options);
/// Makes a device ready in a folder of its own, to hail the account of this one; prints its code.
[[nodiscard]] Result<ExitCode> preconfigure(mesh::PersonalMesh& maker, mesh::PersonalMesh& device,
                                            const Options& options);
[[nodiscard]] Result<ExitCode> hail(mesh::PersonalMesh& device, const Options& options);
/// Prints the account's statement that it runs a service.
[[nodiscard]] Result<ExitCode> accredit(mesh::PersonalMesh& mesh, const Options& options);

} // namespace mmm::meshtool
