#include "service/sqlite_storage.h"

namespace mmm::service {

Result<std::optional<AccountRecord>> SqliteStorage::account(const std::string& address)
{
    SqliteQuery rows =
        query("SELECT id, address, state, mesh_udf, account_udf, profile_mesh, profile_account,"
              " created, modified, is_group FROM accounts WHERE address = ?");
    rows << address;
    MMM_TRY(const bool found, rows.next());
    if (!found)
        return std::nullopt;
    return AccountRecord{rows.integer(0),     rows.text(1),   static_cast<AccountState>(rows.integer(2)),
                         rows.text(3),        rows.text(4),   rows.octets(5),
                         rows.octets(6),      rows.moment(7), rows.moment(8),
                         rows.integer(9) != 0};
}

Result<std::int64_t> SqliteStorage::createAccount(const AccountRecord& account, std::int64_t payer)
{
    SqliteQuery insert =
        query("INSERT INTO accounts (address, state, mesh_udf, account_udf, profile_mesh,"
              " profile_account, created, modified, is_group) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert << account.address << static_cast<int>(account.state) << account.meshUdf << account.accountUdf
           << account.profileMesh << account.profileAccount << account.created << account.modified
           << static_cast<int>(account.isGroup);
    const Status inserted = insert.run();
    if (!inserted) {
        return inserted.error().fault == Fault::Conflict ? fail(Fault::Exists, "account exists")
                                                         : tl::unexpected<Error>(inserted.error());
    }
    const std::int64_t id = insert.insertedId();
    SqliteQuery usage = query("INSERT INTO usage (account, octets, payer) VALUES (?, ?, NULLIF(?, 0))");
    usage << id << static_cast<std::uint64_t>(account.profileMesh.size() + account.profileAccount.size())
          << payer;
    MMM_CHECK(usage.run());
    return id;
}

Status SqliteStorage::updateAccount(const AccountRecord& account)
{
    SqliteQuery update =
        query("UPDATE accounts SET state = ?, profile_mesh = ?, profile_account = ?, modified = ?"
              " WHERE id = ?");
    update << static_cast<int>(account.state) << account.profileMesh << account.profileAccount
           << account.modified << account.id;
    return update.run();
}

Status SqliteStorage::eraseAccount(std::int64_t account)
{
    SqliteQuery erase = query("DELETE FROM accounts WHERE id = ?");
    erase << account;
    return erase.run();
}

Result<int> SqliteStorage::eraseClosed(TimePoint before)
{
    SqliteQuery erase = query("DELETE FROM accounts WHERE state IN (?, ?) AND modified < ?");
    erase << static_cast<int>(AccountState::Closed) << static_cast<int>(AccountState::Awaited) << before;
    MMM_CHECK(erase.run());
    return erase.changedRows();
}

Result<std::uint64_t> SqliteStorage::storedOctets(std::int64_t account)
{
    SqliteQuery rows = query("SELECT max(0, p.octets) FROM usage u JOIN usage p"
                             " ON p.account = coalesce(u.payer, u.account) WHERE u.account = ?");
    rows << account;
    MMM_TRY(const bool found, rows.next());
    return found ? rows.unsignedInteger(0) : 0;
}

Status SqliteStorage::count(std::int64_t account, std::uint64_t octets)
{
    SqliteQuery update = query("UPDATE usage SET octets = octets + ? WHERE account = ?");
    update << octets << account;
    return update.run();
}

Result<std::optional<MemberRecord>> SqliteStorage::member(std::int64_t group, const std::string& memberUdf)
{
    SqliteQuery rows = query("SELECT member_udf, address, service_key, member_key, added, profile_updated"
                             " FROM members WHERE account = ? AND member_udf = ?");
    rows << group << memberUdf;
    MMM_TRY(const bool found, rows.next());
    if (!found)
        return std::nullopt;
    return MemberRecord{rows.text(0),   rows.text(1),   rows.octets(2),
                        rows.octets(3), rows.moment(4), rows.maybeMoment(5)};
}

Status SqliteStorage::putMember(std::int64_t group, const MemberRecord& member)
{
    SqliteQuery upsert = query("INSERT INTO members (account, member_udf, address, service_key,"
                               " member_key, added, profile_updated) VALUES (?, ?, ?, ?, ?, ?, ?)"
                               " ON CONFLICT (account, member_udf) DO UPDATE SET address = excluded.address,"
                               " service_key = excluded.service_key, member_key = excluded.member_key,"
                               " added = excluded.added, profile_updated = excluded.profile_updated");
    upsert << group << member.memberUdf << member.address << BytesView(member.serviceKey)
           << BytesView(member.memberKey) << member.added << member.profileUpdated;
    return upsert.run();
}

Status SqliteStorage::removeMember(std::int64_t group, const std::optional<std::string>& memberUdf)
{
    SqliteQuery erase = query(memberUdf ? "DELETE FROM members WHERE account = ? AND member_udf = ?"
                                        : "DELETE FROM members WHERE account = ?");
    erase << group;
    if (memberUdf)
        erase << *memberUdf;
    return erase.run();
}

} // namespace mmm::service
