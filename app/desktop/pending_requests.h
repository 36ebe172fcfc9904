#pragma once

#include "mesh_link.h"
#include "row_model.h"

namespace mmm::desktop {

/// Devices that ask to be connected and wait for a decision, the oldest first.
class PendingRequests : public mmm::desktop::RowModel, public Published<PendingRequests>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)
public:
    enum Role
    {
        RequestIdRole = Qt::UserRole + 1,
        DeviceNameRole,
        WitnessRole,
        PinNoteRole,
        PinWrongRole,
        ArrivedRole,
        ExpiresRole,
    };

    explicit PendingRequests(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Connects the device, and gives it these rights (Devices) as soon as it is connected.
    Q_INVOKABLE void accept(const QString& requestId, bool mayConfirm, bool mayManage);
    Q_INVOKABLE void reject(const QString& requestId);
    Q_INVOKABLE void refresh();

signals:
    void busyChanged();
    void errorTextChanged();
    void accepted(const QString& deviceName);
    void rejected(const QString& deviceName);
    /// A request that was not there before.
    void arrived(const QString& deviceName);

private:
    enum Decision
    {
        Rejected,
        Accepted,
    };
    /// What became of a decision.
    struct Outcome
    {
        Status decided;
        Status rights; ///< of the device that was connected
    };
    void decide(const QString& requestId, Decision decision, bool mayConfirm = false, bool mayManage = false);
    void setError(const QString& text);

    MeshLink& m_link;
    std::vector<mesh::PendingRequest> m_rows;
    bool m_busy = false;
    QString m_errorText;
};

} // namespace mmm::desktop
