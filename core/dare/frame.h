#pragma once

#include "dare/file.h"
#include "dare/header.h"

/// Frames: header, payload and trailer between two lengths, readable from both ends (DARE 06 §4, WIRE C.1).
namespace mmm::dare {

/// What a reader accepts of a single frame.
struct FrameLimits
{
    std::uint64_t header = 64U << 20U; ///< octets of a header or trailer; full index records are large
    std::uint64_t payload = 1U << 30U; ///< octets of a payload that is to be held in memory
};

/// Where the parts of a frame are in its file. Found by reading a few octets, however large the frame.
struct FrameLayout
{
    std::uint64_t position = 0; ///< of the first octet
    std::uint64_t size = 0;     ///< of the whole frame, both lengths included
    std::uint64_t headerAt = 0;
    std::uint64_t headerSize = 0;
    std::uint64_t payloadAt = 0;
    std::uint64_t payloadSize = 0;
    std::uint64_t trailerAt = 0; ///< 0 if there is no trailer record
    std::uint64_t trailerSize = 0;

    [[nodiscard]] std::uint64_t end() const { return position + size; }
};

/// A frame as octets that somebody else owns.
struct FrameView
{
    std::uint64_t position = 0; ///< octet offset in the file
    std::uint64_t size = 0;     ///< octets of the whole frame
    BytesView header;           ///< as stored
    BytesView payload;
    BytesView trailer; ///< empty if there is none

    [[nodiscard]] std::uint64_t end() const { return position + size; }
};

/// A frame that owns its octets, parsed.
struct Frame
{
    std::uint64_t position = 0;
    std::uint64_t size = 0;
    Bytes headerOctets;
    Header header;
    Bytes payload; ///< as carried
    Bytes trailerOctets;
    Trailer trailer;

    [[nodiscard]] std::uint64_t end() const { return position + size; }
    [[nodiscard]] std::int64_t index() const { return header.index(); }
};

/// The complete frame at the start of the octets. Damaged if the lengths contradict each other or the octets
/// end too early.
[[nodiscard]] Result<FrameView> parseFrame(BytesView octets, std::uint64_t position = 0);

/// Parses header and trailer. The frame number is not checked.
[[nodiscard]] Result<Frame> toFrame(const FrameView& view);

/// The layout of the frame that starts, or ends, at a position. NotFound at the end, or the start, of the
/// file; Damaged for anything that is not a frame.
[[nodiscard]] Result<FrameLayout> layoutAt(const File& file, std::uint64_t position);
[[nodiscard]] Result<FrameLayout> layoutBefore(const File& file, std::uint64_t end);

[[nodiscard]] Result<Frame> readFrame(const File& file, const FrameLayout& layout,
                                      const FrameLimits& limits = {});
[[nodiscard]] Result<Header> readHeader(const File& file, const FrameLayout& layout,
                                        const FrameLimits& limits = {});
[[nodiscard]] Result<Trailer> readTrailer(const File& file, const FrameLayout& layout,
                                          const FrameLimits& limits = {});

/// The octets of a frame, every length in its shortest form. An empty trailer record is left out unless asked
/// for.
[[nodiscard]] Bytes encodeFrame(BytesView header, BytesView payload, BytesView trailer,
                                bool keepEmptyTrailer = false);

/// The octets before and after a payload that is written separately.
struct FrameEnvelope
{
    Bytes before;
    Bytes after;
};
[[nodiscard]] FrameEnvelope encodeAround(BytesView header, std::uint64_t payloadSize, BytesView trailer,
                                         bool keepEmptyTrailer = false);

} // namespace mmm::dare
