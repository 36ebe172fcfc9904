#pragma once

#include "base/clock.h"

#include <optional>
#include <string>
#include <vector>

namespace mmm::mesh {

struct DeviceInfo
{
    std::string udf; ///< of the ProfileDevice
    std::string name;
    bool isThisDevice = false;
    bool isAdministrator = false;
    bool mayConfirm = false; ///< may answer requests for confirmation (WIRE E.21)
    std::optional<TimePoint> connected;
    std::optional<TimePoint> lastSeen; ///< as the service reports it
};

enum class PinProof
{
    None,  ///< the request came without a PIN
    Wrong, ///< with a PIN that does not prove itself
    Used,
    Expired,
    Locked, ///< too many wrong attempts
};

/// How long a device's request to be connected can be answered (WIRE E.9).
constexpr std::chrono::hours requestLifetime{24};

/// Another device's request to be connected.
struct PendingRequest
{
    std::string messageId;
    std::string deviceUdf;
    std::string deviceName; ///< as the device calls itself; not trusted
    std::string witness;
    PinProof pin = PinProof::None;
    TimePoint arrived;
    TimePoint expires;
};

} // namespace mmm::mesh
