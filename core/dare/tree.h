#pragma once

#include "base/bytes.h"
#include "base/error.h"

#include <array>
#include <optional>
#include <vector>

/// The digests that tie the frames of a sequence together (DARE 06 §4.2, WIRE C.3 to C.7).
namespace mmm::dare {

enum class ContainerType : std::uint8_t
{
    List,   ///< frames only
    Digest, ///< and payload digests
    Chain,  ///< and a chain over them
    Tree,   ///< and positions of earlier frames
    Merkle, ///< and positions and a tree of digests
};

[[nodiscard]] std::string_view containerTypeName(ContainerType type);
/// Also the draft's other spellings. Unsupported for anything else.
[[nodiscard]] Result<ContainerType> containerTypeByName(std::string_view name);
[[nodiscard]] constexpr bool hasPayloadDigest(ContainerType type)
{
    return type == ContainerType::Digest || type == ContainerType::Chain || type == ContainerType::Merkle;
}
[[nodiscard]] constexpr bool hasTreePosition(ContainerType type)
{
    return type == ContainerType::Tree || type == ContainerType::Merkle;
}

/// The frame that a frame's TreePosition points to; −1 for frame 0.
[[nodiscard]] std::int64_t previousFrame(std::int64_t index);

using Digest512 = std::array<std::uint8_t, 64>;

/// C_n from C_(n−1) and PayloadDigest_n. For n = 0 there is no previous one.
[[nodiscard]] Digest512 chainDigest(std::optional<BytesView> previous, BytesView payloadDigest);

/// H(64 zero octets, PayloadDigest): what the reference wrote instead of chain and tree digests. It says
/// nothing about the order of frames.
[[nodiscard]] Digest512 unchainedDigest(BytesView payloadDigest);

/// What the reference wrote as tree digest: the routine of another frame number over zeros (WIRE C.7). It
/// says nothing about the order of frames either.
[[nodiscard]] Digest512 unchainedTreeDigest(std::int64_t index, BytesView payloadDigest);

/// The frames that later frames build on: at most one per binary digit of the number of frames. Knows where
/// they are and, for Merkle sequences, their tree digests.
class TreePath
{
public:
    struct Apex
    {
        std::int64_t index = 0;
        std::uint64_t position = 0;
        Digest512 digest{};
    };

    [[nodiscard]] std::int64_t nextIndex() const { return m_count; }
    /// Position of frame previousFrame(nextIndex()); absent if there are no frames.
    [[nodiscard]] std::optional<std::uint64_t> nextTreePosition() const;
    /// The tree digest that the next frame will have with that payload digest.
    [[nodiscard]] Digest512 nextDigest(BytesView payloadDigest) const;

    /// Adds the next frame.
    void add(std::uint64_t position, const Digest512& treeDigest);
    /// Adds the next frame and says its tree digest.
    Digest512 add(std::uint64_t position, BytesView payloadDigest);

    /// The frame numbers that the path of a sequence of so many frames holds, first to last.
    [[nodiscard]] static std::vector<std::int64_t> indicesFor(std::int64_t frames);
    /// The path of an existing sequence; holds exactly those numbers.
    [[nodiscard]] static TreePath restore(std::vector<Apex> path);

    [[nodiscard]] const std::vector<Apex>& path() const { return m_path; }

private:
    [[nodiscard]] const Apex* previous() const;
    std::int64_t m_count = 0;
    std::vector<Apex> m_path;
};

} // namespace mmm::dare
