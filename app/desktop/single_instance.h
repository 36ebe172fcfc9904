#pragma once

#include <QLocalServer>
#include <QObject>
#include <memory>

namespace mmm::desktop {

/// Lets a second start with the same data folder raise the window of the first one. What keeps the folder
/// safe from two processes is the folder's own lock; this is for the person.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString& dataFolder, QObject* parent = nullptr);

    /// Whether another process answered and shows its window now.
    [[nodiscard]] bool raiseOther() const;
    /// From now on this process is the one that answers.
    void listen();

signals:
    void raiseRequested();

private:
    const QString m_name;
    QLocalServer m_server;
};

} // namespace mmm::desktop
