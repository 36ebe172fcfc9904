#include "service/sqlite_schema.h"

#include "service/sqlite_query.h"

#include <QSqlError>

namespace mmm::service {

namespace {

using Step = std::vector<std::string>;

/// An expression about a row, before and after a change of it.
std::string about(std::string expression, const std::string& row)
{
    for (std::size_t at = 0; (at = expression.find('$', at)) != std::string::npos; at += row.size())
        expression.replace(at, 1, row);
    return expression;
}

/// What keeps usage.octets in step with a table, whoever writes there and whatever is erased along with
/// something else. In `account` and `size`, $ stands for the row.
Step countedRows(const std::string& table, const std::string& account, const std::string& size)
{
    const auto change = [&](const char* sign, const std::string& row) {
        return "UPDATE usage SET octets = octets " + (sign + about(size, row)) +
               " WHERE account = " + about(account, row) + ";";
    };
    const std::string less = change("- ", "OLD");
    const std::string more = change("+ ", "NEW");
    const auto trigger = [&](const std::string& event, const std::string& work) {
        return "CREATE TRIGGER count_" + table + "_" + event + " AFTER " + event + " ON " + table +
               " BEGIN " + work + " END";
    };
    return {trigger("INSERT", more), trigger("DELETE", less), trigger("UPDATE", less + " " + more)};
}

constexpr auto profileSize = "(length($.profile_mesh) + length($.profile_account))";
constexpr auto requestSize = "(length($.request) + length($.acknowledgement) + length($.result))";
constexpr auto memberSize = "(length($.service_key) + length($.member_key))";
constexpr auto senderOf = "(SELECT id FROM accounts WHERE address = $.sender)";

/// What every account occupies. A row apart from the account's, which is large and seldom written. A group
/// counts for its maker as well. Of what was published before this step nobody knows whose it is.
Step usageStep()
{
    const auto sum = [](const std::string& table, const std::string& size, const std::string& account) {
        return " + coalesce((SELECT SUM(" + about(size, "t") + ") FROM " + table + " t WHERE " +
               about(account, "t") + " = a.id), 0)";
    };
    Step step{
        "CREATE TABLE usage (account INTEGER PRIMARY KEY REFERENCES accounts(id) ON DELETE CASCADE,"
        " octets INTEGER NOT NULL, payer INTEGER REFERENCES accounts(id) ON DELETE SET NULL)",
        "CREATE INDEX usage_by_payer ON usage (payer)",
        "INSERT INTO usage (account, octets, payer) SELECT a.id, " + about(profileSize, "a") +
            sum("containers", "$.octets", "$.account") + sum("requests", requestSize, "$.account") +
            sum("claims", "length($.message)", "$.account") + sum("members", memberSize, "$.account") +
            sum("deliveries", "length($.message)", senderOf) +
            ", CASE WHEN a.is_group THEN (SELECT MIN(m.id) FROM accounts m WHERE m.mesh_udf = a.mesh_udf"
            " AND NOT m.is_group) END FROM accounts a",
        "UPDATE usage SET octets = octets + coalesce((SELECT SUM(g.octets) FROM usage g"
        " WHERE g.payer = usage.account), 0)",
        "CREATE TRIGGER count_profiles AFTER UPDATE OF profile_mesh, profile_account ON accounts BEGIN"
        " UPDATE usage SET octets = octets - " +
            about(profileSize, "OLD") + " + " + about(profileSize, "NEW") + " WHERE account = NEW.id; END",
        "CREATE TRIGGER pay_more AFTER INSERT ON usage WHEN NEW.payer IS NOT NULL BEGIN"
        " UPDATE usage SET octets = octets + NEW.octets WHERE account = NEW.payer; END",
        "CREATE TRIGGER pay_other AFTER UPDATE OF octets ON usage WHEN NEW.payer IS NOT NULL BEGIN"
        " UPDATE usage SET octets = octets + NEW.octets - OLD.octets WHERE account = NEW.payer; END",
        "CREATE TRIGGER pay_less AFTER DELETE ON usage WHEN OLD.payer IS NOT NULL BEGIN"
        " UPDATE usage SET octets = octets - OLD.octets WHERE account = OLD.payer; END",
    };
    for (const Step& counted : {countedRows("containers", "$.account", "$.octets"),
                                countedRows("requests", "$.account", requestSize),
                                countedRows("claims", "$.account", "length($.message)"),
                                countedRows("members", "$.account", memberSize),
                                countedRows("deliveries", senderOf, "length($.message)")})
        step.insert(step.end(), counted.begin(), counted.end());
    return step;
}

/// Step n leads from version n to version n + 1. Steps that were released are never changed.
const std::vector<Step> migrations = {
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
    usageStep(),
    {
        "CREATE TABLE seen (mark BLOB PRIMARY KEY, created INTEGER NOT NULL) WITHOUT ROWID",
        "INSERT INTO settings (name, value) SELECT 'served', x'31' WHERE EXISTS (SELECT 1 FROM accounts)",
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
            for (const std::string& sql : migrations[step])
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
