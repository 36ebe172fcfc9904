#include "conflict_model.h"

namespace mmm::desktop {

bool ConflictModel::isDifferent(const Row& row)
{
    return row.mine != row.theirs || row.mineSecret != row.theirsSecret;
}

void ConflictModel::setFields(const QList<FieldText>& mine, const QList<FieldText>& theirs)
{
    const FieldText nothing;
    QList<Row> rows;
    for (qsizetype i = 0; i < std::max(mine.size(), theirs.size()); ++i) {
        const FieldText& one = i < mine.size() ? mine[i] : nothing;
        const FieldText& other = i < theirs.size() ? theirs[i] : nothing;
        Row row{one.name.isEmpty() ? other.name : one.name, one.value, other.value};
        row.isHidden = one.secret.has_value() || other.secret.has_value();
        row.mineSecret = one.secret.value_or(SharedSecret());
        row.theirsSecret = other.secret.value_or(SharedSecret());
        if (!row.mine.isEmpty() || !row.theirs.isEmpty() || !row.mineSecret.empty() ||
            !row.theirsSecret.empty())
            rows.append(std::move(row));
    }
    // what has to be decided comes first
    std::stable_partition(rows.begin(), rows.end(), isDifferent);
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
        return isDifferent(row);
    case HiddenRole:
        return row.isHidden;
    case MineSecretRole:
        return QVariant::fromValue(row.mineSecret);
    case TheirsSecretRole:
        return QVariant::fromValue(row.theirsSecret);
    default:
        return {};
    }
}

QHash<int, QByteArray> ConflictModel::roleNames() const
{
    return {{FieldRole, "field"},
            {MineRole, "mineText"},
            {TheirsRole, "theirsText"},
            {DifferentRole, "different"},
            {HiddenRole, "hidden"},
            {MineSecretRole, "mineSecret"},
            {TheirsSecretRole, "theirsSecret"}};
}

} // namespace mmm::desktop
