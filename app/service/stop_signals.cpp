#include "stop_signals.h"

#include <QCoreApplication>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <QSocketNotifier>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace mmm {

#ifdef Q_OS_WIN

void quitOnStopSignals()
{
    SetConsoleCtrlHandler(
        [](DWORD) -> BOOL {
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
            return TRUE;
        },
        TRUE);
}

#else

namespace {
int wakeSockets[2] = {-1, -1};

/// Only async-signal-safe calls are allowed here, so the event loop is told through a socket.
extern "C" void onStopSignal(int)
{
    const char byte = 1;
    (void)!::write(wakeSockets[0], &byte, 1);
}
} // namespace

void quitOnStopSignals()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, wakeSockets) != 0)
        qFatal("no socket pair");
    auto* notifier = new QSocketNotifier(wakeSockets[1], QSocketNotifier::Read, qApp);
    QObject::connect(notifier, &QSocketNotifier::activated, qApp, [] { QCoreApplication::quit(); });
    struct sigaction action = {};
    action.sa_handler = onStopSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(signal, &action, nullptr);
}

#endif

} // namespace mmm
