#include "commands.h"
#include "dare/stream.h"
#include "encoding/utf8.h"
#include "input.h"
#include "keys.h"
#include "output.h"

#include <cstdio>

namespace mmm::cli {

namespace {

Status cannotWrite()
{
    return fail(Fault::Io, "the output cannot be written");
}

/// A payload as a JSON member: text as a string, anything else in base64url.
void writePayload(encoding::JsonWriter& writer, BytesView payload)
{
    if (encoding::isUtf8(payload))
        writer.name("Text").string(textOf(payload));
    else
        writer.name("Binary").binary(payload);
}

Status printEnvelope(const dare::Envelope& envelope, const Keys& keys, bool json)
{
    MMM_TRY(const dare::Opened opened, envelope.openAll(keys.ring));
    if (!json)
        return print(opened.payload) ? Status() : cannotWrite();
    encoding::JsonWriter writer;
    writer.openObject().name("Encrypted").boolean(opened.wasEncrypted);
    writer.name("ContentMeta").raw(textOf(dare::toOctets(opened.meta)));
    if (!opened.annotations.empty()) {
        writer.name("Annotations").openArray();
        for (const Secret& annotation : opened.annotations) {
            writer.openObject();
            writePayload(writer, annotation);
            writer.closeObject();
        }
        writer.closeArray();
    }
    writePayload(writer, opened.payload);
    writer.closeObject();
    return print(writer.text()) && print("\n") ? Status() : cannotWrite();
}

/// One frame as a line of JSON; it must fit into memory.
Status printFrameAsJson(const dare::File& file, const dare::FrameLayout& layout, dare::SequenceKeys& keys)
{
    MMM_TRY(const dare::Frame frame, readFrame(file, layout));
    MMM_TRY(const auto envelope,
            dare::Envelope::fromRecords(frame.headerOctets, frame.payload, frame.trailerOctets));
    MMM_TRY(const SharedSecret masterKey, keys.masterKey(frame.header, frame.position));
    MMM_TRY(const dare::Opened opened, envelope.openWith(masterKey));
    encoding::JsonWriter writer;
    writer.openObject().name("Index").integer(frame.index());
    writer.name("ContentMeta").raw(textOf(dare::toOctets(opened.meta)));
    writePayload(writer, opened.payload);
    writer.closeObject();
    return print(writer.text()) && print("\n") ? Status() : cannotWrite();
}

/// One frame's content, of any size.
Status printFrame(const dare::File& file, const dare::FrameLayout& layout, const Keys& keys)
{
    MMM_TRY(auto opener, dare::StreamOpener::open(file, keys.ring, layout.position));
    return opener.copyTo([](BytesView part) { return print(part) ? Status() : cannotWrite(); });
}

/// The frame asked for, or every frame that holds data. A frame that cannot be opened is told of and passed
/// over; the first such error is the result.
Status printContainer(const dare::File& file, const Keys& keys, const Options& options)
{
    MMM_TRY(auto reader, dare::SequenceReader::open(file));
    dare::SequenceKeys frameKeys(file, keys.ring);
    Status result;
    bool isFound = false;
    while (true) {
        MMM_TRY(const auto layout, reader.nextLayout());
        if (!layout)
            break;
        const auto header = readHeader(file, *layout);
        if (!header || (options.frame && header->index() != *options.frame))
            continue;
        const bool isData =
            layout->position > 0 && !header->isMeta() && !header->containerIndex && layout->payloadSize > 0;
        if (!options.frame && !isData)
            continue;
        const Status printed =
            options.json ? printFrameAsJson(file, *layout, frameKeys) : printFrame(file, *layout, keys);
        // several contents one after the other are told apart by lines
        if (!options.frame && !options.json && printed && !print("\n"))
            return cannotWrite();
        isFound = true;
        if (!printed && options.frame)
            return printed;
        if (!printed) {
            std::fprintf(stderr, "dare: frame %lld: %s\n", static_cast<long long>(header->index()),
                         printed.error().detail.c_str());
            if (result)
                result = printed;
        }
    }
    if (!isFound)
        return fail(Fault::NotFound,
                    options.frame ? "there is no frame of that number" : "the container holds no data");
    return result;
}

} // namespace

Result<ExitCode> decrypt(const Options& options)
{
    MMM_TRY(const Keys keys, readKeys(options.keyFiles));
    MMM_TRY(const Input input, openInput(options.file));
    const auto* envelope = std::get_if<dare::Envelope>(&input);
    const Status printed = envelope ? printEnvelope(*envelope, keys, options.json)
                                    : printContainer(*std::get<Container>(input).file, keys, options);
    if (!printed && printed.error().fault != Fault::Io) {
        std::fprintf(stderr, "dare: %s\n", printed.error().detail.c_str());
        return ExitCode::NotGood;
    }
    if (!printed)
        return tl::unexpected<Error>(printed.error());
    return ExitCode::Good;
}

} // namespace mmm::cli
