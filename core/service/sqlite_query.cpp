#include "service/sqlite_query.h"

#include <QSqlError>

namespace mmm::service {

Error databaseError(const QSqlError& error)
{
    // SQLite's primary result codes
    constexpr int busy = 5;
    constexpr int readOnly = 8;
    constexpr int corrupt = 11;
    constexpr int full = 13;
    constexpr int constraint = 19;
    constexpr int notADatabase = 26;
    std::string detail = error.text().toStdString();
    switch (error.nativeErrorCode().toInt() & 0xFF) {
    case busy:
        return {Fault::Overloaded, std::move(detail)};
    case readOnly:
        return {Fault::ReadOnly, std::move(detail)};
    case corrupt:
    case notADatabase:
        return {Fault::Damaged, std::move(detail)};
    case full:
        return {Fault::DiskFull, std::move(detail)};
    case constraint:
        return {Fault::Conflict, std::move(detail)};
    default:
        return {Fault::Io, std::move(detail)};
    }
}

SqliteQuery::SqliteQuery(const QSqlDatabase& database, const char* sql) : m_query(database)
{
    m_query.setForwardOnly(true);
    m_prepared = m_query.prepare(QString::fromLatin1(sql));
}

void SqliteQuery::bind(const QVariant& value)
{
    m_query.bindValue(m_bound++, value);
}

SqliteQuery& SqliteQuery::operator<<(std::int64_t value)
{
    bind(QVariant::fromValue<qlonglong>(value));
    return *this;
}

SqliteQuery& SqliteQuery::operator<<(std::uint64_t value)
{
    return *this << static_cast<std::int64_t>(value);
}

SqliteQuery& SqliteQuery::operator<<(int value)
{
    return *this << static_cast<std::int64_t>(value);
}

SqliteQuery& SqliteQuery::operator<<(const std::string& text)
{
    bind(text.empty() ? QStringLiteral("") : QString::fromStdString(text));
    return *this;
}

SqliteQuery& SqliteQuery::operator<<(BytesView octets)
{
    // a null array would be stored as NULL
    bind(octets.empty() ? QByteArray("")
                        : QByteArray(reinterpret_cast<const char*>(octets.data()),
                                     static_cast<qsizetype>(octets.size())));
    return *this;
}

SqliteQuery& SqliteQuery::operator<<(TimePoint moment)
{
    return *this << static_cast<std::int64_t>(moment.time_since_epoch().count());
}

SqliteQuery& SqliteQuery::operator<<(std::optional<TimePoint> moment)
{
    if (moment)
        return *this << *moment;
    bind(QVariant(QMetaType::fromType<qlonglong>()));
    return *this;
}

Status SqliteQuery::run()
{
    if (!m_prepared || !m_query.exec())
        return tl::unexpected<Error>(databaseError(m_query.lastError()));
    m_ran = true;
    return {};
}

Result<bool> SqliteQuery::next()
{
    if (!m_ran)
        MMM_CHECK(run());
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        return tl::unexpected<Error>(databaseError(m_query.lastError()));
    return false;
}

std::int64_t SqliteQuery::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

std::uint64_t SqliteQuery::unsignedInteger(int column) const
{
    return static_cast<std::uint64_t>(integer(column));
}

std::string SqliteQuery::text(int column) const
{
    return m_query.value(column).toString().toStdString();
}

Bytes SqliteQuery::octets(int column) const
{
    const QByteArray octets = m_query.value(column).toByteArray();
    return {octets.begin(), octets.end()};
}

TimePoint SqliteQuery::moment(int column) const
{
    return TimePoint(std::chrono::seconds(integer(column)));
}

std::optional<TimePoint> SqliteQuery::maybeMoment(int column) const
{
    return m_query.isNull(column) ? std::nullopt : std::optional(moment(column));
}

std::int64_t SqliteQuery::insertedId() const
{
    return m_query.lastInsertId().toLongLong();
}

int SqliteQuery::changedRows() const
{
    return m_query.numRowsAffected();
}

} // namespace mmm::service
