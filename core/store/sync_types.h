#pragma once

#include "crypto/key.h"
#include "dare/envelope.h"
#include "dare/tree.h"

#include <optional>

/// What passes between the store and whoever talks to the service.
namespace mmm::store {

/// What a signature is worth.
enum class Standing
{
    Entitled,  ///< what it covers counts
    Vouchable, ///< counts once somebody entitled has signed what follows, and with it all that was before
    SetAside,  ///< stays in its place in the container and is not shown: its writer's time was over
};

/// Who signed, as an Authority knows it.
struct Writer
{
    crypto::PublicKey key;
    Standing standing = Standing::Entitled;
};

/// Frames that were set aside, first and last.
struct FrameRange
{
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::string kid; ///< of their signer
};

/// Decides who may write to a container. Called on the thread of the container.
class Authority
{
public:
    virtual ~Authority() = default;

    /// The key under that identifier, and whether its holder was entitled to write frames from…to of the
    /// container when they were written. NotAuthorised for somebody who never was; NotYet if that cannot be
    /// known before other containers are up to date, in which case the same frames can be offered again
    /// later.
    [[nodiscard]] virtual Result<Writer> writer(std::string_view kid, std::string_view container,
                                                std::int64_t from, std::int64_t to) const = 0;
};

/// How the service's frames depart from what was written or from what was seen before (WIRE K.3).
enum class Deviation
{
    Altered,       ///< a frame's header, body or digests do not fit together
    Dropped,       ///< frames are missing before this one
    Reordered,     ///< a later frame stands here
    Replayed,      ///< an earlier frame stands here
    RolledBack,    ///< the service has fewer frames than it had
    Forked,        ///< another history than the one seen before, or than the signer saw
    Unsigned,      ///< no signature where there must be one
    BadSignature,  ///< the batch signature does not verify or states another container or range
    NotAuthorised, ///< signed by somebody who may not write here
};

struct Finding
{
    Deviation deviation = Deviation::Altered;
    std::int64_t frame = 0; ///< the first one concerned
    std::string detail;     ///< English, for experts

    /// The sentence for the person: Damaged, RolledBack, Forked, Replayed, BadSignature or NotAuthorised.
    [[nodiscard]] Fault fault() const;
};

/// What became of frames from the service.
struct ApplyReport
{
    std::int64_t accepted = 0; ///< frames that are verified, durable and shown now
    std::int64_t waiting = 0;  ///< frames kept until the signature of their batch arrives
    std::vector<std::string> changedIds;
    std::vector<std::string> newConflicts;
    std::vector<FrameRange> setAside; ///< of the accepted ones
    std::int64_t unreadable = 0;   ///< verified, but no key of ours opens them or their payload is no entry
    bool authorityPending = false; ///< the Authority said NotYet: offer the same frames again later
    /// Set if something is wrong with what the service sent. Frames verified before it count; the others are
    /// not kept, and everything seen before stays usable.
    std::optional<Finding> finding;
};

/// Local changes as frames, ready for Upload. A value; opaque but for what the service needs.
struct UploadBatch
{
    std::int64_t firstIndex = 0;        ///< expected by the service as the index of the first frame
    std::vector<dare::Envelope> frames; ///< header, body and trailer as they will stand in the container

    std::uint64_t throughChange = 0;    ///< the store's: number of the last local change that went in
    std::vector<std::uint64_t> changes; ///< the store's: numbers of the changes that went in

    [[nodiscard]] bool isEmpty() const { return frames.empty(); }
};

/// Where a container stands: what Status and Upload speak of.
struct Head
{
    std::int64_t count = 0; ///< verified frames; the index of the next one
    Bytes treeDigest;       ///< of the last frame; empty if there is none
    Bytes chain;            ///< CH of the last frame; that of the start if there is none
};

/// Both sides changed the same thing. Nothing is lost until the person has chosen.
struct Conflict
{
    std::string id;
    std::optional<Secret> base;       ///< payload that both started from; none if both made it
    std::optional<Secret> ours;       ///< none: deleted here
    std::optional<Secret> theirs;     ///< none: deleted there
    std::vector<std::string> members; ///< where they differ irreconcilably, as paths
};

} // namespace mmm::store
