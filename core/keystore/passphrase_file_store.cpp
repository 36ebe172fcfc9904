#include "keystore/passphrase_file_store.h"

#include "keystore/small_file.h"

namespace mmm::keystore {

PassphraseFileStore::PassphraseFileStore(std::filesystem::path path, AskPassphrase ask)
    : m_path(std::move(path)),
      m_ask(std::move(ask))
{}

Result<PassphraseFileStore::Opened> PassphraseFileStore::readFile(const Secret& passphrase) const
{
    const auto file = readSmallFile(m_path, largestKeyFile);
    if (!file && file.error().fault == Fault::NotFound)
        return fail(Fault::NoKeychain, "there is no file of keys");
    if (!file)
        return tl::unexpected(file.error());
    MMM_TRY(KeyFileLock lock, KeyFileLock::open(passphrase, *file));
    MMM_TRY(KeyItems items, lock.decrypt(*file));
    return Opened{std::move(lock), std::move(items)};
}

Status PassphraseFileStore::save(const KeyFileLock& lock, const KeyItems& items) const
{
    MMM_TRY(const Bytes file, lock.encrypt(items));
    return replaceSmallFile(m_path, file);
}

Status PassphraseFileStore::create(const Secret& passphrase, const crypto::Argon2Cost& cost)
{
    const std::lock_guard guard(m_mutex);
    std::error_code error;
    if (std::filesystem::exists(m_path, error))
        return fail(Fault::Exists, "there is a file of keys already");
    if (error)
        return fail(Fault::Io, error.message());
    MMM_TRY(KeyFileLock lock, KeyFileLock::create(passphrase, cost));
    MMM_CHECK(save(lock, {}));
    m_opened.emplace(Opened{std::move(lock), {}});
    return {};
}

Status PassphraseFileStore::open(const Secret& passphrase)
{
    const std::lock_guard guard(m_mutex);
    MMM_TRY(m_opened, readFile(passphrase));
    return {};
}

void PassphraseFileStore::lock()
{
    const std::lock_guard guard(m_mutex);
    m_opened.reset();
}

Status PassphraseFileStore::changePassphrase(const Secret& present, const Secret& next,
                                             const crypto::Argon2Cost& cost)
{
    const std::lock_guard guard(m_mutex);
    MMM_TRY(Opened opened, readFile(present));
    MMM_TRY(opened.lock, KeyFileLock::create(next, cost));
    MMM_CHECK(save(opened.lock, opened.items));
    m_opened = std::move(opened);
    return {};
}

Result<Availability> PassphraseFileStore::availability(std::stop_token)
{
    const std::lock_guard guard(m_mutex);
    if (m_opened)
        return Availability::Ready;
    std::error_code error;
    const bool exists = std::filesystem::exists(m_path, error);
    if (error)
        return fail(Fault::Io, error.message());
    return exists ? Availability::Locked : Availability::NoService;
}

Status PassphraseFileStore::unlock(std::stop_token stop)
{
    const std::lock_guard guard(m_mutex);
    return ensureOpen(stop);
}

Status PassphraseFileStore::ensureOpen(const std::stop_token& stop)
{
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    if (m_opened)
        return {};
    if (!m_ask)
        return fail(Fault::KeychainLocked, "the passphrase is needed");
    MMM_TRY(const Secret passphrase, m_ask(stop));
    MMM_TRY(m_opened, readFile(passphrase));
    return {};
}

Status PassphraseFileStore::writeItem(const KeyId& id, const Secret& item, std::stop_token stop)
{
    const std::lock_guard guard(m_mutex);
    MMM_CHECK(ensureOpen(stop));
    KeyItems& items = m_opened->items;
    const auto place = items.find(id);
    Secret before = place == items.end() ? Secret() : std::move(place->second);
    items.insert_or_assign(id, item.clone());
    const Status saved = save(m_opened->lock, items);
    if (!saved && before.empty())
        items.erase(id);
    else if (!saved)
        items.insert_or_assign(id, std::move(before));
    return saved;
}

Result<Secret> PassphraseFileStore::readItem(const KeyId& id, std::stop_token stop)
{
    const std::lock_guard guard(m_mutex);
    MMM_CHECK(ensureOpen(stop));
    const auto item = m_opened->items.find(id);
    if (item == m_opened->items.end())
        return fail(Fault::KeyNotFound);
    return item->second.clone();
}

Status PassphraseFileStore::removeItem(const KeyId& id, std::stop_token stop)
{
    const std::lock_guard guard(m_mutex);
    MMM_CHECK(ensureOpen(stop));
    auto removed = m_opened->items.extract(id);
    if (removed.empty())
        return fail(Fault::KeyNotFound);
    const Status saved = save(m_opened->lock, m_opened->items);
    if (!saved)
        m_opened->items.insert(std::move(removed));
    return saved;
}

} // namespace mmm::keystore
