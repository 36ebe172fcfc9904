#pragma once

#include "interchange/bookmark_html.h"
#include "interchange/credential_csv.h"

#include <filesystem>
#include <variant>

namespace mmm::interchange {

/// What a file that was chosen for import turned out to be.
using ImportFile = std::variant<BookmarkFile, CredentialFile>;

/// Octets of the largest file that is read.
inline constexpr std::size_t largestImport = 256U << 20U;

/// Reads a file, as a secret from the first octet on, and recognises it by its content. NotFound, Io,
/// TooLarge; Unsupported if it is none of the known kinds; the faults of the readers.
[[nodiscard]] Result<ImportFile> readImportFile(const std::filesystem::path& path);
[[nodiscard]] Result<ImportFile> readImport(BytesView content);

} // namespace mmm::interchange
