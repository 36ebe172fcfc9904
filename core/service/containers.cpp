#include "crypto/hash.h"
#include "dare/event_rules.h"
#include "schema/catalog.h"
#include "service/known_senders.h"
#include "service/room.h"
#include "service/sequence_log.h"
#include "service/transactions.h"

#include <algorithm>
#include <limits>

namespace mmm::service {

namespace {

constexpr std::size_t longestContainerName = 128;
constexpr std::size_t mostSelects = 256;

/// The name that a container is stored under. Malformed for names that no container has.
Result<std::string> containerName(std::string_view name)
{
    const std::string_view canonical = schema::canonicalStoreName(name);
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-' || c == '.';
    };
    if (canonical.empty() || canonical.size() > longestContainerName ||
        !std::ranges::all_of(canonical, allowed))
        return fail(Fault::Malformed, "not the name of a container");
    return std::string(canonical);
}

protocol::ContainerStatus statusOf(const ContainerRecord& container)
{
    protocol::ContainerStatus status;
    status.container = container.name;
    status.index = static_cast<std::int64_t>(container.frames);
    status.digest = container.treeDigest;
    return status;
}

/// Whether the client has everything that it may see.
bool isUpToDate(const std::vector<protocol::ContainerStatus>& known,
                const std::vector<protocol::ContainerStatus>& now)
{
    return std::ranges::all_of(now, [&known](const protocol::ContainerStatus& status) {
        const auto same = [&status](const protocol::ContainerStatus& k) {
            return schema::canonicalStoreName(k.container) == status.container;
        };
        const auto found = std::ranges::find_if(known, same);
        return found == known.end() ? status.index.value_or(0) == 0
                                    : found->index == status.index && found->digest == status.digest;
    });
}

Result<dare::Envelope> envelopeOf(const FrameRecord& frame,
                                  const std::optional<protocol::ConstraintsData>& parts)
{
    const bool header = !parts || parts->header.value_or(true);
    const bool payload = !parts || parts->payload.value_or(true);
    const bool trailer = !parts || parts->trailer.value_or(true);
    BytesView body = payload ? BytesView(frame.body) : BytesView();
    if (parts && parts->bytesOffset) {
        const auto offset = static_cast<std::size_t>(std::max<std::int64_t>(0, *parts->bytesOffset));
        body = body.subspan(std::min(offset, body.size()));
    }
    return dare::Envelope::fromRecords(header ? BytesView(frame.header) : BytesView(), body,
                                       trailer ? BytesView(frame.trailer) : BytesView());
}

bool isWanted(const protocol::ConstraintsSelect& select, TimePoint arrived)
{
    return (!select.notBefore || arrived >= *select.notBefore) &&
           (!select.before || arrived < *select.before);
}

std::uint64_t bound(const std::optional<std::int64_t>& value, std::uint64_t otherwise)
{
    return value ? static_cast<std::uint64_t>(std::max<std::int64_t>(0, *value)) : otherwise;
}

/// What devices there are can be changed in a full account, and what is there can be deleted.
RoomFor purposeOf(const std::string& container, const std::vector<dare::Envelope>& frames)
{
    const auto isDeletion = [](const dare::Envelope& frame) {
        const auto meta = frame.contentMeta();
        return meta && meta->event == dare::eventName(dare::Event::Delete);
    };
    return container == schema::store_name::device || std::ranges::all_of(frames, isDeletion)
               ? RoomFor::Order
               : RoomFor::Owner;
}

/// All of one update or nothing of it.
Result<std::string> applyUpdate(Call& call, const AccountRecord& account,
                                const protocol::ContainerUpdate& update, std::uint64_t& nextIndex)
{
    MMM_TRY(const std::string name, containerName(update.container));
    if (!call.caller.may("Write", name) || account.isGroup != (name == schema::store_name::member))
        return fail(Fault::NotAuthorised, "this device may not write " + name);
    MMM_TRY(auto found, call.storage.container(account.id, name));
    if (!found) {
        MMM_TRY(found, call.storage.createContainer(account.id, name));
    }
    ContainerRecord container = *found;
    nextIndex = container.frames;
    if (update.index && *update.index != static_cast<std::int64_t>(container.frames))
        return std::string("Conflict");
    std::size_t octets = 0;
    for (const dare::Envelope& frame : update.envelopes)
        octets += octetsOf(frame);
    MMM_CHECK(checkRoom(call, account, octets, purposeOf(name, update.envelopes)));
    const Status applied = call.storage.transaction([&]() -> Status {
        MMM_CHECK(appendWritten(call.storage, container, !schema::isSpool(name), update.envelopes, call.now));
        if (name == schema::store_name::device)
            MMM_CHECK(applyDeviceCatalog(call, account, update.envelopes));
        if (name == schema::store_name::contact)
            MMM_CHECK(applyContacts(call, account, container, update.envelopes));
        if (name == schema::store_name::member)
            MMM_CHECK(applyMembers(call, account, update.envelopes));
        if (name == schema::store_name::inbound) {
            for (const dare::Envelope& frame : update.envelopes)
                MMM_CHECK(applyDecision(call, account, frame));
        }
        return {};
    });
    if (!applied) {
        if (applied.error().fault == Fault::Conflict)
            return std::string("Conflict");
        return tl::unexpected<Error>(applied.error());
    }
    return std::string("Accept");
}

} // namespace

Result<protocol::StatusResponse> status(Call& call, const protocol::StatusRequest& request)
{
    MMM_TRY(const AccountRecord account, call.ownAccount(request.account));
    MMM_TRY(const std::vector<ContainerRecord> containers, call.storage.containers(account.id));
    std::vector<std::string> wanted;
    for (const auto* names : {&request.catalogs, &request.spools}) {
        for (const std::string& name : *names) {
            MMM_TRY(std::string canonical, containerName(name));
            wanted.push_back(std::move(canonical));
        }
    }
    protocol::StatusResponse response;
    for (const ContainerRecord& container : containers) {
        const bool asked = wanted.empty() || std::ranges::find(wanted, container.name) != wanted.end();
        if (asked && call.caller.may("Read", container.name))
            response.containerStatus.push_back(statusOf(container));
    }
    MMM_TRY(const dare::Envelope mesh, dare::Envelope::parse(account.profileMesh));
    const bool meshChanged = request.profileMasterDigest != crypto::sha512(mesh.body());
    if (request.holdSeconds.value_or(0) > 0 && !meshChanged && !isSuspended(call.caller) &&
        isUpToDate(request.known, response.containerStatus)) {
        const std::chrono::seconds asked(*request.holdSeconds);
        call.hold = Call::Hold{account.id, true, std::min(asked, call.policy.longestHold)};
    }
    if (meshChanged)
        response.envelopedProfileMaster = mesh;
    if (call.caller.device && !request.deviceUdf.empty()) {
        MMM_TRY(response.envelopedCatalogEntryDevice, dare::Envelope::parse(call.caller.device->entry));
    }
    MMM_TRY(const std::vector<DeviceRecord> devices, call.storage.devices(account.id));
    for (const DeviceRecord& device : devices) {
        protocol::DeviceSeen seen;
        seen.deviceUdf = device.deviceUdf;
        seen.lastSeen = device.lastSeen;
        response.devices.push_back(std::move(seen));
    }
    return response;
}

Result<protocol::DownloadResponse> download(Call& call, const protocol::DownloadRequest& request)
{
    MMM_TRY(const AccountRecord account, call.ownAccount(request.account));
    if (request.select.size() > mostSelects)
        return fail(Fault::TooLarge, "too much to select at once");
    const auto& parts = request.constraintsPost;
    std::size_t frames = limitOf(parts ? parts->maxEntries : std::nullopt, call.policy.downloadFrames);
    std::size_t octets = limitOf(parts ? parts->bytesMax : std::nullopt, call.policy.downloadOctets);
    protocol::DownloadResponse response;
    for (const protocol::ConstraintsSelect& select : request.select) {
        MMM_TRY(const std::string name, containerName(select.container));
        if (!call.caller.may("Read", name))
            return fail(Fault::NotAuthorised, "this device may not read " + name);
        MMM_TRY(const auto container, call.storage.container(account.id, name));
        protocol::ContainerUpdate update;
        update.container = name;
        update.index = 0;
        if (container) {
            update.index = static_cast<std::int64_t>(container->frames);
            update.digest = container->treeDigest;
        }
        if (container && frames > 0) {
            const std::uint64_t from = bound(select.indexMin, 0);
            const std::uint64_t to = bound(select.indexMax, std::numeric_limits<std::int64_t>::max());
            MMM_TRY(const auto records, call.storage.frames(container->id, from, to, frames, octets));
            for (const FrameRecord& record : records) {
                if (!isWanted(select, record.arrived))
                    continue;
                MMM_TRY(dare::Envelope envelope, envelopeOf(record, parts));
                const std::size_t size = record.header.size() + record.body.size() + record.trailer.size();
                octets -= std::min(octets, size);
                --frames;
                update.envelopes.push_back(std::move(envelope));
            }
        }
        response.updates.push_back(std::move(update));
    }
    return response;
}

Result<protocol::UploadResponse> upload(Call& call, const protocol::UploadRequest& request)
{
    MMM_TRY(const AccountRecord account, call.ownAccountToWrite(request.account));
    protocol::UploadResponse response;
    std::int64_t position = 0;
    for (const protocol::ContainerUpdate& update : request.updates) {
        std::uint64_t nextIndex = 0;
        MMM_TRY(const std::string result, applyUpdate(call, account, update, nextIndex));
        for (std::size_t i = 0; i < std::max<std::size_t>(1, update.envelopes.size()); ++i) {
            protocol::EntryResponse entry;
            entry.indexRequest = position++;
            entry.indexContainer = static_cast<std::int64_t>(nextIndex + (result == "Accept" ? i : 0));
            entry.result = result;
            response.entries.push_back(std::move(entry));
        }
        if (result == "Accept" && !update.envelopes.empty()) {
            response.status = static_cast<std::int64_t>(protocol::StatusCode::Updated);
            call.changedAccounts.insert(account.id);
        }
    }
    if (!request.members.empty())
        MMM_CHECK(putMembers(call, account, request.members));
    if (account.isGroup && !request.self.empty())
        return fail(Fault::NotAuthorised, "a group has no spools");
    if (!request.self.empty() && !call.caller.may("Write", schema::store_name::inbound))
        return fail(Fault::NotAuthorised, "this device may not write messages to itself");
    for (const dare::Envelope& message : request.self) {
        MMM_CHECK(checkRoom(call, account, octetsOf(message), RoomFor::Order));
        MMM_CHECK(appendToSpool(call, account, schema::store_name::inbound, message));
        MMM_CHECK(applyDecision(call, account, message));
        call.changedAccounts.insert(account.id);
    }
    return response;
}

} // namespace mmm::service
