#include "service/sqlite_query.h"
#include "service/sqlite_schema.h"
#include "service/storage.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

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

class SqliteStorage final : public Storage
{
public:
    SqliteStorage() = default;
    SqliteStorage(const SqliteStorage&) = delete;
    SqliteStorage& operator=(const SqliteStorage&) = delete;

    ~SqliteStorage() override
    {
        if (m_connection.isEmpty())
            return;
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(m_connection);
    }

    Status open(const std::string& file)
    {
        const QString path = QString::fromStdString(file);
        if (!QDir().mkpath(QFileInfo(path).absolutePath()))
            return fail(Fault::Io, "cannot make the folder of the database");
        m_connection = QUuid::createUuid().toString();
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
        m_database.setDatabaseName(path);
        if (!m_database.open())
            return tl::unexpected<Error>(databaseError(m_database.lastError()));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        return prepareDatabase(m_database);
    }

    Status transaction(const std::function<Status()>& work) override
    {
        const bool outer = m_depth == 0;
        MMM_CHECK(query(outer ? "BEGIN IMMEDIATE" : "SAVEPOINT inner").run());
        Change change(*this, outer);
        MMM_CHECK(work());
        MMM_CHECK(query(outer ? "COMMIT" : "RELEASE inner").run());
        change.keep();
        return {};
    }

    Result<std::optional<AccountRecord>> account(const std::string& address) override
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

    Result<std::int64_t> createAccount(const AccountRecord& account, std::int64_t payer) override
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

    Status updateAccount(const AccountRecord& account) override
    {
        SqliteQuery update =
            query("UPDATE accounts SET state = ?, profile_mesh = ?, profile_account = ?, modified = ?"
                  " WHERE id = ?");
        update << static_cast<int>(account.state) << account.profileMesh << account.profileAccount
               << account.modified << account.id;
        return update.run();
    }

    Status eraseAccount(std::int64_t account) override
    {
        SqliteQuery erase = query("DELETE FROM accounts WHERE id = ?");
        erase << account;
        return erase.run();
    }

    Result<int> eraseClosed(TimePoint before) override
    {
        SqliteQuery erase = query("DELETE FROM accounts WHERE state IN (?, ?) AND modified < ?");
        erase << static_cast<int>(AccountState::Closed) << static_cast<int>(AccountState::Awaited) << before;
        MMM_CHECK(erase.run());
        return erase.changedRows();
    }

    Result<std::uint64_t> storedOctets(std::int64_t account) override
    {
        SqliteQuery rows = query("SELECT max(0, p.octets) FROM usage u JOIN usage p"
                                 " ON p.account = coalesce(u.payer, u.account) WHERE u.account = ?");
        rows << account;
        MMM_TRY(const bool found, rows.next());
        return found ? rows.unsignedInteger(0) : 0;
    }

    Status count(std::int64_t account, std::uint64_t octets) override
    {
        SqliteQuery update = query("UPDATE usage SET octets = octets + ? WHERE account = ?");
        update << octets << account;
        return update.run();
    }

    Result<std::optional<ContainerRecord>> container(std::int64_t account, const std::string& name) override
    {
        SqliteQuery rows = query(
            "SELECT id, name, frames, octets, tree_digest FROM containers WHERE account = ? AND name = ?");
        rows << account << name;
        MMM_TRY(const bool found, rows.next());
        return found ? std::optional(containerOf(rows)) : std::nullopt;
    }

    Result<std::vector<ContainerRecord>> containers(std::int64_t account) override
    {
        SqliteQuery rows = query(
            "SELECT id, name, frames, octets, tree_digest FROM containers WHERE account = ? ORDER BY name");
        rows << account;
        return collect<ContainerRecord>(rows, containerOf);
    }

    Result<ContainerRecord> createContainer(std::int64_t account, const std::string& name) override
    {
        SqliteQuery insert = query(
            "INSERT INTO containers (account, name, frames, octets, tree_digest) VALUES (?, ?, 0, 0, x'')");
        insert << account << name;
        MMM_CHECK(insert.run());
        ContainerRecord container;
        container.id = insert.insertedId();
        container.name = name;
        return container;
    }

    Status renameContainer(std::int64_t container, const std::string& name) override
    {
        SqliteQuery erase = query("DELETE FROM containers WHERE name = ? AND id <> ? AND account ="
                                  " (SELECT account FROM containers WHERE id = ?)");
        erase << name << container << container;
        MMM_CHECK(erase.run());
        SqliteQuery update = query("UPDATE containers SET name = ? WHERE id = ?");
        update << name << container;
        return update.run();
    }

    Status append(ContainerRecord& container, const std::vector<FrameRecord>& frames) override
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
        SqliteQuery update =
            query("UPDATE containers SET frames = ?, octets = ?, tree_digest = ? WHERE id = ?");
        update << container.frames << container.octets << container.treeDigest << container.id;
        return update.run();
    }

    Result<std::vector<FrameRecord>> frames(std::int64_t container, std::uint64_t from, std::uint64_t to,
                                            std::size_t maxFrames, std::size_t maxOctets) override
    {
        SqliteQuery rows =
            query("SELECT idx, position, arrived, tree_digest, header, body, trailer FROM frames"
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

    Result<std::optional<FrameRecord>> frame(std::int64_t container, std::uint64_t index) override
    {
        SqliteQuery rows =
            query("SELECT idx, position, arrived, tree_digest, header, body, trailer FROM frames"
                  " WHERE container = ? AND idx = ?");
        rows << container << index;
        MMM_TRY(const bool found, rows.next());
        return found ? std::optional(frameOf(rows)) : std::nullopt;
    }

    Result<std::optional<FrameRecord>> frameAt(std::int64_t container, std::uint64_t position) override
    {
        SqliteQuery rows =
            query("SELECT idx, position, arrived, tree_digest, header, body, trailer FROM frames"
                  " WHERE container = ? AND position = ?");
        rows << container << position;
        MMM_TRY(const bool found, rows.next());
        return found ? std::optional(frameOf(rows)) : std::nullopt;
    }

    Result<ObjectRecord> object(std::int64_t container, const std::string& uniqueId) override
    {
        SqliteQuery rows =
            query("SELECT live, first, last FROM objects WHERE container = ? AND unique_id = ?");
        rows << container << uniqueId;
        MMM_TRY(const bool found, rows.next());
        if (!found)
            return ObjectRecord{};
        return ObjectRecord{rows.integer(0) != 0, rows.unsignedInteger(1), rows.unsignedInteger(2)};
    }

    Status setObject(std::int64_t container, const std::string& uniqueId, const ObjectRecord& object) override
    {
        SqliteQuery upsert =
            query("INSERT INTO objects (container, unique_id, live, first, last) VALUES (?, ?, ?, ?, ?)"
                  " ON CONFLICT (container, unique_id) DO UPDATE SET live = excluded.live,"
                  " first = excluded.first, last = excluded.last");
        upsert << container << uniqueId << (object.live ? 1 : 0) << object.first << object.last;
        return upsert.run();
    }

    Result<std::vector<DeviceRecord>> devices(std::int64_t account) override
    {
        SqliteQuery rows =
            query("SELECT device_udf, authentication_udf, signature_udf, connection, entry, frame, last_seen"
                  " FROM devices WHERE account = ? ORDER BY frame");
        rows << account;
        return collect<DeviceRecord>(rows, deviceOf);
    }

    Result<std::optional<std::pair<AccountRecord, DeviceRecord>>> deviceByKey(const std::string& udf) override
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

    Status putDevice(std::int64_t account, const DeviceRecord& device) override
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

    Status removeDevice(std::int64_t account, const std::string& deviceUdf) override
    {
        SqliteQuery erase = query("DELETE FROM devices WHERE account = ? AND device_udf = ?");
        erase << account << deviceUdf;
        return erase.run();
    }

    Status touchDevice(std::int64_t account, const std::string& deviceUdf, TimePoint seen) override
    {
        SqliteQuery update = query("UPDATE devices SET last_seen = ? WHERE account = ? AND device_udf = ?");
        update << seen << account << deviceUdf;
        return update.run();
    }

    Result<std::vector<ConnectionRequestRecord>> requests(std::int64_t account) override
    {
        SqliteQuery rows =
            query("SELECT device_udf, message_id, state, created, request, acknowledgement, result"
                  " FROM requests WHERE account = ? ORDER BY created");
        rows << account;
        return collect<ConnectionRequestRecord>(rows, requestOf);
    }

    Result<std::optional<ConnectionRequestRecord>> request(std::int64_t account,
                                                           const std::string& deviceUdf) override
    {
        SqliteQuery rows =
            query("SELECT device_udf, message_id, state, created, request, acknowledgement, result"
                  " FROM requests WHERE account = ? AND device_udf = ?");
        rows << account << deviceUdf;
        MMM_TRY(const bool found, rows.next());
        return found ? std::optional(requestOf(rows)) : std::nullopt;
    }

    Status putRequest(std::int64_t account, const ConnectionRequestRecord& request) override
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

    Status removeRequestsBefore(std::int64_t account, TimePoint before) override
    {
        SqliteQuery erase = query("DELETE FROM requests WHERE account = ? AND created < ?");
        erase << account << before;
        return erase.run();
    }

    Result<std::optional<ClaimRecord>> claim(std::int64_t account, const std::string& deviceUdf) override
    {
        SqliteQuery rows = query("SELECT device_udf, message_id, sender, created, message FROM claims"
                                 " WHERE account = ? AND device_udf = ?");
        rows << account << deviceUdf;
        MMM_TRY(const bool found, rows.next());
        if (!found)
            return std::nullopt;
        return ClaimRecord{rows.text(0), rows.text(1), rows.text(2), rows.moment(3), rows.octets(4)};
    }

    Status addClaim(std::int64_t account, const ClaimRecord& claim) override
    {
        SqliteQuery insert =
            query("INSERT INTO claims (account, device_udf, message_id, sender, created, message)"
                  " VALUES (?, ?, ?, ?, ?, ?)");
        insert << account << claim.deviceUdf << claim.messageId << claim.sender << claim.created
               << claim.message;
        return insert.run();
    }

    Result<std::size_t> claimCount(std::int64_t account, const std::string& sender) override
    {
        SqliteQuery rows = query("SELECT COUNT(*) FROM claims WHERE account = ? AND (? = '' OR sender = ?)");
        rows << account << sender << sender;
        MMM_TRY(const bool found, rows.next());
        return found ? static_cast<std::size_t>(rows.integer(0)) : 0;
    }

    Status removeClaimsBefore(std::int64_t account, TimePoint before) override
    {
        SqliteQuery erase = query("DELETE FROM claims WHERE account = ? AND created < ?");
        erase << account << before;
        return erase.run();
    }

    Result<std::optional<EntryRecord>> exactEntry(const std::string& identifier) override
    {
        SqliteQuery rows = query("SELECT id, identifier, class, data, added, updated FROM entries"
                                 " WHERE identifier = ?");
        rows << identifier;
        MMM_TRY(const bool found, rows.next());
        if (!found)
            return std::nullopt;
        return entryOf(rows);
    }

    Result<std::optional<EntryRecord>> entry(const std::string& identifier) override
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
        if (hasShorter && shorter.text(1).size() >= fewestCharacters &&
            identifier.starts_with(shorter.text(1)))
            return entryOf(shorter);
        return std::nullopt;
    }

    Result<std::vector<EntryRecord>> formerEntries(const std::string& identifier) override
    {
        SqliteQuery rows = query("SELECT id, identifier, class, data, added, updated FROM former_entries"
                                 " WHERE identifier = ? ORDER BY id");
        rows << identifier;
        return collect<EntryRecord>(rows, [](const SqliteQuery& row) {
            return EntryRecord{row.text(1),   row.text(2),        row.octets(3),
                               row.moment(4), row.maybeMoment(5), {}};
        });
    }

    Status keepFormerEntry(const EntryRecord& entry) override
    {
        SqliteQuery insert = query("INSERT INTO former_entries (identifier, class, data, added, updated)"
                                   " VALUES (?, ?, ?, ?, ?)");
        insert << entry.identifier << entry.className << entry.data << entry.added << entry.updated;
        return insert.run();
    }

    Status putEntry(const EntryRecord& entry) override
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

    Result<std::vector<EntryRecord>> entries(const std::vector<std::pair<std::string, std::string>>& terms,
                                             std::size_t offset, std::size_t maxEntries) override
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

    Result<std::optional<MemberRecord>> member(std::int64_t group, const std::string& memberUdf) override
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

    Status putMember(std::int64_t group, const MemberRecord& member) override
    {
        SqliteQuery upsert =
            query("INSERT INTO members (account, member_udf, address, service_key,"
                  " member_key, added, profile_updated) VALUES (?, ?, ?, ?, ?, ?, ?)"
                  " ON CONFLICT (account, member_udf) DO UPDATE SET address = excluded.address,"
                  " service_key = excluded.service_key, member_key = excluded.member_key,"
                  " added = excluded.added, profile_updated = excluded.profile_updated");
        upsert << group << member.memberUdf << member.address << BytesView(member.serviceKey)
               << BytesView(member.memberKey) << member.added << member.profileUpdated;
        return upsert.run();
    }

    Status removeMember(std::int64_t group, const std::optional<std::string>& memberUdf) override
    {
        SqliteQuery erase = query(memberUdf ? "DELETE FROM members WHERE account = ? AND member_udf = ?"
                                            : "DELETE FROM members WHERE account = ?");
        erase << group;
        if (memberUdf)
            erase << *memberUdf;
        return erase.run();
    }

    Status putSenders(std::int64_t account, const std::string& contact,
                      const std::vector<KnownSender>& senders) override
    {
        SqliteQuery forget = query("DELETE FROM senders WHERE account = ? AND contact = ?");
        forget << account << contact;
        MMM_CHECK(forget.run());
        for (const KnownSender& sender : senders) {
            SqliteQuery insert =
                query("INSERT OR IGNORE INTO senders (account, contact, address, account_udf,"
                      " permissions) VALUES (?, ?, ?, ?, ?)");
            insert << account << contact << sender.address << sender.accountUdf
                   << BytesView(permissionsToJson(sender.permissions));
            MMM_CHECK(insert.run());
        }
        return {};
    }

    Result<std::vector<KnownSender>> senders(std::int64_t account, const std::string& address) override
    {
        SqliteQuery rows = query("SELECT contact, address, account_udf, permissions FROM senders"
                                 " WHERE account = ? AND address = ? ORDER BY contact");
        rows << account << address;
        return collect<KnownSender>(rows, [](const SqliteQuery& row) {
            return KnownSender{row.text(0), row.text(1), row.text(2), permissionsOfJson(row.octets(3))};
        });
    }

    Status expectAnswer(std::int64_t account, const std::string& className, const std::string& recipient,
                        TimePoint sent) override
    {
        SqliteQuery upsert =
            query("INSERT OR REPLACE INTO expected (account, class, recipient, sent) VALUES (?, ?, ?, ?)");
        upsert << account << className << recipient << sent;
        return upsert.run();
    }

    Result<bool> isAnswerExpected(std::int64_t account, const std::string& className,
                                  const std::string& sender, TimePoint since) override
    {
        SqliteQuery rows = query("SELECT 1 FROM expected WHERE account = ? AND class = ? AND recipient = ?"
                                 " AND sent >= ?");
        rows << account << className << sender << since;
        return rows.next();
    }

    Status addDelivery(const DeliveryRecord& delivery) override
    {
        SqliteQuery insert =
            query("INSERT INTO deliveries (sender, recipient, message_id, message, created,"
                  " next_try, tries) SELECT ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM"
                  " deliveries WHERE sender = ? AND recipient = ? AND message_id = ?)");
        insert << delivery.sender << delivery.recipient << delivery.messageId << BytesView(delivery.message)
               << delivery.created << delivery.nextTry << delivery.tries << delivery.sender
               << delivery.recipient << delivery.messageId;
        return insert.run();
    }

    Result<std::vector<DeliveryRecord>> dueDeliveries(TimePoint now, std::size_t most) override
    {
        SqliteQuery rows = query(
            "SELECT id, sender, recipient, message_id, message, created, next_try, tries FROM deliveries"
            " WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY"
            " substr(recipient, instr(recipient, '@')) ORDER BY next_try, id) AS place FROM deliveries"
            " WHERE next_try <= ?) WHERE place = 1) ORDER BY next_try, id LIMIT ?");
        rows << now << static_cast<std::uint64_t>(most);
        return collect<DeliveryRecord>(rows, [](const SqliteQuery& row) {
            return DeliveryRecord{row.integer(0), row.text(1),   row.text(2),   row.text(3),
                                  row.octets(4),  row.moment(5), row.moment(6), row.integer(7)};
        });
    }

    Status postponeDelivery(const DeliveryRecord& delivery) override
    {
        SqliteQuery update = query("UPDATE deliveries SET next_try = ?, tries = ? WHERE id = ?");
        update << delivery.nextTry << delivery.tries << delivery.id;
        return update.run();
    }

    Status removeDelivery(std::int64_t id) override
    {
        SqliteQuery erase = query("DELETE FROM deliveries WHERE id = ?");
        erase << id;
        return erase.run();
    }

    Status keepSeen(const RequestMark& mark, TimePoint created) override
    {
        SqliteQuery insert = query("INSERT OR IGNORE INTO seen (mark, created) VALUES (?, ?)");
        insert << BytesView(mark) << created;
        return insert.run();
    }

    Result<std::vector<RequestMark>> seenAfter(TimePoint moment) override
    {
        SqliteQuery rows = query("SELECT mark FROM seen WHERE created > ?");
        rows << moment;
        return collect<RequestMark>(rows, [](const SqliteQuery& row) {
            RequestMark mark{};
            const Bytes octets = row.octets(0);
            std::copy_n(octets.begin(), std::min(octets.size(), mark.size()), mark.begin());
            return mark;
        });
    }

    Status forgetSeenBefore(TimePoint moment) override
    {
        SqliteQuery erase = query("DELETE FROM seen WHERE created < ?");
        erase << moment;
        return erase.run();
    }

    Result<std::optional<Bytes>> peer(const std::string& name) override
    {
        SqliteQuery rows = query("SELECT record FROM peers WHERE name = ?");
        rows << name;
        MMM_TRY(const bool found, rows.next());
        return found ? std::optional(rows.octets(0)) : std::nullopt;
    }

    Status putPeer(const std::string& name, BytesView record) override
    {
        SqliteQuery upsert = query("INSERT OR REPLACE INTO peers (name, record) VALUES (?, ?)");
        upsert << name << record;
        return upsert.run();
    }

    Result<std::optional<Bytes>> setting(const std::string& name) override
    {
        SqliteQuery rows = query("SELECT value FROM settings WHERE name = ?");
        rows << name;
        MMM_TRY(const bool found, rows.next());
        return found ? std::optional(rows.octets(0)) : std::nullopt;
    }

    Status setSetting(const std::string& name, BytesView value) override
    {
        SqliteQuery upsert = query("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)");
        upsert << name << value;
        return upsert.run();
    }

private:
    /// A transaction under way; undone unless it is kept, also when an exception ends it.
    class Change
    {
    public:
        Change(SqliteStorage& storage, bool isOuter) : m_storage(storage), m_isOuter(isOuter)
        {
            ++m_storage.m_depth;
        }
        ~Change()
        {
            --m_storage.m_depth;
            if (m_isKept)
                return;
            try {
                (void)m_storage.query(m_isOuter ? "ROLLBACK" : "ROLLBACK TO inner").run();
                if (!m_isOuter)
                    (void)m_storage.query("RELEASE inner").run();
            } catch (const std::exception&) {
                // no memory for even that: nothing is committed, and what comes next fails
            }
        }
        Change(const Change&) = delete;
        Change& operator=(const Change&) = delete;
        void keep() { m_isKept = true; }

    private:
        SqliteStorage& m_storage;
        const bool m_isOuter;
        bool m_isKept = false;
    };

    SqliteQuery query(const char* sql) { return {m_database, sql}; }

    template<typename T>
    static Result<std::vector<T>> collect(SqliteQuery& rows, T (*make)(const SqliteQuery&))
    {
        std::vector<T> found;
        for (;;) {
            MMM_TRY(const bool more, rows.next());
            if (!more)
                return found;
            found.push_back(make(rows));
        }
    }

    static ContainerRecord containerOf(const SqliteQuery& row)
    {
        return {row.integer(0), row.text(1), row.unsignedInteger(2), row.unsignedInteger(3), row.octets(4)};
    }

    static FrameRecord frameOf(const SqliteQuery& row)
    {
        return {row.unsignedInteger(0), row.unsignedInteger(1), row.moment(2), row.octets(4),
                row.octets(5),          row.octets(6),          row.octets(3)};
    }

    static DeviceRecord deviceOf(const SqliteQuery& row)
    {
        return {row.text(0),       row.text(1),   row.text(2),
                row.octets(3),     row.octets(4), row.unsignedInteger(5),
                row.maybeMoment(6)};
    }

    static ConnectionRequestRecord requestOf(const SqliteQuery& row)
    {
        return {row.text(0),   row.text(1),   static_cast<RequestState>(row.integer(2)),
                row.moment(3), row.octets(4), row.octets(5),
                row.octets(6)};
    }

    Result<EntryRecord> entryOf(const SqliteQuery& row)
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

    QString m_connection;
    QSqlDatabase m_database;
    int m_depth = 0; ///< of transactions within transactions
};

} // namespace

StorageFactory sqliteStorage(std::string file)
{
    return [file = std::move(file)]() -> Result<std::unique_ptr<Storage>> {
        auto storage = std::make_unique<SqliteStorage>();
        MMM_CHECK(storage->open(file));
        return storage;
    };
}

} // namespace mmm::service
