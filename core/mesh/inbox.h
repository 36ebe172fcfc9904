#pragma once

#include "base/clock.h"

#include <string>

namespace mmm::mesh {

enum class MessageKind
{
    ConnectionRequest,
    PinIssued,
    Other
};

/// WIRE F.5.1.
enum class MessageState
{
    Unread,
    Read,
    Accepted,
    Rejected,
    Deleted,
    Sent,
    Received,
    Failed,
    Expired
};

struct MessageInfo
{
    std::string id;
    MessageKind kind = MessageKind::Other;
    std::string className;
    std::string from;    ///< account address, or the name of a device that asks
    std::string subject; ///< device name, or what the message is about
    std::string witness; ///< of a connection request
    MessageState state = MessageState::Unread;
    TimePoint when;
    std::string decidedBy; ///< name of the device that accepted or rejected
};

} // namespace mmm::mesh
