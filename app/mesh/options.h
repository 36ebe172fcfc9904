#pragma once

#include "base/error.h"
#include "protocol/endpoint.h"

#include <QStringList>
#include <chrono>
#include <filesystem>
#include <map>
#include <string>

namespace mmm::meshtool {

enum class Command
{
    Create,
    Contact,
    Confirm,
    Preconfigure,
    Hail,
    Accredit,
};

/// What the person or script asked for.
struct Options
{
    Command command = Command::Confirm;
    std::filesystem::path dataFolder;
    std::filesystem::path deviceFolder; ///< of a device that is made ready
    std::filesystem::path devicePassphraseFile;
    std::filesystem::path passphraseFile; ///< empty: the keychain; "-": the standard input
    std::map<std::string, protocol::Endpoint> knownServices;
    std::string address;
    std::string text;
    std::string fullName;
    std::string deviceName;
    std::string serviceUdf; ///< of a service that the account says it runs
    std::chrono::seconds wait = std::chrono::minutes(10);
    bool isWaiting = true;
};

/// What the program ends with; part of its interface for scripts.
enum ExitCode : int
{
    Good = 0,     ///< done; of confirm: confirmed; of hail: claimed and connected
    Refused = 1,  ///< of confirm: refused
    Usage = 2,    ///< the command line is wrong
    NoAnswer = 3, ///< nobody answered in time
    Failed = 4,   ///< could not be done; the reason is on the standard error
};

/// Malformed with one sentence that says what is wrong.
[[nodiscard]] Result<Options> parseOptions(const QStringList& arguments);
[[nodiscard]] const char* helpText();

} // namespace mmm::meshtool
