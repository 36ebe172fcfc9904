#pragma once

#include "dare/tree.h"
#include "protocol/transactions.h"
#include "schema/verify.h"

/// Keeping a service to its word about its log (WIRE G.7.5, security 03 §7.1.7): what it signed once must fit
/// everything that it signs later and everything that it hands out.
namespace mmm::protocol {

/// A service's signed statement of how far its log is.
struct Checkpoint : RecordBase
{
    static constexpr std::string_view className = "Checkpoint";
    std::int64_t index = 0; ///< of the last frame
    Bytes treeDigest;       ///< of that frame, 64 octets
    TimePoint time;
    static constexpr auto fields()
    {
        using C = Checkpoint;
        return fieldTable(field("Index", &C::index), field("TreeDigest", &C::treeDigest),
                          field("Time", &C::time));
    }
};

/// A CheckpointValue of Status. BadSignature or NotAuthorised if it is not signed with a signature key of the
/// service's profile, Malformed if it states what cannot be.
[[nodiscard]] Result<Checkpoint> verifyCheckpoint(std::string_view value,
                                                  const schema::Verified<schema::ProfileService>& service);

/// Compares two statements of the same service without its log. Forked if one number stands for two states,
/// RolledBack if the later statement has less than the earlier one.
[[nodiscard]] Status compareCheckpoints(const Checkpoint& earlier, const Checkpoint& later);

/// Follows a log frame by frame, as Transfer gives them, and says whether checkpoints are of this very log.
/// Between two checkpoints only the path of the tree has to be kept, not the log.
class LogTrail
{
public:
    /// What has to be kept: an apex of the tree.
    struct Apex : RecordBase
    {
        static constexpr std::string_view className = "Apex";
        std::int64_t index = 0;
        Bytes digest;
        static constexpr auto fields()
        {
            return fieldTable(field("Index", &Apex::index), field("Digest", &Apex::digest));
        }
    };

    LogTrail() = default;
    /// Goes on from what was kept. Malformed if that is no path.
    [[nodiscard]] static Result<LogTrail> restore(const std::vector<Apex>& kept);
    [[nodiscard]] std::vector<Apex> kept() const;

    /// The number of the frame to come next.
    [[nodiscard]] std::int64_t nextIndex() const { return m_path.nextIndex(); }

    /// Takes frames that continue the log, up to that of the checkpoint. Forked if what the frames state of
    /// themselves is not what they are, or if they are not those that the checkpoint was made of; NotYet if
    /// there are not enough of them. After Forked the trail must not be used.
    [[nodiscard]] Status follow(const std::vector<dare::Envelope>& frames, const Checkpoint& to);

private:
    dare::TreePath m_path;
};

} // namespace mmm::protocol
