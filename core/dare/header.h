#pragma once

#include "crypto/hash.h"
#include "dare/key_object.h"

/// The structures around a body: header, trailer and what they hold (DARE 06 §5, WIRE B.2, C.4, C.8).
/// Members are declared in the order in which they are written.
namespace mmm::dare {

/// An index term of a data object.
struct KeyValue : encoding::RecordBase
{
    static constexpr std::string_view className = "KeyValue";
    std::string key;
    std::string value;
    static constexpr auto fields()
    {
        return fieldTable(encoding::field("Key", &KeyValue::key), encoding::field("Value", &KeyValue::value));
    }
};

/// What a body is; carried as JSON octets in Header::contentMetaData.
struct ContentMeta : encoding::RecordBase
{
    static constexpr std::string_view className = "ContentMeta";
    std::string uniqueId;
    std::vector<std::string> labels;
    std::vector<KeyValue> keyValues;
    std::string messageType; ///< class tag of the Mesh object in the body
    std::string contentType; ///< "cty", an IANA media type
    std::vector<std::string> paths;
    std::string filename;
    std::string event; ///< New, Update or Delete (see event_rules.h)
    std::optional<TimePoint> created;
    std::optional<TimePoint> modified;
    std::optional<std::int64_t> first;    ///< number of the frame with this object's first value
    std::optional<std::int64_t> previous; ///< number of the frame with its value before this one
    static constexpr auto fields()
    {
        using encoding::field;
        return fieldTable(field("UniqueID", &ContentMeta::uniqueId), field("Labels", &ContentMeta::labels),
                          field("KeyValues", &ContentMeta::keyValues),
                          field("MessageType", &ContentMeta::messageType),
                          field("cty", &ContentMeta::contentType), field("Paths", &ContentMeta::paths),
                          field("Filename", &ContentMeta::filename), field("Event", &ContentMeta::event),
                          field("Created", &ContentMeta::created), field("Modified", &ContentMeta::modified),
                          field("First", &ContentMeta::first), field("Previous", &ContentMeta::previous));
    }
};

struct X509Certificate : encoding::RecordBase
{
    static constexpr std::string_view className = "X509Certificate";
    std::string location; ///< "x5u"
    Bytes der;            ///< "x5c"
    static constexpr auto fields()
    {
        return fieldTable(encoding::field("x5u", &X509Certificate::location),
                          encoding::field("x5c", &X509Certificate::der));
    }
};

/// Announces a signer before the body.
struct Signer : encoding::RecordBase
{
    static constexpr std::string_view className = "DareSigner";
    std::string digest;
    std::string algorithm; ///< "alg": the name of the digest; the signature algorithm follows from the key
    std::string kid;       ///< UDF of the signing key
    std::optional<X509Certificate> certificate;
    std::vector<X509Certificate> path;
    static constexpr auto fields()
    {
        using encoding::field;
        return fieldTable(field("dig", &Signer::digest), field("alg", &Signer::algorithm),
                          field("kid", &Signer::kid), field("cert", &Signer::certificate),
                          field("path", &Signer::path));
    }
};

struct Signature : Signer
{
    static constexpr std::string_view className = "DareSignature";
    Bytes manifest;  ///< what is signed instead of the payload digest (binding.h)
    Bytes signature; ///< in a symmetric authenticator the proof of its maker, if any
                     ///< (protocol/authentication.h)
    Bytes witness;   ///< shows that the signer knew the key of the encrypted body (WIRE B.5.2)
    static constexpr auto fields()
    {
        using encoding::field;
        return extend<Signer>(field("Manifest", &Signature::manifest),
                              field("signature", &Signature::signature),
                              field("witness", &Signature::witness));
    }
};

/// One who can open the body: the master key, wrapped for that person's key.
struct Recipient : encoding::RecordBase
{
    static constexpr std::string_view className = "DareRecipient";
    std::string kid;     ///< UDF of the key, or `UDF@domain` for a group (WIRE B.6.1)
    Key ephemeral;       ///< "epk"
    Bytes wrappedKey;    ///< "wmk"
    std::string wrap;    ///< "kwd"; absent means the only one there is
    std::string account; ///< "rkd": account of a group
    static constexpr auto fields()
    {
        using encoding::field;
        return fieldTable(field("kid", &Recipient::kid), field("epk", &Recipient::ephemeral),
                          field("wmk", &Recipient::wrappedKey), field("kwd", &Recipient::wrap),
                          field("rkd", &Recipient::account));
    }
};

/// A frame's place in its sequence.
struct ContainerInfo : encoding::RecordBase
{
    static constexpr std::string_view className = "ContainerInfo";
    std::string dataEncoding; ///< first frame only: JSON, JSON-B, …
    std::optional<std::int64_t> index;
    std::string containerType; ///< first frame only (see ContainerType)
    std::optional<bool> isMeta;
    std::optional<bool> isDefault;
    std::optional<std::int64_t> treePosition;     ///< octet offset of the previous frame of the tree
    std::optional<std::int64_t> indexPosition;    ///< octet offset of the last index record
    std::optional<std::int64_t> exchangePosition; ///< octet offset of the frame with the key exchange
    static constexpr auto fields()
    {
        using encoding::field;
        return fieldTable(
            field("DataEncoding", &ContainerInfo::dataEncoding), field("Index", &ContainerInfo::index),
            field("ContainerType", &ContainerInfo::containerType), field("IsMeta", &ContainerInfo::isMeta),
            field("Default", &ContainerInfo::isDefault), field("TreePosition", &ContainerInfo::treePosition),
            field("IndexPosition", &ContainerInfo::indexPosition),
            field("ExchangePosition", &ContainerInfo::exchangePosition));
    }
};

struct IndexPosition : encoding::RecordBase
{
    static constexpr std::string_view className = "IndexPosition";
    std::int64_t index = 0;
    std::int64_t position = 0; ///< octet offset of the frame
    static constexpr auto fields()
    {
        return fieldTable(encoding::field("Index", &IndexPosition::index),
                          encoding::field("Position", &IndexPosition::position));
    }
};

struct IndexMeta : encoding::RecordBase
{
    static constexpr std::string_view className = "IndexMeta";
    std::vector<std::int64_t> index;
    std::string contentType;
    std::vector<std::string> paths;
    std::vector<std::string> labels;
    static constexpr auto fields()
    {
        using encoding::field;
        return fieldTable(field("Index", &IndexMeta::index), field("ContentType", &IndexMeta::contentType),
                          field("Paths", &IndexMeta::paths), field("Labels", &IndexMeta::labels));
    }
};

/// Where the frames of a sequence are. A help for readers, never to be relied on.
struct ContainerIndex : encoding::RecordBase
{
    static constexpr std::string_view className = "ContainerIndex";
    std::optional<bool> full; ///< of all earlier frames; otherwise of those since the last index record
    std::vector<IndexPosition> positions;
    std::vector<IndexMeta> metas;
    static constexpr auto fields()
    {
        using encoding::field;
        return fieldTable(field("Full", &ContainerIndex::full),
                          field("Positions", &ContainerIndex::positions),
                          field("Metas", &ContainerIndex::metas));
    }
};

struct Trailer : encoding::RecordBase
{
    static constexpr std::string_view className = "DareTrailer";
    std::vector<Signature> signatures;
    Bytes signedData; ///< JSON of a header whose members are protected (WIRE K.1)
    Bytes payloadDigest;
    Bytes chainDigest;
    Bytes treeDigest;
    static constexpr auto fields()
    {
        using encoding::field;
        return fieldTable(
            field("signatures", &Trailer::signatures), field("SignedData", &Trailer::signedData),
            field("PayloadDigest", &Trailer::payloadDigest), field("ChainDigest", &Trailer::chainDigest),
            field("TreeDigest", &Trailer::treeDigest));
    }
};

struct Header : Trailer
{
    static constexpr std::string_view className = "DareHeader";
    std::string envelopeId;
    std::string encryption; ///< "enc" (see Cipher in content_cipher.h)
    std::string digest;     ///< "dig" (see digestByName)
    Bytes salt;
    Bytes malt;                     ///< digest of a salt that was erased
    Bytes cloaked;                  ///< EDS holding an encrypted header
    std::vector<Bytes> annotations; ///< EDS each
    std::vector<Signer> signers;
    std::vector<Recipient> recipients;
    Bytes contentMetaData;   ///< JSON of a ContentMeta, untagged
    std::string contentType; ///< "cty": only older writers put it here
    std::optional<ContainerInfo> containerInfo;
    std::optional<ContainerIndex> containerIndex;
    static constexpr auto fields()
    {
        using encoding::field;
        return extend<Trailer>(
            field("EnvelopeID", &Header::envelopeId), field("enc", &Header::encryption),
            field("dig", &Header::digest), field("Salt", &Header::salt), field("Malt", &Header::malt),
            field("cloaked", &Header::cloaked), field("Annotations", &Header::annotations),
            field("signers", &Header::signers), field("recipients", &Header::recipients),
            field("ContentMetaData", &Header::contentMetaData), field("cty", &Header::contentType),
            field("ContainerInfo", &Header::containerInfo), field("ContainerIndex", &Header::containerIndex));
    }

    /// Whether the body is said to be encrypted.
    [[nodiscard]] bool isEncrypted() const { return !encryption.empty() && encryption != "none"; }
    /// The frame number; −1 if it is not stated or impossible.
    [[nodiscard]] std::int64_t index() const;
    [[nodiscard]] bool isMeta() const { return containerInfo && containerInfo->isMeta.value_or(false); }
    /// The parsed ContentMetaData, or an empty one with the content type of older writers.
    [[nodiscard]] Result<ContentMeta> contentMeta() const;
    void setContentMeta(const ContentMeta& meta);
};

/// JSON or JSON-B octets of a header or trailer record, as they stand in frames. Empty octets give an empty
/// record.
[[nodiscard]] Result<Header> parseHeader(BytesView octets);
[[nodiscard]] Result<Trailer> parseTrailer(BytesView octets);

/// Compact JSON of a header, a trailer or a ContentMeta: none of them holds a secret.
[[nodiscard]] Bytes toOctets(const Header& header);
[[nodiscard]] Bytes toOctets(const Trailer& trailer);
[[nodiscard]] Bytes toOctets(const ContentMeta& meta);

/// What is written as `dig` and `alg`.
inline constexpr std::string_view digestName = "S512";
/// The algorithm of `dig` or `alg`, by any of the names in use; empty means SHA-512. Unsupported otherwise.
[[nodiscard]] Result<crypto::HashAlgorithm> digestByName(std::string_view name);

} // namespace mmm::dare

MMM_RECORD_DECLARED(mmm::dare::KeyValue)
MMM_RECORD_DECLARED(mmm::dare::ContentMeta)
MMM_RECORD_DECLARED(mmm::dare::X509Certificate)
MMM_RECORD_DECLARED(mmm::dare::Signer)
MMM_RECORD_DECLARED(mmm::dare::Signature)
MMM_RECORD_DECLARED(mmm::dare::Recipient)
MMM_RECORD_DECLARED(mmm::dare::ContainerInfo)
MMM_RECORD_DECLARED(mmm::dare::IndexPosition)
MMM_RECORD_DECLARED(mmm::dare::IndexMeta)
MMM_RECORD_DECLARED(mmm::dare::ContainerIndex)
MMM_RECORD_DECLARED(mmm::dare::Trailer)
MMM_RECORD_DECLARED(mmm::dare::Header)
