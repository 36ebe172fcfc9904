#include "mesh/outbox.h"

#include "encoding/base64url.h"
#include "mesh/exchange.h"
#include "mesh/message_seal.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

constexpr std::size_t mostWaiting = 256;
constexpr auto outboxFile = "outbox.sealed";
constexpr auto refused = "Refused";

/// What may be over later. TooLarge: no message of ours is too large for a service, so the account is full.
bool passes(Fault fault)
{
    return fault == Fault::Offline || fault == Fault::Timeout || fault == Fault::Overloaded ||
           fault == Fault::ServiceFailed || fault == Fault::Cancelled || fault == Fault::Expired ||
           fault == Fault::ClockWrong || fault == Fault::TlsFailed || fault == Fault::WrongService ||
           fault == Fault::Disconnected || fault == Fault::Suspended || fault == Fault::ReadOnly ||
           fault == Fault::TooLarge;
}

/// Where the service has a message already, because it was handed over: the spool has it from now on, with
/// its fate. True if that was so.
Result<bool> handOver(MeshState& state, const std::string& id)
{
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    store::Spool& outbound = member->containers->outbound();
    const OutboxItem* item = member->outbox->find(id);
    if (!item || !outbound.message(id))
        return !item;
    if (!item->fault.empty() && outbound.state(id) == store::MessageState::Sent)
        MMM_CHECK(outbound.setState({id}, store::MessageState::Failed));
    MMM_CHECK(member->outbox->remove(id));
    return true;
}

Status changeItem(MeshState& state, const std::string& id, const std::function<void(OutboxItem&)>& change)
{
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    return member->outbox->change(id, change);
}

Status post(MeshState& state, const OutboxItem& item, std::stop_token stop)
{
    const auto member = state.member();
    const std::string outbound(schema::store_name::outbound);
    if (item.attempts > 0) {
        MMM_CHECK(download(state, outbound, stop));
        MMM_TRY(const bool isThere, handOver(state, item.messageId));
        if (isThere)
            return {};
    }
    if (!item.fault.empty())
        return {};
    {
        // it may have been put away meanwhile
        const std::scoped_lock lock(member->mutex);
        const OutboxItem* present = member->outbox->find(item.messageId);
        if (!present || present->isRemoved())
            return {};
    }
    MMM_CHECK(changeItem(state, item.messageId, [](OutboxItem& i) { ++i.attempts; }));
    protocol::Identity identity;
    protocol::PostRequest request;
    {
        const std::scoped_lock lock(member->mutex);
        identity = member->keys->identity;
        MMM_TRY(dare::Envelope message, accreditedAnew(item.message, *member->keys));
        request.message.push_back(std::move(message));
    }
    request.account = member->address();
    request.accounts = {item.recipient};
    const auto response =
        state.serviceLink()->transact<protocol::PostResponse>(identity, std::move(request), stop);
    if (!response && passes(response.error().fault))
        return tl::unexpected<Error>(response.error());
    const bool isTaken =
        response && !response->entries.empty() &&
        std::ranges::all_of(response->entries, [](const auto& entry) { return entry.result == "Accept"; });
    if (!isTaken) {
        const std::string fault = response ? refused : response.error().detail;
        MMM_CHECK(changeItem(state, item.messageId, [&](OutboxItem& i) { i.fault = fault; }));
    }
    if (response) {
        MMM_CHECK(download(state, outbound, stop));
        MMM_CHECK(handOver(state, item.messageId));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return {};
}

} // namespace

Result<dare::Envelope> accreditedAnew(const dare::Envelope& message, const MemberKeys& keys)
{
    MMM_TRY(dare::ContentMeta meta, message.contentMeta());
    for (dare::KeyValue& pair : meta.keyValues) {
        if (pair.key == accreditation_key::connection)
            pair.value = encoding::toBase64url(keys.connection.toJson());
        else if (pair.key == accreditation_key::profile)
            pair.value = encoding::toBase64url(keys.profile.toJson());
    }
    dare::Header header = message.header();
    header.setContentMeta(meta);
    return dare::Envelope::assemble(header, copyOf(message.body()), message.trailer());
}

Result<std::unique_ptr<Outbox>> Outbox::open(const std::string& directory, const std::string& accountUdf,
                                             const keystore::SealKey& key)
{
    auto file = std::make_unique<keystore::SealedFile>(std::filesystem::path(directory) / outboxFile,
                                                       "mesh:outbox:" + accountUdf, key);
    MMM_TRY(const std::optional<Secret> content, file->read());
    std::unique_ptr<Outbox> outbox(new Outbox(std::move(file)));
    if (content) {
        MMM_TRY(OutboxRecord record, encoding::fromTaggedJson<OutboxRecord>(*content));
        const bool isAnyRemoved = std::erase_if(record.items, std::mem_fn(&OutboxItem::isRemoved)) > 0;
        outbox->m_record = std::move(record);
        if (isAnyRemoved)
            MMM_CHECK(outbox->write(outbox->m_record));
    }
    return outbox;
}

const OutboxItem* Outbox::find(const std::string& messageId) const
{
    const auto found = std::ranges::find(m_record.items, messageId, &OutboxItem::messageId);
    return found == m_record.items.end() ? nullptr : &*found;
}

std::size_t Outbox::waitingCount() const
{
    return static_cast<std::size_t>(std::ranges::count_if(
        m_record.items, [](const OutboxItem& item) { return item.fault.empty() && !item.isRemoved(); }));
}

Status Outbox::write(OutboxRecord changed)
{
    const Secret json = encoding::toTaggedJson(changed);
    MMM_CHECK(m_file->write(json));
    m_record = std::move(changed);
    return {};
}

Status Outbox::add(OutboxItem item)
{
    OutboxRecord changed = m_record;
    if (changed.items.size() >= mostWaiting)
        std::erase_if(changed.items, std::mem_fn(&OutboxItem::isRemoved));
    if (changed.items.size() >= mostWaiting)
        return fail(Fault::TooLarge, "too many messages wait for the service");
    changed.items.push_back(std::move(item));
    return write(std::move(changed));
}

Status Outbox::change(const std::string& messageId, const std::function<void(OutboxItem&)>& change)
{
    OutboxRecord changed = m_record;
    const auto found = std::ranges::find(changed.items, messageId, &OutboxItem::messageId);
    if (found == changed.items.end())
        return {};
    change(*found);
    return write(std::move(changed));
}

Status Outbox::remove(const std::string& messageId)
{
    OutboxRecord changed = m_record;
    std::erase_if(changed.items, [&](const OutboxItem& item) { return item.messageId == messageId; });
    return write(std::move(changed));
}

Status postOutbox(MeshState& state, std::stop_token stop)
{
    std::vector<OutboxItem> waiting;
    {
        const auto member = state.member();
        const std::scoped_lock lock(member->mutex);
        waiting = member->outbox->items();
    }
    if (waiting.empty())
        return {};
    // The catalogs that were written with the messages go first: whoever answers at once is refused by the
    // service as long as it does not know them as a contact. What keeps a catalog back keeps no message back.
    const Status uploaded = uploadAll(state, stop);
    if (!uploaded && passes(uploaded.error().fault) && uploaded.error().fault != Fault::TooLarge)
        return uploaded;
    for (const OutboxItem& item : waiting) {
        if (!item.isRemoved() && (item.fault.empty() || item.fault == refused))
            MMM_CHECK(post(state, item, stop));
    }
    return {};
}

} // namespace mmm::mesh

MMM_RECORD_COMPILED(mmm::mesh::OutboxItem)
MMM_RECORD_COMPILED(mmm::mesh::OutboxRecord)
