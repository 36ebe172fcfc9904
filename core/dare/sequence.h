#pragma once

#include "dare/frame.h"
#include "dare/tree.h"

#include <functional>

/// Sequences (containers): append-only files of frames (DARE 06 §4, WIRE C).
namespace mmm::dare {

/// Octets that are not readable frames.
struct Damage
{
    std::uint64_t position = 0;
    std::uint64_t size = 0;
    std::string reason;
};

/// The state of a file's end.
struct TailReport
{
    std::uint64_t fileSize = 0;
    std::uint64_t goodSize = 0; ///< up to the end of the last good frame
    std::string reason;         ///< why the rest is not good; empty if there is no rest
    [[nodiscard]] bool isTorn() const { return goodSize < fileSize; }
};

/// Finds out whether the last write was completed. Quick for a good file; reads forward otherwise. Changes
/// nothing.
[[nodiscard]] Result<TailReport> checkTail(const File& file);

/// Cuts a torn tail off and makes that durable.
[[nodiscard]] Status cutTail(File& file, const TailReport& report);

/// Many whole frames and the octets they stand in. Move-only; may be worked on by another thread than the
/// reader's.
struct FrameBlock
{
    Bytes octets;
    std::vector<FrameView> frames; ///< views into octets

    FrameBlock() = default;
    FrameBlock(FrameBlock&&) noexcept = default;
    FrameBlock& operator=(FrameBlock&&) noexcept = default;
    FrameBlock(const FrameBlock&) = delete;
    FrameBlock& operator=(const FrameBlock&) = delete;
    ~FrameBlock() = default;
};

/// Reads a sequence, forward from the start or backward from the end. Borrows the file. One thread at a time.
class SequenceReader
{
public:
    /// Reads the first frame. Damaged if it is none or not that of a sequence; Unsupported for an unknown
    /// container type.
    [[nodiscard]] static Result<SequenceReader> open(const File& file, const FrameLimits& limits = {});

    [[nodiscard]] ContainerType type() const { return m_type; }
    [[nodiscard]] const Frame& firstFrame() const { return m_first; }
    [[nodiscard]] std::uint64_t fileSize() const { return m_size; }

    /// The next frame, the first one included; none at the end of the file. After damage in the middle the
    /// reader goes on at the next frame that it can find; what it passed over is in damages(). A torn tail
    /// counts as damage too.
    [[nodiscard]] Result<std::optional<Frame>> next();
    /// The same for many small frames: about `size` octets of them, views only. No frames at the end.
    [[nodiscard]] Result<FrameBlock> nextBlock(std::size_t size = 4U << 20U);
    /// Where the next frame begins, without reading its payload.
    [[nodiscard]] Result<std::optional<FrameLayout>> nextLayout();

    /// The frame before, starting with the last of the file; none before the first. Damaged where the way
    /// back is broken.
    [[nodiscard]] Result<std::optional<Frame>> previous();

    /// Forward reading goes on there; it must be the start of a frame.
    void seek(std::uint64_t position);
    /// Backward reading begins with the last frame again.
    void seekToEnd() { m_backward = m_size; }
    /// After the last frame that was read forward.
    [[nodiscard]] std::uint64_t position() const { return m_forward; }

    /// The frame that starts at the position.
    [[nodiscard]] Result<Frame> frameAt(std::uint64_t position) const;
    /// The frame of that number: by way of tree positions where they hold true, otherwise by reading through.
    /// NotFound if there is none.
    [[nodiscard]] Result<Frame> frame(std::int64_t index) const;

    [[nodiscard]] const std::vector<Damage>& damages() const { return m_damages; }

private:
    SequenceReader(const File& file, FrameLimits limits) : m_file(&file), m_limits(limits) {}
    [[nodiscard]] Result<Frame> findFromEnd(std::int64_t index) const;
    /// Where the next good frame begins, or the end of the file.
    [[nodiscard]] Result<std::uint64_t> findFrameAfter(std::uint64_t from) const;
    [[nodiscard]] Status passOver(std::uint64_t from, std::string reason);

    const File* m_file;
    FrameLimits m_limits;
    ContainerType m_type = ContainerType::List;
    Frame m_first;
    std::uint64_t m_size = 0;
    std::uint64_t m_forward = 0;
    std::uint64_t m_backward = 0;
    std::optional<std::uint64_t> m_last; ///< position of the last good frame that was read forward
    std::vector<Damage> m_damages;
};

/// What checking a whole sequence found.
struct SequenceReport
{
    ContainerType type = ContainerType::List;
    std::int64_t frames = 0; ///< good ones
    std::vector<Damage> damages;
    std::vector<std::int64_t> wrongDigests;   ///< frames whose payload, chain or tree digest is wrong
    std::vector<std::int64_t> wrongIndices;   ///< frames that do not carry the number of their place
    std::vector<std::int64_t> wrongPositions; ///< frames whose TreePosition is wrong; no damage
    /// All chain or tree digests are those of the reference (WIRE C.6): payloads are covered, their order is
    /// not.
    bool unchained = false;
    [[nodiscard]] bool isGood() const
    {
        return damages.empty() && wrongDigests.empty() && wrongIndices.empty();
    }
};

/// Reads everything and checks every digest. Signatures are for the caller.
[[nodiscard]] Result<SequenceReport> checkSequence(const File& file, const FrameLimits& limits = {});

/// When the writer puts index records (WIRE C.8) between the caller's frames.
struct IndexPolicy
{
    std::int64_t partialEvery = 0; ///< data frames; 0: never. WIRE's advice is 64
    std::int64_t fullEvery = 0;    ///< data frames; 0: never. WIRE's advice is 1024
};

/// One frame to append. The writer adds Index, TreePosition, IndexPosition and the digests of the type.
struct FrameDraft
{
    Header header;
    BytesView payload; ///< as to be carried; borrowed until the call returns
    Trailer trailer;
};

struct Appended
{
    std::int64_t index = 0;
    std::uint64_t position = 0;
    std::uint64_t size = 0;
};

/// Appends to a sequence. Borrows the file, which nobody else may write to. One thread at a time.
class SequenceWriter
{
public:
    /// Writes the first frame to an empty file (Exists otherwise). The header may carry ContentMetaData and a
    /// key exchange.
    [[nodiscard]] static Result<SequenceWriter> create(File& file, ContainerType type, Header first = {},
                                                       Trailer trailer = {}, IndexPolicy policy = {});
    /// Continues. Reads a few frames backwards. Damaged if the tail is torn (cutTail first).
    [[nodiscard]] static Result<SequenceWriter> open(File& file, IndexPolicy policy = {});

    [[nodiscard]] ContainerType type() const { return m_type; }
    [[nodiscard]] std::int64_t nextIndex() const { return m_state.path.nextIndex(); }
    /// Octet offset of the next frame: the size of the file.
    [[nodiscard]] std::uint64_t end() const { return m_state.end; }

    /// Appends. If writing fails, what was written is cut off again and the sequence is as before; if even
    /// that fails, every later append tries the cut first. Nothing is durable before sync().
    [[nodiscard]] Result<Appended> append(const Header& header, BytesView payload,
                                          const Trailer& trailer = {});
    /// The same for many frames with one write: all or none.
    [[nodiscard]] Result<std::vector<Appended>> append(std::span<const FrameDraft> drafts);

    /// An index record of all earlier frames or of those since the last one.
    [[nodiscard]] Result<Appended> appendIndex(bool full);

    [[nodiscard]] Status sync() { return m_file->sync(); }

private:
    SequenceWriter(File& file, IndexPolicy policy) : m_file(&file), m_policy(policy) {}

    /// What appending changes; kept as it was if writing fails.
    struct State
    {
        TreePath path;
        Digest512 chain{};
        std::uint64_t end = 0;
        std::optional<std::uint64_t> indexPosition;
        std::int64_t sinceIndex = 0; ///< data frames since the last index record
        std::int64_t sinceFull = 0;
    };
    [[nodiscard]] Result<Appended> encode(State& state, Bytes& octets, Header header, BytesView payload,
                                          Trailer trailer) const;
    [[nodiscard]] Result<ContainerIndex> makeIndex(bool full) const;
    [[nodiscard]] Status write(const State& next, BytesView octets);
    [[nodiscard]] Status recoverLast(const FrameLayout& last);
    [[nodiscard]] Status recoverPath(const FrameLayout& last, std::int64_t frames);
    [[nodiscard]] Status recoverPathByReading(std::vector<TreePath::Apex> path);

    File* m_file;
    IndexPolicy m_policy;
    ContainerType m_type = ContainerType::List;
    State m_state;
    bool m_mustCut = false;
};

} // namespace mmm::dare
