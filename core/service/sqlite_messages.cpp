#include "service/sqlite_storage.h"

namespace mmm::service {

namespace {

/// Permissions as they stand in a column.
struct PermissionList : encoding::RecordBase
{
    static constexpr std::string_view className = "Permissions";
    std::vector<schema::Permission> permissions;
    static constexpr auto fields()
    {
        return fieldTable(encoding::field("Permissions", &PermissionList::permissions));
    }
};

Bytes permissionsToJson(const std::vector<schema::Permission>& permissions)
{
    PermissionList list;
    list.permissions = permissions;
    return copyOf(encoding::toJson(list));
}

std::vector<schema::Permission> permissionsOfJson(BytesView json)
{
    const auto list = encoding::fromJson<PermissionList>(json);
    return list ? list->permissions : std::vector<schema::Permission>();
}

} // namespace

Status SqliteStorage::putSenders(std::int64_t account, const std::string& contact,
                                 const std::vector<KnownSender>& senders)
{
    SqliteQuery forget = query("DELETE FROM senders WHERE account = ? AND contact = ?");
    forget << account << contact;
    MMM_CHECK(forget.run());
    for (const KnownSender& sender : senders) {
        SqliteQuery insert = query("INSERT OR IGNORE INTO senders (account, contact, address, account_udf,"
                                   " permissions) VALUES (?, ?, ?, ?, ?)");
        insert << account << contact << sender.address << sender.accountUdf
               << BytesView(permissionsToJson(sender.permissions));
        MMM_CHECK(insert.run());
    }
    return {};
}

Result<std::vector<KnownSender>> SqliteStorage::senders(std::int64_t account, const std::string& address)
{
    SqliteQuery rows = query("SELECT contact, address, account_udf, permissions FROM senders"
                             " WHERE account = ? AND address = ? ORDER BY contact");
    rows << account << address;
    return collect<KnownSender>(rows, [](const SqliteQuery& row) {
        return KnownSender{row.text(0), row.text(1), row.text(2), permissionsOfJson(row.octets(3))};
    });
}

Status SqliteStorage::expectAnswer(std::int64_t account, const std::string& className,
                                   const std::string& recipient, TimePoint sent)
{
    SqliteQuery upsert =
        query("INSERT OR REPLACE INTO expected (account, class, recipient, sent) VALUES (?, ?, ?, ?)");
    upsert << account << className << recipient << sent;
    return upsert.run();
}

Result<bool> SqliteStorage::isAnswerExpected(std::int64_t account, const std::string& className,
                                             const std::string& sender, TimePoint since)
{
    SqliteQuery rows = query("SELECT 1 FROM expected WHERE account = ? AND class = ? AND recipient = ?"
                             " AND sent >= ?");
    rows << account << className << sender << since;
    return rows.next();
}

Status SqliteStorage::addDelivery(const DeliveryRecord& delivery)
{
    SqliteQuery insert = query("INSERT INTO deliveries (sender, recipient, message_id, message, created,"
                               " next_try, tries) SELECT ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM"
                               " deliveries WHERE sender = ? AND recipient = ? AND message_id = ?)");
    insert << delivery.sender << delivery.recipient << delivery.messageId << BytesView(delivery.message)
           << delivery.created << delivery.nextTry << delivery.tries << delivery.sender << delivery.recipient
           << delivery.messageId;
    return insert.run();
}

Result<std::vector<DeliveryRecord>> SqliteStorage::dueDeliveries(TimePoint now, std::size_t most)
{
    SqliteQuery rows =
        query("SELECT id, sender, recipient, message_id, message, created, next_try, tries FROM deliveries"
              " WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY"
              " substr(recipient, instr(recipient, '@')) ORDER BY next_try, id) AS place FROM deliveries"
              " WHERE next_try <= ?) WHERE place = 1) ORDER BY next_try, id LIMIT ?");
    rows << now << static_cast<std::uint64_t>(most);
    return collect<DeliveryRecord>(rows, [](const SqliteQuery& row) {
        return DeliveryRecord{row.integer(0), row.text(1),   row.text(2),   row.text(3),
                              row.octets(4),  row.moment(5), row.moment(6), row.integer(7)};
    });
}

Status SqliteStorage::postponeDelivery(const DeliveryRecord& delivery)
{
    SqliteQuery update = query("UPDATE deliveries SET next_try = ?, tries = ? WHERE id = ?");
    update << delivery.nextTry << delivery.tries << delivery.id;
    return update.run();
}

Status SqliteStorage::removeDelivery(std::int64_t id)
{
    SqliteQuery erase = query("DELETE FROM deliveries WHERE id = ?");
    erase << id;
    return erase.run();
}

} // namespace mmm::service
