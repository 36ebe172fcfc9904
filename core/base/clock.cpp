#include "base/clock.h"

namespace mmm {

TimePoint SystemClock::now() const
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

} // namespace mmm
