#pragma once

#include <QString>
#include <QTemporaryDir>

namespace mmm::system_test {

/// Gives this process, and those that it starts, mounts of their own, which end with it. Before any other
/// thread is there. Empty if that worked; otherwise why not.
[[nodiscard]] QString enterOwnMounts();

/// A disk of a few megabytes in memory, and something that takes the room on it.
class SmallDisk
{
public:
    explicit SmallDisk(int kilobytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Leaves that much room, to be taken by whoever comes first.
    [[nodiscard]] bool fill(int kilobytesLeft);
    void makeRoom();

private:
    QTemporaryDir m_folder;
    bool m_isMounted = false;
};

} // namespace mmm::system_test
