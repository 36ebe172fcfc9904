#include "peer_process.h"

#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>
#ifdef Q_OS_MACOS
#include <libproc.h>
#include <sys/un.h>
#endif
#endif

namespace mmm::desktop {

PeerProcess peerOf(qintptr descriptor)
{
    PeerProcess peer;
#if defined(Q_OS_LINUX)
    ucred credentials{};
    socklen_t size = sizeof credentials;
    if (getsockopt(int(descriptor), SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0)
        return peer;
    peer.isOwn = credentials.uid == geteuid() || credentials.uid == 0;
    peer.id = credentials.pid;
    peer.name = QFileInfo(QFileInfo(QStringLiteral("/proc/%1/exe").arg(peer.id)).symLinkTarget()).fileName();
#elif defined(Q_OS_MACOS)
    uid_t user = 0;
    gid_t group = 0;
    if (getpeereid(int(descriptor), &user, &group) == 0)
        peer.isOwn = user == geteuid() || user == 0;
    pid_t process = 0;
    socklen_t size = sizeof process;
    if (getsockopt(int(descriptor), SOL_LOCAL, LOCAL_PEERPID, &process, &size) == 0) {
        char name[2 * MAXCOMLEN + 1] = {};
        peer.id = process;
        if (proc_name(process, name, sizeof name) > 0)
            peer.name = QFile::decodeName(name);
    }
#elif defined(Q_OS_WIN)
    ULONG process = 0;
    if (!GetNamedPipeClientProcessId(reinterpret_cast<HANDLE>(descriptor), &process))
        return peer;
    peer.id = process;
    if (HANDLE handle = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process)) {
        wchar_t path[MAX_PATH] = {};
        DWORD length = MAX_PATH;
        if (QueryFullProcessImageNameW(handle, 0, path, &length))
            peer.name = QFileInfo(QString::fromWCharArray(path, int(length))).fileName();
        CloseHandle(handle);
    }
#else
    Q_UNUSED(descriptor)
#endif
    return peer;
}

} // namespace mmm::desktop
