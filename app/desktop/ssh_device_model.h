#pragma once

#include "mesh/applications.h"
#include "mesh_link.h"
#include "row_model.h"

namespace mmm::desktop {

/// The keys that the devices have in one SSH profile, this device's first.
class SshDeviceModel : public mmm::desktop::RowModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of SshEditor")
    /// The lines of authorized_keys of all devices that have a key.
    Q_PROPERTY(QString lines READ lines NOTIFY linesChanged)
public:
    enum Role
    {
        DeviceNameRole = Qt::UserRole + 1,
        IsThisRole,
        LineRole,        ///< of authorized_keys; empty without a key
        FingerprintRole, ///< empty without a key
        NoteRole,        ///< why there is no key
    };

    explicit SshDeviceModel(MeshLink& link, QObject* parent = nullptr);

    /// Empty for none.
    void setProfile(const QString& entryId);
    [[nodiscard]] QString lines() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void linesChanged();

private:
    void read();
    void show(std::vector<mesh::SshDeviceKey> keys);

    MeshLink& m_link;
    QString m_profile;
    int m_number = 0; ///< of the latest question; older answers do not count
    std::vector<mesh::SshDeviceKey> m_rows;
};

} // namespace mmm::desktop
