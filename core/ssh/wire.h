#pragma once

#include "base/bytes.h"
#include "base/error.h"

#include <string_view>

/// The data types of SSH (RFC 4251 §5), as keys, signatures and the agent protocol use them.
namespace mmm::ssh {

/// Builds octets from the types.
class Writer
{
public:
    Writer& octet(std::uint8_t value);
    Writer& number(std::uint32_t value);
    /// A string: its length and its octets.
    Writer& text(std::string_view value) { return string(bytesOf(value)); }
    Writer& string(BytesView value);
    [[nodiscard]] Bytes take() { return std::move(m_octets); }

private:
    Bytes m_octets;
};

/// Takes octets apart. Malformed when they end too early; views live as long as the octets.
class Reader
{
public:
    explicit Reader(BytesView octets) : m_rest(octets) {}
    [[nodiscard]] Result<std::uint8_t> octet();
    [[nodiscard]] Result<std::uint32_t> number();
    [[nodiscard]] Result<BytesView> string();
    [[nodiscard]] Result<std::string_view> text();
    [[nodiscard]] Result<BytesView> octets(std::size_t count);
    [[nodiscard]] BytesView rest() const { return m_rest; }
    /// Malformed if anything is left.
    [[nodiscard]] Status end() const;

private:
    BytesView m_rest;
};

} // namespace mmm::ssh
