#include "dare/tree.h"

#include "crypto/hash.h"

#include <algorithm>
#include <bit>

namespace mmm::dare {

namespace {

constexpr Digest512 zeros{};

Digest512 hashOf(BytesView first, BytesView second)
{
    Digest512 digest;
    crypto::sha512Into({first, second}, digest);
    return digest;
}

/// SHA-512 of nothing.
const Digest512& emptyDigest()
{
    static const Digest512 digest = hashOf({}, {});
    return digest;
}

} // namespace

std::string_view containerTypeName(ContainerType type)
{
    switch (type) {
    case ContainerType::List:
        return "List";
    case ContainerType::Digest:
        return "Digest";
    case ContainerType::Chain:
        return "Chain";
    case ContainerType::Tree:
        return "Tree";
    case ContainerType::Merkle:
        break;
    }
    return "Merkle";
}

Result<ContainerType> containerTypeByName(std::string_view name)
{
    using enum ContainerType;
    for (const ContainerType type : {List, Digest, Chain, Tree, Merkle}) {
        if (name == containerTypeName(type))
            return type;
    }
    if (name == "Simple")
        return List;
    if (name == "MerkleTree")
        return Merkle;
    return fail(Fault::Unsupported, "unknown container type");
}

std::int64_t previousFrame(std::int64_t index)
{
    const auto m = std::uint64_t(index) + 1;
    if (std::has_single_bit(m))
        return std::int64_t(m / 2) - 1;
    return index - std::int64_t(std::uint64_t(1) << unsigned(std::countr_zero(m)));
}

Digest512 chainDigest(std::optional<BytesView> previous, BytesView payloadDigest)
{
    return hashOf(previous.value_or(BytesView(emptyDigest())), payloadDigest);
}

Digest512 unchainedDigest(BytesView payloadDigest)
{
    return hashOf(zeros, payloadDigest);
}

Digest512 unchainedTreeDigest(std::int64_t index, BytesView payloadDigest)
{
    Digest512 digest = unchainedDigest(payloadDigest);
    for (int j = std::countr_zero(std::uint64_t(index) + 2); j > 0; --j)
        digest = hashOf(zeros, digest);
    return digest;
}

// With m frames the path holds one frame per binary digit 1 of m: those whose number plus one is m with its
// lowest digits cleared one after the other, the largest tree first. These are the roots of the complete
// trees so far; a new frame folds in those that its own trailing zero digits complete.

const TreePath::Apex* TreePath::previous() const
{
    if (m_path.empty())
        return nullptr;
    const std::int64_t wanted = previousFrame(m_count);
    for (const Apex& apex : m_path) {
        if (apex.index == wanted)
            return &apex;
    }
    return nullptr;
}

std::optional<std::uint64_t> TreePath::nextTreePosition() const
{
    const Apex* apex = previous();
    if (!apex)
        return std::nullopt;
    return apex->position;
}

Digest512 TreePath::nextDigest(BytesView payloadDigest) const
{
    const Apex* before = previous();
    if (!before)
        return hashOf(zeros, payloadDigest);
    Digest512 digest;
    std::copy_n(payloadDigest.begin(), std::min(payloadDigest.size(), digest.size()), digest.begin());
    auto apex = m_path.rbegin();
    for (int j = std::countr_zero(std::uint64_t(m_count) + 1); j > 0; --j, ++apex)
        digest = hashOf(apex->digest, digest);
    return hashOf(before->digest, digest);
}

void TreePath::add(std::uint64_t position, const Digest512& treeDigest)
{
    for (int j = std::countr_zero(std::uint64_t(m_count) + 1); j > 0; --j)
        m_path.pop_back();
    m_path.push_back({m_count, position, treeDigest});
    ++m_count;
}

Digest512 TreePath::add(std::uint64_t position, BytesView payloadDigest)
{
    const Digest512 digest = nextDigest(payloadDigest);
    add(position, digest);
    return digest;
}

std::vector<std::int64_t> TreePath::indicesFor(std::int64_t frames)
{
    std::vector<std::int64_t> indices;
    for (auto m = std::uint64_t(frames); m > 0; m &= m - 1)
        indices.push_back(std::int64_t(m) - 1);
    std::reverse(indices.begin(), indices.end());
    return indices;
}

TreePath TreePath::restore(std::vector<Apex> path)
{
    TreePath restored;
    restored.m_path = std::move(path);
    restored.m_count = restored.m_path.empty() ? 0 : restored.m_path.back().index + 1;
    return restored;
}

} // namespace mmm::dare
