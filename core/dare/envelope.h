#pragma once

#include "dare/key_exchange.h"

namespace mmm::dare {

/// What an envelope gives when it is opened.
struct Opened
{
    Secret payload;
    Header header; ///< with the members of a cloaked header in place
    ContentMeta meta;
    std::vector<Secret> annotations;
    bool wasEncrypted = false;
    Secret masterKey; ///< empty if nothing was encrypted
};

/// A DARE envelope: header, body and trailer, with header and trailer text kept exactly as received
/// (DARE 06 §3, WIRE B). An immutable value; copies share the octets and may be read from any thread.
class Envelope
{
public:
    /// Nothing at all: what an absent member of a record is.
    Envelope() = default;

    /// The array form `[header, body, trailer]`, or the object form `{"DareEnvelopeSequence":{…}}`.
    [[nodiscard]] static Result<Envelope> parse(BytesView json,
                                                const encoding::JsonLimits& limits = encoding::meshObjects);
    [[nodiscard]] static Result<Envelope> fromValue(const encoding::JsonValue& value);

    /// From the octets of a frame's records: JSON, or JSON-B. Empty octets stand for an absent record.
    [[nodiscard]] static Result<Envelope> fromRecords(BytesView header, BytesView body, BytesView trailer);

    /// A new one around these parts.
    [[nodiscard]] static Envelope assemble(const Header& header, Bytes body, const Trailer& trailer);

    /// `[header, body, trailer]` with the header's and trailer's own octets.
    [[nodiscard]] Bytes toJson() const;
    void write(encoding::JsonWriter& writer) const;

    [[nodiscard]] bool isEmpty() const { return !m_parts; }
    [[nodiscard]] const Header& header() const;
    [[nodiscard]] const Trailer& trailer() const;
    /// As received (WIRE K.1 digests them).
    [[nodiscard]] BytesView headerOctets() const;
    [[nodiscard]] BytesView trailerOctets() const;
    /// As carried: ciphertext if the envelope is encrypted.
    [[nodiscard]] BytesView body() const;
    [[nodiscard]] Result<ContentMeta> contentMeta() const { return header().contentMeta(); }
    /// Those of the trailer, or of the header where a writer put them there.
    [[nodiscard]] const std::vector<Signature>& signatures() const;

    /// The digest of the body, by the header's algorithm.
    [[nodiscard]] Result<Bytes> payloadDigest() const;
    /// Damaged if a stated PayloadDigest is not that of the body. Success if none is stated.
    [[nodiscard]] Status verifyDigest() const;

    /// Whether some signature over the body is that key's. A signature that names another key is passed over,
    /// one that names none is tried; one with a Manifest does not count (binding.h). Missing if there is no
    /// candidate, Damaged if the digest is wrong, BadSignature if no candidate verifies.
    [[nodiscard]] Status verify(const crypto::PublicKey& signer) const;

    /// The key identifiers of the signatures; empty texts for those that name none.
    [[nodiscard]] std::vector<std::string> signerIds() const;

    /// The payload. Before anything is decrypted a stated digest is checked; after the master key is known
    /// every signature over an encrypted body must show that its signer knew the key (witness), otherwise
    /// BadSignature. Whether a signer is who it should be is for verify().
    [[nodiscard]] Result<Secret> open(const KeyRing& keys) const;
    [[nodiscard]] Result<Opened> openAll(const KeyRing& keys) const;
    /// The same with a master key found elsewhere.
    [[nodiscard]] Result<Opened> openWith(BytesView masterKey) const;

    friend bool operator==(const Envelope& a, const Envelope& b);

private:
    struct Parts
    {
        Bytes headerOctets;
        Bytes body;
        Bytes trailerOctets;
        Header header;
        Trailer trailer;
    };
    explicit Envelope(std::shared_ptr<const Parts> parts) : m_parts(std::move(parts)) {}

    std::shared_ptr<const Parts> m_parts;
};

/// How to seal. Random octets are drawn in this order: master key, salt, one ephemeral key per recipient.
struct SealOptions
{
    std::optional<ContentMeta> meta{};
    /// Empty and no masterKey: not encrypted.
    std::vector<RecipientKey> recipients{};
    /// Borrowed for the call. Empty: not signed.
    std::vector<const crypto::PrivateKey*> signers{};
    /// Instead of a random one (locators, EARL): 16 to 64 octets.
    SharedSecret masterKey{};
    /// Encrypted with the body, each under a key of its own.
    std::vector<SharedSecret> annotations{};
    /// Puts the ContentMeta into an encrypted header, so that only recipients see it. Needs encryption.
    bool cloakMeta = false;
    /// State the PayloadDigest even if nobody signs.
    bool digest = false;
    std::string envelopeId{};
};

/// A new envelope: encrypted if there are recipients or a master key, then digested, then signed (WIRE B.10).
[[nodiscard]] Result<Envelope> seal(BytesView payload, const SealOptions& options,
                                    crypto::Random& random = crypto::systemRandom());

/// A signature over the payload digest; with a witness if there is a master key.
[[nodiscard]] Result<Signature> signDigest(BytesView payloadDigest, const crypto::PrivateKey& signer,
                                           BytesView masterKey = {}, BytesView salt = {});

/// The part of sealing that comes before the body: the header with its key exchange, and the master key.
struct SealHead
{
    Header header;
    Secret masterKey; ///< empty if nothing is encrypted
};
/// Annotations and cloaking are not part of it.
[[nodiscard]] Result<SealHead> makeSealHead(const SealOptions& options, crypto::Random& random);

/// One signature per signer of the options.
[[nodiscard]] Result<std::vector<Signature>> signAll(BytesView payloadDigest, const SealOptions& options,
                                                     const SealHead& head);

/// BadSignature if a signature over an encrypted body lacks the right witness (WIRE B.5.2).
[[nodiscard]] Status checkWitnesses(const std::vector<Signature>& signatures, BytesView masterKey,
                                    BytesView salt);

/// The same envelope without its salt, so that nobody can open it any more (WIRE B.9). The body, its digest
/// and signatures stay.
[[nodiscard]] Envelope erased(const Envelope& envelope);

} // namespace mmm::dare

template<>
struct mmm::encoding::Codec<mmm::dare::Envelope>
{
    static Result<dare::Envelope> read(const JsonValue& value) { return dare::Envelope::fromValue(value); }
    static void write(JsonWriter& writer, const dare::Envelope& envelope) { envelope.write(writer); }
    static bool absent(const dare::Envelope& envelope) { return envelope.isEmpty(); }
};
