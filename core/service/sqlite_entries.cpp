#include "service/sqlite_storage.h"

namespace mmm::service {

Result<EntryRecord> SqliteStorage::entryOf(const SqliteQuery& row)
{
    EntryRecord entry{row.text(1), row.text(2), row.octets(3), row.moment(4), row.maybeMoment(5), {}};
    SqliteQuery terms = query("SELECT type, term FROM terms WHERE entry = ? ORDER BY type, term");
    terms << row.integer(0);
    for (;;) {
        MMM_TRY(const bool more, terms.next());
        if (!more)
            return entry;
        entry.terms.emplace_back(terms.text(0), terms.text(1));
    }
}

Result<std::optional<EntryRecord>> SqliteStorage::exactEntry(const std::string& identifier)
{
    SqliteQuery rows = query("SELECT id, identifier, class, data, added, updated FROM entries"
                             " WHERE identifier = ?");
    rows << identifier;
    MMM_TRY(const bool found, rows.next());
    if (!found)
        return std::nullopt;
    return entryOf(rows);
}

Result<std::optional<EntryRecord>> SqliteStorage::entry(const std::string& identifier)
{
    constexpr std::size_t fewestCharacters = 28 + 6; // with separators
    MMM_TRY(auto exact, exactEntry(identifier));
    if (exact || identifier.size() < fewestCharacters)
        return exact;
    // among texts that sort as their prefixes do, whatever begins like this one is beside it
    SqliteQuery longer = query("SELECT id, identifier, class, data, added, updated FROM entries"
                               " WHERE identifier > ? ORDER BY identifier LIMIT 1");
    longer << identifier;
    MMM_TRY(const bool hasLonger, longer.next());
    if (hasLonger && longer.text(1).starts_with(identifier))
        return entryOf(longer);
    SqliteQuery shorter = query("SELECT id, identifier, class, data, added, updated FROM entries"
                                " WHERE identifier < ? ORDER BY identifier DESC LIMIT 1");
    shorter << identifier;
    MMM_TRY(const bool hasShorter, shorter.next());
    if (hasShorter && shorter.text(1).size() >= fewestCharacters && identifier.starts_with(shorter.text(1)))
        return entryOf(shorter);
    return std::nullopt;
}

Status SqliteStorage::putEntry(const EntryRecord& entry)
{
    SqliteQuery upsert =
        query("INSERT INTO entries (identifier, class, data, added, updated) VALUES (?, ?, ?, ?, ?)"
              " ON CONFLICT (identifier) DO UPDATE SET class = excluded.class, data = excluded.data,"
              " updated = excluded.updated");
    upsert << entry.identifier << entry.className << entry.data << entry.added << entry.updated;
    MMM_CHECK(upsert.run());
    SqliteQuery forget =
        query("DELETE FROM terms WHERE entry = (SELECT id FROM entries WHERE identifier = ?)");
    forget << entry.identifier;
    MMM_CHECK(forget.run());
    for (const auto& [type, term] : entry.terms) {
        SqliteQuery insert = query("INSERT OR IGNORE INTO terms (entry, type, term)"
                                   " SELECT id, ?, ? FROM entries WHERE identifier = ?");
        insert << type << term << entry.identifier;
        MMM_CHECK(insert.run());
    }
    return {};
}

Result<std::vector<EntryRecord>> SqliteStorage::formerEntries(const std::string& identifier)
{
    SqliteQuery rows = query("SELECT id, identifier, class, data, added, updated FROM former_entries"
                             " WHERE identifier = ? ORDER BY id");
    rows << identifier;
    return collect<EntryRecord>(rows, [](const SqliteQuery& row) {
        return EntryRecord{row.text(1), row.text(2), row.octets(3), row.moment(4), row.maybeMoment(5), {}};
    });
}

Status SqliteStorage::keepFormerEntry(const EntryRecord& entry)
{
    SqliteQuery insert = query("INSERT INTO former_entries (identifier, class, data, added, updated)"
                               " VALUES (?, ?, ?, ?, ?)");
    insert << entry.identifier << entry.className << entry.data << entry.added << entry.updated;
    return insert.run();
}

Result<std::vector<EntryRecord>>
SqliteStorage::entries(const std::vector<std::pair<std::string, std::string>>& terms, std::size_t offset,
                       std::size_t maxEntries)
{
    std::string sql = "SELECT id, identifier, class, data, added, updated FROM entries e WHERE 1";
    for (std::size_t i = 0; i < terms.size(); ++i)
        sql += " AND EXISTS (SELECT 1 FROM terms t WHERE t.entry = e.id AND t.type = ? AND t.term = ?)";
    sql += " ORDER BY id LIMIT ? OFFSET ?";
    SqliteQuery rows = query(sql.c_str());
    for (const auto& [type, term] : terms)
        rows << type << term;
    rows << static_cast<std::uint64_t>(maxEntries) << static_cast<std::uint64_t>(offset);
    std::vector<EntryRecord> found;
    for (;;) {
        MMM_TRY(const bool more, rows.next());
        if (!more)
            return found;
        MMM_TRY(EntryRecord record, entryOf(rows));
        found.push_back(std::move(record));
    }
}

} // namespace mmm::service
