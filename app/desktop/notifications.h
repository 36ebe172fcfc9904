#pragma once

#include "messages.h"

namespace mmm::desktop {

/// Tells the person through the desktop's own notifications, with actions where the desktop has them, about
/// messages that wait for an answer while the window is not in front. Without a notification service it does
/// nothing.
///
/// Only what is proved of the sender is in the title; the message's text is in the body, which desktops mark
/// as the application's.
class Notifications : public QObject, public Published<Notifications>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    Notifications(MeshLink& link, Inbox& inbox, QObject* parent = nullptr);

signals:
    /// The person wants to see a message.
    void messageChosen(const QString& messageId);

private slots:
    void actionInvoked(uint notification, const QString& action);
    void notificationClosed(uint notification, uint reason);

private:
    void tell(const QString& messageId, const QString& title, const QString& text);
    void withdrawAnswered();
    void answer(const QString& messageId, bool accepted);

    MeshLink& m_link;
    Inbox& m_inbox;
    bool m_listening = false;
    QHash<uint, QString> m_open; ///< notification → message
};

} // namespace mmm::desktop
