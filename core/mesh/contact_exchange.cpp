#include "mesh/group_card.h"
#include "mesh/message_flows.h"
#include "schema/key_check.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

const schema::RequestContact* contactMessage(const schema::AnyMessage& message)
{
    return schema::asBase<schema::RequestContact>(message);
}

/// The card in a message must be the sender's own: nobody introduces somebody else.
Result<VerifiedCard> cardOf(const CheckedMessage& message)
{
    const schema::RequestContact* request = contactMessage(message.message);
    if (!request)
        return fail(Fault::WrongType, "not a message about contacts");
    MMM_TRY(VerifiedCard card, verifyCard(request->self));
    if (card.account.udf() != message.sender.account.udf())
        return fail(Fault::Contradiction, "the card is not the sender's");
    return card;
}

/// Whether the service of the sender's address knows the account under it. A service that cannot be asked
/// now leaves it open; one that knows better ends it.
Result<Confirmed> confirmAtService(MeshState& state, const std::string& address,
                                   const std::string& accountUdf, std::stop_token stop)
{
    MMM_TRY(const PersonAddress wanted, PersonAddress::parse(address));
    const auto account = lookUp(state, wanted, stop);
    if (account) {
        if (account->account.udf() != accountUdf)
            return fail(Fault::NotAuthorised, "the address belongs to another account");
        return Confirmed::Service;
    }
    return isUnanswered(account.error().fault) ? Result<Confirmed>(Confirmed::No)
                                               : tl::unexpected<Error>(account.error());
}

} // namespace

Result<FoundAccount> findAccount(MeshState& state, const std::string& address, std::stop_token stop)
{
    MMM_TRY(const PersonAddress wanted, PersonAddress::parse(address));
    MMM_TRY(const KnownAccount account, lookUp(state, wanted, stop));
    FoundAccount found;
    found.address = account.address;
    found.accountUdf = account.account.udf();
    found.isStrong = wanted.subject.has_value();
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    ContactBook book(*member);
    if (const ContactEntry* contact = book.byAccount(found.accountUdf))
        found.contactId = contact->id;
    return found;
}

Result<std::string> askForContact(MeshState& state, const ContactWish& wish, std::stop_token stop)
{
    MMM_TRY(const PersonAddress wanted, PersonAddress::parse(wish.address));
    const auto member = state.member();
    if (wanted.address == member->address())
        return fail(Fault::NameInvalid, "one's own address");
    MMM_TRY(const KnownAccount account, lookUp(state, wanted, stop));
    MMM_TRY(crypto::PublicKey key, schema::keyOf(account.account->keyEncryption));
    schema::RequestContact message;
    {
        const std::scoped_lock lock(member->mutex);
        MMM_CHECK(checkRole(*member, wish.role));
        message.reply = wish.reply;
        message.subject = wish.subject;
        message.version = wordOf(wish.version);
        message.role = wish.role;
        MMM_TRY(message.self, signedVersion(*member, wish.version));
        MMM_CHECK(send(state, *member, message, {account.address, std::move(key)}));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return message.messageId;
}

Result<std::string> acceptContact(MeshState& state, const std::string& messageId,
                                  std::optional<CardVersion> answer, std::stop_token stop)
{
    const auto member = state.member();
    std::string address;
    std::string accountUdf;
    {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(const OpenRequest request, openRequest(*member, messageId));
        MMM_CHECK(cardOf(request.message));
        address = request.speaker.address;
        accountUdf = request.speaker.accountUdf;
    }
    MMM_TRY(const Confirmed confirmed, confirmAtService(state, address, accountUdf, stop));
    std::string id;
    {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(const OpenRequest request, openRequest(*member, messageId));
        MMM_TRY(const VerifiedCard card, cardOf(request.message));
        CardArrival arrival{contactMessage(request.message.message)->self, messageId, confirmed, answer, {}};
        std::string replyId;
        if (answer) {
            MMM_TRY(const schema::Contact own, cardVersion(*member, *answer));
            arrival.sharedUpdated = own.updated;
            MMM_TRY(crypto::PublicKey key, schema::keyOf(card.account->keyEncryption));
            schema::ReplyContact reply;
            reply.version = wordOf(*answer);
            MMM_TRY(reply.self, signedVersion(*member, *answer));
            schema::Reference reference;
            reference.messageId = messageId;
            reference.relationship = relationshipOf(store::MessageState::Accept);
            reply.references.push_back(std::move(reference));
            MMM_CHECK(send(state, *member, reply, {address, std::move(key)}));
            replyId = reply.messageId;
        }
        MMM_TRY(id, takeCard(*member, arrival));
        MMM_CHECK(member->containers->inbound().setState({messageId}, store::MessageState::Accept, replyId));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return id;
}

Result<bool> takeContactMessage(MeshState& state, Membership& member, const CheckedMessage& message,
                                const Speaker& speaker)
{
    const schema::RequestContact* request = contactMessage(message.message);
    if (!request)
        return false;
    const auto card = cardOf(message);
    if (!card)
        return false; // shown, with what is wrong, when it is looked at
    store::Spool& inbound = member.containers->inbound();
    store::Spool& outbound = member.containers->outbound();
    const std::string& id = message.base().messageId;
    const auto accept = [&](const std::string& answer = {}) {
        return inbound.setState({id}, store::MessageState::Accept, answer);
    };

    // the answer to a code that was shown in person
    if (const auto code = answeredCode(state, member, *request)) {
        MMM_CHECK(takeCard(member, {request->self, id, Confirmed::InPerson, code->version}));
        MMM_CHECK(inbound.setState({code->pinMessageId}, store::MessageState::Accept, id));
        MMM_CHECK(accept());
        return true;
    }
    // the reply to a request of ours
    if (std::holds_alternative<schema::ReplyContact>(message.message)) {
        for (const schema::Reference& reference : request->references) {
            const auto asked = outbound.message(reference.messageId);
            if (!asked || asked->className != schema::RequestContact::className ||
                asked->outcome == store::MessageState::Accept ||
                !hasAddress(*message.sender.account, asked->recipient))
                continue;
            MMM_TRY(const Secret payload, outbound.read(asked->id));
            MMM_TRY(const auto ours, encoding::fromTaggedJson<schema::RequestContact>(payload));
            const auto given = schema::payloadOf<schema::Contact>(ours.self);
            MMM_CHECK(takeCard(member, {request->self, id, Confirmed::Service, versionOf(ours.version),
                                        given ? given->updated : std::nullopt}));
            MMM_CHECK(outbound.setState({asked->id}, store::MessageState::Accept, id));
            MMM_CHECK(accept(asked->id));
            return true;
        }
    }
    // a newer card of somebody whom we know
    if (speaker.standing == Standing::Contact && !request->reply.value_or(false)) {
        MMM_CHECK(takeCard(member, {request->self, id, Confirmed::No}));
        MMM_CHECK(accept());
        return true;
    }
    return false;
}

Result<ContactTrust> contactTrust(MeshState& state, const std::string& contactId)
{
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    MMM_TRY(const schema::AnyContact entry, readContact(*member, contactId));
    ContactTrust trust;
    trust.isOwn = entry.self.value_or(false);
    if (trust.isOwn) {
        trust.isVerified = ownCard(*member).has_value();
        trust.address = member->address();
        trust.accountUdf = member->accountUdf;
        return trust;
    }
    trust.rights = rightsOf(entry.permissions);
    trust.shared = versionOf(entry.shared);
    trust.confirmed = entry.confirmed == "InPerson"  ? Confirmed::InPerson
                      : entry.confirmed == "Service" ? Confirmed::Service
                                                     : Confirmed::No;
    if (entry.isGroup) {
        trust.isGroup = true;
        if (const auto card = readGroupCard(entry.envelopedContact)) {
            trust.isVerified = card->isSigned;
            trust.accountUdf = card->udf();
            trust.address = card->address;
            trust.updated = card->card.updated;
            trust.isMember = openGroup(*member, card->udf()).has_value();
        }
        return trust;
    }
    if (const auto card = verifyCard(entry.envelopedContact)) {
        trust.isVerified = true;
        trust.accountUdf = card->account.udf();
        trust.updated = card->card.updated;
        if (!card->account->serviceIds.empty())
            trust.address = card->account->serviceIds.front();
        if (!card->card.roles.empty())
            trust.organisation = card->card.roles.front().companyName;
    }
    return trust;
}

Status setRights(MeshState& state, const std::string& contactId, const ContactRights& rights)
{
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    MMM_TRY(schema::AnyContact entry, readContact(*member, contactId));
    if (entry.self.value_or(false) || entry.isGroup)
        return fail(Fault::Unsupported, "the card of nobody who sends messages");
    entry.key = contactId;
    applyRights(entry.permissions, rights);
    return putContact(*member, entry);
}

} // namespace mmm::mesh
