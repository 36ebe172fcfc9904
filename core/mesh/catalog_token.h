#pragma once

#include "protocol/notary_token.h"
#include "store/catalog.h"

/// Notary tokens of catalogs (WIRE E.3): how far one was, said by a device that has proved it to another that
/// has yet to see it.
namespace mmm::mesh {

/// How far the catalog is with the service; nothing while it is empty.
[[nodiscard]] std::optional<protocol::NotaryToken> catalogToken(const store::Catalog& catalog,
                                                                std::string_view accountUdf);

/// Whether the catalog is what the token says, or continues it: RolledBack if it has fewer frames, Forked if
/// the frames up to there are others, WrongType if the token is another log's; and faults of the disk.
[[nodiscard]] Status continuesToken(const store::Catalog& catalog, std::string_view accountUdf,
                                    const protocol::NotaryToken& token);

} // namespace mmm::mesh
