#include "crypto/hash.h"
#include "schema/any.h"
#include "schema/verify.h"
#include "service/sequence_log.h"
#include "service/transactions.h"
#include "udf/udf.h"

#include <algorithm>
#include <charconv>

namespace mmm::service {

namespace {

/// The log of everything that was published. It belongs to the service itself, kept under an address that no
/// account can have.
constexpr std::string_view logAddress = "@mesh-log";
constexpr std::string_view logContainer = "mmm_MeshLog";
constexpr std::size_t mostEntries = 100;
constexpr unsigned shortestEscrowIdentifier = 200;
constexpr std::chrono::minutes checkpointInterval{10};

/// A signed statement of how far the log is (WIRE G.7.5).
struct Checkpoint : encoding::RecordBase
{
    static constexpr std::string_view className = "Checkpoint";
    std::int64_t index = 0;
    Bytes treeDigest;
    TimePoint time;
    static constexpr auto fields()
    {
        using C = Checkpoint;
        using encoding::field;
        return std::tuple(field("Index", &C::index), field("TreeDigest", &C::treeDigest),
                          field("Time", &C::time));
    }
};

Result<ContainerRecord> meshLog(Call& call)
{
    const std::string address(logAddress);
    MMM_TRY(const auto owner, call.storage.account(address));
    std::int64_t id = owner ? owner->id : 0;
    if (!owner) {
        AccountRecord record;
        record.address = address;
        record.state = AccountState::Suspended;
        record.created = call.now;
        record.modified = call.now;
        MMM_TRY(id, call.storage.createAccount(record));
    }
    MMM_TRY(const auto container, call.storage.container(id, std::string(logContainer)));
    return container ? Result<ContainerRecord>(*container)
                     : call.storage.createContainer(id, std::string(logContainer));
}

/// One line of the log per publication.
Status appendToLog(Call& call, const EntryRecord& entry, std::string_view action)
{
    protocol::DataItem item;
    item.primaryKey = entry.identifier;
    item.action = action;
    item.added = call.now;
    item.text = textOf(entry.data);
    for (const auto& [type, term] : entry.terms) {
        protocol::IndexTerm index;
        index.type = type;
        index.term = term;
        item.keys.emplace_back(std::move(index));
    }
    dare::SealOptions options;
    options.meta.emplace().messageType = protocol::DataItem::className;
    options.meta->contentType = "application/mmm";
    options.meta->created = call.now;
    options.digest = true;
    MMM_TRY(const dare::Envelope line, dare::seal(encoding::toTaggedJson(item), options));
    MMM_TRY(ContainerRecord log, meshLog(call));
    return appendMessage(call.storage, log, line, call.now);
}

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

/// A place in a list of results. It tells nothing, so it needs no secret.
Result<std::size_t> offsetOf(const std::string& pageKey)
{
    std::size_t offset = 0;
    const auto [end, error] = std::from_chars(pageKey.data(), pageKey.data() + pageKey.size(), offset);
    if (error != std::errc() || end != pageKey.data() + pageKey.size())
        return fail(Fault::NotFound, "unknown PageKey");
    return offset;
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
    MMM_CHECK(call.storage.putEntry(record));
    return appendToLog(call, record, "New");
}

} // namespace

Result<bool> publishProfile(Call& call, const dare::Envelope& profile, const std::string& udf,
                            const std::vector<std::string>& names, std::optional<TimePoint> updated)
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
    MMM_TRY(const auto existing, call.storage.entry(udf));
    if (existing) {
        if (existing->data == record.data)
            return false;
        if (updated <= existing->updated)
            return fail(Fault::Conflict, "a newer version is published");
        record.added = existing->added;
    }
    MMM_CHECK(call.storage.putEntry(record));
    MMM_CHECK(appendToLog(call, record, existing ? "Modify" : "New"));
    return true;
}

Result<protocol::GetResponse> get(Call& call, const protocol::GetRequest& request)
{
    protocol::GetResponse response;
    const protocol::SearchConstraints constraints =
        request.searchConstraints.value_or(protocol::SearchConstraints());
    std::vector<EntryRecord> found;
    if (!request.identifier.empty()) {
        MMM_TRY(const auto entry, call.storage.entry(request.identifier));
        if (entry)
            found.push_back(*entry);
    } else if (!request.account.empty()) {
        MMM_TRY(const AccountRecord account, call.openAccount(request.account));
        MMM_TRY(const auto entry, call.storage.entry(account.meshUdf));
        if (entry)
            found.push_back(*entry);
        // the account's own profile as well, for whoever has to make both anew
        if (entry && request.multiple.value_or(false) && !account.profileAccount.empty()) {
            protocol::SignedProfile profile;
            profile.identifier = account.accountUdf;
            MMM_TRY(profile.signedData, dare::Envelope::parse(account.profileAccount));
            EntryRecord record;
            record.identifier = profile.identifier;
            record.className = protocol::SignedProfile::className;
            record.data = jsonOf(profile);
            record.added = account.created;
            record.updated = account.modified;
            found.push_back(std::move(record));
        }
    } else if (!request.keyValues.empty()) {
        std::vector<std::pair<std::string, std::string>> terms;
        for (const protocol::PortalKeyValue& pair : request.keyValues)
            terms.emplace_back(pair.key, pair.value);
        std::size_t offset = 0;
        if (!constraints.pageKey.empty()) {
            MMM_TRY(offset, offsetOf(constraints.pageKey));
        }
        const std::size_t wanted =
            std::min<std::size_t>(mostEntries, static_cast<std::size_t>(std::max<std::int64_t>(
                                                   1, constraints.maxEntries.value_or(mostEntries))));
        const std::size_t most = request.multiple.value_or(false) ? wanted : 1;
        MMM_TRY(found, call.storage.entries(terms, offset, most + 1));
        if (found.size() > most) {
            found.pop_back();
            if (request.multiple.value_or(false))
                response.pageKey = std::to_string(offset + most);
        }
    } else {
        return fail(Fault::Malformed, "Get without anything to look for");
    }
    if (found.empty())
        return fail(Fault::NotFound, "nothing found");
    for (const EntryRecord& record : found) {
        if (request.full.value_or(false)) {
            response.dataItems.push_back(itemOf(record));
        } else {
            MMM_TRY(protocol::PortalEntry entry, readEntry(record));
            response.entries.push_back(std::move(entry));
        }
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
        MMM_TRY(const auto existing, call.storage.entry(udf));
        MMM_CHECK(publishProfile(call, envelope, udf, profile->names, profile->updated));
        if (existing)
            response.status = static_cast<std::int64_t>(protocol::StatusCode::Updated);
        return {};
    };
    if (schema::payloadOf<schema::ProfileMesh>(envelope))
        MMM_CHECK(store(schema::verifyProfileMesh(envelope)));
    else if (schema::payloadOf<schema::ProfileAccount>(envelope))
        MMM_CHECK(store(schema::verifyProfileAccount(envelope)));
    else
        return fail(Fault::Malformed, "Invalid profile");
    return response;
}

Result<protocol::PortalStatusResponse> portalStatus(Call& call)
{
    MMM_TRY(const ContainerRecord log, meshLog(call));
    protocol::PortalStatusResponse response;
    if (log.frames == 0)
        return response;
    MMM_TRY(const auto last, call.storage.frame(log.id, log.frames - 1));
    response.lastWriteTime = last ? last->arrived : call.now;
    // the checkpoint is made when somebody asks and the last one is older than the interval
    constexpr auto setting = "checkpoint";
    MMM_TRY(const auto stored, call.storage.setting(setting));
    std::optional<Checkpoint> checkpoint;
    if (stored) {
        MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(*stored));
        MMM_TRY(checkpoint, schema::payloadOf<Checkpoint>(envelope));
        response.checkpointValue = textOf(*stored);
    }
    const auto index = static_cast<std::int64_t>(log.frames) - 1;
    if (!checkpoint || (checkpoint->index < index && checkpoint->time + checkpointInterval <= call.now)) {
        Checkpoint fresh;
        fresh.index = index;
        fresh.treeDigest = log.treeDigest;
        fresh.time = call.now;
        dare::SealOptions options;
        options.signers = {call.identity.hostSignature.get()};
        MMM_TRY(const dare::Envelope envelope, dare::seal(encoding::toTaggedJson(fresh), options));
        const Bytes text = envelope.toJson();
        MMM_CHECK(call.storage.setSetting(setting, text));
        response.checkpointValue = textOf(text);
        checkpoint = std::move(fresh);
    }
    response.lastCheckpointTime = checkpoint->time;
    response.nextCheckpointTime = checkpoint->time + checkpointInterval;
    return response;
}

Result<protocol::TransferResponse> transfer(Call& call, const protocol::TransferRequest& request)
{
    // the operator names the keys of those who may have the whole log
    if (call.caller.keyUdf.empty() || !call.policy.peers.contains(call.caller.keyUdf))
        return fail(Fault::NotAuthorised, "not a peer");
    const protocol::SearchConstraints constraints =
        request.searchConstraints.value_or(protocol::SearchConstraints());
    std::size_t from = 0;
    if (!constraints.pageKey.empty()) {
        MMM_TRY(from, offsetOf(constraints.pageKey));
    }
    const std::size_t most = std::min<std::size_t>(
        mostEntries,
        static_cast<std::size_t>(std::max<std::int64_t>(1, constraints.maxEntries.value_or(mostEntries))));
    MMM_TRY(const ContainerRecord log, meshLog(call));
    MMM_TRY(const auto frames,
            call.storage.frames(log.id, from, log.frames, most, call.policy.downloadOctets));
    protocol::TransferResponse response;
    for (const FrameRecord& frame : frames) {
        const auto item = encoding::fromTaggedJson<protocol::DataItem>(frame.body);
        if (!item || (constraints.notBefore && frame.arrived < *constraints.notBefore) ||
            (constraints.before && frame.arrived >= *constraints.before))
            continue;
        response.dataItems.push_back(*item);
        response.dataItems.back().transactionId = std::to_string(frame.index);
    }
    if (!frames.empty() && frames.back().index + 1 < log.frames)
        response.pageKey = std::to_string(frames.back().index + 1);
    return response;
}

} // namespace mmm::service
