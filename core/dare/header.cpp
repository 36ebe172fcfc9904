#include "dare/header.h"

namespace mmm::dare {

namespace {

encoding::JsonLimits binaryOrText()
{
    encoding::JsonLimits limits = encoding::meshObjects;
    limits.binaryTags = true;
    return limits;
}

template<typename T>
Result<T> parseOctets(BytesView octets)
{
    if (octets.empty())
        return T{};
    return encoding::fromJson<T>(octets, binaryOrText());
}

template<typename T>
Bytes print(const T& record)
{
    encoding::JsonWriter writer;
    encoding::writeRecord(writer, record);
    return writer.takeBytes();
}

} // namespace

std::int64_t Header::index() const
{
    // beyond this no file could hold so many frames; keeps arithmetic with frame numbers safe
    constexpr std::int64_t largest = std::int64_t(1) << 53;
    const std::int64_t stated = containerInfo ? containerInfo->index.value_or(-1) : -1;
    return stated >= 0 && stated <= largest ? stated : -1;
}

Result<ContentMeta> Header::contentMeta() const
{
    MMM_TRY(ContentMeta meta, parseOctets<ContentMeta>(contentMetaData));
    if (meta.contentType.empty())
        meta.contentType = contentType;
    return meta;
}

void Header::setContentMeta(const ContentMeta& meta)
{
    contentMetaData = toOctets(meta);
}

Result<Header> parseHeader(BytesView octets)
{
    return parseOctets<Header>(octets);
}

Result<Trailer> parseTrailer(BytesView octets)
{
    return parseOctets<Trailer>(octets);
}

Bytes toOctets(const Header& header)
{
    return print(header);
}

Bytes toOctets(const Trailer& trailer)
{
    return print(trailer);
}

Bytes toOctets(const ContentMeta& meta)
{
    return print(meta);
}

Result<crypto::HashAlgorithm> digestByName(std::string_view name)
{
    for (const std::string_view known : {"", "S512", "SHA2", "SHA512", "SHA-512"}) {
        if (name == known)
            return crypto::HashAlgorithm::Sha512;
    }
    if (name == "S3512" || name == "SHA3")
        return crypto::HashAlgorithm::Sha3_512;
    return fail(Fault::Unsupported, "unknown digest algorithm");
}

} // namespace mmm::dare

MMM_RECORD_COMPILED(mmm::dare::KeyValue)
MMM_RECORD_COMPILED(mmm::dare::ContentMeta)
MMM_RECORD_COMPILED(mmm::dare::X509Certificate)
MMM_RECORD_COMPILED(mmm::dare::Signer)
MMM_RECORD_COMPILED(mmm::dare::Signature)
MMM_RECORD_COMPILED(mmm::dare::Recipient)
MMM_RECORD_COMPILED(mmm::dare::ContainerInfo)
MMM_RECORD_COMPILED(mmm::dare::IndexPosition)
MMM_RECORD_COMPILED(mmm::dare::IndexMeta)
MMM_RECORD_COMPILED(mmm::dare::ContainerIndex)
MMM_RECORD_COMPILED(mmm::dare::Trailer)
MMM_RECORD_COMPILED(mmm::dare::Header)
