#include "mesh/message_flows.h"
#include "schema/any.h"
#include "schema/key_check.h"

namespace mmm::mesh {

namespace {

constexpr std::chrono::hours undatedLifetime{24};

} // namespace

TimePoint confirmationEnd(const schema::RequestConfirmation& request, TimePoint created)
{
    return request.expires.value_or(created + undatedLifetime);
}

Result<std::string> askConfirmation(MeshState& state, const ConfirmationQuestion& question,
                                    std::stop_token stop)
{
    if (question.text.empty())
        return fail(Fault::Missing, "a question without a text");
    MMM_TRY(const Addressee to, addressee(state, question.address, true, stop));
    const auto member = state.member();
    schema::RequestConfirmation message;
    {
        const std::scoped_lock lock(member->mutex);
        MMM_CHECK(checkRole(*member, question.role));
        message.text = question.text;
        message.role = question.role;
        message.expires = state.now() + question.validity;
        MMM_CHECK(send(state, *member, message, to));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return message.messageId;
}

Status answerConfirmation(MeshState& state, const std::string& messageId, bool isAccepted)
{
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        if (!schema::isPermitted(member->keys->permissions, "Confirmation"))
            return fail(Fault::NotAuthorised, "this device may not answer requests for confirmation");
        MMM_TRY(const OpenRequest request, openRequest(*member, messageId));
        const auto* asked = std::get_if<schema::RequestConfirmation>(&request.message.message);
        if (!asked)
            return fail(Fault::WrongType, "not a request for confirmation");
        const auto spooled = member->containers->inbound().message(messageId);
        if (confirmationEnd(*asked, spooled->created) < state.now())
            return fail(Fault::Expired, "the request is over");
        MMM_TRY(crypto::PublicKey key, schema::keyOf(request.message.sender.account->keyEncryption));
        const auto decision = isAccepted ? store::MessageState::Accept : store::MessageState::Reject;
        schema::ResponseConfirmation answer;
        answer.request = *asked;
        answer.accept = isAccepted;
        schema::Reference reference;
        reference.messageId = messageId;
        reference.relationship = relationshipOf(decision);
        answer.references.push_back(std::move(reference));
        MMM_CHECK(send(state, *member, answer, {request.speaker.address, std::move(key)}));
        MMM_CHECK(member->containers->inbound().setState({messageId}, decision, answer.messageId));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return {};
}

Result<ConfirmationState> confirmationState(MeshState& state, const std::string& messageId)
{
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    store::Spool& outbound = member->containers->outbound();
    Secret payload;
    TimePoint created = state.now();
    if (const auto sent = outbound.message(messageId)) {
        if (sent->outcome == store::MessageState::Accept)
            return ConfirmationState::Accepted;
        if (sent->outcome == store::MessageState::Reject)
            return ConfirmationState::Refused;
        if (sent->outcome == store::MessageState::Failed)
            return ConfirmationState::Failed;
        created = sent->created;
        MMM_TRY(payload, outbound.read(messageId));
    } else if (const OutboxItem* waiting = member->outbox->find(messageId)) {
        if (!waiting->fault.empty() || waiting->isRemoved())
            return ConfirmationState::Failed;
        created = waiting->created.value_or(created);
        MMM_TRY(payload, waiting->message.open(*member->keys->keyRing));
    } else {
        return fail(Fault::NotFound, "no such message");
    }
    MMM_TRY(const auto request, encoding::fromTaggedJson<schema::RequestConfirmation>(payload));
    return confirmationEnd(request, created) < state.now() ? ConfirmationState::Expired
                                                           : ConfirmationState::Waiting;
}

Result<bool> takeConfirmation(MeshState& state, Membership& member, const CheckedMessage& message,
                              const Speaker& speaker)
{
    const auto* answer = std::get_if<schema::ResponseConfirmation>(&message.message);
    if (!answer)
        return false;
    store::Spool& inbound = member.containers->inbound();
    store::Spool& outbound = member.containers->outbound();
    const auto refuse = [&]() -> Result<bool> {
        MMM_CHECK(inbound.setState({answer->messageId}, store::MessageState::Reject));
        return true;
    };
    if (!answer->request || !answer->accept || speaker.standing != Standing::Contact)
        return refuse();
    const auto sent = outbound.message(answer->request->messageId);
    if (!sent) // it may come with the next download, if another device asked
        return member.outbox->find(answer->request->messageId) ? Result<bool>(false) : refuse();
    MMM_TRY(const Secret payload, outbound.read(sent->id));
    const auto asked = encoding::fromTaggedJson<schema::RequestConfirmation>(payload);
    // the very question, to that person, answered in time by a device that may, and only once
    const bool isRight = asked && *asked == *answer->request &&
                         hasAddress(*message.sender.account, asked->recipient) &&
                         schema::isPermitted(message.sender.connection->permissions, "Confirmation") &&
                         state.now() <= confirmationEnd(*asked, sent->created);
    const bool isFirst =
        sent->outcome != store::MessageState::Accept && sent->outcome != store::MessageState::Reject;
    if (!isRight || !isFirst)
        return refuse();
    const auto decision = *answer->accept ? store::MessageState::Accept : store::MessageState::Reject;
    MMM_CHECK(outbound.setState({sent->id}, decision, answer->messageId));
    MMM_CHECK(inbound.setState({answer->messageId}, store::MessageState::Accept, sent->id));
    return true;
}

} // namespace mmm::mesh
