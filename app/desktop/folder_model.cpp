#include "folder_model.h"

#include "text.h"

#include <QCollator>
#include <algorithm>

namespace mmm::desktop {

void FolderModel::setFolders(const QMap<QString, int>& counts)
{
    QMap<QStringList, int> below;
    for (auto folder = counts.begin(); folder != counts.end(); ++folder) {
        const QStringList parts = folder.key().split(QLatin1Char('/'), Qt::SkipEmptyParts);
        for (qsizetype depth = 1; depth <= parts.size(); ++depth)
            below[parts.mid(0, depth)] += folder.value();
    }
    std::vector<Folder> folders;
    for (auto folder = below.begin(); folder != below.end(); ++folder)
        folders.push_back({folder.key(), folder.value()});
    const QCollator collator = listCollator();
    std::sort(folders.begin(), folders.end(), [&](const Folder& a, const Folder& b) {
        return std::lexicographical_compare(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(),
                                            [&](const QString& x, const QString& y) {
                                                const int order = collator.compare(x, y);
                                                return order != 0 ? order < 0 : x < y;
                                            });
    });
    if (folders == m_folders)
        return;

    const auto sameParts = [](const Folder& a, const Folder& b) { return a.parts == b.parts; };
    if (std::equal(folders.begin(), folders.end(), m_folders.begin(), m_folders.end(), sameParts)) {
        m_folders = std::move(folders);
        emit dataChanged(index(0), index(count() - 1), {EntryCountRole});
        return;
    }
    beginResetModel();
    m_folders = std::move(folders);
    endResetModel();
    emit countChanged();
}

int FolderModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant FolderModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Folder& folder = m_folders[std::size_t(index.row())];
    switch (role) {
    case PathRole:
        return folder.parts.join(QLatin1Char('/'));
    case Qt::DisplayRole:
    case NameRole:
        return folder.parts.last();
    case DepthRole:
        return int(folder.parts.size()) - 1;
    case EntryCountRole:
        return folder.entries;
    default:
        return {};
    }
}

QHash<int, QByteArray> FolderModel::roleNames() const
{
    return {{PathRole, "path"}, {NameRole, "name"}, {DepthRole, "depth"}, {EntryCountRole, "entryCount"}};
}

QString FolderModel::pathAt(int row) const
{
    return row >= 0 && row < count() ? m_folders[std::size_t(row)].parts.join(QLatin1Char('/')) : QString();
}

} // namespace mmm::desktop
