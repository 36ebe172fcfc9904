#pragma once

#include "system/processes.h"

namespace mmm::system_test {

/// A service asks again after a minute.
inline constexpr int retrying = 150000;

/// Alice and Bob, who are at two services that know of each other, and in each other's contacts.
class Correspondents
{
public:
    inline static const QString aliceAddress = QStringLiteral("alice@example.com");
    inline static const QString bobAddress = QStringLiteral("bob@example.org");

    /// Whether all runs, and the two have made each other's acquaintance.
    [[nodiscard]] bool meet();

    ServiceProcess here;
    ServiceProcess there{QString(), QStringLiteral("example.org")};
    DeviceProcess alice{here};
    DeviceProcess bob{there};
};

/// The newest message of the class in the device's inbox; empty without one in time.
[[nodiscard]] QString awaitMessage(DeviceProcess& device, const QString& className, int milliseconds = 60000);
/// What the device says of a message in its "inbox" or "outbox"; nothing if it is not there.
[[nodiscard]] std::optional<QJsonObject> messageIn(DeviceProcess& device, const QString& box,
                                                   const QString& id);

} // namespace mmm::system_test
