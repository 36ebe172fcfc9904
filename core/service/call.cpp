#include "service/call.h"

#include <algorithm>

namespace mmm::service {

bool Caller::may(std::string_view role, std::string_view container) const
{
    constexpr std::string_view prefix = "Catalog:";
    bool anyListed = false;
    for (const schema::Permission& permission : permissions) {
        if (!permission.name.starts_with(prefix))
            continue;
        anyListed = true;
        const std::string_view name = std::string_view(permission.name).substr(prefix.size());
        if ((name == "*" || name == container) && permission.role == role)
            return true;
    }
    return !anyListed;
}

bool Caller::isAdministrator() const
{
    return std::ranges::any_of(permissions,
                               [](const schema::Permission& p) { return p.name == "Administration"; });
}

bool ServicePolicy::serves(std::string_view domain) const
{
    return std::ranges::find(domains, asciiLower(domain)) != domains.end();
}

std::size_t limitOf(const std::optional<std::int64_t>& asked, std::size_t most)
{
    return asked && *asked > 0 ? std::min<std::size_t>(static_cast<std::size_t>(*asked), most) : most;
}

Result<AccountRecord> Call::ownAccount(const std::string& address) const
{
    if (caller.mode != CallerMode::Member)
        return fail(Fault::NotAuthorised, "a connected device is needed");
    if (!address.empty()) {
        MMM_TRY(const AccountAddress parts, parseAddress(address));
        if (parts.canonical() != caller.account->address)
            return fail(Fault::NotAuthorised, "another account");
    }
    return *caller.account;
}

Result<AccountRecord> Call::openAccount(const std::string& address) const
{
    MMM_TRY(const AccountAddress parts, parseAddress(address));
    MMM_TRY(const auto account, storage.account(parts.canonical()));
    if (!account || account->state != AccountState::Open)
        return fail(Fault::NotFound, "no such account");
    return *account;
}

} // namespace mmm::service
