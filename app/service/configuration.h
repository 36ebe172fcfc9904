#pragma once

#include "base/error.h"
#include "service/server.h"

#include <QStringList>

namespace mmm {

/// What the operator wants, from the configuration file and the command line; the command line wins.
struct Configuration
{
    service::ServerOptions server;    ///< without a keystore
    std::filesystem::path passphrase; ///< file whose first line opens the file with the service's keys
};

/// Reads `arguments` (the program's name first). Prints help and ends the process where that was asked for.
/// Malformed, Missing or NotFound with a sentence for the operator.
[[nodiscard]] Result<Configuration> readConfiguration(const QStringList& arguments);

} // namespace mmm
