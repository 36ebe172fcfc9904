#include "store/upload_builder.h"

#include "crypto/hash.h"
#include "dare/binding.h"
#include "dare/content_cipher.h"

namespace mmm::store {

Status UploadBuilder::addPart(dare::Header header, Bytes body)
{
    if (m_last)
        m_batch.frames.push_back(
            dare::Envelope::assemble(m_last->header, std::move(m_last->body), m_last->trailer));
    if (!header.containerInfo)
        header.containerInfo.emplace();
    dare::ContainerInfo& info = *header.containerInfo;
    info.index = m_state.count;
    if (const auto position = m_state.tree.nextTreePosition())
        info.treePosition = static_cast<std::int64_t>(*position);
    header.digest = dare::digestName;

    Part part{std::move(header), std::move(body), {}};
    part.trailer.signedData = dare::makeSignedData(part.header, m_state.count);
    part.trailer.payloadDigest = crypto::sha512(part.body);
    part.trailer.treeDigest = copyOf(m_state.tree.nextDigest(part.trailer.payloadDigest));
    const Bytes octets = dare::encodeFrame(dare::toOctets(part.header), part.body,
                                           dare::toOctets(part.trailer), m_state.count == 0);
    m_octets += octets.size();
    m_state.add(part.trailer.signedData, part.trailer.payloadDigest, octets.size());
    m_last = std::move(part);
    return {};
}

Status UploadBuilder::addExchangePart(dare::Header header, const std::vector<dare::RecipientKey>& recipients)
{
    MMM_TRY(dare::Exchange made, dare::makeExchange(recipients));
    header.encryption = std::move(made.header.encryption);
    header.salt = std::move(made.header.salt);
    header.recipients = std::move(made.header.recipients);
    m_exchange = Exchange{m_state.size, SharedSecret(std::move(made.masterKey))};
    return addPart(std::move(header), {});
}

Status UploadBuilder::addFirst(std::string_view contentType,
                               const std::vector<dare::RecipientKey>& recipients)
{
    dare::Header header;
    header.containerInfo.emplace();
    header.containerInfo->dataEncoding = "JSON";
    header.containerInfo->containerType = dare::containerTypeName(dare::ContainerType::Merkle);
    dare::ContentMeta meta;
    meta.contentType = contentType;
    header.setContentMeta(meta);
    if (recipients.empty())
        return addPart(std::move(header), {});
    return addExchangePart(std::move(header), recipients);
}

Status UploadBuilder::addExchange(const std::vector<dare::RecipientKey>& recipients)
{
    dare::Header header;
    header.containerInfo.emplace();
    header.containerInfo->isMeta = true;
    return addExchangePart(std::move(header), recipients);
}

Status UploadBuilder::add(const dare::ContentMeta& meta, const Secret* payload)
{
    if (payload && !m_exchange)
        return addInClear(meta, *payload);
    dare::Header header;
    header.setContentMeta(meta);
    if (!payload)
        return addPart(std::move(header), {});
    MMM_TRY(Bytes body, dare::encryptFrame(m_exchange->masterKey, m_exchange->position, *payload, header));
    return addPart(std::move(header), std::move(body));
}

Status UploadBuilder::addInClear(const dare::ContentMeta& meta, const Secret& payload)
{
    dare::Header header;
    header.setContentMeta(meta);
    return addPart(std::move(header), copyOf(payload.view()));
}

Result<UploadBatch> UploadBuilder::finish(const crypto::PrivateKey& signer, const std::string& kid)
{
    if (!m_last)
        return std::move(m_batch);
    dare::Manifest manifest;
    manifest.account = m_account;
    manifest.container = m_container;
    manifest.from = m_batch.firstIndex;
    manifest.to = m_state.count - 1;
    manifest.chain = copyOf(m_state.chain);
    MMM_TRY(dare::Signature signature, dare::signManifest(manifest, signer));
    if (!kid.empty())
        signature.kid = kid;
    m_last->trailer.signatures.push_back(std::move(signature));
    m_batch.frames.push_back(
        dare::Envelope::assemble(m_last->header, std::move(m_last->body), m_last->trailer));
    m_last.reset();
    return std::move(m_batch);
}

} // namespace mmm::store
