#include "mesh/group_card.h"

#include "crypto/hash.h"
#include "mesh/group_service.h"
#include "schema/key_check.h"
#include "schema/make.h"
#include "service/account_name.h"
#include "udf/udf.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

constexpr std::string_view scheme = "mesh:";
constexpr std::size_t nonceOctets = 16;

store::Catalog& contacts(Membership& member)
{
    return *member.containers->find(schema::store_name::contact);
}

/// Contacts are named by nonces. That of a group follows from the group, so that two devices that take the
/// same card in at once make one entry.
std::string keyOf(const std::string& groupUdf)
{
    const Bytes digest = crypto::sha512(bytesOf("CatalogedContactRecryption " + groupUdf));
    return udf::Udf::whole(udf::Type::Nonce, BytesView(digest).first(nonceOctets)).text();
}

/// The key of this account, if the present profile lists it.
bool mayAdminister(const GroupKeys& keys)
{
    return keys.administration &&
           std::ranges::any_of(keys.profile->keysOnlineSignature,
                               [own = schema::udfOf(keys.administration->publicKey())](
                                   const schema::PublicKey& key) { return key.udf == own; });
}

/// An entry with another card in it: what the person changed in the old one stays beside the new one.
void replaceCard(schema::AnyContact& entry, const schema::Contact& before, const dare::Envelope& envelope,
                 const schema::Contact& card)
{
    if (entry.local)
        entry.local = mergeCard(before, *entry.local, card);
    if (entry.local == card)
        entry.local.reset();
    entry.envelopedContact = envelope;
}

schema::AnyContact newEntry(const std::string& groupUdf)
{
    schema::AnyContact entry;
    entry.isGroup = true;
    entry.key = keyOf(groupUdf);
    return entry;
}

bool isNewer(const GroupCard& card, const GroupCard& known)
{
    const TimePoint now = card.card.updated.value_or(TimePoint());
    const TimePoint before = known.card.updated.value_or(TimePoint());
    return before < now || (before == now && card.isSigned && !known.isSigned);
}

} // namespace

Result<GroupCard> readGroupCard(const dare::Envelope& envelope)
{
    MMM_TRY(schema::Contact card, schema::payloadOf<schema::Contact>(envelope));
    std::optional<schema::Verified<schema::ProfileGroup>> group;
    for (const dare::Envelope& one : card.meshAccounts) {
        // nobody's account becomes that of a contact in passing
        if (schema::payloadOf<schema::ProfileAccount>(one))
            return fail(Fault::Contradiction, "a card of a group and of somebody's account");
        if (!schema::payloadOf<schema::ProfileGroup>(one))
            continue;
        if (group)
            return fail(Fault::Contradiction, "a card of two groups");
        MMM_TRY(group, schema::verifyProfileGroup(one));
    }
    if (!group || (*group)->serviceIds.empty())
        return fail(Fault::Missing, "a card that names no group");
    MMM_CHECK(schema::keyOf((*group)->keyEncryption));
    const std::string address = asciiLower((*group)->serviceIds.front());
    MMM_CHECK(service::parseAddress(address));
    for (const schema::Address& one : card.addresses) {
        if (one.uri.starts_with(scheme) &&
            asciiLower(std::string_view(one.uri).substr(scheme.size())) != address)
            return fail(Fault::Contradiction, "the card has another address than the group");
    }
    const bool isSigned = !envelope.signatures().empty() &&
                          schema::verifyByAny(envelope, (*group)->keysOnlineSignature).has_value();
    return GroupCard{std::move(card), std::move(*group), address, isSigned};
}

Result<GroupCard> verifyGroupCard(const dare::Envelope& envelope)
{
    MMM_TRY(GroupCard card, readGroupCard(envelope));
    // asked once more for what is wrong
    if (!card.isSigned)
        MMM_CHECK(schema::verifyByAny(envelope, card.group->keysOnlineSignature));
    return card;
}

Result<dare::Envelope> makeGroupCard(const GroupKeys& keys)
{
    schema::Contact card;
    card.fullName = keys.address.substr(0, keys.address.find('@'));
    card.updated = keys.profile->updated;
    schema::Address address;
    address.uri = std::string(scheme) + asciiLower(keys.address);
    card.addresses.push_back(std::move(address));
    card.meshAccounts = {keys.profile.envelope()};
    std::vector<const crypto::PrivateKey*> signers;
    if (mayAdminister(keys))
        signers.push_back(keys.administration.get());
    return schema::sealRecord(card, signers);
}

std::optional<GroupContact> findGroupContact(Membership& member, const std::string& groupUdf)
{
    std::optional<GroupContact> found;
    for (const store::Row& row : contacts(member).rows()) {
        if (row.className != schema::CatalogedContactRecryption::className)
            continue;
        auto stored = readContact(member, row.id);
        auto card =
            stored ? readGroupCard(stored->envelopedContact) : Result<GroupCard>(fail(Fault::Missing));
        if (!card || card->udf() != groupUdf || (found && !card->isSigned))
            continue;
        stored->key = row.id;
        found = GroupContact{row.id, std::move(*stored), std::move(*card)};
        if (found->card.isSigned)
            break;
    }
    return found;
}

Result<std::string> takeGroupCard(Membership& member, const dare::Envelope& envelope, Confirmed confirmed)
{
    MMM_TRY(const GroupCard card, verifyGroupCard(envelope));
    schema::AnyContact entry = newEntry(card.udf());
    if (const auto known = findGroupContact(member, card.udf())) {
        entry = known->stored;
        if (isNewer(card, known->card)) {
            MMM_CHECK(schema::checkSuccession(*known->card.group, *card.group));
            replaceCard(entry, known->card.card, envelope, card.card);
        }
    } else {
        entry.envelopedContact = envelope;
    }
    if (confirmed == Confirmed::Service)
        entry.confirmed = "Service";
    MMM_CHECK(putContact(member, entry));
    return entry.key;
}

Status keepGroupCard(Membership& member, const GroupKeys& keys, bool isNew)
{
    const auto known = findGroupContact(member, keys.udf());
    // whom the person has taken off the contacts stays off
    if (!known && !isNew)
        return {};
    const bool isPresent = known && known->card.group.envelope() == keys.profile.envelope();
    const bool canSign = mayAdminister(keys);
    if (known && (canSign ? isPresent && known->card.isSigned : isPresent || known->card.isSigned))
        return {};
    MMM_TRY(const dare::Envelope envelope, makeGroupCard(keys));
    MMM_TRY(const GroupCard card, readGroupCard(envelope));
    schema::AnyContact entry = known ? known->stored : newEntry(keys.udf());
    if (known)
        replaceCard(entry, known->card.card, envelope, card.card);
    else
        entry.envelopedContact = envelope;
    entry.confirmed = "Service"; // which gave the profile, or took it
    return putContact(member, entry);
}

Status removeGroupCard(Membership& member, const std::string& groupUdf)
{
    const auto known = findGroupContact(member, groupUdf);
    return known ? contacts(member).remove(known->id) : Status();
}

Result<dare::Envelope> cardToPassOn(Membership& member, const std::string& groupUdf)
{
    const auto keys = openGroup(member, groupUdf);
    if (keys && mayAdminister(*keys))
        return makeGroupCard(*keys);
    const auto known = findGroupContact(member, groupUdf);
    if (!known && !keys)
        return fail(Fault::NotFound, "no such group");
    if (!known || !known->card.isSigned)
        return fail(Fault::NotAuthorised, "no card that an administrator has signed");
    return known->stored.envelopedContact;
}

Result<Confirmed> confirmGroup(MeshState& state, const GroupCard& card, std::stop_token stop)
{
    const auto group = lookUpGroup(state, card.address, stop);
    if (!group)
        return isUnanswered(group.error().fault) ? Result<Confirmed>(Confirmed::No)
                                                 : tl::unexpected<Error>(group.error());
    if (group->udf() != card.udf())
        return fail(Fault::NotAuthorised, "the address belongs to another group");
    return Confirmed::Service;
}

} // namespace mmm::mesh
