#include "dare/frame.h"

#include <algorithm>
#include <array>

namespace mmm::dare {

namespace {

constexpr std::uint8_t recordTag = 0xF0; // F0…F3
constexpr std::uint8_t frameTag = 0xF4;  // F4…F7
constexpr std::size_t longestCode = 9;   // a tag and eight octets of length

/// A tag and the length behind it.
struct Code
{
    std::uint8_t form = 0; ///< 1 << form octets of length
    std::uint64_t length = 0;
    [[nodiscard]] std::size_t size() const { return 1 + (std::size_t(1) << form); }
};

tl::unexpected<Error> damaged(const char* reason)
{
    return fail(Fault::Damaged, reason);
}

Result<Code> readCode(BytesView octets, std::uint8_t tag)
{
    if (octets.empty())
        return damaged("a frame is cut off");
    if (octets[0] < tag || octets[0] > tag + 3)
        return damaged("there is no frame here");
    Code code;
    code.form = octets[0] & 3U;
    if (octets.size() < code.size())
        return damaged("a frame is cut off");
    for (std::size_t i = 1; i < code.size(); ++i)
        code.length = (code.length << 8U) | octets[i];
    return code;
}

/// The reversed code at the end of the octets.
Result<Code> readCodeBackwards(BytesView octets)
{
    std::array<std::uint8_t, longestCode> reversed{};
    const std::size_t count = std::min(octets.size(), reversed.size());
    std::reverse_copy(octets.end() - std::ptrdiff_t(count), octets.end(), reversed.begin());
    return readCode(BytesView(reversed).first(count), frameTag);
}

void putCode(Bytes& octets, std::uint8_t tag, std::uint64_t length)
{
    const unsigned form = length < 0x100 ? 0 : length < 0x10000 ? 1 : length >> 32U ? 3 : 2;
    octets.push_back(std::uint8_t(tag + form));
    for (unsigned i = 1U << form; i-- > 0;)
        octets.push_back(std::uint8_t(length >> (8 * i)));
}

std::size_t codeSize(std::uint64_t length)
{
    return length < 0x100 ? 2 : length < 0x10000 ? 3 : length >> 32U ? 9 : 5;
}

void put(Bytes& octets, BytesView more)
{
    octets.insert(octets.end(), more.begin(), more.end());
}

Result<Bytes> readExactly(const File& file, std::uint64_t offset, std::uint64_t size)
{
    Bytes octets(static_cast<std::size_t>(size));
    MMM_TRY(const std::size_t count, file.readAt(offset, octets));
    if (count != octets.size())
        return damaged("a frame is cut off");
    return octets;
}

/// The octets at a place, fewer than asked for at the end of the file.
Result<BytesView> peek(const File& file, std::uint64_t offset, std::span<std::uint8_t> buffer)
{
    MMM_TRY(const std::size_t count, file.readAt(offset, buffer));
    return BytesView(buffer).first(count);
}

Status lookAtRecords(const File& file, FrameLayout& layout, std::uint64_t from, std::uint64_t to)
{
    for (int record = 0; from < to; ++record) {
        if (record == 3)
            return damaged("a frame has more than three records");
        std::array<std::uint8_t, longestCode> buffer{};
        MMM_TRY(const BytesView octets, peek(file, from, buffer));
        MMM_TRY(const Code code, readCode(octets, recordTag));
        if (code.size() > to - from || code.length > to - from - code.size())
            return damaged("a record is longer than its frame");
        from += code.size();
        (record == 0 ? layout.headerAt : record == 1 ? layout.payloadAt : layout.trailerAt) = from;
        (record == 0   ? layout.headerSize
         : record == 1 ? layout.payloadSize
                       : layout.trailerSize) = code.length;
        from += code.length;
    }
    if (layout.headerAt == 0)
        return damaged("a frame without header");
    return {};
}

} // namespace

Result<FrameView> parseFrame(BytesView octets, std::uint64_t position)
{
    MMM_TRY(const Code code, readCode(octets, frameTag));
    if (octets.size() < 2 * code.size() || code.length > octets.size() - 2 * code.size())
        return damaged("a frame is cut off");
    const std::size_t total = 2 * code.size() + std::size_t(code.length);
    if (!std::equal(octets.begin(), octets.begin() + std::ptrdiff_t(code.size()),
                    octets.first(total).rbegin()))
        return damaged("the lengths before and after a frame differ");

    FrameView view;
    view.position = position;
    view.size = total;
    BytesView rest = octets.subspan(code.size(), std::size_t(code.length));
    std::array<BytesView*, 3> records{&view.header, &view.payload, &view.trailer};
    std::size_t record = 0;
    for (; !rest.empty(); ++record) {
        if (record == records.size())
            return damaged("a frame has more than three records");
        MMM_TRY(const Code inner, readCode(rest, recordTag));
        rest = rest.subspan(inner.size());
        if (inner.length > rest.size())
            return damaged("a record is longer than its frame");
        *records[record] = rest.first(std::size_t(inner.length));
        rest = rest.subspan(std::size_t(inner.length));
    }
    if (record == 0)
        return damaged("a frame without header");
    return view;
}

Result<Frame> toFrame(const FrameView& view)
{
    Frame frame;
    frame.position = view.position;
    frame.size = view.size;
    MMM_TRY(frame.header, parseHeader(view.header));
    MMM_TRY(frame.trailer, parseTrailer(view.trailer));
    frame.headerOctets = copyOf(view.header);
    frame.payload = copyOf(view.payload);
    frame.trailerOctets = copyOf(view.trailer);
    return frame;
}

Result<FrameLayout> layoutAt(const File& file, std::uint64_t position)
{
    MMM_TRY(const std::uint64_t fileSize, file.size());
    if (position == fileSize)
        return fail(Fault::NotFound, "the end of the file");
    if (position > fileSize)
        return damaged("a position beyond the end of the file");
    std::array<std::uint8_t, longestCode> buffer{};
    MMM_TRY(const BytesView octets, peek(file, position, buffer));
    MMM_TRY(const Code code, readCode(octets, frameTag));
    const std::uint64_t available = fileSize - position;
    if (available < 2 * code.size() || code.length > available - 2 * code.size())
        return damaged("a frame is cut off");

    FrameLayout layout;
    layout.position = position;
    layout.size = 2 * code.size() + code.length;
    std::array<std::uint8_t, longestCode> behind{};
    const std::uint64_t bodyEnd = position + code.size() + code.length;
    MMM_TRY(const BytesView ending, peek(file, bodyEnd, std::span(behind).first(code.size())));
    if (!std::equal(ending.rbegin(), ending.rend(), octets.begin(),
                    octets.begin() + std::ptrdiff_t(code.size())))
        return damaged("the lengths before and after a frame differ");
    MMM_CHECK(lookAtRecords(file, layout, position + code.size(), bodyEnd));
    return layout;
}

Result<FrameLayout> layoutBefore(const File& file, std::uint64_t end)
{
    if (end == 0)
        return fail(Fault::NotFound, "the start of the file");
    std::array<std::uint8_t, longestCode> buffer{};
    const std::uint64_t count = std::min<std::uint64_t>(end, buffer.size());
    MMM_TRY(const BytesView octets, peek(file, end - count, std::span(buffer).first(std::size_t(count))));
    MMM_TRY(const Code code, readCodeBackwards(octets));
    if (code.length > end || end - code.length < 2 * code.size())
        return damaged("a frame would begin before the file");
    const std::uint64_t position = end - code.length - 2 * code.size();
    MMM_TRY(const FrameLayout layout, layoutAt(file, position));
    if (layout.end() != end)
        return damaged("the lengths before and after a frame differ");
    return layout;
}

Result<Frame> readFrame(const File& file, const FrameLayout& layout, const FrameLimits& limits)
{
    if (layout.payloadSize > limits.payload)
        return fail(Fault::TooLarge, "a payload too large to be held in memory");
    Frame frame;
    frame.position = layout.position;
    frame.size = layout.size;
    if (layout.headerSize > limits.header || layout.trailerSize > limits.header)
        return fail(Fault::TooLarge, "a header or trailer is too large");
    MMM_TRY(frame.headerOctets, readExactly(file, layout.headerAt, layout.headerSize));
    MMM_TRY(frame.header, parseHeader(frame.headerOctets));
    MMM_TRY(frame.payload, readExactly(file, layout.payloadAt, layout.payloadSize));
    MMM_TRY(frame.trailerOctets, readExactly(file, layout.trailerAt, layout.trailerSize));
    MMM_TRY(frame.trailer, parseTrailer(frame.trailerOctets));
    return frame;
}

Result<Header> readHeader(const File& file, const FrameLayout& layout, const FrameLimits& limits)
{
    if (layout.headerSize > limits.header)
        return fail(Fault::TooLarge, "a header is too large");
    MMM_TRY(const Bytes octets, readExactly(file, layout.headerAt, layout.headerSize));
    return parseHeader(octets);
}

Result<Trailer> readTrailer(const File& file, const FrameLayout& layout, const FrameLimits& limits)
{
    if (layout.trailerSize > limits.header)
        return fail(Fault::TooLarge, "a trailer is too large");
    MMM_TRY(const Bytes octets, readExactly(file, layout.trailerAt, layout.trailerSize));
    return parseTrailer(octets);
}

FrameEnvelope encodeAround(BytesView header, std::uint64_t payloadSize, BytesView trailer,
                           bool keepEmptyTrailer)
{
    const bool hasTrailer = keepEmptyTrailer || !trailer.empty();
    const std::uint64_t length = codeSize(header.size()) + header.size() + codeSize(payloadSize) +
                                 payloadSize + (hasTrailer ? codeSize(trailer.size()) + trailer.size() : 0);
    FrameEnvelope around;
    putCode(around.before, frameTag, length);
    const std::size_t lengthSize = around.before.size();
    putCode(around.before, recordTag, header.size());
    put(around.before, header);
    putCode(around.before, recordTag, payloadSize);
    if (hasTrailer) {
        putCode(around.after, recordTag, trailer.size());
        put(around.after, trailer);
    }
    for (std::size_t i = lengthSize; i-- > 0;)
        around.after.push_back(around.before[i]);
    return around;
}

Bytes encodeFrame(BytesView header, BytesView payload, BytesView trailer, bool keepEmptyTrailer)
{
    const FrameEnvelope around = encodeAround(header, payload.size(), trailer, keepEmptyTrailer);
    return concat(around.before, payload, around.after);
}

} // namespace mmm::dare
