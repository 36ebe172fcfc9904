#pragma once

#include "store/chain_state.h"
#include "store/file_system.h"
#include "store/seal.h"
#include "store/sync_types.h"

#include <optional>

namespace mmm::store {

/// What is known for certain about a container, kept outside the file that it speaks of and sealed (WIRE
/// K.3).
struct SealedHead
{
    explicit SealedHead(const ChainState& empty) : verified(empty) {}

    ChainState verified;
    bool isSigned = false; ///< some frame had a batch signature: from now on all must

    /// After the file was lost or cut: what was verified before. The frames fetched again must lead there.
    struct Anchor
    {
        std::int64_t count = 0;
        dare::Digest512 chain{};
    };
    std::optional<Anchor> anchor;

    /// Frames that count for the chain only (Standing::SetAside).
    std::vector<FrameRange> setAside;
    [[nodiscard]] bool isSetAside(std::int64_t frame) const;

    /// Local changes up to this number are part of the container, except those kept.
    std::uint64_t through = 0;
    std::vector<std::uint64_t> kept;

    [[nodiscard]] bool isDone(std::uint64_t change) const;
};

/// Where the head of a container is kept.
struct HeadPlace
{
    FileSystem* fileSystem = nullptr;
    std::string path;
    std::string account;
    std::string container;
    const Seal* seal = nullptr;
};

/// NotFound if there is none; Damaged if it is not ours, not for this container or not complete.
[[nodiscard]] Result<SealedHead> loadHead(const HeadPlace& place);

/// Durable on success; on failure the old one or the new one is there.
[[nodiscard]] Status saveHead(const HeadPlace& place, const SealedHead& head);

} // namespace mmm::store
