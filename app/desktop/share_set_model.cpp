#include "share_set_model.h"

#include "text.h"

namespace mmm::desktop {

QString holdersText(const mesh::ShareSetInfo& set)
{
    QStringList names;
    for (std::size_t i = 0; i < set.holders.size(); ++i) {
        if (!set.holders[i].empty())
            names.append(ShareSetModel::tr("%1: %2").arg(i + 1).arg(toText(set.holders[i])));
    }
    return names.join(QStringLiteral(" · "));
}

void ShareSetModel::setSets(std::vector<mesh::ShareSetInfo> sets)
{
    std::ranges::reverse(sets);
    updateRows(m_rows, std::move(sets), [](const mesh::ShareSetInfo& set) { return set.set; });
}

int ShareSetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ShareSetModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const mesh::ShareSetInfo& set = m_rows[std::size_t(index.row())];
    switch (role) {
    case SetIdRole:
        return toText(set.set);
    case Qt::DisplayRole:
    case TitleRole:
        return tr("Any %1 of %2 shares").arg(set.threshold).arg(set.count);
    case MadeRole:
        return momentText(set.made);
    case HoldersRole:
        return holdersText(set);
    case RecordRole:
        return set.needsRecord;
    default:
        return {};
    }
}

QHash<int, QByteArray> ShareSetModel::roleNames() const
{
    return {{SetIdRole, "setId"},
            {TitleRole, "title"},
            {MadeRole, "made"},
            {HoldersRole, "holders"},
            {RecordRole, "needsRecord"}};
}

} // namespace mmm::desktop
