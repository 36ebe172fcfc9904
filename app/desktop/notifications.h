#pragma once

#include "accounts.h"
#include "messages.h"
#include "reminders.h"
#include "ssh_agent.h"

namespace mmm::desktop {

/// Tells the person through the desktop's own notifications, with actions where the desktop has them, about
/// messages and questions of the SSH agent that wait for an answer while the window is not in front, and
/// about tasks of which the person wants to be reminded, in front or not. Without a notification service only
/// these are told, in the window.
///
/// Messages and tasks of all accounts that are open are told; with several, the title says for which one it
/// is.
///
/// Only what is proved of the sender is in the title; the message's text is in the body, which desktops mark
/// as the application's.
class Notifications : public QObject, public Published<Notifications>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    Notifications(Accounts& accounts, Inbox& inbox, SshAgent& agent, Reminders& reminders,
                  QObject* parent = nullptr);

    /// Has a message shown, in whichever account it is.
    Q_INVOKABLE void show(const QString& accountId, const QString& messageId);
    /// The same for a task; all tasks for an empty id.
    Q_INVOKABLE void showTask(const QString& accountId, const QString& taskId);

signals:
    /// The person wants to see a message of the account that is shown.
    void messageChosen(const QString& messageId);
    /// The same for a task; empty for all.
    void taskChosen(const QString& taskId);
    /// Nothing but the window can tell of a task.
    void reminded(const QString& accountId, const QString& taskId, const QString& text);

private slots:
    void actionInvoked(uint notification, const QString& action);
    void notificationClosed(uint notification, uint reason);

private:
    struct Place
    {
        QString account;
        QString message;
    };
    /// Of one task, or of several at once.
    struct Reminder
    {
        QString account;
        std::vector<Due> dues;
        [[nodiscard]] QString task() const
        {
            return dues.size() == 1 ? QString::fromStdString(dues.front().entry) : QString();
        }
    };
    enum Stay
    {
        AWhile,
        UntilSeen, ///< and shown in front of the window too
    };

    void tell(const Place& place, const QString& title, const QString& text, bool isConfirmation);
    void tellQuestion(int number, const QString& question);
    void withdrawQuestion(int number);
    void remind(const Reminders::Told& told);
    void tellReminder(const Reminder& reminder, const QString& title, const QString& text);
    void withdrawReminders(const QString& accountId);
    /// `shown(notification)` or `failed()` follows: whether the desktop shows it.
    template<typename Shown, typename Failed>
    void notify(const QString& title, const QString& text, const QStringList& actions, Stay stay, Shown shown,
                Failed failed);
    /// With several accounts, for which one it is.
    [[nodiscard]] QString titleFor(const QString& accountId, const QString& title) const;
    static void withdraw(uint notification);
    static void raiseWindow();
    void withdrawAnswered();
    void want(const QString& accountId, std::function<void()> shown);
    void showWanted();

    Accounts& m_accounts;
    Inbox& m_inbox;
    SshAgent& m_agent;
    Reminders& m_reminders;
    bool m_listening = false;
    std::function<void()> m_wanted; ///< shows what is wanted, when its account is shown
    QString m_wantedAccount;
    QHash<uint, Place> m_open;       ///< by notification
    QHash<uint, int> m_questions;    ///< of the agent, by notification
    QHash<uint, Reminder> m_reminds; ///< by notification
};

} // namespace mmm::desktop
