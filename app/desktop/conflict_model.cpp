#include "conflict_model.h"

namespace mmm::desktop {

void ConflictModel::setFields(const QList<FieldText>& mine, const QList<FieldText>& theirs)
{
    QList<Row> rows;
    for (qsizetype i = 0; i < std::max(mine.size(), theirs.size()); ++i) {
        const FieldText& named = i < mine.size() ? mine[i] : theirs[i];
        const Row row{named.name, i < mine.size() ? mine[i].value : QString(),
                      i < theirs.size() ? theirs[i].value : QString()};
        if (!row.mine.isEmpty() || !row.theirs.isEmpty())
            rows.append(row);
    }
    if (rows.isEmpty() && m_rows.isEmpty())
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
    emit countChanged();
}

int ConflictModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ConflictModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case FieldRole:
        return row.field;
    case MineRole:
        return row.mine;
    case TheirsRole:
        return row.theirs;
    case DifferentRole:
        return row.mine != row.theirs;
    default:
        return {};
    }
}

QHash<int, QByteArray> ConflictModel::roleNames() const
{
    return {{FieldRole, "field"},
            {MineRole, "mineText"},
            {TheirsRole, "theirsText"},
            {DifferentRole, "different"}};
}

} // namespace mmm::desktop
