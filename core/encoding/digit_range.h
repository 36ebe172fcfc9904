#pragma once

namespace mmm::encoding {

/// All ones if low <= c <= high, else zero; without a branch, since what is encoded may be a secret.
[[nodiscard]] constexpr unsigned inRange(unsigned c, unsigned low, unsigned high)
{
    return 0U - ((((low - 1 - c) & (c - high - 1)) >> 8) & 1U);
}

} // namespace mmm::encoding
