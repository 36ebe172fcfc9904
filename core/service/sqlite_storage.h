#pragma once

#include "service/sqlite_query.h"
#include "service/storage.h"

namespace mmm::service {

/// The data in a SQLite file. Each heading below is a file of its own.
class SqliteStorage final : public Storage
{
public:
    SqliteStorage() = default;
    SqliteStorage(const SqliteStorage&) = delete;
    SqliteStorage& operator=(const SqliteStorage&) = delete;
    ~SqliteStorage() override;

    /// Makes the file with its folder and tables if it is missing. Called once, before anything else.
    [[nodiscard]] Status open(const std::string& file);

    [[nodiscard]] Status transaction(const std::function<Status()>& work) override;
    // what is remembered of requests and of other services, and the service's own values
    [[nodiscard]] Status keepSeen(const RequestMark& mark, TimePoint created) override;
    [[nodiscard]] Result<std::vector<RequestMark>> seenAfter(TimePoint moment) override;
    [[nodiscard]] Status forgetSeenBefore(TimePoint moment) override;
    [[nodiscard]] Result<std::optional<Bytes>> peer(const std::string& name) override;
    [[nodiscard]] Status putPeer(const std::string& name, BytesView record) override;
    [[nodiscard]] Result<std::optional<Bytes>> setting(const std::string& name) override;
    [[nodiscard]] Status setSetting(const std::string& name, BytesView value) override;

    // sqlite_accounts.cpp: accounts, what each of them fills, and members of those that are groups
    [[nodiscard]] Result<std::optional<AccountRecord>> account(const std::string& address) override;
    [[nodiscard]] Result<std::int64_t> createAccount(const AccountRecord& account,
                                                     std::int64_t payer) override;
    [[nodiscard]] Status updateAccount(const AccountRecord& account) override;
    [[nodiscard]] Status eraseAccount(std::int64_t account) override;
    [[nodiscard]] Result<int> eraseClosed(TimePoint before) override;
    [[nodiscard]] Result<std::uint64_t> storedOctets(std::int64_t account) override;
    [[nodiscard]] Status count(std::int64_t account, std::uint64_t octets) override;
    [[nodiscard]] Result<std::optional<MemberRecord>> member(std::int64_t group,
                                                             const std::string& memberUdf) override;
    [[nodiscard]] Status putMember(std::int64_t group, const MemberRecord& member) override;
    [[nodiscard]] Status removeMember(std::int64_t group,
                                      const std::optional<std::string>& memberUdf) override;

    // sqlite_containers.cpp: catalogs and spools, their frames, and where each entry stands in them
    [[nodiscard]] Result<std::optional<ContainerRecord>> container(std::int64_t account,
                                                                   const std::string& name) override;
    [[nodiscard]] Result<std::vector<ContainerRecord>> containers(std::int64_t account) override;
    [[nodiscard]] Result<ContainerRecord> createContainer(std::int64_t account,
                                                          const std::string& name) override;
    [[nodiscard]] Status renameContainer(std::int64_t container, const std::string& name) override;
    [[nodiscard]] Status append(ContainerRecord& container, const std::vector<FrameRecord>& frames) override;
    [[nodiscard]] Result<std::vector<FrameRecord>> frames(std::int64_t container, std::uint64_t from,
                                                          std::uint64_t to, std::size_t maxFrames,
                                                          std::size_t maxOctets) override;
    [[nodiscard]] Result<std::optional<FrameRecord>> frame(std::int64_t container,
                                                           std::uint64_t index) override;
    [[nodiscard]] Result<std::optional<FrameRecord>> frameAt(std::int64_t container,
                                                             std::uint64_t position) override;
    [[nodiscard]] Result<ObjectRecord> object(std::int64_t container, const std::string& uniqueId) override;
    [[nodiscard]] Status setObject(std::int64_t container, const std::string& uniqueId,
                                   const ObjectRecord& object) override;

    // sqlite_devices.cpp: connected devices, and those that want to be
    [[nodiscard]] Result<std::vector<DeviceRecord>> devices(std::int64_t account) override;
    [[nodiscard]] Result<std::optional<std::pair<AccountRecord, DeviceRecord>>>
    deviceByKey(const std::string& udf) override;
    [[nodiscard]] Status putDevice(std::int64_t account, const DeviceRecord& device) override;
    [[nodiscard]] Status removeDevice(std::int64_t account, const std::string& deviceUdf) override;
    [[nodiscard]] Status touchDevice(std::int64_t account, const std::string& deviceUdf,
                                     TimePoint seen) override;
    [[nodiscard]] Result<std::vector<ConnectionRequestRecord>> requests(std::int64_t account) override;
    [[nodiscard]] Result<std::optional<ConnectionRequestRecord>>
    request(std::int64_t account, const std::string& deviceUdf) override;
    [[nodiscard]] Status putRequest(std::int64_t account, const ConnectionRequestRecord& request) override;
    [[nodiscard]] Status removeRequestsBefore(std::int64_t account, TimePoint before) override;
    [[nodiscard]] Result<std::optional<ClaimRecord>> claim(std::int64_t account,
                                                           const std::string& deviceUdf) override;
    [[nodiscard]] Status addClaim(std::int64_t account, const ClaimRecord& claim) override;
    [[nodiscard]] Result<std::size_t> claimCount(std::int64_t account, const std::string& sender) override;
    [[nodiscard]] Status removeClaimsBefore(std::int64_t account, TimePoint before) override;

    // sqlite_entries.cpp: what was published
    [[nodiscard]] Result<std::optional<EntryRecord>> exactEntry(const std::string& identifier) override;
    [[nodiscard]] Result<std::optional<EntryRecord>> entry(const std::string& identifier) override;
    [[nodiscard]] Status putEntry(const EntryRecord& entry) override;
    [[nodiscard]] Result<std::vector<EntryRecord>> formerEntries(const std::string& identifier) override;
    [[nodiscard]] Status keepFormerEntry(const EntryRecord& entry) override;
    [[nodiscard]] Result<std::vector<EntryRecord>>
    entries(const std::vector<std::pair<std::string, std::string>>& terms, std::size_t offset,
            std::size_t maxEntries) override;

    // sqlite_messages.cpp: who may write, whose answer is awaited, and what is on its way elsewhere
    [[nodiscard]] Status putSenders(std::int64_t account, const std::string& contact,
                                    const std::vector<KnownSender>& senders) override;
    [[nodiscard]] Result<std::vector<KnownSender>> senders(std::int64_t account,
                                                           const std::string& address) override;
    [[nodiscard]] Status expectAnswer(std::int64_t account, const std::string& className,
                                      const std::string& recipient, TimePoint sent) override;
    [[nodiscard]] Result<bool> isAnswerExpected(std::int64_t account, const std::string& className,
                                                const std::string& sender, TimePoint since) override;
    [[nodiscard]] Status addDelivery(const DeliveryRecord& delivery) override;
    [[nodiscard]] Result<std::vector<DeliveryRecord>> dueDeliveries(TimePoint now, std::size_t most) override;
    [[nodiscard]] Status postponeDelivery(const DeliveryRecord& delivery) override;
    [[nodiscard]] Status removeDelivery(std::int64_t id) override;

private:
    class Change;

    SqliteQuery query(const char* sql) { return {m_database, sql}; }
    /// A published entry with its terms, of a row that begins with its id.
    [[nodiscard]] Result<EntryRecord> entryOf(const SqliteQuery& row);

    QString m_connection;
    QSqlDatabase m_database;
    int m_depth = 0; ///< of transactions within transactions
};

} // namespace mmm::service
