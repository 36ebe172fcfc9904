#pragma once

#include "schema/messages.h"
#include "store/catalog.h"

#include <map>
#include <set>

namespace mmm::store {

/// Where a message stands (WIRE F.5.1).
enum class MessageState : std::uint8_t
{
    Unread, ///< initial, inbound
    Read,
    Accept, ///< final for a request
    Reject, ///< final for a request
    Sent,   ///< initial, outbound
    Received,
    Failed, ///< could not be delivered
    Deleted,
    Full, ///< ours: waits at the service until the recipient's account has room
};

/// The word written as Relationship.
[[nodiscard]] std::string_view relationshipOf(MessageState state);

struct SpooledMessage
{
    std::string id;        ///< MessageID
    std::string className; ///< such as RequestContact
    std::string sender;
    std::string recipient;
    MessageState state = MessageState::Unread;
    /// What became of it, also while it is put away.
    MessageState outcome = MessageState::Unread;
    TimePoint created;  ///< as the frame says
    bool isOwn = false; ///< written by a device of the account, not sent by somebody
    std::int64_t version = 0;
};

/// A spool of an account: messages in the order of their arrival, and what became of each (WIRE C.11, F.5).
///
/// A Catalog underneath does the storing and synchronising, with each message as an entry that never changes;
/// MessageComplete messages of the account's own devices change the state of others. Whether a message is
/// genuine (WIRE K.4) is for the reader of its envelope. Lives on one thread.
class Spool
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Spool>> open(ContainerOptions options);

    /// For synchronising, observing and reports. Its entries are all frames, completions included.
    [[nodiscard]] Catalog& container() { return *m_catalog; }
    [[nodiscard]] const Catalog& container() const { return *m_catalog; }

    /// Messages that are not completions and not deleted, the oldest first.
    [[nodiscard]] std::vector<SpooledMessage> messages() const;
    /// Those that were put away, the oldest first.
    [[nodiscard]] std::vector<SpooledMessage> deletedMessages() const;
    [[nodiscard]] std::optional<SpooledMessage> message(const std::string& id) const;
    /// The payload: a tagged message.
    [[nodiscard]] Result<Secret> read(const std::string& id) const { return m_catalog->read(id); }
    /// As it came, with its signatures.
    [[nodiscard]] Result<dare::Envelope> envelope(const std::string& id) const
    {
        return m_catalog->envelope(id);
    }

    /// The latest state; none for a message that is not here.
    [[nodiscard]] std::optional<MessageState> state(const std::string& id) const;

    /// Appends a message of our own, a tagged JSON object with this MessageID. Exists if it is there already.
    [[nodiscard]] Status append(const std::string& id, const Secret& message);

    /// Appends one MessageComplete that gives these messages a state. The answer, for Accept and Reject, may
    /// be named as ResponseID; it does not bring back what the person has put away. Conflict if a request was
    /// accepted or rejected before and the state is the other one.
    [[nodiscard]] Status setState(const std::vector<std::string>& ids, MessageState state,
                                  const std::string& responseId = {});
    /// Brings messages back that were put away, each as it was: what was answered stays answered. Those that
    /// are there are left alone.
    [[nodiscard]] Status restore(const std::vector<std::string>& ids);

private:
    /// What completions say of a message.
    struct Fate
    {
        MessageState state;
        bool isDeleted = false;
    };
    [[nodiscard]] MessageState initialState() const;
    [[nodiscard]] std::vector<SpooledMessage> listed(bool isDeleted) const;

    explicit Spool(std::unique_ptr<Catalog> catalog);
    void takeIn(const std::vector<std::string>& ids);
    void takeInAll();
    void complete(const Secret& payload, bool isOwn);

    std::unique_ptr<Catalog> m_catalog;
    std::map<std::string, Fate> m_fates; ///< of messages that some completion speaks of
    std::set<std::string> m_seen;        ///< completions that count already
    std::set<std::string> m_unproved;    ///< completions that no device has signed for so far
};

} // namespace mmm::store
