#pragma once

#include "mesh/account_move.h"

/// Inside change_service.h: the steps of a move, each of which may be interrupted and is then done again.
namespace mmm::mesh {

class ServiceHere;

/// The move that this device has planned or begun.
[[nodiscard]] std::optional<MoveRecord> plannedMove(const MeshState& state);
[[nodiscard]] MoveStep stepOf(const MoveRecord& move);

/// Does what a MoveRecord says, from the step that it has reached. One at a time per account.
class Mover
{
public:
    Mover(MeshState& state, MoveProgress progress, std::stop_token stop);
    /// Decides what is to be done, and keeps that; nothing is different yet for anybody.
    Status plan(const NewService& wanted);
    /// All steps until the account is at the new service and everybody is told.
    Status run();
    /// ServiceChange::cancel().
    Status cancel();
    /// ServiceChange::goOnWithoutFormer().
    Status goOnWithoutFormer();
    /// Brings what has come to the former service, and leaves it if there is nothing to wait for.
    Status look(bool isImpatient);
    /// Names of the devices that the new service has not seen.
    static std::vector<std::string> waitingFor(Membership& member);

private:
    void report(MoveStep step, double share) const;
    /// A move that another administration device has begun, and that cannot be called off any more: the
    /// present service says where the account goes. Should that device be lost, this one finishes it.
    Result<std::optional<MoveRecord>> begunByOther(const std::string& address, const ServiceRecord& service);
    Status keep(MoveRecord move, ServiceHere& here);
    Result<AdministrationKeys> administration() const;
    /// Both ends, with the key of an administrator: it writes where devices do not.
    Status open(const MoveRecord& move);
    Status setStep(MoveStep step);
    Status setFormerLost(bool isLost);
    dare::Envelope profileMesh() const;
    Status publish(const AccountEnd& end, const dare::Envelope& profile, const protocol::Identity& identity);
    /// The new service gets the account, which nobody finds there yet, and all that the present one has.
    Status copy(const MoveRecord& move);
    /// The present service hears where the account is, and takes nothing more from its devices; what came
    /// since goes over.
    Status close(const MoveRecord& move);
    /// The new service opens the account, and gets from this device what it has not got from the former one.
    Status closeWithoutFormer(MoveRecord move);
    /// From now on this device exchanges with the new service.
    Status arrive(const MoveRecord& move);
    /// The services and this device must have the same.
    Status compare(const Inventory& there, const Inventory& here) const;
    Status tell(const MoveRecord& move);
    /// Devices that still look at the former service find there where the account is.
    Status tellDevicesThere();
    /// A former service that was given up hears where the account is, should it be there again.
    Status tellFormer(const MoveRecord& move);
    /// Messages that no device had brought from there when it was given up.
    Status bringUnseen(const MoveRecord& move);
    /// What has come to the former service since. The former service may have forgotten the account.
    Status bring(const MoveRecord& move);
    Status leave(const MoveRecord& move);
    /// Nothing of it remains, except at a new service that cannot be asked: that one forgets an account that
    /// does not come.
    Status withdraw(const MoveRecord& move);
    Status giveUp(const MoveRecord& move);
    Status forget();

    MeshState& m_state;
    const MoveProgress m_progress;
    const std::stop_token m_stop;
    const std::shared_ptr<Membership> m_member;
    AccountEnd m_from;
    AccountEnd m_to;
};

} // namespace mmm::mesh
