#include "dare/file.h"

#include <algorithm>

namespace mmm::dare {

Result<std::size_t> MemoryFile::readAt(std::uint64_t offset, std::span<std::uint8_t> buffer) const
{
    if (offset >= m_octets.size())
        return std::size_t(0);
    const std::size_t count = std::min<std::size_t>(buffer.size(), m_octets.size() - std::size_t(offset));
    std::copy_n(m_octets.begin() + std::ptrdiff_t(offset), count, buffer.begin());
    return count;
}

Status MemoryFile::writeAt(std::uint64_t offset, BytesView octets)
{
    if (offset + octets.size() > m_octets.size())
        m_octets.resize(std::size_t(offset) + octets.size());
    std::copy(octets.begin(), octets.end(), m_octets.begin() + std::ptrdiff_t(offset));
    return {};
}

Status MemoryFile::truncate(std::uint64_t size)
{
    m_octets.resize(std::size_t(size));
    return {};
}

} // namespace mmm::dare
