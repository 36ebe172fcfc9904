#pragma once

#include "interchange/bookmark_html.h"
#include "interchange/credential_csv.h"
#include "interchange/network_file.h"

#include <filesystem>
#include <variant>

namespace mmm::interchange {

/// What a file that was chosen for import turned out to be.
using ImportFile = std::variant<BookmarkFile, CredentialFile, NetworkFile>;

/// Octets of the largest file that is read.
inline constexpr std::size_t largestImport = 256U << 20U;

/// Reads a file, as a secret from the first octet on, and recognises it by its content. NotFound, Io,
/// TooLarge; Unsupported if it is none of the known kinds; the faults of the readers.
[[nodiscard]] Result<ImportFile> readImportFile(const std::filesystem::path& path);
/// `name` is what its contents are called if they do not say it themselves.
[[nodiscard]] Result<ImportFile> readImport(BytesView content, const std::string& name = {});

} // namespace mmm::interchange
