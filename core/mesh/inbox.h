#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <optional>
#include <string>

namespace mmm::mesh {

enum class MessageKind
{
    ConnectionRequest,
    PinIssued,
    ContactRequest, ///< asks for, or offers, a contact
    ContactReply,
    ConfirmationRequest,
    ConfirmationResponse,
    TaskProposal,
    GroupOffer,
    GroupInvitation,
    Other
};

/// By what it is known who speaks in a message (security 03 §7.2.3).
enum class Standing
{
    Own,      ///< this account's own devices, or its service about them
    Contact,  ///< the account of a contact
    Stranger, ///< an account that no contact has: what it says of itself is proved by nobody
    Refused,  ///< forged, or not for us: nothing of it is acted on or shown
};

/// By what an account was found to be that of the person in the contacts.
enum class Confirmed
{
    No,
    Service,  ///< the service of its address says so
    InPerson, ///< a code was read from the person's own screen or card
};

/// Who speaks. Nothing here comes from the text of a message.
struct Speaker
{
    Standing standing = Standing::Own;
    Confirmed confirmed = Confirmed::No;
    std::string address;      ///< of the account under which the signer is accredited
    std::string accountUdf;   ///< fingerprint of that account
    std::string name;         ///< as the person's own contacts have it; empty for strangers
    std::string organisation; ///< the role in which a contact speaks, if the card that it signed has it
    std::string contactId;    ///< entry in the contacts
    std::optional<Fault> refusal;
};

/// WIRE F.5.1.
enum class MessageState
{
    Unread,
    Read,
    Accepted,
    Rejected,
    Deleted,
    Waiting, ///< written here, not yet with the service
    Sent,
    Received,
    Failed,
    RecipientFull, ///< with the service, which tries again until the recipient's account has room
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
    Speaker speaker;       ///< of an inbound message
    std::string text;      ///< what the sender wrote
    std::optional<TimePoint> expires;
    bool isHeld = false;        ///< the contact's messages of this class are to be held
    bool needsAnswer = false;   ///< accept or reject are to be chosen
    bool wantsReply = false;    ///< of a contact request: asks for our card
    std::optional<bool> answer; ///< of a response: what was decided
};

} // namespace mmm::mesh
