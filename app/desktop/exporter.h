#pragma once

#include "mesh_link.h"

#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// Writes all entries of a catalog as a file that other programs import, where the person says, for its owner
/// only.
class Exporter : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
public:
    enum Kind
    {
        BookmarkList, ///< HTML, as browsers import it
        PasswordList, ///< CSV with the columns of Chrome
        TaskList,     ///< iCalendar
    };
    Q_ENUM(Kind)

    explicit Exporter(QObject* parent = nullptr);
    explicit Exporter(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// `written` or `failed` follows.
    Q_INVOKABLE void write(mmm::desktop::Exporter::Kind kind, const QUrl& file);

signals:
    void busyChanged();
    /// What became of it, and what to mind.
    void written(const QString& report);
    void failed(const QString& text);

private:
    [[nodiscard]] static QString reportOf(Kind kind, int count, const QString& name);
    void setBusy(bool busy);

    MeshLink& m_link;
    bool m_busy = false;
};

} // namespace mmm::desktop
