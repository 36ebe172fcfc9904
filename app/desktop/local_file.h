#pragma once

#include <QFileInfo>
#include <QUrl>

#include <filesystem>

namespace mmm::desktop {

/// The path of a file that the person named in a dialog, by dropping it, or by typing.
inline QString localPath(const QUrl& file)
{
    return file.isLocalFile() ? file.toLocalFile() : file.path();
}

inline std::filesystem::path absolutePath(const QUrl& file)
{
    return QFileInfo(localPath(file)).filesystemAbsoluteFilePath();
}

} // namespace mmm::desktop
