#include "service/mesh_log.h"

#include "protocol/checkpoint.h"
#include "schema/any.h"
#include "service/incidents.h"
#include "service/page_keys.h"
#include "service/peer_checkpoints.h"
#include "service/sequence_log.h"
#include "service/transactions.h"

#include <algorithm>

namespace mmm::service {

namespace {

/// The log belongs to the service itself, kept under an address that no account can have.
constexpr std::string_view logAddress = "@mesh-log";
constexpr std::string_view logContainer = "mmm_MeshLog";
constexpr auto checkpointSetting = "checkpoint";
constexpr std::size_t mostEntries = 100;

} // namespace

Result<ContainerRecord> meshLog(Call& call)
{
    return ownSequence(call, logAddress, logContainer);
}

Status appendToLog(Call& call, const dare::Envelope& line)
{
    MMM_TRY(ContainerRecord log, meshLog(call));
    return appendMessage(call.storage, log, line, call.now);
}

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
    return appendToLog(call, line);
}

Result<std::optional<StatedCheckpoint>> currentCheckpoint(Call& call)
{
    MMM_TRY(const ContainerRecord log, meshLog(call));
    if (log.frames == 0)
        return std::nullopt;
    const auto index = static_cast<std::int64_t>(log.frames) - 1;
    MMM_TRY(auto stored, call.storage.setting(checkpointSetting));
    if (stored) {
        MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(*stored));
        MMM_TRY(const auto last, schema::payloadOf<protocol::Checkpoint>(envelope));
        if (last.index == index || last.time + checkpointInterval > call.now)
            return StatedCheckpoint{std::move(*stored), last.time};
    }
    protocol::Checkpoint fresh;
    fresh.index = index;
    fresh.treeDigest = log.treeDigest;
    fresh.time = call.now;
    dare::SealOptions options;
    options.signers = {call.identity.hostSignature.get()};
    MMM_TRY(const dare::Envelope envelope, dare::seal(encoding::toTaggedJson(fresh), options));
    StatedCheckpoint made{envelope.toJson(), fresh.time};
    MMM_CHECK(call.storage.setSetting(checkpointSetting, made.envelope));
    return made;
}

Result<protocol::PortalStatusResponse> portalStatus(Call& call)
{
    protocol::PortalStatusResponse response;
    MMM_TRY(const auto checkpoint, currentCheckpoint(call));
    if (!checkpoint)
        return response;
    MMM_TRY(const ContainerRecord log, meshLog(call));
    MMM_TRY(const auto last, call.storage.frame(log.id, log.frames - 1));
    response.lastWriteTime = last ? last->arrived : call.now;
    response.checkpointValue = textOf(checkpoint->envelope);
    MMM_TRY(response.peers, enrolledCheckpoints(call.storage));
    response.lastCheckpointTime = checkpoint->time;
    response.nextCheckpointTime = checkpoint->time + checkpointInterval;
    return response;
}

Result<protocol::TransferResponse> transfer(Call& call, const protocol::TransferRequest& request)
{
    // the operator names the keys of those who may have the whole log
    if (!call.policy.peers.contains(call.caller.keyUdf) &&
        !call.policy.peers.contains(call.caller.serviceUdf))
        return fail(Fault::NotAuthorised, "not a peer");
    const auto constraints = request.searchConstraints.value_or(protocol::SearchConstraints());
    Page page;
    page.transaction = protocol::TransferRequest::className;
    page.notBefore = constraints.notBefore;
    page.before = constraints.before;
    if (!constraints.pageKey.empty()) {
        MMM_TRY(page, call.pages.read(constraints.pageKey, protocol::TransferRequest::className, call.now));
    }
    const std::size_t most = limitOf(constraints.maxEntries, mostEntries);
    const std::size_t octets = limitOf(constraints.maxBytes, call.policy.downloadOctets);
    MMM_TRY(const ContainerRecord log, meshLog(call));
    MMM_TRY(const auto frames,
            call.storage.frames(log.id, static_cast<std::uint64_t>(page.next), log.frames, most, octets));
    protocol::TransferResponse response;
    for (const FrameRecord& frame : frames) {
        if ((page.notBefore && frame.arrived < *page.notBefore) ||
            (page.before && frame.arrived >= *page.before))
            continue;
        MMM_TRY(dare::Envelope envelope,
                dare::Envelope::fromRecords(frame.header, frame.body, frame.trailer));
        response.envelopes.push_back(std::move(envelope));
        const auto item = encoding::fromTaggedJson<protocol::DataItem>(frame.body);
        if (!item)
            continue; // the first frame, and checkpoints of peers
        response.dataItems.push_back(*item);
        response.dataItems.back().transactionId = std::to_string(frame.index);
    }
    if (!frames.empty() && frames.back().index + 1 < log.frames) {
        page.next = static_cast<std::int64_t>(frames.back().index) + 1;
        MMM_TRY(response.pageKey, call.pages.issue(std::move(page), call.now));
    }
    return response;
}

} // namespace mmm::service
