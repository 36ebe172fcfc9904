#pragma once

#include <QAbstractListModel>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <algorithm>
#include <vector>

namespace mmm::desktop {

/// A short list that is read anew when something has changed, and announces only what is different.
///
/// Types derived from it, as from the other bases that QML knows, name their base with its namespace: the
/// type registrar of Qt 6.4 finds it by that name only, and qmllint would miss what is inherited.
class RowModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY countChanged)
public:
    [[nodiscard]] int count() const { return rowCount(); }

signals:
    void countChanged();

protected:
    explicit RowModel(QObject* parent);

    /// Called every minute: has all texts asked for again, for "5 minutes ago" grows older.
    virtual void freshen();

    /// Turns `rows` into `next`, row by row. `key` gives what an item is known by; keys are unique.
    template<typename Item, typename Key>
    void updateRows(std::vector<Item>& rows, std::vector<Item> next, Key key)
    {
        const std::size_t before = rows.size();
        const auto place = [&](std::vector<Item>& items, std::size_t from, const Item& item) {
            const auto isIt = [&](const Item& other) { return key(other) == key(item); };
            return std::size_t(std::find_if(items.begin() + std::ptrdiff_t(from), items.end(), isIt) -
                               items.begin());
        };
        for (std::size_t row = rows.size(); row-- > 0;) {
            if (place(next, 0, rows[row]) == next.size()) {
                beginRemoveRows({}, int(row), int(row));
                rows.erase(rows.begin() + std::ptrdiff_t(row));
                endRemoveRows();
            }
        }
        for (std::size_t row = 0; row < next.size(); ++row) {
            const std::size_t old = place(rows, row, next[row]);
            if (old == rows.size()) {
                beginInsertRows({}, int(row), int(row));
                rows.insert(rows.begin() + std::ptrdiff_t(row), std::move(next[row]));
                endInsertRows();
                continue;
            }
            if (old != row) {
                beginMoveRows({}, int(old), int(old), {}, int(row));
                std::rotate(rows.begin() + std::ptrdiff_t(row), rows.begin() + std::ptrdiff_t(old),
                            rows.begin() + std::ptrdiff_t(old) + 1);
                endMoveRows();
            }
            rows[row] = std::move(next[row]);
            emit dataChanged(index(int(row)), index(int(row)));
        }
        if (rows.size() != before)
            emit countChanged();
    }

private:
    QTimer m_minutes;
};

} // namespace mmm::desktop
