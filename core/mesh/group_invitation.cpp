#include "mesh/group_card.h"
#include "mesh/group_flows.h"
#include "mesh/message_flows.h"
#include "schema/key_check.h"
#include "schema/make.h"
#include "service/account_name.h"

#include <algorithm>

/// Invitations to groups and their answers (WIRE E.20.2, step 4).
namespace mmm::mesh {

namespace {

/// What an invitation brings, before it is known whether the group is real.
struct Offer
{
    schema::KeyComposite key;
    std::optional<schema::ActivationGroup> administration;
    dare::Envelope envelope;
    dare::Envelope card; ///< the group's, for the contacts; empty from those who send none
    std::string sender;
};

Result<Offer> openOffer(Membership& member, const schema::GroupInvitation& invitation)
{
    Offer offer;
    offer.envelope = invitation.encryptedPartDecrypt;
    MMM_TRY(const Secret payload, offer.envelope.open(*member.keys->keyRing));
    if (auto activation = encoding::fromTaggedJson<schema::ActivationGroup>(payload)) {
        if (!activation->keyGroup)
            return fail(Fault::Missing, "an invitation without a key");
        offer.key = *activation->keyGroup;
        offer.administration = std::move(*activation);
        return offer;
    }
    MMM_TRY(offer.key, encoding::fromTaggedJson<schema::KeyComposite>(payload));
    return offer;
}

Result<Offer> readOffer(Membership& member, const std::string& messageId)
{
    MMM_TRY(const OpenRequest request, openRequest(member, messageId));
    const auto* invitation = std::get_if<schema::GroupInvitation>(&request.message.message);
    if (!invitation)
        return fail(Fault::WrongType, "not an invitation to a group");
    if (request.speaker.standing != Standing::Contact)
        return fail(Fault::NotAuthorised, "an invitation from somebody who is no contact");
    MMM_TRY(Offer offer, openOffer(member, *invitation));
    offer.card = invitation->envelopedContact;
    offer.sender = request.speaker.address;
    return offer;
}

/// The group of an offer as its service has it: the key must be that group's, and an administrator's the
/// signature.
Result<GroupKeys> groupOf(Membership& member, const Offer& offer,
                          const schema::Verified<schema::ProfileGroup>& profile)
{
    MMM_CHECK(schema::verifyByAny(offer.envelope, profile->keysOnlineSignature));
    if (offer.administration) {
        MMM_TRY(GroupKeys keys, groupKeysOf(*offer.administration, profile));
        const auto isOurs = [&](const schema::PublicKey& key) {
            return keys.administration && key.udf == schema::udfOf(keys.administration->publicKey());
        };
        if (!keys.isAdministrator() || std::ranges::none_of(profile->keysOnlineSignature, isOurs))
            return fail(Fault::Contradiction, "an administration that is none");
        return keys;
    }
    MMM_TRY(schema::GroupPart part, schema::openGroupPart(offer.envelope, *member.keys->keyRing, profile));
    if (part.isWhole())
        return fail(Fault::Contradiction, "a member gets a share");
    return GroupKeys{profile, profile->serviceIds.front(), {}, std::move(part), {}, {}};
}

Status answer(MeshState& state, Membership& member, const std::string& messageId, const Addressee& to,
              store::MessageState decision)
{
    schema::OfferGroup reply;
    schema::Reference reference;
    reference.messageId = messageId;
    reference.relationship = relationshipOf(decision);
    reply.references.push_back(std::move(reference));
    MMM_CHECK(send(state, member, reply, to));
    return member.containers->inbound().setState({messageId}, decision, reply.messageId);
}

/// The key of the sender, who is a contact. With the mutex held.
Result<Addressee> senderOf(Membership& member, const std::string& address)
{
    ContactBook book(member);
    const ContactEntry* contact = book.byAddress(address);
    if (!contact)
        return fail(Fault::NotFound, "no contact has that address");
    MMM_TRY(crypto::PublicKey key, schema::keyOf(contact->card.account->keyEncryption));
    return Addressee{address, std::move(key)};
}

} // namespace

Result<std::string> acceptInvitation(MeshState& state, const std::string& messageId, std::stop_token stop)
{
    const auto member = state.member();
    std::string address;
    std::optional<std::string> known;
    {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(const Offer offer, readOffer(*member, messageId));
        address = offer.key.service;
        if (offer.administration) {
            // whose address is the group's, as the account knows it already
            MMM_TRY(const GroupKeys group, openGroup(*member, offer.administration->groupUdf));
            address = group.address;
            known = group.udf();
        }
    }
    MMM_TRY(const auto profile, lookUpGroup(state, address, stop));
    if (known && profile.udf() != *known)
        return fail(Fault::WrongService, "the address belongs to another group");
    std::string udf;
    {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(const Offer offer, readOffer(*member, messageId));
        MMM_TRY(GroupKeys group, groupOf(*member, offer, profile));
        if (const auto before = openGroup(*member, group.udf())) {
            MMM_CHECK(schema::checkSuccession(*before->profile, *group.profile));
            group.serviceUdf = before->serviceUdf;
        }
        MMM_TRY(const Addressee to, senderOf(*member, offer.sender));
        if (!offer.card.isEmpty()) {
            MMM_TRY(const GroupCard card, verifyGroupCard(offer.card));
            if (card.udf() != group.udf())
                return fail(Fault::Contradiction, "the card of another group");
            MMM_CHECK(takeGroupCard(*member, offer.card, Confirmed::Service));
        }
        MMM_CHECK(putGroup(*member, group));
        MMM_CHECK(answer(state, *member, messageId, to, store::MessageState::Accept));
        udf = group.udf();
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return udf;
}

std::optional<InvitedTo> describeInvitation(Membership& member, const schema::GroupInvitation& invitation)
{
    const auto offer = openOffer(member, invitation);
    if (!offer)
        return std::nullopt;
    if (!offer->administration) {
        const bool isAddress = service::parseAddress(offer->key.service).has_value();
        return InvitedTo{isAddress ? offer->key.service : std::string(), false};
    }
    const auto group = openGroup(member, offer->administration->groupUdf);
    return InvitedTo{group ? group->address : std::string(), true};
}

Status declineInvitation(MeshState& state, const std::string& messageId)
{
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(const OpenRequest request, openRequest(*member, messageId));
        if (!std::holds_alternative<schema::GroupInvitation>(request.message.message))
            return fail(Fault::WrongType, "not an invitation to a group");
        const auto to = senderOf(*member, request.speaker.address);
        // who is no contact is not answered
        MMM_CHECK(to ? answer(state, *member, messageId, *to, store::MessageState::Reject)
                     : member->containers->inbound().setState({messageId}, store::MessageState::Reject));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return {};
}

Result<bool> takeGroupAnswer(Membership& member, const CheckedMessage& message, const Speaker& speaker)
{
    const auto* reply = std::get_if<schema::OfferGroup>(&message.message);
    if (!reply || reply->references.empty() || speaker.standing != Standing::Contact)
        return false;
    store::Spool& outbound = member.containers->outbound();
    for (const schema::Reference& reference : reply->references) {
        const auto sent = outbound.message(reference.messageId);
        const bool isAccepted = reference.relationship == relationshipOf(store::MessageState::Accept);
        const bool isOurs = sent && sent->className == schema::GroupInvitation::className &&
                            hasAddress(*message.sender.account, sent->recipient) &&
                            sent->outcome != store::MessageState::Accept &&
                            sent->outcome != store::MessageState::Reject;
        if (!isOurs || (!isAccepted && reference.relationship != relationshipOf(store::MessageState::Reject)))
            continue;
        MMM_CHECK(outbound.setState({sent->id},
                                    isAccepted ? store::MessageState::Accept : store::MessageState::Reject,
                                    reply->messageId));
        MMM_CHECK(
            member.containers->inbound().setState({reply->messageId}, store::MessageState::Accept, sent->id));
        return true;
    }
    return false;
}

} // namespace mmm::mesh
