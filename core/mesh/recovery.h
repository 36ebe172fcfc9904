#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "mesh/escrow_share.h"

#include <stop_token>

namespace mmm::mesh {

/// Where the master secret of this mesh is.
enum class MasterPlace
{
    Elsewhere, ///< on another device, or with those who hold shares
    Seed,      ///< on this device, as the seed that shares are made of
    RandomKey, ///< on this device, as a key without a seed: a mesh made by an older version
};

/// Shares that were made on this device. What is kept of them tells one from another, but nothing of the
/// secret.
struct ShareSetInfo
{
    std::string set;
    unsigned threshold = 0;
    unsigned count = 0;
    TimePoint made;
    bool needsRecord = false;         ///< the shares make the key of an escrow record
    std::vector<std::string> holders; ///< who has them, in order; empty names where nobody said
};

struct RecoveryState
{
    std::string meshUdf;
    MasterPlace master = MasterPlace::Elsewhere;
    bool isLent = false; ///< shares have brought the key back until the next use
    std::vector<ShareSetInfo> sets;
};

/// Where the escrow record goes, if the shares are those of one (WIRE E.16.3).
enum class RecordPlace
{
    None,    ///< the shares are those of the seed: nothing else is needed
    Service, ///< published under the identifier of its key; the service cannot read it
    File,    ///< handed out
};

struct NewShares
{
    unsigned threshold = 2;
    unsigned count = 3;
    RecordPlace record = RecordPlace::None;
    std::vector<std::string> holders = {}; ///< names to remember; may be fewer than the shares
};

struct MadeShares
{
    std::vector<EscrowShare> shares;
    Bytes record; ///< with RecordPlace::File: the file's content
    TimePoint made;
};

/// What a share is to this device.
enum class ShareStanding
{
    OfThisSet, ///< a share that was made here, unaltered
    Unknown,   ///< may be of this mesh: made on another device, or the text says too little
    Altered,   ///< says to be of a set made here, but none of its shares reads so
    OtherMesh, ///< says to be of another mesh
};

struct ShareCheck
{
    ShareStanding standing = ShareStanding::Unknown;
    std::optional<ShareSetInfo> set;
    std::string holder; ///< of a share that was made here, if its set says
};

/// Escrow of the mesh's master secret (WIRE E.16). Calls block, as those of PersonalMesh.
class Recovery
{
public:
    virtual ~Recovery() = default;

    [[nodiscard]] virtual RecoveryState state() const = 0;

    /// Splits the master secret. Shares made before stay good. NotAuthorised if it is neither here nor lent;
    /// Unsupported for impossible numbers, or for RecordPlace::None where there is no seed.
    [[nodiscard]] virtual Result<MadeShares> makeShares(const NewShares&, std::stop_token = {}) = 0;
    [[nodiscard]] virtual ShareCheck checkShare(const EscrowShare&) const = 0;
    /// No more is remembered of a set: its pages were destroyed.
    [[nodiscard]] virtual Status forgetSet(const std::string& set) = 0;

    /// Takes the master key off this device. Shares must prove first that they can bring it back; NotYet if
    /// they are too few, BadShare if they do not make the key of this mesh.
    [[nodiscard]] virtual Status moveMasterAway(const std::vector<EscrowShare>& proof, BytesView record = {},
                                                std::stop_token = {}) = 0;
    /// Brings the master key back into this program's memory, until the next thing that needs it is done.
    [[nodiscard]] virtual Status lendMaster(const std::vector<EscrowShare>&, BytesView record = {},
                                            std::stop_token = {}) = 0;
};

/// Recovery of a mesh on a device that has nothing.
struct RecoverMesh
{
    std::vector<EscrowShare> shares;
    Bytes record;               ///< the escrow record, if it is a file
    std::string account;        ///< name@domain; a strong internet name is checked
    std::string serviceAddress; ///< "host:port" where the DNS does not know the service; may be empty
    std::string deviceName;
};

} // namespace mmm::mesh
