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

/// A service that is away for a moment is no reason to go elsewhere: so long, the service tries again at the
/// first address. It goes on with that afterwards; whoever gets a message twice sees it once.
constexpr std::chrono::minutes patience{15};

/// What may be over later.
bool passes(Fault fault)
{
    return fault == Fault::Offline || fault == Fault::Timeout || fault == Fault::Overloaded ||
           fault == Fault::ServiceFailed || fault == Fault::Cancelled || fault == Fault::Expired ||
           fault == Fault::ClockWrong || fault == Fault::TlsFailed || fault == Fault::WrongService ||
           fault == Fault::Disconnected || fault == Fault::Suspended || fault == Fault::ReadOnly ||
           fault == Fault::AccountFull;
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
    if (item->others.empty() && !item->fault.empty() && outbound.state(id) == store::MessageState::Sent)
        MMM_CHECK(outbound.setState({id}, store::MessageState::Failed));
    MMM_CHECK(member->outbox->handOver(id, state.options.clock->now()));
    return true;
}

/// One message to one address: whether it will get there, as far as the service knows.
Result<bool> postTo(MeshState& state, const dare::Envelope& message, const std::string& address,
                    std::stop_token stop)
{
    const auto member = state.member();
    protocol::Identity identity;
    protocol::PostRequest request;
    {
        const std::scoped_lock lock(member->mutex);
        identity = member->keys->identity;
        MMM_TRY(dare::Envelope accredited, accreditedAnew(message, *member->keys));
        request.message.push_back(std::move(accredited));
    }
    request.account = member->address();
    request.accounts = {address};
    MMM_TRY(const auto response,
            state.serviceLink()->transact<protocol::PostResponse>(identity, std::move(request), stop));
    return !response.entries.empty() &&
           std::ranges::all_of(response.entries, [](const auto& entry) { return entry.result == "Accept"; });
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
    const Result<bool> posted = postTo(state, item.message, item.recipient, stop);
    if (!posted && passes(posted.error().fault))
        return tl::unexpected<Error>(posted.error());
    if (!posted || !*posted) {
        const std::string fault = posted ? refused : posted.error().detail;
        MMM_CHECK(changeItem(state, item.messageId, [&](OutboxItem& i) { i.fault = fault; }));
    }
    if (posted) {
        MMM_CHECK(download(state, outbound, stop));
        MMM_CHECK(handOver(state, item.messageId));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return {};
}

/// What is under way goes to the next address if it has not got to the one before.
Status detour(MeshState& state, OutboxItem item, std::stop_token stop)
{
    const auto member = state.member();
    const std::string& id = item.messageId;
    while (!item.others.empty()) {
        {
            const std::scoped_lock lock(member->mutex);
            store::Spool& outbound = member->containers->outbound();
            const auto fate = outbound.state(id);
            const bool isOpen = fate == store::MessageState::Sent || fate == store::MessageState::Full;
            const bool isDelivered = fate == store::MessageState::Sent && item.fault.empty() &&
                                     domainOf(item.recipient) == domainOf(member->address());
            if (isDelivered || (!isOpen && fate != store::MessageState::Failed)) // or it was put away
                return member->outbox->turn(id, [](OutboxItem& i) { i.others.clear(); });
            const TimePoint now = state.options.clock->now();
            const bool isEarly = item.posted && now >= *item.posted && now < *item.posted + patience;
            if (isOpen && item.fault.empty() && isEarly)
                return {};
        }
        const std::string next = item.others.front();
        const Result<bool> posted = postTo(state, item.message, next, stop);
        if (!posted && passes(posted.error().fault))
            return tl::unexpected<Error>(posted.error());
        const bool isTaken = posted && *posted;
        item.recipient = next;
        item.others.erase(item.others.begin());
        item.posted = state.options.clock->now();
        item.fault = isTaken ? std::string() : refused;
        {
            // that it has no room either is still to be heard
            const std::scoped_lock lock(member->mutex);
            store::Spool& outbound = member->containers->outbound();
            if (isTaken && outbound.state(id) == store::MessageState::Full)
                MMM_CHECK(outbound.setState({id}, store::MessageState::Sent));
        }
        MMM_CHECK(download(state, std::string(schema::store_name::outbound), stop));
        const std::scoped_lock lock(member->mutex);
        store::Spool& outbound = member->containers->outbound();
        const auto fate = outbound.state(id);
        const bool isHere = domainOf(next) == domainOf(member->address());
        // If it is for an account here that is not full, this service has put it into the recipient's spool,
        // whatever is still to be heard of the address before.
        if (isTaken && isHere && (fate == store::MessageState::Sent || fate == store::MessageState::Failed))
            MMM_CHECK(outbound.setState({id}, store::MessageState::Received));
        else if (isTaken && fate == store::MessageState::Failed)
            MMM_CHECK(outbound.setState({id}, store::MessageState::Sent));
        MMM_CHECK(member->outbox->turn(id, [&](OutboxItem& i) { i = item; }));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return {};
}

Status detourAll(MeshState& state, std::stop_token stop)
{
    std::vector<OutboxItem> underWay;
    {
        const auto member = state.member();
        const std::scoped_lock lock(member->mutex);
        underWay = member->outbox->underWay();
    }
    for (OutboxItem& item : underWay)
        MMM_CHECK(detour(state, std::move(item), stop));
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

Status Outbox::handOver(const std::string& messageId, TimePoint posted)
{
    OutboxRecord changed = m_record;
    const auto found = std::ranges::find(changed.items, messageId, &OutboxItem::messageId);
    if (found == changed.items.end())
        return {};
    if (!found->others.empty() && !found->isRemoved() && changed.underWay.size() < mostWaiting) {
        found->posted = posted;
        changed.underWay.push_back(std::move(*found));
    }
    changed.items.erase(found);
    return write(std::move(changed));
}

Status Outbox::turn(const std::string& messageId, const std::function<void(OutboxItem&)>& change)
{
    OutboxRecord changed = m_record;
    for (OutboxItem& item : changed.underWay) {
        if (item.messageId == messageId)
            change(item);
    }
    std::erase_if(changed.underWay, [](const OutboxItem& item) { return item.others.empty(); });
    return write(std::move(changed));
}

Status postOutbox(MeshState& state, std::stop_token stop)
{
    std::vector<OutboxItem> waiting;
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        waiting = member->outbox->items();
    }
    if (waiting.empty())
        return detourAll(state, stop);
    // The catalogs that were written with the messages go first: whoever answers at once is refused by the
    // service as long as it does not know them as a contact. What keeps a catalog back keeps no message back.
    const Status uploaded = uploadAll(state, stop);
    if (!uploaded && passes(uploaded.error().fault) && uploaded.error().fault != Fault::AccountFull)
        return uploaded;
    for (const OutboxItem& item : waiting) {
        if (!item.isRemoved() && (item.fault.empty() || item.fault == refused))
            MMM_CHECK(post(state, item, stop));
    }
    return detourAll(state, stop);
}

} // namespace mmm::mesh

MMM_RECORD_COMPILED(mmm::mesh::OutboxItem)
MMM_RECORD_COMPILED(mmm::mesh::OutboxRecord)
