#pragma once

#include "core/mesh/people_scenario.h"

#include "mesh/change_service.h"

/// One person's devices and two services.
namespace scenario {

/// In milliseconds, for one exchange, also on a machine that has much to do.
inline constexpr int enoughForOne = 1000;

/// Two services that know of each other.
struct Worlds
{
    Worlds() { one.meet(two); }
    World one{"example.com"};
    World two{"example.net"};
};

/// A device that is ready when the test begins. What that takes is tested elsewhere, so it ends the program
/// if it is not possible.
class Settled : public Desktop
{
public:
    /// The first one of an account.
    Settled(World& world, const std::string& account, const std::string& fullName = "Alice Example")
        : Desktop(world)
    {
        must(open());
        must(createMesh(account, fullName));
    }
    /// A further one, which another device has let in.
    Settled(World& world, Desktop& administrator, const std::string& name) : Desktop(world)
    {
        must(open());
        must(join(administrator, name));
    }

private:
    static void must(const Status& done)
    {
        if (!done)
            qFatal("the test cannot begin: %s", describe(done.error()).c_str());
    }
};

/// Longer than between two looks at a former service, in seconds.
inline constexpr std::int64_t untilFormerIsDue = 61;

inline constexpr auto former = "example.com";
inline constexpr auto present = "example.net";

[[nodiscard]] inline schema::Task taskOf(const std::string& title)
{
    schema::Task task;
    task.title = title;
    return task;
}

/// Sets the clock ahead so far that all is due that is done every `interval` seconds: each time by another
/// step, since what was done when it was ahead as far counts as done just now.
inline void setAhead(Desktop& desktop, std::int64_t interval)
{
    constexpr std::int64_t steps = 3;
    static std::int64_t step = 0;
    step = step % steps + 1;
    desktop.clock->shift = step * interval;
}

[[nodiscard]] inline Status moveTo(Desktop& desktop, const std::string& address)
{
    return desktop->serviceChange().begin({address, {}});
}

/// The service on the computer of a device.
inline const mesh::NewService toHere{{}, {}, true};

[[nodiscard]] inline std::string addressHere(Desktop& desktop)
{
    return "alice@" + desktop->serviceChange().domainHere();
}

/// Whether the account of the device comes to be at that address.
[[nodiscard]] inline bool isAt(Desktop& desktop, const std::string& address)
{
    return eventually([&] { return desktop.account().address() == address; });
}

/// Whether the former service is left for good, looking as often as it takes.
[[nodiscard]] inline bool leaves(Desktop& desktop)
{
    return eventually([&] {
        setAhead(desktop, untilFormerIsDue);
        desktop->syncNow();
        const bool hasLeft = eventually([&] { return !desktop->serviceChange().state(); }, enoughForOne);
        desktop.clock->shift = 0;
        return hasLeft;
    });
}

} // namespace scenario
