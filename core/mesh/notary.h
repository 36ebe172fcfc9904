#pragma once

#include "mesh/service_log.h"
#include "mesh/trust_chain.h"

namespace mmm::mesh {

struct NotaryFinding
{
    NotaryState state = NotaryState::None;
    std::optional<TimePoint> time; ///< of the log's state; only if proved
    std::optional<Error> fault;    ///< only if wrong
};

/// What the notary token of an assertion is worth here (schema 01 §3.1, WIRE E.3). It can be told for the log
/// of the account's own service: by the signature in the token, or because the service signed that very state
/// to somebody whose word was heard. A token of another log, or of another kind, stays unknown. `updated` is
/// when the assertion says that it was made: not before the state that it names, but for the clocks.
[[nodiscard]] NotaryFinding checkNotary(const std::string& token, const std::optional<TimePoint>& updated,
                                        const schema::Verified<schema::ProfileService>* service,
                                        std::span<const HeardCheckpoint> heard);

} // namespace mmm::mesh
