#pragma once

#include "base/error.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace mmm::mesh {

/// How far the account is on its way to another service.
enum class MoveStep
{
    Copying, ///< the new service gets what the present one has; until the end of this it can be called off
    Closing, ///< the present service takes nothing new from the devices; the last of it is copied
    Telling, ///< this device is at the new service and tells the others, and the contacts
    Leaving, ///< the former service still takes messages, which come over, until all devices have followed
};

struct MoveState
{
    std::string from; ///< address
    std::string to;   ///< address
    MoveStep step = MoveStep::Copying;
    std::vector<std::string> waitingFor; ///< names of the devices that have not been seen at the new service
    bool isWithoutFormer = false;        ///< the former service was given up, and has not been reached since
};

struct NewService
{
    std::string address; ///< account@service, or the service's name alone for the same account name; either
                         ///< may be a strong internet name
    std::string place;   ///< "host:port" where the DNS does not know the service; may be empty
    /// The service on this computer, which needs no other one. `address` is but the account's name there, or
    /// empty for the present one.
    bool isHere = false;
};

/// The share of all steps that is done, 0 to 1. May be called from any thread.
using MoveProgress = std::function<void(MoveStep, double)>;

class FurtherServices;

/// Takes the account from its present service to another one without loss (WIRE E.12.3): the catalogs and
/// spools go over as they are, frame by frame, since what is signed in them is the account and not the
/// address. Calls block.
class ServiceChange
{
public:
    virtual ~ServiceChange() = default;

    /// The change under way from this device, if there is one.
    [[nodiscard]] virtual std::optional<MoveState> state() const = 0;

    /// The name of the service on this computer, as a place to go to (NewService::isHere). Empty if the
    /// account is there already, or there can be none.
    [[nodiscard]] virtual std::string domainHere() const = 0;

    /// Begins, and goes on until the account is at the new service; the rest is done along with the exchange.
    /// While the new service refuses (NameTaken and others) or cannot be reached, nothing has changed.
    /// NotAuthorised unless this is an administration device; Exists if the account is at that service.
    ///
    /// If another device has taken the account there already, this one follows, whatever device it is: the
    /// former service may be lost, so that it heard nothing of it. What only this device has is sent there.
    [[nodiscard]] virtual Status begin(const NewService&, const MoveProgress& = {}, std::stop_token = {}) = 0;
    /// Goes on with one that was interrupted. From Closing on, the exchange does that of its own accord.
    [[nodiscard]] virtual Status resume(const MoveProgress& = {}, std::stop_token = {}) = 0;
    /// Calls it off: the account stays where it is, and the new service forgets it. Unsupported once it is
    /// Closing.
    [[nodiscard]] virtual Status cancel(std::stop_token = {}) = 0;
    /// Leaves the former service without waiting for the other devices. They find the way as long as that
    /// service remembers the account, and its successor is known to the DNS.
    [[nodiscard]] virtual Status leave(std::stop_token = {}) = 0;

    /// Goes on with one that cannot be called off any more although the former service cannot be reached: the
    /// new one gets from this device what it lacks, and opens the account. What only the former service has
    /// stays there; should it come back, it hears where the account is, and what has come to it comes over.
    /// Where the account is Leaving, that is not waited for any more. As resume() and leave() if it can be
    /// reached after all. Unsupported while it can be called off.
    [[nodiscard]] virtual Status goOnWithoutFormer(const MoveProgress& = {}, std::stop_token = {}) = 0;

    /// The services that have the account besides the first one.
    [[nodiscard]] virtual FurtherServices& further() = 0;
};

} // namespace mmm::mesh
