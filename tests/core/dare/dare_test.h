#pragma once

#include "dare/envelope.h"

#include <QTest>

/// What the tests of this room share.
namespace mmm::dare::test {

/// The fault of a result, or none.
template<typename T>
std::optional<Fault> faultOf(const Result<T>& result)
{
    if (result)
        return std::nullopt;
    return result.error().fault;
}

inline QByteArray show(BytesView octets)
{
    return QByteArray(reinterpret_cast<const char*>(octets.data()), qsizetype(octets.size()));
}

inline Secret payloadOf(std::string_view text)
{
    return Secret(bytesOf(text));
}

/// Octets that differ from each other at all places.
inline Bytes patternOf(std::size_t size)
{
    Bytes octets(size);
    for (std::size_t i = 0; i < size; ++i)
        octets[i] = std::uint8_t(i * 7 + i / 251);
    return octets;
}

/// Hands out octets that were laid down before, then fails the test.
class ScriptedRandom final : public Botan::RandomNumberGenerator
{
public:
    void add(BytesView octets) { m_octets.insert(m_octets.end(), octets.begin(), octets.end()); }
    [[nodiscard]] bool isUsedUp() const { return m_next == m_octets.size(); }

    [[nodiscard]] bool accepts_input() const override { return false; }
    [[nodiscard]] std::string name() const override { return "scripted"; }
    void clear() override {}
    [[nodiscard]] bool is_seeded() const override { return true; }

private:
    void fill_bytes_with_input(std::span<std::uint8_t> output, std::span<const std::uint8_t>) override
    {
        for (std::uint8_t& octet : output) {
            if (m_next == m_octets.size())
                throw std::logic_error("more random octets were drawn than scripted");
            octet = m_octets[m_next++];
        }
    }
    Bytes m_octets;
    std::size_t m_next = 0;
};

} // namespace mmm::dare::test

Q_DECLARE_METATYPE(mmm::crypto::Curve)
