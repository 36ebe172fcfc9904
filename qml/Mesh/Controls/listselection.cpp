#include "listselection.h"

#include <algorithm>

namespace mmm::controls {

namespace {

constexpr QChar isolate(0x2068); // FIRST STRONG ISOLATE, before a name of another direction

} // namespace

ListSelection::ListSelection(QObject* parent) : QItemSelectionModel(nullptr, parent)
{
    connect(this, &QItemSelectionModel::selectionChanged, this, &ListSelection::touch);
    connect(this, &QItemSelectionModel::modelChanged, this, [this](QAbstractItemModel* model) {
        m_anchor = QPersistentModelIndex();
        // Rows that move change what contains(row) answers although the choice itself stays.
        if (model != nullptr) {
            connect(model, &QAbstractItemModel::rowsInserted, this, &ListSelection::touch);
            connect(model, &QAbstractItemModel::rowsRemoved, this, &ListSelection::touch);
            connect(model, &QAbstractItemModel::rowsMoved, this, &ListSelection::touch);
            connect(model, &QAbstractItemModel::layoutChanged, this, &ListSelection::touch);
            connect(model, &QAbstractItemModel::modelReset, this, &ListSelection::touch);
        }
        touch();
    });
}

void ListSelection::touch()
{
    ++m_revision;
    emit changed();
}

QModelIndex ListSelection::at(int row) const
{
    return model() != nullptr ? model()->index(row, 0) : QModelIndex();
}

void ListSelection::follow(const QVariant& viewModel)
{
    setModel(qobject_cast<QAbstractItemModel*>(viewModel.value<QObject*>()));
}

int ListSelection::count() const
{
    return static_cast<int>(selectedIndexes().size());
}

bool ListSelection::contains(int row) const
{
    const QModelIndex index = at(row);
    return index.isValid() && isSelected(index);
}

QList<int> ListSelection::rows() const
{
    QList<int> rows;
    const QModelIndexList indexes = selectedIndexes();
    for (const QModelIndex& index : indexes) {
        rows.append(index.row());
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void ListSelection::selectOnly(int row)
{
    if (const QModelIndex index = at(row); index.isValid()) {
        m_anchor = index;
        select(index, ClearAndSelect);
    }
}

void ListSelection::toggle(int row)
{
    if (const QModelIndex index = at(row); index.isValid()) {
        m_anchor = index;
        select(index, Toggle);
    }
}

void ListSelection::extendTo(int row)
{
    const QModelIndex index = at(row);
    if (!index.isValid()) {
        return;
    }
    if (!m_anchor.isValid()) {
        m_anchor = index;
    }
    const auto [first, last] = std::minmax({m_anchor.row(), row});
    select(QItemSelection(at(first), at(last)), ClearAndSelect);
}

void ListSelection::selectAll()
{
    if (model() != nullptr && model()->rowCount() > 0) {
        select(QItemSelection(at(0), at(model()->rowCount() - 1)), ClearAndSelect);
    }
}

void ListSelection::selectNone()
{
    m_anchor = QPersistentModelIndex();
    clearSelection();
}

int ListSelection::rowBeginningWith(const QString& prefix, const QString& role, int from) const
{
    if (model() == nullptr || prefix.isEmpty()) {
        return -1;
    }
    const int roleNumber = model()->roleNames().key(role.toUtf8(), -1);
    const int rowCount = model()->rowCount();
    for (int step = 0; step < rowCount; ++step) {
        const int row = (std::max(from, 0) + step) % rowCount;
        QString text = at(row).data(roleNumber).toString();
        if (text.startsWith(isolate)) { // nobody types it
            text.remove(0, 1);
        }
        if (text.startsWith(prefix, Qt::CaseInsensitive)) {
            return row;
        }
    }
    return -1;
}

} // namespace mmm::controls
