#include "store/download_checker.h"

#include <algorithm>

namespace mmm::store {
namespace {
constexpr std::uint64_t maxWaiting = 1ULL << 30U; ///< octets of frames without their signature
}

Fault Finding::fault() const
{
    switch (deviation) {
    case Deviation::RolledBack:
        return Fault::RolledBack;
    case Deviation::Forked:
        return Fault::Forked;
    case Deviation::Replayed:
        return Fault::Replayed;
    case Deviation::Unsigned:
    case Deviation::BadSignature:
        return Fault::BadSignature;
    case Deviation::NotAuthorised:
        return Fault::NotAuthorised;
    case Deviation::Altered:
    case Deviation::Dropped:
    case Deviation::Reordered:
        break;
    }
    return Fault::Damaged;
}

bool DownloadChecker::stop(Deviation deviation, std::int64_t frame, std::string detail)
{
    m_finding = Finding{deviation, frame, std::move(detail)};
    return false;
}

bool DownloadChecker::take(const dare::Envelope& frame)
{
    const std::int64_t expected = m_replica.staged().count;
    const std::int64_t index = frame.header().index();
    if (index < 0)
        return stop(Deviation::Altered, expected, "a frame without its number");
    if (index < expected)
        return compareKnown(frame, index);
    if (index > expected)
        return stop(Deviation::Dropped, expected, "frames are missing");
    if (!checkPlace(frame, index) || !checkDigests(frame, index))
        return false;
    if (m_replica.staged().size - m_verified.size + frame.body().size() > maxWaiting)
        return stop(Deviation::Unsigned, index, "too much without a signature");
    m_replica.stage(frame, m_payloadDigest);

    const auto& anchor = m_replica.head().anchor;
    if (anchor && m_replica.staged().count == anchor->count) {
        if (m_replica.staged().chain != anchor->chain)
            return stop(Deviation::Forked, index, "not the history that was seen before");
        m_verified = m_replica.staged();
        m_signedThrough = m_verified.count;
    }
    const auto& signatures = frame.trailer().signatures;
    const auto batch = std::find_if(signatures.begin(), signatures.end(),
                                    [](const auto& signature) { return !signature.manifest.empty(); });
    if (batch != signatures.end())
        return checkSignature(*batch, index);
    if (!m_kind.isSignedThroughout) {
        m_verified = m_replica.staged();
        m_signedThrough = m_verified.count;
    }
    return true;
}

/// A frame that is here already must be the same; a service that tells two histories is found out here.
bool DownloadChecker::compareKnown(const dare::Envelope& frame, std::int64_t index)
{
    const auto stored = m_replica.frame(index);
    if (!stored)
        return true; // damaged here: nothing to compare with
    const auto digest = frame.payloadDigest();
    const Bytes& signedData = frame.trailer().signedData;
    const bool sameHeader = signedData.empty() ? std::ranges::equal(frame.headerOctets(), stored->view.header)
                                               : signedData == stored->parsed.signedData;
    if (!digest || *digest != stored->parsed.payloadDigest || !sameHeader)
        return stop(Deviation::Forked, index, "another frame than the one seen before");
    return true;
}

/// The number that the signer protected is that of the place where the frame stands.
bool DownloadChecker::checkPlace(const dare::Envelope& frame, std::int64_t index)
{
    const Bytes& signedData = frame.trailer().signedData;
    if (signedData.empty()) {
        if (m_kind.isSignedThroughout)
            return stop(Deviation::Unsigned, index, "a frame whose header is not protected");
        return true;
    }
    const auto stated = dare::parseHeader(signedData);
    if (!stated)
        return stop(Deviation::Altered, index, "protected header cannot be read");
    if (stated->index() >= 0 && stated->index() < index)
        return stop(Deviation::Replayed, index, "an earlier frame stands here");
    if (stated->index() > index)
        return stop(Deviation::Reordered, index, "a later frame stands here");
    if (const auto checked = dare::checkSignedData(signedData, frame.header(), index); !checked)
        return stop(Deviation::Altered, index, checked.error().detail);
    return true;
}

bool DownloadChecker::checkDigests(const dare::Envelope& frame, std::int64_t index)
{
    auto digest = frame.payloadDigest();
    if (!digest || !frame.verifyDigest())
        return stop(Deviation::Altered, index, "the payload does not have its digest");
    m_payloadDigest = std::move(*digest);
    const Bytes& tree = frame.trailer().treeDigest;
    if (!tree.empty() && !std::ranges::equal(tree, m_replica.staged().tree.nextDigest(m_payloadDigest)))
        return stop(Deviation::Forked, index, "the tree digest is that of another history");
    return true;
}

bool DownloadChecker::checkSignature(const dare::Signature& signature, std::int64_t index)
{
    const auto stated = dare::readManifest(signature);
    if (!stated || stated->account != m_account || stated->container != m_container || stated->to != index ||
        stated->from < 0 || stated->from > index)
        return stop(Deviation::BadSignature, index, "the signature is for something else");
    // whoever signs vouches for the frames that he wrote; none may be without a voucher
    if (m_kind.isSignedThroughout && stated->from > m_signedThrough)
        return stop(Deviation::Unsigned, m_signedThrough, "nobody signed these frames");
    const auto writer = m_authority.writer(signature.kid, m_container, stated->from, index);
    if (!writer && writer.error().fault == Fault::NotYet) {
        m_isAuthorityPending = true;
        return false;
    }
    if (!writer)
        return stop(Deviation::NotAuthorised, index, writer.error().detail);
    if (!dare::verifyManifest(signature, writer->key))
        return stop(Deviation::BadSignature, index, "the signature does not verify");
    if (!std::ranges::equal(stated->chain, m_replica.staged().chain))
        return stop(Deviation::Forked, index, "the signer saw another history");
    const std::int64_t first = std::max(stated->from, m_signedThrough);
    m_signedThrough = m_replica.staged().count;
    if (writer->standing == Standing::Vouchable)
        return true;
    // those who come after have signed the chain with these frames in it, so they stay in the container
    if (writer->standing == Standing::SetAside)
        m_setAside.push_back({first, index, signature.kid});
    m_verified = m_replica.staged();
    m_isSigned = true;
    return true;
}

} // namespace mmm::store
