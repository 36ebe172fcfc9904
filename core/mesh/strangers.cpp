#include "mesh/message_flows.h"
#include "schema/catalog.h"
#include "schema/make.h"
#include "schema/messages.h"
#include "service/storage.h"

/// What those may send whom the account does not know: the contact "*" (WIRE F.7, rule 6). It has a card
/// without a name, so that it reads as any other entry, and is listed nowhere (account_catalog.h).
namespace mmm::mesh {

namespace {

std::string id()
{
    return std::string(service::everybody);
}

store::Catalog& contactsOf(Membership& member)
{
    return *member.containers->find(schema::store_name::contact);
}

} // namespace

Result<Right> rightOfStrangers(Membership& member)
{
    if (!contactsOf(member).contains(id()))
        return Right::Default;
    MMM_TRY(const schema::AnyContact entry, readContact(member, id()));
    return rightTo(entry.permissions, schema::RequestContact::className);
}

Status setRightOfStrangers(Membership& member, Right right)
{
    MMM_TRY(const Right before, rightOfStrangers(member));
    if (before == right)
        return {};
    schema::AnyContact entry;
    if (contactsOf(member).contains(id())) {
        MMM_TRY(entry, readContact(member, id()));
    } else {
        MMM_TRY(entry.envelopedContact, schema::sealRecord(schema::Contact(), {}));
    }
    entry.key = id();
    ContactRights rights = rightsOf(entry.permissions);
    rights.isBlocked = false; // nothing else of a stranger's is accepted anyway
    rights.classes[std::string(schema::RequestContact::className)] = right;
    applyRights(entry.permissions, rights);
    return putContact(member, entry);
}

Status settleStrangers(Membership& member)
{
    const auto conflict = contactsOf(member).conflict(id());
    return conflict ? contactsOf(member).resolve(id(), conflict->theirs) : Status();
}

} // namespace mmm::mesh
