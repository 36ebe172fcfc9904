#pragma once

#include "catalog_access.h"

namespace mmm::desktop {

/// What stands in a form and is not saved, kept over a lock and while another account is
/// shown.
struct Draft
{
    CatalogKind kind = CatalogKind::Contacts;
    std::string id;      ///< empty for a new entry
    SharedSecret entry;  ///< its JSON
    std::string account; ///< UDF of the account that it belongs to
};

/// One text of all drafts, to be sealed; empty for none.
[[nodiscard]] Secret packDrafts(const std::vector<Draft>& drafts);

/// What packDrafts() made; whatever else it is given makes no drafts.
[[nodiscard]] std::vector<Draft> unpackDrafts(BytesView packed);

} // namespace mmm::desktop
