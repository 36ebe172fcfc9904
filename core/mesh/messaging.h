#pragma once

#include "mesh/inbox.h"
#include "schema/contact.h"
#include "schema/task.h"

#include <chrono>
#include <map>
#include <stop_token>

namespace mmm::mesh {

/// Which part of one's own card somebody gets: what is marked as public, or all but what is marked as
/// private (label of an address).
enum class CardVersion
{
    Public,
    Restricted,
};
inline constexpr std::string_view publicLabel = "public";
inline constexpr std::string_view privateLabel = "private";

/// An account that was looked up at its service, which alone says that it is the one of that address.
struct FoundAccount
{
    std::string address; ///< canonical, without a strong name's label
    std::string accountUdf;
    std::string contactId; ///< if the account is that of a contact already
    bool isStrong = false; ///< the address carried the fingerprint (WIRE A.12)
};

struct ContactWish
{
    std::string address; ///< may be a strong internet name
    std::string subject; ///< a line of text; may be empty
    CardVersion version = CardVersion::Public;
    bool reply = true; ///< ask for the other's card, too
    std::string role;  ///< organisation in whose name; empty: none
};

/// One's card as a code to be read by somebody else's camera (WIRE E.19).
struct ContactCode
{
    SharedSecret text;
    std::optional<TimePoint> expires; ///< of one that was made for this one display
};

/// The card behind a code, proved.
struct ScannedContact
{
    bool isGroup = false; ///< it is a group's card, and no own card is given for it
    std::string address;
    std::string accountUdf;
    schema::Contact card;
    std::string contactId; ///< if the account is that of a contact already
};

/// What a contact's messages may do (WIRE E.5, F.7).
enum class Right
{
    Default, ///< as for all contacts
    Accept,
    Hold,
    Reject,
};
struct ContactRights
{
    bool isBlocked = false;               ///< nothing at all is accepted
    std::map<std::string, Right> classes; ///< by class, such as RequestConfirmation; absent: Default
};

/// What is known of a contact's account.
struct ContactTrust
{
    bool isOwn = false;      ///< the person's own card
    bool isGroup = false;    ///< the card of a group, whose account then is the group's
    bool isMember = false;   ///< of that group
    bool isVerified = false; ///< the card is signed by the account that it names
    Confirmed confirmed = Confirmed::No;
    std::string address;
    std::string accountUdf;
    std::string organisation;
    std::optional<TimePoint> updated;  ///< when its owner signed it
    std::optional<CardVersion> shared; ///< which version of our card the contact has
    ContactRights rights;
};

/// A message with what it brings.
/// What an invitation says about its group. Whether that is so shows when it is accepted.
struct InvitedTo
{
    std::string address;
    bool isAdministration = false; ///< to administer a group that the account belongs to
};

struct MessageDetail
{
    MessageInfo info;
    std::optional<schema::Contact> card; ///< proved to be signed by the sender
    std::optional<schema::Task> task;
    std::optional<InvitedTo> group;
    bool canConfirm = false; ///< this device may answer a request for confirmation
};

struct ConfirmationQuestion
{
    std::string address;
    std::string text;
    std::string role;
    std::chrono::seconds validity = std::chrono::minutes(10);
};

enum class ConfirmationState
{
    Waiting,
    Accepted,
    Refused,
    Expired,
    Failed, ///< could not be delivered
};

/// Messages between people, and what comes of them. Every call is complete in itself, blocks, and may come
/// from any thread; what is sent is on this disk when the call returns and goes out in the background.
class Messaging
{
public:
    virtual ~Messaging() = default;

    [[nodiscard]] virtual Result<MessageDetail> read(const std::string& messageId) = 0;
    /// Turns a request down; nobody is told.
    [[nodiscard]] virtual Status reject(const std::string& messageId) = 0;
    /// Of a message that could not be delivered: try again, or forget it.
    [[nodiscard]] virtual Status sendAgain(const std::string& messageId) = 0;

    // several at once

    /// Read, Unread or Deleted. A message that waits on this device is not sent any more once it is deleted.
    [[nodiscard]] virtual Status mark(const std::vector<std::string>& messageIds, MessageState) = 0;
    /// The messages that were deleted, the newest first. Those that were never sent are forgotten when the
    /// account is opened the next time.
    [[nodiscard]] virtual Result<std::vector<MessageInfo>> deleted(bool isInbox) = 0;
    /// Brings deleted messages back as they were: what was answered stays answered.
    [[nodiscard]] virtual Status restore(const std::vector<std::string>& messageIds) = 0;

    // contacts

    /// NotFound if the service knows no such account; NotAuthorised if a strong name is another's.
    [[nodiscard]] virtual Result<FoundAccount> find(const std::string& address,
                                                    std::stop_token stop = {}) = 0;
    /// Gives the message's id.
    [[nodiscard]] virtual Result<std::string> askForContact(const ContactWish&,
                                                            std::stop_token stop = {}) = 0;
    /// Takes the sender into the contacts, and sends a card back if one is chosen. Gives the contact's id.
    [[nodiscard]] virtual Result<std::string> acceptContact(const std::string& messageId,
                                                            std::optional<CardVersion> answer,
                                                            std::stop_token stop = {}) = 0;
    /// For one display, answered by whoever reads it; or to be printed.
    [[nodiscard]] virtual Result<ContactCode> makeCode(bool isPrinted, CardVersion,
                                                       std::stop_token stop = {}) = 0;
    [[nodiscard]] virtual Result<ScannedContact> readCode(std::string_view text,
                                                          std::stop_token stop = {}) = 0;
    /// Takes the owner of a code into the contacts and sends the own card, except to a group. Gives the
    /// contact's id.
    [[nodiscard]] virtual Result<std::string> addByCode(std::string_view text, CardVersion answer,
                                                        std::stop_token stop = {}) = 0;

    [[nodiscard]] virtual Result<ContactTrust> trust(const std::string& contactId) = 0;
    [[nodiscard]] virtual Status setRights(const std::string& contactId, const ContactRights&) = 0;

    /// What the requests for contact of those may do who are no contacts (WIRE F.7, rule 6): the service
    /// refuses them with Reject, also if they answer a code that was shown.
    [[nodiscard]] virtual Result<Right> rightOfStrangers() = 0;
    [[nodiscard]] virtual Status setRightOfStrangers(Right) = 0;

    // one's own card

    /// Empty if there is none yet.
    [[nodiscard]] virtual Result<schema::Contact> ownCard() = 0;
    /// Made if there is none; contacts who have a version of it get the new one. NotAuthorised on other than
    /// administration devices.
    [[nodiscard]] virtual Status saveOwnCard(const schema::Contact&) = 0;
    /// What others get to see.
    [[nodiscard]] virtual Result<schema::Contact> cardVersion(CardVersion) = 0;
    /// The entry in the contacts; empty if there is none.
    [[nodiscard]] virtual std::string ownCardId() = 0;

    // confirmations (WIRE E.21)

    [[nodiscard]] virtual Result<std::string> askConfirmation(const ConfirmationQuestion&,
                                                              std::stop_token stop = {}) = 0;
    [[nodiscard]] virtual Status answerConfirmation(const std::string& messageId, bool accept) = 0;
    [[nodiscard]] virtual Result<ConfirmationState> confirmation(const std::string& messageId) = 0;
    /// Whether a device may answer; only an administration device decides.
    [[nodiscard]] virtual Status allowConfirmation(const std::string& deviceUdf, bool allowed,
                                                   std::stop_token stop = {}) = 0;

    // tasks for others

    [[nodiscard]] virtual Result<std::string> proposeTask(const std::string& address, const schema::Task&,
                                                          const std::string& role = {},
                                                          std::stop_token stop = {}) = 0;
    /// Gives the id of the new task.
    [[nodiscard]] virtual Result<std::string> acceptTask(const std::string& messageId) = 0;
};

} // namespace mmm::mesh
