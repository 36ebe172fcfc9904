#include "mesh/message_flows.h"
#include "schema/key_check.h"
#include "service/account_name.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

/// The addresses of an account besides one of them, as its profile and its owner's card name them.
std::vector<std::string> othersOf(const schema::ProfileAccount& account, const schema::Contact* card,
                                  const std::string& first)
{
    constexpr std::size_t mostOthers = 4; // as many services as an account is at besides the first one
    constexpr std::string_view scheme = "mesh:";
    std::vector<std::string> named = account.serviceIds;
    for (const schema::Address& address : card ? card->addresses : std::vector<schema::Address>()) {
        if (asciiLower(address.uri).starts_with(scheme))
            named.push_back(address.uri.substr(scheme.size()));
    }
    std::vector<std::string> others;
    for (const std::string& name : named) {
        const auto parts = service::parseAddress(asciiLower(name));
        if (!parts || others.size() == mostOthers)
            continue;
        std::string address = parts->canonical();
        if (address != first && std::ranges::find(others, address) == others.end())
            others.push_back(std::move(address));
    }
    return others;
}

} // namespace

Result<Addressee> addressee(MeshState& state, const std::string& address, bool mustBeContact,
                            std::stop_token stop)
{
    MMM_TRY(const PersonAddress wanted, PersonAddress::parse(address));
    const auto member = state.member();
    if (wanted.address == member->address())
        return fail(Fault::NameInvalid, "one's own address");
    {
        const std::scoped_lock lock(member->mutex);
        ContactBook book(*member);
        if (const ContactEntry* contact = book.byAddress(wanted.address)) {
            MMM_TRY(crypto::PublicKey key, schema::keyOf(contact->card.account->keyEncryption));
            const schema::ProfileAccount& account = *contact->card.account;
            // where the contact is now, if that is an address of the past
            const std::string first =
                hasAddress(account, wanted.address) ? asciiLower(account.serviceIds.front()) : wanted.address;
            return Addressee{first, std::move(key), othersOf(account, &contact->card.card, first)};
        }
    }
    const auto known = lookUp(state, wanted, stop);
    if (mustBeContact) {
        // a contact who has moved, and whose new card is still on its way
        const std::scoped_lock lock(member->mutex);
        if (!known || !ContactBook(*member).byAccount(known->account.udf()))
            return fail(Fault::NotFound, "no contact has that address");
    }
    MMM_TRY(const KnownAccount account, known);
    MMM_TRY(crypto::PublicKey key, schema::keyOf(account.account->keyEncryption));
    return Addressee{account.address, std::move(key), othersOf(*account.account, nullptr, account.address)};
}

Status checkRole(Membership& member, const std::string& role)
{
    if (role.empty())
        return {};
    MMM_TRY(const schema::Contact card, ownCard(member));
    const auto is = [&](const schema::Role& one) { return one.companyName == role; };
    return std::ranges::any_of(card.roles, is) ? Status()
                                               : fail(Fault::NotFound, "not a role of one's own card");
}

} // namespace mmm::mesh
