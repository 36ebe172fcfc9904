#include "ssh_device_model.h"

#include "ssh/public_key.h"
#include "text.h"

namespace mmm::desktop {

SshDeviceModel::SshDeviceModel(MeshLink& link, QObject* parent) : RowModel(parent), m_link(link)
{
    connect(&link, &MeshLink::devicesListChanged, this, &SshDeviceModel::read);
    connect(&link, &MeshLink::catalogChanged, this, [this](CatalogKind kind, const QStringList& ids) {
        if (kind == CatalogKind::SshProfiles && (ids.isEmpty() || ids.contains(m_profile)))
            read();
    });
}

void SshDeviceModel::setProfile(const QString& entryId)
{
    if (m_profile == entryId)
        return;
    m_profile = entryId;
    show({});
    read();
}

void SshDeviceModel::read()
{
    const int number = ++m_number;
    if (m_profile.isEmpty())
        return;
    m_link.runOnMesh(
        Concern::SshProfiles, this,
        [id = fromText(m_profile)](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.applications().sshDevices(id);
        },
        [this, number](Result<std::vector<mesh::SshDeviceKey>> keys) {
            if (number == m_number)
                show(keys ? std::move(*keys) : std::vector<mesh::SshDeviceKey>());
        });
}

void SshDeviceModel::show(std::vector<mesh::SshDeviceKey> keys)
{
    updateRows(m_rows, std::move(keys), [](const mesh::SshDeviceKey& key) { return key.deviceUdf; });
    emit linesChanged();
}

QString SshDeviceModel::lines() const
{
    QString all;
    for (const mesh::SshDeviceKey& key : m_rows) {
        if (!key.line.empty())
            all += toText(key.line) + QLatin1Char('\n');
    }
    return all;
}

int SshDeviceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SshDeviceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const mesh::SshDeviceKey& key = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case DeviceNameRole:
        return key.deviceName.empty() ? tr("Device without a name") : toText(key.deviceName);
    case IsThisRole:
        return key.isThisDevice;
    case LineRole:
        return toText(key.line);
    case FingerprintRole: {
        const auto line = ssh::AuthorizedKey::parse(key.line);
        return line ? toText(line->key.fingerprint()) : QString();
    }
    case NoteRole:
        if (!key.line.empty())
            return QString();
        return key.canHaveKey ? tr("Its key comes as soon as a device that manages the others is reached.")
                              : tr("It was connected by an older program and can have no key.");
    default:
        return {};
    }
}

QHash<int, QByteArray> SshDeviceModel::roleNames() const
{
    return {{DeviceNameRole, "deviceName"},
            {IsThisRole, "isThis"},
            {LineRole, "line"},
            {FingerprintRole, "fingerprint"},
            {NoteRole, "note"}};
}

} // namespace mmm::desktop
