#pragma once

#include "base/error.h"
#include "base/secret.h"

#include <string>
#include <vector>

namespace mmm::store {

/// What becomes of two changes of the same payload.
struct Merged
{
    enum class Outcome
    {
        Same,    ///< both changes say the same
        Clean,   ///< both fit together: the payload has both
        Conflict ///< they contradict each other in the named members; the payload is ours there
    };
    Outcome outcome = Outcome::Same;
    Secret payload;
    std::vector<std::string> members; ///< paths with slashes
};

/// Three-way merge of JSON objects, member by member. A member that only one side changed takes that side's
/// value. Lists are merged as sets of items, in their order; unsigned, unencrypted envelopes by the content
/// of their bodies. An empty base stands for an entry that both sides made. Malformed if a payload is not
/// JSON.
[[nodiscard]] Result<Merged> mergePayloads(BytesView base, BytesView theirs, BytesView ours);

} // namespace mmm::store
