#pragma once

#include "mesh/personal_mesh.h"

#include <QJsonArray>
#include <QJsonValue>

namespace mmm::system_test {

/// What a device is asked to do with other people; nothing for a verb of another kind. The verbs are in
/// letter_commands.cpp.
[[nodiscard]] std::optional<Result<QJsonValue>> performLetter(mesh::PersonalMesh& mesh, const QString& verb,
                                                              const QJsonArray& arguments);

} // namespace mmm::system_test
