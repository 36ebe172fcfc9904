#include "service/sqlite_storage.h"

#include "service/sqlite_schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

#include <algorithm>

namespace mmm::service {

/// A transaction under way; undone unless it is kept, also when an exception ends it.
class SqliteStorage::Change
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

SqliteStorage::~SqliteStorage()
{
    if (m_connection.isEmpty())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Status SqliteStorage::open(const std::string& file)
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

Status SqliteStorage::transaction(const std::function<Status()>& work)
{
    const bool outer = m_depth == 0;
    MMM_CHECK(query(outer ? "BEGIN IMMEDIATE" : "SAVEPOINT inner").run());
    Change change(*this, outer);
    MMM_CHECK(work());
    MMM_CHECK(query(outer ? "COMMIT" : "RELEASE inner").run());
    change.keep();
    return {};
}

Status SqliteStorage::keepSeen(const RequestMark& mark, TimePoint created)
{
    SqliteQuery insert = query("INSERT OR IGNORE INTO seen (mark, created) VALUES (?, ?)");
    insert << BytesView(mark) << created;
    return insert.run();
}

Result<std::vector<RequestMark>> SqliteStorage::seenAfter(TimePoint moment)
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

Status SqliteStorage::forgetSeenBefore(TimePoint moment)
{
    SqliteQuery erase = query("DELETE FROM seen WHERE created < ?");
    erase << moment;
    return erase.run();
}

Result<std::optional<Bytes>> SqliteStorage::peer(const std::string& name)
{
    SqliteQuery rows = query("SELECT record FROM peers WHERE name = ?");
    rows << name;
    MMM_TRY(const bool found, rows.next());
    return found ? std::optional(rows.octets(0)) : std::nullopt;
}

Status SqliteStorage::putPeer(const std::string& name, BytesView record)
{
    SqliteQuery upsert = query("INSERT OR REPLACE INTO peers (name, record) VALUES (?, ?)");
    upsert << name << record;
    return upsert.run();
}

Result<std::optional<Bytes>> SqliteStorage::setting(const std::string& name)
{
    SqliteQuery rows = query("SELECT value FROM settings WHERE name = ?");
    rows << name;
    MMM_TRY(const bool found, rows.next());
    return found ? std::optional(rows.octets(0)) : std::nullopt;
}

Status SqliteStorage::setSetting(const std::string& name, BytesView value)
{
    SqliteQuery upsert = query("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)");
    upsert << name << value;
    return upsert.run();
}

StorageFactory sqliteStorage(std::string file)
{
    return [file = std::move(file)]() -> Result<std::unique_ptr<Storage>> {
        auto storage = std::make_unique<SqliteStorage>();
        MMM_CHECK(storage->open(file));
        return storage;
    };
}

} // namespace mmm::service
