#pragma once

#include "store/replica.h"
#include "store/sync_types.h"

#include <algorithm>

namespace mmm::store {

/// Checks frames from the service one after the other and stages them (WIRE K.3).
class DownloadChecker
{
public:
    /// `signedThrough`: how many frames a valid signature covers, entitled or not, among those that were
    /// staged before.
    DownloadChecker(Replica& replica, std::string account, std::string container, const ContainerKind& kind,
                    const Authority& authority, std::int64_t signedThrough)
        : m_replica(replica),
          m_account(std::move(account)),
          m_container(std::move(container)),
          m_kind(kind),
          m_authority(authority),
          m_verified(replica.head().verified),
          m_signedThrough(std::max(signedThrough, m_verified.count)),
          m_isSigned(replica.head().isSigned)
    {}

    /// False if frames after this one must not be looked at; finding() or isAuthorityPending() say why.
    [[nodiscard]] bool take(const dare::Envelope& frame);

    [[nodiscard]] const std::optional<Finding>& finding() const { return m_finding; }
    [[nodiscard]] bool isAuthorityPending() const { return m_isAuthorityPending; }
    /// How far the frames are verified now, those of the replica's head included.
    [[nodiscard]] const ChainState& verified() const { return m_verified; }
    [[nodiscard]] bool isSigned() const { return m_isSigned; }
    /// At least as far as verified(); the frames between wait for somebody who vouches for them.
    [[nodiscard]] std::int64_t signedThrough() const { return m_signedThrough; }
    [[nodiscard]] const std::vector<FrameRange>& setAside() const { return m_setAside; }

private:
    bool stop(Deviation deviation, std::int64_t frame, std::string detail);
    bool compareKnown(const dare::Envelope& frame, std::int64_t index);
    bool checkPlace(const dare::Envelope& frame, std::int64_t index);
    bool checkDigests(const dare::Envelope& frame, std::int64_t index);
    bool checkSignature(const dare::Signature& signature, std::int64_t index);

    Replica& m_replica;
    std::string m_account;
    std::string m_container;
    const ContainerKind& m_kind;
    const Authority& m_authority;
    ChainState m_verified;
    std::int64_t m_signedThrough = 0;
    std::vector<FrameRange> m_setAside;
    bool m_isSigned = false;
    bool m_isAuthorityPending = false;
    Bytes m_payloadDigest; ///< of the frame in hand
    std::optional<Finding> m_finding;
};

} // namespace mmm::store
