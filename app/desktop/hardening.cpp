#include "hardening.h"

#include <QString>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace mmm::desktop {

void hardenProcess()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    // The limit above is ignored where cores go to a program. Not being dumpable keeps them away there too,
    // and other programs of the person from reading this one's memory; but the file dialogs of a sandbox's
    // portal identify a program through /proc, which then is closed to them.
    const bool usesPortal = qEnvironmentVariableIsSet("FLATPAK_ID") || qEnvironmentVariableIsSet("SNAP") ||
                            qEnvironmentVariable("QT_QPA_PLATFORMTHEME") == QLatin1String("xdgdesktopportal");
    if (!usesPortal)
        prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
#ifdef Q_OS_WIN
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
#endif
}

void prepareEnvironment()
{
    // no code from places that others can write to
    qunsetenv("QML_IMPORT_PATH");
    qunsetenv("QML2_IMPORT_PATH");
    qunsetenv("QML_XHR_ALLOW_FILE_READ");
}

} // namespace mmm::desktop
