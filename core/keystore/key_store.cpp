#include "keystore/key_store.h"

#include <algorithm>

namespace mmm::keystore {

namespace {

// An item: "MMK", the version of the format, whether it may be exported, a zero octet in reserve,
// then the secret. The keychain protects the whole, so nothing here is authenticated once more.
constexpr std::uint8_t magic[] = {'M', 'M', 'K'};
constexpr std::uint8_t itemVersion = 1;

bool isValid(const KeyId& id)
{
    return !id.empty() && id.size() <= 200 &&
           std::ranges::all_of(id, [](char c) { return c > ' ' && c < 0x7f; });
}

Status checkId(const KeyId& id)
{
    if (!isValid(id))
        return fail(Fault::Malformed, "not a name of a key");
    return {};
}

Secret wrapItem(const Secret& secret, Exportable exportable)
{
    Botan::secure_vector<std::uint8_t> item;
    item.reserve(itemHeaderSize + secret.size());
    item.insert(item.end(), std::begin(magic), std::end(magic));
    item.push_back(itemVersion);
    item.push_back(static_cast<std::uint8_t>(exportable));
    item.push_back(0);
    item.insert(item.end(), secret.view().begin(), secret.view().end());
    return Secret(std::move(item));
}

} // namespace

KeyStore::~KeyStore() = default;

Status KeyStore::put(const KeyId& id, const Secret& secret, Exportable exportable, std::stop_token stop)
{
    MMM_CHECK(checkId(id));
    if (secret.empty())
        return fail(Fault::Missing, "an empty secret");
    const Secret item = wrapItem(secret, exportable);
    MMM_CHECK(writeItem(id, item, stop));
    MMM_TRY(const Secret kept, readItem(id, stop));
    if (!(kept == item))
        return fail(Fault::KeychainFailed, "the keychain returned something else than it was given");
    return {};
}

Result<KeyStore::Content> KeyStore::read(const KeyId& id, std::stop_token stop)
{
    MMM_CHECK(checkId(id));
    MMM_TRY(const Secret item, readItem(id, stop));
    const BytesView octets = item.view();
    if (octets.size() <= itemHeaderSize || !std::equal(std::begin(magic), std::end(magic), octets.begin()))
        return fail(Fault::Damaged, "the keychain's item is not one of this program");
    if (octets[3] != itemVersion || octets[4] > 1 || octets[5] != 0)
        return fail(Fault::Unsupported, "the keychain's item was written by a later version");
    return Content{Secret(octets.subspan(itemHeaderSize)), static_cast<Exportable>(octets[4])};
}

Result<Secret> KeyStore::get(const KeyId& id, std::stop_token stop)
{
    MMM_TRY(Content content, read(id, stop));
    if (content.exportable == Exportable::No)
        return fail(Fault::NotExportable, "the key may only be used in place");
    return std::move(content.secret);
}

Status KeyStore::remove(const KeyId& id, std::stop_token stop)
{
    MMM_CHECK(checkId(id));
    const Status removed = removeItem(id, stop);
    if (!removed && removed.error().fault != Fault::KeyNotFound)
        return removed;
    return {};
}

Result<bool> KeyStore::contains(const KeyId& id, std::stop_token stop)
{
    MMM_CHECK(checkId(id));
    const auto item = readItem(id, stop);
    if (item)
        return true;
    if (item.error().fault == Fault::KeyNotFound)
        return false;
    return tl::unexpected(item.error());
}

} // namespace mmm::keystore
