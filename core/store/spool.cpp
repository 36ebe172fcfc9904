#include "store/spool.h"

#include "schema/catalog.h"
#include "udf/udf.h"

#include <algorithm>
#include <array>

namespace mmm::store {
namespace {

struct Word
{
    MessageState state;
    std::string_view word;
};
constexpr std::array words{
    Word{MessageState::Unread, "Unread"}, Word{MessageState::Read, "Read"},
    Word{MessageState::Accept, "Accept"}, Word{MessageState::Reject, "Reject"},
    Word{MessageState::Sent, "Sent"},     Word{MessageState::Received, "Received"},
    Word{MessageState::Failed, "Failed"}, Word{MessageState::Deleted, "Deleted"},
    Word{MessageState::Full, "Full"},
};

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

std::optional<MessageState> stateOf(std::string_view relationship)
{
    for (const Word& entry : words) {
        if (equalIgnoringCase(entry.word, relationship))
            return entry.state;
    }
    return std::nullopt;
}

bool isFinal(MessageState state)
{
    return state == MessageState::Accept || state == MessageState::Reject;
}

bool isOfDelivery(MessageState state)
{
    return state == MessageState::Sent || state == MessageState::Received || state == MessageState::Failed ||
           state == MessageState::Full;
}

bool isCompletion(std::string_view className)
{
    return encoding::isCalled<schema::MessageComplete>(className);
}

} // namespace

std::string_view relationshipOf(MessageState state)
{
    for (const Word& entry : words) {
        if (entry.state == state)
            return entry.word;
    }
    return {};
}

Spool::Spool(std::unique_ptr<Catalog> catalog) : m_catalog(std::move(catalog)) {}

Result<std::unique_ptr<Spool>> Spool::open(ContainerOptions options)
{
    MMM_TRY(auto catalog, Catalog::open(std::move(options)));
    std::unique_ptr<Spool> spool(new Spool(std::move(catalog)));
    spool->takeInAll();
    spool->m_catalog->addObserver([self = spool.get()](const Changes& changes) {
        if (changes.all)
            self->takeInAll();
        else
            self->takeIn(changes.ids);
    });
    return spool;
}

void Spool::takeInAll()
{
    m_fates.clear();
    m_seen.clear();
    m_unproved.clear();
    takeIn(m_catalog->ids());
}

void Spool::takeIn(const std::vector<std::string>& ids)
{
    // the signature of a batch may come with a later download than its frames
    std::vector<std::string> open(m_unproved.begin(), m_unproved.end());
    open.insert(open.end(), ids.begin(), ids.end());
    m_unproved.clear();
    for (const std::string& id : open) {
        const auto row = m_catalog->row(id);
        if (!row || !isCompletion(row->className) || m_seen.contains(id))
            continue;
        const bool isOwn = m_catalog->isWrittenByDevice(id);
        (isOwn ? m_seen : m_unproved).insert(id);
        if (const auto payload = m_catalog->read(id))
            complete(*payload, isOwn);
    }
}

void Spool::complete(const Secret& payload, bool isOwn)
{
    const auto message = encoding::fromTaggedJson<schema::MessageComplete>(payload);
    if (!message)
        return;
    for (const schema::Reference& reference : message->references) {
        const auto state = stateOf(reference.relationship);
        // what others put into the spool decides nothing; what became of a message that was sent is the
        // service's to say, as nobody else can write there
        const bool isServiceWord =
            m_catalog->name() == schema::store_name::outbound && state && isOfDelivery(*state);
        if (!state || !(isOwn || isServiceWord))
            continue;
        Fate& fate = m_fates.try_emplace(reference.messageId, Fate{initialState()}).first->second;
        if (*state == MessageState::Deleted) {
            fate.isDeleted = true;
            continue;
        }
        // an answer says what became of the message, not that the person wants to see it again
        const bool isAnswer = !reference.responseId.empty() || (isFinal(*state) && !isFinal(fate.state));
        // an answer that was given stays given, also while its message is put away; what has arrived at one
        // address of the recipient has arrived, whatever becomes of it at another
        const bool hasArrived = fate.state == MessageState::Received && isOfDelivery(*state);
        if (!isFinal(fate.state) && !hasArrived)
            fate.state = *state;
        // only the person brings back what the person has put away
        fate.isDeleted = fate.isDeleted && (isAnswer || !isOwn);
    }
}

MessageState Spool::initialState() const
{
    return m_catalog->name() == schema::store_name::outbound ? MessageState::Sent : MessageState::Unread;
}

std::optional<MessageState> Spool::state(const std::string& id) const
{
    const auto row = m_catalog->row(id);
    if (!row)
        return std::nullopt;
    if (const auto found = m_fates.find(id); found != m_fates.end())
        return found->second.isDeleted ? MessageState::Deleted : found->second.state;
    return initialState();
}

std::optional<SpooledMessage> Spool::message(const std::string& id) const
{
    const auto row = m_catalog->row(id);
    if (!row)
        return std::nullopt;
    SpooledMessage message;
    message.id = row->id;
    message.className = row->className;
    if (row->shown.size() > 2) {
        message.sender = row->shown[1];
        message.recipient = row->shown[2];
    }
    message.state = state(id).value_or(MessageState::Unread);
    const auto fate = m_fates.find(id);
    message.outcome = fate != m_fates.end() ? fate->second.state : message.state;
    message.created = row->created;
    message.isOwn = m_catalog->isWrittenByDevice(id);
    message.version = row->version;
    return message;
}

std::vector<SpooledMessage> Spool::listed(bool isDeleted) const
{
    std::vector<SpooledMessage> messages;
    for (const std::string& id : m_catalog->ids()) {
        auto one = message(id);
        if (one && !isCompletion(one->className) && (one->state == MessageState::Deleted) == isDeleted)
            messages.push_back(std::move(*one));
    }
    return messages;
}

std::vector<SpooledMessage> Spool::messages() const
{
    return listed(false);
}

std::vector<SpooledMessage> Spool::deletedMessages() const
{
    return listed(true);
}

Status Spool::append(const std::string& id, const Secret& message)
{
    if (m_catalog->contains(id))
        return fail(Fault::Exists, "a message with this identifier exists");
    return m_catalog->put(id, message);
}

Status Spool::setState(const std::vector<std::string>& ids, MessageState newState,
                       const std::string& responseId)
{
    schema::MessageComplete message;
    message.messageId = udf::Udf::nonce().text();
    for (const std::string& id : ids) {
        const auto current = state(id);
        if (!current)
            return fail(Fault::NotFound, "no such message");
        if (isFinal(*current) && newState != *current && newState != MessageState::Deleted)
            return fail(Fault::Conflict, "the request was answered before");
        schema::Reference reference;
        reference.messageId = id;
        reference.responseId = responseId;
        reference.relationship = relationshipOf(newState);
        message.references.push_back(std::move(reference));
    }
    return m_catalog->put(message.messageId, encoding::toTaggedJson(message));
}

Status Spool::restore(const std::vector<std::string>& ids)
{
    schema::MessageComplete message;
    message.messageId = udf::Udf::nonce().text();
    for (const std::string& id : ids) {
        if (!m_catalog->row(id))
            return fail(Fault::NotFound, "no such message");
        const auto found = m_fates.find(id);
        if (found == m_fates.end() || !found->second.isDeleted)
            continue;
        schema::Reference reference;
        reference.messageId = id;
        reference.relationship = relationshipOf(found->second.state);
        message.references.push_back(std::move(reference));
    }
    return message.references.empty() ? Status()
                                      : m_catalog->put(message.messageId, encoding::toTaggedJson(message));
}

} // namespace mmm::store
