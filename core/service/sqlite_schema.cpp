#include "service/sqlite_schema.h"

#include "service/sqlite_query.h"

#include <QSqlError>

namespace mmm::service {

namespace {

/// Step n leads from version n to version n + 1. Steps that were released are never changed.
const std::vector<std::vector<const char*>> migrations = {
    {
        "CREATE TABLE accounts (id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, state INTEGER NOT NULL,"
        " mesh_udf TEXT NOT NULL, account_udf TEXT NOT NULL, profile_mesh BLOB NOT NULL,"
        " profile_account BLOB NOT NULL, created INTEGER NOT NULL, modified INTEGER NOT NULL)",
        "CREATE TABLE containers (id INTEGER PRIMARY KEY, account INTEGER NOT NULL REFERENCES accounts(id)"
        " ON DELETE CASCADE, name TEXT NOT NULL, frames INTEGER NOT NULL, octets INTEGER NOT NULL,"
        " tree_digest BLOB NOT NULL, UNIQUE (account, name))",
        "CREATE TABLE frames (container INTEGER NOT NULL REFERENCES containers(id) ON DELETE CASCADE,"
        " idx INTEGER NOT NULL, position INTEGER NOT NULL, arrived INTEGER NOT NULL, tree_digest BLOB NOT "
        "NULL,"
        " header BLOB NOT NULL, body BLOB NOT NULL, trailer BLOB NOT NULL, PRIMARY KEY (container, idx))",
        "CREATE TABLE objects (container INTEGER NOT NULL REFERENCES containers(id) ON DELETE CASCADE,"
        " unique_id TEXT NOT NULL, live INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,"
        " PRIMARY KEY (container, unique_id)) WITHOUT ROWID",
        "CREATE TABLE devices (account INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,"
        " device_udf TEXT NOT NULL, authentication_udf TEXT NOT NULL, signature_udf TEXT NOT NULL,"
        " connection BLOB NOT NULL, entry BLOB NOT NULL, frame INTEGER NOT NULL, last_seen INTEGER,"
        " PRIMARY KEY (account, device_udf))",
        "CREATE INDEX devices_by_key ON devices (authentication_udf)",
        "CREATE TABLE requests (account INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,"
        " device_udf TEXT NOT NULL, message_id TEXT NOT NULL, state INTEGER NOT NULL, created INTEGER NOT "
        "NULL,"
        " request BLOB NOT NULL, acknowledgement BLOB NOT NULL, result BLOB NOT NULL,"
        " PRIMARY KEY (account, device_udf))",
        "CREATE TABLE entries (id INTEGER PRIMARY KEY, identifier TEXT NOT NULL UNIQUE, class TEXT NOT NULL,"
        " data BLOB NOT NULL, added INTEGER NOT NULL, updated INTEGER)",
        "CREATE TABLE terms (entry INTEGER NOT NULL REFERENCES entries(id) ON DELETE CASCADE, type TEXT NOT "
        "NULL,"
        " term TEXT NOT NULL, PRIMARY KEY (type, term, entry)) WITHOUT ROWID",
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    },
    {
        "CREATE TABLE former_entries (id INTEGER PRIMARY KEY, identifier TEXT NOT NULL, class TEXT NOT NULL,"
        " data BLOB NOT NULL, added INTEGER NOT NULL, updated INTEGER)",
        "CREATE INDEX former_by_identifier ON former_entries (identifier)",
    },
    {
        "CREATE TABLE senders (account INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,"
        " contact TEXT NOT NULL, address TEXT NOT NULL, account_udf TEXT NOT NULL, permissions BLOB NOT NULL,"
        " PRIMARY KEY (account, contact, address, account_udf)) WITHOUT ROWID",
        "CREATE INDEX senders_by_address ON senders (account, address)",
        "CREATE TABLE expected (account INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,"
        " class TEXT NOT NULL, recipient TEXT NOT NULL, sent INTEGER NOT NULL,"
        " PRIMARY KEY (account, class, recipient)) WITHOUT ROWID",
        "CREATE TABLE deliveries (id INTEGER PRIMARY KEY, sender TEXT NOT NULL, recipient TEXT NOT NULL,"
        " message_id TEXT NOT NULL, message BLOB NOT NULL, created INTEGER NOT NULL, next_try INTEGER NOT "
        "NULL,"
        " tries INTEGER NOT NULL)",
        "CREATE INDEX deliveries_by_time ON deliveries (next_try)",
        "CREATE TABLE peers (name TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID",
    },
    {
        "ALTER TABLE accounts ADD COLUMN is_group INTEGER NOT NULL DEFAULT 0",
        "CREATE TABLE members (account INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,"
        " member_udf TEXT NOT NULL, address TEXT NOT NULL, service_key BLOB NOT NULL, member_key BLOB NOT "
        "NULL,"
        " added INTEGER NOT NULL, profile_updated INTEGER, PRIMARY KEY (account, member_udf)) WITHOUT ROWID",
    },
    {
        "CREATE TABLE claims (account INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,"
        " device_udf TEXT NOT NULL, message_id TEXT NOT NULL, sender TEXT NOT NULL, created INTEGER NOT NULL,"
        " message BLOB NOT NULL, PRIMARY KEY (account, device_udf)) WITHOUT ROWID",
    },
};

Status execute(const QSqlDatabase& database, const std::string& sql)
{
    return SqliteQuery(database, sql.c_str()).run();
}

Result<std::int64_t> version(const QSqlDatabase& database)
{
    SqliteQuery query(database, "PRAGMA user_version");
    MMM_TRY(const bool any, query.next());
    return any ? query.integer(0) : 0;
}

} // namespace

Status prepareDatabase(QSqlDatabase& database)
{
    // FULL: a commit is on the disk before it is reported
    for (const char* pragma :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON",
          "PRAGMA busy_timeout = 10000", "PRAGMA secure_delete = ON"})
        MMM_CHECK(execute(database, pragma));
    // nothing is written where nothing is to be changed: a service comes up on a full disk, too
    MMM_TRY(const std::int64_t present, version(database));
    if (present == static_cast<std::int64_t>(migrations.size()))
        return {};
    MMM_CHECK(execute(database, "BEGIN IMMEDIATE"));
    const Status migrated = [&]() -> Status {
        MMM_TRY(const std::int64_t found, version(database));
        if (found > static_cast<std::int64_t>(migrations.size()))
            return fail(Fault::Unsupported, "the data was written by a newer version of the service");
        for (auto step = static_cast<std::size_t>(found); step < migrations.size(); ++step) {
            for (const char* sql : migrations[step])
                MMM_CHECK(execute(database, sql));
        }
        return execute(database, "PRAGMA user_version = " + std::to_string(migrations.size()));
    }();
    if (!migrated) {
        (void)execute(database, "ROLLBACK");
        return migrated;
    }
    return execute(database, "COMMIT");
}

} // namespace mmm::service
