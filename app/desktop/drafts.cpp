#include "drafts.h"

namespace mmm::desktop {

namespace {

constexpr std::size_t lengthOctets = 4;

void append(Botan::secure_vector<std::uint8_t>& packed, BytesView part)
{
    for (std::size_t i = 0; i < lengthOctets; ++i)
        packed.push_back(std::uint8_t(part.size() >> (8 * i)));
    packed.insert(packed.end(), part.begin(), part.end());
}

/// The next part of what is left; nothing if that is too short.
std::optional<BytesView> take(BytesView& left)
{
    if (left.size() < lengthOctets)
        return std::nullopt;
    std::size_t length = 0;
    for (std::size_t i = 0; i < lengthOctets; ++i)
        length |= std::size_t(left[i]) << (8 * i);
    left = left.subspan(lengthOctets);
    if (length > left.size())
        return std::nullopt;
    const BytesView part = left.first(length);
    left = left.subspan(length);
    return part;
}

} // namespace

Secret packDrafts(const std::vector<Draft>& drafts)
{
    Botan::secure_vector<std::uint8_t> packed;
    for (const Draft& draft : drafts) {
        packed.push_back(std::uint8_t(draft.kind));
        append(packed, bytesOf(draft.id));
        append(packed, draft.entry.view());
        append(packed, bytesOf(draft.account));
    }
    return Secret(std::move(packed));
}

std::vector<Draft> unpackDrafts(BytesView packed)
{
    std::vector<Draft> drafts;
    while (!packed.empty()) {
        const std::uint8_t kind = packed.front();
        packed = packed.subspan(1);
        const std::optional<BytesView> id = take(packed);
        const std::optional<BytesView> entry = id ? take(packed) : std::nullopt;
        const std::optional<BytesView> account = entry ? take(packed) : std::nullopt;
        if (!account || kind >= catalogKinds)
            return {};
        drafts.push_back({CatalogKind(kind), std::string(textOf(*id)), SharedSecret(Secret(*entry)),
                          std::string(textOf(*account))});
    }
    return drafts;
}

} // namespace mmm::desktop
