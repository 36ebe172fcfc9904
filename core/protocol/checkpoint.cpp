#include "protocol/checkpoint.h"

#include "crypto/hash.h"

#include <algorithm>

namespace mmm::protocol {

Result<Checkpoint> verifyCheckpoint(std::string_view value,
                                    const schema::Verified<schema::ProfileService>& service)
{
    MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(bytesOf(value)));
    std::vector<schema::PublicKey> signers = service->keysOnlineSignature;
    if (service->keyOfflineSignature)
        signers.push_back(*service->keyOfflineSignature);
    MMM_CHECK(schema::verifyByAny(envelope, signers));
    MMM_TRY(Checkpoint checkpoint, schema::payloadOf<Checkpoint>(envelope));
    if (checkpoint.index < 0 || checkpoint.treeDigest.size() != dare::Digest512().size())
        return fail(Fault::Malformed, "not a checkpoint");
    return checkpoint;
}

Status compareCheckpoints(const Checkpoint& earlier, const Checkpoint& later)
{
    if (earlier.index == later.index && earlier.treeDigest != later.treeDigest)
        return fail(Fault::Forked, "two states of the log under one number");
    const bool isOrdered = earlier.time <= later.time;
    const Checkpoint& first = isOrdered ? earlier : later;
    const Checkpoint& second = isOrdered ? later : earlier;
    if (second.index < first.index)
        return fail(Fault::RolledBack, "the log has fewer frames than before");
    return {};
}

Result<LogTrail> LogTrail::restore(const std::vector<Apex>& kept)
{
    std::vector<dare::TreePath::Apex> path;
    for (const Apex& apex : kept) {
        dare::TreePath::Apex entry;
        entry.index = apex.index;
        if (apex.digest.size() != entry.digest.size())
            return fail(Fault::Malformed, "not the path of a tree");
        std::ranges::copy(apex.digest, entry.digest.begin());
        path.push_back(entry);
    }
    LogTrail trail;
    if (path.empty())
        return trail;
    const auto expected = dare::TreePath::indicesFor(path.back().index + 1);
    if (path.back().index < 0 || !std::ranges::equal(expected, path, {}, {}, &dare::TreePath::Apex::index))
        return fail(Fault::Malformed, "not the path of a tree");
    trail.m_path = dare::TreePath::restore(std::move(path));
    return trail;
}

std::vector<LogTrail::Apex> LogTrail::kept() const
{
    std::vector<Apex> kept;
    for (const dare::TreePath::Apex& apex : m_path.path()) {
        Apex entry;
        entry.index = apex.index;
        entry.digest = copyOf(apex.digest);
        kept.push_back(std::move(entry));
    }
    return kept;
}

Status LogTrail::follow(const std::vector<dare::Envelope>& frames, const Checkpoint& to)
{
    for (const dare::Envelope& frame : frames) {
        if (m_path.nextIndex() > to.index)
            break;
        if (frame.header().index() != m_path.nextIndex())
            return fail(Fault::Forked, "a frame of the log is missing or out of its place");
        const Bytes payloadDigest = crypto::sha512(frame.body());
        const dare::Digest512 digest = m_path.add(0, payloadDigest);
        if (!std::ranges::equal(frame.trailer().treeDigest, digest))
            return fail(Fault::Forked, "a frame of the log does not continue those before it");
    }
    if (m_path.nextIndex() <= to.index)
        return fail(Fault::NotYet, "more frames are needed");
    if (m_path.nextIndex() != to.index + 1)
        return fail(Fault::RolledBack, "the checkpoint lies before what was followed");
    if (!std::ranges::equal(m_path.path().back().digest, to.treeDigest))
        return fail(Fault::Forked, "the log is not the one that the checkpoint was made of");
    return {};
}

} // namespace mmm::protocol
