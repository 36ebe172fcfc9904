#pragma once

#include "base/clock.h"
#include "mesh/change_service.h"

/// One account on several services at once (schema 01 §4.2, WIRE E.12).
///
/// All devices exchange with the account's first service. The further ones have a copy of it, frame by frame,
/// which an administration device keeps in step; they take messages for the address there, and anybody who
/// asks them hears of all addresses. If the first service is gone for good, one of them takes its place.
namespace mmm::mesh {

/// More than that would cost more than they are worth.
constexpr std::size_t mostFurtherServices = 4;

enum class ServiceState
{
    Unknown,     ///< not looked at since the program started, or not by this device
    InStep,      ///< has all that the first service had at the time that is stated
    Unreachable, ///< cannot be reached now
    Refuses,     ///< answers, and does not take the copy
};

struct AccountService
{
    std::string address; ///< of the account there
    bool isFirst = false;
    ServiceState state = ServiceState::Unknown;
    std::optional<TimePoint> inStep; ///< the last time that it was
    std::optional<Error> fault;      ///< why it is not now
};

/// Binds the account to further services, and unbinds it. Calls block. All but services() are for
/// administration devices (NotAuthorised), and Conflict while the account moves.
class FurtherServices
{
public:
    virtual ~FurtherServices() = default;

    /// The first service first.
    [[nodiscard]] virtual std::vector<AccountService> services() const = 0;

    /// Makes the account at that service, with all that it has. Exists if it is there; TooLarge if there are
    /// as many as there can be; the service may refuse (NameTaken and others). Where that fails nothing has
    /// changed. One that was interrupted is done again.
    [[nodiscard]] virtual Status add(const NewService&, const std::function<void(double)>& progress = {},
                                     std::stop_token = {}) = 0;
    /// Deletes the account at that service, and names it no more. While it cannot be asked that fails; with
    /// `evenIfItStays` the copy is left there.
    [[nodiscard]] virtual Status remove(const std::string& address, bool evenIfItStays,
                                        std::stop_token = {}) = 0;
    /// From now on the devices exchange with that service, and the one that was first is a further one. If
    /// that one cannot be reached, what only it has, and no device, stays there; with `evenIfLost` only.
    [[nodiscard]] virtual Status makeFirst(const std::string& address, bool evenIfLost,
                                           const MoveProgress& = {}, std::stop_token = {}) = 0;
};

} // namespace mmm::mesh
