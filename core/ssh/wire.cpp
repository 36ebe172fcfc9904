#include "ssh/wire.h"

namespace mmm::ssh {

Writer& Writer::octet(std::uint8_t value)
{
    m_octets.push_back(value);
    return *this;
}

Writer& Writer::number(std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        m_octets.push_back(static_cast<std::uint8_t>(value >> shift));
    return *this;
}

Writer& Writer::string(BytesView value)
{
    number(static_cast<std::uint32_t>(value.size()));
    m_octets.insert(m_octets.end(), value.begin(), value.end());
    return *this;
}

Result<BytesView> Reader::octets(std::size_t count)
{
    if (count > m_rest.size())
        return fail(Fault::Malformed, "SSH data ends too early");
    const BytesView taken = m_rest.first(count);
    m_rest = m_rest.subspan(count);
    return taken;
}

Result<std::uint8_t> Reader::octet()
{
    MMM_TRY(const BytesView one, octets(1));
    return one.front();
}

Result<std::uint32_t> Reader::number()
{
    MMM_TRY(const BytesView four, octets(4));
    std::uint32_t value = 0;
    for (const std::uint8_t octet : four)
        value = value << 8U | octet;
    return value;
}

Result<BytesView> Reader::string()
{
    MMM_TRY(const std::uint32_t size, number());
    return octets(size);
}

Result<std::string_view> Reader::text()
{
    MMM_TRY(const BytesView value, string());
    return textOf(value);
}

Status Reader::end() const
{
    return m_rest.empty() ? Status() : fail(Fault::Malformed, "SSH data goes on after its end");
}

} // namespace mmm::ssh
