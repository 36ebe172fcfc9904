#include "crypto/hash.h"
#include "mesh/entry_codec.h"
#include "mesh/manage_devices.h"
#include "mesh/message_flows.h"
#include "schema/key_check.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

bool isLabelled(const schema::Address& address, std::string_view label)
{
    return std::ranges::find(address.labels, label) != address.labels.end();
}

} // namespace

Result<schema::Contact> ownCard(Membership& member)
{
    const auto id = ContactBook(member).ownId();
    if (!id)
        return schema::Contact();
    MMM_TRY(const schema::AnyContact entry, readContact(member, *id));
    // what stands under "self" without the mesh's own word for it is nobody's card (security 03 §2.8.6)
    std::vector<schema::PublicKey> signers = member.mesh->keysOnlineSignature;
    signers.insert(signers.end(), member.mesh->keysFormerSignature.begin(),
                   member.mesh->keysFormerSignature.end());
    MMM_CHECK(schema::verifyByAny(entry.envelopedContact, signers));
    return schema::payloadOf<schema::Contact>(entry.envelopedContact);
}

Result<schema::Contact> cardVersion(Membership& member, CardVersion version)
{
    MMM_TRY(schema::Contact card, ownCard(member));
    card.legacy.reset();
    card.labels.clear();
    const bool isPublic = version == CardVersion::Public;
    std::erase_if(card.addresses, [&](const schema::Address& address) {
        return isPublic ? !isLabelled(address, publicLabel) : isLabelled(address, privateLabel);
    });
    for (schema::Address& address : card.addresses)
        std::erase_if(address.labels,
                      [](const std::string& label) { return label == publicLabel || label == privateLabel; });
    if (isPublic) {
        card.email.clear();
        card.locations.clear();
        for (schema::Role& role : card.roles) {
            role.addresses.clear();
            role.locations.clear();
        }
    }
    MMM_TRY(const auto profile, schema::verifyProfileAccount(member.keys->profile));
    card.meshAccounts = {profile.envelope()};
    // a new key of the account is news, too
    if (!card.updated || (profile->updated && *card.updated < *profile->updated))
        card.updated = profile->updated;
    return card;
}

Result<dare::Envelope> signedVersion(Membership& member, CardVersion version)
{
    MMM_TRY(schema::Contact card, cardVersion(member, version));
    const MemberKeys& keys = *member.keys;
    if (keys.administration)
        return schema::sealRecord(card, {keys.administration->accountOnlineSignature.get()});
    card.meshAccounts.push_back(keys.connection);
    return schema::sealRecord(card, {keys.signature.get()});
}

Status saveOwnCard(MeshState& state, Membership& member, const schema::Contact& card)
{
    if (!member.keys->administration)
        return fail(Fault::NotAuthorised, "one's own card is written on an administration device");
    // contacts are sent what is newer than they have, and times have whole seconds
    const auto present = ownCard(member);
    const EntryWriter writer{member.keys->administration->signature.get(),
                             laterThan(present ? present->updated : std::nullopt, state.now())};
    schema::AnyContact before;
    if (const auto id = ContactBook(member).ownId()) {
        MMM_TRY(before, readContact(member, *id));
        before.key = *id;
    }
    before.self = true;
    MMM_TRY(const auto entry, EntryCodec<schema::Contact>::toStored(card, &before, writer));
    return putContact(member, entry);
}

Result<bool> shareChangedCard(MeshState& state, Membership& member)
{
    // those who hand out the card's versions are those who may write it
    if (!member.keys->administration)
        return false;
    const store::Catalog& contacts = *member.containers->find(schema::store_name::contact);
    const auto markNow = [&] {
        return std::to_string(contacts.head().count) + ":" + std::to_string(contacts.pendingCount()) + ":" +
               udf::Udf::present(0, crypto::sha512(member.keys->profile.body()), udf::trustBits).text();
    };
    if (member.sharedMark == markNow())
        return false;
    bool isAny = false;
    std::map<CardVersion, std::pair<schema::Contact, dare::Envelope>> versions;
    for (const std::string& id : member.containers->find(schema::store_name::contact)->ids()) {
        const auto stored = readContact(member, id);
        const auto version = stored ? versionOf(stored->shared) : std::nullopt;
        if (!version)
            continue;
        if (!versions.contains(*version)) {
            MMM_TRY(schema::Contact card, cardVersion(member, *version));
            MMM_TRY(dare::Envelope self, signedVersion(member, *version));
            versions.emplace(*version, std::pair(std::move(card), std::move(self)));
        }
        const auto& [card, self] = versions.at(*version);
        if (!stored->sharedUpdated) {
            // the version went along with the request or reply itself
            schema::AnyContact noted = *stored;
            noted.key = id;
            noted.sharedUpdated = card.updated;
            MMM_CHECK(putContact(member, noted));
            continue;
        }
        if (!card.updated || *card.updated <= *stored->sharedUpdated)
            continue;
        const auto theirs = verifyCard(stored->envelopedContact);
        if (!theirs || (*theirs).account->serviceIds.empty())
            continue;
        MMM_TRY(crypto::PublicKey key, schema::keyOf((*theirs).account->keyEncryption));
        schema::RequestContact message;
        message.reply = false;
        message.self = self;
        message.version = stored->shared;
        MMM_CHECK(send(state, member, message, {(*theirs).account->serviceIds.front(), std::move(key)}));
        schema::AnyContact noted = *stored;
        noted.key = id;
        noted.sharedUpdated = card.updated;
        MMM_CHECK(putContact(member, noted));
        isAny = true;
    }
    member.sharedMark = markNow();
    return isAny;
}

} // namespace mmm::mesh
