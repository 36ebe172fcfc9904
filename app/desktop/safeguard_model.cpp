#include "safeguard_model.h"

namespace mmm::desktop {

void SafeguardModel::setRows(std::vector<Row> rows)
{
    updateRows(m_rows, std::move(rows), [](const Row& row) { return row.id; });
}

int SafeguardModel::countOf(Level level) const
{
    return int(std::ranges::count_if(m_rows, [level](const Row& row) { return row.level == level; }));
}

int SafeguardModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SafeguardModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case TextRole:
        return row.text;
    case LevelRole:
        return row.level;
    case PlaceRole:
        return row.place;
    case ActionRole:
        return row.action;
    default:
        return {};
    }
}

QHash<int, QByteArray> SafeguardModel::roleNames() const
{
    return {{TitleRole, "title"},
            {TextRole, "text"},
            {LevelRole, "level"},
            {PlaceRole, "place"},
            {ActionRole, "actionText"}};
}

} // namespace mmm::desktop
