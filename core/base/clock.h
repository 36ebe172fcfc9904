#pragma once

#include <chrono>

namespace mmm {

/// A moment in UTC, to the second: what the Mesh writes on the wire (RFC 3339, whole seconds).
using TimePoint = std::chrono::sys_seconds;

/// Where the current time comes from, passed in wherever a test must be able to set it.
/// Implementations may be called from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual TimePoint now() const = 0;
};

/// The system's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const override;
};

} // namespace mmm
