#pragma once

#include "service/call.h"

/// The log of everything that was published here: a Merkle sequence whose state the service signs from time
/// to time, so that whoever compares two statements finds out if it tells different people different things
/// (WIRE G.7.5, security 03 §7.1.7).
namespace mmm::service {

/// The sequence; made when it is first needed.
[[nodiscard]] Result<ContainerRecord> meshLog(Call& call);

/// Appends an envelope as a line of the log.
[[nodiscard]] Status appendToLog(Call& call, const dare::Envelope& line);
/// One line per publication.
[[nodiscard]] Status appendToLog(Call& call, const EntryRecord& entry, std::string_view action);

/// The last signed statement of how far the log is; none while the log is empty.
struct StatedCheckpoint
{
    Bytes envelope; ///< JSON text
    TimePoint time;
};
/// Makes a new one if the log has grown and the last one is older than checkpointInterval.
[[nodiscard]] Result<std::optional<StatedCheckpoint>> currentCheckpoint(Call& call);

inline constexpr std::chrono::minutes checkpointInterval{10};

} // namespace mmm::service
