#pragma once

#include "schema/applications.h"

namespace mmm::ssh {

enum class FileKind
{
    AuthorizedKeys,
    KnownHosts,
    Config,
};

/// What a file of OpenSSH's has that a profile can hold.
struct ReadFile
{
    FileKind kind = FileKind::Config;
    std::vector<std::string> lines;     ///< of authorized_keys or known_hosts, each once
    std::vector<schema::SshHost> hosts; ///< of a configuration
    std::size_t leftOut = 0;            ///< lines and directives that were not understood or not wanted
};

/// Octets of the largest file, and the most lines or hosts that are taken from one.
inline constexpr std::size_t largestFile = 4U << 20U;
inline constexpr std::size_t mostLines = 10000;

/// Recognises the file by its content. TooLarge; Unsupported if it is none of the three.
[[nodiscard]] Result<ReadFile> readFile(BytesView content);

} // namespace mmm::ssh
