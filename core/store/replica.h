#pragma once

#include "dare/envelope.h"
#include "store/frame_marks.h"
#include "store/sealed_head.h"
#include "store/segment.h"

#include <functional>
#include <stop_token>

namespace mmm::store {

/// The frames of a container exactly as the service has them, in one file, and the sealed head that says how
/// many of them count. Lives on one thread.
///
/// Frames are staged first: written behind those that count. They count once the head that covers them is
/// sealed; what is behind the head when the file is opened is cut off.
class Replica
{
public:
    struct Options
    {
        HeadPlace place; ///< of the head
        std::string path;
        std::string marksPath;
        std::shared_ptr<const dare::KeyRing> keys;
        const ContainerKind* kind = nullptr;
    };
    struct Report
    {
        std::uint64_t cutOctets = 0;
        bool isRolledBack = false;
        bool isHeadLost = false;
    };

    [[nodiscard]] static Result<std::unique_ptr<Replica>> open(Options options);

    [[nodiscard]] const Report& report() const { return m_report; }
    [[nodiscard]] const SealedHead& head() const { return m_head; }
    /// With the frames that do not count yet.
    [[nodiscard]] const ChainState& staged() const { return m_staged; }

    using Take = std::function<void(FrameEntry&&)>;

    /// Reads and proves every frame that counts.
    [[nodiscard]] Status readAll(std::size_t threads, const std::function<void(double)>& progress,
                                 const std::stop_token& stop, const Take& take);
    /// Reads frames that were verified when they came.
    [[nodiscard]] Status readFrom(std::int64_t first, const Take& take);

    /// A frame that counts. Damaged if it is not what was written; NotFound beyond the end.
    [[nodiscard]] Result<dare::Envelope> envelope(std::int64_t index);
    struct Stored
    {
        Bytes octets;
        dare::FrameView view;
        ParsedFrame parsed;
    };
    [[nodiscard]] Result<Stored> frame(std::int64_t index) const;
    /// Its payload; NotFound for a deletion.
    [[nodiscard]] Result<Secret> payload(std::int64_t index);
    [[nodiscard]] Result<SharedSecret> masterKey(const Stored& stored);
    [[nodiscard]] std::uint64_t positionOf(std::int64_t index) const;

    /// Adds a frame behind the others, in memory until commit or flush.
    void stage(const dare::Envelope& frame, BytesView payloadDigest);
    /// Writes staged frames to the file, where they wait.
    [[nodiscard]] Status flush();
    /// Drops staged frames from that number on.
    void unstage(std::int64_t from);
    /// Makes staged frames durable and seals the head that says so. If the frames were written and only the
    /// head could not be, they stay staged, and the next commit or finishCommit seals it.
    [[nodiscard]] Status commit(SealedHead head);
    /// Seals a head that could not be sealed before. Success if there is none.
    [[nodiscard]] Status finishCommit();

    /// Sets the file aside and starts with none.
    [[nodiscard]] Status reset();

    /// Cuts the frames after the first `count` off. That there were more is forgotten, too.
    [[nodiscard]] Status goBack(std::int64_t count);

private:
    explicit Replica(Options options);
    [[nodiscard]] Status start();
    [[nodiscard]] Status recoverShortFile(std::uint64_t size);
    /// Adds the next frame of the file to the state; false at the end, or where there is no whole frame.
    [[nodiscard]] bool addNext(ChainState& state, std::uint64_t end) const;
    [[nodiscard]] Status setAside();
    [[nodiscard]] Status openFile();
    void saveMarks(ChainState& state);
    [[nodiscard]] Result<Bytes> octetsOf(std::int64_t index) const;

    Options m_options;
    Report m_report;
    FrameMarks m_marks;
    std::unique_ptr<dare::File> m_file;
    bool m_isFileOpen = false;
    std::unique_ptr<FrameKeys> m_keys;
    FrameKeys::Memory m_memory;
    SealedHead m_head;
    ChainState m_staged;
    std::vector<std::uint64_t> m_positions; ///< of frames; UINT64_MAX where damage hides it
    std::uint64_t m_flushed = 0;            ///< octets in the file
    Bytes m_buffer;                         ///< staged octets behind them
    std::optional<SealedHead> m_unsealed;   ///< a head whose frames are durable and that is not yet sealed
};

} // namespace mmm::store
