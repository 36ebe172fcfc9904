#include "system/small_disk.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace mmm::system_test {

namespace {

QString reason(const char* what)
{
    return QStringLiteral("%1: %2").arg(QLatin1String(what), QString::fromLocal8Bit(std::strerror(errno)));
}

bool write(const char* path, const QByteArray& text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
}

} // namespace

QString enterOwnMounts()
{
    const QByteArray user = QByteArray::number(::geteuid());
    const QByteArray group = QByteArray::number(::getegid());
    if (::unshare(CLONE_NEWNS) != 0) {
        // not root: root of a user name space of our own
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return reason("neither root nor user name spaces");
        if (!write("/proc/self/setgroups", "deny") || !write("/proc/self/uid_map", "0 " + user + " 1") ||
            !write("/proc/self/gid_map", "0 " + group + " 1"))
            return reason("no root in a user name space");
    }
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return reason("no private mounts");
    return {};
}

SmallDisk::SmallDisk(int kilobytes)
{
    const QByteArray options = "mode=700,size=" + QByteArray::number(kilobytes) + "k";
    m_isMounted = ::mount("tmpfs", m_folder.path().toLocal8Bit().constData(), "tmpfs", MS_NOSUID | MS_NODEV,
                          options.constData()) == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_isMounted)
        ::umount2(m_folder.path().toLocal8Bit().constData(), MNT_DETACH);
}

bool SmallDisk::fill(int kilobytesLeft)
{
    QFile ballast(path(QStringLiteral("ballast")));
    if (!ballast.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return false;
    // others write here at the same time, so that what is free changes between looking and filling
    for (int attempt = 0; attempt < 1000; ++attempt) {
        struct statvfs disk = {};
        if (::statvfs(m_folder.path().toLocal8Bit().constData(), &disk) != 0)
            return false;
        const qint64 free = qint64(disk.f_bavail) * qint64(disk.f_frsize) - qint64(kilobytesLeft) * 1024;
        if (free <= 0)
            return true;
        ballast.write(QByteArray(free, 'x'));
    }
    return false;
}

void SmallDisk::makeRoom()
{
    QFile::remove(path(QStringLiteral("ballast")));
}

} // namespace mmm::system_test
