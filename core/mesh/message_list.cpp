#include "mesh/ceremonies.h"
#include "schema/any.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

constexpr std::chrono::hours requestLifetime{24};

MessageState stateOf(const store::SpooledMessage& message, TimePoint now)
{
    switch (message.state) {
    case store::MessageState::Unread:
    case store::MessageState::Read:
        if (message.className == schema::AcknowledgeConnection::className &&
            message.created + requestLifetime < now)
            return MessageState::Expired;
        return message.state == store::MessageState::Read ? MessageState::Read : MessageState::Unread;
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
    case store::MessageState::Deleted:
        return MessageState::Deleted;
    }
    return MessageState::Unread;
}

void describeRequest(store::Spool& spool, const store::SpooledMessage& message, MessageInfo& info)
{
    info.kind = MessageKind::ConnectionRequest;
    const auto envelope = spool.envelope(message.id);
    if (!envelope)
        return;
    const auto acknowledgement = schema::payloadOf<schema::AcknowledgeConnection>(*envelope);
    if (!acknowledgement)
        return;
    info.witness = acknowledgement->witness;
    const auto request =
        schema::payloadOf<schema::RequestConnection>(acknowledgement->envelopedRequestConnection);
    if (!request)
        return;
    if (const auto device = schema::payloadOf<schema::ProfileDevice>(request->envelopedProfileDevice)) {
        info.from = device->description;
        info.subject = device->description;
    }
}

} // namespace

Result<std::vector<MessageInfo>> listMessages(MeshState& state, bool isInbox)
{
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    store::Spool& spool = isInbox ? member->containers->inbound() : member->containers->outbound();
    std::vector<MessageInfo> list;
    for (const store::SpooledMessage& message : spool.messages()) {
        MessageInfo info;
        info.id = message.id;
        info.className = message.className;
        info.from = isInbox ? message.sender : message.recipient;
        info.state = stateOf(message, state.now());
        info.when = message.created;
        if (message.className == schema::AcknowledgeConnection::className)
            describeRequest(spool, message, info);
        else if (message.className == schema::MessagePIN::className)
            info.kind = MessageKind::PinIssued;
        list.push_back(std::move(info));
    }
    std::ranges::reverse(list); // the newest first
    return list;
}

Status markMessage(MeshState& state, const std::string& messageId, MessageState messageState)
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
        const bool isIn = member->containers->inbound().message(messageId).has_value();
        store::Spool& spool = isIn ? member->containers->inbound() : member->containers->outbound();
        MMM_CHECK(spool.setState({messageId}, wanted));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return {};
}

} // namespace mmm::mesh
