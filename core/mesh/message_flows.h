#pragma once

#include "mesh/contact_book.h"
#include "mesh/message_seal.h"
#include "mesh/people.h"
#include "udf/udf.h"

/// The exchanges between people, one file each.
namespace mmm::mesh {

// message_list.cpp

/// A message from outside after all checks, or why it is refused. With membership.mutex held.
[[nodiscard]] Result<CheckedMessage> checkedMessage(Membership& member, const std::string& messageId);

/// A request that waits for an answer, from somebody who may ask.
struct OpenRequest
{
    CheckedMessage message;
    Speaker speaker;
};
/// Expired if it was answered or is over, NotAuthorised if the sender is blocked or not who it claims to be.
/// With membership.mutex held.
[[nodiscard]] Result<OpenRequest> openRequest(Membership& member, const std::string& messageId);
[[nodiscard]] Result<MessageDetail> readMessage(MeshState& state, const std::string& messageId);
[[nodiscard]] Status rejectMessage(MeshState& state, const std::string& messageId);
[[nodiscard]] Status sendAgain(MeshState& state, const std::string& messageId);
/// What was put away comes back as it was.
[[nodiscard]] Status restoreMessages(MeshState& state, const std::vector<std::string>& messageIds);

// sending.cpp

/// To whom, and in whose name.
struct Addressee
{
    std::string address;
    crypto::PublicKey key; ///< the account's encryption key
    /// Where else the account is, to be tried if that address is out of reach.
    std::vector<std::string> others{};
};
/// A contact's key if there is one, otherwise what the service of the address says.
[[nodiscard]] Result<Addressee> addressee(MeshState& state, const std::string& address, bool mustBeContact,
                                          std::stop_token stop);
/// Fills in identifier, sender and recipient, and puts the message into the outbox. With membership.mutex
/// held.
template<encoding::Record T>
[[nodiscard]] Status send(MeshState& state, Membership& member, T& message, const Addressee& to)
{
    if (message.messageId.empty())
        message.messageId = udf::Udf::nonce().text();
    message.sender = member.address();
    message.recipient = to.address;
    MMM_TRY(dare::Envelope envelope, sealMessage(message, *member.keys, to.key, state.now()));
    OutboxItem item;
    item.messageId = message.messageId;
    item.messageClass = std::string(T::className);
    item.recipient = to.address;
    item.others = to.others;
    item.message = std::move(envelope);
    item.created = state.now();
    return member.outbox->add(std::move(item));
}
/// The same for what the recipient's service is to read.
template<encoding::Record T>
[[nodiscard]] Status sendInClear(MeshState& state, Membership& member, T& message,
                                 const std::string& recipient)
{
    message.messageId = udf::Udf::nonce().text();
    message.sender = member.address();
    message.recipient = recipient;
    OutboxItem item;
    MMM_TRY(item.message, sealMessageFor(message, *member.keys, {}, state.now(), longestClaim));
    item.messageId = message.messageId;
    item.messageClass = std::string(T::className);
    item.recipient = recipient;
    item.created = state.now();
    return member.outbox->add(std::move(item));
}
/// A role of one's own card; otherwise NotFound. With membership.mutex held.
[[nodiscard]] Status checkRole(Membership& member, const std::string& role);

// own_card.cpp, with membership.mutex held

[[nodiscard]] Result<schema::Contact> ownCard(Membership& member);
[[nodiscard]] Result<schema::Contact> cardVersion(Membership& member, CardVersion version);
/// Signed so that anybody can verify it.
[[nodiscard]] Result<dare::Envelope> signedVersion(Membership& member, CardVersion version);
[[nodiscard]] Status saveOwnCard(MeshState& state, Membership& member, const schema::Contact& card);
/// Sends the new version to the contacts who have an old one. True if there were any.
[[nodiscard]] Result<bool> shareChangedCard(MeshState& state, Membership& member);

// contact_exchange.cpp

[[nodiscard]] Result<FoundAccount> findAccount(MeshState& state, const std::string& address,
                                               std::stop_token stop);
[[nodiscard]] Result<std::string> askForContact(MeshState& state, const ContactWish& wish,
                                                std::stop_token stop);
[[nodiscard]] Result<std::string> acceptContact(MeshState& state, const std::string& messageId,
                                                std::optional<CardVersion> answer, std::stop_token stop);
[[nodiscard]] Result<ContactTrust> contactTrust(MeshState& state, const std::string& contactId);
[[nodiscard]] Status setRights(MeshState& state, const std::string& contactId, const ContactRights& rights);
/// Takes in what needs no decision: replies that were asked for, answers to codes, newer cards. True if
/// something was. With membership.mutex held.
[[nodiscard]] Result<bool> takeContactMessage(MeshState& state, Membership& member,
                                              const CheckedMessage& message, const Speaker& speaker);

// strangers.cpp, with membership.mutex held

[[nodiscard]] Result<Right> rightOfStrangers(Membership& member);
[[nodiscard]] Status setRightOfStrangers(Membership& member, Right right);
/// If two devices have chosen at once, what the service has counts: there is no entry that a person could
/// compare.
[[nodiscard]] Status settleStrangers(Membership& member);

// contact_codes.cpp

[[nodiscard]] Result<ContactCode> makeCode(MeshState& state, bool isPrinted, CardVersion version,
                                           std::stop_token stop);
/// The same of a group's card, to be printed.
[[nodiscard]] Result<SharedSecret> makeGroupCode(MeshState& state, const std::string& udf,
                                                 std::stop_token stop);
[[nodiscard]] Result<ScannedContact> readCode(MeshState& state, std::string_view text, std::stop_token stop);
[[nodiscard]] Result<std::string> addByCode(MeshState& state, std::string_view text, CardVersion answer,
                                            std::stop_token stop);
/// The code of ours that a request answers, with the version that it gave away. Empty if it answers none, or
/// none that is still good. With membership.mutex held.
struct AnsweredCode
{
    std::string pinMessageId;
    CardVersion version = CardVersion::Public;
};
[[nodiscard]] std::optional<AnsweredCode> answeredCode(MeshState& state, Membership& member,
                                                       const schema::RequestContact& request);

// confirmations.cpp

[[nodiscard]] Result<std::string> askConfirmation(MeshState& state, const ConfirmationQuestion& question,
                                                  std::stop_token stop);
[[nodiscard]] Status answerConfirmation(MeshState& state, const std::string& messageId, bool accept);
[[nodiscard]] Result<ConfirmationState> confirmationState(MeshState& state, const std::string& messageId);
[[nodiscard]] TimePoint confirmationEnd(const schema::RequestConfirmation& request, TimePoint created);
[[nodiscard]] Result<bool> takeConfirmation(MeshState& state, Membership& member,
                                            const CheckedMessage& message, const Speaker& speaker);
/// manage_devices.cpp
[[nodiscard]] Status allowConfirmation(MeshState& state, const std::string& deviceUdf, bool allowed,
                                       std::stop_token stop);

// task_proposals.cpp

[[nodiscard]] Result<std::string> proposeTask(MeshState& state, const std::string& address,
                                              const schema::Task& task, const std::string& role,
                                              std::stop_token stop);
[[nodiscard]] Result<std::string> acceptTask(MeshState& state, const std::string& messageId);

// group_invitation.cpp

/// The answer to an invitation of ours.
[[nodiscard]] Result<bool> takeGroupAnswer(Membership& member, const CheckedMessage& message,
                                           const Speaker& speaker);

// intake.cpp

/// Draws the consequences of messages that need no decision of a person's.
[[nodiscard]] Status takeInMessages(MeshState& state);

} // namespace mmm::mesh
