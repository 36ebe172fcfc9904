#include "mesh/ceremonies.h"
#include "mesh/entry_codec.h"
#include "mesh/group_flows.h"
#include "mesh/message_flows.h"
#include "schema/any.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

MessageState shownState(store::MessageState state)
{
    switch (state) {
    case store::MessageState::Unread:
        return MessageState::Unread;
    case store::MessageState::Read:
        return MessageState::Read;
    case store::MessageState::Accept:
        return MessageState::Accepted;
    case store::MessageState::Reject:
        return MessageState::Rejected;
    case store::MessageState::Sent:
        return MessageState::Sent;
    case store::MessageState::Received:
        return MessageState::Received;
    case store::MessageState::Failed:
        return MessageState::Failed;
    case store::MessageState::Full:
        return MessageState::RecipientFull;
    case store::MessageState::Deleted:
        break;
    }
    return MessageState::Deleted;
}

bool isOpen(MessageState state)
{
    return state == MessageState::Unread || state == MessageState::Read;
}

MessageKind kindOf(std::string_view className)
{
    if (className == schema::AcknowledgeConnection::className)
        return MessageKind::ConnectionRequest;
    if (className == schema::MessagePIN::className)
        return MessageKind::PinIssued;
    if (className == schema::RequestContact::className)
        return MessageKind::ContactRequest;
    if (className == schema::ReplyContact::className)
        return MessageKind::ContactReply;
    if (className == schema::RequestConfirmation::className)
        return MessageKind::ConfirmationRequest;
    if (className == schema::ResponseConfirmation::className)
        return MessageKind::ConfirmationResponse;
    if (className == schema::RequestTask::className)
        return MessageKind::TaskProposal;
    if (className == schema::OfferGroup::className)
        return MessageKind::GroupOffer;
    return className == schema::GroupInvitation::className ? MessageKind::GroupInvitation
                                                           : MessageKind::Other;
}

/// False if it is none, whatever it calls itself.
bool describeRequest(store::Spool& spool, MessageInfo& info, TimePoint now)
{
    info.expires = info.when + requestLifetime;
    if (isOpen(info.state) && *info.expires < now)
        info.state = MessageState::Expired;
    const auto envelope = spool.envelope(info.id);
    if (!envelope)
        return false;
    const auto acknowledgement = schema::payloadOf<schema::AcknowledgeConnection>(*envelope);
    if (!acknowledgement)
        return false;
    info.witness = acknowledgement->witness;
    const auto request =
        schema::payloadOf<schema::RequestConnection>(acknowledgement->envelopedRequestConnection);
    if (!request)
        return false;
    if (const auto device = schema::payloadOf<schema::ProfileDevice>(request->envelopedProfileDevice)) {
        info.from = device->description;
        info.subject = device->description;
    }
    return true;
}

/// What the message says, of the classes that say something.
void describeContent(const schema::AnyMessage& message, MessageInfo& info, TimePoint now)
{
    if (const auto* contact = schema::asBase<schema::RequestContact>(message)) {
        info.text = contact->subject;
        info.wantsReply = contact->reply.value_or(false);
        info.needsAnswer = true;
    } else if (const auto* asked = std::get_if<schema::RequestConfirmation>(&message)) {
        info.text = asked->text;
        info.expires = confirmationEnd(*asked, info.when);
        info.needsAnswer = true;
    } else if (const auto* answer = std::get_if<schema::ResponseConfirmation>(&message)) {
        info.answer = answer->accept;
        if (answer->request)
            info.text = answer->request->text;
    } else if (const auto* proposal = std::get_if<schema::RequestTask>(&message)) {
        if (const auto task = schema::payloadOf<schema::Task>(proposal->envelopedTask))
            info.text = task->title;
        info.needsAnswer = true;
    } else if (const auto* offer = std::get_if<schema::OfferGroup>(&message)) {
        info.text = offer->text;
        if (!offer->references.empty())
            info.answer = offer->references.front().relationship == "Accept";
    } else if (const auto* invitation = std::get_if<schema::GroupInvitation>(&message)) {
        info.text = invitation->text;
        info.needsAnswer = true;
    }
    const bool isAnswerable =
        isOpen(info.state) || info.state == MessageState::Sent || info.state == MessageState::Received ||
        info.state == MessageState::RecipientFull || info.state == MessageState::Waiting;
    if (info.expires && *info.expires < now && isAnswerable && info.kind == MessageKind::ConfirmationRequest)
        info.state = MessageState::Expired;
    info.needsAnswer = info.needsAnswer && isOpen(info.state);
}

void describeInbound(MeshState& state, Membership& member, ContactBook& book, MessageInfo& info)
{
    const auto checked = checkedMessage(member, info.id);
    if (!checked) {
        info.speaker.standing = Standing::Refused;
        info.speaker.refusal = checked.error().fault;
        return;
    }
    info.speaker = speakerOf(*checked, book);
    info.from = info.speaker.address;
    if (info.speaker.standing == Standing::Refused)
        return;
    describeContent(checked->message, info, state.now());
    if (info.speaker.contactId.empty())
        return;
    if (const auto entry = readContact(member, info.speaker.contactId))
        info.isHeld = rightTo(entry->permissions, info.className) == Right::Hold;
}

MessageInfo describe(MeshState& state, Membership& member, ContactBook& book, bool isInbox,
                     const store::SpooledMessage& message)
{
    store::Spool& spool = isInbox ? member.containers->inbound() : member.containers->outbound();
    MessageInfo info;
    info.id = message.id;
    info.className = message.className;
    info.kind = kindOf(message.className);
    info.from = isInbox ? message.sender : message.recipient;
    info.state = shownState(message.state);
    info.when = message.created;
    if (info.kind == MessageKind::ConnectionRequest) {
        if (!describeRequest(spool, info, state.now())) {
            info.kind = MessageKind::Other;
            info.speaker.standing = Standing::Refused;
            info.speaker.refusal = Fault::Malformed;
        }
    } else if (isInbox && !message.isOwn) {
        describeInbound(state, member, book, info);
    } else if (const auto payload = spool.read(message.id)) {
        if (const auto own = schema::readMessage(*payload))
            describeContent(*own, info, state.now());
        info.needsAnswer = false;
    }
    return info;
}

MessageInfo describe(MeshState& state, Membership& member, const OutboxItem& item)
{
    MessageInfo info;
    info.id = item.messageId;
    info.className = item.messageClass;
    info.kind = kindOf(item.messageClass);
    info.from = item.recipient;
    info.state = item.isRemoved()     ? MessageState::Deleted
                 : item.fault.empty() ? MessageState::Waiting
                                      : MessageState::Failed;
    info.when = item.created.value_or(TimePoint());
    if (const auto payload = item.message.open(*member.keys->keyRing)) {
        if (const auto own = schema::readMessage(*payload))
            describeContent(*own, info, state.now());
    }
    info.needsAnswer = false;
    return info;
}

/// Where messages are.
struct Places
{
    std::vector<std::string> inbound;
    std::vector<std::string> outbound; ///< also those of which nothing is known
    std::vector<std::string> waiting;  ///< on this device alone
};

Places placesOf(Membership& member, const std::vector<std::string>& ids)
{
    Places places;
    for (const std::string& id : ids) {
        const bool isWaiting = member.outbox->find(id) != nullptr;
        if (isWaiting)
            places.waiting.push_back(id);
        if (member.containers->inbound().message(id))
            places.inbound.push_back(id);
        else if (!isWaiting || member.containers->outbound().message(id))
            places.outbound.push_back(id);
    }
    return places;
}

Status setRemoved(Membership& member, const std::vector<std::string>& ids, bool isRemoved)
{
    for (const std::string& id : ids) {
        MMM_CHECK(member.outbox->change(
            id, [&](OutboxItem& item) { item.removed = isRemoved ? std::optional(true) : std::nullopt; }));
    }
    return {};
}

} // namespace

Result<CheckedMessage> checkedMessage(Membership& member, const std::string& messageId)
{
    auto& known = member.checked[messageId];
    if (!known) {
        const auto envelope = member.containers->inbound().envelope(messageId);
        known = std::make_shared<const Result<CheckedMessage>>(
            envelope ? checkMessage(*envelope, *member.keys->keyRing, member.addresses())
                     : Result<CheckedMessage>(tl::unexpected<Error>(envelope.error())));
    }
    return *known;
}

Result<OpenRequest> openRequest(Membership& member, const std::string& messageId)
{
    const auto spooled = member.containers->inbound().message(messageId);
    if (!spooled)
        return fail(Fault::NotFound, "no such message");
    if (!isOpen(shownState(spooled->state)))
        return fail(Fault::Expired, "the request has been answered or is over");
    MMM_TRY(CheckedMessage message, checkedMessage(member, messageId));
    ContactBook book(member);
    Speaker speaker = speakerOf(message, book);
    if (speaker.standing == Standing::Refused)
        return fail(Fault::NotAuthorised, "the sender is not who it claims to be");
    if (!speaker.contactId.empty()) {
        MMM_TRY(const auto entry, readContact(member, speaker.contactId));
        if (rightTo(entry.permissions, schema::classNameOf(message.message)) == Right::Reject)
            return fail(Fault::NotAuthorised, "the sender is blocked");
    }
    return OpenRequest{std::move(message), std::move(speaker)};
}

Result<std::vector<MessageInfo>> listMessages(MeshState& state, bool isInbox, bool isDeleted)
{
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    store::Spool& spool = isInbox ? member->containers->inbound() : member->containers->outbound();
    ContactBook book(*member);
    std::vector<MessageInfo> list;
    for (const store::SpooledMessage& message : isDeleted ? spool.deletedMessages() : spool.messages())
        list.push_back(describe(state, *member, book, isInbox, message));
    if (!isInbox) {
        for (const OutboxItem& item : member->outbox->items()) {
            if (item.isRemoved() == isDeleted && !spool.message(item.messageId))
                list.push_back(describe(state, *member, item));
        }
    }
    std::ranges::reverse(list); // the newest first
    return list;
}

Result<MessageDetail> readMessage(MeshState& state, const std::string& messageId)
{
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    ContactBook book(*member);
    MessageDetail detail;
    detail.canConfirm = schema::isPermitted(member->keys->permissions, "Confirmation");
    schema::AnyMessage message;
    if (const auto in = member->containers->inbound().message(messageId)) {
        detail.info = describe(state, *member, book, true, *in);
        const auto checked =
            in->isOwn ? Result<CheckedMessage>(fail(Fault::NotFound)) : checkedMessage(*member, messageId);
        if (checked && detail.info.speaker.standing != Standing::Refused)
            message = checked->message;
    } else if (const auto out = member->containers->outbound().message(messageId)) {
        detail.info = describe(state, *member, book, false, *out);
        MMM_TRY(const Secret payload, member->containers->outbound().read(messageId));
        MMM_TRY(message, schema::readMessage(payload));
    } else if (const OutboxItem* item = member->outbox->find(messageId)) {
        detail.info = describe(state, *member, *item);
        MMM_TRY(const Secret payload, item->message.open(*member->keys->keyRing));
        MMM_TRY(message, schema::readMessage(payload));
    } else {
        return fail(Fault::NotFound, "no such message");
    }
    if (const auto* contact = schema::asBase<schema::RequestContact>(message)) {
        if (auto card = verifyCard(contact->self))
            detail.card = std::move(card->card);
    } else if (const auto* proposal = std::get_if<schema::RequestTask>(&message)) {
        if (auto task = schema::payloadOf<schema::Task>(proposal->envelopedTask))
            detail.task = std::move(*task);
    } else if (const auto* invitation = std::get_if<schema::GroupInvitation>(&message)) {
        detail.group = describeInvitation(*member, *invitation);
    }
    return detail;
}

Status rejectMessage(MeshState& state, const std::string& messageId)
{
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        MMM_CHECK(member->containers->inbound().setState({messageId}, store::MessageState::Reject));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return {};
}

Status sendAgain(MeshState& state, const std::string& messageId)
{
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        const OutboxItem* item = member->outbox->find(messageId);
        if (!item || item->fault.empty() || item->isRemoved())
            return fail(Fault::NotFound, "no message that failed");
        MMM_CHECK(member->outbox->change(messageId, [](OutboxItem& i) {
            i.fault.clear();
            i.attempts = 0;
        }));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return {};
}

Status markMessages(MeshState& state, const std::vector<std::string>& messageIds, MessageState messageState)
{
    store::MessageState wanted = store::MessageState::Read;
    switch (messageState) {
    case MessageState::Read:
        break;
    case MessageState::Unread:
        wanted = store::MessageState::Unread;
        break;
    case MessageState::Deleted:
        wanted = store::MessageState::Deleted;
        break;
    default:
        return fail(Fault::Unsupported, "not a state that a person sets");
    }
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        const Places places = placesOf(*member, messageIds);
        if (wanted == store::MessageState::Deleted)
            MMM_CHECK(setRemoved(*member, places.waiting, true));
        if (!places.inbound.empty())
            MMM_CHECK(member->containers->inbound().setState(places.inbound, wanted));
        if (!places.outbound.empty())
            MMM_CHECK(member->containers->outbound().setState(places.outbound, wanted));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return {};
}

Status restoreMessages(MeshState& state, const std::vector<std::string>& messageIds)
{
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        const Places places = placesOf(*member, messageIds);
        MMM_CHECK(setRemoved(*member, places.waiting, false));
        MMM_CHECK(member->containers->inbound().restore(places.inbound));
        MMM_CHECK(member->containers->outbound().restore(places.outbound));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return {};
}

} // namespace mmm::mesh
