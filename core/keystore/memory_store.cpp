#include "keystore/memory_store.h"

namespace mmm::keystore {

Result<Availability> MemoryStore::availability(std::stop_token)
{
    const std::lock_guard guard(m_mutex);
    return m_locked ? Availability::Locked : Availability::Ready;
}

Status MemoryStore::unlock(std::stop_token)
{
    const std::lock_guard guard(m_mutex);
    if (m_locked && m_personRefuses)
        return fail(Fault::KeychainRefused, "the person refused");
    m_locked = false;
    return {};
}

void MemoryStore::setLocked(bool locked, bool personRefuses)
{
    const std::lock_guard guard(m_mutex);
    m_locked = locked;
    m_personRefuses = personRefuses;
}

void MemoryStore::failNext(std::vector<Fault> faults)
{
    const std::lock_guard guard(m_mutex);
    m_failures.assign(faults.begin(), faults.end());
}

void MemoryStore::forget(const KeyId& id)
{
    const std::lock_guard guard(m_mutex);
    m_items.erase(id);
}

void MemoryStore::corrupt(const KeyId& id)
{
    const std::lock_guard guard(m_mutex);
    const auto item = m_items.find(id);
    if (item != m_items.end())
        item->second.writable()[0] ^= 1;
}

std::size_t MemoryStore::size() const
{
    const std::lock_guard guard(m_mutex);
    return m_items.size();
}

Status MemoryStore::enter(const std::stop_token& stop)
{
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    if (m_locked)
        return fail(Fault::KeychainLocked);
    if (!m_failures.empty()) {
        const Fault fault = m_failures.front();
        m_failures.pop_front();
        return fail(fault, "scripted");
    }
    return {};
}

Status MemoryStore::writeItem(const KeyId& id, const Secret& item, std::stop_token stop)
{
    const std::lock_guard guard(m_mutex);
    MMM_CHECK(enter(stop));
    m_items.insert_or_assign(id, item.clone());
    return {};
}

Result<Secret> MemoryStore::readItem(const KeyId& id, std::stop_token stop)
{
    const std::lock_guard guard(m_mutex);
    MMM_CHECK(enter(stop));
    const auto item = m_items.find(id);
    if (item == m_items.end())
        return fail(Fault::KeyNotFound);
    return item->second.clone();
}

Status MemoryStore::removeItem(const KeyId& id, std::stop_token stop)
{
    const std::lock_guard guard(m_mutex);
    MMM_CHECK(enter(stop));
    return m_items.erase(id) == 1 ? Status() : Status(fail(Fault::KeyNotFound));
}

} // namespace mmm::keystore
