#pragma once

#include "base/bytes.h"

#include <botan/secmem.h>
#include <memory>

namespace mmm {

/// Octets that must not leak: a key, a password, a decrypted payload.
///
/// Move-only, wiped when destroyed, in locked memory where the system grants it. Copying is possible only by
/// name (clone()), so that every copy of a secret can be found by searching for the word.
class Secret
{
public:
    Secret() = default;
    explicit Secret(Botan::secure_vector<std::uint8_t> octets) : m_octets(std::move(octets)) {}
    explicit Secret(BytesView octets) : m_octets(octets.begin(), octets.end()) {}
    explicit Secret(std::size_t size) : m_octets(size) {}
    Secret(Secret&&) noexcept = default;
    Secret& operator=(Secret&&) noexcept = default;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() = default;

    [[nodiscard]] Secret clone() const { return Secret(m_octets); }
    [[nodiscard]] BytesView view() const { return m_octets; }
    [[nodiscard]] std::span<std::uint8_t> writable() { return m_octets; }
    [[nodiscard]] std::string_view text() const { return textOf(m_octets); }
    [[nodiscard]] std::size_t size() const { return m_octets.size(); }
    [[nodiscard]] bool empty() const { return m_octets.empty(); }
    [[nodiscard]] const Botan::secure_vector<std::uint8_t>& vector() const { return m_octets; }
    operator BytesView() const { return m_octets; } // NOLINT: a secret is read wherever octets are read

    /// Overwrites the octets and leaves the secret empty.
    void wipe();

    /// Constant time in the contents; the length is not secret.
    friend bool operator==(const Secret& a, const Secret& b);

private:
    Botan::secure_vector<std::uint8_t> m_octets;
};

/// An immutable secret that values may share: copying the value does not copy the octets, and they are wiped
/// with the last owner. Safe to read from any thread.
class SharedSecret
{
public:
    SharedSecret() = default;
    explicit SharedSecret(Secret secret)
        : m_secret(secret.empty() ? nullptr : std::make_shared<const Secret>(std::move(secret)))
    {}

    [[nodiscard]] BytesView view() const { return m_secret ? m_secret->view() : BytesView(); }
    [[nodiscard]] std::string_view text() const { return textOf(view()); }
    [[nodiscard]] std::size_t size() const { return view().size(); }
    [[nodiscard]] bool empty() const { return !m_secret; }
    operator BytesView() const { return view(); } // NOLINT: as Secret

    friend bool operator==(const SharedSecret& a, const SharedSecret& b);

private:
    std::shared_ptr<const Secret> m_secret;
};

/// Compares in a time that depends on the lengths only.
[[nodiscard]] bool equalConstantTime(BytesView a, BytesView b);

} // namespace mmm
