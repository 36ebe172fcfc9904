#pragma once

#include <QString>

namespace mmm::desktop {

/// The program at the other end of a local socket.
struct PeerProcess
{
    bool isOwn = true; ///< of the same person, as far as the system tells
    qint64 id = 0;     ///< 0 if the system does not tell
    QString name;      ///< of its file; empty if the system does not tell
};

/// `descriptor` as QLocalSocket has it.
[[nodiscard]] PeerProcess peerOf(qintptr descriptor);

} // namespace mmm::desktop
