#include "mesh/notary.h"

#include "protocol/notary_token.h"
#include "udf/udf.h"

namespace mmm::mesh {

namespace {

/// Computers whose clocks differ by more are told so elsewhere.
constexpr std::chrono::hours clockTolerance{24};

NotaryFinding wrong(Error why)
{
    return {NotaryState::Wrong, std::nullopt, std::move(why)};
}

/// Time of a statement that was heard and says just that; the earliest.
std::optional<TimePoint> heardAs(const protocol::NotaryToken& token, std::span<const HeardCheckpoint> heard)
{
    std::optional<TimePoint> time;
    for (const HeardCheckpoint& one : heard) {
        if (one.checkpoint.index == token.index && one.checkpoint.treeDigest == token.treeDigest &&
            (!time || one.checkpoint.time < *time))
            time = one.checkpoint.time;
    }
    return time;
}

} // namespace

NotaryFinding checkNotary(const std::string& text, const std::optional<TimePoint>& updated,
                          const schema::Verified<schema::ProfileService>* service,
                          std::span<const HeardCheckpoint> heard)
{
    if (text.empty())
        return {};
    const auto token = protocol::NotaryToken::parse(text);
    if (!token || service == nullptr || !udf::sameText(token->logUdf, service->udf()))
        return {NotaryState::Unknown, std::nullopt, std::nullopt};
    HeardCheckpoint stated{token->checkpoint(), {}, {}, {}};
    protocol::Checkpoint& state = stated.checkpoint;
    if (token->isSigned()) {
        if (const auto statement = protocol::statementIn(*token, *service); !statement)
            return wrong(statement.error());
    } else if (const auto time = heardAs(*token, heard)) {
        state.time = *time;
    }
    for (const HeardCheckpoint& one : heard) {
        const bool isComparable = token->isSigned() || one.checkpoint.index == state.index;
        const Status fits = compareHeard(one, stated);
        if (isComparable && !fits)
            return wrong(fits.error());
    }
    if (state.time == TimePoint())
        return {NotaryState::Unknown, std::nullopt, std::nullopt};
    if (updated && *updated + clockTolerance < state.time)
        return wrong({Fault::Contradiction, "older than the state of the log that it names"});
    return {NotaryState::Proved, state.time, std::nullopt};
}

} // namespace mmm::mesh
