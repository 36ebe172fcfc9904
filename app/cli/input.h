#pragma once

#include "dare/envelope.h"
#include "dare/sequence.h"

#include <variant>

namespace mmm::cli {

/// A file that was opened, kept as long as it is looked at.
struct Container
{
    std::unique_ptr<dare::File> file;
};

/// An envelope as JSON or a container, told apart by the first octet (WIRE B.1).
using Input = std::variant<dare::Envelope, Container>;

[[nodiscard]] Result<Input> openInput(const std::filesystem::path& path);

/// A small file, or the standard input for "-", read into memory that is wiped.
[[nodiscard]] Result<Secret> readSecretFile(const std::string& path);

} // namespace mmm::cli
