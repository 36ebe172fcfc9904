#include "import_preview.h"

namespace mmm::desktop {

void ImportPreview::setRows(std::vector<Row> rows)
{
    if (rows.empty() && m_rows.empty())
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    emit countChanged();
    emit selectionChanged();
}

int ImportPreview::selectedCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.isSelected; }));
}

int ImportPreview::duplicateCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.isDuplicate; }));
}

int ImportPreview::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ImportPreview::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case SubtitleRole:
        return row.subtitle;
    case DuplicateRole:
        return row.isDuplicate;
    case SelectedRole:
        return row.isSelected;
    default:
        return {};
    }
}

QHash<int, QByteArray> ImportPreview::roleNames() const
{
    return {{TitleRole, "title"},
            {SubtitleRole, "subtitle"},
            {DuplicateRole, "duplicate"},
            {SelectedRole, "selected"}};
}

void ImportPreview::setSelected(int row, bool selected)
{
    if (row < 0 || row >= rowCount() || m_rows[std::size_t(row)].isSelected == selected)
        return;
    m_rows[std::size_t(row)].isSelected = selected;
    emit dataChanged(index(row), index(row), {SelectedRole});
    emit selectionChanged();
}

template<typename Choose>
void ImportPreview::choose(Choose choose)
{
    if (m_rows.empty())
        return;
    for (Row& row : m_rows)
        row.isSelected = choose(row);
    emit dataChanged(index(0), index(rowCount() - 1), {SelectedRole});
    emit selectionChanged();
}

void ImportPreview::selectNew()
{
    choose([](const Row& row) { return !row.isDuplicate; });
}

void ImportPreview::selectAll()
{
    choose([](const Row&) { return true; });
}

void ImportPreview::selectNone()
{
    choose([](const Row&) { return false; });
}

} // namespace mmm::desktop
