#pragma once

#include "mesh/account_place.h"

/// The service on this computer as a place to which the account can go (hosted_service.h). Who began with a
/// service elsewhere has none until then.
namespace mmm::mesh {

/// The name under which the service on this computer is, or would be, reached. Empty if the account is at
/// that service, or if this is a further account (personas.h) and the home account holds none.
[[nodiscard]] std::string domainHere(const MeshState& state);

/// The service with the endpoints that it has now, if it is the one on this computer: it may have come up at
/// another port than the last time.
[[nodiscard]] ServiceRecord asReachedNow(const MeshState& state, ServiceRecord service);

/// Makes the service on this computer ready. What was done for that is undone at the end, unless it was kept.
class ServiceHere
{
public:
    explicit ServiceHere(MeshState& state) : m_state(state) {}
    ~ServiceHere();
    ServiceHere(const ServiceHere&) = delete;
    ServiceHere& operator=(const ServiceHere&) = delete;

    /// Starts it unless it runs, and shows it in the local network if the account has other devices, which
    /// could not follow otherwise. `name` is the account's name there; empty: as it is. Exists if the account
    /// is there already; Unsupported if there is none for it.
    [[nodiscard]] Result<FurtherPlace> open(const std::string& name);
    /// Into the record, so that it comes up again with the application; forKeeps() once that is durable.
    void enter(LocalRecord& record) const;
    void forKeeps() { m_isKept = true; }

private:
    [[nodiscard]] Status start();
    [[nodiscard]] Status show();

    MeshState& m_state;
    bool m_isStarted = false;
    bool m_isShown = false;
    bool m_isKept = false;
};

/// Undoes what was done for a move that was called off.
void closeHere(MeshState& state, const MoveRecord& move);

} // namespace mmm::mesh
