#include "mesh/message_flows.h"
#include "schema/key_check.h"
#include "service/account_name.h"

#include <algorithm>

namespace mmm::mesh {

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
            return Addressee{hasAddress(account, wanted.address) ? asciiLower(account.serviceIds.front())
                                                                 : wanted.address,
                             std::move(key)};
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
    return Addressee{account.address, std::move(key)};
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
