#include "notifications.h"

#include "text.h"

#include <QGuiApplication>
#include <QWindow>

#ifdef MESH_HAVE_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

namespace mmm::desktop {

namespace {

constexpr auto service = "org.freedesktop.Notifications";
constexpr auto path = "/org/freedesktop/Notifications";
constexpr qsizetype longestText = 300;
constexpr auto openAction = "default";
constexpr auto confirmAction = "confirm";
constexpr auto refuseAction = "refuse";

} // namespace

Notifications::Notifications(Accounts& accounts, Inbox& inbox, SshAgent& agent, Reminders& reminders,
                             QObject* parent)
    : QObject(parent),
      Published<Notifications>(this),
      m_accounts(accounts),
      m_inbox(inbox),
      m_agent(agent),
      m_reminders(reminders)
{
    connect(&inbox, &MessageModel::answerWanted, this,
            [this](const QString& messageId, const QString& title, const QString& text) {
                tell({m_accounts.currentId(), messageId}, title, text,
                     m_inbox.kindOf(messageId) == mesh::MessageKind::ConfirmationRequest);
            });
    connect(&accounts, &Accounts::answerWanted, this,
            [this](const QString& accountId, const QString& messageId, const QString& title,
                   const QString& text, bool isConfirmation) {
                tell({accountId, messageId}, title, text, isConfirmation);
            });
    connect(&accounts, &Accounts::switchingChanged, this, &Notifications::showWanted);
    connect(&inbox, &MessageModel::refreshed, this, &Notifications::withdrawAnswered);
    connect(&agent, &SshAgent::asked, this, &Notifications::tellQuestion);
    connect(&agent, &SshAgent::answered, this, &Notifications::withdrawQuestion);
    connect(&reminders, &Reminders::due, this, &Notifications::remind);
    connect(&reminders, &Reminders::withdrawn, this, &Notifications::withdrawReminders);
}

template<typename Shown, typename Failed>
void Notifications::notify(const QString& title, const QString& text, const QStringList& actions, Stay stay,
                           Shown shown, Failed failed)
{
#ifdef MESH_HAVE_DBUS
    QDBusConnection bus = QDBusConnection::sessionBus();
    // what waits for an answer says the window itself
    const bool isSaid = stay == AWhile && QGuiApplication::applicationState() == Qt::ApplicationActive;
    if (isSaid || !bus.isConnected()) {
        failed();
        return;
    }
    if (!m_listening) {
        m_listening = bus.connect(QLatin1String(service), QLatin1String(path), QLatin1String(service),
                                  QStringLiteral("ActionInvoked"), this, SLOT(actionInvoked(uint, QString)));
        bus.connect(QLatin1String(service), QLatin1String(path), QLatin1String(service),
                    QStringLiteral("NotificationClosed"), this, SLOT(notificationClosed(uint, uint)));
    }
    QDBusMessage call = QDBusMessage::createMethodCall(QLatin1String(service), QLatin1String(path),
                                                       QLatin1String(service), QStringLiteral("Notify"));
    call << QGuiApplication::applicationDisplayName() << 0U << QGuiApplication::desktopFileName() << title
         << text.left(longestText).toHtmlEscaped() << actions
         << QVariantMap{{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}}
         << (stay == AWhile ? -1 : 0);
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [shown, failed](auto* finished) {
        const QDBusPendingReply<uint> reply = *finished;
        if (reply.isValid())
            shown(reply.value());
        else
            failed();
        finished->deleteLater();
    });
#else
    Q_UNUSED(title)
    Q_UNUSED(text)
    Q_UNUSED(actions)
    Q_UNUSED(stay)
    Q_UNUSED(shown)
    failed();
#endif
}

QString Notifications::titleFor(const QString& accountId, const QString& title) const
{
    return m_accounts.count() < 2 ? title : tr("%1 (for %2)").arg(title, m_accounts.addressOf(accountId));
}

void Notifications::withdraw(uint notification)
{
#ifdef MESH_HAVE_DBUS
    QDBusMessage call =
        QDBusMessage::createMethodCall(QLatin1String(service), QLatin1String(path), QLatin1String(service),
                                       QStringLiteral("CloseNotification"));
    call << notification;
    QDBusConnection::sessionBus().send(call);
#else
    Q_UNUSED(notification)
#endif
}

void Notifications::tell(const Place& place, const QString& title, const QString& text, bool isConfirmation)
{
    QStringList actions{QLatin1String(openAction), tr("Show")};
    if (isConfirmation)
        actions += {QLatin1String(confirmAction), tr("Confirm"), QLatin1String(refuseAction), tr("Refuse")};
    notify(
        titleFor(place.account, title), text, actions, AWhile,
        [this, place](uint notification) {
            m_open.insert(notification, place);
            withdrawAnswered(); // answered before the desktop had said that it shows it
        },
        [] {});
}

void Notifications::tellQuestion(int number, const QString& question)
{
    for (QWindow* window : QGuiApplication::topLevelWindows())
        window->alert(0);
    // allowed only in the window, where what speaks against it is shown too
    notify(
        tr("A program wants to use your SSH key"), question,
        {QLatin1String(openAction), tr("Show"), QLatin1String(refuseAction), tr("Refuse")}, AWhile,
        [this, number](uint notification) {
            if (m_agent.isWaiting(number))
                m_questions.insert(notification, number);
            else
                withdraw(notification);
        },
        [] {});
}

void Notifications::remind(const Reminders::Told& told)
{
    constexpr std::size_t mostAtOnce = 3;
    if (told.dues.size() > mostAtOnce) {
        QStringList titles;
        for (const Due& due : told.dues)
            titles.append(due.title);
        tellReminder({told.account, told.dues}, tr("%n reminders", nullptr, int(told.dues.size())),
                     titles.join(QStringLiteral(", ")));
        return;
    }
    for (const Due& due : told.dues) {
        QStringList parts{due.begins ? beginText(*due.begins, told.now) : QString(), due.place,
                          due.leave && *due.leave > told.now
                              ? tr("leave at %1").arg(beginText(*due.leave, told.now))
                              : QString()};
        parts.removeAll(QString());
        tellReminder({told.account, {due}}, due.title.isEmpty() ? tr("A task without a title") : due.title,
                     parts.join(QStringLiteral(" · ")));
    }
}

void Notifications::tellReminder(const Reminder& reminder, const QString& title, const QString& text)
{
    const QString whole = titleFor(reminder.account, title);
    const auto isOpen = [this, account = reminder.account] {
        return !m_accounts.addressOf(account).isEmpty();
    };
    notify(
        whole, text, {QLatin1String(openAction), tr("Show")}, UntilSeen,
        [this, reminder, isOpen](uint notification) {
            m_reminds.insert(notification, reminder);
            if (!isOpen()) // locked before the desktop had said that it shows it
                withdrawReminders(reminder.account);
        },
        [this, reminder, isOpen, whole, text] {
            if (isOpen())
                emit reminded(reminder.account, reminder.task(),
                              text.isEmpty() ? whole : tr("%1: %2").arg(whole, text));
        });
}

void Notifications::withdrawReminders(const QString& accountId)
{
    for (auto open = m_reminds.begin(); open != m_reminds.end();) {
        if (open.value().account != accountId) {
            ++open;
            continue;
        }
        m_reminders.tellAgain(accountId, open.value().dues);
        withdraw(open.key());
        open = m_reminds.erase(open);
    }
}

void Notifications::withdrawQuestion(int number)
{
    for (auto open = m_questions.begin(); open != m_questions.end();) {
        if (open.value() != number) {
            ++open;
            continue;
        }
        withdraw(open.key());
        open = m_questions.erase(open);
    }
}

void Notifications::withdrawAnswered()
{
    for (auto open = m_open.begin(); open != m_open.end();) {
        if (open.value().account != m_accounts.currentId() || m_inbox.isLoading() ||
            m_inbox.needsAnswer(open.value().message)) {
            ++open;
            continue;
        }
        withdraw(open.key());
        open = m_open.erase(open);
    }
}

void Notifications::raiseWindow()
{
    for (QWindow* window : QGuiApplication::topLevelWindows()) {
        window->show();
        window->raise();
        window->requestActivate();
    }
}

void Notifications::actionInvoked(uint notification, const QString& action)
{
    if (const auto question = m_questions.constFind(notification); question != m_questions.constEnd()) {
        if (action == QLatin1String(refuseAction))
            m_agent.answer(question.value(), false);
        else
            raiseWindow();
        return;
    }
    if (const auto reminder = m_reminds.constFind(notification); reminder != m_reminds.constEnd()) {
        raiseWindow();
        showTask(reminder->account, reminder->task());
        return;
    }
    const auto open = m_open.constFind(notification);
    if (open == m_open.constEnd())
        return; // another program's
    const Place place = *open;
    if (action == QLatin1String(confirmAction) || action == QLatin1String(refuseAction)) {
        // what could not be done is shown where it can be done
        m_accounts.answerConfirmation(place.account, place.message, action == QLatin1String(confirmAction),
                                      [this, place] { show(place.account, place.message); });
    } else {
        raiseWindow();
        show(place.account, place.message);
    }
}

void Notifications::show(const QString& accountId, const QString& messageId)
{
    want(accountId, [this, messageId] { emit messageChosen(messageId); });
}

void Notifications::showTask(const QString& accountId, const QString& taskId)
{
    want(accountId, [this, taskId] { emit taskChosen(taskId); });
}

void Notifications::want(const QString& accountId, std::function<void()> shown)
{
    m_wanted = std::move(shown);
    m_wantedAccount = accountId;
    m_accounts.switchTo(accountId);
    showWanted();
}

void Notifications::showWanted()
{
    if (m_wanted && !m_accounts.isSwitching() && m_wantedAccount == m_accounts.currentId())
        std::exchange(m_wanted, {})();
}

void Notifications::notificationClosed(uint notification, uint)
{
    m_open.remove(notification);
    m_questions.remove(notification);
    m_reminds.remove(notification);
}

} // namespace mmm::desktop
