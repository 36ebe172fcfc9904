#pragma once

#include "mesh_link.h"
#include "published.h"

#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// Connects a device that its maker has made ready, by the code that is printed on it.
class DeviceClaim : public QObject, public Published<DeviceClaim>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// The code was read: what follows is about its device.
    Q_PROPERTY(bool found READ isFound NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY changed)
    /// The maker's account, at which the device waits.
    Q_PROPERTY(QString maker READ maker NOTIFY changed)
    /// It belongs to this mesh, and joins as soon as it is switched on.
    Q_PROPERTY(bool claimed READ isClaimed NOTIFY changed)
public:
    explicit DeviceClaim(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] bool isFound() const { return m_found.has_value(); }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString fingerprint() const;
    [[nodiscard]] QString maker() const;
    [[nodiscard]] bool isClaimed() const { return m_found && m_found->isConnected; }

    /// Finds out what device the code is of.
    Q_INVOKABLE void look(const QString& code);
    Q_INVOKABLE void claim();
    Q_INVOKABLE void forget();
    /// Of the reader of codes.
    Q_INVOKABLE void complain(const QString& text);

signals:
    void changed();

private:
    void begin();
    void end(const QString& errorText);

    MeshLink& m_link;
    SharedSecret m_code;
    std::optional<mesh::CodedDevice> m_found;
    bool m_busy = false;
    QString m_errorText;
    int m_number = 0; ///< answers to earlier questions do not count
};

} // namespace mmm::desktop
