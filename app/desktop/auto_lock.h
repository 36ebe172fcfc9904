#pragma once

#include "preferences.h"
#include "session.h"

#include <QTimer>

namespace mmm::desktop {

/// Locks the program after a time without keyboard and pointer, and together with the screen where the system
/// says when that happens. Watches the events of the whole program; lives in the thread of the user
/// interface.
class AutoLock : public QObject
{
    Q_OBJECT
public:
    AutoLock(Session& session, Preferences& preferences, QObject* parent = nullptr);

    /// Whether this system tells when the screen is locked.
    [[nodiscard]] static bool knowsScreen();

    /// In tests a minute is shorter.
    void setMinute(std::chrono::milliseconds minute);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private slots:
    /// From the system's messages: true when it begins.
    void screenLocked(bool locked);
    void screenLockedNow() { screenLocked(true); }

private:
    void restart();
    void listenToScreen();

    Session& m_session;
    Preferences& m_preferences;
    QTimer m_idle;
    std::chrono::milliseconds m_minute = std::chrono::minutes(1);
};

} // namespace mmm::desktop
