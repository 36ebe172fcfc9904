#pragma once

#include "mesh/mesh_state.h"
#include "protocol/checkpoint.h"
#include "schema/applications.h"

#include <span>

/// Holding the service to its word about its log (WIRE G.7.5, security 03 §7.1.7): each device remembers what
/// the service has signed, and shows it to the other devices in a catalog that the service cannot read. So it
/// cannot tell one of them another story without that being seen.
namespace mmm::mesh {

using encoding::field;

/// Ours, in the application catalog: what the service told one device of how far its log is; or somebody
/// else, who showed it where the service could not change it (log_witness.h).
struct CatalogedCheckpoint : schema::CatalogedApplication
{
    static constexpr std::string_view className = "CatalogedCheckpoint";
    std::string deviceUdf;       ///< who heard it; empty: somebody else
    std::string toldBy;          ///< address of the account that showed it, as it says itself; may be empty
    std::string serviceUdf;      ///< of the ProfileService whose word it is
    std::string checkpointValue; ///< JSON text of a signed envelope
    std::string acceptedValue;   ///< the statement that a person took as a new beginning; empty: none
    std::string devicesToken;    ///< how far the device catalog was when this device was connected
    static constexpr auto fields()
    {
        using C = CatalogedCheckpoint;
        return extend<schema::CatalogedApplication>(
            field("DeviceUDF", &C::deviceUdf), field("ServiceUDF", &C::serviceUdf),
            field("CheckpointValue", &C::checkpointValue), field("AcceptedValue", &C::acceptedValue),
            field("ToldBy", &C::toldBy), field("DevicesToken", &C::devicesToken));
    }
};

/// A statement whose signature was verified.
struct HeardCheckpoint
{
    protocol::Checkpoint checkpoint;
    std::string value;     ///< as it was signed
    std::string deviceUdf; ///< who heard it; empty: somebody else
    std::string toldBy;    ///< then the address of who showed it; may be empty
};

/// How often the service is asked; it states nothing new more often.
inline constexpr std::chrono::minutes logInterval{10};

/// As compareCheckpoints; but what different devices heard in the same second may have been stated in either
/// order, since times are whole seconds.
[[nodiscard]] Status compareHeard(const HeardCheckpoint& earlier, const HeardCheckpoint& later);

/// What stands against each statement: set where it does not fit one that stands before it. Of the same
/// length as the statements.
[[nodiscard]] std::vector<std::optional<Error>> contradictions(std::span<const HeardCheckpoint> heard);

/// All that was heard from the pinned service: by this device, oldest first, then by others. What was stated
/// before the newest statement that a person took as a new beginning is left out. With member.mutex held.
[[nodiscard]] std::vector<HeardCheckpoint> heardCheckpoints(const LocalRecord& record, Membership& member,
                                                            const std::string& ownUdf);

/// What is needed of the record for that.
[[nodiscard]] LocalRecord logRecord(const MeshState& state);

/// The service as it is pinned; NotFound if it has stated nothing yet.
[[nodiscard]] Result<schema::Verified<schema::ProfileService>> loggedService(const LocalRecord& record);

/// Takes what this device heard last as a new beginning, on all devices: a service that was restored from a
/// backup contradicts itself once and means no harm. NotFound if nothing was heard yet.
[[nodiscard]] Status acceptServiceLog(MeshState& state);

/// Asks the service what it states now, remembers that and shows it to the other devices. Whatever keeps it
/// from that, and what is wrong with the answer.
[[nodiscard]] Status hearServiceLog(MeshState& state, std::stop_token stop);

/// Tells the observers what does not fit together and was not told since the start.
void tellContradictions(MeshState& state);

/// Asks the service if that is due, remembers its word, shows it to the other devices, and tells the
/// observers what does not fit together. Neither a service that cannot be asked is a failure, since the
/// exchange finds that out itself, nor a full disk, which the observers are told.
[[nodiscard]] Status watchServiceLog(MeshState& state, std::stop_token stop);

} // namespace mmm::mesh

MMM_RECORD_DECLARED(mmm::mesh::CatalogedCheckpoint)
