#pragma once

#include "base/secret.h"
#include "schema/catalog_entries.h"
#include "schema/task.h"

#include <set>
#include <string>

namespace mmm::interchange {

/// Remembers what is there, to tell what an import would bring a second time. A credential is the same if
/// service, user name and password are; a network if its kind, name, user name, password and gateway are; a
/// bookmark if address and path are; a task if title, place, times and repetition are. Keeps digests only.
class KnownEntries
{
public:
    /// False if the same was noted before.
    bool note(const schema::CatalogedCredential& credential);
    bool note(const schema::CatalogedNetwork& network);
    bool note(const schema::CatalogedBookmark& bookmark);
    bool note(const schema::Task& task);

private:
    bool noteText(Secret text);

    /// As strings: GCC 12 takes the comparison of two vectors of octets for one that overruns.
    std::set<std::string, std::less<>> m_digests;
};

} // namespace mmm::interchange
