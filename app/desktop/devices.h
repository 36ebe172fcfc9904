#pragma once

#include "mesh_link.h"
#include "row_model.h"

namespace mmm::desktop {

/// The devices of the personal mesh, this one first.
class Devices : public mmm::desktop::RowModel, public Published<Devices>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    /// Whether this device may connect and disconnect others.
    Q_PROPERTY(bool isAdministrator READ isAdministrator NOTIFY isAdministratorChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)
public:
    enum Role
    {
        DeviceIdRole = Qt::UserRole + 1,
        NameRole,
        IsThisRole,
        IsAdministratorRole,
        MayConfirmRole, ///< may answer requests for confirmation
        ConnectedRole,
        LastSeenRole,
        IconNameRole,
    };

    explicit Devices(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isAdministrator() const { return m_administrator; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// What is wrong with a device's name; empty if nothing is.
    Q_INVOKABLE QString nameError(const QString& name) const;
    Q_INVOKABLE void rename(const QString& deviceId, const QString& name);
    /// Takes all access away from the device, at once.
    Q_INVOKABLE void disconnectDevice(const QString& deviceId);
    Q_INVOKABLE void grantAdministration(const QString& deviceId);
    Q_INVOKABLE void allowConfirmation(const QString& deviceId, bool allowed);
    Q_INVOKABLE void refresh();

signals:
    void isAdministratorChanged();
    void busyChanged();
    void errorTextChanged();
    void renamed(const QString& name);
    void disconnected(const QString& name);
    void administrationGranted(const QString& name);
    void confirmationAllowed(const QString& name, bool allowed);
    /// A further device has joined.
    void deviceConnected(const QString& name);

private:
    template<typename Work, typename Done>
    void change(Work work, Done done);
    /// When a device was last seen, nobody announces.
    void freshen() override;
    [[nodiscard]] QString nameOf(const QString& deviceId) const;
    void setError(const QString& text);

    MeshLink& m_link;
    std::vector<mesh::DeviceInfo> m_rows;
    bool m_listed = false;
    bool m_administrator = false;
    bool m_busy = false;
    QString m_errorText;
};

} // namespace mmm::desktop
