#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <optional>
#include <vector>

namespace mmm::service {

/// The fault behind a database error.
[[nodiscard]] Error databaseError(const QSqlError& error);

/// One prepared statement, its values and its rows, with failures as results.
class SqliteQuery
{
public:
    SqliteQuery(const QSqlDatabase& database, const char* sql);

    SqliteQuery& operator<<(std::int64_t value);
    SqliteQuery& operator<<(std::uint64_t value);
    SqliteQuery& operator<<(int value);
    SqliteQuery& operator<<(const std::string& text);
    SqliteQuery& operator<<(BytesView octets);
    SqliteQuery& operator<<(TimePoint moment);
    SqliteQuery& operator<<(std::optional<TimePoint> moment);

    /// Runs a statement whose rows nobody reads.
    [[nodiscard]] Status run();
    /// Moves to the first row, then to the next one; false after the last.
    [[nodiscard]] Result<bool> next();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t unsignedInteger(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Bytes octets(int column) const;
    [[nodiscard]] TimePoint moment(int column) const;
    [[nodiscard]] std::optional<TimePoint> maybeMoment(int column) const;
    [[nodiscard]] std::int64_t insertedId() const;
    [[nodiscard]] int changedRows() const;

private:
    void bind(const QVariant& value);

    QSqlQuery m_query;
    int m_bound = 0;
    bool m_prepared = false;
    bool m_ran = false;
};

/// All rows of a query that has its values, each made into a T.
template<typename T>
[[nodiscard]] Result<std::vector<T>> collect(SqliteQuery& rows, T (*make)(const SqliteQuery&))
{
    std::vector<T> found;
    for (;;) {
        MMM_TRY(const bool more, rows.next());
        if (!more)
            return found;
        found.push_back(make(rows));
    }
}

} // namespace mmm::service
