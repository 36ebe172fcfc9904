#pragma once

#include "accounts.h"
#include "messages.h"
#include "ssh_agent.h"

namespace mmm::desktop {

/// Tells the person through the desktop's own notifications, with actions where the desktop has them, about
/// messages and questions of the SSH agent that wait for an answer while the window is not in front. Without
/// a notification service it does nothing.
///
/// Messages of all accounts that are open are told; with several, the title says for which one it is.
///
/// Only what is proved of the sender is in the title; the message's text is in the body, which desktops mark
/// as the application's.
class Notifications : public QObject, public Published<Notifications>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    Notifications(Accounts& accounts, Inbox& inbox, SshAgent& agent, QObject* parent = nullptr);

    /// Has a message shown, in whichever account it is.
    Q_INVOKABLE void show(const QString& accountId, const QString& messageId);

signals:
    /// The person wants to see a message of the account that is shown.
    void messageChosen(const QString& messageId);

private slots:
    void actionInvoked(uint notification, const QString& action);
    void notificationClosed(uint notification, uint reason);

private:
    struct Place
    {
        QString account;
        QString message;
    };

    void tell(const Place& place, const QString& title, const QString& text, bool isConfirmation);
    void tellQuestion(int number, const QString& question);
    void withdrawQuestion(int number);
    /// `shown(notification)` follows if the desktop shows it.
    template<typename Shown>
    void notify(const QString& title, const QString& text, const QStringList& actions, Shown shown);
    static void withdraw(uint notification);
    static void raiseWindow();
    void withdrawAnswered();
    void showWanted();

    Accounts& m_accounts;
    Inbox& m_inbox;
    SshAgent& m_agent;
    bool m_listening = false;
    Place m_wanted;               ///< to be shown when its account is
    QHash<uint, Place> m_open;    ///< by notification
    QHash<uint, int> m_questions; ///< of the agent, by notification
};

} // namespace mmm::desktop
