#include "service/access_rules.h"

#include "schema/accreditation.h"
#include "schema/messages.h"
#include "service/incidents.h"
#include "service/known_senders.h"

#include <algorithm>

namespace mmm::service {

namespace {

constexpr std::chrono::hours answerTime{24 * 30};

/// What a contact without special permissions may send (rule 5).
constexpr std::array<std::string_view, 6> fromContacts{
    schema::RequestContact::className, schema::ReplyContact::className,
    schema::OfferGroup::className,     schema::GroupInvitation::className,
    schema::RequestTask::className,    schema::RequestConfirmation::className};

bool isOne(std::span<const std::string_view> classes, std::string_view className)
{
    return std::ranges::find(classes, className) != classes.end();
}

/// The request that a message of the class answers; empty if it is no answer.
std::string_view requestOf(std::string_view className)
{
    return className == schema::ReplyContact::className           ? schema::RequestContact::className
           : className == schema::ResponseConfirmation::className ? schema::RequestConfirmation::className
                                                                  : std::string_view();
}

/// Rule 1. The class is read from the header: the body is for the recipient.
Result<schema::Accreditation> checkForm(const Call& call, const dare::Envelope& message,
                                        std::string& className)
{
    if (message.isEmpty())
        return fail(Fault::Malformed, "no message");
    if (message.toJson().size() > call.policy.postOctets)
        return fail(Fault::TooLarge, "message too large");
    MMM_TRY(const dare::ContentMeta meta, message.contentMeta());
    if (meta.messageType.empty() || meta.uniqueId.empty())
        return fail(Fault::Malformed, "message without class or identifier");
    className = meta.messageType;
    if (message.signatures().empty())
        return fail(Fault::BadSignature, "message without a signature");
    return schema::accreditationOf(message);
}

bool speaksFor(const schema::Accreditation& signer, const std::string& address)
{
    return std::ranges::any_of(signer.account->serviceIds,
                               [&](const std::string& id) { return asciiLower(id) == address; });
}

struct Judgement
{
    Admission admission = Admission::Reject;
    std::string reason;
    std::string signer;
};

Judgement refuse(std::string reason, std::string signer = {})
{
    return {Admission::Reject, std::move(reason), std::move(signer)};
}

/// The addresses of the sender: the one that it writes from, and others under which the recipient may know
/// the same account, such as where it was before.
std::vector<std::string> addressesOf(const Origin& origin, const schema::ProfileAccount& account)
{
    constexpr std::size_t mostAddresses = 8;
    std::vector<std::string> addresses{origin.address};
    for (const std::string& id : account.serviceIds) {
        std::string address = asciiLower(id);
        if (addresses.size() < mostAddresses && std::ranges::find(addresses, address) == addresses.end())
            addresses.push_back(std::move(address));
    }
    return addresses;
}

/// What the recipient has noted about the account.
Result<std::optional<KnownSender>> knownSender(Call& call, const AccountRecord& recipient,
                                               const std::vector<std::string>& addresses,
                                               const std::string& accountUdf)
{
    for (const std::string& address : addresses) {
        MMM_TRY(const auto lines, call.storage.senders(recipient.id, address));
        const auto known = std::ranges::find(lines, accountUdf, &KnownSender::accountUdf);
        if (known != lines.end())
            return *known;
    }
    return std::nullopt;
}

/// Rules 3 to 6.
Result<Judgement> judgeSender(Call& call, const AccountRecord& recipient, const Origin& origin,
                              const std::string& className,
                              const schema::Verified<schema::ProfileAccount>& account)
{
    // which address was asked, only its service can say; what an account says of its addresses proves nothing
    const auto isAnswer = [&]() -> Result<bool> {
        return call.storage.isAnswerExpected(recipient.id, std::string(requestOf(className)), origin.address,
                                             call.now - answerTime);
    };
    // a device's maker need not know who bought it; claims do not go into the spool (claims.cpp)
    if (className == schema::RespondConnection::className)
        return Judgement{Admission::Accept, {}, {}};
    const auto decide = [](Right right) {
        return right == Right::Hold     ? Judgement{Admission::Hold, {}, {}}
               : right == Right::Accept ? Judgement{Admission::Accept, {}, {}}
                                        : refuse("the account does not want it");
    };
    MMM_TRY(const auto known, knownSender(call, recipient, addressesOf(origin, *account), account.udf()));
    if (known) {
        const Right right = rightTo(known->permissions, className);
        if (right != Right::Unsaid)
            return decide(right);
        if (isOne(fromContacts, className))
            return Judgement{Admission::Accept, {}, {}};
        if (className != schema::ResponseConfirmation::className)
            return refuse("not a class for contacts");
        MMM_TRY(const bool expected, isAnswer());
        return expected ? Judgement{Admission::Accept, {}, {}} : refuse("an answer to nothing");
    }
    if (className == schema::ReplyContact::className) {
        MMM_TRY(const bool expected, isAnswer());
        return expected ? Judgement{Admission::Accept, {}, {}} : refuse("an answer to nothing");
    }
    if (className != schema::RequestContact::className)
        return refuse("unknown sender");
    MMM_TRY(const auto rules, call.storage.senders(recipient.id, std::string(everybody)));
    const Right right = rules.empty() ? Right::Unsaid : rightTo(rules.front().permissions, className);
    return right == Right::Unsaid ? Judgement{Admission::Accept, {}, {}} : decide(right);
}

Result<Judgement> judge(Call& call, const AccountRecord& recipient, const Origin& origin,
                        const dare::Envelope& message)
{
    std::string className;
    const auto signer = checkForm(call, message, className);
    if (!signer)
        return refuse(signer.error().detail);
    const std::string signerUdf = signer->connection->keySignature->udf;
    if (!speaksFor(*signer, origin.address))
        return refuse("the signer does not speak for the sender", signerUdf);
    MMM_TRY(Judgement judgement, judgeSender(call, recipient, origin, className, signer->account));
    judgement.signer = signerUdf;
    return judgement;
}

} // namespace

Status checkEgress(Call& call, const AccountRecord& sender, const dare::Envelope& message,
                   std::size_t recipients)
{
    std::string className;
    MMM_TRY(const schema::Accreditation signer, checkForm(call, message, className));
    if (signer.account.udf() != sender.accountUdf || !speaksFor(signer, sender.address))
        return fail(Fault::NotAuthorised, "signed in another account's name");
    if (call.caller.device && signer.connection->keySignature->udf != call.caller.device->signatureUdf) {
        MMM_TRY(const auto devices, call.storage.devices(sender.id));
        const auto isOfAccount = [&](const DeviceRecord& device) {
            return device.signatureUdf == signer.connection->keySignature->udf;
        };
        if (std::ranges::none_of(devices, isOfAccount))
            return fail(Fault::NotAuthorised, "signed by a device that is not connected");
    }
    const Right right = rightTo(call.caller.permissions, className);
    const bool isListed = std::ranges::any_of(
        call.caller.permissions, [](const schema::Permission& p) { return p.name.starts_with("Message:"); });
    if (isListed && right != Right::Accept)
        return fail(Fault::NotAuthorised, "this device may not send " + className);
    MMM_TRY(const dare::ContentMeta meta, message.contentMeta());
    for (const std::string& label : meta.labels) {
        if (call.policy.deniedLabels.contains(label))
            return fail(Fault::NotAuthorised, "what is labelled " + label + " does not leave this site");
    }
    if (!call.rates.admit("of " + sender.address, std::max<std::size_t>(1, recipients),
                          call.policy.messagesPerHour, call.now))
        return fail(Fault::Overloaded, "too many messages within an hour");
    return {};
}

Result<Admission> admit(Call& call, const AccountRecord& recipient, const Origin& origin,
                        const dare::Envelope& message, bool hasRoom)
{
    MMM_TRY(Judgement judgement, judge(call, recipient, origin, message));
    if (!hasRoom && judgement.admission != Admission::Reject)
        judgement = {Admission::Full, "the account is full", std::move(judgement.signer)};
    Incident incident;
    incident.time = call.now;
    incident.service = origin.service;
    incident.signer = judgement.signer;
    incident.recipient = recipient.address;
    if (const auto digest = message.isEmpty() ? Result<Bytes>(Bytes()) : message.payloadDigest())
        incident.payloadDigest = *digest;
    incident.result = judgement.admission == Admission::Accept ? "Accept"
                      : judgement.admission == Admission::Hold ? "Hold"
                      : judgement.admission == Admission::Full ? "Full"
                                                               : "Reject";
    incident.reason = judgement.reason;
    MMM_CHECK(logIncident(call, incident));
    return judgement.admission;
}

Status expectAnswer(Call& call, const AccountRecord& sender, const dare::Envelope& message,
                    const std::string& recipient)
{
    MMM_TRY(const dare::ContentMeta meta, message.contentMeta());
    if (meta.messageType != schema::RequestContact::className &&
        meta.messageType != schema::RequestConfirmation::className)
        return {};
    return call.storage.expectAnswer(sender.id, meta.messageType, recipient, call.now);
}

} // namespace mmm::service
