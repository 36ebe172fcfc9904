#pragma once

#include "base/bytes.h"
#include "base/error.h"

#include <filesystem>

namespace mmm::keystore {

/// A file that is small enough to be written whole. NotFound if there is none, TooLarge beyond the limit.
[[nodiscard]] Result<Bytes> readSmallFile(const std::filesystem::path& path, std::size_t limit);

/// Puts the octets in the place of the file's, durably: whatever happens meanwhile, the file holds the old or
/// the new octets, whole. For the owner only (0600); a missing folder is made for the owner only (0700).
/// DiskFull, ReadOnly or Io leave the old octets.
[[nodiscard]] Status replaceSmallFile(const std::filesystem::path& path, BytesView octets);

} // namespace mmm::keystore
