#include "version_model.h"

#include "text.h"

namespace mmm::desktop {

void VersionModel::setVersions(std::vector<CatalogAccess::Version> versions)
{
    if (versions.empty() && m_versions.empty())
        return;
    beginResetModel();
    m_versions = std::move(versions);
    endResetModel();
    emit countChanged();
}

std::optional<std::int64_t> VersionModel::versionAt(int row) const
{
    if (row < 0 || row >= count() || m_versions[std::size_t(row)].removed)
        return std::nullopt;
    return m_versions[std::size_t(row)].version;
}

int VersionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant VersionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CatalogAccess::Version& version = m_versions[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case WhenRole:
        return agoText(version.when, nowForText());
    case DeviceRole:
        return toText(version.device);
    case RemovedRole:
        return version.removed;
    case CurrentRole:
        return index.row() == 0;
    default:
        return {};
    }
}

QHash<int, QByteArray> VersionModel::roleNames() const
{
    return {{WhenRole, "when"}, {DeviceRole, "device"}, {RemovedRole, "removed"}, {CurrentRole, "current"}};
}

} // namespace mmm::desktop
