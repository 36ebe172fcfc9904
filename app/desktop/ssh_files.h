#pragma once

#include "mesh_link.h"

#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// Writes an SSH profile, as it is in the catalog, into files of OpenSSH where the person says. What else is
/// in a file stays: the profile has a block of its own there, which is written anew each time.
class SshFiles : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
public:
    explicit SshFiles(QObject* parent = nullptr);
    explicit SshFiles(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_busy; }

    // `written` or `failed` follows

    /// The keys that may log in: of all devices, and the others.
    Q_INVOKABLE void writeAuthorizedKeys(const QString& entryId, const QUrl& file);
    Q_INVOKABLE void writeKnownHosts(const QString& entryId, const QUrl& file);
    /// The computers, with this program's agent if it is switched on.
    Q_INVOKABLE void writeConfig(const QString& entryId, const QUrl& file);
    /// Where OpenSSH looks for a file of this name.
    Q_INVOKABLE static QUrl usualFile(const QString& name);

signals:
    void busyChanged();
    void written(const QString& report);
    void failed(const QString& text);

private:
    /// `make(PersonalMesh&, profile)` gives the block's lines.
    template<typename Make>
    void write(const QString& entryId, const QUrl& file, Make make);
    void setBusy(bool busy);

    MeshLink& m_link;
    bool m_busy = false;
};

} // namespace mmm::desktop
