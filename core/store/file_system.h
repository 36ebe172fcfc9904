#pragma once

#include "dare/file.h"

#include <string>

namespace mmm::store {

/// The part of a file system that the store uses, passed in so that tests can let it fail at any point.
///
/// Paths are UTF-8 and absolute. May be used from any thread. Failures are NotFound, DiskFull, ReadOnly or
/// Io.
class FileSystem
{
public:
    virtual ~FileSystem() = default;

    /// A new file, or a name that was replaced or removed, is durable when the call returns.
    [[nodiscard]] virtual Result<std::unique_ptr<dare::File>> open(const std::string& path,
                                                                   dare::OpenMode mode) = 0;

    [[nodiscard]] virtual Result<bool> exists(const std::string& path) = 0;

    /// Puts a file in the place of another in one step: after a crash the place holds either, whole.
    [[nodiscard]] virtual Status replace(const std::string& from, const std::string& to) = 0;

    /// Success if there is no such file.
    [[nodiscard]] virtual Status remove(const std::string& path) = 0;

    /// With its parents, for the owner only. Success if it is there.
    [[nodiscard]] virtual Status makeDirectory(const std::string& path) = 0;
};

/// The computer's own file system. Has no state; lives as long as the program.
[[nodiscard]] FileSystem& localFileSystem();

/// Writes a small file so that after a crash it holds the old octets or the new ones, never a mixture.
[[nodiscard]] Status replaceFile(FileSystem& fileSystem, const std::string& path, BytesView octets);

/// A whole file. NotFound if there is none, TooLarge beyond the limit.
[[nodiscard]] Result<Bytes> readFile(FileSystem& fileSystem, const std::string& path, std::size_t limit);

} // namespace mmm::store
