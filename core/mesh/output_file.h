#pragma once

#include "dare/file.h"

namespace mmm::mesh {

/// A file that is there as a whole or not at all: written beside its place, and put there at the end. An
/// existing one is replaced only if that is allowed.
class OutputFile
{
public:
    /// Exists if there is something of that name that may not be replaced. The name is taken from now on.
    [[nodiscard]] static Result<OutputFile> create(const std::filesystem::path& path, bool mayReplace);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    /// Leaves nothing behind, unless it was finished.
    ~OutputFile();

    [[nodiscard]] dare::File& file() { return *m_file; }
    /// Appends.
    [[nodiscard]] Status write(BytesView octets);
    [[nodiscard]] Status finish();

private:
    OutputFile() = default;
    std::filesystem::path m_path;
    std::filesystem::path m_beside;
    std::unique_ptr<dare::File> m_file;
    std::uint64_t m_at = 0;
    bool m_isReserved = false; ///< an empty file of ours stands in the place
};

} // namespace mmm::mesh
