#include "schema/any.h"
#include "schema/verify.h"
#include "service/mesh_log.h"
#include "service/page_keys.h"
#include "service/room.h"
#include "service/transactions.h"
#include "udf/udf.h"

#include <algorithm>

namespace mmm::service {

namespace {

constexpr std::size_t mostPortalEntries = 100;
constexpr std::size_t mostEntryOctets = 1U << 20U;
constexpr unsigned shortestEscrowIdentifier = 200;

Result<protocol::PortalEntry> readEntry(const EntryRecord& record)
{
    MMM_TRY(const auto document, encoding::JsonDocument::parse(record.data));
    return encoding::Codec<protocol::PortalEntry>::read(document.root());
}

protocol::DataItem itemOf(const EntryRecord& record)
{
    protocol::DataItem item;
    item.primaryKey = record.identifier;
    item.action = record.updated ? "Modify" : "New";
    item.added = record.added;
    item.text = textOf(record.data);
    return item;
}

Bytes jsonOf(const protocol::PortalEntry& entry)
{
    encoding::JsonWriter writer;
    encoding::Codec<protocol::PortalEntry>::write(writer, entry);
    return writer.takeBytes();
}

/// Publishes what counts for the account from now on: there, and in the log, which keeps it for ever.
Status keepEntry(Call& call, const AccountRecord& account, const EntryRecord& record, std::string_view action)
{
    const std::size_t octets = 2 * record.data.size();
    MMM_CHECK(checkRoom(call, account, octets, action == "New" ? RoomFor::Owner : RoomFor::Order));
    MMM_CHECK(call.storage.count(account.id, octets));
    MMM_CHECK(call.storage.putEntry(record));
    return appendToLog(call, record, action);
}

Status publishEscrow(Call& call, const protocol::OfflineEscrowEntry& entry, std::string_view className,
                     const protocol::PortalEntry& whole)
{
    if (call.caller.mode != CallerMode::Member)
        return fail(Fault::NotAuthorised, "a connected device is needed");
    MMM_TRY(const udf::Udf identifier, udf::Udf::parse(entry.identifier));
    if (identifier.bits() < shortestEscrowIdentifier)
        return fail(Fault::Malformed, "identifier too short");
    EntryRecord record;
    record.identifier = identifier.text();
    record.className = className;
    record.data = jsonOf(whole);
    record.added = call.now;
    MMM_TRY(const auto existing, call.storage.entry(record.identifier));
    if (existing)
        return existing->data == record.data ? Status() : fail(Fault::Exists, "escrow records never change");
    return keepEntry(call, *call.caller.account, record, "New");
}

/// The entries that a search means, from where it is to go on; of one object the newest version only, unless
/// all are asked for.
Result<std::vector<EntryRecord>> search(Call& call, const Page& page)
{
    std::vector<EntryRecord> found;
    const auto from = static_cast<std::size_t>(page.next);
    if (!page.account.empty()) {
        MMM_TRY(const auto entry, call.storage.entry(page.account));
        if (!entry)
            return found;
        if (page.multiple) {
            MMM_TRY(found, call.storage.formerEntries(entry->identifier));
        }
        found.push_back(*entry);
        // whoever writes to somebody needs the account's keys as well
        if (page.multiple && !page.address.empty()) {
            MMM_TRY(const AccountRecord account, call.knownAddress(page.address));
            if (!account.profileAccount.empty()) {
                protocol::SignedProfile profile;
                profile.identifier = account.accountUdf;
                MMM_TRY(profile.signedData, dare::Envelope::parse(account.profileAccount));
                EntryRecord record;
                record.identifier = account.accountUdf;
                record.data = jsonOf(profile);
                record.added = account.modified;
                found.push_back(std::move(record));
            }
        }
        found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(std::min(from, found.size())));
    } else if (!page.keyValues.empty()) {
        std::vector<std::pair<std::string, std::string>> terms;
        for (const protocol::PortalKeyValue& pair : page.keyValues)
            terms.emplace_back(pair.key, pair.value);
        MMM_TRY(found, call.storage.entries(terms, from, mostPortalEntries + 1));
    } else {
        return fail(Fault::Malformed, "Get without anything to look for");
    }
    std::erase_if(found, [&page](const EntryRecord& entry) {
        const TimePoint time = entry.updated.value_or(entry.added);
        return (page.notBefore && time < *page.notBefore) || (page.before && time >= *page.before);
    });
    return found;
}

} // namespace

Result<bool> publishProfile(Call& call, const AccountRecord& account, const dare::Envelope& profile,
                            const std::string& udf, const std::vector<std::string>& names,
                            std::optional<TimePoint> updated)
{
    protocol::SignedProfile signedProfile;
    signedProfile.identifier = udf;
    signedProfile.signedData = profile;
    EntryRecord record;
    record.identifier = udf;
    record.className = protocol::SignedProfile::className;
    record.data = jsonOf(signedProfile);
    record.added = call.now;
    record.updated = updated;
    record.terms.emplace_back("UDF", udf);
    for (const std::string& name : names)
        record.terms.emplace_back("Name", name);
    MMM_TRY(const auto existing, call.storage.exactEntry(udf));
    if (existing) {
        if (existing->data == record.data)
            return false;
        if (updated <= existing->updated)
            return fail(Fault::Conflict, "a newer version is published");
        record.added = existing->added;
        MMM_CHECK(call.storage.keepFormerEntry(*existing));
    }
    MMM_CHECK(keepEntry(call, account, record, existing ? "Modify" : "New"));
    return true;
}

std::optional<Bytes> publishedEnvelope(const EntryRecord& record)
{
    const auto entry = readEntry(record);
    if (!entry)
        return std::nullopt;
    if (const auto* offline = std::get_if<protocol::OfflineEscrowEntry>(&*entry))
        return offline->encryptedData.toJson();
    if (const auto* online = std::get_if<protocol::OnlineEscrowEntry>(&*entry))
        return online->encryptedData.toJson();
    return std::nullopt;
}

Result<protocol::GetResponse> get(Call& call, const protocol::GetRequest& request)
{
    const auto constraints = request.searchConstraints.value_or(protocol::SearchConstraints());
    Page page;
    page.transaction = protocol::GetRequest::className;
    page.keyValues = request.keyValues;
    page.multiple = request.multiple.value_or(false);
    page.full = request.full.value_or(false);
    page.notBefore = constraints.notBefore;
    page.before = constraints.before;
    if (!request.account.empty() && request.identifier.empty()) {
        MMM_TRY(const AccountRecord account, call.knownAddress(request.account));
        // a group has a profile of its own, and whose mesh made it is nobody's business
        page.account = account.isGroup ? account.accountUdf : account.meshUdf;
        page.address = account.isGroup ? std::string() : account.address;
    }
    if (!request.identifier.empty())
        page.account = request.identifier;
    if (!constraints.pageKey.empty()) {
        MMM_TRY(page, call.pages.read(constraints.pageKey, protocol::GetRequest::className, call.now));
    }
    MMM_TRY(const std::vector<EntryRecord> found, search(call, page));

    protocol::GetResponse response;
    const std::size_t most = page.multiple ? limitOf(constraints.maxEntries, mostPortalEntries) : 1;
    const std::size_t mostOctets = limitOf(constraints.maxBytes, mostEntryOctets);
    std::size_t octets = 0;
    std::size_t count = 0;
    for (const EntryRecord& record : found) {
        octets += record.data.size();
        if (count == most || (count > 0 && octets > mostOctets))
            break;
        ++count;
        if (page.full) {
            response.dataItems.push_back(itemOf(record));
        } else {
            MMM_TRY(protocol::PortalEntry entry, readEntry(record));
            response.entries.push_back(std::move(entry));
        }
    }
    if (count == 0)
        return fail(Fault::NotFound, "nothing found");
    if (page.multiple && count < found.size()) {
        page.next += static_cast<std::int64_t>(count);
        MMM_TRY(response.pageKey, call.pages.issue(std::move(page), call.now));
    }
    return response;
}

Result<protocol::PublishResponse> publish(Call& call, const protocol::PublishRequest& request)
{
    protocol::PublishResponse response;
    if (const auto* escrow = std::get_if<protocol::OfflineEscrowEntry>(&request.entry)) {
        MMM_CHECK(publishEscrow(call, *escrow, protocol::OfflineEscrowEntry::className, request.entry));
        return response;
    }
    if (const auto* escrow = std::get_if<protocol::OnlineEscrowEntry>(&request.entry)) {
        MMM_CHECK(publishEscrow(call, *escrow, protocol::OnlineEscrowEntry::className, request.entry));
        return response;
    }
    const auto* signedProfile = std::get_if<protocol::SignedProfile>(&request.entry);
    if (!signedProfile)
        return fail(Fault::Unsupported, "not something that can be published");
    MMM_TRY(const AccountRecord account, call.ownAccount({}));
    const dare::Envelope& envelope = signedProfile->signedData;
    const auto store = [&](auto checked) -> Status {
        MMM_TRY(const auto profile, std::move(checked));
        const std::string& udf = profile.udf();
        if (udf != signedProfile->identifier)
            return fail(Fault::Contradiction, "Identifier is not the profile's");
        if (udf != account.meshUdf && udf != account.accountUdf)
            return fail(Fault::NotAuthorised, "somebody else's profile");
        MMM_TRY(const auto existing, call.storage.exactEntry(udf));
        MMM_CHECK(publishProfile(call, account, envelope, udf, profile->names, profile->updated));
        if (existing)
            response.status = static_cast<std::int64_t>(protocol::StatusCode::Updated);
        return {};
    };
    if (schema::payloadOf<schema::ProfileMesh>(envelope))
        MMM_CHECK(store(schema::verifyProfileMesh(envelope)));
    else if (schema::payloadOf<schema::ProfileAccount>(envelope)) {
        // the account's own key alone does not do: former administrators knew it
        MMM_TRY(const dare::Envelope meshEnvelope, dare::Envelope::parse(account.profileMesh));
        MMM_TRY(const auto mesh, schema::payloadOf<schema::ProfileMesh>(meshEnvelope));
        MMM_CHECK(schema::verifyByAny(envelope, mesh.keysOnlineSignature));
        MMM_CHECK(store(schema::verifyProfileAccount(envelope)));
    } else
        return fail(Fault::Malformed, "Invalid profile");
    return response;
}

} // namespace mmm::service
