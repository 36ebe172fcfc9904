#pragma once

#include "base/secret.h"
#include "schema/catalog_entries.h"

#include <set>

namespace mmm::interchange {

/// Remembers what is there, to tell what an import would bring a second time. A credential is the same if
/// service, user name and password are; a bookmark if address and path are. Keeps digests only.
class KnownEntries
{
public:
    /// False if the same was noted before.
    bool note(const schema::CatalogedCredential& credential);
    bool note(const schema::CatalogedBookmark& bookmark);

private:
    bool noteText(Secret text);

    std::set<Bytes> m_digests;
};

} // namespace mmm::interchange
