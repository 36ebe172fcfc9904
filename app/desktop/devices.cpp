#include "devices.h"

#include "fault_text.h"
#include "text.h"

namespace mmm::desktop {

namespace {

constexpr qsizetype nameLimit = 64;

struct Listed
{
    Result<std::vector<mesh::DeviceInfo>> devices;
    bool isAdministrator = false;
};

} // namespace

Devices::Devices(MeshLink& link, QObject* parent) : RowModel(parent), Published<Devices>(this), m_link(link)
{
    connect(&link, &MeshLink::devicesListChanged, this, &Devices::refresh);
    connect(&link, &MeshLink::syncStateChanged, this, [this] {
        const auto isUnseen = [](const mesh::DeviceInfo& one) { return !one.isThisDevice && !one.lastSeen; };
        if (std::any_of(m_rows.begin(), m_rows.end(), isUnseen))
            refresh();
    });
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (available) {
            refresh();
            return;
        }
        m_listed = false;
        setError({});
        updateRows(m_rows, {}, [](const mesh::DeviceInfo& device) { return device.udf; });
    });
}

void Devices::freshen()
{
    refresh();
}

int Devices::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant Devices::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const mesh::DeviceInfo& device = m_rows[std::size_t(index.row())];
    switch (role) {
    case DeviceIdRole:
        return toText(device.udf);
    case Qt::DisplayRole:
    case NameRole:
        return device.name.empty() ? tr("Device without a name") : toText(device.name);
    case IsThisRole:
        return device.isThisDevice;
    case MayConfirmRole:
        return device.mayConfirm;
    case IsAdministratorRole:
        return device.isAdministrator;
    case ConnectedRole:
        return device.connected ? tr("Connected: %1").arg(momentText(*device.connected)) : QString();
    case LastSeenRole:
        if (device.isThisDevice)
            return QString(); // a tag says so
        return device.lastSeen ? tr("Last seen: %1").arg(agoText(*device.lastSeen, nowForText()))
                               : tr("Not seen yet");
    case IconNameRole:
        return QStringLiteral("laptop");
    default:
        return {};
    }
}

QHash<int, QByteArray> Devices::roleNames() const
{
    return {{DeviceIdRole, "deviceId"},       {NameRole, "name"},
            {IsThisRole, "isThis"},           {IsAdministratorRole, "isAdministrator"},
            {ConnectedRole, "connectedText"}, {LastSeenRole, "lastSeenText"},
            {IconNameRole, "iconName"},       {MayConfirmRole, "mayConfirm"}};
}

void Devices::refresh()
{
    m_link.runOnMesh(
        Concern::Devices, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return Listed{mesh.devices(), mesh.isAdministrator()};
        },
        [this](Listed listed) {
            if (m_administrator != listed.isAdministrator) {
                m_administrator = listed.isAdministrator;
                emit isAdministratorChanged();
            }
            if (!listed.devices) {
                setError(faultText(listed.devices.error()));
                return;
            }
            auto& devices = *listed.devices;
            std::stable_partition(devices.begin(), devices.end(),
                                  [](const mesh::DeviceInfo& device) { return device.isThisDevice; });
            QStringList joined;
            for (const mesh::DeviceInfo& device : devices) {
                const auto isIt = [&](const mesh::DeviceInfo& known) { return known.udf == device.udf; };
                // one that was there before this one is new to the list only
                const bool isLater = device.connected > devices.front().connected;
                if (m_listed && isLater && std::none_of(m_rows.begin(), m_rows.end(), isIt))
                    joined.append(toText(device.name));
            }
            m_listed = true;
            updateRows(m_rows, std::move(devices), [](const mesh::DeviceInfo& device) { return device.udf; });
            for (const QString& name : joined)
                emit deviceConnected(name);
        });
}

template<typename Work, typename Done>
void Devices::change(Work work, Done done)
{
    if (m_busy)
        return;
    setError({});
    m_busy = true;
    emit busyChanged();
    m_link.runOnMesh(Concern::Devices, this, std::move(work),
                     [this, done = std::move(done)](const Status& status) {
                         m_busy = false;
                         emit busyChanged();
                         if (status)
                             done();
                         else
                             setError(faultText(status.error()));
                         refresh();
                     });
}

QString Devices::nameError(const QString& name) const
{
    if (name.simplified().isEmpty())
        return tr("Give the device a name.");
    if (name.simplified().size() > nameLimit)
        return tr("This name is too long.");
    return {};
}

void Devices::rename(const QString& deviceId, const QString& name)
{
    if (const QString wrong = nameError(name); !wrong.isEmpty()) {
        setError(wrong);
        return;
    }
    change([id = fromText(deviceId), name = fromText(name.simplified())](
               mesh::PersonalMesh& mesh, const std::stop_token&) { return mesh.renameDevice(id, name); },
           [this, name = name.simplified()] { emit renamed(name); });
}

void Devices::disconnectDevice(const QString& deviceId)
{
    change([id = fromText(deviceId)](mesh::PersonalMesh& mesh,
                                     const std::stop_token& stop) { return mesh.disconnectDevice(id, stop); },
           [this, name = nameOf(deviceId)] { emit disconnected(name); });
}

void Devices::grantAdministration(const QString& deviceId)
{
    change(
        [id = fromText(deviceId)](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return mesh.grantAdministration(id, stop);
        },
        [this, name = nameOf(deviceId)] { emit administrationGranted(name); });
}

void Devices::allowConfirmation(const QString& deviceId, bool allowed)
{
    change(
        [id = fromText(deviceId), allowed](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return mesh.messaging().allowConfirmation(id, allowed, stop);
        },
        [this, name = nameOf(deviceId), allowed] { emit confirmationAllowed(name, allowed); });
}

QString Devices::nameOf(const QString& deviceId) const
{
    for (const mesh::DeviceInfo& device : m_rows) {
        if (toText(device.udf) == deviceId)
            return toText(device.name);
    }
    return {};
}

void Devices::setError(const QString& text)
{
    if (m_errorText == text)
        return;
    m_errorText = text;
    emit errorTextChanged();
}

} // namespace mmm::desktop
