#pragma once

#include "store/chain_state.h"
#include "store/file_system.h"
#include "store/seal.h"

namespace mmm::store {

/// The marks of all complete segments, in a file beside the container, one sealed record each. They are
/// looked at only when a segment does not lead to its checkpoint: to tell the frames that are as they were
/// from those that are not. Without them the whole segment counts as damaged, so that losing them loses no
/// safety.
///
/// load may be called from several threads at once, but not together with save.
class FrameMarks
{
public:
    FrameMarks(FileSystem& fileSystem, std::string path, std::string account, std::string container,
               const Seal& seal)
        : m_fileSystem(fileSystem),
          m_path(std::move(path)),
          m_account(std::move(account)),
          m_container(std::move(container)),
          m_seal(seal)
    {}

    /// Durable on success.
    [[nodiscard]] Status save(const std::vector<SegmentMarks>& segments);

    [[nodiscard]] Result<std::vector<FrameMark>> load(std::int64_t segment) const;

private:
    [[nodiscard]] std::string context(std::int64_t segment) const;

    FileSystem& m_fileSystem;
    std::string m_path;
    std::string m_account;
    std::string m_container;
    const Seal& m_seal;
};

} // namespace mmm::store
