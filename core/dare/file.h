#pragma once

#include "base/bytes.h"
#include "base/error.h"

#include <filesystem>
#include <memory>

namespace mmm::dare {

/// A file with random access: what sequences are kept in. Behind an interface so that a test can make every
/// write fail, fall short or tear.
///
/// readAt and size may be called from several threads at once, also while one thread writes.
/// Failures are NotFound, DiskFull, ReadOnly or Io.
class File
{
public:
    virtual ~File() = default;

    /// Fills as much of the buffer as the file has from the offset on; fewer octets only at the end.
    [[nodiscard]] virtual Result<std::size_t> readAt(std::uint64_t offset,
                                                     std::span<std::uint8_t> buffer) const = 0;
    /// Writes all octets, growing the file where needed. After a failure any part may have been written.
    [[nodiscard]] virtual Status writeAt(std::uint64_t offset, BytesView octets) = 0;
    /// Returns when everything written will survive a loss of power.
    [[nodiscard]] virtual Status sync() = 0;
    [[nodiscard]] virtual Status truncate(std::uint64_t size) = 0;
    [[nodiscard]] virtual Result<std::uint64_t> size() const = 0;
};

enum class OpenMode
{
    Read,      ///< must exist
    Write,     ///< must exist
    Create,    ///< must not exist; readable by its owner only. The folder entry is made durable too.
    OpenAlways ///< made if it does not exist, as with Create
};

/// A file of the operating system.
[[nodiscard]] Result<std::unique_ptr<File>> openFile(const std::filesystem::path& path, OpenMode mode);

/// A file in memory, for envelopes already received and for tests. Not for use by several threads.
class MemoryFile final : public File
{
public:
    MemoryFile() = default;
    explicit MemoryFile(Bytes octets) : m_octets(std::move(octets)) {}

    Result<std::size_t> readAt(std::uint64_t offset, std::span<std::uint8_t> buffer) const override;
    Status writeAt(std::uint64_t offset, BytesView octets) override;
    Status sync() override { return {}; }
    Status truncate(std::uint64_t size) override;
    Result<std::uint64_t> size() const override { return m_octets.size(); }

    [[nodiscard]] const Bytes& octets() const { return m_octets; }
    [[nodiscard]] Bytes& octets() { return m_octets; }

private:
    Bytes m_octets;
};

} // namespace mmm::dare
