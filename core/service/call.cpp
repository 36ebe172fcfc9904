#include "service/call.h"

#include "schema/any.h"

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

bool isSuspended(const Caller& caller)
{
    return caller.account && caller.account->state == AccountState::Suspended;
}

bool isAtHome(const AccountRecord& account)
{
    if (account.profileAccount.empty() || account.isGroup)
        return true;
    const auto envelope = dare::Envelope::parse(account.profileAccount);
    const auto profile = envelope ? schema::payloadOf<schema::ProfileAccount>(*envelope)
                                  : Result<schema::ProfileAccount>(tl::unexpected<Error>(envelope.error()));
    return !profile || profile->serviceIds.empty() ||
           asciiLower(profile->serviceIds.front()) == account.address;
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

Result<AccountRecord> Call::ownAccountToWrite(const std::string& address) const
{
    MMM_TRY(AccountRecord account, ownAccount(address));
    const bool isAdministrationKey = !caller.device && caller.isAdministrator();
    if (!isAdministrationKey && !isAtHome(account))
        return fail(Fault::ReadOnly, "the account is at another service");
    return account;
}

Result<AccountRecord> Call::openAccount(const std::string& address) const
{
    MMM_TRY(AccountRecord account, openAddress(address));
    return account.isGroup ? fail(Fault::NotFound, "no such account")
                           : Result<AccountRecord>(std::move(account));
}

Result<AccountRecord> Call::openGroup(const std::string& address) const
{
    MMM_TRY(AccountRecord account, openAddress(address));
    return account.isGroup ? Result<AccountRecord>(std::move(account))
                           : fail(Fault::NotFound, "no such group");
}

Result<AccountRecord> Call::knownAddress(const std::string& address) const
{
    MMM_TRY(const AccountAddress parts, parseAddress(address));
    MMM_TRY(const auto account, storage.account(parts.canonical()));
    if (account && account->state == AccountState::Closed && !isAtHome(*account))
        return *account;
    return openAddress(address);
}

Result<AccountRecord> Call::openAddress(const std::string& address) const
{
    MMM_TRY(const AccountAddress parts, parseAddress(address));
    MMM_TRY(const auto account, storage.account(parts.canonical()));
    if (!account || account->state != AccountState::Open)
        return fail(Fault::NotFound, "no such account");
    return *account;
}

} // namespace mmm::service
