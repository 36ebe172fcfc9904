#include "mesh/entry_codec.h"
#include "mesh/message_flows.h"
#include "schema/validate.h"

namespace mmm::mesh {

Result<std::string> proposeTask(MeshState& state, const std::string& address, const schema::Task& task,
                                const std::string& role, std::stop_token stop)
{
    if (!schema::validate(task).empty())
        return fail(Fault::Malformed, "not a valid task");
    MMM_TRY(const Addressee to, addressee(state, address, true, stop));
    const auto member = state.member();
    schema::RequestTask message;
    {
        const std::scoped_lock lock(member->mutex);
        MMM_CHECK(checkRole(*member, role));
        message.role = role;
        MMM_TRY(message.envelopedTask, schema::sealRecord(task, {}));
        MMM_CHECK(send(state, *member, message, to));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return message.messageId;
}

Result<std::string> acceptTask(MeshState& state, const std::string& messageId)
{
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(const OpenRequest request, openRequest(*member, messageId));
        const auto* proposal = std::get_if<schema::RequestTask>(&request.message.message);
        if (!proposal)
            return fail(Fault::WrongType, "not a proposal of a task");
        MMM_TRY(const auto task, schema::payloadOf<schema::Task>(proposal->envelopedTask));
        // the sender chooses what is proposed, never which of our entries it becomes
        schema::CatalogedTask fresh;
        fresh.key = messageId;
        MMM_TRY(const auto entry, EntryCodec<schema::Task>::toStored(task, &fresh, {}));
        store::Catalog& tasks = *member->containers->find(schema::store_name::task);
        if (!tasks.contains(messageId))
            MMM_CHECK(tasks.put(messageId, encoding::toTaggedJson(entry)));
        MMM_CHECK(member->containers->inbound().setState({messageId}, store::MessageState::Accept));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return messageId;
}

} // namespace mmm::mesh
