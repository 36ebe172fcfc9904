#include "encoding/utf8.h"
#include "schema/any.h"
#include "schema/catalog.h"
#include "service/access_rules.h"
#include "service/courier.h"
#include "service/incidents.h"
#include "service/room.h"
#include "service/sequence_log.h"
#include "service/transactions.h"
#include "udf/digest.h"
#include "udf/udf.h"

#include <algorithm>

namespace mmm::service {

namespace {

constexpr auto holdLabel = "Hold";
constexpr auto deliveryNews = "application/mmm-delivery"; ///< ours: what a report's identifier is made of

/// The message as it goes into the spool: one that the account wants to have apart carries a label.
dare::Envelope labelled(const dare::Envelope& message, Admission admission)
{
    auto meta = message.contentMeta();
    if (admission != Admission::Hold || !meta)
        return message;
    meta->labels.emplace_back(holdLabel);
    dare::Header header = message.header();
    header.setContentMeta(*meta);
    return dare::Envelope::assemble(header, copyOf(message.body()), message.trailer());
}

/// What becomes of a message for one recipient, as a Post is answered.
enum class Fate
{
    Accept,
    Reject,
    Full, ///< not now, but when the recipient has room
};

Fate fateOf(bool isTaken)
{
    return isTaken ? Fate::Accept : Fate::Reject;
}

/// Lets a message into the inbound spool if the rules say so.
Result<Fate> deliver(Call& call, const AccountRecord& recipient, const Origin& origin,
                     const dare::Envelope& message)
{
    const Status room = checkRoom(call, recipient, octetsOf(message), RoomFor::Others);
    if (!room && room.error().fault != Fault::AccountFull)
        return tl::unexpected<Error>(room.error());
    MMM_TRY(const Admission admission, admit(call, recipient, origin, message, room.has_value()));
    if (admission == Admission::Reject || admission == Admission::Full)
        return admission == Admission::Full ? Fate::Full : Fate::Reject;
    MMM_TRY(const dare::ContentMeta meta, message.contentMeta());
    if (meta.messageType == schema::RespondConnection::className)
        return takeClaim(call, recipient, origin.address, message).map(fateOf);
    const Status appended =
        appendToSpool(call, recipient, schema::store_name::inbound, labelled(message, admission));
    // a message that is there already was delivered
    if (!appended && appended.error().fault != Fault::Exists)
        return tl::unexpected<Error>(appended.error());
    call.changedAccounts.insert(recipient.id);
    return Fate::Accept;
}

/// Leaves a message to the courier, who tries from that time on.
Status keepForCourier(Call& call, const AccountRecord& sender, const std::string& recipient,
                      const dare::Envelope& message, TimePoint nextTry)
{
    DeliveryRecord delivery;
    delivery.sender = sender.address;
    delivery.recipient = recipient;
    MMM_TRY(const dare::ContentMeta meta, message.contentMeta());
    delivery.messageId = meta.uniqueId;
    delivery.message = message.toJson();
    MMM_CHECK(checkRoom(call, sender, delivery.message.size(), RoomFor::Owner));
    delivery.created = call.now;
    delivery.nextTry = nextTry;
    return call.storage.addDelivery(delivery);
}

/// A message of an account of this service, to one address. False if it will not get there.
Result<bool> send(Call& call, const AccountRecord& sender, const std::string& address,
                  const dare::Envelope& message)
{
    const auto parts = parseAddress(address);
    if (!parts)
        return false;
    const std::string recipient = parts->canonical();
    MMM_CHECK(expectAnswer(call, sender, message, recipient));
    if (!call.policy.serves(parts->domain)) {
        MMM_CHECK(keepForCourier(call, sender, recipient, message, call.now));
        call.hasDeliveries = true;
        return true;
    }
    const auto account = call.openAccount(recipient);
    if (!account)
        return false;
    MMM_TRY(const Fate fate, deliver(call, *account, {{}, sender.address}, message));
    if (fate == Fate::Full) {
        MMM_CHECK(keepForCourier(call, sender, recipient, message, call.now + Courier::delayAfter(0)));
        MMM_TRY(const dare::ContentMeta meta, message.contentMeta());
        MMM_CHECK(reportDelivery(call, sender, meta.uniqueId, recipient, delivery_state::full));
    }
    return fate != Fate::Reject;
}

/// The answers of a Post, in the order of accounts and messages.
class Answers
{
public:
    explicit Answers(protocol::PostResponse& response) : m_response(response) {}
    void add(Fate fate)
    {
        protocol::EntryResponse entry;
        entry.indexRequest = static_cast<std::int64_t>(m_response.entries.size());
        entry.result = fate == Fate::Accept ? "Accept" : fate == Fate::Full ? "Full" : "Reject";
        m_response.entries.push_back(std::move(entry));
        m_isAny = m_isAny || fate != Fate::Reject;
    }
    [[nodiscard]] bool isAny() const { return m_isAny; }

private:
    protocol::PostResponse& m_response;
    bool m_isAny = false;
};

Status checkCounts(const Call& call, const protocol::PostRequest& request)
{
    if (request.accounts.size() > call.policy.recipientsPerPost)
        return fail(Fault::TooLarge, "too many recipients");
    if (std::max(request.message.size(), request.self.size()) > call.policy.messagesPerPost)
        return fail(Fault::TooLarge, "too many messages");
    return {};
}

/// Keeps what is sent. A request may come again because its answer was lost: what is there already, be it
/// here or at a recipient, is not added a second time, and a recipient who has not got it gets it. But it
/// must be the same message.
Status keepOutbound(Call& call, const AccountRecord& sender, const dare::Envelope& message)
{
    const Status kept = appendToSpool(call, sender, schema::store_name::outbound, message);
    if (kept || kept.error().fault != Fault::Exists)
        return kept;
    MMM_TRY(const dare::ContentMeta meta, message.contentMeta());
    MMM_TRY(const auto spool, call.storage.container(sender.id, std::string(schema::store_name::outbound)));
    if (!spool)
        return fail(Fault::Damaged, "no outbound spool");
    MMM_TRY(const ObjectRecord object, call.storage.object(spool->id, meta.uniqueId));
    MMM_TRY(const auto frame, call.storage.frame(spool->id, object.first));
    return frame && std::ranges::equal(frame->body, message.body())
               ? Status()
               : fail(Fault::Exists, "another message of that id was sent");
}

Result<protocol::PostResponse> postOfAccount(Call& call, const protocol::PostRequest& request)
{
    MMM_TRY(const AccountRecord sender, call.ownAccountToWrite(request.account));
    MMM_CHECK(checkCounts(call, request));
    if (request.accounts.empty() != request.message.empty())
        return fail(Fault::Malformed, "messages and recipients belong together");
    if (!request.self.empty() && !call.caller.may("Write", schema::store_name::inbound))
        return fail(Fault::NotAuthorised, "this device may not write messages to itself");
    for (const dare::Envelope& message : request.message) {
        MMM_CHECK(checkEgress(call, sender, message, request.accounts.size()));
        MMM_CHECK(checkRoom(call, sender, octetsOf(message), RoomFor::Owner));
        MMM_CHECK(keepOutbound(call, sender, message));
    }
    protocol::PostResponse response;
    Answers answers(response);
    for (const std::string& address : request.accounts) {
        for (const dare::Envelope& message : request.message) {
            MMM_TRY(const bool isSent, send(call, sender, address, message));
            answers.add(fateOf(isSent));
            if (!isSent) {
                MMM_TRY(const dare::ContentMeta meta, message.contentMeta());
                MMM_CHECK(reportDelivery(call, sender, meta.uniqueId, address, delivery_state::failed));
            }
        }
    }
    for (const dare::Envelope& message : request.self) {
        MMM_CHECK(checkRoom(call, sender, octetsOf(message), RoomFor::Order));
        MMM_CHECK(appendToSpool(call, sender, schema::store_name::inbound, message));
        MMM_CHECK(applyDecision(call, sender, message));
    }
    if (!request.message.empty() || !request.self.empty())
        call.changedAccounts.insert(sender.id);
    return response;
}

/// Rule 2 of WIRE F.7: why nothing at all is taken of what a service brings; empty if it is looked at.
std::string refusalOf(Call& call, const Result<AccountAddress>& sender, std::size_t messages)
{
    const std::string& service = call.caller.serviceUdf;
    if (!sender || !isServiceOf(call, sender->domain, service))
        return "not the service of the sender";
    if (call.policy.blockedServices.contains(service))
        return "a service that the site blocks";
    if (!call.rates.admit("from " + service, messages, call.policy.messagesFromService, call.now))
        return "too many messages from that service";
    return {};
}

Incident refused(const Call& call, const std::string& address, std::string reason)
{
    constexpr std::size_t longestAddress = 320;
    Incident incident;
    incident.time = call.now;
    incident.service = call.caller.serviceUdf;
    incident.recipient = asciiLower(address.substr(0, longestAddress));
    while (!encoding::isUtf8(bytesOf(incident.recipient)))
        incident.recipient.pop_back(); // cut within a character
    incident.result = "Reject";
    incident.reason = std::move(reason);
    return incident;
}

/// From another service. What is refused is refused without a word (WIRE F.7).
Result<protocol::PostResponse> postOfService(Call& call, const protocol::PostRequest& request)
{
    MMM_CHECK(checkCounts(call, request));
    protocol::PostResponse response;
    const auto sender = parseAddress(request.account);
    const std::string refusal = refusalOf(call, sender, request.accounts.size() * request.message.size());
    if (!refusal.empty()) {
        // Anybody can make a service, so one line says it all, and of too many there is none.
        if (!request.accounts.empty() &&
            call.rates.admit(strangersRefused, 1, call.policy.refusalsPerHour, call.now))
            MMM_CHECK(logIncident(call, refused(call, request.accounts.front(), refusal)));
        response.status = static_cast<std::int64_t>(protocol::StatusCode::NotAuthorised);
        return response;
    }
    Answers answers(response);
    for (const std::string& address : request.accounts) {
        const auto recipient = call.openAccount(address);
        for (const dare::Envelope& message : request.message) {
            if (!recipient) {
                MMM_CHECK(logIncident(call, refused(call, address, "no such account")));
                answers.add(Fate::Reject);
                continue;
            }
            MMM_TRY(const Fate fate,
                    deliver(call, *recipient, {call.caller.serviceUdf, sender->canonical()}, message));
            answers.add(fate);
        }
    }
    if (!answers.isAny()) {
        response.entries.clear();
        response.status = static_cast<std::int64_t>(protocol::StatusCode::NotAuthorised);
    }
    return response;
}

} // namespace

Status appendToSpool(Call& call, const AccountRecord& account, std::string_view spool,
                     const dare::Envelope& message)
{
    const std::string name(isAtHome(account) ? spool : protocol::lateSpool);
    MMM_TRY(auto found, call.storage.container(account.id, name));
    if (!found) {
        MMM_TRY(found, call.storage.createContainer(account.id, name));
    }
    return appendMessage(call.storage, *found, message, call.now);
}

Status reportDelivery(Call& call, const AccountRecord& sender, const std::string& messageId,
                      const std::string& recipient, std::string_view state)
{
    schema::MessageComplete message;
    // that the recipient is full is said once, however often it is tried
    const bool isOnce = state == delivery_state::full;
    message.messageId = isOnce
                            ? udf::contentDigest(bytesOf(messageId + '\n' + recipient), deliveryNews).text()
                            : udf::Udf::nonce().text();
    message.sender = call.policy.domains.front();
    message.recipient = sender.address;
    schema::Reference reference;
    reference.messageId = messageId;
    reference.responseId = recipient;
    reference.relationship = state;
    message.references.push_back(std::move(reference));
    dare::SealOptions options;
    options.meta.emplace().uniqueId = message.messageId;
    options.meta->messageType = schema::MessageComplete::className;
    options.meta->contentType = "application/mmm";
    options.meta->created = call.now;
    options.signers = {call.identity.hostSignature.get()};
    MMM_TRY(const dare::Envelope report, dare::seal(encoding::toTaggedJson(message), options));
    const Status told = appendToSpool(call, sender, schema::store_name::outbound, report);
    if (!told)
        return isOnce && told.error().fault == Fault::Exists ? Status() : told;
    call.changedAccounts.insert(sender.id);
    return {};
}

Status deliverHere(Call& call, const DeliveryRecord& delivery)
{
    MMM_TRY(const AccountRecord recipient, call.openAccount(delivery.recipient));
    MMM_TRY(const dare::Envelope message, dare::Envelope::parse(delivery.message));
    MMM_TRY(const Fate fate, deliver(call, recipient, {{}, delivery.sender}, message));
    return fate == Fate::Accept ? Status()
           : fate == Fate::Full ? fail(Fault::AccountFull, "the recipient's account is full")
                                : fail(Fault::Refused, "the account does not take the message");
}

Result<protocol::PostResponse> post(Call& call, const protocol::PostRequest& request)
{
    return call.caller.mode == CallerMode::Service ? postOfService(call, request)
                                                   : postOfAccount(call, request);
}

} // namespace mmm::service
