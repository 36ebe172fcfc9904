#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mmm {

/// Octets that are not secret and are owned.
using Bytes = std::vector<std::uint8_t>;

/// Octets owned by somebody else, secret or not; valid only as long as their owner.
using BytesView = std::span<const std::uint8_t>;

/// The octets of a text, without a terminating zero. The view lives as long as the text.
inline BytesView bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// The octets seen as text; nothing is validated.
inline std::string_view textOf(BytesView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// An owned copy of the octets.
inline Bytes copyOf(BytesView bytes)
{
    return {bytes.begin(), bytes.end()};
}

/// The parts one after the other.
template<typename... Parts>
Bytes concat(const Parts&... parts)
{
    Bytes all((BytesView(parts).size() + ... + 0));
    auto end = all.begin();
    ((end = std::copy(BytesView(parts).begin(), BytesView(parts).end(), end)), ...);
    return all;
}

} // namespace mmm
