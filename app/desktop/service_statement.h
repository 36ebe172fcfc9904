#pragma once

#include "mesh_link.h"

#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// The person runs a service, and says so by the account's signature: a file that the service shows to
/// everybody (security 03 §2.6.17).
class ServiceStatement : public QObject, public Published<ServiceStatement>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
public:
    explicit ServiceStatement(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }

    /// Signs for the service of that fingerprint and writes the file.
    Q_INVOKABLE void save(const QString& fingerprint, const QUrl& file);
    Q_INVOKABLE void clear();

signals:
    void changed();
    void saved(const QString& fileName);

private:
    MeshLink& m_link;
    bool m_busy = false;
    QString m_errorText;
};

} // namespace mmm::desktop
