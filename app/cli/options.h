#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace mmm::cli {

enum class Command
{
    Inspect,
    Verify,
    Decrypt,
    Seal,
    Fetch,
    Help,
    Version,
};

/// What the person asked for.
struct Options
{
    Command command = Command::Help;
    std::filesystem::path file;
    std::vector<std::string> keyFiles; ///< "-" is the standard input
    bool json = false;
    std::optional<std::int64_t> frame;
    std::string domain;           ///< seal: where the content will be published
    std::filesystem::path output; ///< seal: file for the envelope; fetch: file for the content
    std::string at;               ///< fetch: "host:port" instead of the locator's domain
};

/// Malformed with one sentence that says what is wrong.
[[nodiscard]] Result<Options> parseOptions(const std::vector<std::string>& arguments);

[[nodiscard]] std::string_view helpText();

/// What the program ends with; part of its interface for scripts.
enum ExitCode : int
{
    Good = 0,        ///< done, and everything that could be checked is right
    NotGood = 1,     ///< damaged, forged, or not for these keys
    Usage = 2,       ///< the command line is wrong
    Unreadable = 3,  ///< a file cannot be read or is no envelope or container
    NotVerified = 4, ///< nothing is wrong, but a signature could not be checked for want of its key
};

} // namespace mmm::cli
