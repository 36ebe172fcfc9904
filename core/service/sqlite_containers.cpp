#include "service/sqlite_storage.h"

namespace mmm::service {

namespace {

ContainerRecord containerOf(const SqliteQuery& row)
{
    return {row.integer(0), row.text(1), row.unsignedInteger(2), row.unsignedInteger(3), row.octets(4)};
}

FrameRecord frameOf(const SqliteQuery& row)
{
    return {row.unsignedInteger(0), row.unsignedInteger(1), row.moment(2), row.octets(4),
            row.octets(5),          row.octets(6),          row.octets(3)};
}

} // namespace

Result<std::optional<ContainerRecord>> SqliteStorage::container(std::int64_t account, const std::string& name)
{
    SqliteQuery rows =
        query("SELECT id, name, frames, octets, tree_digest FROM containers WHERE account = ? AND name = ?");
    rows << account << name;
    MMM_TRY(const bool found, rows.next());
    return found ? std::optional(containerOf(rows)) : std::nullopt;
}

Result<std::vector<ContainerRecord>> SqliteStorage::containers(std::int64_t account)
{
    SqliteQuery rows =
        query("SELECT id, name, frames, octets, tree_digest FROM containers WHERE account = ? ORDER BY name");
    rows << account;
    return collect<ContainerRecord>(rows, containerOf);
}

Result<ContainerRecord> SqliteStorage::createContainer(std::int64_t account, const std::string& name)
{
    SqliteQuery insert =
        query("INSERT INTO containers (account, name, frames, octets, tree_digest) VALUES (?, ?, 0, 0, x'')");
    insert << account << name;
    MMM_CHECK(insert.run());
    ContainerRecord container;
    container.id = insert.insertedId();
    container.name = name;
    return container;
}

Status SqliteStorage::renameContainer(std::int64_t container, const std::string& name)
{
    SqliteQuery erase = query("DELETE FROM containers WHERE name = ? AND id <> ? AND account ="
                              " (SELECT account FROM containers WHERE id = ?)");
    erase << name << container << container;
    MMM_CHECK(erase.run());
    SqliteQuery update = query("UPDATE containers SET name = ? WHERE id = ?");
    update << name << container;
    return update.run();
}

Status SqliteStorage::append(ContainerRecord& container, const std::vector<FrameRecord>& frames)
{
    if (frames.empty())
        return {};
    for (const FrameRecord& frame : frames) {
        SqliteQuery insert =
            query("INSERT INTO frames (container, idx, position, arrived, tree_digest, header, body,"
                  " trailer) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        insert << container.id << frame.index << frame.position << frame.arrived << frame.treeDigest
               << frame.header << frame.body << frame.trailer;
        MMM_CHECK(insert.run());
    }
    SqliteQuery update = query("UPDATE containers SET frames = ?, octets = ?, tree_digest = ? WHERE id = ?");
    update << container.frames << container.octets << container.treeDigest << container.id;
    return update.run();
}

Result<std::vector<FrameRecord>> SqliteStorage::frames(std::int64_t container, std::uint64_t from,
                                                       std::uint64_t to, std::size_t maxFrames,
                                                       std::size_t maxOctets)
{
    SqliteQuery rows = query("SELECT idx, position, arrived, tree_digest, header, body, trailer FROM frames"
                             " WHERE container = ? AND idx >= ? AND idx <= ? ORDER BY idx LIMIT ?");
    rows << container << from << to << static_cast<std::uint64_t>(maxFrames);
    std::vector<FrameRecord> found;
    std::size_t octets = 0;
    for (;;) {
        MMM_TRY(const bool more, rows.next());
        if (!more)
            return found;
        FrameRecord frame = frameOf(rows);
        octets += frame.header.size() + frame.body.size() + frame.trailer.size();
        if (octets > maxOctets && !found.empty())
            return found;
        found.push_back(std::move(frame));
    }
}

Result<std::optional<FrameRecord>> SqliteStorage::frame(std::int64_t container, std::uint64_t index)
{
    SqliteQuery rows = query("SELECT idx, position, arrived, tree_digest, header, body, trailer FROM frames"
                             " WHERE container = ? AND idx = ?");
    rows << container << index;
    MMM_TRY(const bool found, rows.next());
    return found ? std::optional(frameOf(rows)) : std::nullopt;
}

Result<std::optional<FrameRecord>> SqliteStorage::frameAt(std::int64_t container, std::uint64_t position)
{
    SqliteQuery rows = query("SELECT idx, position, arrived, tree_digest, header, body, trailer FROM frames"
                             " WHERE container = ? AND position = ?");
    rows << container << position;
    MMM_TRY(const bool found, rows.next());
    return found ? std::optional(frameOf(rows)) : std::nullopt;
}

Result<ObjectRecord> SqliteStorage::object(std::int64_t container, const std::string& uniqueId)
{
    SqliteQuery rows = query("SELECT live, first, last FROM objects WHERE container = ? AND unique_id = ?");
    rows << container << uniqueId;
    MMM_TRY(const bool found, rows.next());
    if (!found)
        return ObjectRecord{};
    return ObjectRecord{rows.integer(0) != 0, rows.unsignedInteger(1), rows.unsignedInteger(2)};
}

Status SqliteStorage::setObject(std::int64_t container, const std::string& uniqueId,
                                const ObjectRecord& object)
{
    SqliteQuery upsert =
        query("INSERT INTO objects (container, unique_id, live, first, last) VALUES (?, ?, ?, ?, ?)"
              " ON CONFLICT (container, unique_id) DO UPDATE SET live = excluded.live,"
              " first = excluded.first, last = excluded.last");
    upsert << container << uniqueId << (object.live ? 1 : 0) << object.first << object.last;
    return upsert.run();
}

} // namespace mmm::service
