#pragma once

#include "interchange/bookmark_html.h"
#include "interchange/calendar_file.h"
#include "interchange/credential_csv.h"
#include "interchange/key_material.h"
#include "interchange/network_file.h"

#include <filesystem>
#include <variant>

namespace mmm::interchange {

/// What a file that was chosen for import turned out to be.
using ImportFile = std::variant<BookmarkFile, CredentialFile, NetworkFile, CalendarFile>;

/// Octets of the largest file that is read.
inline constexpr std::size_t largestImport = 256U << 20U;

/// Reads a file, as a secret from the first octet on, and recognises it by its content; certificates and keys
/// that a network names are read too, ordinary files only. NotFound, Io, TooLarge; Unsupported if it is none
/// of the known kinds; the faults of the readers.
[[nodiscard]] Result<ImportFile> readImportFile(const std::filesystem::path& path);
/// `name` is what its contents are called if they do not say it themselves.
[[nodiscard]] Result<ImportFile> readImport(BytesView content, const std::string& name = {},
                                            const NamedFileReader& files = {});

/// Puts the entries of a further file to those of the first. WrongType, and nothing changes, if it holds
/// entries of another kind.
[[nodiscard]] Status mergeImport(ImportFile& into, ImportFile more);

/// The whole of a file, as a secret from the first octet on. NotFound, Io; TooLarge beyond the limit.
[[nodiscard]] Result<Secret> readSecretFile(const std::filesystem::path& path, std::size_t limit);

/// A certificate or a key that the person chose. The faults of readImportFile and readKeyMaterial.
[[nodiscard]] Result<Secret> readKeyFile(KeyMaterial kind, const std::filesystem::path& path);

} // namespace mmm::interchange
