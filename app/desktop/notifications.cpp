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

Notifications::Notifications(MeshLink& link, Inbox& inbox, QObject* parent)
    : QObject(parent),
      Published<Notifications>(this),
      m_link(link),
      m_inbox(inbox)
{
    connect(&inbox, &MessageModel::answerWanted, this, &Notifications::tell);
    connect(&inbox, &QAbstractItemModel::dataChanged, this, &Notifications::withdrawAnswered);
    connect(&inbox, &QAbstractItemModel::rowsRemoved, this, &Notifications::withdrawAnswered);
}

void Notifications::tell(const QString& messageId, const QString& title, const QString& text)
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
    const int row = m_inbox.indexOfMessage(messageId);
    const bool isConfirmation =
        row >= 0 && m_inbox.data(m_inbox.index(row), MessageModel::KindRole).toInt() ==
                        int(mesh::MessageKind::ConfirmationRequest);
    QStringList actions{QLatin1String(openAction), tr("Show")};
    if (isConfirmation)
        actions += {QLatin1String(confirmAction), tr("Confirm"), QLatin1String(refuseAction), tr("Refuse")};
    QDBusMessage call = QDBusMessage::createMethodCall(QLatin1String(service), QLatin1String(path),
                                                       QLatin1String(service), QStringLiteral("Notify"));
    call << QGuiApplication::applicationDisplayName() << 0U << QGuiApplication::desktopFileName() << title
         << text.left(longestText).toHtmlEscaped() << actions
         << QVariantMap{{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}} << -1;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, messageId](auto* finished) {
        const QDBusPendingReply<uint> reply = *finished;
        if (reply.isValid())
            m_open.insert(reply.value(), messageId);
        finished->deleteLater();
    });
#else
    Q_UNUSED(messageId)
    Q_UNUSED(title)
    Q_UNUSED(text)
#endif
}

void Notifications::withdrawAnswered()
{
#ifdef MESH_HAVE_DBUS
    for (auto open = m_open.begin(); open != m_open.end();) {
        const int row = m_inbox.indexOfMessage(open.value());
        if (row >= 0 && m_inbox.data(m_inbox.index(row), MessageModel::NeedsAnswerRole).toBool()) {
            ++open;
            continue;
        }
        QDBusMessage call =
            QDBusMessage::createMethodCall(QLatin1String(service), QLatin1String(path),
                                           QLatin1String(service), QStringLiteral("CloseNotification"));
        call << open.key();
        QDBusConnection::sessionBus().send(call);
        open = m_open.erase(open);
    }
#endif
}

void Notifications::actionInvoked(uint notification, const QString& action)
{
    const QString messageId = m_open.value(notification);
    if (messageId.isEmpty())
        return; // another program's
    if (action == QLatin1String(confirmAction)) {
        answer(messageId, true);
    } else if (action == QLatin1String(refuseAction)) {
        answer(messageId, false);
    } else {
        for (QWindow* window : QGuiApplication::topLevelWindows()) {
            window->show();
            window->raise();
            window->requestActivate();
        }
        emit messageChosen(messageId);
    }
}

void Notifications::notificationClosed(uint notification, uint)
{
    m_open.remove(notification);
}

void Notifications::answer(const QString& messageId, bool accepted)
{
    m_link.runOnMesh(
        Concern::Messages, this,
        [id = fromText(messageId), accepted](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.messaging().answerConfirmation(id, accepted);
        },
        [this, messageId](const Status& status) {
            // what could not be done is shown where it can be done
            if (!status)
                emit messageChosen(messageId);
        });
}

} // namespace mmm::desktop
