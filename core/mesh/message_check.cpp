#include "mesh/message_check.h"

#include "schema/key_check.h"
#include "service/account_name.h"
#include "udf/udf.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

/// The classes that people send each other. The others speak of the account's own affairs, which only its own
/// devices and its service do.
bool isBetweenPeople(const schema::AnyMessage& message)
{
    const auto is = [&]<typename... T>(std::type_identity<T>...) {
        return (std::holds_alternative<T>(message) || ...);
    };
    return is(std::type_identity<schema::RequestContact>(), std::type_identity<schema::ReplyContact>(),
              std::type_identity<schema::OfferGroup>(), std::type_identity<schema::GroupInvitation>(),
              std::type_identity<schema::RequestConfirmation>(),
              std::type_identity<schema::ResponseConfirmation>(), std::type_identity<schema::RequestTask>());
}

} // namespace

bool hasAddress(const schema::ProfileAccount& account, std::string_view address)
{
    const std::string wanted = asciiLower(address);
    return std::ranges::any_of(account.serviceIds,
                               [&](const std::string& id) { return asciiLower(id) == wanted; });
}

Result<CheckedMessage> checkMessage(const dare::Envelope& envelope, const dare::KeyRing& keys,
                                    std::string_view recipient)
{
    return checkMessage(envelope, keys, std::vector<std::string>{std::string(recipient)});
}

Result<CheckedMessage> checkMessage(const dare::Envelope& envelope, const dare::KeyRing& keys,
                                    const std::vector<std::string>& recipients)
{
    if (!envelope.header().isEncrypted())
        return fail(Fault::NotAuthorised, "a message that anybody on its way could read");
    MMM_TRY(Accreditation sender, accreditationOf(envelope));
    MMM_TRY(const Secret payload, envelope.open(keys));
    MMM_TRY(schema::AnyMessage message, schema::readMessage(payload));
    const auto* base = schema::asBase<schema::Message>(message);
    if (!base || !isBetweenPeople(message))
        return fail(Fault::Unsupported, "not a message that people send each other");
    if (!hasAddress(*sender.account, base->sender))
        return fail(Fault::NotAuthorised, "the signer does not speak for the sender");
    const auto isOurs = [to = asciiLower(base->recipient)](const std::string& address) {
        return asciiLower(address) == to;
    };
    if (std::ranges::none_of(recipients, isOurs))
        return fail(Fault::NotAuthorised, "a message for somebody else");
    MMM_TRY(const dare::ContentMeta meta, envelope.contentMeta());
    if (base->messageId.empty() || !udf::sameText(base->messageId, meta.uniqueId))
        return fail(Fault::Replayed, "a message under another message's name");
    return CheckedMessage{std::move(message), std::move(sender)};
}

Result<VerifiedCard> verifyCard(const dare::Envelope& envelope)
{
    MMM_TRY(schema::Contact card, schema::payloadOf<schema::Contact>(envelope));
    std::optional<schema::Verified<schema::ProfileAccount>> account;
    for (const dare::Envelope& one : card.meshAccounts) {
        if (account || !schema::payloadOf<schema::ProfileAccount>(one))
            continue;
        MMM_TRY(account, schema::verifyProfileAccount(one));
    }
    if (!account)
        return fail(Fault::Missing, "a card that names no account");
    std::vector<schema::PublicKey> signers = (*account)->keysOnlineSignature;
    signers.push_back(*(*account)->keyOfflineSignature);
    for (const dare::Envelope& one : card.meshAccounts) {
        if (!schema::payloadOf<schema::ConnectionAccount>(one))
            continue;
        if (const auto connection = schema::accreditingConnection(*account, one))
            signers.push_back(*(*connection)->keySignature);
    }
    MMM_CHECK(schema::verifyByAny(envelope, signers));
    return VerifiedCard{std::move(card), std::move(*account)};
}

} // namespace mmm::mesh
