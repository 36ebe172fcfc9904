#include "mesh/catalog_token.h"

#include "crypto/hash.h"
#include "dare/sequence.h"
#include "udf/digest.h"

namespace mmm::mesh {

namespace {

/// The name of a container as a log: that of its chain (WIRE K.1).
std::string logUdfOf(const store::Catalog& catalog, std::string_view accountUdf)
{
    const std::string name = "mmm-chain:" + std::string(accountUdf) + ":" + catalog.name();
    return udf::contentDigest(bytesOf(name), "application/mmm-container").text();
}

} // namespace

std::optional<protocol::NotaryToken> catalogToken(const store::Catalog& catalog, std::string_view accountUdf)
{
    store::Head head = catalog.head();
    if (head.count == 0 || head.treeDigest.size() != dare::Digest512().size())
        return std::nullopt;
    protocol::NotaryToken token;
    token.logUdf = logUdfOf(catalog, accountUdf);
    token.index = head.count - 1;
    token.treeDigest = std::move(head.treeDigest);
    return token;
}

Status continuesToken(const store::Catalog& catalog, std::string_view accountUdf,
                      const protocol::NotaryToken& token)
{
    if (token.logUdf != logUdfOf(catalog, accountUdf))
        return fail(Fault::WrongType, "the token is of another log");
    if (catalog.head().count <= token.index)
        return fail(Fault::RolledBack, "the catalog has fewer frames than it had");
    MMM_TRY(const auto frames, catalog.openFrames());
    MMM_TRY(auto reader, dare::SequenceReader::open(*frames.file));
    dare::TreePath path;
    while (path.nextIndex() <= token.index) {
        MMM_TRY(const auto frame, reader.next());
        if (!frame || frame->index() != path.nextIndex())
            return fail(Fault::Damaged, "frames of the container cannot be read");
        path.add(frame->position, crypto::sha512(frame->payload));
    }
    if (!std::ranges::equal(path.path().back().digest, token.treeDigest))
        return fail(Fault::Forked, "the catalog has other frames than it had");
    return {};
}

} // namespace mmm::mesh
