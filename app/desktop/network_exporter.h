#pragma once

#include "mesh_link.h"

#include <QUrl>
#include <QtQml/qqmlregistration.h>
#include <filesystem>

namespace mmm::desktop {

/// Writes a network as a file of another program, where the person says, for its owner only.
class NetworkExporter : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
public:
    explicit NetworkExporter(QObject* parent = nullptr);
    explicit NetworkExporter(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_busy; }

    struct Written
    {
        std::size_t files = 0;               ///< certificates and keys beside the connection
        std::filesystem::path occupied = {}; ///< a file that is in the way; nothing was written
    };

    /// Writes the entry as it is in the catalog: what ends in .conf as a tunnel of wg-quick, everything else
    /// as a connection of NetworkManager, with its certificates and keys in files beside it. `written` or
    /// `failed` follows.
    Q_INVOKABLE void write(const QString& entryId, const QUrl& file);

signals:
    void busyChanged();
    /// What became of it, and what to mind.
    void written(const QString& report);
    void failed(const QString& text);

private:
    [[nodiscard]] static QString reportOf(const QString& name, std::size_t files);
    void setBusy(bool busy);

    MeshLink& m_link;
    bool m_busy = false;
};

} // namespace mmm::desktop
