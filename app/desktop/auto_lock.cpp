#include "auto_lock.h"

#include <QEvent>
#include <QGuiApplication>

#ifdef Q_OS_LINUX
#include <QDBusConnection>
#endif

namespace mmm::desktop {

AutoLock::AutoLock(Session& session, Preferences& preferences, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_preferences(preferences)
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, &m_session, &Session::lock);
    connect(&m_session, &Session::stageChanged, this, &AutoLock::restart);
    connect(&m_preferences, &Preferences::changed, this, &AutoLock::restart);
    qApp->installEventFilter(this);
    listenToScreen();
}

void AutoLock::setMinute(std::chrono::milliseconds minute)
{
    m_minute = minute;
    restart();
}

bool AutoLock::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        // they reach several objects each; once per event is enough, and only windows get all of them
        if (watched->isWindowType() && m_idle.isActive())
            m_idle.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void AutoLock::restart()
{
    const int minutes = m_preferences.lockMinutes();
    if (m_session.stage() == Session::Ready && minutes > 0)
        m_idle.start(m_minute * minutes);
    else
        m_idle.stop();
}

void AutoLock::screenLocked(bool locked)
{
    if (locked && m_preferences.locksWithScreen())
        m_session.lock();
}

#ifdef Q_OS_LINUX

bool AutoLock::knowsScreen()
{
    return true;
}

void AutoLock::listenToScreen()
{
    // whoever is there answers; the other names are never heard of
    QDBusConnection bus = QDBusConnection::sessionBus();
    for (const char* name : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver",
                             "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver", "org.xfce.ScreenSaver"})
        bus.connect({}, {}, QString::fromLatin1(name), QStringLiteral("ActiveChanged"), this,
                    SLOT(screenLocked(bool)));
    QDBusConnection system = QDBusConnection::systemBus();
    const QString login = QStringLiteral("org.freedesktop.login1");
    system.connect(login, {}, QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock"), this,
                   SLOT(screenLockedNow()));
    system.connect(login, QStringLiteral("/org/freedesktop/login1"),
                   QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"), this,
                   SLOT(screenLocked(bool)));
}

#else

bool AutoLock::knowsScreen()
{
    return false;
}

void AutoLock::listenToScreen() {}

#endif

} // namespace mmm::desktop
