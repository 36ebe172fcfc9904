#include "dare/envelope.h"

#include "dare/content_cipher.h"
#include "dare/eds.h"

#include <algorithm>

namespace mmm::dare {

namespace {

/// The record's own octets if they are strict JSON; the same as such if they are JSON-B or have values folded
/// over lines.
void writeRecordOctets(encoding::JsonWriter& writer, BytesView octets)
{
    const bool plain =
        std::ranges::all_of(octets, [](std::uint8_t octet) { return octet >= 0x20 && octet < 0x80; });
    if (plain || encoding::JsonDocument::parse(octets)) {
        writer.raw(octets.empty() ? "{}" : textOf(octets));
        return;
    }
    encoding::JsonLimits limits = encoding::meshObjects;
    limits.binaryTags = true;
    if (const auto document = encoding::JsonDocument::parse(octets, limits))
        writer.value(document->root());
    else
        writer.raw("{}"); // cannot be: the octets were parsed when the envelope was made
}

/// Members present in the inner header replace those of the outer (WIRE B.8).
void merge(Header& outer, const Header& inner)
{
    const auto take = [&](const auto& line) {
        using Type = std::remove_cvref_t<decltype(inner.*line.member)>;
        if (!encoding::Codec<Type>::absent(inner.*line.member))
            outer.*line.member = inner.*line.member;
    };
    Header::fields()([&](const auto&... line) { (take(line), ...); });
}

const Header& noHeader()
{
    static const Header header;
    return header;
}

const Trailer& noTrailer()
{
    static const Trailer trailer;
    return trailer;
}

} // namespace

Result<Envelope> Envelope::parse(BytesView json, const encoding::JsonLimits& limits)
{
    MMM_TRY(const auto document, encoding::JsonDocument::parse(json, limits));
    return fromValue(document.root());
}

Result<Envelope> Envelope::fromValue(const encoding::JsonValue& value)
{
    using encoding::JsonKind;
    std::optional<encoding::JsonValue> header;
    std::optional<encoding::JsonValue> body;
    std::optional<encoding::JsonValue> trailer;
    if (value.kind() == JsonKind::Array) {
        if (value.size() == 0 || value.size() > 3)
            return fail(Fault::Malformed, "an envelope has a header, a body and a trailer");
        for (const encoding::JsonValue part : value.children())
            (!header ? header : !body ? body : trailer) = part;
    } else if (const auto object = value.find("DareEnvelopeSequence"); object && value.size() == 1) {
        header = object->find("Header");
        body = object->find("Body");
        trailer = object->find("Trailer");
        if (!header)
            return fail(Fault::Missing, "an envelope needs a header");
    } else {
        return fail(Fault::WrongType, "not an envelope");
    }
    if (header->kind() != JsonKind::Object || (trailer && trailer->kind() != JsonKind::Object))
        return fail(Fault::WrongType, "header and trailer of an envelope are objects");
    Bytes octets;
    if (body) {
        MMM_TRY(octets, body->binary());
    }
    return fromRecords(header->source(), octets, trailer ? trailer->source() : BytesView());
}

Result<Envelope> Envelope::fromRecords(BytesView header, BytesView body, BytesView trailer)
{
    auto parts = std::make_shared<Parts>();
    MMM_TRY(parts->header, parseHeader(header));
    MMM_TRY(parts->trailer, parseTrailer(trailer));
    const auto both = [&](auto member) {
        return !(parts->header.*member).empty() && !(parts->trailer.*member).empty();
    };
    if (both(&Trailer::signatures))
        return fail(Fault::Malformed, "signatures in header and trailer");
    if (both(&Trailer::payloadDigest) && parts->header.payloadDigest != parts->trailer.payloadDigest)
        return fail(Fault::Contradiction, "two payload digests");
    parts->headerOctets = copyOf(header);
    parts->body = copyOf(body);
    parts->trailerOctets = copyOf(trailer);
    return Envelope(std::move(parts));
}

Envelope Envelope::assemble(const Header& header, Bytes body, const Trailer& trailer)
{
    auto parts = std::make_shared<Parts>();
    parts->headerOctets = toOctets(header);
    parts->body = std::move(body);
    if (!(trailer == Trailer{}))
        parts->trailerOctets = toOctets(trailer);
    parts->header = header;
    parts->trailer = trailer;
    return Envelope(std::move(parts));
}

Bytes Envelope::toJson() const
{
    encoding::JsonWriter writer;
    write(writer);
    return writer.takeBytes();
}

void Envelope::write(encoding::JsonWriter& writer) const
{
    writer.openArray();
    writeRecordOctets(writer, headerOctets());
    if (!body().empty() || !trailerOctets().empty())
        writer.binary(body());
    if (!trailerOctets().empty())
        writeRecordOctets(writer, trailerOctets());
    writer.closeArray();
}

const Header& Envelope::header() const
{
    return m_parts ? m_parts->header : noHeader();
}

const Trailer& Envelope::trailer() const
{
    return m_parts ? m_parts->trailer : noTrailer();
}

BytesView Envelope::headerOctets() const
{
    return m_parts ? BytesView(m_parts->headerOctets) : BytesView();
}

BytesView Envelope::trailerOctets() const
{
    return m_parts ? BytesView(m_parts->trailerOctets) : BytesView();
}

BytesView Envelope::body() const
{
    return m_parts ? BytesView(m_parts->body) : BytesView();
}

const std::vector<Signature>& Envelope::signatures() const
{
    return header().signatures.empty() ? trailer().signatures : header().signatures;
}

Result<Bytes> Envelope::payloadDigest() const
{
    MMM_TRY(const auto algorithm, digestByName(header().digest));
    return digestBody(header(), algorithm, body());
}

Status Envelope::verifyDigest() const
{
    const Bytes& stated = trailer().payloadDigest.empty() ? header().payloadDigest : trailer().payloadDigest;
    if (stated.empty())
        return {};
    MMM_TRY(const Bytes digest, payloadDigest());
    if (digest != stated)
        return fail(Fault::Damaged, "the body does not match its digest");
    return {};
}

Status Envelope::verify(const crypto::PublicKey& signer) const
{
    bool found = false;
    for (const Signature& signature : signatures()) {
        if (!signature.manifest.empty() || signature.signature.empty())
            continue;
        if (!signature.kid.empty() && !isIdentifierOf(signature.kid, signer))
            continue;
        const auto algorithm =
            digestByName(signature.algorithm.empty() ? header().digest : signature.algorithm);
        if (!algorithm)
            continue;
        if (!found)
            MMM_CHECK(verifyDigest());
        found = true;
        MMM_TRY(const Bytes digest, digestBody(header(), *algorithm, body()));
        if (signer.verify(digest, signature.signature))
            return {};
    }
    if (!found)
        return fail(Fault::Missing, "not signed by that key");
    return fail(Fault::BadSignature, "the signature is not that of the body");
}

std::vector<std::string> Envelope::signerIds() const
{
    std::vector<std::string> ids;
    for (const Signature& signature : signatures())
        ids.push_back(signature.kid);
    return ids;
}

Result<Secret> Envelope::open(const KeyRing& keys) const
{
    MMM_TRY(Opened opened, openAll(keys));
    return std::move(opened.payload);
}

Result<Opened> Envelope::openAll(const KeyRing& keys) const
{
    if (!header().isEncrypted())
        return openWith({});
    MMM_TRY(const Secret masterKey, findMasterKey(header().recipients, keys));
    return openWith(masterKey);
}

Result<Opened> Envelope::openWith(BytesView masterKey) const
{
    // an unknown digest algorithm spoils the signatures, not the body (WIRE B.4)
    if (const Status digest = verifyDigest(); !digest && digest.error().fault != Fault::Unsupported)
        return tl::unexpected<Error>(digest.error());
    Opened opened;
    opened.header = header();
    opened.wasEncrypted = header().isEncrypted();
    if (opened.wasEncrypted) {
        opened.masterKey = Secret(masterKey);
        MMM_CHECK(checkWitnesses(signatures(), masterKey, header().salt));
    }
    if (!header().cloaked.empty()) {
        MMM_TRY(const Secret cloaked, openEds(masterKey, header(), header().cloaked));
        MMM_TRY(const Header inner, parseHeader(cloaked));
        merge(opened.header, inner);
    }
    for (const Bytes& annotation : header().annotations) {
        MMM_TRY(Secret text, openEds(masterKey, header(), annotation));
        opened.annotations.push_back(std::move(text));
    }
    MMM_TRY(opened.payload, decryptBody(masterKey, opened.header, body()));
    MMM_TRY(opened.meta, opened.header.contentMeta());
    return opened;
}

Status checkWitnesses(const std::vector<Signature>& signatures, BytesView masterKey, BytesView salt)
{
    for (const Signature& signature : signatures) {
        if (!signature.manifest.empty() || signature.signature.empty())
            continue;
        if (!equalConstantTime(signatureWitness(masterKey, salt, signature.signature), signature.witness))
            return fail(Fault::BadSignature, "a signer did not know this ciphertext's key");
    }
    return {};
}

bool operator==(const Envelope& a, const Envelope& b)
{
    return std::ranges::equal(a.headerOctets(), b.headerOctets()) && std::ranges::equal(a.body(), b.body()) &&
           std::ranges::equal(a.trailerOctets(), b.trailerOctets());
}

} // namespace mmm::dare
