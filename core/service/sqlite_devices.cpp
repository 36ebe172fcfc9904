#include "service/sqlite_storage.h"

namespace mmm::service {

namespace {

DeviceRecord deviceOf(const SqliteQuery& row)
{
    return {row.text(0),       row.text(1), row.text(2), row.octets(3), row.octets(4), row.unsignedInteger(5),
            row.maybeMoment(6)};
}

ConnectionRequestRecord requestOf(const SqliteQuery& row)
{
    return {row.text(0),   row.text(1),   static_cast<RequestState>(row.integer(2)),
            row.moment(3), row.octets(4), row.octets(5),
            row.octets(6)};
}

} // namespace

Result<std::vector<DeviceRecord>> SqliteStorage::devices(std::int64_t account)
{
    SqliteQuery rows =
        query("SELECT device_udf, authentication_udf, signature_udf, connection, entry, frame, last_seen"
              " FROM devices WHERE account = ? ORDER BY frame");
    rows << account;
    return collect<DeviceRecord>(rows, deviceOf);
}

Result<std::optional<std::pair<AccountRecord, DeviceRecord>>>
SqliteStorage::deviceByKey(const std::string& udf)
{
    SqliteQuery rows =
        query("SELECT d.device_udf, d.authentication_udf, d.signature_udf, d.connection, d.entry,"
              " d.frame, d.last_seen, a.address FROM devices d JOIN accounts a ON a.id = d.account"
              " WHERE d.authentication_udf = ?");
    rows << udf;
    MMM_TRY(const bool found, rows.next());
    if (!found)
        return std::nullopt;
    MMM_TRY(auto owner, account(rows.text(7)));
    return std::pair(std::move(*owner), deviceOf(rows));
}

Status SqliteStorage::putDevice(std::int64_t account, const DeviceRecord& device)
{
    SqliteQuery upsert = query(
        "INSERT INTO devices (account, device_udf, authentication_udf, signature_udf, connection, entry,"
        " frame, last_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account, device_udf) DO UPDATE "
        "SET"
        " authentication_udf = excluded.authentication_udf, signature_udf = excluded.signature_udf,"
        " connection = excluded.connection, entry = excluded.entry, frame = excluded.frame");
    upsert << account << device.deviceUdf << device.authenticationUdf << device.signatureUdf
           << device.connection << device.entry << device.frame << device.lastSeen;
    return upsert.run();
}

Status SqliteStorage::removeDevice(std::int64_t account, const std::string& deviceUdf)
{
    SqliteQuery erase = query("DELETE FROM devices WHERE account = ? AND device_udf = ?");
    erase << account << deviceUdf;
    return erase.run();
}

Status SqliteStorage::touchDevice(std::int64_t account, const std::string& deviceUdf, TimePoint seen)
{
    SqliteQuery update = query("UPDATE devices SET last_seen = ? WHERE account = ? AND device_udf = ?");
    update << seen << account << deviceUdf;
    return update.run();
}

Result<std::vector<ConnectionRequestRecord>> SqliteStorage::requests(std::int64_t account)
{
    SqliteQuery rows = query("SELECT device_udf, message_id, state, created, request, acknowledgement, result"
                             " FROM requests WHERE account = ? ORDER BY created");
    rows << account;
    return collect<ConnectionRequestRecord>(rows, requestOf);
}

Result<std::optional<ConnectionRequestRecord>> SqliteStorage::request(std::int64_t account,
                                                                      const std::string& deviceUdf)
{
    SqliteQuery rows = query("SELECT device_udf, message_id, state, created, request, acknowledgement, result"
                             " FROM requests WHERE account = ? AND device_udf = ?");
    rows << account << deviceUdf;
    MMM_TRY(const bool found, rows.next());
    return found ? std::optional(requestOf(rows)) : std::nullopt;
}

Status SqliteStorage::putRequest(std::int64_t account, const ConnectionRequestRecord& request)
{
    SqliteQuery upsert =
        query("INSERT INTO requests (account, device_udf, message_id, state, created,"
              " request, acknowledgement, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
              " ON CONFLICT (account, device_udf) DO UPDATE SET message_id = excluded.message_id,"
              " state = excluded.state, created = excluded.created, request = excluded.request,"
              " acknowledgement = excluded.acknowledgement, result = excluded.result");
    upsert << account << request.deviceUdf << request.messageId << static_cast<int>(request.state)
           << request.created << request.request << request.acknowledgement << request.result;
    return upsert.run();
}

Status SqliteStorage::removeRequestsBefore(std::int64_t account, TimePoint before)
{
    SqliteQuery erase = query("DELETE FROM requests WHERE account = ? AND created < ?");
    erase << account << before;
    return erase.run();
}

Result<std::optional<ClaimRecord>> SqliteStorage::claim(std::int64_t account, const std::string& deviceUdf)
{
    SqliteQuery rows = query("SELECT device_udf, message_id, sender, created, message FROM claims"
                             " WHERE account = ? AND device_udf = ?");
    rows << account << deviceUdf;
    MMM_TRY(const bool found, rows.next());
    if (!found)
        return std::nullopt;
    return ClaimRecord{rows.text(0), rows.text(1), rows.text(2), rows.moment(3), rows.octets(4)};
}

Status SqliteStorage::addClaim(std::int64_t account, const ClaimRecord& claim)
{
    SqliteQuery insert =
        query("INSERT INTO claims (account, device_udf, message_id, sender, created, message)"
              " VALUES (?, ?, ?, ?, ?, ?)");
    insert << account << claim.deviceUdf << claim.messageId << claim.sender << claim.created << claim.message;
    return insert.run();
}

Result<std::size_t> SqliteStorage::claimCount(std::int64_t account, const std::string& sender)
{
    SqliteQuery rows = query("SELECT COUNT(*) FROM claims WHERE account = ? AND (? = '' OR sender = ?)");
    rows << account << sender << sender;
    MMM_TRY(const bool found, rows.next());
    return found ? static_cast<std::size_t>(rows.integer(0)) : 0;
}

Status SqliteStorage::removeClaimsBefore(std::int64_t account, TimePoint before)
{
    SqliteQuery erase = query("DELETE FROM claims WHERE account = ? AND created < ?");
    erase << account << before;
    return erase.run();
}

} // namespace mmm::service
