#include "commands.h"
#include "input.h"
#include "output.h"

namespace mmm::cli {

namespace {

using dare::ContentMeta;
using dare::Header;
using dare::Trailer;

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

const std::vector<dare::Signature>& signaturesOf(const Header& header, const Trailer& trailer)
{
    return header.signatures.empty() ? trailer.signatures : header.signatures;
}

std::string signersOf(const Header& header, const Trailer& trailer)
{
    std::vector<std::string> ids;
    for (const dare::Signature& signature : signaturesOf(header, trailer))
        ids.push_back((signature.kid.empty() ? "unnamed" : printable(signature.kid)) +
                      (signature.manifest.empty() ? "" : " (batch)"));
    return joined(ids);
}

std::string recipientsOf(const Header& header)
{
    std::vector<std::string> ids;
    for (const dare::Recipient& recipient : header.recipients)
        ids.push_back(printable(recipient.kid));
    return joined(ids);
}

std::string encryptionOf(const Header& header)
{
    return header.isEncrypted() ? printable(header.encryption) : std::string();
}

/// The members that both forms of output show, in the order in which they stand in the header.
void writeParts(encoding::JsonWriter& writer, BytesView header, std::uint64_t payloadSize, BytesView trailer)
{
    // header and trailer are JSON already, or JSON-B that is printed as JSON
    const auto record = [&](const char* name, BytesView octets) {
        encoding::JsonLimits limits = encoding::meshObjects;
        limits.binaryTags = true;
        const auto document = encoding::JsonDocument::parse(octets, limits);
        if (document)
            writer.name(name).value(document->root());
    };
    record("Header", header);
    writer.name("PayloadSize").integer(std::int64_t(payloadSize));
    if (!trailer.empty())
        record("Trailer", trailer);
}

std::vector<std::pair<std::string, std::string>> describe(const Header& header, const Trailer& trailer,
                                                          std::uint64_t payloadSize)
{
    const auto meta = header.contentMeta();
    std::vector<std::pair<std::string, std::string>> entries;
    entries.emplace_back("Envelope id", printable(header.envelopeId));
    if (meta) {
        entries.emplace_back("Content type", printable(meta->contentType));
        entries.emplace_back("Message type", printable(meta->messageType));
        entries.emplace_back("Unique id", printable(meta->uniqueId));
        entries.emplace_back("File name", printable(meta->filename));
        entries.emplace_back("Event", printable(meta->event));
    } else {
        entries.emplace_back("Content meta", "unreadable: " + meta.error().detail);
    }
    entries.emplace_back("Payload", std::to_string(payloadSize) + " octets");
    entries.emplace_back("Encryption", encryptionOf(header));
    entries.emplace_back("Recipients", recipientsOf(header));
    entries.emplace_back("Digest", printable(header.digest));
    entries.emplace_back("Signed by", signersOf(header, trailer));
    if (!header.annotations.empty())
        entries.emplace_back("Annotations", std::to_string(header.annotations.size()));
    if (!header.cloaked.empty())
        entries.emplace_back("Cloaked header", "yes");
    if (!header.malt.empty())
        entries.emplace_back("Erased", "yes, the salt is gone");
    return entries;
}

bool inspectEnvelope(const dare::Envelope& envelope, bool json)
{
    if (!json)
        return print(list(describe(envelope.header(), envelope.trailer(), envelope.body().size())));
    encoding::JsonWriter writer;
    writer.openObject();
    writeParts(writer, envelope.headerOctets(), envelope.body().size(), envelope.trailerOctets());
    writer.closeObject();
    return print(writer.text()) && print("\n");
}

std::vector<std::string> rowOf(const dare::FrameLayout& layout, const Result<Header>& header,
                               const Result<Trailer>& trailer)
{
    if (!header || !trailer)
        return {"?", std::to_string(layout.position), std::to_string(layout.payloadSize), "unreadable"};
    const ContentMeta meta = header->contentMeta().value_or(ContentMeta());
    std::string what = printable(meta.uniqueId.empty() ? meta.filename : meta.uniqueId);
    if (what.empty() && !meta.paths.empty())
        what = printable(meta.paths.front());
    if (header->containerIndex)
        what = "index of " + std::to_string(header->containerIndex->positions.size()) + " frames";
    else if (what.empty() && !header->recipients.empty())
        what = "for " + recipientsOf(*header);
    return {header->index() < 0 ? "?" : std::to_string(header->index()),
            std::to_string(layout.position),
            std::to_string(layout.payloadSize),
            printable(meta.event),
            what,
            encryptionOf(*header),
            signersOf(*header, *trailer)};
}

Result<bool> inspectContainer(const dare::File& file, bool json)
{
    MMM_TRY(auto reader, dare::SequenceReader::open(file));
    const Header& first = reader.firstFrame().header;
    const ContentMeta meta = first.contentMeta().value_or(ContentMeta());
    encoding::JsonWriter writer;
    std::vector<std::vector<std::string>> rows{
        {"Frame", "Position", "Payload", "Event", "Object", "Encryption", "Signed by"}};
    writer.openObject();
    writer.name("ContainerType").string(dare::containerTypeName(reader.type()));
    writer.name("Frames").openArray();
    while (true) {
        MMM_TRY(const auto layout, reader.nextLayout());
        if (!layout)
            break;
        if (!json) {
            rows.push_back(rowOf(*layout, readHeader(file, *layout), readTrailer(file, *layout)));
            continue;
        }
        writer.openObject().name("Position").integer(std::int64_t(layout->position));
        Bytes header(std::size_t(std::min<std::uint64_t>(layout->headerSize, dare::FrameLimits().header)));
        Bytes trailer(std::size_t(std::min<std::uint64_t>(layout->trailerSize, dare::FrameLimits().header)));
        MMM_CHECK(file.readAt(layout->headerAt, header).map([](auto) {}));
        MMM_CHECK(file.readAt(layout->trailerAt, trailer).map([](auto) {}));
        writeParts(writer, header, layout->payloadSize, trailer);
        writer.closeObject();
    }
    writer.closeArray().name("Damages").openArray();
    std::string damages;
    for (const dare::Damage& damage : reader.damages()) {
        writer.openObject().name("Position").integer(std::int64_t(damage.position));
        writer.name("Size").integer(std::int64_t(damage.size)).name("Reason").string(damage.reason);
        writer.closeObject();
        damages += "damaged: " + std::to_string(damage.size) + " octets from " +
                   std::to_string(damage.position) + ": " + damage.reason + "\n";
    }
    writer.closeArray().closeObject();
    if (json)
        return print(writer.text()) && print("\n");
    return print(list({{"Container", std::string(dare::containerTypeName(reader.type()))},
                       {"Content type", printable(meta.contentType)},
                       {"Size", std::to_string(reader.fileSize()) + " octets"}}) +
                 "\n" + table(rows) + damages);
}

} // namespace

Result<ExitCode> inspect(const Options& options)
{
    MMM_TRY(const Input input, openInput(options.file));
    bool isPrinted = false;
    if (const auto* envelope = std::get_if<dare::Envelope>(&input)) {
        isPrinted = inspectEnvelope(*envelope, options.json);
    } else {
        MMM_TRY(isPrinted, inspectContainer(*std::get<Container>(input).file, options.json));
    }
    if (!isPrinted)
        return fail(Fault::Io, "the output cannot be written");
    return ExitCode::Good;
}

} // namespace mmm::cli
