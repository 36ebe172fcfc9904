#pragma once

#include "service/call.h"

#include <array>

namespace mmm::service {

/// A line of the log of what came in from outside (WIRE F.7, security 03 §7.2.4): enough to find out later
/// who misused the service, and nothing of what was written.
struct Incident : encoding::RecordBase
{
    static constexpr std::string_view className = "Incident";
    TimePoint time;
    std::string service; ///< fingerprint of the sending service; empty for an account of this one
    std::string signer;  ///< fingerprint of the signing device's key; empty if the signature proves nobody
    std::string recipient;
    std::string address; ///< from which somebody unknown asked too often
    Bytes payloadDigest;
    std::string result; ///< Accept, Hold or Reject
    std::string reason; ///< of a refusal, English
    static constexpr auto fields()
    {
        using I = Incident;
        using encoding::field;
        return fieldTable(field("Time", &I::time), field("Service", &I::service), field("Signer", &I::signer),
                          field("Recipient", &I::recipient), field("Address", &I::address),
                          field("PayloadDigest", &I::payloadDigest), field("Result", &I::result),
                          field("Reason", &I::reason));
    }
};

/// Appends to Incident.dcat, a Merkle sequence of the service itself; a refusal goes into the operator's log
/// as well. Begins a new sequence after as many lines as the policy says, and keeps the one before it as
/// Incident.before.
[[nodiscard]] Status logIncident(Call& call, const Incident& incident);

/// Notes that a limit was exceeded which is no matter of messages, by an account or from an address: one line
/// within an hour for each of them and of such reasons, and none where there are too many. What cannot be
/// noted, such as on a full disk, is not. In a change of its own.
void noteLimit(Call& call, const std::string& account, const std::string& address, const std::string& reason);

/// The incident in one line of printable characters, without its time and its digest. What others wrote in it
/// cannot look like anything else.
[[nodiscard]] std::string describeIncident(const Incident& incident);

/// What counts the lines about those who were refused as a whole (ServicePolicy::refusalsPerHour).
inline constexpr auto strangersRefused = "refused services";

/// Where the log is kept: the address that its sequence has as if it were an account's, and the sequence's
/// names, the earlier one first.
inline constexpr std::string_view incidentAddress = "@incidents";
inline constexpr std::array<std::string_view, 2> incidentContainers{"Incident.before", "Incident"};

/// A sequence that belongs to the service and not to an account; made when it is first needed.
[[nodiscard]] Result<ContainerRecord> ownSequence(Call& call, std::string_view address,
                                                  std::string_view name);

} // namespace mmm::service
