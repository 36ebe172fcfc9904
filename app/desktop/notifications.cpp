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

Notifications::Notifications(Accounts& accounts, Inbox& inbox, SshAgent& agent, QObject* parent)
    : QObject(parent),
      Published<Notifications>(this),
      m_accounts(accounts),
      m_inbox(inbox),
      m_agent(agent)
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
}

template<typename Shown>
void Notifications::notify(const QString& title, const QString& text, const QStringList& actions, Shown shown)
{
#ifdef MESH_HAVE_DBUS
    if (QGuiApplication::applicationState() == Qt::ApplicationActive)
        return; // the window itself says it
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
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
         << QVariantMap{{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}} << -1;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [shown](auto* finished) {
        const QDBusPendingReply<uint> reply = *finished;
        if (reply.isValid())
            shown(reply.value());
        finished->deleteLater();
    });
#else
    Q_UNUSED(title)
    Q_UNUSED(text)
    Q_UNUSED(actions)
    Q_UNUSED(shown)
#endif
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
    notify(m_accounts.count() < 2 ? title : tr("%1 (for %2)").arg(title, m_accounts.addressOf(place.account)),
           text, actions, [this, place](uint notification) { m_open.insert(notification, place); });
}

void Notifications::tellQuestion(int number, const QString& question)
{
    for (QWindow* window : QGuiApplication::topLevelWindows())
        window->alert(0);
    // allowed only in the window, where what speaks against it is shown too
    notify(tr("A program wants to use your SSH key"), question,
           {QLatin1String(openAction), tr("Show"), QLatin1String(refuseAction), tr("Refuse")},
           [this, number](uint notification) {
               if (m_agent.isWaiting(number))
                   m_questions.insert(notification, number);
               else
                   withdraw(notification);
           });
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
    m_wanted = {accountId, messageId};
    m_accounts.switchTo(accountId);
    showWanted();
}

void Notifications::showWanted()
{
    if (m_wanted.message.isEmpty() || m_accounts.isSwitching() || m_wanted.account != m_accounts.currentId())
        return;
    emit messageChosen(std::exchange(m_wanted, {}).message);
}

void Notifications::notificationClosed(uint notification, uint)
{
    m_open.remove(notification);
    m_questions.remove(notification);
}

} // namespace mmm::desktop
