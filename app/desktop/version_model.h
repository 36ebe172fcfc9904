#pragma once

#include "catalog_access.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// The values that an entry had, the newest first.
class VersionModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY countChanged)
public:
    enum Role
    {
        WhenRole = Qt::UserRole + 1,
        DeviceRole,
        RemovedRole, ///< the entry was removed then
        CurrentRole, ///< what the entry is now
    };

    explicit VersionModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setVersions(std::vector<CatalogAccess::Version> versions);
    /// The version of a row as the catalog counts it; none for a removal.
    [[nodiscard]] std::optional<std::int64_t> versionAt(int row) const;

    [[nodiscard]] int count() const { return int(m_versions.size()); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    std::vector<CatalogAccess::Version> m_versions;
};

} // namespace mmm::desktop
