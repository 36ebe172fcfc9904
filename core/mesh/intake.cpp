#include "mesh/message_flows.h"
#include "schema/any.h"

namespace mmm::mesh {

namespace {

bool isOfDisk(Fault fault)
{
    return fault == Fault::DiskFull || fault == Fault::Io || fault == Fault::ReadOnly;
}

/// One message: refused if the sender is blocked, otherwise given to whoever knows its class. True if
/// something came of it.
Result<bool> takeIn(MeshState& state, Membership& member, ContactBook& book, const std::string& id)
{
    const auto checked = checkedMessage(member, id);
    if (!checked)
        return false;
    const Speaker speaker = speakerOf(*checked, book);
    if (speaker.standing == Standing::Refused)
        return false;
    if (!speaker.contactId.empty()) {
        MMM_TRY(const auto entry, readContact(member, speaker.contactId));
        const Right right = rightTo(entry.permissions, schema::classNameOf(checked->message));
        if (right == Right::Reject) {
            MMM_CHECK(member.containers->inbound().setState({id}, store::MessageState::Reject));
            return true;
        }
        if (right == Right::Hold)
            return false;
    }
    MMM_TRY(const bool isContact, takeContactMessage(state, member, *checked, speaker));
    if (isContact)
        return true;
    MMM_TRY(const bool isAnswer, takeGroupAnswer(member, *checked, speaker));
    return isAnswer ? Result<bool>(true) : takeConfirmation(state, member, *checked, speaker);
}

} // namespace

Status takeInMessages(MeshState& state)
{
    const auto member = state.member();
    bool isAny = false;
    {
        const std::scoped_lock lock(member->mutex);
        std::optional<ContactBook> book;
        for (const store::SpooledMessage& message : member->containers->inbound().messages()) {
            const bool isOpen =
                message.state == store::MessageState::Unread || message.state == store::MessageState::Read;
            if (!isOpen || message.isOwn || message.className == schema::AcknowledgeConnection::className)
                continue;
            if (!book)
                book.emplace(*member);
            const auto taken = takeIn(state, *member, *book, message.id);
            // a message that cannot be taken in must not keep the others from it, but a full disk does
            if (!taken && isOfDisk(taken.error().fault))
                return tl::unexpected<Error>(taken.error());
            if (taken && *taken) {
                isAny = true;
                book.reset();
            }
        }
        if (const Status settled = settleStrangers(*member); !settled && isOfDisk(settled.error().fault))
            return settled;
        const auto shared = shareChangedCard(state, *member);
        if (!shared && isOfDisk(shared.error().fault))
            return tl::unexpected<Error>(shared.error());
        isAny = isAny || shared.value_or(false);
    }
    if (isAny)
        state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return {};
}

} // namespace mmm::mesh
