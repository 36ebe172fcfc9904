#include "service/batch_chain.h"

#include "crypto/hash.h"
#include "schema/key_check.h"

namespace mmm::service {

Result<BatchChain> BatchChain::before(Storage& storage, std::int64_t account, const std::string& accountUdf,
                                      std::string_view container, std::int64_t from)
{
    constexpr std::size_t mostFrames = 256;
    constexpr std::size_t mostOctets = 16U << 20U;
    BatchChain chain(accountUdf, container);
    if (from == 0)
        return chain;
    MMM_TRY(const auto found, storage.container(account, std::string(container)));
    while (found && chain.m_next < from) {
        MMM_TRY(const auto frames,
                storage.frames(found->id, static_cast<std::uint64_t>(chain.m_next),
                               static_cast<std::uint64_t>(from - 1), mostFrames, mostOctets));
        if (frames.empty())
            return fail(Fault::Damaged, "a frame is missing");
        for (const FrameRecord& frame : frames) {
            MMM_TRY(const dare::Trailer trailer, dare::parseTrailer(frame.trailer));
            chain.follow(trailer.signedData.empty() ? frame.header : trailer.signedData,
                         trailer.payloadDigest.empty() ? crypto::sha512(frame.body) : trailer.payloadDigest);
        }
    }
    return chain;
}

Status BatchChain::add(const dare::Envelope& frame)
{
    const Bytes& signedData = frame.trailer().signedData;
    if (!signedData.empty())
        MMM_CHECK(dare::checkSignedData(signedData, frame.header(), m_next).map([](const auto&) {}));
    follow(signedData.empty() ? frame.headerOctets() : BytesView(signedData), crypto::sha512(frame.body()));
    return {};
}

dare::Manifest BatchChain::manifest(std::int64_t from) const
{
    dare::Manifest manifest;
    manifest.account = m_account;
    manifest.container = m_container;
    manifest.from = from;
    manifest.to = m_next - 1;
    manifest.chain.assign(m_chain.begin(), m_chain.end());
    return manifest;
}

void BatchChain::follow(BytesView covered, BytesView payloadDigest)
{
    m_chain = dare::chainNext(m_chain, dare::frameDigest(covered, payloadDigest));
    ++m_next;
}

bool isSignedByAny(const std::vector<schema::PublicKey>& keys, const dare::Envelope& last,
                   const dare::Manifest& expected)
{
    for (const dare::Signature& signature : last.signatures()) {
        for (const schema::PublicKey& administrator : keys) {
            const auto key = schema::keyOf(administrator);
            const auto stated = key ? dare::verifyManifest(signature, *key)
                                    : Result<dare::Manifest>(tl::unexpected<Error>(key.error()));
            if (stated && stated->account == expected.account && stated->container == expected.container &&
                stated->from == expected.from && stated->to == expected.to && stated->chain == expected.chain)
                return true;
        }
    }
    return false;
}

} // namespace mmm::service
