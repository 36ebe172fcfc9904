#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <iterator>
#include <utility>
#include <vector>

namespace mmm::desktop {

/// The rows of a list inside a form, which the person adds, edits and removes. A derived type keeps them in a
/// vector of a row type of its own and changes that only through the functions here, which announce it.
class FormList : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY countChanged)
public:
    [[nodiscard]] int count() const { return rowCount(); }

signals:
    void countChanged();
    /// The person changed something.
    void edited();

protected:
    using QAbstractListModel::QAbstractListModel;

    /// Other rows altogether, because the form shows another entry.
    template<typename Row>
    void replaceRows(std::vector<Row>& rows, std::vector<Row> next)
    {
        if (rows.empty() && next.empty())
            return;
        beginResetModel();
        rows = std::move(next);
        endResetModel();
        emit countChanged();
    }

    template<typename Row>
    void appendRows(std::vector<Row>& rows, std::vector<Row> more)
    {
        if (more.empty())
            return;
        beginInsertRows({}, count(), count() + int(more.size()) - 1);
        rows.insert(rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        endInsertRows();
        emit countChanged();
        emit edited();
    }

    template<typename Row, typename Value>
    void setField(std::vector<Row>& rows, int row, Value Row::*member, const Value& value)
    {
        if (row < 0 || row >= count() || rows[std::size_t(row)].*member == value)
            return;
        rows[std::size_t(row)].*member = value;
        emit dataChanged(index(row), index(row));
        emit edited();
    }

    template<typename Row>
    void removeRow(std::vector<Row>& rows, int row)
    {
        if (row < 0 || row >= count())
            return;
        beginRemoveRows({}, row, row);
        rows.erase(rows.begin() + row);
        endRemoveRows();
        emit countChanged();
        emit edited();
    }
};

} // namespace mmm::desktop
