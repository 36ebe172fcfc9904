#include "service/sequence_log.h"

#include "crypto/hash.h"
#include "dare/event_rules.h"
#include "dare/frame.h"
#include "udf/udf.h"

#include <algorithm>

namespace mmm::service {

namespace {

constexpr std::string_view spoolContentType = "application/mmm-spool";

/// Length of a frame as octets of a file. Frame 0 keeps its trailer record even if it is empty (WIRE C.1).
std::uint64_t frameLength(const FrameRecord& frame)
{
    const dare::FrameEnvelope around =
        dare::encodeAround(frame.header, frame.body.size(), frame.trailer, frame.index == 0);
    return around.before.size() + frame.body.size() + around.after.size();
}

dare::Digest512 digestOf(BytesView octets)
{
    dare::Digest512 digest{};
    std::ranges::copy(octets.first(std::min(octets.size(), digest.size())), digest.begin());
    return digest;
}

/// Takes a frame into the record of its container.
void advance(ContainerRecord& container, dare::TreePath& path, FrameRecord& frame,
             const dare::Digest512& treeDigest)
{
    path.add(frame.position, treeDigest);
    frame.treeDigest.assign(treeDigest.begin(), treeDigest.end());
    container.treeDigest = frame.treeDigest;
    container.octets += frameLength(frame);
    ++container.frames;
}

/// The event state machine of a catalog (DARE 06 §7.1).
Status applyEvent(Storage& storage, const ContainerRecord& container, const dare::Header& header,
                  std::int64_t index)
{
    MMM_TRY(const dare::ContentMeta meta, header.contentMeta());
    if (meta.event.empty())
        return header.isMeta() || index == 0 ? Status()
                                             : fail(Fault::Malformed, "catalog frame without an event");
    MMM_TRY(const ObjectRecord before, storage.object(container.id, meta.uniqueId));
    const dare::ObjectState current{static_cast<std::int64_t>(before.first),
                                    static_cast<std::int64_t>(before.last), before.live};
    const bool seen = before.live || before.last > 0;
    MMM_TRY(const dare::ObjectState after, dare::stateAfter(seen ? &current : nullptr, meta, index));
    return storage.setObject(
        container.id, meta.uniqueId,
        {after.isLive, static_cast<std::uint64_t>(after.first), static_cast<std::uint64_t>(after.last)});
}

Status checkPlace(const ContainerRecord& container, const dare::TreePath& path, const dare::Envelope& frame)
{
    const dare::Header& header = frame.header();
    if (header.index() != static_cast<std::int64_t>(container.frames))
        return fail(Fault::Conflict, "the container has moved on");
    const auto expected = path.nextTreePosition();
    const auto stated = header.containerInfo ? header.containerInfo->treePosition : std::nullopt;
    if (stated && expected && *stated != static_cast<std::int64_t>(*expected))
        return fail(Fault::Conflict, "TreePosition is not that of the preceding frame");
    return {};
}

} // namespace

Result<dare::TreePath> treePathOf(Storage& storage, const ContainerRecord& container)
{
    if (container.frames == 0)
        return dare::TreePath();
    std::vector<dare::TreePath::Apex> apexes;
    for (auto index = static_cast<std::int64_t>(container.frames) - 1; index >= 0;
         index = dare::previousFrame(index)) {
        MMM_TRY(const auto frame, storage.frame(container.id, static_cast<std::uint64_t>(index)));
        if (!frame)
            return fail(Fault::Damaged, "a frame is missing");
        apexes.push_back({index, frame->position, digestOf(frame->treeDigest)});
    }
    std::ranges::reverse(apexes);
    return dare::TreePath::restore(std::move(apexes));
}

Status appendWritten(Storage& storage, ContainerRecord& container, bool isCatalog,
                     const std::vector<dare::Envelope>& frames, TimePoint now)
{
    MMM_TRY(dare::TreePath path, treePathOf(storage, container));
    std::vector<FrameRecord> records;
    records.reserve(frames.size());
    for (const dare::Envelope& frame : frames) {
        MMM_CHECK(checkPlace(container, path, frame));
        const dare::Trailer& trailer = frame.trailer();
        const Bytes payloadDigest = crypto::sha512(frame.body());
        if (!trailer.payloadDigest.empty() && trailer.payloadDigest != payloadDigest)
            return fail(Fault::Damaged, "PayloadDigest is not that of the payload");
        const dare::Digest512 treeDigest = path.nextDigest(payloadDigest);
        if (!trailer.treeDigest.empty() && !std::ranges::equal(trailer.treeDigest, treeDigest))
            return fail(Fault::Conflict, "TreeDigest does not continue the container");
        const auto index = static_cast<std::int64_t>(container.frames);
        if (isCatalog) {
            MMM_CHECK(applyEvent(storage, container, frame.header(), index));
        } else if (const auto meta = frame.contentMeta(); meta && !meta->uniqueId.empty()) {
            // a message that was delivered at another service was delivered
            MMM_CHECK(
                storage.setObject(container.id, meta->uniqueId, {true, container.frames, container.frames}));
        }

        FrameRecord record;
        record.index = container.frames;
        record.position = container.octets;
        record.arrived = now;
        record.header = copyOf(frame.headerOctets());
        record.body = copyOf(frame.body());
        record.trailer = copyOf(frame.trailerOctets());
        advance(container, path, record, treeDigest);
        records.push_back(std::move(record));
    }
    return storage.append(container, records);
}

Status appendMessage(Storage& storage, ContainerRecord& container, const dare::Envelope& message,
                     TimePoint now)
{
    MMM_TRY(dare::TreePath path, treePathOf(storage, container));
    std::vector<FrameRecord> records;
    const auto add = [&](dare::Header header, BytesView body, dare::Trailer trailer) {
        dare::ContainerInfo info;
        if (container.frames == 0) {
            info.dataEncoding = "JSON";
            info.containerType = dare::containerTypeName(dare::ContainerType::Merkle);
        }
        info.index = static_cast<std::int64_t>(container.frames);
        if (const auto position = path.nextTreePosition())
            info.treePosition = static_cast<std::int64_t>(*position);
        header.containerInfo = std::move(info);
        trailer.payloadDigest = crypto::sha512(body);
        const dare::Digest512 treeDigest = path.nextDigest(trailer.payloadDigest);
        trailer.treeDigest.assign(treeDigest.begin(), treeDigest.end());
        FrameRecord record;
        record.index = container.frames;
        record.position = container.octets;
        record.arrived = now;
        record.header = dare::toOctets(header);
        record.body = copyOf(body);
        record.trailer = dare::toOctets(trailer);
        advance(container, path, record, treeDigest);
        records.push_back(std::move(record));
    };

    // what binds frames to their place is for the account's own devices to write (WIRE K)
    const auto hasManifest = [](const dare::Signature& signature) { return !signature.manifest.empty(); };
    if (!message.trailer().signedData.empty() || std::ranges::any_of(message.signatures(), hasManifest))
        return fail(Fault::Malformed, "a message that poses as a frame of the spool");
    if (container.frames == 0) {
        dare::Header first;
        dare::ContentMeta meta;
        meta.contentType = spoolContentType;
        first.setContentMeta(meta);
        add(std::move(first), {}, {});
    }
    dare::Header header = message.header();
    MMM_TRY(dare::ContentMeta meta, message.contentMeta());
    if (meta.uniqueId.empty())
        meta.uniqueId = udf::Udf::nonce().text();
    meta.event.clear();
    MMM_TRY(const ObjectRecord before, storage.object(container.id, meta.uniqueId));
    if (before.live)
        return fail(Fault::Exists, "a message of that id is there already");
    header.setContentMeta(meta);
    MMM_CHECK(storage.setObject(container.id, meta.uniqueId, {true, container.frames, container.frames}));
    add(std::move(header), message.body(), message.trailer());
    return storage.append(container, records);
}

} // namespace mmm::service
