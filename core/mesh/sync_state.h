#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <optional>
#include <string>

namespace mmm::mesh {

enum class SyncPhase
{
    Idle, ///< everything is exchanged
    Working,
    Offline,   ///< the service cannot be reached; changes wait
    Attention, ///< something needs the person: see fault
};

struct SyncState
{
    SyncPhase phase = SyncPhase::Idle;
    std::size_t pending = 0; ///< changes of this device that the service does not have yet
    std::size_t conflicts = 0;
    double progress = 1; ///< of the work in hand
    std::optional<TimePoint> lastSuccess;
    std::optional<Error> fault; ///< what the last attempt failed of, until one goes well
};

/// A finding about the service or about stored data.
struct Problem
{
    Error error;
    std::string container; ///< canonical name; empty if it concerns the whole account
    std::uint64_t frame = 0;
};

} // namespace mmm::mesh
