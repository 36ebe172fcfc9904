#include "dare/stream.h"

#include "crypto/cipher.h"

#include <algorithm>

namespace mmm::dare {

namespace {

constexpr std::size_t pieceSize = std::size_t(1) << 20U;

/// CBC always adds padding.
std::uint64_t ciphertextSize(std::uint64_t plaintextSize)
{
    return (plaintextSize / 16 + 1) * 16;
}

/// The trailer as it will be, with zeros for everything that is known only at the end: its size is exact,
/// because digests, signatures and witnesses have fixed sizes.
Result<Trailer> placeholder(const SealOptions& options, const SealHead& head)
{
    Trailer trailer;
    if (head.header.digest.empty())
        return trailer;
    trailer.payloadDigest = Bytes(64);
    MMM_TRY(trailer.signatures, signAll(trailer.payloadDigest, options, head));
    return trailer;
}

} // namespace

struct StreamSealer::Work
{
    File* file = nullptr;
    SealOptions options;
    SealHead head;
    std::optional<crypto::CbcEncryptor> encryptor;
    crypto::Hasher digest{crypto::HashAlgorithm::Sha512};
    Bytes header;
    std::uint64_t plaintextLeft = 0;
    std::uint64_t carriedSize = 0; ///< octets of the payload as carried
    std::uint64_t trailerSize = 0;
    std::uint64_t at = 0; ///< where the next octets go

    Status put(BytesView octets)
    {
        MMM_CHECK(file->writeAt(at, octets));
        at += octets.size();
        return {};
    }

    Status putPayload(BytesView octets)
    {
        digest.update(octets);
        return put(octets);
    }
};

StreamSealer::StreamSealer(std::unique_ptr<Work> work) : m_work(std::move(work)) {}
StreamSealer::StreamSealer(StreamSealer&&) noexcept = default;
StreamSealer& StreamSealer::operator=(StreamSealer&&) noexcept = default;
StreamSealer::~StreamSealer() = default;

Result<StreamSealer> StreamSealer::create(File& file, std::uint64_t payloadSize, const SealOptions& options,
                                          crypto::Random& random)
{
    if (!options.annotations.empty() || options.cloakMeta)
        return fail(Fault::Unsupported, "no annotations and no cloaking in streams");
    auto work = std::make_unique<Work>();
    work->file = &file;
    work->options = options;
    MMM_TRY(work->head, makeSealHead(options, random));
    Header& header = work->head.header;
    if (header.isEncrypted()) {
        MMM_TRY(const ContentKeys keys, deriveContentKeys(work->head.masterKey, header.salt));
        MMM_TRY(work->encryptor, crypto::CbcEncryptor::create(keys.encryption, keys.iv));
    }
    MMM_TRY(SequenceWriter writer, SequenceWriter::create(file, ContainerType::List));
    header.containerInfo.emplace().index = writer.nextIndex();
    work->header = toOctets(header);
    work->plaintextLeft = payloadSize;
    work->carriedSize = header.isEncrypted() ? ciphertextSize(payloadSize) : payloadSize;
    MMM_TRY(const Trailer trailer, placeholder(options, work->head));
    const Bytes trailerOctets = header.digest.empty() ? Bytes() : toOctets(trailer);
    work->trailerSize = trailerOctets.size();
    work->at = writer.end();
    MMM_CHECK(work->put(encodeAround(work->header, work->carriedSize, trailerOctets).before));
    return StreamSealer(std::move(work));
}

Status StreamSealer::write(BytesView part)
{
    if (part.size() > m_work->plaintextLeft)
        return fail(Fault::TooLarge, "more than was announced");
    m_work->plaintextLeft -= part.size();
    if (!m_work->encryptor)
        return m_work->putPayload(part);
    for (; !part.empty(); part = part.subspan(std::min(part.size(), pieceSize)))
        MMM_CHECK(
            m_work->putPayload(m_work->encryptor->update(part.first(std::min(part.size(), pieceSize)))));
    return {};
}

Status StreamSealer::finish()
{
    if (m_work->plaintextLeft > 0)
        return fail(Fault::Missing, "less than was announced");
    if (m_work->encryptor)
        MMM_CHECK(m_work->putPayload(m_work->encryptor->finish()));
    Bytes trailerOctets;
    if (!m_work->head.header.digest.empty()) {
        Trailer trailer;
        trailer.payloadDigest = m_work->digest.finish();
        MMM_TRY(trailer.signatures, signAll(trailer.payloadDigest, m_work->options, m_work->head));
        trailerOctets = toOctets(trailer);
    }
    if (trailerOctets.size() != m_work->trailerSize)
        return fail(Fault::Internal, "the trailer has another size than foreseen");
    MMM_CHECK(m_work->put(encodeAround(m_work->header, m_work->carriedSize, trailerOctets).after));
    return m_work->file->sync();
}

Result<StreamOpener> StreamOpener::open(const File& file, const KeyRing& keys,
                                        std::optional<std::uint64_t> position)
{
    StreamOpener opener(file, keys);
    if (!position) {
        MMM_TRY(const FrameLayout first, layoutAt(file, 0));
        position = first.end();
    }
    MMM_TRY(opener.m_layout, layoutAt(file, *position));
    MMM_TRY(opener.m_header, readHeader(file, opener.m_layout));
    MMM_TRY(opener.m_trailer, readTrailer(file, opener.m_layout));
    return opener;
}

const std::vector<Signature>& StreamOpener::signatures() const
{
    return m_header.signatures.empty() ? m_trailer.signatures : m_header.signatures;
}

Status StreamOpener::forEachPart(const std::function<Status(BytesView)>& take) const
{
    Bytes buffer(std::size_t(std::min<std::uint64_t>(pieceSize, m_layout.payloadSize)));
    for (std::uint64_t done = 0; done < m_layout.payloadSize;) {
        if (m_watcher)
            MMM_CHECK(m_watcher(done));
        const auto wanted = std::size_t(std::min<std::uint64_t>(buffer.size(), m_layout.payloadSize - done));
        MMM_TRY(const std::size_t count,
                m_file->readAt(m_layout.payloadAt + done, std::span(buffer).first(wanted)));
        if (count != wanted)
            return fail(Fault::Damaged, "a frame is cut off");
        MMM_CHECK(take(BytesView(buffer).first(count)));
        done += count;
    }
    return {};
}

Result<BytesView> StreamOpener::digest()
{
    if (m_digest.empty()) {
        MMM_TRY(const auto algorithm, digestByName(m_header.digest));
        crypto::Hasher hasher(algorithm);
        MMM_CHECK(forEachPart([&](BytesView part) -> Status {
            hasher.update(part);
            return {};
        }));
        m_digest = hasher.finish();
    }
    return BytesView(m_digest);
}

Status StreamOpener::verifyDigest()
{
    const Bytes& stated = m_trailer.payloadDigest.empty() ? m_header.payloadDigest : m_trailer.payloadDigest;
    if (stated.empty())
        return {};
    MMM_TRY(const BytesView computed, digest());
    if (!std::ranges::equal(stated, computed))
        return fail(Fault::Damaged, "the payload does not match its digest");
    return {};
}

Status StreamOpener::verify(const crypto::PublicKey& signer)
{
    bool found = false;
    for (const Signature& signature : signatures()) {
        if (!signature.manifest.empty() || signature.signature.empty() ||
            (!signature.kid.empty() && !isIdentifierOf(signature.kid, signer)))
            continue;
        const auto algorithm =
            digestByName(signature.algorithm.empty() ? m_header.digest : signature.algorithm);
        const auto ofHeader = digestByName(m_header.digest);
        if (!algorithm || !ofHeader || *algorithm != *ofHeader)
            continue;
        if (!found)
            MMM_CHECK(verifyDigest());
        found = true;
        MMM_TRY(const BytesView computed, digest());
        if (signer.verify(computed, signature.signature))
            return {};
    }
    if (!found)
        return fail(Fault::Missing, "not signed by that key");
    return fail(Fault::BadSignature, "the signature is not that of the payload");
}

Result<std::vector<Recipient>> StreamOpener::recipients() const
{
    if (!m_header.isEncrypted() || !m_header.recipients.empty())
        return m_header.recipients;
    const std::int64_t exchange =
        m_header.containerInfo ? m_header.containerInfo->exchangePosition.value_or(0) : 0;
    if (exchange < 0 || std::uint64_t(exchange) >= m_layout.position)
        return std::vector<Recipient>();
    MMM_TRY(const FrameLayout layout, layoutAt(*m_file, std::uint64_t(exchange)));
    MMM_TRY(Header header, readHeader(*m_file, layout));
    return std::move(header.recipients);
}

Status StreamOpener::copyTo(const PayloadSink& sink)
{
    if (!m_header.isEncrypted())
        return copyWith({}, sink);
    SequenceKeys keys(*m_file, *m_keys);
    MMM_TRY(const SharedSecret masterKey, keys.masterKey(m_header, m_layout.position));
    return copyWith(masterKey, sink);
}

Status StreamOpener::copyWith(BytesView masterKey, const PayloadSink& sink)
{
    if (const Status good = verifyDigest(); !good && good.error().fault != Fault::Unsupported)
        return good;
    MMM_TRY(const Cipher cipher, cipherByName(m_header.encryption));
    if (cipher == Cipher::None)
        return forEachPart(sink);
    if (cipher == Cipher::Aes256CbcHmac)
        return fail(Fault::Unsupported, "an authenticated body is read in memory only");
    MMM_CHECK(checkWitnesses(signatures(), masterKey, m_header.salt));
    if (m_header.salt.empty())
        return fail(Fault::Missing, m_header.malt.empty() ? "there is no salt" : "the salt was erased");
    MMM_TRY(const ContentKeys content, deriveContentKeys(masterKey, m_header.salt, cipher));
    MMM_TRY(auto decryptor, crypto::CbcDecryptor::create(content.encryption, content.iv));
    MMM_CHECK(forEachPart([&](BytesView part) -> Status { return sink(decryptor.update(part)); }));
    MMM_TRY(const Secret rest, decryptor.finish());
    return sink(rest);
}

} // namespace mmm::dare
