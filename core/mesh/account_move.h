#pragma once

#include "mesh/account_place.h"
#include "mesh/change_service.h"
#include "mesh/mesh_state.h"

/// Inside change_service.h: what the exchange does, and how frames get from one service to another.
namespace mmm::mesh {

class KeepInStep;

/// `withoutExchange` does a work while nothing is exchanged in the background.
using WithoutExchange = std::function<Status(const std::function<Status()>&)>;
[[nodiscard]] std::unique_ptr<ServiceChange> makeServiceChange(MeshState& state, KeepInStep& inStep,
                                                               const WithoutExchange& withoutExchange);
/// further_services.cpp
[[nodiscard]] std::unique_ptr<FurtherServices> makeFurtherServices(MeshState& state, KeepInStep& inStep,
                                                                   const WithoutExchange& withoutExchange);
/// Goes to a service with everything, as ServiceChange::begin() does.
[[nodiscard]] Status moveAccount(MeshState& state, const NewService& wanted, const MoveProgress& progress,
                                 std::stop_token stop);

/// Goes on with a change that can no longer be called off. Does nothing if there is none, or if it was looked
/// after a moment ago.
[[nodiscard]] Status continueMove(MeshState& state, std::stop_token stop);

/// Brings a change under way to an end, so that the account is at one service only: it is called off, or the
/// former service is left.
[[nodiscard]] Status endMove(MeshState& state, std::stop_token stop);

/// Whether the account is on its way, so that its mesh and devices must stay as they are.
[[nodiscard]] bool isOnItsWay(const LocalRecord& record);

/// Where the account shall be. One of its further services, if the wish names one; Exists if it names the
/// first; NameInvalid. A strong internet name of an account must be this account's (Contradiction if not);
/// one of a service is held to whoever answers there: WrongService, now or when it is greeted.
[[nodiscard]] Result<FurtherPlace> destinationOf(const MeshState& state, const std::string& presentAddress,
                                                 const std::optional<AccountPlace>& told,
                                                 const NewService& wanted);

/// An account as it is at one service, for whoever has an administration key.
struct AccountEnd
{
    std::shared_ptr<ServiceLink> link;
    protocol::Identity identity;
    std::string address;
};

/// The account at a further service.
[[nodiscard]] AccountEnd furtherEnd(MeshState& state, const FurtherPlace& place);
/// Deletes the account there; success if there is none any more.
[[nodiscard]] Status deleteAt(const AccountEnd& end, std::stop_token stop);

/// The service may answer another time.
[[nodiscard]] bool meansUnreachable(Fault fault);

/// By container: the number of frames and the digest of them all.
using Inventory = std::map<std::string, std::pair<std::int64_t, Bytes>>;
[[nodiscard]] Result<Inventory> inventory(const AccountEnd& end, std::stop_token stop);

/// Frames as they are, from `first` to `last`, or as many of them as the service gives at once.
[[nodiscard]] Result<std::vector<dare::Envelope>> fetchFrames(const AccountEnd& end,
                                                              const std::string& container,
                                                              std::int64_t first, std::int64_t last,
                                                              std::stop_token stop);
/// Conflict unless they are exactly what comes next there.
[[nodiscard]] Status appendFrames(const AccountEnd& end, const std::string& container, std::int64_t first,
                                  std::vector<dare::Envelope> envelopes, std::stop_token stop);

/// What an exchange does when something is to be changed: all that waits here goes to the service, and what
/// the service has comes here.
[[nodiscard]] Status exchangeAll(MeshState& state, std::stop_token stop);
[[nodiscard]] Status catchUp(MeshState& state, std::stop_token stop);

/// Copies what the other end lacks, frame by frame as it is. May be repeated. Forked if the other end has
/// something else. Late messages are no part of it.
[[nodiscard]] Status copyFrames(const AccountEnd& from, const AccountEnd& to,
                                const std::vector<std::string>& only,
                                const std::function<void(double)>& progress, std::stop_token stop);

/// Shows what came to an end that the account has left, from a frame on. The visitor hears how many frames
/// there have been with each.
[[nodiscard]] Status visitLate(const AccountEnd& from, std::int64_t firstFrame,
                               const std::function<Status(const dare::Envelope&, std::int64_t)>& visit,
                               std::stop_token stop);
/// Puts a message into the inbound spool of an end, if it is not there yet.
[[nodiscard]] Status deliver(const AccountEnd& to, const dare::Envelope& message, std::stop_token stop);

} // namespace mmm::mesh
