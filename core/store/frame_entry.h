#pragma once

#include "base/clock.h"
#include "dare/frame.h"
#include "dare/key_ring.h"
#include "dare/sequence_keys.h"
#include "store/container_kind.h"

#include <mutex>

namespace mmm::store {

/// What a stored frame says about an entry, as the index needs it. Holds no secret.
struct FrameEntry
{
    enum class State : std::uint8_t
    {
        Value,
        Deletion,
        Meta,       ///< no entry: the first frame, a key exchange, an index record
        Unreadable, ///< no key of ours opens it, or the payload is no entry
        Damaged,    ///< not what was written, or not provably so
    };
    State state = State::Damaged;
    std::int64_t index = 0;
    std::uint64_t position = 0;
    bool isNew = false; ///< event New
    std::string id;
    TimePoint created;
    TimePoint modified;
    std::string className;
    std::string shown;                     ///< texts of the projection, with shownSeparator between them
    std::string folded;                    ///< the same for searching
    std::string signerKid;                 ///< of the batch signature, if this frame carries one
    std::int64_t signedFrom = 0;           ///< first frame of that batch
    std::vector<std::string> exchangeKids; ///< recipients, if this is a meta frame with a key exchange
};

inline constexpr char shownSeparator = '\x1f';

/// Joins and folds what a projection found.
void setShown(FrameEntry& entry, const Shown& shown);

/// Opens the key exchanges of one sequence. May be used by several threads at once.
class FrameKeys
{
public:
    /// Borrows both.
    FrameKeys(const dare::File& file, const dare::KeyRing& keys) : m_keys(file, keys), m_ring(&keys) {}

    /// What one thread remembers of them.
    struct Memory
    {
        std::uint64_t position = UINT64_MAX;
        SharedSecret masterKey;
    };
    [[nodiscard]] Result<SharedSecret> masterKey(const dare::Header& header, std::uint64_t position,
                                                 Memory& memory);

private:
    std::mutex m_mutex;
    dare::SequenceKeys m_keys;
    const dare::KeyRing* m_ring;
};

/// A frame's parts, checked for themselves.
struct ParsedFrame
{
    dare::Header header; ///< protected members as signed; the frame's place in the sequence as stored
    Bytes signedData;    ///< empty for frames without it
    Bytes payloadDigest;
    std::vector<dare::Signature> signatures;
};

/// Damaged if a part cannot be parsed or the payload is not that of the digest.
[[nodiscard]] Result<ParsedFrame> parseParts(const dare::FrameView& frame);

/// Decrypts the payload. The header is that of a ParsedFrame.
[[nodiscard]] Result<Secret> openPayload(const dare::Header& header, const dare::FrameView& frame,
                                         FrameKeys& keys, FrameKeys::Memory& memory);

/// Decrypts and projects.
[[nodiscard]] FrameEntry toEntry(const ParsedFrame& parsed, const dare::FrameView& frame, std::int64_t index,
                                 const Projection& projection, FrameKeys& keys, FrameKeys::Memory& memory);

} // namespace mmm::store
