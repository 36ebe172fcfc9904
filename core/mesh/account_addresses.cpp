#include "mesh/account_addresses.h"

#include "mesh/manage_devices.h"
#include "mesh/message_flows.h"
#include "schema/make.h"
#include "service/account_name.h"

#include <algorithm>

namespace mmm::mesh {

Result<dare::Envelope> withAddresses(const dare::Envelope& present, const AdministrationKeys& keys,
                                     std::vector<std::string> addresses, TimePoint updated)
{
    MMM_TRY(const auto verified, schema::verifyProfileAccount(present));
    schema::ProfileAccount account = *verified;
    account.serviceIds = std::move(addresses);
    account.updated = updated;
    account.notaryToken.clear(); // of the log of a service that may not be the first one any more
    return schema::sealRecord(account, {keys.accountSignature.get(), keys.signature.get()});
}

Result<MeshChange> entriesWith(const MeshState& state, Membership& member, const dare::Envelope& profile,
                               const std::string& address)
{
    if (!member.keys->administration)
        return fail(Fault::NotAuthorised, "not an administration device");
    const auto& online = member.keys->administration->accountOnlineSignature;
    MeshChange change;
    change.profileMesh = member.mesh.envelope();
    change.profileAccount = profile;
    for (const std::string& id : member.containers->devices().ids()) {
        MMM_TRY(schema::CatalogedDevice entry, readDevice(member, id));
        for (schema::AccountEntry& account : entry.accounts) {
            if (account.accountUdf != member.accountUdf)
                continue;
            MMM_TRY(auto connection,
                    schema::payloadOf<schema::ConnectionAccount>(account.envelopedConnectionAccount));
            connection.serviceId = {address};
            connection.updated = state.now();
            MMM_TRY(account.envelopedConnectionAccount, schema::sealRecord(connection, {online.get()}));
            account.envelopedProfileAccount = profile;
        }
        change.entries.push_back(std::move(entry));
    }
    return change;
}

Status writeContactsAnew(Membership& member)
{
    store::Catalog& contacts = *member.containers->find(schema::store_name::contact);
    const std::vector<std::string> conflicts = contacts.conflictIds();
    std::vector<store::Catalog::Item> items;
    for (const std::string& id : contacts.ids()) {
        auto payload = contacts.read(id);
        if (payload && std::ranges::find(conflicts, id) == conflicts.end())
            items.push_back({id, std::move(*payload)});
    }
    return items.empty() ? Status() : contacts.putMany(std::move(items));
}

Status nameOnCard(MeshState& state, Membership& member, const std::vector<std::string>& addresses,
                  const std::vector<std::string>& gone)
{
    const auto uriOf = [](const std::string& address) { return "mesh:" + address; };
    auto card = ownCard(member);
    if (!card)
        return {}; // what is not the mesh's own word is not made so
    const auto isMeant = [&](const schema::Address& known) {
        const auto is = [&](const std::string& address) { return asciiLower(known.uri) == uriOf(address); };
        return std::ranges::any_of(addresses, is) || std::ranges::any_of(gone, is);
    };
    const auto first = std::ranges::find_if(card->addresses, isMeant);
    if (first == card->addresses.end())
        return {};
    const schema::Address pattern = *first;
    std::vector<schema::Address> named;
    for (const std::string& address : addresses) {
        schema::Address& entry = named.emplace_back(pattern);
        entry.uri = uriOf(address);
    }
    const auto place = first - card->addresses.begin();
    std::vector<schema::Address> changed = card->addresses;
    std::erase_if(changed, isMeant);
    changed.insert(changed.begin() + place, named.begin(), named.end());
    const bool isSame =
        std::ranges::equal(changed, card->addresses, {}, &schema::Address::uri, &schema::Address::uri);
    if (isSame)
        return {};
    card->addresses = std::move(changed);
    card->updated = state.now();
    return saveOwnCard(state, member, *card);
}

} // namespace mmm::mesh
