#include "dare/binding.h"

#include "udf/fingerprint.h"

#include <algorithm>

namespace mmm::dare {

namespace {

Digest512 hashOf(std::initializer_list<BytesView> parts)
{
    Digest512 digest;
    crypto::sha512Into(parts, digest);
    return digest;
}

Header protectedPart(const Header& header, std::int64_t index)
{
    Header part;
    part.encryption = header.encryption;
    part.salt = header.salt;
    part.recipients = header.recipients;
    part.contentMetaData = header.contentMetaData;
    part.containerInfo.emplace().index = index;
    return part;
}

} // namespace

Bytes makeSignedData(const Header& header, std::int64_t index)
{
    return toOctets(protectedPart(header, index));
}

Result<Header> checkSignedData(BytesView signedData, const Header& header, std::int64_t index)
{
    Header part = protectedPart(header, index);
    // the common case, which needs no parsing: our own writing, unaltered
    if (std::ranges::equal(toOctets(part), signedData))
        return part;
    MMM_TRY(const Header stated, encoding::fromJson<Header>(signedData));
    if (stated.index() != index)
        return fail(Fault::Contradiction, "a frame is not at its place");
    Header trusted = protectedPart(stated, index);
    const bool saltErased = header.salt.empty() && !header.malt.empty();
    if (part.encryption != trusted.encryption || (part.salt != trusted.salt && !saltErased) ||
        part.contentMetaData != trusted.contentMetaData || part.recipients != trusted.recipients)
        return fail(Fault::Contradiction, "a header says other than what was signed");
    if (saltErased)
        trusted.salt.clear();
    return trusted;
}

bool isPlainlyBound(BytesView signedData, BytesView headerOctets)
{
    // SignedData ends in `"ContainerInfo":{"Index":n}}`. In the header further members of ContainerInfo may
    // follow the number, then the same two brackets: with any other bracket in between there would be more.
    constexpr std::string_view end = "}}";
    const std::string_view statement = textOf(signedData);
    const std::string_view header = textOf(headerOctets);
    const auto info = statement.rfind("\"ContainerInfo\":{\"Index\":");
    if (!statement.ends_with(end) || info == std::string_view::npos)
        return false;
    const std::string_view digits = statement.substr(info + 25, statement.size() - end.size() - info - 25);
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return false;
    if (!header.starts_with(statement.substr(0, statement.size() - end.size())))
        return false;
    const std::string_view rest = header.substr(statement.size() - end.size());
    return rest.ends_with(end) && (rest == end || rest[0] == ',') &&
           rest.find_first_of("{}[]\\") == rest.size() - end.size();
}

Digest512 frameDigest(BytesView covered, BytesView payloadDigest)
{
    return hashOf({hashOf({covered}), payloadDigest});
}

Digest512 chainStart(std::string_view accountUdf, std::string_view container)
{
    return hashOf({bytesOf("mmm-chain:"), bytesOf(accountUdf), bytesOf(":"), bytesOf(container)});
}

Digest512 chainNext(const Digest512& previous, const Digest512& frameDigest)
{
    return hashOf({previous, frameDigest});
}

Result<Signature> signManifest(const Manifest& manifest, const crypto::PrivateKey& signer)
{
    encoding::JsonWriter writer;
    encoding::writeRecord(writer, manifest);
    Signature signature;
    signature.algorithm = digestName;
    signature.kid = udf::fingerprint(signer.publicKey()).text();
    signature.manifest = writer.takeBytes();
    signature.signature = signer.sign(crypto::sha512(signature.manifest));
    if (signature.signature.empty())
        return fail(Fault::BadKey, "a key that cannot sign");
    return signature;
}

Result<Manifest> verifyManifest(const Signature& signature, const crypto::PublicKey& signer)
{
    MMM_TRY(const auto algorithm, digestByName(signature.algorithm));
    if (algorithm != crypto::HashAlgorithm::Sha512)
        return fail(Fault::Unsupported, "manifests are signed with SHA-512");
    MMM_TRY(Manifest manifest, readManifest(signature));
    if (!signer.verify(crypto::sha512(signature.manifest), signature.signature))
        return fail(Fault::BadSignature, "the signature is not that of the manifest");
    return manifest;
}

Result<Manifest> readManifest(const Signature& signature)
{
    if (signature.manifest.empty())
        return fail(Fault::Missing, "a signature without manifest");
    MMM_TRY(Manifest manifest, encoding::fromJson<Manifest>(signature.manifest));
    if (manifest.account.empty() || manifest.container.empty() || manifest.from < 0 ||
        manifest.to < manifest.from || manifest.chain.size() != Digest512().size())
        return fail(Fault::Malformed, "an incomplete manifest");
    return manifest;
}

} // namespace mmm::dare

MMM_RECORD_COMPILED(mmm::dare::Manifest)
