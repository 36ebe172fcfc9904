#pragma once

#include "base/error.h"
#include "service/server.h"

#include <QStringList>

namespace mmm {

enum class Command
{
    Serve,
    Suspend,
    Resume,
    Incidents,
};

/// What the operator wants, from the configuration file and the command line; the command line wins.
struct Configuration
{
    Command command = Command::Serve;
    service::ServerOptions server;      ///< without a keystore; of other commands the folder only
    std::filesystem::path passphrase;   ///< file whose first line opens the file with the service's keys
    std::string account;                ///< Suspend, Resume: its address
    bool isJson = false;                ///< Incidents: in JSON instead of for reading
    std::filesystem::path exportFile{}; ///< Incidents: where to, instead of printing them
};

/// Reads `arguments` (the program's name first). Prints help and ends the process where that was asked for.
/// Malformed, Missing or NotFound with a sentence for the operator.
[[nodiscard]] Result<Configuration> readConfiguration(const QStringList& arguments);

} // namespace mmm
