#include "schema/catalog.h"
#include "schema/messages.h"
#include "service/sequence_log.h"
#include "service/transactions.h"

#include <algorithm>

namespace mmm::service {

namespace {

constexpr std::size_t mostRecipients = 20;

/// What may come from a sender whom the account does not know (WIRE F.7, rule 4). Whether it does know the
/// sender stands in the contact catalog.
bool isAcceptedFromStrangers(const std::string& className)
{
    return className == schema::RequestContact::className;
}

Status checkMessage(const Call& call, const dare::Envelope& message)
{
    if (message.toJson().size() > call.policy.postOctets)
        return fail(Fault::TooLarge, "message too large");
    if (message.signatures().empty())
        return fail(Fault::BadSignature, "message without a signature");
    return message.verifyDigest();
}

} // namespace

Status appendToSpool(Call& call, const AccountRecord& account, std::string_view spool,
                     const dare::Envelope& message)
{
    const std::string name(spool);
    MMM_TRY(auto found, call.storage.container(account.id, name));
    if (!found) {
        MMM_TRY(found, call.storage.createContainer(account.id, name));
    }
    return appendMessage(call.storage, *found, message, call.now);
}

Result<protocol::PostResponse> post(Call& call, const protocol::PostRequest& request)
{
    MMM_TRY(const AccountRecord sender, call.ownAccount(request.account));
    if (request.accounts.size() > mostRecipients)
        return fail(Fault::TooLarge, "too many recipients");
    protocol::PostResponse response;
    std::int64_t position = 0;
    const auto answer = [&](const char* result) {
        protocol::EntryResponse entry;
        entry.indexRequest = position++;
        entry.result = result;
        response.entries.push_back(std::move(entry));
    };
    for (const std::string& address : request.accounts) {
        const auto recipient = call.openAccount(address);
        for (const dare::Envelope& message : request.message) {
            MMM_CHECK(checkMessage(call, message));
            MMM_TRY(const dare::ContentMeta meta, message.contentMeta());
            if (!recipient || !isAcceptedFromStrangers(meta.messageType)) {
                answer("Reject");
                continue;
            }
            const Status appended = appendToSpool(call, *recipient, schema::store_name::inbound, message);
            // a message that is there already was delivered
            if (!appended && appended.error().fault != Fault::Exists)
                return tl::unexpected<Error>(appended.error());
            call.changedAccounts.insert(recipient->id);
            answer("Accept");
        }
    }
    for (const dare::Envelope& message : request.message)
        MMM_CHECK(appendToSpool(call, sender, schema::store_name::outbound, message));
    for (const dare::Envelope& message : request.self)
        MMM_CHECK(appendToSpool(call, sender, schema::store_name::inbound, message));
    if (!request.message.empty() || !request.self.empty())
        call.changedAccounts.insert(sender.id);
    return response;
}

} // namespace mmm::service
