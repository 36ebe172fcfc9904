#pragma once

#include "base/error.h"

#include <QSqlDatabase>

namespace mmm::service {

/// Sets how durable the database is and brings its tables to the newest version. Fault::Unsupported if a
/// newer program made them.
[[nodiscard]] Status prepareDatabase(QSqlDatabase& database);

} // namespace mmm::service
