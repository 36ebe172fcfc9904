#pragma once

#include "keystore/key_store.h"

#include <deque>
#include <map>
#include <mutex>
#include <vector>

namespace mmm::keystore {

/// Keeps its items in memory only: for tests and for programs that need no identity of their own.
/// What it answers can be scripted, so that every failure of a real keychain can be played.
class MemoryStore final : public KeyStore
{
public:
    MemoryStore() = default;

    [[nodiscard]] Backend backend() const override { return Backend::Memory; }
    [[nodiscard]] Result<Availability> availability(std::stop_token stop = {}) override;
    [[nodiscard]] Status unlock(std::stop_token stop = {}) override;

    /// While locked every operation is KeychainLocked; unlock() opens it unless the person refuses.
    void setLocked(bool locked, bool personRefuses = false);

    /// The next reads, writes and removals, one each, end with these faults and have no effect.
    void failNext(std::vector<Fault> faults);

    /// As if another program had deleted or changed the item.
    void forget(const KeyId& id);
    void corrupt(const KeyId& id);

    [[nodiscard]] std::size_t size() const;

protected:
    [[nodiscard]] Status writeItem(const KeyId& id, const Secret& item, std::stop_token stop) override;
    [[nodiscard]] Result<Secret> readItem(const KeyId& id, std::stop_token stop) override;
    [[nodiscard]] Status removeItem(const KeyId& id, std::stop_token stop) override;

private:
    [[nodiscard]] Status enter(const std::stop_token& stop);

    mutable std::mutex m_mutex;
    std::map<KeyId, Secret> m_items;
    std::deque<Fault> m_failures;
    bool m_locked = false;
    bool m_personRefuses = false;
};

} // namespace mmm::keystore
