#pragma once

#include "service/call.h"

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
    Bytes payloadDigest;
    std::string result; ///< Accept, Hold or Reject
    std::string reason; ///< of a refusal, English
    static constexpr auto fields()
    {
        using I = Incident;
        using encoding::field;
        return std::tuple(field("Time", &I::time), field("Service", &I::service), field("Signer", &I::signer),
                          field("Recipient", &I::recipient), field("PayloadDigest", &I::payloadDigest),
                          field("Result", &I::result), field("Reason", &I::reason));
    }
};

/// Appends to Incident.dcat, a Merkle sequence of the service itself.
[[nodiscard]] Status logIncident(Call& call, const Incident& incident);

/// A sequence that belongs to the service and not to an account; made when it is first needed.
[[nodiscard]] Result<ContainerRecord> ownSequence(Call& call, std::string_view address,
                                                  std::string_view name);

} // namespace mmm::service
