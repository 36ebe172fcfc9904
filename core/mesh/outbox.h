#pragma once

#include "dare/envelope.h"
#include "keystore/sealed_file.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace mmm::mesh {

struct MeshState;

/// A message that waits to be handed to the service, as it will be sent.
struct OutboxItem : encoding::RecordBase
{
    static constexpr std::string_view className = "OutboxItem";
    std::string messageId;
    std::string messageClass;
    std::string recipient;
    dare::Envelope message;
    std::optional<TimePoint> created;
    std::int64_t attempts = 0; ///< it may be with the service already, if the answer was lost
    std::string fault;         ///< why it will not be tried again; empty: it will
    /// The person has put it away: it is not sent, and forgotten when the account is opened the next time.
    std::optional<bool> removed;
    std::vector<std::string> others; ///< further addresses of the recipient, not tried yet
    std::optional<TimePoint> posted; ///< to the present recipient, if the service has it
    [[nodiscard]] bool isRemoved() const { return removed.value_or(false); }
    static constexpr auto fields()
    {
        using O = OutboxItem;
        using encoding::field;
        return fieldTable(field("MessageID", &O::messageId), field("MessageType", &O::messageClass),
                          field("Recipient", &O::recipient), field("Message", &O::message),
                          field("Created", &O::created), field("Attempts", &O::attempts),
                          field("Fault", &O::fault), field("Removed", &O::removed),
                          field("Others", &O::others), field("Posted", &O::posted));
    }
};

struct OutboxRecord : encoding::RecordBase
{
    static constexpr std::string_view className = "Outbox";
    std::vector<OutboxItem> items;
    std::vector<OutboxItem> underWay; ///< with the service, and there are further addresses to try
    static constexpr auto fields()
    {
        using encoding::field;
        return fieldTable(field("Items", &OutboxRecord::items), field("UnderWay", &OutboxRecord::underWay));
    }
};

/// This device's messages on their way to the service: a sealed file, rewritten with every change and durable
/// when a call returns. Not safe by itself: its owner has the lock.
class Outbox
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Outbox>>
    open(const std::string& directory, const std::string& accountUdf, const keystore::SealKey& key);

    [[nodiscard]] const std::vector<OutboxItem>& items() const { return m_record.items; }
    [[nodiscard]] const OutboxItem* find(const std::string& messageId) const;
    /// Those that will still be tried.
    [[nodiscard]] std::size_t waitingCount() const;

    /// TooLarge when too much waits; what was put away makes room.
    [[nodiscard]] Status add(OutboxItem item);
    /// Nothing happens if it is not there any more.
    [[nodiscard]] Status change(const std::string& messageId, const std::function<void(OutboxItem&)>& change);
    [[nodiscard]] Status remove(const std::string& messageId);

    /// The service has it since then: it does not wait any more, but is kept while there are further
    /// addresses to which it could go.
    [[nodiscard]] Status handOver(const std::string& messageId, TimePoint posted);
    [[nodiscard]] const std::vector<OutboxItem>& underWay() const { return m_record.underWay; }
    /// Of one that is under way; it is kept no longer than there is a further address.
    [[nodiscard]] Status turn(const std::string& messageId, const std::function<void(OutboxItem&)>& change);

private:
    explicit Outbox(std::unique_ptr<keystore::SealedFile> file) : m_file(std::move(file)) {}
    [[nodiscard]] Status write(OutboxRecord changed);

    std::unique_ptr<keystore::SealedFile> m_file;
    OutboxRecord m_record;
};

/// Hands what waits to the service (WIRE G.8.6). What it will not take, or what the recipient's service
/// refuses, becomes Failed. One that does not get to the recipient's first address goes to the next one, and
/// is Failed only if there is none left. Fails only for reasons that pass, such as Offline.
[[nodiscard]] Status postOutbox(MeshState& state, std::stop_token stop);

} // namespace mmm::mesh

MMM_RECORD_DECLARED(mmm::mesh::OutboxItem)
MMM_RECORD_DECLARED(mmm::mesh::OutboxRecord)
