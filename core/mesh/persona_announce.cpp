#include "mesh/manage_devices.h"
#include "mesh/persona_parts.h"

#include <algorithm>

MMM_RECORD_COMPILED(mmm::mesh::CatalogedAccount)

namespace mmm::mesh {

namespace {

const schema::AccountEntry* find(const schema::CatalogedDevice& entry, const std::string& accountUdf)
{
    const auto found = std::ranges::find(entry.accounts, accountUdf, &schema::AccountEntry::accountUdf);
    return found == entry.accounts.end() ? nullptr : &*found;
}

/// Changes the entries for which `change` says so.
Status changeEntries(Membership& home, const std::function<bool(schema::CatalogedDevice&)>& change)
{
    store::Catalog& devices = home.containers->devices();
    std::vector<store::Catalog::Item> items;
    for (const std::string& id : devices.ids()) {
        MMM_TRY(schema::CatalogedDevice entry, readDevice(home, id));
        if (change(entry))
            items.push_back({id, encoding::toTaggedJson(entry)});
    }
    return items.empty() ? Status() : devices.putMany(std::move(items));
}

void removeAccount(schema::CatalogedDevice& entry, const std::string& accountUdf)
{
    std::erase_if(entry.accounts,
                  [&](const schema::AccountEntry& account) { return account.accountUdf == accountUdf; });
}

} // namespace

Status announcePersona(Membership& home, const CatalogedAccount& account,
                       std::span<const schema::CatalogedDevice> entries)
{
    const std::scoped_lock lock(home.mutex);
    const auto announce = [&](schema::CatalogedDevice& entry) {
        const auto there = std::ranges::find(entries, entry.deviceUdf, &schema::CatalogedDevice::deviceUdf);
        const schema::AccountEntry* given = there == entries.end() ? nullptr : find(*there, account.key);
        const schema::AccountEntry* present = find(entry, account.key);
        if (given == nullptr || (present != nullptr && *present == *given))
            return false;
        removeAccount(entry, account.key);
        entry.accounts.push_back(*given);
        return true;
    };
    MMM_CHECK(changeEntries(home, announce));
    store::Catalog& applications = home.applications();
    const Secret wanted = encoding::toTaggedJson(account);
    if (const auto present = applications.read(account.key); present && *present == wanted)
        return {};
    return applications.put(account.key, wanted);
}

Status retractPersona(Membership& home, const std::string& accountUdf)
{
    const std::scoped_lock lock(home.mutex);
    const auto retract = [&](schema::CatalogedDevice& entry) {
        if (find(entry, accountUdf) == nullptr)
            return false;
        removeAccount(entry, accountUdf);
        return true;
    };
    MMM_CHECK(changeEntries(home, retract));
    store::Catalog& applications = home.applications();
    return applications.contains(accountUdf) ? applications.remove(accountUdf) : Status();
}

} // namespace mmm::mesh
