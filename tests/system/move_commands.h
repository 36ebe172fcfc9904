#pragma once

#include "mesh/personal_mesh.h"

#include <QJsonArray>

#include <optional>

namespace mmm::system_test {

/// What a device does to take its account to another service; nothing if the verb is another one.
[[nodiscard]] std::optional<Result<QJsonValue>> performMove(mesh::PersonalMesh& mesh, const QString& verb,
                                                            const QJsonArray& arguments);

} // namespace mmm::system_test
